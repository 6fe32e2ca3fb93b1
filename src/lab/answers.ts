/** What the callers of the last click got, and what became of each call: a fold over the trace. */
import { type InvocationRequested, type InvokeEnded, type ReceivedStream, receivedStreams, type Trace } from "../../sandbox/index.ts";

export interface Answer {
  readonly requestId: string;
  /** Absent where no environment was involved. */
  readonly environment?: string;
  readonly coldStart: boolean;
  readonly outcome: "value" | "no value" | "error" | "timeout" | "out of memory" | "throttled" | "refused";
  /** The response's body; JSON laid out for reading. */
  readonly payload: string;
  /** What came piece by piece, where the caller asked for a stream. */
  readonly stream?: ReceivedStream;
}

export function lastAnswers(trace: Trace): readonly Answer[] {
  const requests = trace.events.filter((event) => event.type === "invocation-requested");
  const last = requests.at(-1)?.stimulus;
  const streams = receivedStreams(trace);
  return requests.filter(({ stimulus }) => stimulus === last).map((request) => answerTo(request, trace, streams.get(request.requestId)));
}

function answerTo({ requestId }: InvocationRequested, { events }: Trace, stream: ReceivedStream | undefined): Answer {
  const response = events.find((event) => event.type === "invocation-responded" && event.requestId === requestId);
  if (response?.type !== "invocation-responded") throw new Error(`lastAnswers: ${requestId} was never answered`);
  const { environment, Payload, FunctionError, errorCode } = response;
  const report = events.findLast((event) => event.type === "invoke-ended" && event.requestId === requestId);
  const start = events.find((event) => event.type === "invoke-started" && event.requestId === requestId);
  return {
    requestId,
    ...(environment === undefined ? {} : { environment }),
    coldStart: start?.type === "invoke-started" && start.coldStart,
    outcome: outcomeOf(Payload, FunctionError, errorCode, report?.type === "invoke-ended" ? report : undefined),
    payload: stream === undefined ? laidOut(Payload) : laidOut(stream.error ?? ""),
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
