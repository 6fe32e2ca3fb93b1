/** What an account has beside its functions: queues, topics, streams, tables, buckets, rules, mappings, front ends. */
import { z } from "zod";
import { MAPPING } from "../lambda/quotas.ts";
import { DELAY, MAX_RECEIVE_COUNT, RETENTION, VISIBILITY_TIMEOUT } from "../services/quotas.ts";
import { routeMistake } from "../services/route-mistake.ts";
import { parseSchedule } from "../time/schedule-expression.ts";
import { functionName, qualifier } from "./function.ts";
import { between, choice, flag, jsonText, list, name, refuse, strict, text } from "./words.ts";

const ranged = ([least, most]: readonly [number, number], unit: string) => between({ least, most }, unit);

export const queueName = text.regex(/^[a-zA-Z0-9-_]{1,75}(\.fifo)?$/, {
  error: "큐 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~80자입니다. FIFO 큐의 이름은 .fifo로 끝납니다.",
});
export const topicName = text.regex(/^[a-zA-Z0-9-_]{1,251}(\.fifo)?$/, {
  error: "주제 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~256자입니다.",
});
export const streamName = name("스트림", { most: 128, also: "." });
export const tableName = name("테이블", { most: 255, also: "." });
export const bucketName = text.regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, {
  error: "버킷 이름은 영어 소문자, 숫자, 붙임표, 점으로 된 3~63자입니다.",
});

export const messageAttributes = z.record(
  text,
  strict({ DataType: text, StringValue: text.exactOptional(), BinaryValue: text.exactOptional() }),
  { error: "이름과 { DataType, StringValue }의 객체여야 합니다." },
);

export const queue = strict({
  QueueName: queueName,
  VisibilityTimeout: between(VISIBILITY_TIMEOUT, "초").exactOptional(),
  DelaySeconds: between(DELAY, "초").exactOptional(),
  MessageRetentionPeriod: between(RETENTION, "초").exactOptional(),
  RedrivePolicy: strict({ deadLetterTargetArn: text, maxReceiveCount: between(MAX_RECEIVE_COUNT, "번") }).exactOptional(),
  ContentBasedDeduplication: flag.exactOptional(),
}).check((context) => {
  const { QueueName, ContentBasedDeduplication } = context.value;
  if (ContentBasedDeduplication !== undefined && !QueueName.endsWith(".fifo"))
    refuse(context, ["ContentBasedDeduplication"], "FIFO 큐에만 있는 설정입니다. 큐 이름이 .fifo로 끝나야 합니다.");
});

export const topic = strict({
  TopicName: topicName,
  Subscriptions: list(
    strict({
      Protocol: choice(["lambda", "sqs"]),
      Endpoint: text,
      FilterPolicy: jsonText.exactOptional(),
      FilterPolicyScope: choice(["MessageAttributes", "MessageBody"]).exactOptional(),
      RawMessageDelivery: flag.exactOptional(),
    }),
  ).exactOptional(),
});

export const stream = strict({
  StreamName: streamName,
  ShardCount: between({ least: 1, most: 100 }, "개").exactOptional(),
  RetentionPeriodHours: between({ least: 24, most: 8_760 }, "시간").exactOptional(),
});

export const table = strict({
  TableName: tableName,
  Key: list(text).min(1, { error: "키 속성은 하나나 둘입니다." }).max(2, { error: "키 속성은 하나나 둘입니다." }),
  StreamViewType: choice(["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"]).exactOptional(),
  ShardCount: between({ least: 1, most: 100 }, "개").exactOptional(),
});

export const brokerName = name("브로커", { most: 64 });

export const broker = strict({
  BrokerName: brokerName,
  type: choice(["msk", "self-managed-kafka", "activemq", "rabbitmq", "documentdb"]),
  Topic: text.exactOptional(),
  Partitions: between({ least: 1, most: 100 }, "개").exactOptional(),
});

export const bucket = strict({
  BucketName: bucketName,
  Notifications: list(
    strict({
      Events: list(text.regex(/^s3:/, { error: "s3:ObjectCreated:* 꼴의 이벤트 이름이어야 합니다." })),
      Target: text,
      Prefix: text.exactOptional(),
      Suffix: text.exactOptional(),
    }),
  ).exactOptional(),
});

