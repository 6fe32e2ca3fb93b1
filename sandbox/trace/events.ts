/**
 * What became of a scenario: timestamped events, in the order they happened. Everything a reader sees (result, log, timeline,
 * bill, checks) is a fold over this list; nothing else comes out of a simulation.
 */
import type { NetworkError } from "../network/network.ts";
import type { InvokeApi, LogLevel, RuntimeIdentifier } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";

export interface Trace {
  readonly startsAt: Instant;
  /** Where the clock stood when the last stimulus had come to its end. */
  readonly endsAt: Instant;
  readonly events: readonly TraceEvent[];
}

export type TraceEvent =
  | InvocationRequested
  | ResponseChunk
  | InvocationResponded
  | EnvironmentCreated
  | InitStarted
  | InitPart
  | InitEnded
  | InvokeStarted
  | InvokeEnded
  | LogWritten
  | HttpRequested
  | HttpResponded
  | EnvironmentReset
  | EnvironmentShutdown
  | FunctionUpdated
  | Simplified;

/** A caller sent a request to the Invoke API. */
export interface InvocationRequested {
  readonly type: "invocation-requested";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  /** JSON text of the event as sent. */
  readonly Payload: string;
  /** Which stimulus of the scenario sent it. */
  readonly stimulus: number;
  /** Absent: Invoke. */
  readonly api?: InvokeApi;
}

/**
 * A piece of a streamed response reached the caller: a PayloadChunk of InvokeWithResponseStream. Pieces need not be what the
 * function wrote at a time.
 */
export interface ResponseChunk {
  readonly type: "response-chunk";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly environment: string;
  readonly bytes: number;
  /** As UTF-8. Of a long response only the beginning is kept (`Simplified`, "streamed text"). */
  readonly text: string;
}

/** What the caller got. A throttle and a refusal are responses too. */
export interface InvocationResponded {
  readonly type: "invocation-responded";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  /** Absent where no environment was involved. */
  readonly environment?: string;
  readonly StatusCode: number;
  /** "Unhandled" for every function error. */
  readonly FunctionError?: "Unhandled";
  readonly ExecutedVersion?: string;
  /** The body, as text: JSON that the function returned, an error payload, or the body of an API error. */
  readonly Payload: string;
  /** InvokeWithResponseStream only: how its stream ended. `Payload` is then the text of its chunks. */
  readonly InvokeComplete?: { readonly ErrorCode?: "Unhandled"; readonly ErrorDetails?: string };
  /** InvokeWithResponseStream only: bytes of the streamed payload, of which `Payload` may hold the beginning only. */
  readonly streamedBytes?: number;
  /** InvokeWithResponseStream only: the MIME type of the streamed payload. */
  readonly ResponseStreamContentType?: string;
  /** The API's error code, where Lambda refused: TooManyRequestsException, … */
  readonly errorCode?: string;
}

export interface EnvironmentCreated {
  readonly type: "environment-created";
  readonly at: Instant;
  /** `환경` is numbered by this: "1", "2", … in order of creation. */
  readonly environment: string;
  readonly FunctionName: string;
  readonly Version: string;
  readonly Runtime: RuntimeIdentifier;
  readonly MemorySize: number;
  readonly logGroup: string;
  readonly logStream: string;
}

export type InitPhase = "init" | "invoke";

/** `phase: "invoke"` is the suppressed init: run again inside an invocation after the first one failed, or after a reset. */
export interface InitStarted {
  readonly type: "init-started";
  readonly at: Instant;
  readonly environment: string;
  readonly phase: InitPhase;
}

/**
 * The four parts of a cold start. `environment` (download of the code, start of the micro virtual machine) comes before Init
 * and is in no duration that AWS reports; the other three make up Init Duration.
 */
export interface InitPart {
  readonly type: "init-part";
  /** When the part began. */
  readonly at: Instant;
  readonly environment: string;
  readonly part: "environment" | "runtime" | "modules" | "code";
  readonly duration: Millis;
}

export interface InitEnded {
  readonly type: "init-ended";
  readonly at: Instant;
  readonly environment: string;
  readonly phase: InitPhase;
  readonly status: "success" | "error" | "timeout";
  readonly errorType?: string;
  readonly duration: Millis;
}

export interface InvokeStarted {
  readonly type: "invoke-started";
  readonly at: Instant;
  readonly environment: string;
  readonly requestId: string;
  /** The first invocation of a new environment. */
  readonly coldStart: boolean;
}

/** One invocation came to its end; what REPORT says. */
export interface InvokeEnded {
  readonly type: "invoke-ended";
  readonly at: Instant;
  readonly environment: string;
  readonly requestId: string;
  /** As in platform.report: `failure` is an error of the function, `error` a crash of the runtime. */
  readonly status: "success" | "failure" | "error" | "timeout";
  readonly errorType?: string;
  readonly duration: Millis;
  readonly billedDuration: Millis;
  readonly initDuration?: Millis;
  readonly memorySizeMB: number;
  readonly maxMemoryUsedMB: number;
}

/** One event of a log stream in CloudWatch Logs. */
export interface LogWritten {
  readonly type: "log";
  readonly at: Instant;
  readonly environment: string;
  /** The invocation during which it was written; absent during Init. */
  readonly requestId?: string;
  readonly source: "platform" | "function";
  /** Of a console call; absent for platform lines and for what was written straight to stdout or stderr. */
  readonly level?: LogLevel;
  /** As CloudWatch Logs stores it, without the line's final newline. */
  readonly message: string;
}

/** A function sent an HTTP request. */
export interface HttpRequested {
  readonly type: "http-requested";
  readonly at: Instant;
  readonly environment: string;
  /** The invocation during which it was sent; absent during Init. */
  readonly requestId?: string;
  /** Tells the environment's HTTP requests apart: 1, 2, … */
  readonly exchange: number;
  readonly method: string;
  readonly url: string;
  /** Names in lower case; several of one name are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as UTF-8. Of a long one only the beginning is kept. */
  readonly body: string;
  readonly bodyBytes: number;
}

/** An answer, or the failure of a connection, reached the function. What comes after a freeze comes at the thaw. */
export interface HttpResponded {
  readonly type: "http-responded";
  readonly at: Instant;
  readonly environment: string;
  readonly requestId?: string;
  readonly exchange: number;
  /** Absent where the connection failed. */
  readonly status?: number;
  readonly bodyBytes?: number;
  /** Why there is no answer. */
  readonly error?: NetworkError;
}

/** The process was lost and starts anew in the same environment: globals gone, /tmp kept, same log stream. */
export interface EnvironmentReset {
  readonly type: "environment-reset";
  readonly at: Instant;
  readonly environment: string;
  readonly why: "timeout" | "crash" | "init failed";
}

export interface EnvironmentShutdown {
  readonly type: "environment-shutdown";
  readonly at: Instant;
  readonly environment: string;
  readonly why: "idle" | "age" | "new version";
}

export interface FunctionUpdated {
  readonly type: "function-updated";
  readonly at: Instant;
  readonly FunctionName: string;
  readonly what: "code" | "configuration";
}

/** The simulation took a short cut that AWS does not take, and says so. */
export interface Simplified {
  readonly type: "simplified";
  readonly at: Instant;
  readonly environment: string;
  readonly requestId?: string;
  readonly what: "work budget" | "log volume" | "streamed text" | "network events" | "locale" | "time zone";
  /** What the short cut is worth, in its own unit: log events or bytes cut off; 0 where it has none. */
  readonly amount: number;
}
