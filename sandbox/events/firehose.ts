/**
 * What Amazon Data Firehose hands to a function that transforms records: firehose dev guide, "Transform source data". Data is
 * Base64; times are in milliseconds. Records that came through a Kinesis stream say so.
 */
import { uuid } from "../time/random.ts";
import { base64 } from "./base64.ts";
import { contentsOf, textMatching } from "./field-values.ts";
import { type EventContext, type EventSource, type Field, fieldReader } from "./source.ts";
import { kinesisSequenceNumber } from "./stream-sequence.ts";

export interface FirehoseEvent {
  readonly invocationId: string;
  readonly deliveryStreamArn: string;
  /** Only where a Kinesis stream is the source. */
  readonly sourceKinesisStreamArn?: string;
  readonly region: string;
  readonly records: readonly FirehoseRecord[];
}

export interface FirehoseRecord {
  readonly recordId: string;
  readonly approximateArrivalTimestamp: number;
  readonly data: string;
  readonly kinesisRecordMetadata?: {
    readonly sequenceNumber: string;
    readonly subsequenceNumber: string;
    readonly partitionKey: string;
    readonly shardId: string;
    readonly approximateArrivalTimestamp: number;
  };
}

const FIELDS: readonly Field[] = [
  { name: "deliveryStream", label: "Firehose 스트림", kind: "text", default: "clicks-to-s3" },
  { name: "sourceStream", label: "원본 Kinesis 스트림(비우면 Direct PUT)", kind: "text", default: "" },
  { name: "count", label: "레코드 수", kind: "number", default: "1", least: 1, most: 500 },
  { name: "data", label: "데이터({n}은 레코드 번호가 됨)", kind: "text", default: '{"userId":"user-{n}","page":"/"}' },
  { name: "records", label: "레코드마다 다른 데이터(JSON 배열, 비우면 데이터를 되풀이)", kind: "json", default: "[]" },
];

export const firehose: EventSource<FirehoseEvent> = {
  name: "firehose",
  label: "Firehose 변환 요청",
  fields: FIELDS,
  build(values, context) {
    const { random, region, accountId } = context;
    const read = fieldReader(FIELDS, values);
    // Firehose API, CreateDeliveryStream; Kinesis API, CreateStream.
    const stream = textMatching(
      read,
      "deliveryStream",
      /^[a-zA-Z0-9_.-]{1,64}$/,
      "이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 1~64자입니다.",
    );
    const source = textMatching(
      read,
      "sourceStream",
      /^[a-zA-Z0-9_.-]{0,128}$/,
      "이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 128자 이하입니다.",
    );
    const contents = contentsOf(read, { one: "data", many: "records", count: "count", most: 500 });
    return {
      invocationId: uuid(random),
      deliveryStreamArn: `arn:aws:firehose:${region}:${accountId}:deliverystream/${stream}`,
      ...(source !== "" && { sourceKinesisStreamArn: `arn:aws:kinesis:${region}:${accountId}:stream/${source}` }),
      region,
      records: contents.map((data, index) => record(context, source !== "", data, index)),
    };
  },
};

function record({ at, random }: EventContext, isFromKinesis: boolean, data: string, index: number): FirehoseRecord {
  const sequenceNumber = kinesisSequenceNumber(random, at, index);
  const arrived = Math.floor(at);
  return {
    recordId: `${sequenceNumber}000000`,
    approximateArrivalTimestamp: arrived,
    data: base64(new TextEncoder().encode(data)),
    ...(isFromKinesis && {
      kinesisRecordMetadata: {
        sequenceNumber,
        // The dev guide's example and @types/aws-lambda have text, aws-lambda-go a number.
        subsequenceNumber: "0",
        partitionKey: uuid(random),
        shardId: "shardId-000000000000",
        approximateArrivalTimestamp: arrived,
      },
    }),
  };
}
