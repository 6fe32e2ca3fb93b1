/** Conditions as authors write them in YAML. */
import { z } from "zod";
import { choice, duration, json, list, megabytes, must, percent, rawText, refuse, strict, text, wholeNumber } from "./author-schema.ts";
import type {
  Bounds,
  CodeTest,
  Condition,
  Count,
  EnvironmentTest,
  EventTest,
  HttpTest,
  LogTest,
  MetricTest,
  OutcomeTest,
  QueueTest,
  ResultTest,
  SettingTest,
  Which,
} from "./condition.ts";

const WHICH = ["every", "some", "last", "cold", "warm"] as const;

export const which: z.ZodType<Which> = z.union(
  [z.int().min(1), z.enum(WHICH)],
  must(`1부터 세는 호출 번호이거나 다음 가운데 하나여야 합니다: ${WHICH.join(", ")}.`),
);

export const whichOrSum = z.union(
  [which, z.literal("sum")],
  must(`호출 번호이거나 다음 가운데 하나여야 합니다: ${WHICH.join(", ")}, sum.`),
);

export const count: z.ZodType<Count> = z.union(
  [z.int().min(0), z.strictObject({ atLeast: wholeNumber(0).exactOptional(), atMost: wholeNumber(0).exactOptional() }).check(notEmpty)],
  must("0 이상의 정수이거나 { atLeast: 1, atMost: 3 } 꼴이어야 합니다."),
);

const pattern = rawText.check((context) => {
  try {
    new RegExp(context.value, "u");
  } catch {
    // What the engine says of it is English and about its own reading.
    refuse(context, [], "정규식으로 읽지 못했습니다. 괄호의 짝과 역슬래시를 보세요.");
  }
});

const textTest = { containing: rawText.exactOptional(), matching: pattern.exactOptional() };

const result: z.ZodType<ResultTest> = strict({
  invocation: which.exactOptional(),
  at: text.exactOptional(),
  equals: json.exactOptional(),
  includes: json.exactOptional(),
  type: choice(["string", "number", "boolean", "null", "array", "object", "missing"]).exactOptional(),
  sameAs: wholeNumber(1).exactOptional(),
  ...textTest,
});

const outcome: z.ZodType<OutcomeTest> = strict({
  invocation: which.exactOptional(),
  is: choice(["success", "error", "timeout", "out of memory", "crash", "throttled", "refused"]).exactOptional(),
  statusCode: wholeNumber(100).exactOptional(),
  errorType: text.exactOptional(),
  errorMessage: strict(textTest).check(notEmpty).exactOptional(),
}).check((context) => {
  const { invocation, ...asked } = context.value;
  if (Object.keys(asked).length === 0) refuse(context, [], "is, statusCode, errorType, errorMessage 가운데 하나는 있어야 합니다.");
});

const LEVELS = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"] as const;

export const logs: z.ZodType<LogTest> = strict({
  invocation: wholeNumber(1).exactOptional(),
  during: choice(["init", "invoke"]).exactOptional(),
  source: choice(["function", "platform"]).exactOptional(),
  level: choice(LEVELS).exactOptional(),
  json: json.exactOptional(),
  count: count.exactOptional(),
  ...textTest,
});

export const ENVIRONMENT_KEYS = ["created", "coldStarts", "warmStarts", "resets"] as const;

const environments: z.ZodType<EnvironmentTest> = strict({
  created: count.exactOptional(),
  coldStarts: count.exactOptional(),
  warmStarts: count.exactOptional(),
  resets: count.exactOptional(),
}).check(notEmpty);

export const events: z.ZodType<EventTest> = strict({
  type: choice([
    "invocation-requested",
    "response-chunk",
    "invocation-responded",
    "environment-created",
    "init-started",
    "init-part",
    "init-ended",
    "invoke-started",
    "invoke-ended",
    "log",
    "http-requested",
    "http-responded",
    "environment-reset",
    "environment-shutdown",
    "function-updated",
    "simplified",
    "invocation-throttled",
    "concurrency-configured",
    "provisioned-concurrency-changed",
    "alias-changed",
    "event-queued",
    "event-returned",
    "event-settled",
    "record-delivered",
    "loop-stopped",
    "message-sent",
    "message-published",
    "message-received",
    "message-returned",
    "message-deleted",
    "message-moved",
    "records-put",
    "object-put",
    "event-put",
    "batch-sent",
    "batch-ended",
    "batch-discarded",
    "mapping-changed",
    "front-end-requested",
    "front-end-responded",
  ]),
  where: z.record(text, json, must("키와 값의 객체여야 합니다.")).exactOptional(),
  count: count.exactOptional(),
});

