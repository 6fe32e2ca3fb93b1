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

// ── Throttling and concurrency ─────────────────────────────────────────────────────────────────────────────────────

/** Lambda API, ThrottleReason. */
export type ThrottleReason =
  | "ConcurrentInvocationLimitExceeded"
  | "FunctionInvocationRateLimitExceeded"
  | "ReservedFunctionConcurrentInvocationLimitExceeded"
  | "ReservedFunctionInvocationRateLimitExceeded";

/** No environment took the request. One for each attempt, also of the internal queue and of pollers. */
export interface InvocationThrottled {
  readonly type: "invocation-throttled";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly Qualifier?: string;
  readonly Reason: ThrottleReason;
  readonly source: InvocationSource;
}

export interface ConcurrencyConfigured {
  readonly type: "concurrency-configured";
  readonly at: Instant;
  readonly FunctionName: string;
  /** null: none is reserved. */
  readonly ReservedConcurrentExecutions: number | null;
}

export interface ProvisionedConcurrencyChanged {
  readonly type: "provisioned-concurrency-changed";
  readonly at: Instant;
  readonly FunctionName: string;
  readonly Qualifier: string;
  readonly Requested: number;
  readonly Allocated: number;
  readonly Status: "IN_PROGRESS" | "READY" | "FAILED" | "DELETED";
  readonly StatusReason?: string;
}

export interface AliasChanged {
  readonly type: "alias-changed";
  readonly at: Instant;
  readonly FunctionName: string;
  readonly Name: string;
  /** Version → share of the requests, adding up to 1. Empty: the alias was deleted. */
  readonly weights: Readonly<Record<string, number>>;
}

// ── Asynchronous invocation ────────────────────────────────────────────────────────────────────────────────────────

/** Lambda accepted an event (202) into the function's internal queue. */
export interface EventQueued {
  readonly type: "event-queued";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly Qualifier?: string;
}

/** An attempt did not handle the event; it goes back to the internal queue until the next one. */
export interface EventReturned {
  readonly type: "event-returned";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly why: "function error" | "throttled";
  readonly nextAttemptAt: Instant;
}

export type SettledCondition = "Success" | "RetriesExhausted" | "EventAgeExceeded" | "ZeroReservedConcurrency" | "RecursiveLoop";

/** Lambda is done with the event. */
export interface EventSettled {
  readonly type: "event-settled";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  readonly condition: SettledCondition;
  readonly approximateInvokeCount: number;
}

/** Lambda handed something to another service: an event to the dead-letter queue, a record to a destination. */
export interface RecordDelivered {
  readonly type: "record-delivered";
  readonly at: Instant;
  /** Of the invocation that it tells of. */
  readonly requestId: string;
  readonly FunctionName: string;
  readonly as: "dead letter" | "on success" | "on failure";
  readonly to: string;
  /** Absent: it did not arrive. */
  readonly body?: string;
  readonly error?: string;
}

/** Recursion detection stopped a loop between functions and queues or topics. */
export interface LoopStopped {
  readonly type: "loop-stopped";
  readonly at: Instant;
  readonly requestId: string;
  readonly FunctionName: string;
  /** Times that the function had been invoked by the same triggering event. */
  readonly invocations: number;
}

// ── Queues ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A topic accepted a message. */
export interface MessagePublished {
  readonly type: "message-published";
  readonly at: Instant;
  readonly topic: string;
  readonly messageId: string;
  readonly body: string;
  /** ARNs of those whose filter policy wants it. */
  readonly subscribers: readonly string[];
}

export interface MessageSent {
  readonly type: "message-sent";
  readonly at: Instant;
  readonly queue: string;
  readonly messageId: string;
  readonly body: string;
  readonly MessageGroupId?: string;
}

/** A poller took the message; it is invisible to others until `invisibleUntil`. */
export interface MessageReceived {
  readonly type: "message-received";
  readonly at: Instant;
  readonly queue: string;
  readonly messageId: string;
  readonly ApproximateReceiveCount: number;
  readonly invisibleUntil: Instant;
}

/** It is visible again: its visibility timeout has passed, or was set to 0. */
export interface MessageReturned {
  readonly type: "message-returned";
  readonly at: Instant;
  readonly queue: string;
  readonly messageId: string;
}

