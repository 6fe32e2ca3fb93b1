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

export type Value = number & { readonly __value: unique symbol };

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

export interface Arguments {
  readonly length: number;
  /** A string argument; "" where it is missing. Lone surrogates become U+FFFD. */
  string(index: number): string;
  /** A number argument; NaN where it is missing or no number. */
  number(index: number): number;
  /** Borrowed: valid during the call only. */
  value(index: number): Value;
}

export interface Loader {
  /** The full name of `specifier` as imported by `importer`; throws a GuestError that the guest sees. */
  normalize(importer: string, specifier: string): string;
  /** The source of a module by its full name; throws a GuestError that the guest sees. */
  load(name: string): string;
}

/** An exception that the guest shall see: `make` builds it inside the guest, or its message becomes an Error's. */
export class GuestError extends Error {
  readonly make: (() => Value) | undefined;
  constructor(message: string, make?: () => Value) {
    super(message);
    this.make = make;
  }
}

interface Exports {
  readonly fuel: WebAssembly.Global;
  readonly stack_pointer: WebAssembly.Global;
  initialize(): void;
  malloc(bytes: number): number;
  free(pointer: number): void;
  QTS_NewRuntime(): number;
  QTS_NewContext(runtime: number, intrinsics: number): number;
  QTS_RuntimeSetMaxStackSize(runtime: number, bytes: number): void;
  QTS_RuntimeEnableModuleLoader(runtime: number, customNormalize: number): void;
  QTS_Eval(context: number, code: number, length: number, name: number, detectModule: number, flags: number): Value;
  QTS_Call(context: number, fn: Value, self: Value, argc: number, argv: number): Value;
  QTS_ResolveException(context: number, value: Value): Value;
  QTS_Throw(context: number, error: Value): Value;
  QTS_NewError(context: number): Value;
  QTS_NewString(context: number, text: number): Value;
  QTS_GetString(context: number, value: Value): number;
  QTS_FreeCString(context: number, text: number): void;
  QTS_NewFloat64(context: number, value: number): Value;
  QTS_GetFloat64(context: number, value: Value): number;
  QTS_NewFunction(context: number, name: number, length: number, isConstructor: number, id: number): Value;
  QTS_NewArrayBuffer(context: number, data: number, length: number): Value;
  QTS_GetArrayBuffer(context: number, value: Value): number;
  QTS_GetArrayBufferLength(context: number, value: Value): number;
  QTS_GetProp(context: number, self: Value, name: Value): Value;
  QTS_SetProp(context: number, self: Value, name: Value, value: Value): void;
  QTS_GetGlobalObject(context: number): Value;
  QTS_GetModuleNamespace(context: number, module: Value): Value;
  QTS_GetUndefined(): Value;
  QTS_DupValuePointer(context: number, value: Value): Value;
  QTS_FreeValuePointer(context: number, value: Value): void;
  QTS_IsJobPending(runtime: number): number;
  QTS_ExecutePendingJob(runtime: number, most: number, context: number): Value;
}

export interface EngineOptions {
  /** Bytes the engine's memory may grow to. */
  readonly maximumBytes: number;
  /** Milliseconds since 1970 as the guest shall read them. */
  readonly now: () => number;
  readonly loader: Loader;
}

