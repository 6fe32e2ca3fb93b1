/**
 * A batch of Kafka records, from Amazon MSK or a cluster of one's own: lambda dg, "Using Lambda with Amazon MSK" and "… with
 * self-managed Apache Kafka". Records lie under `topic-partition`; keys and values are Base64; a header's value is a list of
 * signed bytes.
 */
import { hexDigits, uuid } from "../time/random.ts";
import { base64 } from "./base64.ts";
import { contentsOf, jsonTexts, numbered, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, type FieldReader, fieldReader } from "./source.ts";

export type KafkaEvent = MSKEvent | SelfManagedKafkaEvent;

export interface MSKEvent extends KafkaBatch {
  readonly eventSource: "aws:kafka";
  readonly eventSourceArn: string;
}

export interface SelfManagedKafkaEvent extends KafkaBatch {
  readonly eventSource: "SelfManagedKafka";
}

interface KafkaBatch {
  /** Addresses divided by commas. */
  readonly bootstrapServers: string;
  readonly records: Readonly<Record<string, readonly KafkaRecord[]>>;
}

export interface KafkaRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  /** Milliseconds. */
  readonly timestamp: number;
  readonly timestampType: "CREATE_TIME";
  readonly key: string;
  readonly value: string;
  readonly headers: readonly Readonly<Record<string, readonly number[]>>[];
}

const FIELDS: readonly Field[] = [
  { name: "kafka", label: "클러스터 종류", kind: "select", default: "aws:kafka", options: ["aws:kafka", "SelfManagedKafka"] },
  { name: "cluster", label: "MSK 클러스터 이름", kind: "text", default: "orders-cluster" },
  { name: "topic", label: "토픽", kind: "text", default: "orders" },
  { name: "partition", label: "파티션 번호", kind: "number", default: "0", least: 0, most: 99_999 },
  { name: "offset", label: "첫 레코드의 오프셋", kind: "number", default: "0", least: 0, most: 1_000_000_000_000 },
  // BatchSize of a mapping is 1 to 10,000: Lambda API CreateEventSourceMapping, 2026-08.
  { name: "count", label: "레코드 수", kind: "number", default: "1", least: 1, most: 10_000 },
  { name: "key", label: "키({n}은 레코드 번호가 됨)", kind: "text", default: "order-{n}" },
  { name: "value", label: "값({n}은 레코드 번호가 됨)", kind: "text", default: '{"orderId":"order-{n}","quantity":1}' },
  { name: "values", label: "레코드마다 다른 값(JSON 배열, 비우면 값을 되풀이)", kind: "json", default: "[]" },
  { name: "headers", label: "헤더(JSON 객체)", kind: "json", default: "{}" },
];

export const msk: EventSource<KafkaEvent> = {
  name: "msk",
  label: "Kafka(MSK) 레코드 배치",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    // MSK API, CreateCluster; Kafka, "legal topic names".
    const cluster = textMatching(read, "cluster", /^[a-zA-Z0-9-]{1,64}$/, "클러스터 이름은 영문자, 숫자, 붙임표로 된 1~64자입니다.");
    const topic = textMatching(read, "topic", /^[a-zA-Z0-9._-]{1,249}$/, "토픽 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~249자입니다.");
    const records = { [`${topic}-${read.text("partition")}`]: recordsOf(read, topic, context) };
    if (read.text("kafka") === "SelfManagedKafka") {
      return { eventSource: "SelfManagedKafka", bootstrapServers: "kafka-1.example.com:9092,kafka-2.example.com:9092", records };
    }
    return { eventSource: "aws:kafka", ...clusterOf(context, cluster), records };
  },
};

function clusterOf({ random, region, accountId }: EventContext, name: string): Pick<MSKEvent, "eventSourceArn" | "bootstrapServers"> {
  const own = random.fork("cluster");
  const id = hexDigits(own, 6);
  const broker = (number: number) => `b-${number}.${name.toLowerCase()}.${id}.c2.kafka.${region}.amazonaws.com:9092`;
  return {
    eventSourceArn: `arn:aws:kafka:${region}:${accountId}:cluster/${name}/${uuid(own)}-2`,
    bootstrapServers: `${broker(2)},${broker(1)}`,
  };
}

function recordsOf(read: FieldReader, topic: string, { at }: EventContext): readonly KafkaRecord[] {
  const headers = Object.entries(jsonTexts(read, "headers")).map(([name, value]) => ({ [name]: [...new Int8Array(utf8(value))] }));
  return contentsOf(read, { one: "value", many: "values", count: "count", most: 10_000 }).map((value, index) => ({
    topic,
    partition: read.number("partition"),
    offset: read.number("offset") + index,
    timestamp: Math.floor(at),
    timestampType: "CREATE_TIME",
    key: base64(utf8(numbered(read.text("key"), index))),
    value: base64(utf8(value)),
    headers,
  }));
}

const utf8 = (text: string) => new TextEncoder().encode(text);
