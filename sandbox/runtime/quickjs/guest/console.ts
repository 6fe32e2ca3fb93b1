/**
 * console as Lambda's runtime client patches it (aws-lambda-nodejs-runtime-interface-client, src/LogPatch.js and
 * src/logging/*; fidelity.md §1.9): log, info, debug, trace, warn, error and the added fatal write one log event each, with a
 * prefix or as JSON. The other methods are Node's and go straight to stdout or stderr.
 */
import type { Configuration, Host } from "./host.ts";
import { append, join, primordials as p, scope, split } from "./primordials.ts";

type Formatter = (...args: unknown[]) => string;

export interface LambdaConsole {
  readonly console: Record<string, unknown>;
  /** What `requestId` in log lines is: an id, or what each generation writes during Init. */
  setRequestId(requestId: string | undefined): void;
  /** Title and error, as structuredConsole.logError writes them. */
  logError(title: string, error: unknown): void;
}

const PRIORITY = { TRACE: 0, DEBUG: 1, INFO: 2, WARN: 3, ERROR: 4, FATAL: 5 } as const;
type Level = keyof typeof PRIORITY;

export function makeConsole(host: Host, configuration: Configuration, builtin: (id: string) => unknown): LambdaConsole {
  const json = configuration.env.AWS_LAMBDA_LOG_FORMAT === "JSON";
  const threshold = PRIORITY[p.StringToUpperCase(configuration.env.AWS_LAMBDA_LOG_LEVEL ?? "TRACE") as Level] ?? 0;
  const format = (args: unknown[]): string =>
    simpleFormat(args) ?? p.apply((builtin("util") as { format: Formatter }).format, undefined, args);
  let requestId: string | undefined = configuration.generation === "v3" ? undefined : "-";

  const write = (level: Level, args: unknown[]) => {
    const time = p.DateToISOString(new p.DateCtor());
    const line = json
      ? jsonLine(configuration.generation, requestId, time, level, args, format)
      : `${time}\t${requestId}\t${level}\t${format(args)}`;
    host.write(level === "WARN" || level === "ERROR" || level === "FATAL" ? 2 : 1, PRIORITY[level], line);
  };
  // As in the runtime clients, the message is a parameter of its own: console.log() writes "undefined".
  const method = (level: Level) =>
    PRIORITY[level] >= threshold ? (message: unknown, ...args: unknown[]) => write(level, withMessage(message, args)) : () => undefined;

  const methods = configuration.program === undefined ? patched(method, write) : plain(host, format);
  addNodesOwn(methods, host, builtin);
  return {
    console: methods,
    setRequestId: (id) => {
      requestId = id;
    },
    logError: (title, error) => {
      const logged =
        error instanceof p.ErrorCtor ? error : new p.ErrorCtor(configuration.generation === "v3" ? (error as string) : p.StringCtor(error));
      // As in the runtime clients, through console.error: a level, or a learner's own console.error, decides.
      const print = (scope.console as { error: (...args: unknown[]) => void }).error;
      if (json) print(logged);
      else print(title, `\t${stringifyError(logged, configuration.generation)}`);
    },
  };
}

function patched(method: (level: Level) => unknown, write: (level: Level, args: unknown[]) => void): Record<string, unknown> {
  const info = method("INFO");
  return {
    log: info,
    info,
    debug: method("DEBUG"),
    trace: method("TRACE"),
    warn: method("WARN"),
    error: method("ERROR"),
    fatal: (message: unknown, ...args: unknown[]) => write("FATAL", withMessage(message, args)),
  };
}

/** Node's own: what is written to stdout or stderr, without a prefix. */
function plain(host: Host, format: (args: unknown[]) => string): Record<string, unknown> {
  const to =
    (fd: number, before = "") =>
    (...args: unknown[]) =>
      host.write(fd, -1, `${before}${format(args)}\n`);
  return { log: to(1), info: to(1), debug: to(1), trace: to(2, "Trace: "), warn: to(2), error: to(2) };
}

function withMessage(message: unknown, rest: readonly unknown[]): unknown[] {
  const args = [message];
  for (let index = 0; index < rest.length; index += 1) append(args, rest[index]);
  return args;
}

const NODES_OWN = [
  "assert",
  "clear",
  "count",
  "countReset",
  "dir",
  "dirxml",
  "group",
  "groupCollapsed",
  "groupEnd",
  "table",
  "time",
  "timeEnd",
  "timeLog",
  "timeStamp",
];

