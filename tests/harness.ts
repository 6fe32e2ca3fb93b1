/** Runs scenarios in tests: the whole simulator, with engine and guest library from disk. */
import { nodeRuntime } from "../sandbox/node/library.ts";
import type { Runtime } from "../sandbox/runtime/runtime.ts";
import type {
  Account,
  Files,
  FunctionDefinition,
  History,
  InvokeStimulus,
  LayerDefinition,
  Scenario,
  Stimulus,
} from "../sandbox/scenario.ts";
import { simulate } from "../sandbox/simulate.ts";
import type { InvocationResponded, InvokeEnded, LogWritten, Trace, TraceEvent } from "../sandbox/trace/events.ts";

/** What a scenario of one function may say besides its files. */
export interface Options extends Partial<Omit<FunctionDefinition, "files">> {
  readonly seed?: number;
  readonly startsAt?: string;
  readonly account?: Account;
  readonly history?: History;
  readonly layers?: readonly LayerDefinition[];
  /** What else exists: queues, streams, mappings, rules, … */
  readonly resources?: Omit<Partial<Scenario>, "seed" | "startsAt" | "account" | "functions" | "layers" | "stimuli" | "history">;
  /** Functions besides the one under test. */
  readonly others?: readonly FunctionDefinition[];
}

export const FUNCTION_NAME = "fn";

let shared: Runtime | undefined;

/** One runtime for all tests of a file: booting it is the slow part. */
export function runtime(): Runtime {
  shared ??= nodeRuntime();
  return shared;
}

/** A text alone is index.mjs. */
export function scenario(files: Files | string, options: Options = {}, stimuli: readonly Stimulus[] = [invoke()]): Scenario {
  const { seed = 1, startsAt = "2026-11-22T07:00:00.000Z", account, history, layers, resources, others = [], ...definition } = options;
  return {
    seed,
    startsAt,
    ...(account === undefined ? {} : { account }),
    ...(history === undefined ? {} : { history }),
    ...(layers === undefined ? {} : { layers }),
    ...resources,
    functions: [
      {
        FunctionName: FUNCTION_NAME,
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        ...definition,
        files: typeof files === "string" ? { "index.mjs": files } : files,
      },
      ...others,
    ],
    stimuli,
  };
}

export function run(files: Files | string, options?: Options, stimuli?: readonly Stimulus[]): Trace {
  return simulate(scenario(files, options, stimuli), runtime());
}

export function invoke(event?: unknown, more: Partial<Omit<InvokeStimulus, "type" | "Payload">> = {}): InvokeStimulus {
  const payload = event === undefined ? {} : { Payload: JSON.stringify(event) };
  return { type: "invoke", FunctionName: FUNCTION_NAME, ...payload, ...more };
}

/** Milliseconds of virtual time in which nothing is sent. */
export const wait = (duration: number): Stimulus => ({ type: "wait", duration });

export const MINUTE = 60_000;

// ── What of a trace is looked at ─────────────────────────────────────────────────────────────────────────────────────

export function eventsOf<T extends TraceEvent["type"]>(trace: Trace, type: T): Extract<TraceEvent, { type: T }>[] {
  return trace.events.filter((event): event is Extract<TraceEvent, { type: T }> => event.type === type);
}

export const responses = (trace: Trace): InvocationResponded[] => eventsOf(trace, "invocation-responded");

/** A test asked for something that did not happen. */
export class NotInTrace extends Error {}

/** The body that the caller of the first, or the k-th, invocation got. */
export function payload(trace: Trace, index = 0): string {
  const response = responses(trace)[index];
  if (response === undefined) throw new NotInTrace(`there is no response ${index}`);
  return response.Payload;
}

export const reports = (trace: Trace): InvokeEnded[] => eventsOf(trace, "invoke-ended");

export const logs = (trace: Trace): LogWritten[] => eventsOf(trace, "log");

/** What the function wrote, event by event. */
export const functionLines = (trace: Trace): string[] =>
  logs(trace)
    .filter(({ source }) => source === "function")
    .map(({ message }) => message);

/** What Lambda wrote, event by event. */
export const platformLines = (trace: Trace): string[] =>
  logs(trace)
    .filter(({ source }) => source === "platform")
    .map(({ message }) => message);

/** The messages of console calls in text format, without time, request id and level. */
export const printed = (trace: Trace): string[] => functionLines(trace).map((line) => line.split("\t").slice(3).join("\t"));

export const lines = (trace: Trace): string[] => logs(trace).map(({ message }) => message);
