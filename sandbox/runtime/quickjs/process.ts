/** One Node.js process in an engine of its own: what Lambda asks of it, and how each phase of it ends. */
import type { Files } from "../../scenario.ts";
import type { Instant } from "../../time/instant.ts";
import type { Activity, Failure, Invocation, Process, ProcessOptions } from "../runtime.ts";
import { Needs } from "../runtime.ts";
import { type BindingContext, bindingFunctions } from "./binding.ts";
import { cpuShare, HOST_CALL_COST, moduleLoadMillis } from "./cpu.ts";
import { bootstrapOf, type CustomRuntime, customRuntime } from "./custom-runtime.ts";
import { Engine, EngineLost, type EngineOptions, type HostFunction, Unwind, type Value } from "./engine/instance.ts";
import type { MemoryImage } from "./engine/memory-image.ts";
import type { EnginePool, Seat } from "./engine-pool.ts";
import { describeError } from "./error-description.ts";
import { EventLoop } from "./event-loop.ts";
import { exitFrom } from "./exit.ts";
import { type Configuration, type EntryName, HOST_FUNCTIONS } from "./guest/host.ts";
import { GuestLoading } from "./guest-loading.ts";
import { askCodec, FREE } from "./host-codec.ts";
import { BUILTIN_IDS } from "./library/manifest.ts";
import type { Library } from "./library.ts";
import { type ModuleLoader, moduleLoader } from "./loader.ts";
import { maximumBytes, memoryUsedMB } from "./memory.ts";
import { openRequests } from "./open-requests.ts";
import { processOutput } from "./output.ts";
import { SaidToLambda } from "./said-to-lambda.ts";
import type { Generation } from "./stack-frames.ts";
import type { Erased } from "./typescript/erase.ts";
import type { V8Errors } from "./v8/v8-errors.ts";
import { WorkClock } from "./work-clock.ts";

/** A booted engine: its memory and where the guest's entries are in it. */
export interface BootImage {
  readonly memory: MemoryImage;
  readonly entries: Readonly<Record<EntryName, Value>>;
}

export interface EngineParts {
  readonly module: WebAssembly.Module;
  readonly pool: EnginePool;
  readonly library: Library;
  readonly image: BootImage;
}

/** Node's version in each runtime, as of the runtimes' releases of October 2026. [INF] Lambda updates them itself. */
const NODE_VERSION: Readonly<Record<Generation, string>> = { v3: "v22.21.0", v4: "v24.11.0" };

/** Node's exit code where a module still waits and nothing could wake it. */
const UNSETTLED_TOP_LEVEL_AWAIT = 13;

export function startProcess(parts: EngineParts, options: ProcessOptions): Process {
  return new QuickJsProcess(parts, options);
}

class QuickJsProcess implements Process {
  readonly #parts: EngineParts;
  readonly #options: ProcessOptions;
  readonly #generation: Generation;
  readonly #seat: Seat;
  readonly #modules: ModuleLoader;
  readonly #loading: GuestLoading;
  readonly #clock = new WorkClock(() => this.#engine);
  /** Made for the first error. */
  #v8: { readonly engine: Engine; readonly errors: V8Errors } | undefined;
  readonly #output: ReturnType<typeof processOutput>;
  readonly #loop: EventLoop;
  readonly #said = new SaidToLambda();
  #exitCode: number | undefined;
  #outOfMemory = false;
  /** Of Date's local methods. */
  #timeZone = "UTC";
  readonly #simplifications = new Set<string>();
  #phase: "init" | "invoke" = "init";
  #modulesMillis = 0;
  #initStarted: Instant = 0;
  /** Of a function that brings its own. */
  readonly #custom: CustomRuntime | undefined;