/** table, dir, group, time …: loaded when first called. */
function addNodesOwn(methods: Record<string, unknown>, host: Host, builtin: (id: string) => unknown): void {
  let loaded: Record<string, (...args: unknown[]) => unknown> | undefined;
  const library = () => {
    const make = builtin("console") as (write: (fd: number, text: string) => void) => NonNullable<typeof loaded>;
    loaded ??= make((fd, text) => host.write(fd, -1, text));
    return loaded;
  };
  p.defineProperty(methods, "Console", {
    get: () => builtin("internal/console-class"),
    set: (value) => p.defineProperty(methods, "Console", { value, writable: true, enumerable: true, configurable: true }),
    enumerable: true,
    configurable: true,
  });
  for (const name of NODES_OWN) {
    p.defineProperty(methods, name, {
      value: (...args: unknown[]) => p.apply(library()[name] as (...args: unknown[]) => unknown, undefined, args),
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}

/** util.format for what most log lines are: primitives without a format string. Undefined: leave it to util. */
function simpleFormat(args: unknown[]): string | undefined {
  let line = "";
  for (let index = 0; index < args.length; index += 1) {
    const value = args[index];
    let part: string;
    if (typeof value === "string") {
      if (index === 0 && args.length > 1 && p.StringIncludes(value, "%")) return undefined;
      part = value;
    } else if (typeof value === "number") part = value === 0 && 1 / value < 0 ? "-0" : `${value}`;
    else if (typeof value === "bigint") part = `${value}n`;
    else if (typeof value === "boolean" || value === undefined || value === null) part = `${value}`;
    else return undefined;
    line = index === 0 ? part : `${line} ${part}`;
  }
  return line;
}

/** Keys in the order in which the runtime client sets them: timestamp, level, requestId, message. */
function jsonLine(
  generation: Configuration["generation"],
  requestId: string | undefined,
  timestamp: string,
  level: Level,
  args: unknown[],
  format: (args: unknown[]) => string,
): string {
  const line = { __proto__: null, timestamp, level, requestId } as Record<string, unknown>;
  if (args.length === 1) {
    line.message = args[0];
    try {
      return p.JSONStringify(line, replaceErrors);
    } catch {
      line.message = format(args);
      return p.JSONStringify(line);
    }
  }
  line.message = format(args);
  for (let index = generation === "v3" ? 0 : 1; index < args.length; index += 1) {
    const value = args[index];
    if (!(value instanceof p.ErrorCtor)) continue;
    line.errorType = value.constructor?.name ?? "UnknownError";
    line.errorMessage = value.message;
    line.stackTrace = typeof value.stack === "string" ? split(value.stack, "\n") : [];
    break;
  }
  return p.JSONStringify(line);
}

function replaceErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof p.ErrorCtor)) return value;
  const fields = {
    __proto__: null,
    errorType: value.constructor?.name ?? "UnknownError",
    errorMessage: value.message,
    stackTrace: typeof value.stack === "string" ? split(value.stack, "\n") : value.stack,
  };
  return p.ObjectAssign(fields, value);
}

/** Errors.toFormatted of the runtime client: enumerable properties kept, the stack as a list of lines. */
function stringifyError(error: Error, generation: Configuration["generation"]): string {
  const withFields = (_key: string, value: unknown): unknown => {
    if (!(value instanceof p.ErrorCtor)) return value;
    const code = (value as Error & { code?: unknown }).code;
    const named: Record<string, unknown> = { __proto__: null, errorType: value.name, errorMessage: value.message, code };
    const fields = p.ObjectAssign(named, value) as Record<string, unknown>;
    if (typeof value.stack === "string") fields.stack = split(value.stack, "\n");
    return fields;
  };
  try {
    return p.JSONStringify(error, withFields);
  } catch {
    // A cycle, a BigInt or a throwing getter among the error's own properties: the runtime client leaves them out too.
    return rapidError(error, generation).text;
  }
}

/** The error as it is told to the caller (fidelity.md §1.4): its type, and the payload's JSON text. */
export interface RapidError {
  readonly errorType: string;
  readonly text: string;
}

export function rapidError(error: unknown, generation: Configuration["generation"]): RapidError {
  try {
    if (error instanceof p.ErrorCtor || (generation === "v3" && looksLikeError(error))) {
      const { name, message, stack } = error as Error;
      const trace = generation === "v4" && !stack ? [] : split(escapeDelete(stack as string), "\n");
      return rapid(escapeDelete(name), escapeDelete(message), trace);
    }
    const errorMessage = generation === "v3" ? (error as { toString(): string }).toString() : p.StringCtor(error);
    return rapid(typeof error, errorMessage, []);
  } catch {
    // A getter of the learner's error threw, or what it gave is no text; the runtime client answers with this sentence.
    const errorMessage =
      "callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack";
    return rapid("handled", errorMessage, generation === "v3" ? undefined : []);
  }
}

/** Written piece by piece: JSON.stringify of an object would ask it for a toJSON that a learner may have given to all objects. */
function rapid(errorType: string, errorMessage: string, trace: readonly string[] | undefined): RapidError {
  let text = "{";
  const add = (key: string, json: string | undefined) => {
    if (json !== undefined) text += `${text === "{" ? "" : ","}"${key}":${json}`;
  };
  add("errorType", p.JSONStringify(errorType));
  add("errorMessage", p.JSONStringify(errorMessage));
  if (trace !== undefined) add("trace", jsonList(trace));
  return { errorType, text: `${text}}` };
}

function jsonList(texts: readonly string[]): string {
  let list = "";
  for (let index = 0; index < texts.length; index += 1) list += (index === 0 ? "" : ",") + p.JSONStringify(texts[index]);
  return `[${list}]`;
}

function looksLikeError(value: unknown): boolean {
  const like = value as Error | null | undefined;
  return !!(
    like?.name &&
    like.message &&
    like.stack &&
    typeof like.name === "string" &&
    typeof like.message === "string" &&
    typeof like.stack === "string"
  );
}

/** DEL breaks the headers in which the runtime client sends the error; it escapes it. What is no text throws, as there. */
function escapeDelete(value: string): string {
  if (value === undefined || value === null) return value;
  if (typeof value !== "string") throw new p.TypeErrorCtor("not a string");
  return p.StringIncludes(value, DELETE) ? join(split(value, DELETE), "%7F") : value;
}

const DELETE = "\x7f";
