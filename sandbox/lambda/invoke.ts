/** The Invoke API: a request in, a response or a refusal out (fidelity.md §4). */

import { base64 } from "../events/base64.ts";
import type { InvokeStimulus } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { InvocationResponded } from "../trace/events.ts";
import { enqueue } from "./asynchronous.ts";
import { networkOneWay } from "./durations.ts";
import { versionFor } from "./function-resource.ts";
import type { Outcome } from "./outcome.ts";
import { LOG_TAIL_BYTES, REQUEST_PAYLOAD_BYTES } from "./quotas.ts";
import { RECURSION_REFUSAL, stopsLoop } from "./recursion.ts";
import { decodeClientContext } from "./request-identity.ts";
import { notFound, pendingFunction, refused, responseOf, run } from "./run-invocation.ts";
import type { InvocationResult, LambdaService, Refusal } from "./service.ts";
import type { StreamedAnswer } from "./streamed-answer.ts";

/** Sends the requests of one stimulus at the same instant; they arrive together. `done` is called once, with the last response. */
export function invokeAll(service: LambdaService, at: Instant, stimulus: InvokeStimulus, done: (at: Instant) => void): void {
  const arrival = at + networkOneWay(service.around.random);
  const count = stimulus.count ?? 1;
  let open = count;
  let last = at;
  const responded = (back: Instant) => {
    open -= 1;
    last = Math.max(last, back);
    if (open === 0) done(last);
  };
  if (count === 0) service.world.heap.schedule(at, () => done(at));
  for (let request = 0; request < count; request += 1) invoke(service, at, arrival, stimulus, responded);
}

type Answer = Pick<InvocationResponded, "StatusCode" | "Payload"> & Partial<InvocationResponded>;

function invoke(service: LambdaService, at: Instant, arrival: Instant, stimulus: InvokeStimulus, done: (at: Instant) => void): void {
  const { heap, record, random } = service.around;
  const requestId = uuid(random);
  const { FunctionName, Qualifier, api = "Invoke", InvocationType = "RequestResponse", LogType = "None", TraceHeader } = stimulus;
  const Payload = stimulus.Payload ?? "{}";
  const streams = api === "InvokeWithResponseStream";
  record({
    type: "invocation-requested",
    at,
    requestId,
    FunctionName,
    Payload,
    stimulus: service.world.stimulus(),
    ...(streams && { api }),
    ...(InvocationType !== "RequestResponse" && { InvocationType }),
    ...(Qualifier !== undefined && { Qualifier }),
  });
  /** A stream has one way back: its pieces do not overtake each other. */
  let wayBack: Millis | undefined;
  const answer = (from: Instant, response: Answer) => {
    const back = from + (wayBack ?? networkOneWay(random));
    record({ ...response, type: "invocation-responded", at: back, requestId, FunctionName });
    heap.schedule(back, () => done(back));
  };
  const piece = (
    environment: string,
    { at: from, bytes, text }: { readonly at: Instant; readonly bytes: number; readonly text: string },
  ) => {
    wayBack ??= networkOneWay(random);
    record({ bytes, text, type: "response-chunk", at: from + wayBack, requestId, FunctionName, environment });
  };
  heap.schedule(arrival, () => {
    const refusal = refuse(service, arrival, stimulus, Payload);
    if (refusal) return answer(arrival, refused(refusal));
    if (InvocationType === "DryRun") return answer(arrival, { StatusCode: 204, Payload: "" });
    const traced = TraceHeader === undefined ? {} : { TraceHeader };
    const asked = { FunctionName, Payload, requestId, source: { kind: "caller" } as const, ...traced };
    const qualified = Qualifier === undefined ? {} : { Qualifier };
    if (InvocationType === "Event") {
      const queued = enqueue(service, arrival, { ...asked, ...qualified });
      return answer(arrival, queued === undefined ? { StatusCode: 202, Payload: "" } : refused(queued));
    }
    const fn = service.functions.get(FunctionName);
    if (fn !== undefined && stopsLoop(service, fn, arrival, requestId, TraceHeader)) return answer(arrival, refused(RECURSION_REFUSAL));
    const clientContext = decodeClientContext(stimulus.ClientContext);
    const tail: string[] = [];
    const request = {
      ...asked,
      ...qualified,
      ...(clientContext !== undefined && { clientContext }),
      ...(LogType === "Tail" && { logged: (message: string) => void tail.push(message) }),
      ...(streams && { api, onPiece: piece }),
    };
    run(service, arrival, request, (result) => {
      const logged = LogType === "Tail" && result.how === "responded" ? { LogResult: logResult(tail) } : {};
      answer(result.at, streams ? streamResponse(result, piece) : { ...responseOf(result), ...logged });
    });
  });
}

