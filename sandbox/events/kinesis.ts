/**
 * A batch of a Kinesis stream's records. Keys and order: AWS's page "Process Amazon Kinesis Data Streams records with Lambda";
 * values as recorded from AWS in November 2025. A record's data is always Base64; its time is in seconds with a fraction.
 */
import { base64 } from "./base64.ts";
import { contentsOf, numbered, refused, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";
import { kinesisSequenceNumber } from "./stream-sequence.ts";

export interface KinesisEvent {
  readonly Records: readonly KinesisRecord[];
}

export interface KinesisRecord {
  readonly kinesis: {
    readonly kinesisSchemaVersion: "1.0";
    readonly partitionKey: string;
    readonly sequenceNumber: string;
    readonly data: string;
    readonly approximateArrivalTimestamp: number;
  };
  readonly eventSource: "aws:kinesis";
  readonly eventVersion: "1.0";
  /** Shard and sequence number. */
  readonly eventID: string;
  readonly eventName: "aws:kinesis:record";
  readonly invokeIdentityArn: string;
  readonly awsRegion: string;
  readonly eventSourceARN: string;
}

const FIELDS: readonly Field[] = [
  { name: "stream", label: "스트림", kind: "text", default: "clicks" },
  // BatchSize of a mapping is 1 to 10,000: Lambda API CreateEventSourceMapping, 2026-08.
  { name: "count", label: "레코드 수", kind: "number", default: "1", least: 1, most: 10_000 },
  { name: "data", label: "데이터({n}은 레코드 번호가 됨)", kind: "text", default: '{"userId":"user-{n}","page":"/"}' },
  { name: "records", label: "레코드마다 다른 데이터(JSON 배열, 비우면 데이터를 되풀이)", kind: "json", default: "[]" },
  { name: "partitionKey", label: "파티션 키", kind: "text", default: "user-{n}" },
  { name: "shard", label: "샤드 번호", kind: "number", default: "0", least: 0, most: 9999 },
];

export const kinesis: EventSource<KinesisEvent> = {
  name: "kinesis",
  label: "Kinesis 레코드 배치",
  fields: FIELDS,
  build(values, context) {
    const read = fieldReader(FIELDS, values);
    const batch = {
      // Kinesis API, CreateStream.
      stream: textMatching(read, "stream", /^[a-zA-Z0-9_.-]{1,128}$/, "스트림 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~128자입니다."),
      partitionKey: read.text("partitionKey"),
      shard: `shardId-${read.text("shard").padStart(12, "0")}`,
    };
    const contents = contentsOf(read, { one: "data", many: "records", count: "count", most: 10_000 });
    return { Records: contents.map((data, index) => record(context, batch, data, index)) };
  },
};

interface Batch {
  readonly stream: string;
  readonly partitionKey: string;
  readonly shard: string;
}

function record({ at, random, region, accountId }: EventContext, batch: Batch, data: string, index: number): KinesisRecord {
  const sequenceNumber = kinesisSequenceNumber(random, at, index);
  return {
    kinesis: {
      kinesisSchemaVersion: "1.0",
      partitionKey: partitionKey(numbered(batch.partitionKey, index)),
      sequenceNumber,
      data: base64(new TextEncoder().encode(data)),
      approximateArrivalTimestamp: Math.floor(at) / 1000,
    },
    eventSource: "aws:kinesis",
    eventVersion: "1.0",
    eventID: `${batch.shard}:${sequenceNumber}`,
    eventName: "aws:kinesis:record",
    invokeIdentityArn: `arn:aws:iam::${accountId}:role/lambda-role`,
    awsRegion: region,
    eventSourceARN: `arn:aws:kinesis:${region}:${accountId}:stream/${batch.stream}`,
  };
}

/** Kinesis API, PutRecord: 1 to 256 characters. */
function partitionKey(key: string): string {
  if (key.length >= 1 && key.length <= 256) return key;
  throw refused("partitionKey", "파티션 키는 1~256자입니다.");
}
