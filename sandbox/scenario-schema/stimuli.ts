/** What happens in a scenario, one after the other. */
import { z } from "zod";
import { DELAY } from "../services/quotas.ts";
import { arrivalsMistake } from "../time/arrivals.ts";
import {
  alias,
  changedConfiguration,
  eventInvokeConfig,
  files,
  functionDefinition,
  functionName,
  provisionedConcurrency,
  qualifier,
  reservedConcurrency,
} from "./function.ts";
import { brokerName, bucketName, mapping, messageAttributes, queueName, streamName, tableName, topicName } from "./resources.ts";
import { between, choice, flag, jsonText, list, millis, refuse, strict, text } from "./words.ts";

const count = between({ least: 1, most: 100_000 }, "번").exactOptional();

const invoke = strict({
  type: z.literal("invoke"),
  FunctionName: functionName,
  Qualifier: qualifier.exactOptional(),
  InvocationType: choice(["RequestResponse", "Event", "DryRun"]).exactOptional(),
  LogType: choice(["None", "Tail"]).exactOptional(),
  // Any text: what is no JSON is refused by the Invoke API, and that refusal is an outcome.
  Payload: text.exactOptional(),
  count,
  ClientContext: text.exactOptional(),
  api: choice(["Invoke", "InvokeWithResponseStream"]).exactOptional(),
  TraceHeader: text.exactOptional(),
});

const message = strict({
  MessageBody: text,
  count,
  DelaySeconds: between(DELAY, "초").exactOptional(),
  MessageAttributes: messageAttributes.exactOptional(),
  MessageGroupId: text.exactOptional(),
  MessageDeduplicationId: text.exactOptional(),
  AWSTraceHeader: text.exactOptional(),
});

const item = z.record(text, z.unknown(), { error: '속성의 객체여야 합니다(예: { id: { S: "1" } }).' });
const write = z.union([strict({ put: item }), strict({ delete: item, expired: flag.exactOptional() })], {
  error: "put이나 delete에 DynamoDB의 JSON으로 된 항목을 적습니다.",
});

const sends = [
  strict({ type: z.literal("sendMessages"), QueueName: queueName, messages: list(message) }),
  strict({
    type: z.literal("publish"),
    TopicName: topicName,
    Message: text,
    Subject: text.exactOptional(),
    MessageAttributes: messageAttributes.exactOptional(),
  }),
  strict({ type: z.literal("putRecords"), StreamName: streamName, records: list(strict({ Data: text, PartitionKey: text })) }),
  strict({ type: z.literal("writeItems"), TableName: tableName, writes: list(write) }),
  strict({
    type: z.literal("produce"),
    BrokerName: brokerName,
    records: list(
      strict({
        Value: text,
        Key: text.exactOptional(),
        Headers: z.record(text, text, { error: "헤더 이름과 값의 객체여야 합니다." }).exactOptional(),
      }),
    ),
  }),
  strict({
    type: z.literal("putObject"),
    BucketName: bucketName,
    Key: text,
    Size: between({ least: 0, most: 5_497_558_138_880 }, "바이트").exactOptional(),
    Body: text.exactOptional(),
  }),
  strict({
    type: z.literal("putEvents"),
    entries: list(
      strict({
        Source: text,
        DetailType: text,
        Detail: jsonText,
        EventBusName: text.exactOptional(),
        Resources: list(text).exactOptional(),
      }),
    ),
  }),
  strict({
    type: z.literal("httpRequest"),
    to: text,
    // The last three are what a WebSocket client does.
    method: choice(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "MESSAGE", "DISCONNECT"]),
    path: text.regex(/^\//, { error: "/로 시작하는 경로여야 합니다." }),
    headers: z
      .record(text.regex(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/, { error: "HTTP 헤더 이름이 아닙니다." }), text, {
        error: "헤더 이름과 값의 객체여야 합니다.",
      })
      .exactOptional(),
    body: text.exactOptional(),
    signed: flag.exactOptional(),
    connection: text.exactOptional(),
  }),
] as const;

const changes = [
  strict({ type: z.literal("createFunction"), definition: functionDefinition }),
  strict({ type: z.literal("updateFunctionCode"), FunctionName: functionName, files }),
  strict({ type: z.literal("updateFunctionConfiguration"), FunctionName: functionName, configuration: strict(changedConfiguration) }),
  strict({ type: z.literal("publishVersion"), FunctionName: functionName, Description: text.exactOptional() }),
  strict({ type: z.literal("putAlias"), FunctionName: functionName, ...alias }),
  strict({ type: z.literal("deleteAlias"), FunctionName: functionName, Name: text }),
  strict({
    type: z.literal("putFunctionConcurrency"),
    FunctionName: functionName,
    ReservedConcurrentExecutions: reservedConcurrency,
  }),
  strict({ type: z.literal("deleteFunctionConcurrency"), FunctionName: functionName }),
  strict({ type: z.literal("putProvisionedConcurrency"), FunctionName: functionName, ...provisionedConcurrency }),
  strict({ type: z.literal("deleteProvisionedConcurrency"), FunctionName: functionName, Qualifier: qualifier }),
  strict({ type: z.literal("putEventInvokeConfig"), FunctionName: functionName, EventInvokeConfig: eventInvokeConfig }),
  strict({ type: z.literal("updateEventSourceMapping"), ...mapping }),
  strict({ type: z.literal("startMessageMoveTask"), QueueName: queueName }),
] as const;

const rate = z.number({ error: "0 이상의 수여야 합니다." });
const arrivals = z
  .discriminatedUnion(
    "type",
    [
      strict({ type: z.literal("constant"), ratePerSecond: rate, duration: millis }),
      strict({ type: z.literal("ramp"), from: rate, to: rate, duration: millis }),
      strict({ type: z.literal("spike"), base: rate, peak: rate, at: millis, for: millis, duration: millis }),
      strict({ type: z.literal("burst"), count: between({ least: 1, most: 1_000_000 }, "건") }),
      strict({ type: z.literal("poisson"), ratePerSecond: rate, duration: millis }),
      strict({ type: z.literal("schedule"), expression: text, timezone: text.exactOptional(), duration: millis }),
    ],
    { error: "다음 가운데 하나여야 합니다: constant, ramp, spike, burst, poisson, schedule." },
  )
  .check((context) => {
    const mistake = arrivalsMistake(context.value);
    if (mistake !== undefined) refuse(context, [], mistake);
  });

const SEND_TYPES = ["invoke", ...sends.map(({ shape }) => shape.type.value)];
const CHANGE_TYPES = changes.map(({ shape }) => shape.type.value);
const oneOf = (types: readonly string[]) => ({ error: `다음 가운데 하나여야 합니다: ${types.join(", ")}.` });

const traffic = strict({
  type: z.literal("traffic"),
  arrivals,
  send: z.discriminatedUnion("type", [invoke, ...sends], oneOf(SEND_TYPES)),
  during: list(strict({ after: millis, change: z.discriminatedUnion("type", [...changes], oneOf(CHANGE_TYPES)) })).exactOptional(),
});

const wait = strict({ type: z.literal("wait"), duration: millis });
const settle = strict({ type: z.literal("settle"), within: millis.exactOptional() });

export const stimulus = z.discriminatedUnion(
  "type",
  [invoke, wait, settle, ...sends, traffic, ...changes],
  oneOf(["invoke", "wait", "settle", ...SEND_TYPES.slice(1), "traffic", ...CHANGE_TYPES]),
);
