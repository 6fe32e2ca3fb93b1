/** A front end's invocation of a function, and what it hears of it. */
import type { FunctionRequest } from "../services/exchange.ts";
import { isLongerThan } from "../services/front-end-quotas.ts";
import type { FunctionAnswer } from "../services/http-answer.ts";
import { metadataOf, WITH_METADATA, withoutMetadata } from "../services/response-stream.ts";
import type { Instant } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import { REQUEST_PAYLOAD_BYTES } from "./quotas.ts";
import { request, responseOf } from "./run-invocation.ts";
import type { InvocationResult, LambdaService } from "./service.ts";
import type { Piece } from "./streamed-answer.ts";

export interface Heard {
  readonly requestId: string;
  readonly answer?: FunctionAnswer;
  /** Of a streamed body. */
  readonly pieces?: readonly Pick<Piece, "at" | "bytes">[];
  /** The function failed in the middle of it. */
  readonly cut?: boolean;
}

export type WholeHeard = Heard & { readonly answer: FunctionAnswer };

/** Gives the request id; `done` hears of the answer, with the instant at which it is there. */
export function askFunction(
  service: LambdaService,
  frontEnd: string,
  at: Instant,
  asks: FunctionRequest,
  done: (heard: WholeHeard, at: Instant) => void,
): string {
  const requestId = asks.requestId ?? uuid(service.around.random);
  if (isLongerThan(asks.Payload, REQUEST_PAYLOAD_BYTES)) {
    done({ requestId, answer: tooLarge(requestId) }, at);
    return requestId;
  }
  const pieces: Piece[] = [];
  const asked = {
    ...asks,
    requestId,
    source: { kind: "front end", frontEnd } as const,
    onPiece: (_: string, piece: Piece) => void pieces.push(piece),
  };
  return request(service, at, asked, (result) => done(heardOf(result, asks.api !== undefined, pieces), result.at));
}

function heardOf(result: InvocationResult, streams: boolean, pieces: readonly Piece[]): WholeHeard {
  const { requestId } = result;
  if (result.how !== "responded") return { requestId, answer: rejection(result) };
  const { outcome, streamed, traceHeader, at } = result;
  const common = { requestId, traceHeader };
  if (!streams) return { requestId, answer: outcome.functionError ? { ...common, how: "failed" } : { ...common, ...answered(outcome) } };
  if (streamed.bytes === 0) {
    if (outcome.functionError) return { requestId, answer: { ...common, how: "failed" } };
    const bytes = new TextEncoder().encode(outcome.payload).length;
    return { requestId, answer: { ...common, ...answered(outcome) }, pieces: bytes === 0 ? [] : [{ at, bytes }] };
  }
  const text = streamed.text();
  const metadata = metadataOf(text);
  // A failure after the first piece has no content type of its own; what was sent says which it was.
  const contentType = outcome.contentType ?? (metadata === undefined ? "application/octet-stream" : WITH_METADATA);
  return {
    requestId,
    answer: { ...common, how: "answered", payload: text, contentType },
    pieces: contentType === WITH_METADATA && metadata !== undefined ? withoutMetadata(pieces, metadata.bytes) : pieces,
    cut: outcome.functionError,
  };
}

const answered = ({ payload, contentType }: { readonly payload: string; readonly contentType?: string }) =>
  ({ how: "answered", payload, ...(contentType !== undefined && { contentType }) }) as const;

function rejection(result: Exclude<InvocationResult, { readonly how: "responded" }>): FunctionAnswer {
  const { StatusCode, errorCode = "", Payload } = responseOf(result);
  return { requestId: result.requestId, how: "rejected", status: StatusCode, errorCode, body: Payload };
}

/** As the Invoke API words it. */
function tooLarge(requestId: string): FunctionAnswer {
  const message = `Request must be smaller than ${REQUEST_PAYLOAD_BYTES} bytes for the InvokeFunction operation`;
  return {
    requestId,
    how: "rejected",
    status: 413,
    errorCode: "RequestEntityTooLargeException",
    body: JSON.stringify({ Type: "User", message }),
  };
}
