/**
 * Whether a value is a scenario, and if not, why, in Korean sentences: which key, what is wrong, what is allowed. For the build
 * and Node only: zod stays out of pages.
 */
import { z } from "zod";
import { type LayerProblem, layerProblems, layerVersion } from "./lambda/layers.ts";
import { httpStubsSchema } from "./network/http-stub-schema.ts";
import { ACCOUNT_DEFAULTS, type Files, type Scenario } from "./scenario.ts";
import { frontEndMistakes } from "./scenario-schema/front-ends.ts";
import { functionDefinition, layer } from "./scenario-schema/function.ts";
import { type Kind, namedIn, namesOf, problemOf } from "./scenario-schema/named.ts";
import { refusals } from "./scenario-schema/refusals.ts";
import { broker, bucket, frontEnd, mapping, queue, rule, stream, table, topic } from "./scenario-schema/resources.ts";
import { stimulus } from "./scenario-schema/stimuli.ts";
import { between, choice, flag, list, refuse, strict, text, wholeNumber } from "./scenario-schema/words.ts";

/** The scenario, or all that is wrong with it, a sentence each. */
export function checkedScenario(value: unknown): { readonly scenario: Scenario } | { readonly problems: readonly string[] } {
  const checked = checkedScenarioInPlaces(value);
  return "scenario" in checked ? checked : { problems: checked.problems.map(({ path, says }) => `${keyPath(path)}: ${says}`) };
}

export interface ScenarioProblem {
  /** Keys and indices from the scenario's top. */
  readonly path: readonly PropertyKey[];
  readonly says: string;
}

/** The same, with the places of what is wrong. */
export function checkedScenarioInPlaces(
  value: unknown,
): { readonly scenario: Scenario } | { readonly problems: readonly ScenarioProblem[] } {
  const result = scenarioSchema.safeParse(value);
  if (result.success) return { scenario: result.data };
  return { problems: result.error.issues.map((issue) => problem(issue, value)) };
}

export const scenarioSchema: z.ZodType<Scenario> = strict({
  seed: wholeNumber,
  startsAt: z.iso.datetime({ precision: 3, error: "2026-11-22T07:00:00.000Z 꼴의 UTC 시각이어야 합니다." }),
  account: strict({
    Region: text.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: "리전 코드여야 합니다(예: ap-northeast-2)." }).exactOptional(),
    AccountId: text.regex(/^\d{12}$/, { error: "계정 ID는 숫자 12자리입니다." }).exactOptional(),
    ConcurrentExecutions: between({ least: 1, most: 100_000 }, "개").exactOptional(),
  }).exactOptional(),
  functions: list(functionDefinition),
  layers: list(layer).exactOptional(),
  http: httpStubsSchema.exactOptional(),
  queues: list(queue).exactOptional(),
  topics: list(topic).exactOptional(),
  streams: list(stream).exactOptional(),
  tables: list(table).exactOptional(),
  brokers: list(broker).exactOptional(),
  buckets: list(bucket).exactOptional(),
  rules: list(rule).exactOptional(),
  eventSourceMappings: list(strict(mapping)).exactOptional(),
  frontEnds: list(frontEnd).exactOptional(),
  stimuli: list(stimulus),
  history: strict({
    initBilling: flag.exactOptional(),
    platformLogStyle: choice(["new", "legacy"]).exactOptional(),
  }).exactOptional(),
}).check((context) => {
  checkTwice(context);
  checkLayers(context);
  for (const name of namedIn(context.value)) {
    const says = problemOf(context.value, name);
    if (says !== undefined) refuse(context, name.path, says);
  }
  for (const { path, says } of frontEndMistakes(context.value)) refuse(context, [...path], says);
  // Of a scenario that names what is not there, AWS could say nothing.
  if (context.issues.length > 0) return;
  for (const { path, message } of refusals(context.value)) refuse(context, [...path], `AWS가 거절하는 설정입니다(${message.trim()}).`);
});

const UNIQUE: readonly (readonly [list: keyof Scenario, key: string, kind: Kind, what: string])[] = [
  ["functions", "FunctionName", "function", "함수가"],
  ["queues", "QueueName", "queue", "큐가"],
  ["topics", "TopicName", "topic", "주제가"],
  ["streams", "StreamName", "stream", "스트림이"],
  ["tables", "TableName", "table", "테이블이"],
  ["buckets", "BucketName", "bucket", "버킷이"],
];

function checkTwice(context: z.core.ParsePayload<Scenario>): void {
  for (const [place, key, kind, what] of UNIQUE) {
    const names = namesOf(context.value, kind);
    names.forEach((name, index) => {
      if (names.indexOf(name) !== index) refuse(context, [place, index, key], `이름이 같은 ${what} 이미 있습니다: ${name}.`);
    });
  }
}

/** Layers as UpdateFunctionConfiguration would refuse them, in AWS's words after ours. */
function checkLayers(context: z.core.ParsePayload<Scenario>): void {
  const { functions, stimuli, layers = [], account: own } = context.value;
  const account = { ...ACCOUNT_DEFAULTS, ...own };
  const arns = layers.map((one) => layerVersion(one, account).arn);
  arns.forEach((arn, index) => {
    if (arns.indexOf(arn) !== index) refuse(context, ["layers", index], `같은 레이어 버전이 이미 있습니다: ${arn}.`);
  });
  const check = (path: PropertyKey[], Layers: readonly string[] = [], code: Files = {}) => {
    for (const { why, says } of layerProblems(Layers, { layers, account, code })) refuse(context, [...path, "Layers"], KOREAN[why](says));
  };
  functions.forEach((definition, index) => {
    check(["functions", index], definition.Layers, definition.files);
  });
  stimuli.forEach((happening, index) => {
    if (happening.type === "updateFunctionConfiguration") check(["stimuli", index, "configuration"], happening.configuration.Layers);
  });
}

const KOREAN: Readonly<Record<LayerProblem["why"], (says: string) => string>> = {
  "too many": (says) => `레이어는 함수 하나에 5개까지입니다(${says}).`,
  "not there": (says) => `시나리오의 layers에 없는 레이어 버전입니다(${says}).`,
  "two versions": (says) => `한 레이어의 두 버전을 함께 쓰지 못합니다(${says}).`,
  "too large": (says) => `함수와 레이어를 합쳐 압축을 풀었을 때 250MB 이하여야 합니다(${says}).`,
};

/** `128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64`, and where. */
function problem(issue: z.core.$ZodIssue, scenario: unknown): ScenarioProblem {
  if (issue.code === "unrecognized_keys") return { path: [...issue.path, issue.keys[0] ?? ""], says: issue.message };
  const { path } = issue;
  const found = path.reduce(valueAt, scenario);
  if (found === undefined) return { path, says: `빠졌습니다. ${issue.message}` };
  // What `refuse` says names its fault; the value beside it may be a secret or a whole file.
  if (issue.code === "custom" || typeof found === "object" || String(found).length > 60) return { path, says: issue.message };
  return { path, says: `${issue.message} 받은 값: ${found === "" ? '""' : String(found)}` };
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  // `as`: whatever the value is, reading a key of a non-null object is defined.
  return typeof value === "object" && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
}

/** `functions[0].MemorySize` */
export function keyPath(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `.${String(key)}` : `["${String(key)}"]`;
  });
  return parts.join("").replace(/^\./, "") || "시나리오";
}
