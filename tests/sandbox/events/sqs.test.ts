import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { md5OfMessageAttributes, messageAttributes } from "../../../sandbox/events/message-attributes.ts";
import { sqs } from "../../../sandbox/events/sqs.ts";
import { eventContext } from "./context.ts";

const records = (fields: Record<string, string>) => sqs.build(fields, eventContext()).Records;

test("a record has the keys that AWS sends, in AWS's order, and every attribute is text", () => {
  const [record] = records({ bodies: '[{"destination": "url", "fail_attempts": 1}]' });
  expect(Object.keys(record ?? {})).toEqual([
    "messageId",
    "receiptHandle",
    "body",
    "attributes",
    "messageAttributes",
    "md5OfBody",
    "eventSource",
    "eventSourceARN",
    "awsRegion",
  ]);
  expect(Object.keys(record?.attributes ?? {})).toEqual([
    "ApproximateReceiveCount",
    "SentTimestamp",
    "SenderId",
    "ApproximateFirstReceiveTimestamp",
  ]);
  expect(Object.values(record?.attributes ?? {}).every((value) => typeof value === "string")).toBe(true);
  expect(record?.eventSourceARN).toBe("arn:aws:sqs:ap-northeast-2:123456789012:orders");
  expect(record?.receiptHandle).toMatch(/^AQEB[A-Za-z0-9+/]{338}==$/);
});

test("md5OfBody is the MD5 of the body's UTF-8", () => {
  expect(records({ body: "derp" })[0]?.md5OfBody).toBe("58fd9edd83341c29f1aebba81c31e257");
  expect(records({ body: "주문 🍊" })[0]?.md5OfBody).toBe(createHash("md5").update("주문 🍊").digest("hex"));
});

test("count makes that many messages with their number in the body, each with its own id", () => {
  const five = records({ count: "5", body: '{"id":{n}}' });
  expect(five.map((record) => record.body)).toEqual(['{"id":1}', '{"id":2}', '{"id":3}', '{"id":4}', '{"id":5}']);
  expect(new Set(five.map((record) => record.messageId)).size).toBe(5);
  expect(new Set(five.map((record) => record.receiptHandle)).size).toBe(5);
});

test("bodies are texts as they are and other JSON as its text", () => {
  expect(records({ bodies: '["plain", {"a": 1}, 3]' }).map((record) => record.body)).toEqual(["plain", '{"a":1}', "3"]);
});

test("a FIFO queue's messages have group, deduplication id and a sequence number that grows", () => {
  const fifo = records({ queue: "orders.fifo", count: "3", group: "user-7", body: "same" });
  expect(Object.keys(fifo[0]?.attributes ?? {})).toContain("MessageGroupId");
  expect(fifo.map((record) => record.attributes.MessageGroupId)).toEqual(["user-7", "user-7", "user-7"]);
  expect(fifo[0]?.attributes.MessageDeduplicationId).toBe(createHash("sha256").update("same").digest("hex"));
  const numbers = fifo.map((record) => record.attributes.SequenceNumber ?? "");
  expect(numbers).toEqual([...numbers].sort());
  expect(new Set(numbers).size).toBe(3);
  expect(numbers[0]).toMatch(/^\d{20}$/);
});

test("a message that was received before was sent before", () => {
  const [again] = records({ receiveCount: "3" });
  const first = Number(again?.attributes.ApproximateFirstReceiveTimestamp);
  expect(again?.attributes.ApproximateReceiveCount).toBe("3");
  expect(eventContext().at - first).toBe(60_000);
  expect(Number(again?.attributes.SentTimestamp)).toBeLessThan(first);
});

test("md5OfMessageAttributes is what SQS answers for these attributes", () => {
  const digest = (attributes: unknown) => md5OfMessageAttributes(messageAttributes(attributes));
  // Recorded by moto's tests, and the values that the package aws-md5-of-message-attributes documents.
  expect(digest({ "SOME_Valid.attribute-Name": { DataType: "Number", StringValue: "1493147359900" } })).toBe(
    "36655e7e9d7c0e8479fa3f3f42247ae7",
  );
  const text = { attribName1: { DataType: "String", StringValue: "attribValue 1" } };
  const number = { customNumberTypeAttrib: { DataType: "Number.float", StringValue: "4563442423554324324264524243.32543234" } };
  const binary = { binaryAttribute: { DataType: "Binary", BinaryValue: Buffer.from("Hello binary world!").toString("base64") } };
  expect(digest(text)).toBe("19e27d4e946b072f3f58da80d94fd778");
  expect(digest(number)).toBe("9fe1b90bbd9965bdf77bac517c7d2495");
  expect(digest(binary)).toBe("31a92b15d92f8db860eda32aceb656c3");
  expect(digest({ ...number, ...text, ...binary })).toBe("c932db14a896c663f83c260297d594ff");
});

test("message attributes arrive in Lambda's shape, with their digest", () => {
  const [record] = records({ attributes: '{"source": "web", "priority": 3}' });
  expect(record?.messageAttributes).toEqual({
    source: { stringValue: "web", stringListValues: [], binaryListValues: [], dataType: "String" },
    priority: { stringValue: "3", stringListValues: [], binaryListValues: [], dataType: "Number" },
  });
  expect(record?.md5OfMessageAttributes).toMatch(/^[0-9a-f]{32}$/);
});

test("what can be no batch is refused in a sentence", () => {
  const building = (fields: Record<string, string>) => () => records(fields);
  expect(building({ count: "10001" })).toThrow("‘count’ 필드: 1부터 10,000까지의 정수여야 합니다. 받은 값: 10001");
  expect(building({ bodies: "{" })).toThrow("‘bodies’ 필드: 올바른 JSON이 아닙니다. 받은 값: {");
  expect(building({ bodies: "{}" })).toThrow("‘bodies’ 필드: JSON 배열이어야 합니다.");
  expect(building({ queue: "주문" })).toThrow("‘queue’ 필드: 큐 이름은");
  expect(building({ attributes: '{"a": true}' })).toThrow("‘a’ 속성의 값은");
});
