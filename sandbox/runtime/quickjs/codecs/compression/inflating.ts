/** Decompression by zlib's algorithm. */
import { inflate, inflateInit2, inflateReset, inflateSetDictionary } from "pako/lib/zlib/inflate.js";
import PakoStream from "pako/lib/zlib/zstream.js";
import { copyArrays, keep, type Layout, layoutOf, restore, type State, type ZStream } from "./stream.ts";

type Spend = (counts: number) => void;

/** A block's header may be as short as that and still makes a table. */
const COUNTS_PER_BYTE_IN = 10;
const COUNTS_PER_BYTE_OUT = 2;
const COUNTS_PER_CALL = 200;
const WINDOW = 32 * 1024;
const MAX_BITS = 15;

export const inflateBytes = (): number => model().layout.bytes;

/** `windowBits` as zlib's inflateInit2 takes them: negative for no header, +16 for gzip's, 0 for what the header says. */
export function inflateStart(memory: Uint8Array, windowBits: number): void {
  const stream = new PakoStream();
  inflateInit2(stream, windowBits);
  const { layout } = model();
  const state = stream.state as State;
  state.window = new Uint8Array(WINDOW);
  copyArrays(memory, layout, state);
  state.window = null;
  remember(memory, stream, state);
}

/** One call of zlib's inflate(): its answer. The stream says how far it came, which is what is paid for: a call's work is small. */
export function inflateStep(memory: Uint8Array, stream: ZStream, flush: number, spend: Spend): number {
  const { avail_in, avail_out } = stream;
  const answer = within(memory, stream, () => inflate(stream, flush));
  spend(COUNTS_PER_CALL + (avail_in - stream.avail_in) * COUNTS_PER_BYTE_IN + (avail_out - stream.avail_out) * COUNTS_PER_BYTE_OUT);
  return answer;
}

export function inflateAgain(memory: Uint8Array): number {
  return within(memory, new PakoStream(), (_state, stream) => inflateReset(stream));
}

export function inflateDictionary(memory: Uint8Array, dictionary: Uint8Array): number {
  return within(memory, new PakoStream(), (_state, stream) => inflateSetDictionary(stream, dictionary));
}

/** Numbers that stand for what is no number in pako's state: is there a window, and which tables are in use. */
const EXTRA = ["has_window", "fixed_lengths", "fixed_distances"];

function within(memory: Uint8Array, stream: ZStream, work: (state: State, stream: ZStream) => number): number {
  const { layout, fixed, InflateState } = model();
  const state = restore(memory, layout, stream, new InflateState());
  const { window, lendyn, distdyn } = state as { window: Uint8Array; lendyn: Int32Array; distdyn: Int32Array };
  if (state.has_window === 0) state.window = null;
  else state.window = window.subarray(0, state.wsize as number);
  state.head = null;
  state.next = null;
  state.lencode = state.fixed_lengths === 0 ? lendyn : fixed.lengths;
  state.distcode = state.fixed_distances === 0 ? distdyn : fixed.distances;
  const answer = work(state, stream);
  // It makes its window, and after a reset its tables, itself; from now on they are the guest's.
  for (const [own, name] of [
    [window, "window"],
    [lendyn, "lendyn"],
    [distdyn, "distdyn"],
  ] as const) {
    const now = state[name] as Uint8Array | Int32Array | null;
    if (now !== null && now.buffer !== own.buffer) own.set(now);
  }
  remember(memory, stream, state);
  return answer;
}

function remember(memory: Uint8Array, stream: ZStream, state: State): void {
  state.has_window = state.window === null ? 0 : 1;
  state.fixed_lengths = state.lencode === state.lendyn ? 0 : 1;
  state.fixed_distances = state.distcode === state.distdyn ? 0 : 1;
  keep(memory, model().layout, stream, state);
}

interface Model {
  readonly InflateState: new () => State;
  readonly layout: Layout;
  /** The tables that every block with fixed codes shares. */
  readonly fixed: { readonly lengths: Int32Array; readonly distances: Int32Array };
}

let known: Model | undefined;

/** A state that has read an empty block with fixed codes: it has its tables, and everything a state may have. */
function model(): Model {
  if (known !== undefined) return known;
  const stream = new PakoStream();
  inflateInit2(stream, -MAX_BITS);
  stream.input = new Uint8Array([3, 0]);
  stream.avail_in = 2;
  stream.output = new Uint8Array(1);
  stream.avail_out = 1;
  inflate(stream, 0);
  const state = stream.state as State;
  const { lencode, distcode } = state as { lencode: Int32Array; distcode: Int32Array };
  state.window = new Uint8Array(WINDOW);
  // Either table is one of those that have a place already, or a shared one.
  state.lencode = null;
  state.distcode = null;
  const InflateState = state.constructor as new () => State;
  known = { InflateState, layout: layoutOf(state, EXTRA), fixed: { lengths: lencode, distances: distcode } };
  return known;
}
