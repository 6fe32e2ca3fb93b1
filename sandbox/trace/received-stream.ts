/** What the caller of a streamed invocation got, piece by piece: a fold over the trace. */
import type { Millis } from "../time/instant.ts";
import type { Trace } from "./events.ts";

export interface ReceivedStream {
  readonly contentType: string;
  readonly pieces: readonly ReceivedPiece[];
  /** From the request to the stream's last event. */
  readonly endedAfter: Millis;
  /** The stream ended with an error: its details, JSON text. */
  readonly error?: string;
}

export interface ReceivedPiece {
  /** From the request to this piece: of the first one, the time to first byte. */
  readonly after: Millis;
  readonly bytes: number;
  readonly text: string;
}

/** By request id, of the requests that asked for a stream and got one. */
export function receivedStreams(trace: Trace): ReadonlyMap<string, ReceivedStream> {
  const requestedAt = new Map<string, number>();
  const pieces = new Map<string, ReceivedPiece[]>();
  const streams = new Map<string, ReceivedStream>();
  for (const event of trace.events) {
    if (event.type === "invocation-requested" && event.api === "InvokeWithResponseStream") {
      requestedAt.set(event.requestId, event.at);
      pieces.set(event.requestId, []);
    }
    if (event.type !== "response-chunk" && event.type !== "invocation-responded") continue;
    const from = requestedAt.get(event.requestId);
    const received = pieces.get(event.requestId);
    if (from === undefined || received === undefined) continue;
    if (event.type === "response-chunk") received.push({ after: event.at - from, bytes: event.bytes, text: event.text });
    else if (event.InvokeComplete !== undefined) {
      const { ErrorDetails } = event.InvokeComplete;
      streams.set(event.requestId, {
        contentType: event.ResponseStreamContentType ?? "application/octet-stream",
        pieces: received,
        endedAfter: event.at - from,
        ...(ErrorDetails !== undefined && { error: ErrorDetails }),
      });
    }
  }
  return streams;
}
