/** The Invoke API, synchronous: a request in, a response or a refusal out (fidelity.md §4). */

import type { InvokeStimulus } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { uuid } from "../time/random.ts";
import type { InvocationResponded } from "../trace/events.ts";
import { networkOneWay } from "./durations.ts";
import { ExecutionEnvironment, type Request, type Surroundings } from "./execution-environment.ts";
import { LATEST, type LambdaFunction } from "./function.ts";
import type { Outcome } from "./outcome.ts";
import { REQUEST_PAYLOAD_BYTES } from "./quotas.ts";
import { decodeClientContext } from "./request-identity.ts";
import type { StreamedAnswer } from "./streamed-answer.ts";
import type { Tracer } from "./tracing.ts";

/** What Lambda holds for an account in a Region. */
export interface LambdaService {
  readonly functions: Map<string, LambdaFunction>;
  readonly environments: ExecutionEnvironment[];
  readonly around: Surroundings;
  readonly tracer: Tracer;
}

interface Refusal {
  readonly StatusCode: number;
  readonly errorCode: string;
  readonly body: object;
}

/** Sends the requests of one stimulus at the same instant; they arrive together. `done` is called for each response. */
export function invokeAll(service: LambdaService, at: Instant, stimulus: InvokeStimulus, index: number, done: (at: Instant) => void): void {
  const arrival = at + networkOneWay(service.around.random);
  for (let request = 0; request < (stimulus.count ?? 1); request += 1) invoke(service, at, arrival, stimulus, index, done);
}

function invoke(
  service: LambdaService,
  at: Instant,
  arrival: Instant,
  stimulus: InvokeStimulus,
  index: number,
  done: (at: Instant) => void,
): void {
  const { heap, record, random } = service.around;
  const requestId = uuid(random);
  const { FunctionName } = stimulus;
  const Payload = stimulus.Payload ?? "{}";
  const { api = "Invoke" } = stimulus;
  const streams = api === "InvokeWithResponseStream";
  record({ type: "invocation-requested", at, requestId, FunctionName, Payload, stimulus: index, ...(streams && { api }) });
  /** A stream has one way back: its pieces do not overtake each other. */
  let wayBack: Millis | undefined;
  const answer = (from: Instant, response: Pick<InvocationResponded, "StatusCode" | "Payload"> & Partial<InvocationResponded>) => {
    const back = from + (wayBack ?? networkOneWay(random));
    record({ ...response, type: "invocation-responded", at: back, requestId, FunctionName });
    heap.schedule(back, () => done(back));
  };
  heap.schedule(arrival, () => {
    const refusal = refuse(service, FunctionName, Payload);
    if (refusal)
      return answer(arrival, { StatusCode: refusal.StatusCode, errorCode: refusal.errorCode, Payload: JSON.stringify(refusal.body) });
    const fn = service.functions.get(FunctionName) as LambdaFunction;
    const clientContext = decodeClientContext(stimulus.ClientContext);
    const request: Request = {
      requestId,
      payload: Payload.trim() === "" ? "{}" : Payload,
      trace: service.tracer.trace(FunctionName, arrival, fn.definition.TracingConfig.Mode, stimulus.TraceHeader),
      ...(clientContext === undefined ? {} : { clientContext }),
      api,
      stream: (environment, piece) => {
        if (!streams) return;
        wayBack ??= networkOneWay(random);
        record({ ...piece, type: "response-chunk", at: piece.at + wayBack, requestId, FunctionName, environment });
      },
      respond: (from, environment, outcome, streamed) => {
        // A buffered answer to a streaming call is one piece.
        if (streams && isBuffered(outcome, streamed) && !outcome.functionError) {
          request.stream(environment, { at: from, bytes: byteLength(outcome.payload), text: outcome.payload });
        }
        const ended = streams ? streamEnding(outcome, streamed) : { Payload: outcome.payload };
        const error = outcome.functionError ? { FunctionError: "Unhandled" as const } : {};
        answer(from, { StatusCode: 200, environment, ExecutedVersion: LATEST, ...error, ...ended });
      },
    };
    place(service, arrival, fn, request);
  });
}

/** The last event of a stream. An error's details come in it, after what had been sent. */
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

/** An idle environment of this very revision, the one used last; else a new one. */
function place(service: LambdaService, at: Instant, fn: LambdaFunction, request: Request): void {
  const warm = service.environments
    .filter((environment) => environment.fn === fn && environment.phase === "Idle")
    .reduce<ExecutionEnvironment | undefined>(
      (best, one) => (best === undefined || one.idleSince > best.idleSince ? one : best),
      undefined,
    );
  if (warm) return warm.invoke(at, request);
  const environment = new ExecutionEnvironment(String(service.environments.length + 1), fn, at, service.around);
  service.environments.push(environment);
  environment.start(at, request);
}

function refuse(service: LambdaService, name: string, payload: string): Refusal | undefined {
  const { account } = service.around;
  if (!service.functions.has(name)) {
    const arn = `arn:aws:lambda:${account.Region}:${account.AccountId}:function:${name}:${LATEST}`;
    return { StatusCode: 404, errorCode: "ResourceNotFoundException", body: { Type: "User", Message: `Function not found: ${arn}` } };
  }
  if (isLongerThan(payload, REQUEST_PAYLOAD_BYTES)) {
    const message = `Request must be smaller than ${REQUEST_PAYLOAD_BYTES} bytes for the InvokeFunction operation`;
    return { StatusCode: 413, errorCode: "RequestEntityTooLargeException", body: { Type: "User", message } };
  }
  const invalid = invalidJson(payload);
  if (invalid !== undefined) {
    const message = `Could not parse request body into json: Could not parse payload into json: ${invalid}`;
    return { StatusCode: 400, errorCode: "InvalidRequestContentException", body: { Type: "User", message } };
  }
  const inFlight = service.environments.filter(({ phase }) => phase === "Init" || phase === "Invoke").length;
  if (inFlight >= account.ConcurrentExecutions) {
    const body = { Reason: "ConcurrentInvocationLimitExceeded", Type: "User", message: "Rate Exceeded." };
    return { StatusCode: 429, errorCode: "TooManyRequestsException", body };
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
