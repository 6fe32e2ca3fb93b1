/**
 * What an engine evaluates once, before any code of a learner's: Node's globals and the Lambda runtime client. The engine's
 * memory is photographed after it, so `boot` may not depend on the function; `configure` tells it whose process it is.
 */
import { capturePrimordials } from "../library/primordials.ts";
import { hasGlobal, makeAwsLambda } from "./awslambda.ts";
import { type Client, makeClientV3 } from "./client-v3.ts";
import { makeClientV4 } from "./client-v4.ts";
import { makeConsole } from "./console.ts";
import { installErrors } from "./errors.ts";
import { type Handler, loadHandler } from "./handler-loading.ts";
import type { Configuration, EntryName, Host, HostError, InvocationData } from "./host.ts";
import { errorFromHost } from "./host-error.ts";
import { InvokeStoreSingle } from "./invoke-store.ts";
import { installLocaleMethods } from "./locale-methods.ts";
import { type CommonJs, makeCommonJs } from "./modules.ts";
import { primordials as p } from "./primordials.ts";
import { type GuestProcess, makeProcess } from "./process.ts";
import { makeProgram, type Program } from "./program.ts";
import { responseStreams } from "./response-stream.ts";
import { type Environment, setTimeZone, zoneLabel } from "./time-zone.ts";
import { makeTimers } from "./timers.ts";
import { type FatalParts, uncaughtFatally } from "./uncaught.ts";

interface Manifest {
  /** Global name → [built-in id, export], defined when first read. */
  readonly globals: Readonly<Record<string, readonly [string, string]>>;
}

/** Where in the process's life guest code is running: decides which of the client's frames end a stack. */
type Stage = "init" | "handler" | "streaming handler" | "loop";

export function boot(host: Host, binding: unknown, manifest: Manifest): Record<EntryName, (...args: never[]) => unknown> {
  const global = globalThis as unknown as Record<PropertyKey, unknown>;
  let stage: Stage = "init";
  let guestProcess: GuestProcess;
  let client: Client;
  let program: Program | undefined;
  let configuration: Configuration;
  let fatal: FatalParts;

  const uncaught = (error: unknown) => {
    if (!guestProcess.emit("uncaughtException", error, "uncaughtException")) uncaughtFatally(fatal, error, "exception");
  };
  const timers = makeTimers(host, uncaught);
  const library = { binding, primordials: capturePrimordials() };
  hideInternalError(global);
  // The engine compiles a template literal to a call of this method; in V8 nobody can get between the two.
  p.defineProperty(String.prototype, "concat", { writable: false, configurable: false });
  installErrors(withStage(host, () => stage));
  const parseJson = JSON.parse;
  const commonJs: CommonJs = makeCommonJs({ host, library, parseJson, warn: (message) => guestProcess.emitWarning(message) });
  // For node:module.
  p.defineProperty(binding as object, "createRequire", { value: commonJs.requireFrom });
  const define = (name: PropertyKey, value: unknown, enumerable = false) =>
    p.defineProperty(global, name, { value, writable: true, enumerable, configurable: true });

  // For node:async_hooks.
  p.defineProperty(binding as object, "asyncTracking", { value: timers.tracking });
  const environment: Environment = { zone: "UTC", locale: "" };
  p.defineProperty(binding as object, "environment", { value: environment });
  installDate((instant) => zoneLabel(environment, binding, instant));
  installLocaleMethods(commonJs.builtin);
  installDisposal();
  define("global", global, true);
  for (const name of p.ObjectKeys(timers.globals)) define(name, timers.globals[name], true);
  p.defineProperty(Math, "random", { value: host.random, writable: true, enumerable: false, configurable: true });
  defineLazily(global, manifest, commonJs);
  // Handed to synthetic modules through lambda-lab:internal, which the host evaluates right after boot.
  define("__lambdaLab", {
    builtin: commonJs.builtin,
    load: commonJs.load,
    requireFrom: commonJs.requireFrom,
    resolveImport: host.resolveImport,
  });

  // Not by then(): that asks the promise's constructor for its species, and by now a learner's code has run.
  const adoptHandler = async () => {
    let handler: Handler;
    try {
      handler = await loadHandler(loading, configuration.env._HANDLER ?? "");
    } catch (error) {
      // After what the loading has left to process.nextTick, such as a warning.
      timers.nextTick(() => client.failInit(error));
      return;
    }
    stage = "loop";
    client.adopt(handler);
  };

  return {
    configure(json: string) {
      configuration = p.JSONParse(json) as Configuration;
      guestProcess = makeProcess({
        host,
        configuration,
        nextTick: timers.nextTick,
        builtin: commonJs.builtin,
        onTimeZone: (value) => setTimeZone(environment, binding, value, parseJson),
      });
      const { LC_ALL, LC_MESSAGES, LANG, TZ } = configuration.env;
      environment.locale = LC_ALL || LC_MESSAGES || LANG || "";
      setTimeZone(environment, binding, TZ, parseJson);
      define("process", guestProcess.process);
      const lambdaConsole = makeConsole(host, configuration, commonJs.builtin);
      define("console", lambdaConsole.console);
      fatal = { host, nodeVersion: configuration.nodeVersion, builtin: commonJs.builtin };
      const inHandler = <T>(run: () => T, of: "handler" | "streaming handler" = "handler"): T => {
        stage = of;
        try {
          return run();
        } finally {
          stage = "loop";
        }
      };
      const endUncaught = (error: unknown) => uncaughtFatally(fatal, error, "init");
      const openResponse = responseStreams(commonJs.builtin, timers, configuration.generation);
      const parts = { host, configuration, console: lambdaConsole, process: guestProcess, timers, inHandler, openResponse, endUncaught };
      const store = configuration.generation === "v3" ? undefined : new InvokeStoreSingle();
      if (hasGlobal(configuration)) define("awslambda", makeAwsLambda(store), true);
      const endProgram = (error: unknown) => uncaughtFatally(fatal, error, "exception");
      if (configuration.program !== undefined)
        program = makeProgram({ host, process: guestProcess, importModule, endUncaught: endProgram });
      client = program ?? (store === undefined ? makeClientV3(parts) : makeClientV4({ ...parts, store }));
      const warn = lambdaConsole.console.warn as (...args: unknown[]) => void;
      loading = { host, commonJs, parseJson, generation: configuration.generation, warn, importModule };
    },
    load() {
      if (program !== undefined && configuration.program !== undefined) program.start(configuration.program);
      else void adoptHandler();
    },
    invoke(requestId: string, deadlineMs: number, invokedFunctionArn: string, trace: string, event: string, clientContext?: string) {
      timers.tracking.reset?.();
      const env = guestProcess.process.env as Record<string, string>;
      const traceId = trace === "" ? undefined : trace;
      if (traceId === undefined) delete env._X_AMZN_TRACE_ID;
      else env._X_AMZN_TRACE_ID = traceId;
      const invocation: InvocationData = { requestId, deadlineMs, invokedFunctionArn, traceId, event, clientContext };
      client.invoke(invocation);
    },
    runTimer: timers.runTimer,
    runImmediates: timers.runImmediates,
    runTicks: timers.runTicks,
    /** After the microtasks: what is still rejected with nobody listening. */
    rejectionUnhandled(promise: unknown, reason: unknown) {
      if (guestProcess.emit("unhandledRejection", reason, promise)) return;
      if (guestProcess.emit("uncaughtException", reason, "unhandledRejection")) return;
      uncaughtFatally(fatal, reason, "rejection");
    },
    uncaught,
    makeError: (json: string) => errorFromHost(p.JSONParse(json) as HostError),
    beforeExit() {
      guestProcess.emit("beforeExit", 0);
      client.beforeExit();
    },
  };
}

