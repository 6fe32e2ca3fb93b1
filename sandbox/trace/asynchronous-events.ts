/** What becomes of an event that Lambda has accepted. A part of the trace (events.ts). */
import type { Instant } from "../time/instant.ts";

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
