/**
 * A message as a Lambda event source mapping hands it over. Shape: the records recorded from AWS in November 2025. Every value in
 * `attributes` is text.
 */
import type { Instant } from "../time/instant.ts";
import { md5 } from "./digest.ts";
import { md5OfMessageAttributes, type SQSMessageAttributes } from "./message-attributes.ts";

export interface SQSRecord {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: {
    readonly ApproximateReceiveCount: string;
    /** X-Ray's header, of a message that was sent with one. */
    readonly AWSTraceHeader?: string;
    /** Milliseconds since 1970. */
    readonly SentTimestamp: string;
    readonly SequenceNumber?: string;
    readonly MessageGroupId?: string;
    readonly SenderId: string;
    readonly MessageDeduplicationId?: string;
    readonly ApproximateFirstReceiveTimestamp: string;
    readonly DeadLetterQueueSourceArn?: string;
  };
  readonly messageAttributes: SQSMessageAttributes;
  /** Only where the message has attributes. */
  readonly md5OfMessageAttributes?: string;
  readonly md5OfBody: string;
  readonly eventSource: "aws:sqs";
  readonly eventSourceARN: string;
  readonly awsRegion: string;
}

export interface MessageTold {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly receiveCount: number;
  readonly sentAt: Instant;
  readonly firstReceivedAt: Instant;
  readonly SenderId: string;
  readonly messageAttributes: SQSMessageAttributes;
  readonly AWSTraceHeader?: string | undefined;
  readonly SequenceNumber?: string | undefined;
  readonly MessageGroupId?: string | undefined;
  readonly MessageDeduplicationId?: string | undefined;
  readonly DeadLetterQueueSourceArn?: string | undefined;
}

/** `awsRegion` is the queue's. */
export function sqsRecord(message: MessageTold, eventSourceARN: string, awsRegion: string): SQSRecord {
  const { messageId, receiptHandle, body, messageAttributes } = message;
  return {
    messageId,
    receiptHandle,
    body,
    attributes: systemAttributes(message),
    messageAttributes,
    ...(hasMembers(messageAttributes) && { md5OfMessageAttributes: md5OfMessageAttributes(messageAttributes) }),
    md5OfBody: md5(body),
    eventSource: "aws:sqs",
    eventSourceARN,
    awsRegion,
  };
}

function systemAttributes(message: MessageTold): SQSRecord["attributes"] {
  const { AWSTraceHeader, SequenceNumber, MessageGroupId, SenderId, MessageDeduplicationId, DeadLetterQueueSourceArn } = message;
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    ...(AWSTraceHeader !== undefined && { AWSTraceHeader }),
    SentTimestamp: String(Math.floor(message.sentAt)),
    ...(SequenceNumber !== undefined && { SequenceNumber }),
    ...(MessageGroupId !== undefined && { MessageGroupId }),
    SenderId,
    ...(MessageDeduplicationId !== undefined && { MessageDeduplicationId }),
    ApproximateFirstReceiveTimestamp: String(Math.floor(message.firstReceivedAt)),
    ...(DeadLetterQueueSourceArn !== undefined && { DeadLetterQueueSourceArn }),
  };
}

const hasMembers = (attributes: SQSMessageAttributes) => Object.keys(attributes).length > 0;
