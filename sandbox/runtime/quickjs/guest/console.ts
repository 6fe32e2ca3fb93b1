/**
 * console as Lambda's runtime client patches it (aws-lambda-nodejs-runtime-interface-client, src/LogPatch.js and
 * src/logging/*; fidelity.md §1.9): log, info, debug, trace, warn, error and the added fatal write one log event each, with a
 * prefix or as JSON. The other methods are Node's and go straight to stdout or stderr.
 */
import type { Configuration, Host } from "./host.ts";
import { primordials as p } from "./primordials.ts";

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
  const format: Formatter = (...args) => simpleFormat(args) ?? (builtin("util") as { format: Formatter }).format(...args);
  let requestId: string | undefined = configuration.generation === "v3" ? undefined : "-";

  const write = (level: Level, args: unknown[]) => {
    const time = p.DateToISOString(new p.DateCtor());
    const line = json
      ? jsonLine(configuration.generation, requestId, time, level, args, format)
      : `${time}\t${requestId}\t${level}\t${format(...args)}`;
    host.write(level === "WARN" || level === "ERROR" || level === "FATAL" ? 2 : 1, PRIORITY[level], line);
  };
  // As in the runtime clients, the message is a parameter of its own: console.log() writes "undefined".
  const method = (level: Level) =>
    PRIORITY[level] >= threshold ? (message: unknown, ...args: unknown[]) => write(level, [message, ...args]) : () => undefined;

  const info = method("INFO");
  const methods: Record<string, unknown> = {
    log: info,
    info,
    debug: method("DEBUG"),
    trace: method("TRACE"),
    warn: method("WARN"),
    error: method("ERROR"),
    fatal: (message: unknown, ...args: unknown[]) => write("FATAL", [message, ...args]),
  };
  addNodesOwn(methods, host, builtin);
  return {
    console: methods,
    setRequestId: (id) => {
      requestId = id;
    },
    logError: (title, error) => {
      const logged =
        error instanceof p.ErrorCtor ? error : new Error(configuration.generation === "v3" ? (error as string) : p.StringCtor(error));
      // As in the runtime clients, through console.error: a level, or a learner's own console.error, decides.
      const print = (globalThis.console as { error: (...args: unknown[]) => void }).error;
      if (json) print(logged);
      else print(title, `\t${stringifyError(logged, configuration.generation)}`);
    },
  };
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
  for (const name of NODES_OWN) {
    p.defineProperty(methods, name, {
      value: (...args: unknown[]) => library()[name]?.(...args),
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
  format: Formatter,
): string {
  const line: Record<string, unknown> = { timestamp, level, requestId };
  if (args.length === 1) {
    line.message = args[0];
    try {
      return p.JSONStringify(line, replaceErrors);
    } catch {
      line.message = format(args[0]);
      return p.JSONStringify(line);
    }
  }
  line.message = format(...args);
  for (let index = generation === "v3" ? 0 : 1; index < args.length; index += 1) {
    const value = args[index];
    if (!(value instanceof p.ErrorCtor)) continue;
    line.errorType = value.constructor?.name ?? "UnknownError";
    line.errorMessage = value.message;
    line.stackTrace = typeof value.stack === "string" ? p.StringSplit(value.stack, "\n") : [];
    break;
  }
  return p.JSONStringify(line);
}

function replaceErrors(_key: string, value: unknown): unknown {
  if (!(value instanceof p.ErrorCtor)) return value;
  const fields = {
    errorType: value.constructor?.name ?? "UnknownError",
    errorMessage: value.message,
    stackTrace: typeof value.stack === "string" ? p.StringSplit(value.stack, "\n") : value.stack,
  };
  return p.ObjectAssign(fields, value);
}

/** Errors.toFormatted of the runtime client: enumerable properties kept, the stack as a list of lines. */
function stringifyError(error: Error, generation: Configuration["generation"]): string {
  const withFields = (_key: string, value: unknown): unknown => {
    if (!(value instanceof p.ErrorCtor)) return value;
    const code = (value as Error & { code?: unknown }).code;
    const named: Record<string, unknown> = { errorType: value.name, errorMessage: value.message, code };
    const fields = p.ObjectAssign(named, value) as Record<string, unknown>;
    if (typeof value.stack === "string") fields.stack = p.StringSplit(value.stack, "\n");
    return fields;
  };
  try {
    return p.JSONStringify(error, withFields);
  } catch {
    // A cycle, a BigInt or a throwing getter among the error's own properties: the runtime client leaves them out too.
    return p.JSONStringify(rapidError(error, generation));
  }
}

/** The error as it is told to the caller (fidelity.md §1.4). */
export function rapidError(
  error: unknown,
  generation: Configuration["generation"],
): { errorType: string; errorMessage: string; trace?: string[] } {
  try {
    if (error instanceof p.ErrorCtor || (generation === "v3" && looksLikeError(error))) {
      const { name, message, stack } = error as Error;
      return {
        errorType: escapeDelete(name),
        errorMessage: escapeDelete(message),
        trace: generation === "v4" && !stack ? [] : p.StringSplit(escapeDelete(stack as string), "\n"),
      };
    }
    const errorMessage = generation === "v3" ? (error as { toString(): string }).toString() : p.StringCtor(error);
    return { errorType: typeof error, errorMessage, trace: [] };
  } catch {
    // A getter of the learner's error threw, or what it gave is no text; the runtime client answers with this sentence.
    const failed = {
      errorType: "handled",
      errorMessage:
        "callback called with Error argument, but there was a problem while retrieving one or more of its message, name, and stack",
    };
    return generation === "v3" ? failed : { ...failed, trace: [] };
  }
}

function looksLikeError(value: unknown): boolean {
  const like = value as Error | null | undefined;
  return Boolean(
    like?.name &&
      like.message &&
      like.stack &&
      typeof like.name === "string" &&
      typeof like.message === "string" &&
      typeof like.stack === "string",
  );
}

/** DEL breaks the headers in which the runtime client sends the error; it escapes it. What is no text throws, as there. */
function escapeDelete(value: string): string {
  if (value === undefined || value === null) return value;
  if (typeof value !== "string") throw new TypeError("not a string");
  return p.StringReplaceAll(value, "\x7f", "%7F");
}