const PAGE = 65_536;
/** The linear memory that the engine asks for at least (its data and its 5 MB C stack come first). */
export const INITIAL_BYTES = 256 * PAGE;
/** JS_EVAL_TYPE_MODULE | strictness flags as quickjs.h numbers them. */
export const EVAL_GLOBAL = 0;
export const EVAL_MODULE = 1;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class Engine {
  readonly memory: WebAssembly.Memory;
  readonly exports: Exports;
  readonly undefined: Value;
  readonly #options: EngineOptions;
  readonly #functions: HostFunction[] = [];
  #bytes: Uint8Array;
  #words: Uint32Array;
  #runtime = 0;
  #context = 0;
  #lost: Halt | undefined;
  #unwind: unknown;

  constructor(module: WebAssembly.Module, options: EngineOptions) {
    this.#options = options;
    this.memory = new WebAssembly.Memory({
      initial: INITIAL_BYTES / PAGE,
      maximum: Math.max(INITIAL_BYTES / PAGE, Math.floor(options.maximumBytes / PAGE)),
    });
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#words = new Uint32Array(this.memory.buffer);
    const instance = new WebAssembly.Instance(module, { host: this.#imports() });
    this.exports = instance.exports as unknown as Exports;
    this.exports.initialize();
    this.#runtime = this.exports.QTS_NewRuntime();
    this.#context = this.exports.QTS_NewContext(this.#runtime, 0);
    this.exports.QTS_RuntimeEnableModuleLoader(this.#runtime, 1);
    this.undefined = this.exports.QTS_GetUndefined();
  }

  /** Work left before the engine is halted, in counts (see meter.ts). */
  get fuel(): number {
    return this.exports.fuel.value as number;
  }
  set fuel(counts: number) {
    this.exports.fuel.value = counts;
  }

  get lost(): Halt | undefined {
    return this.#lost;
  }

  set maxStackBytes(bytes: number) {
    this.exports.QTS_RuntimeSetMaxStackSize(this.#runtime, bytes);
  }

  /** Registers a host function; the guest gets a function value. Order of registration is part of a memory image. */
  newFunction(name: string, length: number, fn: HostFunction): Value {
    this.#functions.push(fn);
    const text = this.#newCString(name);
    const value = this.exports.QTS_NewFunction(this.#context, text, length, 0, this.#functions.length);
    this.exports.free(text);
    return value;
  }

  /** `text` must hold no NUL character: the engine reads C strings. Pass JSON where it may. */
  newString(text: string): Value {
    const pointer = this.#newCString(text);
    const value = this.exports.QTS_NewString(this.#context, pointer);
    this.exports.free(pointer);
    return value;
  }

  newNumber(value: number): Value {
    return this.exports.QTS_NewFloat64(this.#context, value);
  }

  newBytes(bytes: Uint8Array): Value {
    const pointer = this.exports.malloc(Math.max(1, bytes.length));
    this.#bytes.set(bytes, pointer);
    return this.exports.QTS_NewArrayBuffer(this.#context, pointer, bytes.length);
  }

  string(value: Value): string {
    const pointer = this.exports.QTS_GetString(this.#context, value);
    const text = this.#readCString(pointer);
    this.exports.QTS_FreeCString(this.#context, pointer);
    return text;
  }

  number(value: Value): number {
    return this.exports.QTS_GetFloat64(this.#context, value);
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
    const key = this.newString(name);
    const value = this.exports.QTS_GetProp(this.#context, object, key);
    this.free(key);
    return value;
  }

  set(object: Value, name: string, value: Value): void {
    const key = this.newString(name);
    this.exports.QTS_SetProp(this.#context, object, key, value);
    this.free(key);
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

  /** The exception that `value` stands for, or undefined where it is an ordinary value. */
  exception(value: Value): Value | undefined {
    const error = this.exports.QTS_ResolveException(this.#context, value);
    return (error as number) === 0 ? undefined : error;
  }

  eval(code: string, name: string, flags: number): Value {
    return this.#guard(() => {
      const bytes = encoder.encode(code);
      const pointer = this.exports.malloc(bytes.length + 1);
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
      const argv = this.exports.malloc(Math.max(8, args.length * 4));
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
      const out = this.exports.malloc(4);
      const value = this.exports.QTS_ExecutePendingJob(this.#runtime, most, out);
      this.exports.free(out);
      return value;
    });
  }

  throw(error: Value): Value {
    return this.exports.QTS_Throw(this.#context, error);
  }

  /** Runs the guest and turns every way of not coming back into one exception. */
  #guard<T>(run: () => T): T {
    if (this.#lost !== undefined) throw new EngineLost(this.#lost);
    try {
      return run();
    } catch (thrown) {
      if (thrown instanceof Unwind) {
        this.#lost = "abort";
        throw thrown;
      }
      this.#lost ??= this.#haltOf(thrown);
      throw new EngineLost(this.#lost, { cause: thrown });
    }
  }

  #haltOf(thrown: unknown): Halt {
    if (this.fuel < 0) return "fuel";
    // Chromium and Node: RangeError; Firefox: InternalError "too much recursion". Both mean the host's stack.
    const name = thrown instanceof Error ? thrown.name : "";
    if (name === "RangeError" || name === "InternalError") return "stack";
    if (!(thrown instanceof WebAssembly.RuntimeError) && !(thrown instanceof EngineLost)) throw thrown;
    return "abort";
  }

  #newCString(text: string): number {
    const bytes = encoder.encode(text);
    const pointer = this.exports.malloc(bytes.length + 1);
    this.#bytes.set(bytes, pointer);
    this.#bytes[pointer + bytes.length] = 0;
    return pointer;
  }

  #readCString(pointer: number): string {
    const end = this.#bytes.indexOf(0, pointer);
    return decoder.decode(this.#bytes.subarray(pointer, end));
  }

  #arguments(argc: number, argv: number): Arguments {
    const at = (index: number) => (argv + index * 8) as Value;
    return {
      length: argc,
      string: (index) => (index < argc ? this.string(at(index)) : ""),
      number: (index) => (index < argc ? this.number(at(index)) : Number.NaN),
      value: at,
    };
  }

  #callFunction(argc: number, argv: number, id: number): number {
    const fn = this.#functions[id - 1];
    if (fn === undefined) throw new Error(`engine: the guest called host function ${id}, which does not exist`);
    return this.#answer(() => fn(this.#arguments(argc, argv)) ?? (0 as Value));
  }

  /** A host answer, or the exception that the guest shall see. */
  #answer(run: () => number): number {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof GuestError)) throw thrown;
      return this.throw(thrown.make ? thrown.make() : this.newError(thrown.message));
    }
  }

  newError(message: string): Value {
    const error = this.exports.QTS_NewError(this.#context);
    this.set(error, "message", this.newString(message));
    return error;
  }

  #imports(): Record<string, unknown> {
    const { now, loader } = this.#options;
    return {
      memory: this.memory,
      call_function: (_context: number, _self: number, argc: number, argv: number, id: number) => this.#callFunction(argc, argv, id),
      should_interrupt: () => 0,
      load_module_source: (_runtime: number, _context: number, name: number) =>
        this.#loaderAnswer(() => loader.load(this.#readCString(name))),
      normalize_module: (_runtime: number, _context: number, base: number, name: number) =>
        this.#loaderAnswer(() => loader.normalize(this.#readCString(base), this.#readCString(name))),
      free_host_ref: () => undefined,
      resize_heap: (wanted: number) => this.#grow(wanted >>> 0),
      date_now: now,
      clock_time_get: (_clock: number, _precision: bigint, out: number) => {
        new DataView(this.memory.buffer).setBigUint64(out, BigInt(Math.round(now() * 1e6)), true);
        return 0;
      },
      // Lambda's TZ is :UTC. struct tm is nine zeros' worth of fields that the engine reads only for the offset.
      localtime: (_seconds: bigint, tm: number) => this.#bytes.fill(0, tm, tm + 44),
      tzset: (timezone: number, daylight: number) => {
        this.#words[timezone >> 2] = 0;
        this.#words[daylight >> 2] = 0;
      },
      setitimer: () => 0,
      keepalive_clear: () => undefined,
      environ_get: () => 0,
      environ_sizes_get: (count: number, size: number) => {
        this.#words[count >> 2] = 0;
        this.#words[size >> 2] = 0;
        return 0;
      },
      fd_close: () => 52,
      fd_seek: () => 70,
      fd_write: (_fd: number, _iov: number, _count: number, written: number) => {
        this.#words[written >> 2] = 0;
        return 0;
      },
      assert_fail: () => this.#lose("abort"),
      abort: () => this.#lose("abort"),
      proc_exit: () => this.#lose("abort"),
    };
  }

  /** What the loader answered as a C string that the engine frees; 0 with an exception pending where it refused. */
  #loaderAnswer(run: () => string): number {
    return this.#answerLoader(() => this.#newCString(run()));
  }

  #answerLoader(run: () => number): number {
    try {
      return run();
    } catch (thrown) {
      if (!(thrown instanceof GuestError)) throw thrown;
      this.throw(thrown.make ? thrown.make() : this.newError(thrown.message));
      return 0;
    }
  }

  /** Grows in steps that do not depend on the host, and loses the engine at its maximum as the kernel kills a process. */
  #grow(wanted: number): number {
    const have = this.memory.buffer.byteLength;
    if (wanted > this.#options.maximumBytes) return this.#lose("memory");
    const pages = Math.ceil((Math.max(wanted, have + 16 * PAGE) - have) / PAGE);
    const room = Math.floor(this.#options.maximumBytes / PAGE) - have / PAGE;
    try {
      this.memory.grow(Math.min(pages, room));
    } catch {
      return this.#lose("memory");
    }
    this.#bytes = new Uint8Array(this.memory.buffer);
    this.#words = new Uint32Array(this.memory.buffer);
    return 1;
  }

  #lose(halt: Halt): never {
    this.#lost = halt;
    throw new EngineLost(halt);
  }
}
