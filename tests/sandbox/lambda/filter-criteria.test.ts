import { expect, test } from "vitest";
import { compileFilterCriteria, type FilteredSource } from "../../../sandbox/lambda/filter-criteria.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");

function passes(source: FilteredSource, patterns: readonly object[], record: object): boolean {
  const compiled = compileFilterCriteria({ Filters: patterns.map((pattern) => ({ Pattern: JSON.stringify(pattern) })) }, source);
  if ("refusal" in compiled) throw new Error(compiled.refusal.message);
  return compiled.passes(record);
}

const message = (body: string) => ({ messageId: "1", body, attributes: { MessageGroupId: "a" }, eventSource: "aws:sqs" });
const wantsObject = { body: { kind: ["paid"] } };
const wantsText = { body: [{ prefix: "paid" }] };

test("without a filter everything passes", () => {
  expect(passes("sqs", [], message("anything"))).toBe(true);
});

test("one fitting filter is enough", () => {
  expect(passes("sqs", [{ body: { kind: ["lost"] } }, wantsObject], message('{"kind":"paid"}'))).toBe(true);
  expect(passes("sqs", [{ body: { kind: ["lost"] } }, { body: { kind: ["sent"] } }], message('{"kind":"paid"}'))).toBe(false);
});

test.each([
  ["JSON", "an object", '{"kind":"paid"}', wantsObject, true],
  ["JSON that differs", "an object", '{"kind":"lost"}', wantsObject, false],
  ["plain text", "an array", "paid: 1", wantsText, true],
  ["plain text that differs", "an array", "lost: 1", wantsText, false],
  ["plain text", "an object", "paid", wantsObject, false],
  ["plain text", "an object that wants something to be missing", "paid", { body: { kind: [{ exists: false }] } }, false],
  ["JSON", "an array that wants nothing to be there", '{"paid":1}', { body: [{ exists: false }] }, false],
  ["JSON", "an array", '{"paid":1}', { body: [{ exists: true }] }, false],
  ["plain text", "nothing for the body", "paid", { eventSource: ["aws:sqs"] }, true],
  ["JSON", "nothing for the body", "{}", { eventSource: ["aws:s3"] }, false],
])("an SQS body of %s and a pattern with %s", (_came, _wanted, body, pattern, expected) => {
  expect(passes("sqs", [pattern], message(body))).toBe(expected);
});

test("$or over the body's members reads the body once for all its branches", () => {
  const pattern = { $or: [{ body: { a: [1] } }, { body: { b: [1] } }] };
  expect(passes("sqs", [pattern], message('{"b":1}'))).toBe(true);
  expect(passes("sqs", [pattern], message("b"))).toBe(false);
});

const kinesis = (data: string) => ({
  kinesis: { partitionKey: "k1", data: base64(data), sequenceNumber: "1" },
  eventSource: "aws:kinesis",
  eventName: "aws:kinesis:record",
});

test("Kinesis data is decoded, stands at the pattern's top, and has to be JSON", () => {
  expect(passes("kinesis", [{ data: { kind: ["한글"] } }], kinesis('{"kind":"한글"}'))).toBe(true);
  expect(passes("kinesis", [{ data: { kind: ["b"] } }], kinesis('{"kind":"a"}'))).toBe(false);
  expect(passes("kinesis", [{ data: { kind: ["a"] } }], kinesis("plain"))).toBe(false);
  expect(passes("kinesis", [{ partitionKey: ["k1"] }], kinesis("plain"))).toBe(true);
});

const change = (NewImage: object) => ({ eventName: "INSERT", eventSource: "aws:dynamodb", dynamodb: { NewImage, Keys: {} } });

test("DynamoDB attributes are matched with their types, and numbers are texts there", () => {
  const image = (pattern: object) => ({ dynamodb: { NewImage: pattern } });
  expect(passes("dynamodb", [image({ name: { S: ["tea"] } })], change({ name: { S: "tea" } }))).toBe(true);
  expect(passes("dynamodb", [image({ name: ["tea"] })], change({ name: { S: "tea" } }))).toBe(false);
  expect(passes("dynamodb", [image({ n: { N: [{ numeric: [">", 1] }] } })], change({ n: { N: "2" } }))).toBe(false);
  expect(passes("dynamodb", [{ eventName: ["INSERT"] }], change({}))).toBe(true);
});

test("Kafka keys and values and MQ data are decoded, as JSON or as plain text", () => {
  const record = { topic: "t", partition: 0, key: base64("user-1"), value: base64('{"kind":"paid"}') };
  expect(passes("kafka", [{ value: { kind: ["paid"] } }], record)).toBe(true);
  expect(passes("kafka", [{ key: [{ prefix: "user-" }], value: { kind: ["paid"] } }], record)).toBe(true);
  expect(passes("kafka", [{ value: [{ prefix: "{" }] }], record)).toBe(false);
  expect(passes("mq", [{ data: [{ prefix: "ABC:" }] }], { messageID: "1", data: base64("ABC:AAAA") })).toBe(true);
  expect(passes("mq", [{ data: { a: [1] } }], { messageID: "1", data: base64("ABC:AAAA") })).toBe(false);
});

test("a batch falls into what passes and what is dropped, in its order, and nothing is lost", () => {
  const compiled = compileFilterCriteria({ Filters: [{ Pattern: '{"body":{"n":[{"numeric":[">",2]}]}}' }] }, "sqs");
  if ("refusal" in compiled) throw new Error(compiled.refusal.message);
  const batch = [5, 1, 3, 2].map((n) => message(JSON.stringify({ n })));
  const { passed, dropped } = compiled.filter(batch);
  expect(passed).toEqual([batch[0], batch[2]]);
  expect(dropped).toEqual([batch[1], batch[3]]);
});

const refusal = (patterns: readonly string[], most?: number) => {
  const compiled = compileFilterCriteria({ Filters: patterns.map((Pattern) => ({ Pattern })) }, "sqs", most);
  return "refusal" in compiled ? compiled.refusal.message : undefined;
};

test("streams refuse a pattern for plain text when the mapping is made, also in a branch of $or", () => {
  const compiled = (Pattern: string, source: FilteredSource) => "refusal" in compileFilterCriteria({ Filters: [{ Pattern }] }, source);
  expect(compiled('{"data":["plain"]}', "kinesis")).toBe(true);
  expect(compiled('{"$or":[{"data":{"a":[1]}},{"data":["plain"]}]}', "kinesis")).toBe(true);
  expect(compiled('{"dynamodb":[{"exists":true}]}', "dynamodb")).toBe(true);
  expect(compiled('{"data":["plain"]}', "mq")).toBe(false);
  expect(compiled('{"body":["plain"]}', "sqs")).toBe(false);
});

test("five filters are taken, ten where AWS allowed it, and a pattern may be 4,096 characters long", () => {
  const one = JSON.stringify(wantsObject);
  expect(refusal(Array(5).fill(one))).toBeUndefined();
  expect(refusal(Array(6).fill(one))).toContain("5");
  expect(refusal(Array(10).fill(one), 10)).toBeUndefined();
  const long = (length: number) => {
    const frame = JSON.stringify({ body: { a: [""] } }).length;
    return JSON.stringify({ body: { a: ["x".repeat(length - frame)] } });
  };
  expect(refusal([long(4096)])).toBeUndefined();
  expect(refusal([long(4097)])).toContain("Member must have length less than or equal to 4096");
});