const code: z.ZodType<CodeTest> = strict({ file: text.exactOptional(), count: count.exactOptional(), ...textTest }).check((context) => {
  const { containing, matching } = context.value;
  if (containing === undefined && matching === undefined) refuse(context, [], "containing이나 matching이 있어야 합니다.");
});

function bounds(quantity: z.ZodType<number>) {
  return { atLeast: quantity.exactOptional(), atMost: quantity.exactOptional(), atMostOfStarter: percent.exactOptional() };
}

function measured(quantity: z.ZodType<number>) {
  return strict({ invocation: whichOrSum.exactOptional(), ...bounds(quantity) }).check(bounded);
}

const queue: z.ZodType<QueueTest> = strict({ name: text, left: count.exactOptional(), containing: rawText.exactOptional() });

const metric: z.ZodType<MetricTest> = strict({
  name: text,
  statistic: choice(["Sum", "Average", "Maximum", "p50", "p90", "p99"]),
  FunctionName: text.exactOptional(),
  atLeast: z.number().exactOptional(),
  atMost: z.number().exactOptional(),
}).check((context) => {
  const { atLeast, atMost } = context.value;
  if (atLeast === undefined && atMost === undefined) refuse(context, [], "atLeast나 atMost가 있어야 합니다.");
});

const http: z.ZodType<HttpTest> = strict({
  exchange: wholeNumber(1).exactOptional(),
  status: count.exactOptional(),
  header: z
    .record(text, z.union([z.string(), z.null()]), must("이름과 값의 객체여야 합니다. 없어야 하는 헤더의 값은 null입니다."))
    .exactOptional(),
  ...textTest,
});

const number = z.number(must("0 이상의 수여야 합니다.")).min(0, { error: "0 이상의 수여야 합니다." });

const configuration = strict({ MemorySize: count.exactOptional(), Timeout: count.exactOptional() }).check(notEmpty);

const setting: z.ZodType<SettingTest> = strict({ at: text, equals: json.exactOptional(), is: count.exactOptional() }).check((context) => {
  const { equals, is } = context.value;
  if ((equals === undefined) === (is === undefined)) refuse(context, [], "equals와 is 가운데 꼭 하나를 쓰세요.");
});

/** The keys of a condition: a check has them beside its own. */
export const conditionShape = {
  result: result.exactOptional(),
  outcome: outcome.exactOptional(),
  logs: logs.exactOptional(),
  environments: environments.exactOptional(),
  duration: measured(duration).exactOptional(),
  billedDuration: measured(duration).exactOptional(),
  initDuration: measured(duration).exactOptional(),
  maxMemoryUsed: measured(megabytes).exactOptional(),
  remainingTime: measured(duration).exactOptional(),
  gigabyteSeconds: strict(bounds(number)).check(bounded).exactOptional(),
  logBytes: strict(bounds(number)).check(bounded).exactOptional(),
  events: events.exactOptional(),
  queue: queue.exactOptional(),
  metric: metric.exactOptional(),
  http: http.exactOptional(),
  code: code.exactOptional(),
  configuration: configuration.exactOptional(),
  setting: setting.exactOptional(),
  all: z.lazy(() => list(condition, 1)).exactOptional(),
  any: z.lazy(() => list(condition, 1)).exactOptional(),
  not: z.lazy(() => condition).exactOptional(),
};

export const condition: z.ZodType<Condition> = strict(conditionShape).check(asksSomething);

export function asksSomething(context: z.core.ParsePayload<Condition>): void {
  if (Object.keys(conditionShape).some((key) => key in context.value)) return;
  refuse(context, [], `조건이 없습니다. 다음 가운데 하나는 있어야 합니다: ${Object.keys(conditionShape).join(", ")}.`);
}

function notEmpty(context: z.core.ParsePayload<object>): void {
  if (Object.keys(context.value).length === 0) refuse(context, [], "비어 있습니다. 키를 하나는 쓰세요.");
}

function bounded(context: z.core.ParsePayload<Bounds>): void {
  const { atLeast, atMost, atMostOfStarter } = context.value;
  if (atLeast === undefined && atMost === undefined && atMostOfStarter === undefined)
    refuse(context, [], "atLeast, atMost, atMostOfStarter 가운데 하나는 있어야 합니다.");
}
