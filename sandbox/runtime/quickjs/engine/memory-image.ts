/**
 * A photograph of an engine's memory. Between two calls into the guest, the linear memory is all there is of an engine: its
 * stack pointer stands at its base and its function table never changes. So an engine that has been booted once is copied
 * instead of booted again; that is what makes a cold start cheap (in real time: virtual time is Lambda's).
 *
 * An image may stand on another one, from which its engine once started, and then holds only what has changed since: a
 * thousand idle environments take what they have written, not a thousand boots.
 */
import { C_STACK_BYTES, INITIAL_PAGES, PAGE } from "./layout.ts";

export { PAGE } from "./layout.ts";

export const INITIAL_BYTES = INITIAL_PAGES * PAGE;

export interface MemoryImage {
  /** Length of the linear memory. */
  readonly bytes: number;
  /** What it stands on. That one stands on nothing. */
  readonly base: MemoryImage | undefined;
  /** The parts that differ from the base, or from an empty memory: without the stack, which is empty between two calls. */
  readonly parts: readonly Part[];
  readonly runtime: number;
  readonly context: number;
  /** Host functions made so far. */
  readonly functions: number;
  /** The guest's function that follows promises (reactions.ts); 0: none. */
  readonly reactionHook: number;
}

interface Part {
  readonly offset: number;
  readonly content: Uint8Array;
}

/** Granularity of the copy: small enough to leave out empty memory, large enough to copy in few pieces. */
const CHUNK = 4_096;
const WORDS = CHUNK >> 2;

export interface ImageParts {
  readonly memory: Uint8Array;
  /** Where the stack pointer stands between two calls. What lies below it, to the stack's end, is dead. */
  readonly stackTop: number;
  readonly state: Pick<MemoryImage, "runtime" | "context" | "functions" | "reactionHook">;
  /** The image that the engine was made from. */
  readonly startedFrom: MemoryImage | undefined;
}

export function takeImage({ memory, stackTop, state, startedFrom }: ImageParts): MemoryImage {
  const base = startedFrom?.base ?? startedFrom;
  const before = base === undefined ? NOTHING : chunksOf(base);
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const isDead = (offset: number) => offset >= stackTop - C_STACK_BYTES && offset + CHUNK <= stackTop;
  const isChanged = (offset: number) => !isDead(offset) && differs(words, offset >> 2, before.get(offset));
  const parts: Part[] = [];
  let start = -1;
  for (let offset = 0; offset <= memory.length; offset += CHUNK) {
    const changed = offset < memory.length && isChanged(offset);
    if (changed && start < 0) start = offset;
    if (!changed && start >= 0) {
      parts.push({ offset: start, content: memory.slice(start, offset) });
      start = -1;
    }
  }
  return { bytes: memory.length, base, parts, ...state };
}

/** Into a memory that is still empty. */
export function restoreImage({ base, parts }: MemoryImage, memory: Uint8Array): void {
  if (base !== undefined) restoreImage(base, memory);
  for (const { offset, content } of parts) memory.set(content, offset);
}

/** `before`: undefined for an empty chunk. Two loops, because nearly all the time goes here. */
function differs(words: Uint32Array, from: number, before: Uint32Array | undefined): boolean {
  if (before === undefined) {
    for (let index = 0; index < WORDS; index += 1) if (words[from + index] !== 0) return true;
  } else {
    for (let index = 0; index < WORDS; index += 1) if (words[from + index] !== before[index]) return true;
  }
  return false;
}

type Chunks = ReadonlyMap<number, Uint32Array>;

const NOTHING: Chunks = new Map();
/** Of images on which others stand: there are few. */
const chunks = new WeakMap<MemoryImage, Chunks>();

function chunksOf(image: MemoryImage): Chunks {
  const known = chunks.get(image);
  if (known !== undefined) return known;
  const made = new Map<number, Uint32Array>();
  for (const { offset, content } of image.parts) {
    for (let at = 0; at < content.length; at += CHUNK)
      made.set(offset + at, new Uint32Array(content.buffer, content.byteOffset + at, WORDS));
  }
  chunks.set(image, made);
  return made;
}
