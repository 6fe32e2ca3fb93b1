import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { cloudwatchLogs } from "../../../sandbox/events/cloudwatch-logs.ts";
import { cloudwatchLogsDataSchema } from "../../../sandbox/events/cloudwatch-logs-schema.ts";
import { attributeMap, sizeOf } from "../../../sandbox/events/dynamodb-item.ts";
import { dynamodbStreams } from "../../../sandbox/events/dynamodb-streams.ts";
import { firehose } from "../../../sandbox/events/firehose.ts";
import { kinesis } from "../../../sandbox/events/kinesis.ts";
import { msk } from "../../../sandbox/events/msk.ts";
import { sns } from "../../../sandbox/events/sns.ts";
import { eventContext } from "./context.ts";

type Fields = Record<string, string>;
const changes = (fields: Fields) => dynamodbStreams.build(fields, eventContext()).Records;
const text = (data: string | undefined) => Buffer.from(data ?? "", "base64").toString();

test("An item is written in DynamoDB's types, numbers as text", () => {
  expect(attributeMap({ s: "a", n: 12.5, b: true, x: null, l: [1, "a"], m: { k: false } })).toEqual({
    s: { S: "a" },
    n: { N: "12.5" },
    b: { BOOL: true },
    x: { NULL: true },
    l: { L: [{ N: "1" }, { S: "a" }] },
    m: { M: { k: { BOOL: false } } },
  });
});

test("Sizes of records are those of AWS's example: 26 bytes for the insertion and 59 for the change", () => {
  const [before, after] = ["New item!", "This item has changed"].map((Message) => attributeMap({ Message, Id: 101 }));
  const key = sizeOf(attributeMap({ Id: 101 }));
  expect(key + sizeOf(before ?? {})).toBe(26);
  expect(key + sizeOf(before ?? {}) + sizeOf(after ?? {})).toBe(59);
});

test("What happened and the stream's view type decide which images a record has", () => {
  const images = (eventName: string, viewType: string) => {
    const { NewImage, OldImage } = changes({ eventName, viewType })[0]?.dynamodb ?? {};
    return `${NewImage === undefined ? "" : "new"} ${OldImage === undefined ? "" : "old"}`.trim();
  };
  expect(["INSERT", "MODIFY", "REMOVE"].map((name) => images(name, "NEW_AND_OLD_IMAGES"))).toEqual(["new", "new old", "old"]);
  expect(["INSERT", "MODIFY", "REMOVE"].map((name) => images(name, "NEW_IMAGE"))).toEqual(["new", "new", ""]);
  expect(["INSERT", "MODIFY", "REMOVE"].map((name) => images(name, "OLD_IMAGE"))).toEqual(["", "old", "old"]);
  expect(["INSERT", "MODIFY", "REMOVE"].map((name) => images(name, "KEYS_ONLY"))).toEqual(["", "", ""]);
});

test("A change has the old image's differences, and never another key", () => {
  const [record] = changes({ eventName: "MODIFY", item: '{"orderId":"1","status":"PAID"}', oldItem: '{"orderId":"2","status":"PLACED"}' });
  expect(record?.dynamodb).toMatchObject({
    Keys: { orderId: { S: "1" } },
    NewImage: { orderId: { S: "1" }, status: { S: "PAID" } },
    OldImage: { orderId: { S: "1" }, status: { S: "PLACED" } },
  });
});

test("Only removals by time to live say that DynamoDB itself did it", () => {
  expect(changes({ eventName: "REMOVE", removedBy: "TTL" })[0]?.userIdentity).toEqual({
    type: "Service",
    principalId: "dynamodb.amazonaws.com",
  });
  expect(changes({ eventName: "REMOVE" })[0]).not.toHaveProperty("userIdentity");
  expect(changes({ eventName: "INSERT", removedBy: "TTL" })[0]).not.toHaveProperty("userIdentity");
});

