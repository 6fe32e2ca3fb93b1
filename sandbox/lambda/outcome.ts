/** How an invocation ended, decided from what the process did: status, payload, error type (fidelity.md §2.2, §2.3, §4.2). */
import type { Exit, Failure, Response, StreamedResponse } from "../runtime/runtime.ts";
import type { History } from "../scenario.ts";
import { type Instant, isoTime } from "../time/instant.ts";
import type { InvokeEnded } from "../trace/events.ts";
import { RESPONSE_PAYLOAD_BYTES } from "./quotas.ts";
import type { StreamedAnswer } from "./streamed-answer.ts";

export interface Outcome {
  readonly status: InvokeEnded["status"];
  /** Shown in REPORT and platform.report; absent where nothing is. */
  readonly errorType?: string;
  readonly functionError: boolean;
  readonly payload: string;
  /** Of a streamed answer. */
  readonly contentType?: string;
}

export type LogStyle = NonNullable<History["platformLogStyle"]>;

export interface OutcomeContext {
  readonly requestId: string;
  readonly at: Instant;
  /** Seconds. */
  readonly timeout: number;
  readonly logStyle: LogStyle;
}

export interface Answered extends OutcomeContext {
  /** What has been streamed. */
  readonly streamed: StreamedAnswer;
  /** Bytes that it may have. */
  readonly streamLimit: number;
}

export function outcomeOfResponse(response: Response, context: Answered): Outcome {
  if (response.ok === "streamed") return outcomeOfStream(response, context);
  if (byteLength(response.payload) > RESPONSE_PAYLOAD_BYTES) return tooLarge(RESPONSE_PAYLOAD_BYTES);
  if (response.ok) return { status: "success", functionError: false, payload: response.payload };
  return { status: "failure", functionError: true, payload: response.payload };
}

function outcomeOfStream({ contentType, ending }: StreamedResponse, context: Answered): Outcome {
  switch (ending.how) {
    case "complete":
      return { status: "success", functionError: false, payload: context.streamed.text(), contentType };
    case "error":
      return { status: "failure", functionError: true, payload: ending.payload, contentType };
    case "too large":
      return { ...tooLarge(context.streamLimit), contentType };
    case "truncated": {
      // [INF] AWS publishes the type; the sentence is in the form of its other ones.
      const errorType = "Runtime.TruncatedResponse";
      return { ...crash(errorType, "Response was truncated", context), contentType };
    }
  }
}

/** [INF] for a streamed answer, whose limit is another one. */
function tooLarge(limit: number): Outcome {
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${limit} bytes).`;
  const errorType = "Function.ResponseSizeTooLarge";
  return { status: "error", errorType, functionError: true, payload: JSON.stringify({ errorMessage, errorType }) };
}

export function outcomeOfFailure(failure: Failure, context: OutcomeContext): Outcome {
  switch (failure.why) {
    case "timeout":
      return timeout(context);
    case "out of memory": {
      const errorType = context.logStyle === "new" ? "Runtime.OutOfMemory" : "Runtime.ExitError";
      return crash(errorType, exitSentence({ signal: "killed" }), context);
    }
    case "exit":
      return crash("Runtime.ExitError", exitSentence(failure.exit), context);
    case "no entry point":
      return crash(initErrorType(failure), NO_BOOTSTRAP, context);
    case "reported":
      return { status: "error", errorType: "Runtime.ExitError", functionError: true, payload: failure.payload };
  }
}

/** As the supervisor says it (aws-lambda-runtime-interface-emulator, internal/lambda/rapidcore/bootstrap.go). */
const NO_BOOTSTRAP = "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]";

/** What INIT_REPORT calls the error: a type of the platform's own, or Runtime.Unknown for any other. */
export function initErrorType(failure: Failure): string {
  switch (failure.why) {
    case "reported":
      return /^(?:Runtime|Function)\.[A-Z][a-zA-Z]+$/.test(failure.errorType) ? failure.errorType : "Runtime.Unknown";
    case "out of memory":
      return "Runtime.OutOfMemory";
    case "exit":
      return "Runtime.ExitError";
    case "no entry point":
      return "Runtime.InvalidEntrypoint";
    case "timeout":
      return "Sandbox.Timedout";
  }
}

/** Init failed again inside the invocation: the caller gets the init error. */
export function outcomeOfFailedInit(failure: Failure, context: OutcomeContext): Outcome {
  const outcome = outcomeOfFailure(failure, context);
  return failure.why === "reported" ? { ...outcome, errorType: initErrorType(failure) } : outcome;
}

export function exitSentence(exit: Exit): string {
  if ("signal" in exit) return `Runtime exited with error: signal: ${exit.signal}`;
  return exit.code === 0 ? "Runtime exited without providing a reason" : `Runtime exited with error: exit status ${exit.code}`;
}

export function timedOutSentence(seconds: number): string {
  return `Task timed out after ${seconds.toFixed(2)} seconds`;
}

function timeout({ requestId, at, timeout: seconds, logStyle }: OutcomeContext): Outcome {
  const sentence = timedOutSentence(seconds);
  const payload =
    logStyle === "new"
      ? { errorType: "Sandbox.Timedout", errorMessage: `RequestId: ${requestId} Error: ${sentence}` }
      : { errorMessage: `${isoTime(at)} ${requestId} ${sentence}` };
  return { status: "timeout", functionError: true, payload: JSON.stringify(payload) };
}

function crash(errorType: string, sentence: string, { requestId }: OutcomeContext): Outcome {
  const payload = JSON.stringify({ errorType, errorMessage: `RequestId: ${requestId} Error: ${sentence}` });
  return { status: "error", errorType, functionError: true, payload };
}

function byteLength(text: string): number {
  if (text.length * 3 <= RESPONSE_PAYLOAD_BYTES) return text.length;
  return new TextEncoder().encode(text).length;
}