  constructor(parts: EngineParts, options: ProcessOptions) {
    this.#parts = parts;
    this.#options = options;
    const { definition } = options;
    this.#generation = definition.Runtime === "nodejs22.x" ? "v3" : "v4";
    this.#output = processOutput(options.log);
    if (definition.Runtime === "provided.al2023") this.#custom = customRuntime(options.network, this.#said.apiEvents);
    this.#loop = new EventLoop({
      engine: () => this.#engine,
      entries: parts.image.entries,
      now: () => this.#clock.now,
      isParked: () => this.#said.isParked,
      betweenTurns: () => this.#endFailedInit(),
      ranDry: () => this.#exit(this.#phase === "init" ? UNSETTLED_TOP_LEVEL_AWAIT : 0),
      exit: (code) => this.#exit(code),
    });
    this.#modules = moduleLoader({
      files: definition.files,
      opt: options.opt,
      tmp: options.tmp,
      generation: this.#generation,
      nodePath: options.env.NODE_PATH ?? "",
      nodeOptions: options.env.NODE_OPTIONS ?? "",
      builtins: BUILTIN_IDS,
      exportNames: (id) => exportNames(parts.library)[id] ?? [],
      part: parts.library.part,
      // The answer's shape is the codec's.
      eraseTypes: (text) => askCodec(parts.library, "typescript", "erase", text, this.#engine) as Erased,
      costs: { spend: (counts) => this.#engine.spend(counts), take: () => undefined },
      onLoad: (_path, bytes) => this.#moduleLoaded(bytes),
    });
    this.#loading = new GuestLoading({
      engine: () => this.#engine,
      modules: this.#modules,
      library: parts.library,
      makeError: parts.image.entries.makeError,
      unmetered: (run) => this.#clock.unmetered(run),
      forgetRejection: (error) => this.#loop.rejections.forget(error),
    });
    const functions = this.#hostFunctions();
    this.#seat = parts.pool.seat(parts.image.memory, (image) => new Engine(parts.module, { ...this.#engineOptions(), functions, image }));
  }

  get #engine(): Engine {
    return this.#seat.engine;
  }

  #engineOptions(): Omit<EngineOptions, "functions"> {
    const { definition } = this.#options;
    return {
      maximumBytes: maximumBytes(definition.Runtime, definition.MemorySize ?? 128, this.#parts.image.memory.bytes),
      now: () => Math.floor(this.#clock.read()),
      zoneOffset: (seconds) => this.#zoneOffset(seconds),
      loader: {
        normalize: (importer, specifier) => this.#loading.loading(() => this.#modules.normalize(importer, specifier)),
        load: (name) => this.#loading.loading(() => this.#modules.load(name)),
      },
      onRejection: (promise, reason, handled) =>
        handled ? this.#loop.rejections.remove(promise) : this.#loop.rejections.add(promise, reason),
      hostCallCost: HOST_CALL_COST,
    };
  }

  get maxMemoryUsedMB(): number {
    const { definition } = this.#options;
    const memoryMB = definition.MemorySize ?? 128;
    if (this.#outOfMemory) return memoryMB;
    return memoryUsedMB(definition.Runtime, memoryMB, this.#parts.image.memory.bytes, this.#seat.bytes);
  }

  init(at: Instant, deadline: Instant): Activity {
    this.#phase = "init";
    const program = this.#custom && bootstrapOf(this.#options);
    if (this.#custom && program === undefined) return { state: "failed", at, failure: { why: "no entry point" } };
    this.#begin(at, deadline, 1);
    this.#initStarted = at;
    return this.#run(() => {
      const configuration: Configuration = {
        generation: this.#generation,
        env: this.#options.env,
        nodeVersion: NODE_VERSION[this.#generation],
        memoryMB: this.#options.definition.MemorySize ?? 128,
        ...(program !== undefined && { program }),
      };
      this.#clock.unmetered(() => this.#loop.enter("configure", JSON.stringify(configuration)));
      this.#loop.enterInMicrotask("load");
    });
  }

  invoke(at: Instant, deadline: Instant, invocation: Invocation): Activity {
    this.#phase = "invoke";
    this.#begin(at, deadline, cpuShare(this.#options.definition.MemorySize ?? 128));
    this.#said.expectAnswer(invocation.streamLimit, this.#options.streamed);
    this.#custom?.api.begin(invocation, deadline);
    return this.#run(() => {
      // The program waits for the answer to its own request.
      if (this.#custom) return;
      const { requestId, invokedFunctionArn, traceId = "", event, clientContext } = invocation;
      const known = [requestId, Math.floor(deadline), invokedFunctionArn, traceId, event];
      this.#loop.enterInMicrotask("invoke", ...known, ...(clientContext === undefined ? [] : [clientContext]));
    });
  }

  end(): void {
    this.#seat.leave();
  }

  resume(at: Instant): Activity {
    this.#clock.advance(at);
    return this.#run(() => undefined);
  }

  #begin(at: Instant, deadline: Instant, share: number): void {
    this.#clock.begin(at, deadline, share);
    this.#said.begin();
  }

  /** Gives the guest the CPU and says how that ended. */
  #run(start: () => void): Activity {
    this.#seat.use();
    this.#clock.start();
    let waitUntil: Instant | undefined;
    try {
      waitUntil = this.#engine.guard(() => {
        start();
        return this.#loop.run();
      });
    } catch (thrown) {
      return this.#ended(thrown);
    }
    const at = this.#clock.settle();
    return waitUntil === undefined ? this.#parkedActivity(at) : { state: "waiting", at, until: waitUntil };
  }

  /** Lambda does not wait for a runtime of one's own that has said that it cannot start. */
  #endFailedInit(): void {
    if (this.#custom && this.#said.initError) this.#exit(1);
  }

  #exit(code: number): never {
    this.#exitCode = code;
    throw new Unwind(`exit ${code}`);
  }

  #parkedActivity(at: Instant): Activity {
    const { response } = this.#said;
    if (this.#phase === "init") {
      this.#flush(at);
      const total = at - this.#initStarted;
      return { state: "initialized", at, modules: this.#modulesMillis, code: total - this.#modulesMillis };
    }
    if (response === undefined) throw new Error("process: the client asked for the next invocation before it answered this one");
    this.#flush(at);
    return { state: "responded", at, response };
  }

  /** The guest did not come back in an orderly way: why, as Lambda would see it. */
  #ended(thrown: unknown): Activity {
    if (thrown instanceof Needs) throw thrown;
    if (thrown instanceof EngineLost && thrown.cause instanceof Needs) throw thrown.cause;
    const ranOut = this.#engine.lost === "fuel";
    this.#outOfMemory = this.#engine.lost === "memory";
    const at = ranOut ? this.#clock.deadline : this.#clock.settle();
    if (ranOut && this.#clock.exceedsBudget) this.#options.simplified(at, "work budget", 0);
    this.#flush(at);
    const failure = this.#failure(thrown);
    const { response } = this.#said;
    // It had answered already; the invocation is what it said, and the process is gone.
    if ((response?.ok === true || response?.ok === "streamed") && failure.why === "exit")
      return { state: "responded", at, response, lost: failure.exit };
    if (response?.ok === false && failure.why === "exit") {
      return {
        state: "failed",
        at,
        failure: { why: "reported", errorType: response.errorType, payload: response.payload, exit: failure.exit },
      };
    }
    return { state: "failed", at, failure };
  }

  #failure(thrown: unknown): Failure {
    if (thrown instanceof Unwind && this.#exitCode !== undefined) {
      const exit = exitFrom(this.#exitCode);
      const { initError } = this.#said;
      return initError ? { why: "reported", ...initError, exit } : { why: "exit", exit };
    }
    if (!(thrown instanceof EngineLost)) throw thrown;
    if (thrown.halt === "fuel") return { why: "timeout" };
    if (thrown.halt === "memory") return { why: "out of memory" };
    return { why: "exit", exit: { signal: thrown.halt === "stack" ? "segmentation fault" : "aborted (core dumped)" } };
  }

  #flush(at: Instant): void {
    const cut = this.#output.flush(at);
    if (cut > 0) this.#options.simplified(at, "log volume", cut);
  }

  #moduleLoaded(bytes: number): void {
    const duration = moduleLoadMillis(bytes);
    if (this.#phase === "init") this.#modulesMillis += duration;
    this.#clock.pass(duration);
  }

  // ── What the guest may call ────────────────────────────────────────────────────────────────────────────────────────

  #hostFunctions(): readonly HostFunction[] {
    const engine = () => this.#engine;
    const text = (value: string) => engine().newString(value);
    const byName: Readonly<Record<(typeof HOST_FUNCTIONS)[number], HostFunction>> = {
      write: (args) => {
        this.#output.write(this.#clock.now, args.number(0), args.number(1), args.string(2));
        return undefined;
      },
      now: () => engine().newNumber(this.#clock.read()),
      setTimer: (args) => {
        this.#loop.timers.set(args.number(0), this.#clock.now, args.number(1), args.number(2) === 1);
        return undefined;
      },
      clearTimer: (args) => {
        this.#loop.timers.clear(args.number(0));
        return undefined;
      },
      requestImmediate: () => {
        this.#loop.requestImmediate();
        return undefined;
      },
      requestTick: () => {
        this.#loop.requestTick();
        return undefined;
      },
      respond: (args) => {
        const payload = args.string(1);
        this.#said.respond(args.number(0) === 1 ? { ok: true, payload } : { ok: false, payload, errorType: args.string(2) });
        return undefined;
      },
      next: () => {
        this.#said.park();
        return undefined;
      },
      reportInitError: (args) => {
        this.#said.failInit(args.string(0), args.string(1));
        return undefined;
      },
      initialized: () => {
        this.#said.park();
        return undefined;
      },
      exit: (args) => this.#exit(args.number(0)),
      describeError: (args) => text(describeError(args.string(0), this.#generation, this.#v8Errors())),
      ...this.#loading.calls(),
      memoryUsed: () => engine().newNumber(this.maxMemoryUsedMB * 1_048_576),
      random: () => engine().newNumber(this.#options.random.unit()),
      jsonParseMessage: (args) => text(this.#parts.library.part("v8-messages").jsonParseMessage(args.string(0)) ?? ""),
    };
    const options = this.#options;
    const context: BindingContext = {
      random: this.#options.random,
      now: () => this.#clock.read(),
      sleep: (duration) => this.#clock.pass(duration),
      startedAt: this.#options.startedAt,
      memoryMB: this.#options.definition.MemorySize ?? 128,
      disk: {
        // Made for the first that looks at the disk.
        get files() {
          return diskFiles(options);
        },
        tmp: this.#options.tmp,
        tmpBytes: (this.#options.definition.EphemeralStorage?.Size ?? 512) * 1_048_576,
      },
      codec: (name) => this.#parts.library.codec(name),
      setTimeZone: (zone) => {
        this.#timeZone = zone;
      },
      simplified: (what) => this.#simplifiedOnce(what),
      answer: this.#said.answerSink(() => this.#clock.now),
      requests: openRequests(this.#custom?.network ?? this.#options.network, () => this.#clock.now),
      makeError: (error) => this.#loading.makeError(error),
    };
    return [...HOST_FUNCTIONS.map((name) => byName[name]), ...bindingFunctions(engine, () => context)];
  }

  /** The codec is there already: it has told the zone's name. */
  #zoneOffset(seconds: number): number {
    if (this.#timeZone === "UTC") return 0;
    const instant = Math.max(-8.64e15, Math.min(8.64e15, seconds * 1000));
    return Number(askCodec(this.#parts.library, "formatting", "zoneOffset", `${instant} ${this.#timeZone}`, FREE));
  }

  /** Once for a process and kind: a loop would fill the trace. */
  #simplifiedOnce(what: "locale" | "time zone"): void {
    if (this.#simplifications.has(what)) return;
    this.#simplifications.add(what);
    this.#options.simplified(this.#clock.now, what, 0);
  }

  #v8Errors(): V8Errors | undefined {
    const engine = this.#engine;
    if (this.#loading.isDeep) return undefined;
    if (this.#v8?.engine !== engine) {
      const { part } = this.#parts.library;
      const words = { messages: () => part("v8-messages"), syntax: () => part("v8-syntax") };
      const aFunction = engine.identity(this.#parts.image.entries.configure);
      const errors = part("v8-stacks").errorsOf(engine.memory, aFunction, { source: (file) => this.#modules.source(file) }, words);
      this.#v8 = { engine, errors };
    }
    return this.#v8.errors;
  }
}

/** The named exports of each built-in, written down when the library is built. */
function exportNames(library: Library): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(library.source("exports")) as Readonly<Record<string, readonly string[]>>;
}

function diskFiles({ definition, opt }: ProcessOptions): ReadonlyMap<string, Uint8Array> {
  const encoder = new TextEncoder();
  const below = (folder: string, files: Files) =>
    Object.entries(files).map(([path, text]) => [`${folder}/${path}`, encoder.encode(text)] as const);
  return new Map([...below("/var/task", definition.files), ...below("/opt", opt)]);
}