export const rule = strict({
  Name: name("규칙", { most: 64, also: "." }),
  EventBusName: text.exactOptional(),
  EventPattern: jsonText.exactOptional(),
  ScheduleExpression: text.exactOptional(),
  ScheduleExpressionTimezone: text.exactOptional(),
  Targets: list(strict({ Arn: text, Input: jsonText.exactOptional() })),
}).check((context) => {
  const { EventPattern, ScheduleExpression, ScheduleExpressionTimezone: timezone } = context.value;
  if ((EventPattern === undefined) === (ScheduleExpression === undefined))
    refuse(context, [], "EventPattern과 ScheduleExpression 가운데 하나만 씁니다.");
  if (ScheduleExpression === undefined) return;
  const parsed = parseSchedule(ScheduleExpression, { by: timezone === undefined ? "rule" : "scheduler", startedAt: 0, timezone });
  if ("unsupported" in parsed) refuse(context, ["ScheduleExpression"], parsed.unsupported);
  if ("refusal" in parsed) refuse(context, ["ScheduleExpression"], `일정 식을 읽지 못합니다. AWS의 답: ${parsed.refusal.message}`);
});

const mappingSettings = {
  Enabled: flag.exactOptional(),
  BatchSize: ranged(MAPPING.batchSize, "개").exactOptional(),
  MaximumBatchingWindowInSeconds: ranged(MAPPING.batchingWindow, "초").exactOptional(),
  FilterCriteria: strict({ Filters: list(strict({ Pattern: text })) }).exactOptional(),
  FunctionResponseTypes: list(choice(["ReportBatchItemFailures"])).exactOptional(),
  ScalingConfig: strict({ MaximumConcurrency: ranged(MAPPING.maximumConcurrency, "개") }).exactOptional(),
  ProvisionedPollerConfig: strict({
    MinimumPollers: ranged(MAPPING.minimumPollers, "개").exactOptional(),
    MaximumPollers: ranged(MAPPING.maximumPollers, "개").exactOptional(),
  }).exactOptional(),
  StartingPosition: choice(["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"]).exactOptional(),
  StartingPositionTimestamp: text.exactOptional(),
  ParallelizationFactor: ranged(MAPPING.parallelizationFactor, "개").exactOptional(),
  BisectBatchOnFunctionError: flag.exactOptional(),
  MaximumRetryAttempts: ranged(MAPPING.retryAttempts, "번").exactOptional(),
  MaximumRecordAgeInSeconds: ranged(MAPPING.recordAge, "초").exactOptional(),
  TumblingWindowInSeconds: ranged(MAPPING.tumblingWindow, "초").exactOptional(),
  DestinationConfig: strict({ OnFailure: strict({ Destination: text }).exactOptional() }).exactOptional(),
};

export const mapping = { FunctionName: functionName, Qualifier: qualifier.exactOptional(), EventSourceArn: text, ...mappingSettings };

const frontEndName = name("앞단", { most: 64 });
const routesOf = (api: "rest-api" | "http-api" | "websocket-api") =>
  list(
    strict({
      routeKey: text.check((context) => {
        const mistake = routeMistake(api, context.value);
        if (mistake !== undefined) refuse(context, [], mistake);
      }),
      FunctionName: functionName,
      Qualifier: qualifier.exactOptional(),
    }),
  )
    .min(1, { error: "라우트가 하나 이상 있어야 합니다." })
    .check((context) => {
      const keys = context.value.map(({ routeKey }) => routeKey);
      const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index);
      if (twice >= 0) refuse(context, [twice, "routeKey"], `같은 라우트가 두 번 있습니다: ${keys[twice]}`);
    });

/** apigateway API, CreateStage. */
const stage = text.regex(/^[A-Za-z0-9_-]{1,128}$/, { error: "스테이지 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~128자입니다." });

export const frontEnd = z.discriminatedUnion(
  "type",
  [
    strict({
      type: z.literal("rest-api"),
      name: frontEndName,
      routes: routesOf("rest-api"),
      stage: stage.exactOptional(),
      binaryMediaTypes: list(text).exactOptional(),
    }),
    strict({
      type: z.literal("http-api"),
      name: frontEndName,
      routes: routesOf("http-api"),
      payloadFormatVersion: choice(["1.0", "2.0"]).exactOptional(),
    }),
    strict({ type: z.literal("websocket-api"), name: frontEndName, routes: routesOf("websocket-api"), stage: stage.exactOptional() }),
    strict({
      type: z.literal("alb"),
      name: frontEndName,
      FunctionName: functionName,
      Qualifier: qualifier.exactOptional(),
      multiValueHeaders: flag.exactOptional(),
    }),
  ],
  { error: "다음 가운데 하나여야 합니다: rest-api, http-api, websocket-api, alb." },
);
