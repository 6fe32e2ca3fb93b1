/** Compression by zlib's algorithm, paid for by what it really searches. */
import { deflate, deflateInit2, deflateReset, deflateSetDictionary } from "pako/lib/zlib/deflate.js";
import PakoStream from "pako/lib/zlib/zstream.js";
import { copyArrays, keep, type Layout, layoutOf, restore, type State, type ZStream } from "./stream.ts";

export interface DeflateParameters {
  readonly windowBits: number;
  readonly level: number;
  readonly memLevel: number;
  readonly strategy: number;
}

type Spend = (counts: number) => void;

const Z_DEFLATED = 8;
const Z_OK = 0;
/** What a byte takes besides searches, and a search besides its steps. */
const COUNTS_PER_BYTE = 6;
const COUNTS_PER_SEARCH = 10;
const COUNTS_PER_STEP = 2;
const SPEND_EVERY = 20_000;

export function deflateBytes(parameters: DeflateParameters): number {
  return layoutFor(parameters).layout.bytes;
}

export function deflateStart(memory: Uint8Array, parameters: DeflateParameters): void {
  const { layout, stream, state } = layoutFor(parameters);
  copyArrays(memory, layout, state);
  keep(memory, layout, stream, state);
}

/** One call of zlib's deflate(): its answer. The stream says how far it came. */
export function deflateStep(memory: Uint8Array, parameters: DeflateParameters, stream: ZStream, flush: number, spend: Spend): number {
  const before = stream.avail_in;
  return within(
    memory,
    parameters,
    stream,
    (state) => {
      const answer = deflate(stream, flush);
      spend(state.counts + (before - stream.avail_in) * COUNTS_PER_BYTE);
      return answer;
    },
    spend,
  );
}

export function deflateAgain(memory: Uint8Array, parameters: DeflateParameters): number {
  return within(memory, parameters, new PakoStream(), (_state, stream) => deflateReset(stream));
}

export function deflateDictionary(memory: Uint8Array, parameters: DeflateParameters, dictionary: Uint8Array): number {
  return within(memory, parameters, new PakoStream(), (_state, stream) => deflateSetDictionary(stream, dictionary));
}

const TUNING = ["level", "strategy", "max_lazy_match", "good_match", "nice_match", "max_chain_length"];

/** zlib's deflateParams() after a flush, which pako does not have: another level's numbers, and no memory of what was not hashed. */
export function deflateTuned(memory: Uint8Array, parameters: DeflateParameters, level: number, strategy: number): number {
  const other = made({ ...parameters, level, strategy }).state;
  return within(memory, parameters, new PakoStream(), (state) => {
    if (state.level === 0 && state.matches !== 0) (state.head as Uint16Array).fill(0);
    for (const name of TUNING) state[name] = other[name];
    return Z_OK;
  });
}

const nothing: Spend = () => undefined;

function within(
  memory: Uint8Array,
  parameters: DeflateParameters,
  stream: ZStream,
  work: (state: Metered, stream: ZStream) => number,
  spend: Spend = nothing,
): number {
  const { layout, state: model } = layoutFor(parameters);
  const state = restore(memory, layout, stream, meteredState(model, spend)) as Metered;
  for (const [name, tree, most] of DESCRIPTIONS) {
    state[name] = Object.assign(Object.create(Object.getPrototypeOf(model[name])), {
      dyn_tree: state[tree],
      max_code: state[most],
      stat_desc: (model[name] as Description).stat_desc,
    });
  }
  const answer = work(state, stream);
  for (const [name, , most] of DESCRIPTIONS) state[most] = (state[name] as Description).max_code;
  keep(memory, layout, stream, state);
  return answer;
}

interface Description {
  readonly max_code: number;
  readonly stat_desc: object;
}

/** The three trees' descriptions, and under which number of ours their `max_code` is kept. */
const DESCRIPTIONS = [
  ["l_desc", "dyn_ltree", "l_max_code"],
  ["d_desc", "dyn_dtree", "d_max_code"],
  ["bl_desc", "bl_tree", "bl_max_code"],
] as const;

interface Made {
  readonly stream: ZStream;
  readonly state: State;
  readonly layout: Layout;
}

const layouts = new Map<string, Made>();

function layoutFor(parameters: DeflateParameters): Made {
  // Level and strategy change numbers only; the numbers of the first are as good as any other's for their places.
  const key = JSON.stringify([parameters.windowBits, parameters.memLevel, parameters.level, parameters.strategy]);
  const known = layouts.get(key) ?? made(parameters);
  layouts.set(key, known);
  return known;
}

function made({ windowBits, level, memLevel, strategy }: DeflateParameters): Made {
  const stream = new PakoStream();
  const answer = deflateInit2(stream, level, Z_DEFLATED, windowBits, memLevel, strategy);
  const { state } = stream;
  if (answer !== Z_OK || state === null) throw new Error(`compression: deflateInit2 answered ${answer}`);
  for (const [name, , most] of DESCRIPTIONS) state[most] = (state[name] as Description).max_code;
  return { stream, state, layout: layoutOf(state) };
}

interface Metered extends State {
  /** What is not paid for yet. */
  counts: number;
  spend: Spend;
  chain: number;
  readonly prev: Uint16Array;
  readonly strstart: number;
  readonly w_mask: number;
  readonly w_size: number;
}

/**
 * How long zlib looks for a match depends on the data, up to 4,096 candidates for every byte. It asks for `max_chain_length` once
 * for each search; whoever answers can count the candidates.
 */
const searching: PropertyDescriptor & ThisType<Metered> = {
  get() {
    const { prev, strstart, w_mask, w_size, chain } = this;
    const limit = Math.max(0, strstart - (w_size - MIN_LOOKAHEAD));
    let at = prev[strstart & w_mask] ?? 0;
    let steps = 0;
    while (at > limit && steps < chain) {
      at = prev[at & w_mask] ?? 0;
      steps += 1;
    }
    this.counts += COUNTS_PER_SEARCH + steps * COUNTS_PER_STEP;
    if (this.counts > SPEND_EVERY) {
      this.spend(this.counts);
      this.counts = 0;
    }
    return chain;
  },
  set(most: number) {
    this.chain = most;
  },
};

/** A class for the class of each state: pako's constructor finds the accessor, and makes an object that V8 is quick with. */
const classes = new Map<object, object>();

function meteredState(model: State, spend: Spend): Metered {
  const DeflateState = model.constructor as new () => State;
  const known = classes.get(DeflateState);
  const prototype = known ?? Object.create(DeflateState.prototype as object, { max_chain_length: searching });
  classes.set(DeflateState, prototype);
  const Kind = Object.assign(function kind() {}, { prototype });
  const state = Reflect.construct(DeflateState, [], Kind) as Metered;
  state.counts = 0;
  state.spend = spend;
  return state;
}

/** MIN_LOOKAHEAD of zlib: MAX_MATCH + MIN_MATCH + 1. */
const MIN_LOOKAHEAD = 262;
