/**
 * Something that takes what another service hands over: a queue, a topic, an event bus, a bucket, a function. Services deliver
 * through this port and know nothing of Lambda.
 */
import type { Instant } from "../time/instant.ts";

export interface Target {
  readonly arn: string;
  readonly kind: "sqs" | "sns" | "events" | "s3" | "lambda";
  /** At the instant at which it arrives. Gives back why it was not taken, in the words of AWS's error, or undefined. */
  deliver(at: Instant, delivery: Delivery): string | undefined;
}

export interface Delivery {
  /** The message, the object's text, the event's JSON text. */
  readonly body: string;
  /** Of a message. */
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  readonly Subject?: string;
  /** X-Ray's header: its Lineage is what recursion detection counts by. */
  readonly traceHeader?: string;
  /** A FIFO queue or topic. */
  readonly MessageGroupId?: string;
  /** Of an object. */
  readonly key?: string;
  /** Who delivers, as the principal of a resource policy: `lambda.amazonaws.com`, `sns.amazonaws.com`. */
  readonly from: string;
}

export interface MessageAttribute {
  readonly DataType: string;
  readonly StringValue?: string;
  readonly BinaryValue?: string;
}
