/**
 * A z_stream whose state lies in memory of the guest: it is counted there, ends with it, and stays where the guest's memory is
 * put away. Between two calls the host keeps nothing.
 *
 *   memory: | scalars of the state and the stream, 64-bit floats | the state's arrays, one after the other |
 *
 * Which scalars and arrays there are is read off a state that pako made itself.
 */
export interface ZStream {
  input: Uint8Array;
  next_in: number;
  avail_in: number;
  output: Uint8Array;
  next_out: number;
  avail_out: number;
  total_in: number;
  total_out: number;
  msg: string;
  adler: number;
  data_type: number;
  state: State | null;
}

export type State = Record<string, unknown>;
type View = Uint8Array | Uint16Array | Int32Array;

const STREAM_SCALARS = ["total_in", "total_out", "adler", "data_type"] as const;
const FLOAT = 8;

export interface Layout {
  readonly scalars: readonly string[];
  readonly arrays: readonly { readonly name: string; readonly make: ViewConstructor; readonly offset: number; readonly length: number }[];
  readonly bytes: number;
}

type ViewConstructor = { new (buffer: ArrayBufferLike, offset: number, length: number): View; readonly BYTES_PER_ELEMENT: number };

/** `extra`: further numbers that are kept with the state, under names that it does not have. */
export function layoutOf(state: State, extra: readonly string[] = []): Layout {
  const names = Object.keys(state);
  const scalars = [...names.filter((name) => typeof state[name] === "number" || typeof state[name] === "boolean"), ...extra];
  let offset = (scalars.length + STREAM_SCALARS.length) * FLOAT;
  const arrays = names.flatMap((name) => {
    const view = state[name];
    if (!ArrayBuffer.isView(view)) return [];
    const { constructor, length } = view as View;
    // A view's constructor takes a buffer and a place in it.
    const make = constructor as unknown as ViewConstructor;
    const array = { name, make, offset, length };
    offset += Math.ceil((length * make.BYTES_PER_ELEMENT) / FLOAT) * FLOAT;
    return [array];
  });
  return { scalars, arrays, bytes: offset };
}

/** Turns a new state into one whose arrays are the guest's memory, and whose scalars are as they were when `keep` was last called. */
export function restore(memory: Uint8Array, layout: Layout, stream: ZStream, state: State): State {
  const floats = floatsOf(memory, layout);
  STREAM_SCALARS.forEach((name, index) => {
    stream[name] = floats[index] ?? 0;
  });
  layout.scalars.forEach((name, index) => {
    state[name] = floats[STREAM_SCALARS.length + index];
  });
  for (const { name, make, offset, length } of layout.arrays) state[name] = new make(memory.buffer, memory.byteOffset + offset, length);
  state.strm = stream;
  stream.state = state;
  return state;
}

export function keep(memory: Uint8Array, layout: Layout, stream: ZStream, state: State): void {
  const floats = floatsOf(memory, layout);
  STREAM_SCALARS.forEach((name, index) => {
    floats[index] = stream[name];
  });
  layout.scalars.forEach((name, index) => {
    floats[STREAM_SCALARS.length + index] = Number(state[name]);
  });
}

/** The arrays of a state that pako made, into the guest's memory. */
export function copyArrays(memory: Uint8Array, layout: Layout, state: State): void {
  for (const { name, make, offset, length } of layout.arrays) {
    new make(memory.buffer, memory.byteOffset + offset, length).set(state[name] as View);
  }
}

function floatsOf(memory: Uint8Array, { scalars }: Layout): Float64Array {
  return new Float64Array(memory.buffer, memory.byteOffset, STREAM_SCALARS.length + scalars.length);
}
