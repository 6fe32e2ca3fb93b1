/** Runs a guest program in an engine of its own and says how it ended, in words that can be compared between places. */
import {
  Engine,
  EngineLost,
  type EngineOptions,
  EVAL_GLOBAL,
  GuestError,
  type Value,
} from "../../../sandbox/runtime/quickjs/engine/instance.ts";

export interface Outcome {
  /** "value", "exception", or why the engine was lost. */
  readonly end: string;
  readonly text: string;
  readonly counts: number;
  /** Bytes of the engine's stack in use where it was lost. */
  readonly stackBytes: number;
  readonly memoryBytes: number;
  /** The host's own stack overflowed: never wanted. */
  readonly hostOverflow: boolean;
}

/** More counts than an engine can be given at once do not exist: the counter has 31 bits. */
export const ALL_FUEL = 0x7fffffff;

export function newEngine(module: WebAssembly.Module, options: Partial<EngineOptions> = {}): Engine {
  let engine: Engine | undefined;
  const reenter = (fn: Value): Value => {
    if (engine === undefined) throw new Error("spike: a host function ran before its engine was there");
    const value = engine.call(fn);
    const error = engine.exception(value);
    if (error !== undefined) throw new GuestError("from a nested call", () => error);
    return value;
  };
  engine = new Engine(module, {
    maximumBytes: 256 << 20,
    now: () => 1_795_000_000_000,
    functions: [(args) => reenter(args.value(0))],
    // Every module imports another one, without end.
    loader: { normalize: (_importer, specifier) => specifier, load: (name) => `import "./${name}x"` },
    ...options,
  });
  return engine;
}

/** The guest finds a function `host(f)` that calls f from the host. */
export function runGuest(module: WebAssembly.Module, code: string, fuel = ALL_FUEL, options: Partial<EngineOptions> = {}): Outcome {
  const engine = newEngine(module, options);
  const top = engine.exports.stack_pointer.value;
  engine.fuel = ALL_FUEL;
  engine.set(engine.global(), "host", engine.newFunction("host", 1));
  engine.fuel = fuel;
  const ended = (end: string, text: string, cause?: unknown): Outcome => ({
    end,
    text: text.slice(0, 400),
    counts: fuel - Math.max(0, engine.fuel),
    stackBytes: top - engine.exports.stack_pointer.value,
    memoryBytes: engine.memory.buffer.byteLength,
    hostOverflow: end === "stack" && !(cause instanceof WebAssembly.RuntimeError),
  });
  try {
    const value = engine.eval(code, "guest.js", EVAL_GLOBAL);
    while (engine.hasJobs) engine.runJobs(1000);
    const error = engine.exception(value);
    return error === undefined ? ended("value", engine.string(value)) : ended("exception", engine.string(error));
  } catch (thrown) {
    // The engine is lost: what this spike is about. Anything else is a mistake of ours.
    if (!(thrown instanceof EngineLost)) throw thrown;
    return ended(thrown.halt, "", thrown.cause);
  }
}
