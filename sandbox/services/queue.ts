/** A queue of Amazon SQS under virtual time: who may see which message, and when (SQS guide; fidelity.md §6.2). */
import { sha256 } from "../events/digest.ts";
import { iamId } from "../events/identifiers.ts";
import { messageAttributes } from "../events/message-attributes.ts";
import { type SQSRecord, sqsRecord } from "../events/sqs-record.ts";
import { type Heap, heap } from "../time/heap.ts";
import type { Instant, Millis } from "../time/instant.ts";
import { type Random, uuid } from "../time/random.ts";
import type { MessageDeleted, MessageMoved } from "../trace/events.ts";
import { type Deduplication, deduplication } from "./deduplication.ts";
import { receiptHandle, sequenceNumber } from "./queue-identifiers.ts";
import { isStale, type Message, type Received, told } from "./queue-message.ts";
import { fifoOrder, type QueueOrder, standardOrder } from "./queue-order.ts";
import { DELAY, IN_FLIGHT, MESSAGE_BYTES, RETENTION, VISIBILITY_TIMEOUT } from "./quotas.ts";
import type { NewMessage, QueueDefinition } from "./sqs.ts";
import type { Delivery, Target } from "./target.ts";
import type { World } from "./world.ts";

export interface ReceiveOptions {
  readonly most: number;
  /** Absent: the queue's own. */
  readonly visibilityTimeout?: Millis;
  /** FIFO: messages of one group only. Lambda's batches are taken to be so. [INF] */
  readonly oneGroup?: boolean;
}

type Made = Pick<
  Message,
  "messageId" | "body" | "attributes" | "SenderId" | "traceHeader" | "MessageGroupId" | "MessageDeduplicationId" | "deadLetterOf"
>;

type Sent = Omit<NewMessage, "count">;

export class Queue implements Target {
  readonly kind = "sqs";
  readonly name: string;
  readonly arn: string;
  readonly isFifo: boolean;
  readonly visibilityTimeout: Millis;
  readonly definition: QueueDefinition;
  /** Where messages go that were received too often. Set when all queues of the account are there. */
  deadLetters: { readonly queue: Queue; readonly maxReceiveCount: number } | undefined;
  readonly #world: World;
  readonly #random: Random;
  readonly #senderId: string;
  readonly #order: QueueOrder;
  readonly #known: Deduplication = deduplication();
  readonly #messages = new Set<Message>();
  readonly #byExpiry: Heap<Message> = heap((a, b) => a.expiresAt < b.expiresAt || (a.expiresAt === b.expiresAt && a.order < b.order));
  #expiryDue: Instant = Number.POSITIVE_INFINITY;
  #inFlight = 0;
  #sent = 0;
  readonly #consumers = new Set<(at: Instant) => void>();

  constructor(definition: QueueDefinition, world: World) {
    const { Region, AccountId } = world.account;
    this.definition = definition;
    this.name = definition.QueueName;
    this.arn = `arn:aws:sqs:${Region}:${AccountId}:${this.name}`;
    this.isFifo = this.name.endsWith(".fifo");
    this.visibilityTimeout = (definition.VisibilityTimeout ?? VISIBILITY_TIMEOUT.default) * 1000;
    this.#world = world;
    this.#random = world.random.fork(`queue ${this.name}`);
    this.#senderId = iamId(world.random.fork("sender"), "AROA");
    this.#order = this.isFifo ? fifoOrder() : standardOrder();
  }

