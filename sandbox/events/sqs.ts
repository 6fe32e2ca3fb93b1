/**
 * What a Lambda event source mapping makes of a batch of SQS messages. Shape: the records recorded from AWS in November 2025.
 * Every value in `attributes` is text.
 */
import { type Random, uuid } from "../time/random.ts";
import { sha256 } from "./digest.ts";
import { contentsOf } from "./field-values.ts";
import { base64Id, iamId } from "./identifiers.ts";
import { messageAttributes, type SQSMessageAttributes } from "./message-attributes.ts";
import { type EventContext, type EventSource, type Field, FieldError, fieldReader } from "./source.ts";
import { type SQSRecord, sqsRecord } from "./sqs-record.ts";

export interface SQSEvent {
  readonly Records: readonly SQSRecord[];
}

export type { SQSRecord } from "./sqs-record.ts";

const FIELDS: readonly Field[] = [
  { name: "queue", label: "큐 이름(FIFO 큐는 .fifo로 끝남)", kind: "text", default: "orders" },
  // BatchSize of a mapping is 1 to 10,000: Lambda API CreateEventSourceMapping, 2026-08.
  { name: "count", label: "메시지 수", kind: "number", default: "1", least: 1, most: 10_000 },
  { name: "body", label: "본문({n}은 메시지 번호가 됨)", kind: "text", default: '{"orderId":"order-{n}","quantity":1}' },
  { name: "bodies", label: "메시지마다 다른 본문(JSON 배열, 비우면 본문을 되풀이)", kind: "json", default: "[]" },
  { name: "attributes", label: "메시지 속성(JSON 객체)", kind: "json", default: "{}" },
  { name: "group", label: "메시지 그룹(FIFO 큐)", kind: "text", default: "group-1" },
  { name: "receiveCount", label: "받은 횟수", kind: "number", default: "1", least: 1, most: 1000 },
];

export const sqs: EventSource<SQSEvent> = {
  name: "sqs",
  label: "SQS 메시지 배치",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const message = {
      queue: queueName(read.text("queue")),
      attributes: messageAttributes(read.json("attributes")),
      group: read.text("group"),
      receiveCount: read.text("receiveCount"),
    };
    const bodies = contentsOf(read, { one: "body", many: "bodies", count: "count", most: 10_000 });
    return { Records: bodies.map((body, index) => record(context, message, body, index)) };
  },
};

interface Message {
  readonly queue: string;
  readonly attributes: SQSMessageAttributes;
  readonly group: string;
  readonly receiveCount: string;
}

/** A message that is received for the second time was sent a default visibility timeout (30 s) earlier, and so on. */
function record(context: EventContext, message: Message, body: string, index: number): SQSRecord {
  const { random, region, accountId } = context;
  const now = Math.floor(context.at);
  const firstReceivedAt = now - (Number(message.receiveCount) - 1) * 30_000;
  const messageId = uuid(random);
  // Observed: receipt handles of real queues begin with AQEB and have 344 characters.
  const receiptHandle = `AQEB${base64Id(random, 253)}`;
  const ofFifo = isFifo(message.queue) && {
    SequenceNumber: sequenceNumber(random, now, index),
    MessageGroupId: message.group,
    // As a queue with ContentBasedDeduplication makes it.
    MessageDeduplicationId: sha256(body),
  };
  const told = {
    messageId,
    receiptHandle,
    body,
    receiveCount: Number(message.receiveCount),
    sentAt: firstReceivedAt - 20 + (index % 10),
    firstReceivedAt,
    SenderId: iamId(random.fork("sender"), "AIDA"),
    messageAttributes: message.attributes,
    ...ofFifo,
  };
  return sqsRecord(told, `arn:aws:sqs:${region}:${accountId}:${message.queue}`, region);
}

/** Twenty digits that grow from message to message: AWS's example is 18849496460467696128. */
function sequenceNumber(random: Random, now: number, index: number): string {
  const digits = (BigInt(now) * 10_000n + BigInt(index)) * 100n + BigInt(random.next() % 100);
  return `18${String(digits % 10n ** 18n).padStart(18, "0")}`;
}

const isFifo = (queue: string) => queue.endsWith(".fifo");

/** AWSSimpleQueueService devguide, "Amazon SQS standard queue quotas": up to 80 letters, digits, hyphens and underscores. */
function queueName(name: string): string {
  if (/^[A-Za-z0-9_-]+(\.fifo)?$/.test(name) && name.length <= 80) return name;
  throw new FieldError("queue", `‘queue’ 필드: 큐 이름은 영문자, 숫자, 붙임표, 밑줄로 된 80자 이하입니다. 받은 값: ${name}`);
}
