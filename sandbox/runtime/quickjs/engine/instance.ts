/**
 * One engine: an instance of the metered WebAssembly with a memory of its own.
 *
 * This is the whole surface between our TypeScript and QuickJS. It is written straight on the engine's exports, without the
 * package's asynchronous glue, because creating an environment must be synchronous (design.md §2) and because nothing of the
 * host (clock, time zone, locale, standard output) may show through the imports.
 *
 * Values of the guest are pointers to a `JSValue` on the engine's heap (`Value`). A pointer that a function here returns is
 * the caller's, who gives it back with `free` — or does not bother: an environment that ends is dropped whole.
 */
import type { Exports, Value } from "./exports.ts";
import { STACK_BELOW_LIMIT, STACK_BYTES } from "./layout.ts";
import { INITIAL_BYTES, type MemoryImage, PAGE, restoreImage, takeImage } from "./memory-image.ts";
import { trackRejections } from "./rejection-tracker.ts";
import { systemImports } from "./system-imports.ts";
import { decodeText } from "./text.ts";

export type { Value } from "./exports.ts";

/** Why an engine stopped for good. Decided by the host, never by what came out of the guest. */
export type Halt = "fuel" | "memory" | "stack" | "abort";

/** Thrown out of any call into the guest once the engine is lost. */
export class EngineLost extends Error {
  readonly halt: Halt;
  constructor(halt: Halt, options?: ErrorOptions) {
    super(`the engine is lost: ${halt}`, options);
    this.halt = halt;
  }
}

/** Thrown by a host function on purpose: unwinds the guest at once, uncatchable by it (process.exit). */
export class Unwind extends Error {}

export type HostFunction = (args: Arguments) => Value | undefined;

/** What the guest handed to a host function. Borrowed: valid during the call only. */
export interface Arguments {
  readonly length: number;
  /** A string argument; "" where it is missing. Lone surrogates become U+FFFD. */
  string(index: number): string;
  /** A number argument; NaN where it is missing or no number. */
  number(index: number): number;
  value(index: number): Value;
}

export interface Loader {
  /** The full name of `specifier` as imported by `importer`; throws a GuestError that the guest sees. */
  normalize(importer: string, specifier: string): string;
  /** The source of a module by its full name; throws a GuestError that the guest sees. */
  load(name: string): string;
}

/** An exception that the guest shall see: `make` builds it inside the guest; without it, an Error with this message. */
export class GuestError extends Error {
  readonly make: (() => Value) | undefined;
  constructor(message: string, make?: () => Value) {
    super(message);
    this.make = make;
  }
}

export interface EngineOptions {
  /** Bytes the engine's memory may grow to. */
  readonly maximumBytes: number;
  /** Milliseconds since 1970 as the guest shall read them. */
  readonly now: () => number;
  /** Seconds by which local time is ahead of UTC at a moment (seconds since 1970). Absent: local time is UTC. */
  readonly zoneOffset?: (seconds: number) => number;
  readonly loader: Loader;
  /** Called in the order in which the guest's functions were made by `newFunction`. */
  readonly functions: readonly HostFunction[];
  /** A promise was rejected with nobody listening (`handled: false`), or somebody listens now. Values are borrowed. */
  readonly onRejection?: (promise: Value, reason: Value, handled: boolean) => void;
  /** Counts that every call of a host function costs. */
  readonly hostCallCost?: number;
  /** An engine whose memory was photographed earlier starts as that one was. */
  readonly image?: MemoryImage;
}

/** quickjs.h: JS_EVAL_TYPE_GLOBAL and JS_EVAL_TYPE_MODULE. */
export const EVAL_GLOBAL = 0;
export const EVAL_MODULE = 1;

/** quickjs.h, NaN boxing on 32 bits: a JSValue whose upper word is 0 holds a 32-bit integer in its lower word. */
const TAG_INT = 0;

/** Where a JSString has its length: six words before its characters (ref_count, len, hash, hash_next, weak references, link). */
const STRING_LENGTH_BEFORE = 24;

/** Bytes of text that pass between guest and host for one count: about what encoding or decoding them takes. */
const BYTES_PER_COUNT_SHIFT = 2;

/** A string that is handed to the host may be so long, in bytes: hosts have limits of their own, each another. */
const LONGEST_STRING = 2 ** 28;