test("Times of DynamoDB Streams are whole seconds, Kinesis's have a fraction, Firehose's and Kafka's are milliseconds", () => {
  expect(changes({})[0]?.dynamodb.ApproximateCreationDateTime).toBe(1_795_330_800);
  expect(kinesis.build({}, eventContext()).Records[0]?.kinesis.approximateArrivalTimestamp).toBe(1_795_330_800.214);
  expect(firehose.build({}, eventContext()).records[0]?.approximateArrivalTimestamp).toBe(1_795_330_800_214);
  expect(msk.build({}, eventContext()).records["orders-0"]?.[0]?.timestamp).toBe(1_795_330_800_214);
});

test("Sequence numbers grow from record to record and from batch to batch", () => {
  const later = { ...eventContext(2), at: eventContext().at + 1 };
  for (const numbers of [
    [...changes({ count: "12" }), ...dynamodbStreams.build({}, later).Records].map(({ dynamodb }) => dynamodb.SequenceNumber),
    [...kinesis.build({ count: "12" }, eventContext()).Records, ...kinesis.build({}, later).Records].map(
      (each) => each.kinesis.sequenceNumber,
    ),
  ]) {
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(13);
    expect(new Set(numbers.map(({ length }) => length)).size).toBe(1);
  }
});

test("Kinesis: data is the Base64 of its UTF-8, partition keys are numbered, the shard is in the id", () => {
  const { Records } = kinesis.build({ records: '["주문", {"a":1}]', partitionKey: "user-{n}", shard: "12" }, eventContext());
  expect(Records.map((record) => text(record.kinesis.data))).toEqual(["주문", '{"a":1}']);
  expect(Records.map((record) => record.kinesis.partitionKey)).toEqual(["user-1", "user-2"]);
  expect(Records[0]?.eventID).toMatch(/^shardId-000000000012:\d{56}$/);
});

test("Firehose: records say which shard they came from only where a stream is the source", () => {
  const direct = firehose.build({ count: "2" }, eventContext());
  expect(direct).not.toHaveProperty("sourceKinesisStreamArn");
  expect(direct.records[0]).not.toHaveProperty("kinesisRecordMetadata");
  const streamed = firehose.build({ sourceStream: "clicks" }, eventContext());
  expect(streamed.sourceKinesisStreamArn).toBe("arn:aws:kinesis:ap-northeast-2:123456789012:stream/clicks");
  expect(streamed.records[0]?.kinesisRecordMetadata?.shardId).toBe("shardId-000000000000");
  expect(new Set(direct.records.map(({ recordId }) => recordId)).size).toBe(2);
});

test("Kafka: records lie under topic and partition, offsets count up, headers are signed bytes", () => {
  const event = msk.build({ topic: "clicks", partition: "3", offset: "15", count: "2", headers: '{"이름":"값","a":"b"}' }, eventContext());
  const records = event.records["clicks-3"];
  expect(records?.map(({ offset }) => offset)).toEqual([15, 16]);
  expect(records?.[0]?.headers).toEqual([{ 이름: [-22, -80, -110] }, { a: [98] }]);
  expect(text(records?.[1]?.key)).toBe("order-2");
  expect(text(records?.[1]?.value)).toBe('{"orderId":"order-2","quantity":1}');
});

test("Kafka: a cluster of one's own has no ARN", () => {
  const event = msk.build({ kafka: "SelfManagedKafka" }, eventContext());
  expect(event.eventSource).toBe("SelfManagedKafka");
  expect(event).not.toHaveProperty("eventSourceArn");
});

const logged = (fields: Fields) => {
  const { data } = cloudwatchLogs.build(fields, eventContext()).awslogs;
  return cloudwatchLogsDataSchema.parse(JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString()));
};

test("CloudWatch Logs: Node's own gunzip opens the data, and what is in it has AWS's order of keys", () => {
  const data = logged({
    messages: '["[ERROR] 하나", "[ERROR] 둘"]',
    filter: "testFilter",
    logGroup: "testLogGroup",
    logStream: "testLogStream",
  });
  expect(JSON.stringify({ ...data, logEvents: data.logEvents.map((event) => ({ ...event, id: "eventId" })) })).toBe(
    '{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"testLogGroup","logStream":"testLogStream",' +
      '"subscriptionFilters":["testFilter"],"logEvents":[{"id":"eventId","timestamp":1795330800214,"message":"[ERROR] 하나"},' +
      '{"id":"eventId","timestamp":1795330800214,"message":"[ERROR] 둘"}]}',
  );
  expect(data.logEvents.map(({ id }) => id)).toEqual(data.logEvents.map(({ id }) => id).sort());
});

