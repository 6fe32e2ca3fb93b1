/**
 * The door between the guest and the host: what our guest code may call, in the order in which the host registers it, and
 * what the host may call in the guest. Guest code sees nothing else of the outside.
 */
export const HOST_FUNCTIONS = [
  "write",
  "now",
  "setTimer",
  "clearTimer",
  "requestImmediate",
  "requestTick",
  "respond",
  "next",
  "reportInitError",
  "initialized",
  "exit",
  "describeError",
  "resolve",
  "compile",
  "importSync",
  "required",
  "resolveImport",
  "hasModuleSyntax",
  "exists",
  "readFile",
  "builtin",
  "memoryUsed",
  "random",
  "jsonParseMessage",
] as const;

export interface Host {
  /** fd 1 or 2. `level`: index into LEVELS for a console call, -1 for raw output. */
  write(fd: number, level: number, text: string): void;
  /** Milliseconds since 1970, with a fraction. */
  now(): number;
  /** A timer due after `delay` ms; `keepsAlive` 0 for an unref'd one. */
  setTimer(id: number, delay: number, keepsAlive: number): void;
  clearTimer(id: number): void;
  requestImmediate(): void;
  requestTick(): void;
  /** The invocation's answer: `ok` 1 with JSON text, or 0 with the error payload and its type. */
  respond(ok: number, payload: string, errorType: string): void;
  /** The runtime client asks for the next invocation: the process may be frozen. */
  next(): void;
  reportInitError(errorType: string, payload: string): void;
  initialized(): void;
  exit(code: number): never;
  /** V8's wording of an error that the engine made: JSON of `{ message, frames }`. */
  describeError(raw: string): string;
  /** Resolves a CommonJS specifier: JSON of `{ kind, path, text? }` or `{ error }`. */
  resolve(specifier: string, parent: string): string;
  /** The CommonJS wrapper function of a file. */
  compile(path: string): unknown;
  /** The namespace of an ES module, by its full name; it is evaluated now. */
  importSync(name: string): unknown;
  /** The full name of an ES module that `parent` requires; throws where it has a top-level await. */
  required(path: string, parent: string): string;
  /** import.meta.resolve: a URL. */
  resolveImport(specifier: string, parent: string): string;
  /** 1 where a file that is no CommonJS would be an ES module. */
  hasModuleSyntax(path: string): number;
  exists(path: string): boolean;
  /** The text of a file; "" where there is none. */
  readFile(path: string): string;
  /** A built-in module's function (see library/). */
  builtin(id: string): unknown;
  memoryUsed(): number;
  /** From 0 to 1, seeded. */
  random(): number;
  /** V8's message for a text that JSON.parse refused; "" where it has none. */
  jsonParseMessage(text: string): string;
}

/** What the host may call, by name, on the object that boot returns. */
export const ENTRIES = [
  "configure",
  "load",
  "invoke",
  "runTimer",
  "runImmediates",
  "runTicks",
  "rejectionUnhandled",
  "beforeExit",
  "uncaught",
  "makeError",
] as const;

export type EntryName = (typeof ENTRIES)[number];

/** What the host asks the guest to throw on its behalf. */
export interface HostError {
  readonly name: "Error" | "TypeError" | "SyntaxError" | "RangeError";
  readonly message: string;
  /** Node's error code; where `bracketed`, the stack starts with `Error [CODE]:` as Node's own errors do. */
  readonly code?: string;
  readonly bracketed?: boolean;
  /** What stands before the first line of its stack. */
  readonly excerpt?: string;
  /** Further properties of the error, in Node's order. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

export const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;

/** What the host tells the guest once, before it loads the handler. */
export interface Configuration {
  readonly generation: "v3" | "v4";
  readonly env: Readonly<Record<string, string>>;
  readonly nodeVersion: string;
  readonly memoryMB: number;
  /** Of a function that brings its own runtime: the file that is run instead of the runtime client. */
  readonly program?: string;
}

export interface InvocationData {
  readonly requestId: string;
  readonly deadlineMs: number;
  readonly invokedFunctionArn: string;
  readonly traceId: string | undefined;
  readonly clientContext: string | undefined;
  readonly event: string;
}
