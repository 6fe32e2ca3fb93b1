/** What becomes of records in streams, and of the batches that mappings send. A part of the trace (events.ts). */
import type { Instant, Millis } from "../time/instant.ts";

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