  /** ApproximateNumberOfMessagesVisible. */
  get visible(): number {
    return this.#order.size;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Everything that is in it: visible, delayed, in flight. In the order of sending. */
  get messages(): readonly Message[] {
    return [...this.#messages];
  }

  deliver(at: Instant, { body, attributes, traceHeader, MessageGroupId }: Delivery): string | undefined {
    return this.send(at, {
      MessageBody: body,
      ...(traceHeader !== undefined && { AWSTraceHeader: traceHeader }),
      ...(attributes !== undefined && { MessageAttributes: attributes }),
      ...(MessageGroupId !== undefined && { MessageGroupId }),
    });
  }

  /** SendMessage, when it arrives. SQS's refusal, or undefined. */
  send(at: Instant, sent: Sent): string | undefined {
    const refusal = this.#refusal(sent);
    if (refusal !== undefined) return refusal;
    const { MessageBody: body, MessageGroupId } = sent;
    const MessageDeduplicationId = this.isFifo ? (sent.MessageDeduplicationId ?? sha256(body)) : undefined;
    if (MessageDeduplicationId !== undefined && !this.#known.isFirst(at, MessageDeduplicationId)) return undefined;
    const delay = (this.isFifo ? undefined : sent.DelaySeconds) ?? this.definition.DelaySeconds ?? DELAY.default;
    const message = this.#message(at, {
      messageId: uuid(this.#random),
      body,
      attributes: messageAttributes(sent.MessageAttributes ?? {}),
      SenderId: this.#senderId,
      traceHeader: sent.AWSTraceHeader,
      MessageGroupId,
      MessageDeduplicationId,
      deadLetterOf: undefined,
    });
    const told = {
      ...(MessageGroupId !== undefined && { MessageGroupId }),
      ...(sent.MessageAttributes !== undefined && { attributes: attributeValues(sent.MessageAttributes) }),
    };
    this.#world.record({ type: "message-sent", at, queue: this.name, messageId: message.messageId, body, ...told });
    this.#admit(at, message, delay * 1000);
    return undefined;
  }

  /** ReceiveMessage. What had been received too often goes to the dead-letter queue instead. */
  receive(at: Instant, { most, visibilityTimeout = this.visibilityTimeout, oneGroup = false }: ReceiveOptions): readonly Received[] {
    const until = at + visibilityTimeout;
    const received: Received[] = [];
    let group: string | undefined;
    while (received.length < most && this.#inFlight < (this.isFifo ? IN_FLIGHT.fifo : IN_FLIGHT.standard)) {
      const message = this.#take(group);
      if (message === undefined && group !== undefined && !oneGroup) {
        group = undefined;
        continue;
      }
      if (message === undefined) break;
      if (this.deadLetters !== undefined && message.receiveCount >= this.deadLetters.maxReceiveCount) {
        this.#leave(message);
        this.#moveTo(at, message, this.deadLetters.queue, "maxReceiveCount");
        continue;
      }
      if (this.isFifo) group = message.MessageGroupId;
      received.push(this.#receipt(at, message, until));
    }
    if (received.length > 0) this.#world.heap.schedule(until, () => this.#giveBack(until, received));
    return received;
  }

  /** DeleteMessage. A stale receipt deletes nothing. */
  delete(at: Instant, received: Received, why: MessageDeleted["why"]): void {
    const { message } = received;
    if (isStale(received) || message.state === "gone") return;
    this.#leave(message);
    this.#world.record({ type: "message-deleted", at, queue: this.name, messageId: message.messageId, why });
    if (this.isFifo && this.visible > 0) this.#tell(at);
  }

  /** As the function's event shows it. */
  record(received: Received): SQSRecord {
    return sqsRecord(told(received), this.arn, this.#world.account.Region);
  }

  /** `onVisible` is called when there may be something to receive. Gives back how to end it. */
  consume(onVisible: (at: Instant) => void): () => void {
    this.#consumers.add(onVisible);
    this.#awaitAgain();
    return () => {
      this.#consumers.delete(onVisible);
      this.#awaitAgain();
    };
  }

  /** StartMessageMoveTask: one message of a dead-letter queue goes back to where it came from. False: there is none. */
  moveBack(at: Instant, queueOf: (arn: string) => Queue | undefined): boolean {
    const message = this.#take();
    if (message === undefined) return false;
    this.#leave(message);
    const source = queueOf(message.deadLetterOf ?? "");
    if (source === undefined) throw new Error(`scenario: ${this.name} has a message that came from no other queue`);
    this.#moveTo(at, message, source, "redrive");
    return true;
  }

  #refusal(sent: Sent): string | undefined {
    if (!isWithin(sent, MESSAGE_BYTES)) {
      return `One or more parameters are invalid. Reason: Message must be shorter than ${MESSAGE_BYTES} bytes.`;
    }
    if (sent.MessageBody === "") return "The request must contain the parameter MessageBody.";
    if (!this.isFifo) return undefined;
    if (sent.MessageGroupId === undefined) return "The request must contain the parameter MessageGroupId.";
    if (sent.MessageDeduplicationId !== undefined || this.definition.ContentBasedDeduplication === true) return undefined;
    return "The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly";
  }

  #message(at: Instant, made: Made, sentAt = at): Message {
    this.#sent += 1;
    return {
      messageId: made.messageId,
      body: made.body,
      attributes: made.attributes,
      SenderId: made.SenderId,
      traceHeader: made.traceHeader,
      MessageGroupId: made.MessageGroupId,
      MessageDeduplicationId: made.MessageDeduplicationId,
      deadLetterOf: made.deadLetterOf,
      order: this.#sent,
      sentAt,
      expiresAt: sentAt + (this.definition.MessageRetentionPeriod ?? RETENTION.default) * 1000,
      SequenceNumber: this.isFifo ? sequenceNumber(this.#sent) : undefined,
      state: "delayed",
      receiveCount: 0,
      firstReceivedAt: at,
      awaited: false,
    };
  }

  #admit(at: Instant, message: Message, delay: Millis): void {
    this.#messages.add(message);
    this.#byExpiry.push(message);
    this.#watchExpiry();
    if (delay <= 0) return this.#show(at, message);
    this.#await(message);
    this.#world.heap.schedule(at + delay, () => {
      if (message.state === "delayed") this.#show(at + delay, message);
    });
  }