/** Base64 of the last 4 KB of the log of the invocation. */
function logResult(lines: readonly string[]): string {
  return base64(new TextEncoder().encode(lines.map((line) => `${line}\n`).join("")).slice(-LOG_TAIL_BYTES));
}

/** The last event of a stream. A buffered answer to a streaming call is one piece. */
function streamResponse(
  result: InvocationResult,
  piece: (environment: string, piece: { at: Instant; bytes: number; text: string }) => void,
): Answer {
  const response = responseOf(result);
  if (result.how !== "responded") return response;
  const { outcome, streamed, at, environment } = result;
  if (isBuffered(outcome, streamed) && !outcome.functionError) {
    piece(environment, { at, bytes: byteLength(outcome.payload), text: outcome.payload });
  }
  return { ...response, ...streamEnding(outcome, streamed) };
}

/** An error's details come in the last event of a stream, after what had been sent. */
function streamEnding(outcome: Outcome, streamed: StreamedAnswer): Partial<InvocationResponded> & { readonly Payload: string } {
  const { functionError, payload, contentType } = outcome;
  const whole = isBuffered(outcome, streamed);
  const ResponseStreamContentType = contentType ?? (whole ? "application/json" : "application/octet-stream");
  if (functionError) {
    const InvokeComplete = { ErrorCode: "Unhandled", ErrorDetails: payload } as const;
    return { Payload: streamed.text(), InvokeComplete, streamedBytes: streamed.bytes, ResponseStreamContentType };
  }
  const sent = whole
    ? { Payload: payload, streamedBytes: byteLength(payload) }
    : { Payload: streamed.text(), streamedBytes: streamed.bytes };
  return { ...sent, InvokeComplete: {}, ResponseStreamContentType };
}

/** The handler was no streaming one, or the invocation ended before anything was streamed. */
const isBuffered = ({ contentType }: Outcome, streamed: StreamedAnswer) => contentType === undefined && streamed.bytes === 0;

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** Why a request is refused before anything is counted against it. */
function refuse(
  service: LambdaService,
  at: Instant,
  { FunctionName, Qualifier, InvocationType }: InvokeStimulus,
  payload: string,
): Refusal | undefined {
  const fn = service.functions.get(FunctionName);
  // Whichever version a weighted alias chooses, it is there or it is not.
  if (fn === undefined || versionFor(fn, Qualifier, { ...service.routing, unit: () => 0 }) === undefined) {
    return notFound(service, FunctionName, Qualifier);
  }
  if (at < fn.activeAt) return pendingFunction;
  if (InvocationType !== "Event" && isLongerThan(payload, REQUEST_PAYLOAD_BYTES)) {
    const message = `Request must be smaller than ${REQUEST_PAYLOAD_BYTES} bytes for the InvokeFunction operation`;
    return { StatusCode: 413, errorCode: "RequestEntityTooLargeException", body: { Type: "User", message } };
  }
  const invalid = invalidJson(payload);
  if (invalid !== undefined) {
    const message = `Could not parse request body into json: Could not parse payload into json: ${invalid}`;
    return { StatusCode: 400, errorCode: "InvalidRequestContentException", body: { Type: "User", message } };
  }
  return undefined;
}

/** UTF-8 takes one to three bytes for each of a text's UTF-16 units. */
function isLongerThan(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}

/** Simplified: AWS answers with Jackson's own sentence, which names a character code; we say where the text goes wrong. */
function invalidJson(payload: string): string | undefined {
  if (payload.trim() === "") return undefined;
  try {
    JSON.parse(payload);
    return undefined;
  } catch {
    // The host's own message would differ from browser to browser.
    return "expected a valid value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
  }
}