test("CloudWatch Logs: the gzip's head is that of AWS's sample, without time, name and operating system", () => {
  const { data } = cloudwatchLogs.build({}, eventContext()).awslogs;
  expect([...Buffer.from(data, "base64").subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0]);
});

test("CloudWatch Logs: repeated lines take little room, and a control message names no group", () => {
  expect(cloudwatchLogs.build({ count: "1000", message: "같은 줄" }, eventContext()).awslogs.data.length).toBeLessThan(70_000);
  expect(logged({ messageType: "CONTROL_MESSAGE" })).toMatchObject({
    messageType: "CONTROL_MESSAGE",
    logGroup: "",
    subscriptionFilters: [],
  });
});

test("SNS: attributes have a type and a value, and the subscription is of the topic", () => {
  const [record] = sns.build({ topic: "orders", subject: "Order", attributes: '{"priority":3,"from":"web"}' }, eventContext()).Records;
  expect(record?.Sns.MessageAttributes).toEqual({ priority: { Type: "Number", Value: "3" }, from: { Type: "String", Value: "web" } });
  expect(record?.EventSubscriptionArn).toMatch(/^arn:aws:sns:ap-northeast-2:123456789012:orders:[0-9a-f-]{36}$/);
  expect(record?.Sns.UnsubscribeUrl).toBe(
    `https://sns.ap-northeast-2.amazonaws.com/?Action=Unsubscribe&SubscriptionArn=${record?.EventSubscriptionArn}`,
  );
});

test("What can be no batch is refused in a sentence at its field", () => {
  const refusals = [
    () => changes({ keys: "" }),
    () => changes({ keys: "id" }),
    () => changes({ item: "[]" }),
    () => changes({ table: "표" }),
    () => kinesis.build({ partitionKey: "" }, eventContext()),
    () => kinesis.build({ records: "{}" }, eventContext()),
    () => msk.build({ headers: '{"a":1}' }, eventContext()),
    () => sns.build({ subject: "주문" }, eventContext()),
    () => sns.build({ message: "" }, eventContext()),
    () => sns.build({ topic: "orders.fifo" }, eventContext()),
    () => cloudwatchLogs.build({ logGroup: "주문" }, eventContext()),
  ];
  expect(refusals.map(messageOf)).toMatchInlineSnapshot(`
    [
      "‘keys’ 필드: 키는 파티션 키 하나, 또는 파티션 키와 정렬 키 둘입니다.",
      "‘item’ 필드: 키 속성 ‘id’의 값이 문자열이나 숫자로 있어야 합니다.",
      "‘item’ 필드: JSON 객체여야 합니다.",
      "‘table’ 필드: 테이블 이름은 영문자, 숫자, 점, 붙임표, 밑줄로 된 3~255자입니다. 받은 값: 표",
      "‘partitionKey’ 필드: 파티션 키는 1~256자입니다.",
      "‘records’ 필드: JSON 배열이어야 합니다.",
      "‘headers’ 필드: ‘a’의 값은 문자열이어야 합니다.",
      "‘subject’ 필드: 제목은 줄바꿈 없는 100자 미만의 ASCII 문자여야 합니다. 한글 제목은 SNS가 받지 않습니다.",
      "‘message’ 필드: 메시지는 UTF-8로 1~262,144바이트입니다.",
      "‘topic’ 필드: 주제 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~256자입니다. 받은 값: orders.fifo",
      "‘logGroup’ 필드: 로그 그룹 이름은 영문자, 숫자, . - _ / #로 된 1~512자입니다. 받은 값: 주문",
    ]
  `);
});

function messageOf(build: () => unknown): string {
  try {
    build();
    return "no refusal";
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}
