/** What the callers of the last click got, and what became of each call: a fold over the trace. */
import {
  type InvocationRequested,
  type InvocationResponded,
  type InvokeEnded,
  type ReceivedStream,
  receivedStreams,
  type Trace,
} from "../../sandbox/index.ts";

export interface Answer {
  readonly requestId: string;
  /** Absent where no environment was involved. */
  readonly environment?: string;
  readonly coldStart: boolean;
  /** The Invoke API's. */
  readonly statusCode: number;
  readonly outcome: "value" | "no value" | "error" | "timeout" | "out of memory" | "throttled" | "refused";
  /** The response's body; JSON laid out for reading. */
  readonly payload: string;
  /** What came piece by piece, where the caller asked for a stream. */
  readonly stream?: ReceivedStream;
}

export function lastAnswers(trace: Trace): readonly Answer[] {
  const requests = trace.events.filter((event) => event.type === "invocation-requested");
  // What queues, mappings and front ends asked for has no caller who waits.
  const called = requests.filter(({ source }) => source === undefined);
  const last = called.at(-1)?.stimulus;
  const streams = receivedStreams(trace);
  const seen = eventsByRequest(trace);
  return called.filter(({ stimulus }) => stimulus === last).map((request) => answerTo(request, seen, streams.get(request.requestId)));
}

interface Seen {
  readonly responses: ReadonlyMap<string, InvocationResponded>;
  readonly reports: ReadonlyMap<string, InvokeEnded>;
  /** Of the first attempt. */
  readonly cold: ReadonlyMap<string, boolean>;
}

function eventsByRequest({ events }: Trace): Seen {
  const responses = new Map<string, InvocationResponded>();
  const reports = new Map<string, InvokeEnded>();
  const cold = new Map<string, boolean>();
  for (const event of events) {
    if (event.type === "invocation-responded" && !responses.has(event.requestId)) responses.set(event.requestId, event);
    if (event.type === "invoke-ended") reports.set(event.requestId, event);
    if (event.type === "invoke-started" && !cold.has(event.requestId)) cold.set(event.requestId, event.coldStart);
  }
  return { responses, reports, cold };
}

function answerTo(
  { requestId, InvocationType }: InvocationRequested,
  { responses, reports, cold }: Seen,
  stream: ReceivedStream | undefined,
): Answer {
  const response = responses.get(requestId);
  if (response === undefined) throw new Error(`lastAnswers: ${requestId} was never answered`);
  const { environment, Payload, FunctionError, errorCode, StatusCode } = response;
  // What becomes of an event, its caller never hears.
  const report = InvocationType === "Event" ? undefined : reports.get(requestId);
  const payload = stream === undefined ? laidOut(Payload) : laidOut(stream.error ?? "");
  return {
    requestId,
    ...(environment === undefined ? {} : { environment }),
    coldStart: cold.get(requestId) ?? false,
    statusCode: StatusCode,
    outcome: outcomeOf(Payload, FunctionError, errorCode, report),
    payload: InvocationType === undefined || errorCode !== undefined ? payload : `HTTP ${StatusCode}`,
    ...(stream === undefined ? {} : { stream }),
  };
}

function outcomeOf(
  payload: string,
  functionError: string | undefined,
  errorCode: string | undefined,
  report: InvokeEnded | undefined,
): Answer["outcome"] {
  if (errorCode !== undefined) return errorCode === "TooManyRequestsException" ? "throttled" : "refused";
  if (report?.status === "timeout") return "timeout";
  if (report?.errorType === "Runtime.OutOfMemory") return "out of memory";
  if (functionError !== undefined) return "error";
  return payload === "null" ? "no value" : "value";
}

function laidOut(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), undefined, 2);
  } catch {
    // A body that is no JSON is shown as it is.
    return payload;
  }
}