  #show(at: Instant, message: Message): void {
    message.state = "visible";
    this.#order.add(message);
    this.#await(message);
    this.#tell(at);
  }

  #receipt(at: Instant, message: Message, invisibleUntil: Instant): Received {
    message.receiveCount += 1;
    if (message.receiveCount === 1) message.firstReceivedAt = at;
    this.#await(message);
    const { messageId, receiveCount } = message;
    this.#world.record({
      type: "message-received",
      at,
      queue: this.name,
      messageId,
      ApproximateReceiveCount: receiveCount,
      invisibleUntil,
    });
    return { message, receiveCount, receiptHandle: receiptHandle(this.#random) };
  }

  /** The visibility timeout has passed. */
  #giveBack(at: Instant, received: readonly Received[]): void {
    const back = received.filter((one) => one.message.state === "in flight" && !isStale(one));
    for (const { message } of back) {
      this.#inFlight -= 1;
      message.state = "visible";
      this.#order.add(message);
      this.#order.landed(message);
      this.#await(message);
      this.#world.record({ type: "message-returned", at, queue: this.name, messageId: message.messageId });
    }
    if (back.length > 0) this.#tell(at);
  }

  #leave(message: Message): void {
    const wasInFlight = message.state === "in flight";
    this.#order.forget(message);
    message.state = "gone";
    if (wasInFlight) {
      this.#inFlight -= 1;
      this.#order.landed(message);
    }
    this.#messages.delete(message);
    this.#await(message);
  }

  #take(group?: string): Message | undefined {
    const message = this.#order.take(group);
    if (message === undefined) return undefined;
    message.state = "in flight";
    this.#inFlight += 1;
    return message;
  }

  /**
   * SQS guide, "Using dead-letter queues": the enqueue time stays in a standard queue. Simplified: a redriven message keeps its id.
   * Its receive count begins anew. [INF]
   */
  #moveTo(at: Instant, message: Message, to: Queue, why: MessageMoved["why"]): void {
    this.#world.record({ type: "message-moved", at, queue: this.name, to: to.name, messageId: message.messageId, why });
    const keepsTime = why === "maxReceiveCount" && !to.isFifo;
    const deadLetterOf = why === "maxReceiveCount" ? this.arn : undefined;
    to.#admit(at, to.#message(at, { ...message, deadLetterOf }, keepsTime ? message.sentAt : at), 0);
  }

  #tell(at: Instant): void {
    for (const onVisible of this.#consumers) onVisible(at);
  }

  #watchExpiry(): void {
    const first = this.#byExpiry.first;
    if (first === undefined || first.expiresAt >= this.#expiryDue) return;
    const due = first.expiresAt;
    this.#expiryDue = due;
    this.#world.heap.schedule(due, () => {
      if (this.#expiryDue !== due) return;
      for (let next = this.#byExpiry.first; next !== undefined && next.expiresAt <= due; next = this.#byExpiry.first) {
        this.#byExpiry.pop();
        if (next.state !== "gone") this.#expire(due, next);
      }
      this.#expiryDue = Number.POSITIVE_INFINITY;
      this.#watchExpiry();
    });
  }

  #expire(at: Instant, message: Message): void {
    this.#leave(message);
    this.#world.record({ type: "message-deleted", at, queue: this.name, messageId: message.messageId, why: "retention" });
  }

  /** What is delayed or in flight changes by itself; what is visible only where someone takes it. */
  #await(message: Message): void {
    const awaited = message.state === "visible" ? this.#consumers.size > 0 : message.state !== "gone";
    if (awaited === message.awaited) return;
    message.awaited = awaited;
    if (awaited) this.#world.pending.begin();
    else this.#world.pending.end();
  }

  #awaitAgain(): void {
    for (const message of this.#messages) this.#await(message);
  }
}

function isWithin({ MessageBody, MessageAttributes = {} }: Sent, bytes: number): boolean {
  const attributes = Object.entries(MessageAttributes).map(
    ([name, { DataType, StringValue = "", BinaryValue = "" }]) => name + DataType + StringValue + BinaryValue,
  );
  const text = MessageBody + attributes.join("");
  return text.length * 3 <= bytes || new TextEncoder().encode(text).length <= bytes;
}

const attributeValues = (attributes: NonNullable<Sent["MessageAttributes"]>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(attributes).map(([name, { StringValue, BinaryValue = "" }]) => [name, StringValue ?? BinaryValue]));
