/** What becomes of messages in queues and topics. A part of the trace (events.ts). */
import type { Instant } from "../time/instant.ts";

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
  /** MessageAttributes: name → StringValue, or BinaryValue in base64. Absent where the message has none. */
  readonly attributes?: Readonly<Record<string, string>>;
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
