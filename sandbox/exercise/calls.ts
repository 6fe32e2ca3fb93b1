/** A run's invocations with all that a condition can ask about them: a fold over the trace. */
import type { LogLevel, Scenario } from "../scenario.ts";
import type { Millis } from "../time/instant.ts";
import type { InvocationResponded, InvokeEnded, LogWritten, Trace } from "../trace/events.ts";
import { type InvocationRecord, invocationRecords } from "../trace/invocations.ts";
import type { OutcomeKind } from "./condition.ts";

export interface Call {
  /** From 1, in the order of the requests. */
  readonly number: number;
  readonly outcome: OutcomeKind;
  readonly statusCode: number;
  /** What the function returned; undefined where it did not succeed. */
  readonly value: unknown;
  /** Of the error payload, or of the API's refusal. */
  readonly errorType?: string;
  readonly errorMessage?: string;
  readonly coldStart: boolean;
  readonly duration?: Millis;
  readonly billedDuration?: Millis;
  readonly initDuration?: Millis;
  readonly maxMemoryUsed?: number;
  readonly remainingTime?: Millis;
}

export interface LogLine {
  /** Where it stands among the events of the trace. */
  readonly place: number;
  readonly environment: string;
  /** The number of the call during which, or for which in Init, it was written; undefined where none came. */
  readonly call: number | undefined;
  readonly during: "init" | "invoke";
  readonly source: LogWritten["source"];
  readonly level?: LogLevel;
  readonly message: string;
  /** The message without the time, request id and level that the runtime puts before a console call's text. */
  readonly text: string;
}

export function callsOf(scenario: Scenario, trace: Trace): readonly Call[] {
  const responses = new Map<string, InvocationResponded>();
  const reports = new Map<string, InvokeEnded>();
  const timeouts = new Map<string, Millis>();
  for (const event of trace.events) {
    if (event.type === "invocation-requested") timeouts.set(event.requestId, timeoutAt(scenario, event.FunctionName, event.stimulus));
    if (event.type === "invocation-responded") responses.set(event.requestId, event);
    if (event.type === "invoke-ended") reports.set(event.requestId, event);
  }
  return invocationRecords(trace).map((record, index) =>
    callOf(index + 1, record, responses.get(record.requestId), reports.get(record.requestId), timeouts.get(record.requestId) ?? 0),
  );
}

function callOf(
  number: number,
  record: InvocationRecord,
  response: InvocationResponded | undefined,
  report: InvokeEnded | undefined,
  timeout: Millis,
): Call {
  const outcome = outcomeOf(record, response, report);
  const { errorType, errorMessage } = outcome === "success" ? {} : errorOf(record, response);
  const { durationMs, billedDurationMs, initDurationMs, maxMemoryUsedMB } = record;
  return {
    number,
    outcome,
    statusCode: record.statusCode ?? 0,
    value: outcome === "success" ? record.payload : undefined,
    coldStart: record.coldStart,
    ...(errorType !== undefined && { errorType }),
    ...(errorMessage !== undefined && { errorMessage }),
    ...(durationMs !== null && { duration: durationMs, remainingTime: timeout - durationMs }),
    ...(billedDurationMs !== null && { billedDuration: billedDurationMs }),
    ...(initDurationMs !== null && { initDuration: initDurationMs }),
    ...(maxMemoryUsedMB !== null && { maxMemoryUsed: maxMemoryUsedMB }),
  };
}

function outcomeOf(
  { functionError, payload }: InvocationRecord,
  response: InvocationResponded | undefined,
  report: InvokeEnded | undefined,
): OutcomeKind {
  if (response?.errorCode !== undefined) return response.errorCode === "TooManyRequestsException" ? "throttled" : "refused";
  if (functionError === null) return "success";
  if (report?.status === "timeout") return "timeout";
  if (report?.errorType === "Runtime.OutOfMemory") return "out of memory";
  return textOf(payload, "errorType") === "Runtime.ExitError" ? "crash" : "error";
}

function errorOf({ payload }: InvocationRecord, response: InvocationResponded | undefined) {
  const details = response?.InvokeComplete?.ErrorDetails;
  const said = details === undefined ? payload : parsed(details);
  return {
    errorType: response?.errorCode ?? textOf(said, "errorType"),
    errorMessage: textOf(said, "errorMessage") ?? textOf(said, "message"),
  };
}

/** What ends a stream with an error is the runtime's text: of a crash it need not be JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOf(payload: unknown, key: string): string | undefined {
  if (typeof payload !== "object" || payload === null || !Object.hasOwn(payload, key)) return undefined;
  const value: unknown = Reflect.get(payload, key);
  return typeof value === "string" ? value : undefined;
}

/** Milliseconds. The function's Timeout when stimulus number `stimulus` happened. */
function timeoutAt(scenario: Scenario, FunctionName: string, stimulus: number): Millis {
  const DEFAULT = 3;
  let timeout = scenario.functions.find((definition) => definition.FunctionName === FunctionName)?.Timeout ?? DEFAULT;
  for (const happening of scenario.stimuli.slice(0, stimulus)) {
    const isUpdate = happening.type === "updateFunctionConfiguration" && happening.FunctionName === FunctionName;
    if (isUpdate) timeout = happening.configuration.Timeout ?? timeout;
  }
  return timeout * 1_000;
}

/** In the order of the trace. */
export function logLines(trace: Trace): readonly LogLine[] {
  const numbers = new Map<string, number>();
  const running = new Map<string, number>();
  const inInit = new Set<string>();
  const lines: { -readonly [Key in keyof LogLine]: LogLine[Key] }[] = [];
  for (const [place, event] of trace.events.entries()) {
    switch (event.type) {
      case "invocation-requested":
        numbers.set(event.requestId, numbers.size + 1);
        break;
      case "environment-created":
      case "init-started":
        inInit.add(event.environment);
        break;
      case "init-ended":
        inInit.delete(event.environment);
        break;
      case "invoke-started": {
        const number = numbers.get(event.requestId) ?? 0;
        running.set(event.environment, number);
        // What the environment wrote since its last call ended was Init for this one, or came from what that call left running.
        for (const line of lines) if (line.environment === event.environment) line.call ??= number;
        break;
      }
      case "invoke-ended":
        running.delete(event.environment);
        break;
      case "log": {
        const call = event.requestId === undefined ? running.get(event.environment) : numbers.get(event.requestId);
        lines.push(lineOf(event, place, call, inInit.has(event.environment) ? "init" : "invoke"));
        break;
      }
    }
  }
  return lines;
}

function lineOf(event: LogWritten, place: number, call: number | undefined, during: LogLine["during"]): LogLine {
  const { environment, source, level, message } = event;
  return { place, environment, call, during, source, message, text: textOfLine(event), ...(level !== undefined && { level }) };
}

/** In text format a console call's line is `time \t request id \t level \t text`. */
function textOfLine({ level, message }: LogWritten): string {
  return level === undefined ? message : message.replace(/^\S+Z\t[^\t]*\t[A-Z]+\t/, "");
}