export interface MessageDeleted {
  readonly type: "message-deleted";
  readonly at: Instant;
  readonly queue: string;
  readonly messageId: string;
  readonly why: "handled" | "filtered" | "retention";
}

/** To the dead-letter queue, or back from it. */
export interface MessageMoved {
  readonly type: "message-moved";
  readonly at: Instant;
  readonly queue: string;
  readonly to: string;
  readonly messageId: string;
  readonly why: "maxReceiveCount" | "redrive";
}

// ── Streams and mappings ───────────────────────────────────────────────────────────────────────────────────────────

export interface RecordsPut {
  readonly type: "records-put";
  readonly at: Instant;
  /** The stream's ARN. */
  readonly stream: string;
  readonly shard: string;
  readonly sequenceNumbers: readonly string[];
}

/** A mapping sends a batch to its function. Its invocation has the same request id. */
export interface BatchSent {
  readonly type: "batch-sent";
  readonly at: Instant;
  readonly mapping: string;
  readonly EventSourceArn: string;
  readonly FunctionName: string;
  readonly requestId: string;
  /** Streams and Kafka. */
  readonly shard?: string;
  /** Message ids or sequence numbers. */
  readonly records: readonly string[];
  /** Attempts at this batch, this one included. */
  readonly attempt: number;
  /** Streams: age of the last record when the batch is sent. */
  readonly iteratorAge?: Millis;
}

export interface BatchEnded {
  readonly type: "batch-ended";
  readonly at: Instant;
  readonly mapping: string;
  readonly requestId: string;
  readonly outcome: "success" | "partial" | "failure" | "throttled";
  /** Records that come again, or go to the destination. */
  readonly failed: readonly string[];
  /** What the mapping does next with them. */
  readonly next?: "return" | "retry" | "bisect" | "discard";
}

/** Records that a mapping gave up, or that its filters let through to nobody. */
export interface BatchDiscarded {
  readonly type: "batch-discarded";
  readonly at: Instant;
  readonly mapping: string;
  readonly shard?: string;
  readonly records: readonly string[];
  /** `retention`: they left the stream before they were handled. */
  readonly why: "filtered" | "RetryAttemptsExhausted" | "RecordAgeExceeded" | "retention";
}

export interface MappingChanged {
  readonly type: "mapping-changed";
  readonly at: Instant;
  readonly mapping: string;
  readonly EventSourceArn: string;
  readonly FunctionName: string;
  readonly State: "Creating" | "Enabling" | "Enabled" | "Updating" | "Disabling" | "Disabled";
}

// ── Buckets and buses ──────────────────────────────────────────────────────────────────────────────────────────────

/** An object was put into a bucket. */
export interface ObjectPut {
  readonly type: "object-put";
  readonly at: Instant;
  readonly bucket: string;
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

/** An event came onto a bus; or a schedule has come to one of its instants, which has no bus. */
export interface EventPut {
  readonly type: "event-put";
  readonly at: Instant;
  readonly bus?: string;
  readonly source: string;
  readonly detailType: string;
  /** Names of the rules that it matches. */
  readonly rules: readonly string[];
}

// ── HTTP front ends ────────────────────────────────────────────────────────────────────────────────────────────────

export interface FrontEndRequested {
  readonly type: "front-end-requested";
  readonly at: Instant;
  /** Tells the requests apart: 1, 2, … */
  readonly exchange: number;
  readonly frontEnd: string;
  readonly stimulus: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface FrontEndResponded {
  readonly type: "front-end-responded";
  readonly at: Instant;
  readonly exchange: number;
  readonly frontEnd: string;
  /** Absent where no function was asked: a preflight, a 403, an unknown route. */
  readonly requestId?: string;
  readonly status: number;
  readonly statusText: string;
  /** In the order in which they are sent; several of one name are several. */
  readonly headers: readonly (readonly [string, string])[];
  /** As text; base64 where `isBase64Encoded`. */
  readonly body: string;
  readonly isBase64Encoded?: true;
  /** The function failed after the first piece: the connection was closed in the middle of the body. */
  readonly cut?: true;
  /** Streamed: bytes and instants of the pieces. */
  readonly pieces?: readonly { readonly at: Instant; readonly bytes: number }[];
}
