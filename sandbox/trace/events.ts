/**
 * What became of a scenario: timestamped events, in the order they happened. Everything a reader sees (result, log, timeline,
 * bill, checks) is a fold over this list; nothing else comes out of a simulation.
 */
import type { NetworkError } from "../network/network.ts";
import type { InvokeApi, LogLevel, RuntimeIdentifier } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { EventQueued, EventReturned, EventSettled, LoopStopped, RecordDelivered } from "./asynchronous-events.ts";
import type { AliasChanged, ConcurrencyConfigured, InvocationThrottled, ProvisionedConcurrencyChanged } from "./concurrency-events.ts";
import type { FrontEndRequested, FrontEndResponded } from "./front-end-events.ts";
import type { BatchDiscarded, BatchEnded, BatchSent, MappingChanged, RecordsPut } from "./mapping-events.ts";
import type { MessageDeleted, MessageMoved, MessagePublished, MessageReceived, MessageReturned, MessageSent } from "./queue-events.ts";
import type { EventPut, ObjectPut } from "./trigger-events.ts";

export type * from "./asynchronous-events.ts";
export type * from "./concurrency-events.ts";
export type * from "./front-end-events.ts";
export type * from "./mapping-events.ts";
export type * from "./queue-events.ts";
export type * from "./trigger-events.ts";

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
  | Simplified
  | InvocationThrottled
  | EventQueued
  | EventReturned
  | EventSettled
  | RecordDelivered
  | MessagePublished
  | MessageSent
  | MessageReceived
  | MessageReturned
  | MessageDeleted
  | MessageMoved
  | RecordsPut
  | BatchSent
  | BatchEnded
  | BatchDiscarded
  | MappingChanged
  | ObjectPut
  | EventPut
  | ConcurrencyConfigured
  | ProvisionedConcurrencyChanged
  | AliasChanged
  | FrontEndRequested
  | FrontEndResponded
  | LoopStopped;

/**
 * Who asked for an invocation. Of an event source mapping: its UUID. Of a front end: its name (`url:orders`). `asynchronous`: an
 * attempt of the internal queue.
 */
export type InvocationSource =
  | { readonly kind: "caller" }
  | { readonly kind: "asynchronous" }
  | { readonly kind: "mapping"; readonly mapping: string; readonly EventSourceArn: string }
  | { readonly kind: "front end"; readonly frontEnd: string }
  /** Another service called Lambda's Invoke API: SNS, S3, EventBridge, a destination. */
  | { readonly kind: "service"; readonly service: string };

/** A caller sent a request to the Invoke API. */
export interface InvocationRequested {
  readonly type: "invocation-requested";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  /** JSON text of the event as sent. */
  readonly Payload: string;
  /** Which stimulus of the scenario sent it; of a later consequence, the one that was being applied. */
  readonly stimulus: number;
  /** Absent: Invoke. */
  readonly api?: InvokeApi;
  /** Absent: RequestResponse. */
  readonly InvocationType?: "Event" | "DryRun";
  /** As asked for: a version or an alias. */
  readonly Qualifier?: string;
  /** Absent: the Invoke API's caller. */
  readonly source?: InvocationSource;
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
  /** LogType Tail: base64 of the last 4 KB of the log. */
  readonly LogResult?: string;
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
  /** Absent: on-demand. */
  readonly initializationType?: "provisioned-concurrency";
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
  readonly what: "code" | "configuration" | "version";
  /** The number of the version that was published. */
  readonly Version?: string;
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