const encoder = new TextEncoder();

export class Engine {
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  readonly undefined: Value;
  readonly #options: EngineOptions;
  readonly #hostCallCost: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #words: Uint32Array;
  #functionsMade = 0;
  readonly #stackAtRest: number;
  #runtime: number;
  #context: number;
  #lost: Halt | undefined;
  /** Why imports could not be resolved, under the names that stand for them. */
  readonly #refusals = new Map<string, GuestError>();
  readonly #stackFloor: number;

  constructor(module: WebAssembly.Module, options: EngineOptions) {
    this.#options = options;
    this.#hostCallCost = options.hostCallCost ?? 0;
    const start = options.image?.bytes ?? INITIAL_BYTES;
    this.memory = new WebAssembly.Memory({
      initial: start / PAGE,
      maximum: Math.min(32_768, Math.max(start / PAGE, Math.floor(options.maximumBytes / PAGE))),
    });
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#words = new Uint32Array(this.memory.buffer);
    const instance = new WebAssembly.Instance(module, { host: this.#imports() });
    // The exports' types are written down in exports.ts; WebAssembly's own say only "value".
    this.exports = instance.exports as unknown as Exports;
    this.#stackFloor = this.exports.stack_pointer.value - STACK_BYTES - STACK_BELOW_LIMIT;
    if (options.image) {
      restoreImage(options.image, this.#bytes);
      this.#runtime = options.image.runtime;
      this.#context = options.image.context;
      this.#functionsMade = options.image.functions;
      this.exports.reaction_hook.value = options.image.reactionHook;
    } else {
      this.exports.initialize();
      this.#runtime = this.exports.QTS_NewRuntime();
      this.exports.QTS_RuntimeSetMaxStackSize(this.#runtime, STACK_BYTES);
      trackRejections(this.exports, this.#runtime, this.#words);
      this.#context = this.exports.QTS_NewContext(this.#runtime, 0);
      this.exports.QTS_RuntimeEnableModuleLoader(this.#runtime, 1);
      this.#checkStrings();
    }
    this.#stackAtRest = this.exports.stack_pointer.value;
    this.undefined = this.exports.QTS_GetUndefined();
  }

  /** Work left before the engine is halted, in counts (see meter.ts). */
  get fuel(): number {
    return this.exports.fuel.value;
  }
  set fuel(counts: number) {
    this.exports.fuel.value = counts;
  }

  /** Takes counts away for work that the host does on the guest's behalf; spent fuel stops the guest at its next loop. */
  charge(counts: number): void {
    this.exports.fuel.value = Math.max(-1, this.exports.fuel.value - counts);
  }

  /** Charges for host work that is about to begin; where the budget does not cover it, the engine is lost before it begins. */
  spend(counts: number): void {
    this.charge(counts);
    if (this.fuel < 0) this.#lose("fuel");
  }

  /** Says how many bytes the host is about to make for the guest; the engine is lost where they could never be handed over. */
  take(bytes: number): void {
    if (bytes > this.#options.maximumBytes) this.#lose("memory");
  }

  /** Bytes of charged stack (stack.ts) that the guest uses at this moment. */
  get stackUsed(): number {
    return this.#stackAtRest - this.exports.stack_pointer.value;
  }

  get lost(): Halt | undefined {
    return this.#lost;
  }

  /** The engine's memory as it is now, for engines that shall start like this one. Only while no guest code runs. */
  image(): MemoryImage {
    return takeImage({
      memory: this.#bytes,
      stackTop: this.#stackAtRest,
      state: {
        runtime: this.#runtime,
        context: this.#context,
        functions: this.#functionsMade,
        reactionHook: this.exports.reaction_hook.value,
      },
      startedFrom: this.#options.image,
    });
  }

  /** A guest function that calls the next host function of `options.functions`. */
  newFunction(name: string, length: number): Value {
    this.#functionsMade += 1;
    const text = this.#newCString(name);
    const value = this.exports.QTS_NewFunction(this.#context, text, length, 0, this.#functionsMade);
    this.exports.free(text);
    return value;
  }

  /** From now on `hook`, a function of the guest's, says what is called when promises settle (reactions.ts). For good. */
  followReactions(hook: Value): void {
    this.exports.reaction_hook.value = this.duplicate(hook);
  }

  newString(text: string): Value {
    // The engine reads C strings. A string with a NUL character is made from its JSON, which has none.
    if (text.includes("\0")) return this.eval(JSON.stringify(text), "lambda-lab:string", EVAL_GLOBAL);
    const pointer = this.#newCString(text);
    const value = this.exports.QTS_NewString(this.#context, pointer);
    this.exports.free(pointer);
    return value;
  }

  newNumber(value: number): Value {
    return this.exports.QTS_NewFloat64(this.#context, value);
  }

  newBytes(bytes: Uint8Array): Value {
    return this.newFilled(bytes.length, (memory) => memory.set(bytes));
  }

  /** An ArrayBuffer that `fill` writes in place: what does not fit ends the guest before the host has taken any memory for it. */
  newFilled(length: number, fill: (memory: Uint8Array) => void): Value {
    this.take(length);
    this.charge(length >> BYTES_PER_COUNT_SHIFT);
    const pointer = this.#malloc(Math.max(1, length));
    fill(this.#bytes.subarray(pointer, pointer + length));
    return this.exports.QTS_NewArrayBuffer(this.#context, pointer, length);
  }

  /** Runs the guest where the value is an object. */
  string(value: Value): string {
    return this.#guard(() => {
      const pointer = this.exports.QTS_GetString(this.#context, value);
      const text = this.#readString(pointer);
      this.exports.QTS_FreeCString(this.#context, pointer);
      return text;
    });
  }

  number(value: Value): number {
    const at = (value as number) >> 2;
    if (this.#words[at + 1] === TAG_INT) return (this.#words[at] as number) | 0;
    return this.#guard(() => this.exports.QTS_GetFloat64(this.#context, value));
  }

  /** A copy of an ArrayBuffer's bytes. */
  bytes(value: Value): Uint8Array {
    const length = this.exports.QTS_GetArrayBufferLength(this.#context, value);
    const pointer = this.exports.QTS_GetArrayBuffer(this.#context, value);
    const copy = this.#bytes.slice(pointer, pointer + length);
    this.exports.free(pointer);
    return copy;
  }

  get(object: Value, name: string): Value {
    return this.#guard(() => {
      const key = this.newString(name);
      const value = this.exports.QTS_GetProp(this.#context, object, key);
      this.free(key);
      return value;
    });
  }

  set(object: Value, name: string, value: Value): void {
    this.#guard(() => {
      const key = this.newString(name);
      this.exports.QTS_SetProp(this.#context, object, key, value);
      this.free(key);
    });
  }

  global(): Value {
    return this.exports.QTS_GetGlobalObject(this.#context);
  }

  free(value: Value): void {
    this.exports.QTS_FreeValuePointer(this.#context, value);
  }

  duplicate(value: Value): Value {
    return this.exports.QTS_DupValuePointer(this.#context, value);
  }

  /** What identifies an object while it lives: its address. */
  identity(object: Value): number {
    return this.#words[(object as number) >> 2] as number;
  }

  /** Are they the same object, or the same small value? */
  isSame(a: Value, b: Value): boolean {
    const [left, right] = [(a as number) >> 2, (b as number) >> 2];
    return this.#words[left] === this.#words[right] && this.#words[left + 1] === this.#words[right + 1];
  }

  /** 0 pending, 1 fulfilled, 2 rejected; negative for what is no promise. */
  promiseState(promise: Value): number {
    return this.exports.QTS_PromiseState(this.#context, promise);
  }

  promiseResult(promise: Value): Value {
    return this.exports.QTS_PromiseResult(this.#context, promise);
  }

  /** The exception that `value` stands for, or undefined where it is an ordinary value. */
  exception(value: Value): Value | undefined {
    const error = this.exports.QTS_ResolveException(this.#context, value);
    return (error as number) === 0 ? undefined : error;
  }

  eval(code: string, name: string, flags: number): Value {
    return this.#guard(() => {
      const bytes = encoder.encode(code);
      const pointer = this.#malloc(bytes.length + 1);
      this.#bytes.set(bytes, pointer);
      this.#bytes[pointer + bytes.length] = 0;
      const file = this.#newCString(name);
      const value = this.exports.QTS_Eval(this.#context, pointer, bytes.length, file, 0, flags);
      this.exports.free(file);
      this.exports.free(pointer);
      return value;
    });
  }

  call(fn: Value, args: readonly Value[] = []): Value {
    return this.#guard(() => {
      const argv = this.#malloc(Math.max(8, args.length * 4));
      for (let index = 0; index < args.length; index += 1) this.#words[(argv >> 2) + index] = args[index] as number;
      const value = this.exports.QTS_Call(this.#context, fn, this.undefined, args.length, argv);
      this.exports.free(argv);
      return value;
    });
  }

  get hasJobs(): boolean {
    return this.exports.QTS_IsJobPending(this.#runtime) !== 0;
  }

  /** Runs at most `most` promise jobs; the value is their number, or the exception of the last one. */
  runJobs(most: number): Value {
    return this.#guard(() => {
      const out = this.#malloc(4);
      const value = this.exports.QTS_ExecutePendingJob(this.#runtime, most, out);
      this.exports.free(out);
      return value;
    });
  }

  throw(error: Value): Value {
    return this.exports.QTS_Throw(this.#context, error);
  }

  newError(message: string): Value {
    const error = this.exports.QTS_NewError(this.#context);
    this.set(error, "message", this.newString(message));
    return error;
  }

  /**
   * Runs host code that may evaluate guest code which is not the learner's (a built-in module on first use): what it costs
   * is given back, as Node's own modules come out of its snapshot.
   */
  unmetered<T>(run: () => T): T {
    const before = this.fuel;
    this.fuel = 0x7fffffff;
    try {
      return run();
    } finally {
      this.fuel = before;
    }
  }

  /**
   * Runs the guest, or host code that hands values to it, and turns every way of not coming back into one exception: an
   * EngineLost, or the Unwind that a host function threw.
   */
  guard<T>(run: () => T): T {
    return this.#guard(run);
  }

  #guard<T>(run: () => T): T {
    if (this.#lost !== undefined) throw new EngineLost(this.#lost);
    try {
      return run();
    } catch (thrown) {
      if (thrown instanceof Unwind) {
        this.#lost ??= "abort";
        throw thrown;
      }
      if (thrown instanceof GuestError) throw thrown;
      this.#lost ??= this.#haltOf(thrown);
      throw thrown instanceof EngineLost ? thrown : new EngineLost(this.#lost, { cause: thrown });
    }
  }

  #haltOf(thrown: unknown): Halt {
    if (thrown instanceof WebAssembly.RuntimeError) {
      if (this.fuel < 0) return "fuel";
      return this.exports.stack_pointer.value < this.#stackFloor ? "stack" : "abort";
    }
    if (isHostOverflow(thrown)) return "stack";
    throw thrown;
  }

  #malloc(bytes: number): number {
    const pointer = this.exports.malloc(bytes);
    if (pointer === 0) this.#lose("memory");
    return pointer;
  }

  #newCString(text: string): number {
    const bytes = encoder.encode(text);
    this.charge(bytes.length >> BYTES_PER_COUNT_SHIFT);
    const pointer = this.#malloc(bytes.length + 1);
    this.#bytes.set(bytes, pointer);
    this.#bytes[pointer + bytes.length] = 0;
    return pointer;
  }

  #checkStrings(): void {
    if (this.string(this.newString("strings")) !== "strings") {
      throw new Error("engine: JSString is not laid out as expected; see sandbox/README.md, “Updating the engine”");
    }
  }

  /** What QTS_GetString points at: the characters of a JSString, whose length stands before them. It may hold NUL characters. */
  #readString(pointer: number): string {
    if (pointer === 0) return "";
    const length = (this.#words[(pointer - STRING_LENGTH_BEFORE) >> 2] as number) & 0x7fff_ffff;
    if (length > LONGEST_STRING) throw new GuestError("Invalid string length");
    this.charge(length >> BYTES_PER_COUNT_SHIFT);
    return decodeText(this.#bytes.subarray(pointer, pointer + length));
  }

  #readCString(pointer: number): string {
    if (pointer === 0) return "";
    const end = this.#bytes.indexOf(0, pointer);
    return decodeText(this.#bytes.subarray(pointer, end));
  }

  #callFunction(argc: number, argv: number, id: number): number {
    const fn = this.#options.functions[id - 1];
    if (fn === undefined) throw new Error(`engine: the guest called host function ${id}, which does not exist`);
    if (this.#hostCallCost > 0) this.charge(this.#hostCallCost);
    const at = (index: number) => (argv + index * 8) as Value;
    try {
      return (
        fn({
          length: argc,
          string: (index) => (index < argc ? this.string(at(index)) : ""),
          number: (index) => (index < argc ? this.number(at(index)) : Number.NaN),
          value: at,
        }) ?? 0
      );
    } catch (thrown) {
      if (!(thrown instanceof GuestError)) throw thrown;
      return this.throw(thrown.make ? thrown.make() : this.newError(thrown.message));
    }
  }

  /** A C string that the engine frees. The package's glue copies it unseen, so that a refusal has to wait for the loading. */
  #normalizeModule(importer: string, specifier: string): number {
    try {
      return this.#newCString(this.#options.loader.normalize(importer, specifier));
    } catch (thrown) {
      if (!(thrown instanceof GuestError)) throw thrown;
      const name = `lambda-lab:refused-${this.#refusals.size}`;
      this.#refusals.set(name, thrown);
      return this.#newCString(name);
    }
  }

  /** A C string that the engine frees; 0 with an exception pending where the loader refused. */
  #loadModule(name: string): number {
    try {
      const refusal = this.#refusals.get(name);
      if (refusal !== undefined) throw refusal;
      return this.#newCString(this.#options.loader.load(name));
    } catch (thrown) {
      if (!(thrown instanceof GuestError)) throw thrown;
      this.throw(thrown.make ? thrown.make() : this.newError(thrown.message));
      return 0;
    }
  }

  #imports(): WebAssembly.ModuleImports {
    return {
      ...systemImports({
        now: this.#options.now,
        zoneOffset: (seconds) => this.#options.zoneOffset?.(seconds) ?? 0,
        bytes: () => this.#bytes,
        grow: (wanted) => this.#grow(wanted),
        abort: () => this.#lose("abort"),
      }),
      memory: this.memory,
      call_function: (_context: number, _self: number, argc: number, argv: number, id: number) => this.#callFunction(argc, argv, id),
      promise_rejection: (_context: number, promise: bigint, reason: bigint, handled: number) =>
        this.#rejected(promise, reason, handled !== 0),
      should_interrupt: () => 0,
      load_module_source: (_runtime: number, _context: number, name: number) => this.#loadModule(this.#readCString(name)),
      normalize_module: (_runtime: number, _context: number, base: number, name: number) =>
        this.#normalizeModule(this.#readCString(base), this.#readCString(name)),
      free_host_ref: () => undefined,
    };
  }

  #rejected(promise: bigint, reason: bigint, handled: boolean): void {
    const { onRejection } = this.#options;
    if (onRejection === undefined) return;
    const pair = this.#malloc(16);
    const view = new DataView(this.memory.buffer);
    view.setBigInt64(pair, promise, true);
    view.setBigInt64(pair + 8, reason, true);
    onRejection(pair as Value, (pair + 8) as Value, handled);
    this.exports.free(pair);
  }

  /** Grows in steps that do not depend on the host, and loses the engine at its maximum as the kernel kills a process. */
  #grow(wanted: number): number {
    const have = this.memory.buffer.byteLength;
    const most = Math.floor(this.#options.maximumBytes / PAGE) * PAGE;
    if (wanted > most) return this.#lose("memory");
    try {
      this.memory.grow((Math.min(most, Math.max(Math.ceil(wanted / PAGE) * PAGE, have + 4 * PAGE)) - have) / PAGE);
    } catch {
      return this.#lose("memory");
    }
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#words = new Uint32Array(this.memory.buffer);
    return 1;
  }

  #lose(halt: Halt): never {
    this.#lost ??= halt;
    throw new EngineLost(halt);
  }
}

/** Chromium and Node: a RangeError; Firefox: InternalError "too much recursion". Any other RangeError is a mistake of ours. */
function isHostOverflow(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return thrown.name === "InternalError" || (thrown.name === "RangeError" && thrown.message === "Maximum call stack size exceeded");
}
