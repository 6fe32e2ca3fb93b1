/** A message as its queue keeps it, and as a consumer receives it. */
import type { SQSMessageAttributes } from "../events/message-attributes.ts";
import type { MessageTold } from "../events/sqs-record.ts";
import type { Instant } from "../time/instant.ts";

/**
 *     sent ─► (delayed) ─► visible ─► in flight ─► gone
 *                             ▲──────────┘ its visibility timeout has passed
 */
export interface Message {
  readonly messageId: string;
  readonly body: string;
  readonly attributes: SQSMessageAttributes;
  readonly SenderId: string;
  /** Enqueue time: retention counts from here. */
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
  /** Its place among the messages of its queue. */
  readonly order: number;
  readonly traceHeader: string | undefined;
  readonly MessageGroupId: string | undefined;
  readonly MessageDeduplicationId: string | undefined;
  readonly SequenceNumber: string | undefined;
  /** The queue that it came from, in a dead-letter queue. */
  readonly deadLetterOf: string | undefined;
  state: "delayed" | "visible" | "in flight" | "gone";
  receiveCount: number;
  firstReceivedAt: Instant;
  /** `settle` waits for it. */
  awaited: boolean;
}

/** One receipt of a message. A receipt that is not the message's last is stale. */
export interface Received {
  readonly message: Message;
  /** ApproximateReceiveCount of this receipt. */
  readonly receiveCount: number;
  readonly receiptHandle: string;
}

export const isStale = ({ message, receiveCount }: Received): boolean => message.receiveCount !== receiveCount;

export function told({ message, receiveCount, receiptHandle }: Received): MessageTold {
  return {
    ...message,
    receiptHandle,
    receiveCount,
    messageAttributes: message.attributes,
    AWSTraceHeader: message.traceHeader,
    DeadLetterQueueSourceArn: message.deadLetterOf,
  };
}
