/**
 * A hostile case: code that tries to hang, exhaust, confuse or leave the simulator, and how real Lambda would end it. Data
 * only, so that the same cases run in Node and in a browser.
 *
 * Every case is two invocations on one execution environment: the hostile one, then one that must work.
 */
import type { HttpStub } from "../../sandbox/network/http-stub.ts";
import type { Files, FunctionDefinition, InvokeApi, LayerDefinition } from "../../sandbox/scenario.ts";
import type { InvokeEnded, Simplified } from "../../sandbox/trace/events.ts";

export const KINDS = [
  "endless loop",
  "endless microtasks",
  "long promise chain",
  "timer storm",
  "endless built-in",
  "busy waiting",
  "backtracking",
  "memory bomb",
  "deep recursion",
  "deep source",
  "deep JSON",
  "deep structure",
  "flood of logs",
  "prototype pollution",
  "constructor chain",
  "stack trace trick",
  "process exit",
  "swallowed timeout",
  "unhandled rejections",
  "circular result",
  "BigInt result",
  "7 MB result",
  "lone surrogates",
  "toJSON",
  "looping Proxy or getter",
  "odd result",
  "expensive host call",
  "endless stream",
  "compression bomb",
  "way out of /tmp",
  "endless response",
  "layer trick",
  "TypeScript trick",
  "package trick",
  "network trick",
  "formatting trick",
  "custom runtime trick",
] as const;

export type Kind = (typeof KINDS)[number];

export interface HostileCase {
  /** What the code does, as a noun phrase: it is the test's title. */
  readonly name: string;
  readonly kind: Kind;
  readonly files: Files;
  readonly options?: Options;
  /** JSON text of the first event. */
  readonly event?: string;
  /** The caller asks for a stream. */
  readonly api?: InvokeApi;
  readonly layers?: readonly LayerDefinition[];
  readonly http?: readonly HttpStub[];
  readonly expected: Expected;
  /** The second invocation. Default: it answers "works". */
  readonly then?: Expected;
}

export type Options = Partial<Omit<FunctionDefinition, "FunctionName" | "files">>;

export interface Expected {
  readonly status: InvokeEnded["status"];
  readonly errorType?: string;
  /** The caller's payload: JSON text, or a pattern that it matches. */
  readonly payload?: string | RegExp;
  /** Milliseconds, exactly. */
  readonly duration?: number;
  /** Each matches a log line. */
  readonly logs?: readonly RegExp[];
  /** None matches a log line. */
  readonly noLogs?: readonly RegExp[];
  readonly simplified?: Simplified["what"];
}

/** Seconds that a case has unless it says otherwise: endless work ends soon. */
export const TIMEOUT = 1;

/** The second event. */
export const AGAIN = '{"again":true}';

export interface More extends Partial<Omit<HostileCase, "name" | "kind" | "files" | "expected">> {
  /** Statements of the module, before the handler. */
  readonly module?: string;
}

/** A case in one file: an async handler that does `body` at its first event and answers "works" to the second. */
export function hostile(kind: Kind, name: string, body: string, expected: Expected, { module = "", ...more }: More = {}): HostileCase {
  const handler = `export const handler = async (event, context) => {\n  if (event.again) return "works";\n${body}\n};\n`;
  return { kind, name, files: { "index.mjs": `${module}\n${handler}` }, expected, ...more };
}

export const works: Expected = { status: "success", payload: '"works"' };

export function returns(payload: string | RegExp, more: Partial<Expected> = {}): Expected {
  return { status: "success", payload, ...more };
}

/** The deadline came first; the invocation lasts exactly as long as the function's Timeout. */
export function timesOut(seconds = TIMEOUT, more: Partial<Expected> = {}): Expected {
  const sentence = `Task timed out after ${seconds.toFixed(2)} seconds`;
  const payload = new RegExp(
    `^\\{"errorType":"Sandbox\\.Timedout","errorMessage":"RequestId: \\S+ Error: ${sentence.replaceAll(".", "\\.")}"\\}$`,
  );
  return { status: "timeout", payload, duration: seconds * 1000, ...more };
}

/** The kernel killed the process. */
export const outOfMemory: Expected = {
  status: "error",
  errorType: "Runtime.OutOfMemory",
  payload: exited("signal: killed", "Runtime.OutOfMemory"),
};

/** The handler threw, or its promise was rejected: an error of the function; the process lives on. */
export function throws(errorType: string, message: string | RegExp, more: Partial<Expected> = {}): Expected {
  const text = typeof message === "string" ? `${escape(JSON.stringify(message).slice(1, -1))}"[,}]` : message.source;
  return { status: "failure", payload: new RegExp(`^\\{"errorType":"${escape(errorType)}","errorMessage":"${text}`), ...more };
}

/** The process ended, as Lambda words it: "exit status 1", "signal: aborted (core dumped)". */
export function exits(how: string, more: Partial<Expected> = {}): Expected {
  return { status: "error", errorType: "Runtime.ExitError", payload: exited(how, "Runtime.ExitError"), ...more };
}

/** The stack of the engine's own code is deep enough for no more: V8's RangeError, which the code can catch. */
export const tooDeep = throws("RangeError", "Maximum call stack size exceeded");

/** For a test's title: "ends as timeout". */
export function ending({ status, errorType, payload }: Expected): string {
  if (status === "success") return typeof payload === "string" && payload.length < 40 ? `answers ${payload}` : "answers";
  if (status === "failure") return "is an error of the function";
  return status === "timeout" ? "ends at its timeout" : `ends as ${errorType}`;
}

function exited(how: string, errorType: string): RegExp {
  return new RegExp(
    `^\\{"errorType":"${escape(errorType)}","errorMessage":"RequestId: \\S+ Error: Runtime exited with error: ${escape(how)}"\\}$`,
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
