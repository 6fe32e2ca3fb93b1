/**
 * A photograph of an engine's memory. Between two calls into the guest, the linear memory is all there is of an engine: its
 * stack pointer stands at its base and its function table never changes. So an engine that has been booted once is copied
 * instead of booted again; that is what makes a cold start cheap (in real time: virtual time is Lambda's).
 */
import { C_STACK_BYTES, INITIAL_PAGES, PAGE } from "./layout.ts";

export { PAGE } from "./layout.ts";

export const INITIAL_BYTES = INITIAL_PAGES * PAGE;

export interface MemoryImage {
  /** Length of the linear memory. */
  readonly bytes: number;
  /** The parts that hold anything, without the stack, which is empty between two calls. */
  readonly parts: readonly { readonly offset: number; readonly content: Uint8Array }[];
  readonly runtime: number;
  readonly context: number;
  /** Host functions made so far. */
  readonly functions: number;
}

/** Granularity of the copy: small enough to leave out empty memory, large enough to copy in few pieces. */
const CHUNK = 4_096;

/** `stackTop`: where the stack pointer stands between two calls. What lies below it, to the stack's end, is dead. */
export function takeImage(
  memory: Uint8Array,
  stackTop: number,
  state: Pick<MemoryImage, "runtime" | "context" | "functions">,
): MemoryImage {
  const parts: { offset: number; content: Uint8Array }[] = [];
  const words = new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2);
  const isDead = (offset: number) => offset >= stackTop - C_STACK_BYTES && offset + CHUNK <= stackTop;
  let start = -1;
  for (let offset = 0; offset <= memory.length; offset += CHUNK) {
    const used = offset < memory.length && !isDead(offset) && holdsAnything(words, offset >> 2, (offset + CHUNK) >> 2);
    if (used && start < 0) start = offset;
    if (!used && start >= 0) {
      parts.push({ offset: start, content: memory.slice(start, offset) });
      start = -1;
    }
  }
  return { bytes: memory.length, parts, ...state };
}

function holdsAnything(words: Uint32Array, from: number, to: number): boolean {
  for (let index = from; index < to; index += 1) if (words[index] !== 0) return true;
  return false;
}

export function restoreImage(image: MemoryImage, memory: Uint8Array): void {
  for (const { offset, content } of image.parts) memory.set(content, offset);
}
