/**
 * One record per request, whoever sent it: a fold over the trace. It is what the command line's `--json` prints. An event of the
 * internal queue is one request, and its attempts are in it.
 */
import type { Instant, Millis } from "../time/instant.ts";
import type {
  EventSettled,
  InvocationRequested,
  InvocationResponded,
  InvocationSource,
  InvokeEnded,
  SettledCondition,
  ThrottleReason,
  Trace,
} from "./events.ts";
import { type ReceivedStream, receivedStreams } from "./received-stream.ts";

export interface InvocationRecord {
  readonly requestId: string;
  /** null where no environment was involved: a throttle, a refusal. */
  readonly environment: string | null;
  readonly coldStart: boolean;
  /** Milliseconds with two decimals, as REPORT prints them; null where REPORT has no such figure, or there is no REPORT. */
  readonly initDurationMs: number | null;
  readonly durationMs: number | null;
  readonly billedDurationMs: number | null;
  readonly maxMemoryUsedMB: number | null;
  readonly statusCode: number | null;
  readonly functionError: "Unhandled" | null;
  /** The parsed JSON of the response's body; its text where it is no JSON. */
  readonly payload: unknown;
  /** Of an invocation through InvokeWithResponseStream: what came, when, and how it ended. */
  readonly stream?: ReceivedStream;
  /** Where the request was no synchronous one of the Invoke API's caller. */
  readonly from?: InvocationOrigin;
  /** Of a request that an attempt was made at more than once, or that was throttled on its way: each attempt. */
  readonly attempts?: readonly Attempt[];
  /** All log messages of this invocation, platform lines too; those of Init are with the invocation that Init was for. */
  readonly logs: readonly string[];
}

export interface InvocationOrigin {
  readonly functionName: string;
  readonly qualifier?: string;
  readonly invocationType: "RequestResponse" | "Event" | "DryRun";
  readonly source: InvocationSource;
  /** Of an event of the internal queue that Lambda is done with. */
  readonly condition?: SettledCondition;
  readonly approximateInvokeCount?: number;
}

export type Attempt =
  | {
      readonly environment: string;
      readonly coldStart: boolean;
      /** Milliseconds since the request was sent. */
      readonly startedAfterMs: number;
      readonly status: InvokeEnded["status"];
      readonly durationMs: number;
      readonly billedDurationMs: number;
    }
  | { readonly startedAfterMs: number; readonly throttled: ThrottleReason };

/** In the order in which the requests were sent. */
export function invocationRecords(trace: Trace): readonly InvocationRecord[] {
  const drafts = new Map<string, Draft>();
  /** Messages that an environment wrote outside of invocations: they belong to its next one. */
  const waiting = new Map<string, string[]>();
  const running = new Map<string, Draft>();
  for (const event of trace.events) {
    switch (event.type) {
      case "invocation-requested":
        drafts.set(event.requestId, newDraft(event));
        break;
      case "invoke-started": {
        const draft = draftOf(drafts, event.requestId);
        draft.environment = event.environment;
        draft.coldStart = event.coldStart;
        draft.startedAt = event.at;
        draft.logs = [...(waiting.get(event.environment) ?? []), ...draft.logs];
        waiting.delete(event.environment);
        running.set(event.environment, draft);
        break;
      }
      case "log": {
        const draft = event.requestId === undefined ? running.get(event.environment) : draftOf(drafts, event.requestId);
        (draft?.logs ?? waitingOf(waiting, event.environment)).push(event.message);
        break;
      }
      case "invoke-ended":
        addAttempt(draftOf(drafts, event.requestId), event);
        running.delete(event.environment);
        break;
      case "invocation-throttled": {
        const draft = draftOf(drafts, event.requestId);
        draft.attempts.push({ startedAfterMs: after(draft, event.at), throttled: event.Reason });
        break;
      }
      case "event-settled":
        draftOf(drafts, event.requestId).settled = event;
        break;
      case "invocation-responded":
        draftOf(drafts, event.requestId).response = event;
        break;
    }
  }
  const streams = receivedStreams(trace);
  return [...drafts.values()].map((draft) => {
    const stream = streams.get(draft.requested.requestId);
    const { logs, ...record } = recordOf(draft);
    return stream === undefined ? { ...record, logs } : { ...record, payload: draft.response?.Payload ?? "", stream, logs };
  });
}

interface Draft {
  readonly requested: InvocationRequested;
  readonly attempts: Attempt[];
  startedAt: Instant;
  settled: EventSettled | undefined;
  logs: string[];
  environment: string | null;
  coldStart: boolean;
  report: InvokeEnded | undefined;
  response: InvocationResponded | undefined;
}

function newDraft(requested: InvocationRequested): Draft {
  const nothing = { environment: null, report: undefined, response: undefined, settled: undefined };
  return { requested, attempts: [], startedAt: requested.at, logs: [], coldStart: false, ...nothing };
}

function addAttempt(draft: Draft, report: InvokeEnded): void {
  draft.report = report;
  draft.attempts.push({
    environment: report.environment,
    coldStart: draft.coldStart,
    startedAfterMs: after(draft, draft.startedAt),
    status: report.status,
    durationMs: Number(report.duration.toFixed(2)),
    billedDurationMs: report.billedDuration,
  });
}

const after = ({ requested }: Draft, at: Instant): Millis => Number((at - requested.at).toFixed(2));

function draftOf(drafts: ReadonlyMap<string, Draft>, requestId: string): Draft {
  const draft = drafts.get(requestId);
  if (draft === undefined) throw new Error(`invocationRecords: ${requestId} was never requested`);
  return draft;
}

function waitingOf(waiting: Map<string, string[]>, environment: string): string[] {
  const messages = waiting.get(environment) ?? [];
  waiting.set(environment, messages);
  return messages;
}

function recordOf(draft: Draft): InvocationRecord {
  const { requested, environment, coldStart, report, response, attempts, logs } = draft;
  const from = originOf(draft);
  // A throttle of the caller's own request is its answer.
  const tellsAttempts = attempts.length > 1 || (from !== undefined && attempts.some((attempt) => "throttled" in attempt));
  return {
    requestId: requested.requestId,
    environment,
    coldStart,
    initDurationMs: twoDecimals(report?.initDuration),
    durationMs: twoDecimals(report?.duration),
    billedDurationMs: report?.billedDuration ?? null,
    maxMemoryUsedMB: report?.maxMemoryUsedMB ?? null,
    statusCode: response?.StatusCode ?? null,
    functionError: response?.FunctionError ?? null,
    payload: response === undefined ? null : parsed(response.Payload),
    ...(from !== undefined && { from }),
    ...(tellsAttempts && { attempts }),
    logs,
  };
}

function originOf({ requested, settled }: Draft): InvocationOrigin | undefined {
  const { FunctionName, Qualifier, InvocationType = "RequestResponse", source = { kind: "caller" } } = requested;
  if (InvocationType === "RequestResponse" && source.kind === "caller") return undefined;
  return {
    functionName: FunctionName,
    ...(Qualifier !== undefined && { qualifier: Qualifier }),
    invocationType: InvocationType,
    source,
    ...(settled && { condition: settled.condition, approximateInvokeCount: settled.approximateInvokeCount }),
  };
}

function twoDecimals(duration: Millis | undefined): number | null {
  return duration === undefined ? null : Number(duration.toFixed(2));
}

function parsed(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    // A body that is no JSON: an empty one, or what an HTTP error says.
    return payload;
  }
}