let loading: Parameters<typeof loadHandler>[0];

const importModule = (path: string): Promise<unknown> => import(`file://${path}`);

function withStage(host: Host, stage: () => Stage): Host {
  return { ...host, describeError: (raw) => host.describeError(`${stage()}\n${raw}`) };
}

/** What the engine throws as an InternalError (a string that is too long) is a RangeError in V8, which has no such class. */
function hideInternalError(global: Record<PropertyKey, unknown>): void {
  const { prototype } = global.InternalError as { prototype: object };
  Object.setPrototypeOf(prototype, RangeError.prototype);
  for (const [key, value] of [
    ["name", "RangeError"],
    ["constructor", RangeError],
  ] as const) {
    p.defineProperty(prototype, key, { value, writable: true, enumerable: false, configurable: true });
  }
  delete global.InternalError;
}

/** The symbols of explicit resource management, which this engine does not have; Node's own classes have methods of these names. */
function installDisposal(): void {
  for (const name of ["dispose", "asyncDispose"]) {
    if (!p.hasOwn(Symbol, name)) p.defineProperty(Symbol, name, { value: Symbol(`Symbol.${name}`) });
  }
}

/** V8 names the time zone in full. */
function installDate(labelAt: (instant: number) => string): void {
  const { toString, toTimeString } = Date.prototype;
  const getTime = p.uncurry(Date.prototype.getTime);
  const replacements = {
    toString(this: Date): string {
      const text = p.apply(toString, this, []) as string;
      return text === "Invalid Date" ? text : `${text} (${labelAt(getTime(this))})`;
    },
    toTimeString(this: Date): string {
      const text = p.apply(toTimeString, this, []) as string;
      return text === "Invalid Date" ? text : `${text} (${labelAt(getTime(this))})`;
    },
  };
  for (const name of ["toString", "toTimeString"] as const) {
    p.defineProperty(Date.prototype, name, { value: replacements[name], writable: true, enumerable: false, configurable: true });
  }
}

function defineLazily(global: Record<PropertyKey, unknown>, manifest: Manifest, commonJs: CommonJs): void {
  for (const name of p.ObjectKeys(manifest.globals)) {
    const [id, key] = manifest.globals[name] as readonly [string, string];
    const settle = (value: unknown) => p.defineProperty(global, name, { value, writable: true, enumerable: false, configurable: true });
    p.defineProperty(global, name, {
      configurable: true,
      enumerable: false,
      get: () => {
        const value = (commonJs.builtin(id) as Record<string, unknown>)[key];
        settle(value);
        return value;
      },
      set: settle,
    });
  }
}
