/** One record per request to the Invoke API: a fold over the trace. It is what the command line's `--json` prints. */
import type { Millis } from "../time/instant.ts";
import type { InvocationResponded, InvokeEnded, Trace } from "./events.ts";
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
  /** All log messages of this invocation, platform lines too; those of Init are with the invocation that Init was for. */
  readonly logs: readonly string[];
}

/** In the order in which the requests were sent. */
export function invocationRecords(trace: Trace): readonly InvocationRecord[] {
  const drafts = new Map<string, Draft>();
  /** Messages that an environment wrote outside of invocations: they belong to its next one. */
  const waiting = new Map<string, string[]>();
  const running = new Map<string, Draft>();
  for (const event of trace.events) {
    switch (event.type) {
      case "invocation-requested":
        drafts.set(event.requestId, newDraft(event.requestId));
        break;
      case "invoke-started": {
        const draft = draftOf(drafts, event.requestId);
        draft.environment = event.environment;
        draft.coldStart = event.coldStart;
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
        draftOf(drafts, event.requestId).report = event;
        running.delete(event.environment);
        break;
      case "invocation-responded":
        draftOf(drafts, event.requestId).response = event;
        break;
    }
  }
  const streams = receivedStreams(trace);
  return [...drafts.values()].map((draft) => {
    const stream = streams.get(draft.requestId);
    const { logs, ...record } = recordOf(draft);
    return stream === undefined ? { ...record, logs } : { ...record, payload: draft.response?.Payload ?? "", stream, logs };
  });
}

interface Draft {
  readonly requestId: string;
  logs: string[];
  environment: string | null;
  coldStart: boolean;
  report: InvokeEnded | undefined;
  response: InvocationResponded | undefined;
}

function newDraft(requestId: string): Draft {
  return { requestId, logs: [], environment: null, coldStart: false, report: undefined, response: undefined };
}

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

function recordOf({ requestId, environment, coldStart, report, response, logs }: Draft): InvocationRecord {
  return {
    requestId,
    environment,
    coldStart,
    initDurationMs: twoDecimals(report?.initDuration),
    durationMs: twoDecimals(report?.duration),
    billedDurationMs: report?.billedDuration ?? null,
    maxMemoryUsedMB: report?.maxMemoryUsedMB ?? null,
    statusCode: response?.StatusCode ?? null,
    functionError: response?.FunctionError ?? null,
    payload: response === undefined ? null : parsed(response.Payload),
    logs,
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
