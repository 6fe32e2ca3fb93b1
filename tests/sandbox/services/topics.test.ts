/** Topics, through the whole simulator: who is told, and in which words. */
import { expect, test } from "vitest";
import type { SubscriptionDefinition } from "../../../sandbox/services/sns.ts";
import { subscriptionFilter } from "../../../sandbox/services/subscription-filter.ts";
import type { MessageAttribute } from "../../../sandbox/services/target.ts";
import { eventsOf, FUNCTION_NAME, printed, run } from "../../harness.ts";

const handler = "export const handler = async (event) => console.log(JSON.stringify(event));";
const text = (StringValue: string): MessageAttribute => ({ DataType: "String", StringValue });

function published(Subscriptions: readonly SubscriptionDefinition[], MessageAttributes?: Readonly<Record<string, MessageAttribute>>) {
  return run(handler, { resources: { queues: [{ QueueName: "told" }], topics: [{ TopicName: "alarms", Subscriptions }] } }, [
    { type: "publish", TopicName: "alarms", Message: '{"disk":"full"}', Subject: "Alarm", ...(MessageAttributes && { MessageAttributes }) },
    { type: "settle" },
  ]);
}

test("A subscribed function is invoked asynchronously with one record, whose keys are SNS's.", () => {
  const trace = published([{ Protocol: "lambda", Endpoint: `function:${FUNCTION_NAME}` }], { level: text("high") });
  const [asked] = eventsOf(trace, "invocation-requested");
  expect([asked?.InvocationType, asked?.source]).toEqual(["Event", { kind: "service", service: "sns.amazonaws.com" }]);
  const { Records } = JSON.parse(printed(trace)[0] ?? "");
  expect(Records.length).toBe(1);
  expect(Object.keys(Records[0])).toEqual(["EventSource", "EventVersion", "EventSubscriptionArn", "Sns"]);
  const { Sns } = Records[0];
  expect(Object.keys(Sns).join(" ")).toBe(
    "Type MessageId TopicArn Subject Message Timestamp SignatureVersion Signature SigningCertUrl UnsubscribeUrl MessageAttributes",
  );
  expect([Sns.Message, Sns.Subject, Sns.MessageAttributes]).toEqual([
    '{"disk":"full"}',
    "Alarm",
    { level: { Type: "String", Value: "high" } },
  ]);
});

test("A subscribed queue gets SNS's envelope, with the addresses named …URL; a raw one gets the message and its attributes.", () => {
  const wrapped = published([{ Protocol: "sqs", Endpoint: "queue:told" }], { level: text("high") });
  const [{ body } = { body: "" }] = eventsOf(wrapped, "message-sent");
  expect(body.startsWith('{\n  "Type" : "Notification",\n  "MessageId" : "')).toBe(true);
  expect(Object.keys(JSON.parse(body)).join(" ")).toBe(
    "Type MessageId TopicArn Subject Message Timestamp SignatureVersion Signature SigningCertURL UnsubscribeURL MessageAttributes",
  );
  expect(JSON.parse(body).MessageAttributes).toEqual({ level: { Type: "String", Value: "high" } });
  const raw = published([{ Protocol: "sqs", Endpoint: "queue:told", RawMessageDelivery: true }]);
  expect(eventsOf(raw, "message-sent").map((event) => event.body)).toEqual(['{"disk":"full"}']);
});

test("Each subscriber is told for itself; one whose filter policy does not want the message is not told.", () => {
  const trace = published(
    [
      { Protocol: "lambda", Endpoint: `function:${FUNCTION_NAME}`, FilterPolicy: '{"level":["low"]}' },
      { Protocol: "sqs", Endpoint: "queue:told", FilterPolicy: '{"level":["high"]}' },
    ],
    { level: text("high") },
  );
  expect([eventsOf(trace, "invocation-requested").length, eventsOf(trace, "message-sent").length]).toEqual([0, 1]);
  expect(eventsOf(trace, "message-published")[0]?.subscribers).toEqual(["arn:aws:sqs:ap-northeast-2:123456789012:told"]);
});

test("A message of more than 256 KiB, and a subject that is not ASCII, are mistakes of the scenario's in SNS's words.", () => {
  const publish = (Message: string, Subject: string) =>
    run(handler, { resources: { topics: [{ TopicName: "alarms" }] } }, [{ type: "publish", TopicName: "alarms", Message, Subject }]);
  expect(() => publish("a".repeat(262_145), "s")).toThrow("Invalid parameter: Message too long");
  expect(() => publish("a", "제목")).toThrow("Invalid parameter: Subject");
});

test("A filter policy sees text, numbers and arrays among a message's attributes, and no binary ones.", () => {
  const wants = (FilterPolicy: object, attributes: Readonly<Record<string, MessageAttribute>>) =>
    subscriptionFilter({ Protocol: "sqs", Endpoint: "queue:q", FilterPolicy: JSON.stringify(FilterPolicy) })("", attributes);
  expect(wants({ price: [{ numeric: [">", 100] }] }, { price: { DataType: "Number", StringValue: "301.5" } })).toBe(true);
  expect(wants({ price: [{ numeric: [">", 100] }] }, { price: text("301.5") })).toBe(false);
  expect(wants({ tags: ["b"] }, { tags: { DataType: "String.Array", StringValue: '["a","b"]' } })).toBe(true);
  expect(wants({ level: [{ exists: false }] }, { level: { DataType: "Binary", BinaryValue: "AA==" } })).toBe(true);
  expect(wants({ a: ["1"], b: ["2"] }, { a: text("1") })).toBe(false);
});

test("With FilterPolicyScope MessageBody a policy looks into the body, and wants none that is no JSON object.", () => {
  const wants = subscriptionFilter({
    Protocol: "sqs",
    Endpoint: "queue:q",
    FilterPolicy: '{"order":{"status":["paid"]}}',
    FilterPolicyScope: "MessageBody",
  });
  expect(wants('{"order":{"status":"paid"}}', {})).toBe(true);
  expect(wants('{"order":{"status":"open"}}', {})).toBe(false);
  expect(wants("paid", {})).toBe(false);
  expect(wants("[]", {})).toBe(false);
});
