/** What happens to a function, as authors write it: `event` for one invocation, or `stimuli`. */
import { z } from "zod";
import type { HttpStub } from "../network/http-stub.ts";
import { httpStubsSchema } from "../network/http-stub-schema.ts";
import type { Account, History } from "../scenario.ts";
import { functionDefinition } from "../scenario-schema/function.ts";
import { broker, bucket, frontEnd, mapping, queue, rule, stream, table, topic } from "../scenario-schema/resources.ts";
import { stimulus } from "../scenario-schema/stimuli.ts";
import { strict as strictWords } from "../scenario-schema/words.ts";
import { checkedScenario } from "../scenario-schema.ts";
import { choice, duration, durationIn, flag, json, list, must, prose, refuse, slug, strict, text, wholeNumber } from "./author-schema.ts";
import type { Condition, Json } from "./condition.ts";
import type { Control } from "./controls.ts";
import { controlProblems } from "./controls-schema.ts";
import { type Configuration, type Happening, type Invoked, type Situation, type Surroundings, scenarioOf } from "./situation.ts";
import type { Step } from "./steps.ts";

/** The values are those of a scenario, which are checked all together (checkedScenario). */
const configuration = {
  Runtime: choice(["nodejs24.x", "nodejs22.x", "provided.al2023"]).exactOptional(),
  Handler: text.exactOptional(),
  MemorySize: wholeNumber(1).exactOptional(),
  Timeout: wholeNumber(1).exactOptional(),
  Environment: strict({
    Variables: z.record(text, z.string(must("글이어야 합니다. 수는 따옴표로 감싸세요.")), must("이름과 글의 객체여야 합니다.")),
  }).exactOptional(),
  EphemeralStorage: strict({ Size: wholeNumber(1) }).exactOptional(),
  LoggingConfig: strict({
    LogFormat: choice(["Text", "JSON"]).exactOptional(),
    ApplicationLogLevel: choice(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]).exactOptional(),
    SystemLogLevel: choice(["DEBUG", "INFO", "WARN"]).exactOptional(),
    LogGroup: text.exactOptional(),
  }).exactOptional(),
  TracingConfig: strict({ Mode: choice(["Active", "PassThrough"]) }).exactOptional(),
  Layers: list(slug).exactOptional(),
};

const { DeadLetterConfig, EventInvokeConfig, ReservedConcurrentExecutions, RecursiveLoop, declared } = functionDefinition.shape;
const { Versions, Aliases, ProvisionedConcurrencyConfigs, FunctionUrlConfigs } = functionDefinition.shape;

/** What belongs to the service around a function's code. */
export const serviceShape = {
  DeadLetterConfig,
  EventInvokeConfig,
  ReservedConcurrentExecutions,
  RecursiveLoop,
  declared,
  Versions,
  Aliases,
  ProvisionedConcurrencyConfigs,
  FunctionUrlConfigs,
};

export const resources: z.ZodType<Surroundings> = strict({
  functions: list(functionDefinition).exactOptional(),
  queues: list(queue).exactOptional(),
  topics: list(topic).exactOptional(),
  streams: list(stream).exactOptional(),
  tables: list(table).exactOptional(),
  brokers: list(broker).exactOptional(),
  buckets: list(bucket).exactOptional(),
  rules: list(rule).exactOptional(),
  eventSourceMappings: list(strictWords(mapping)).exactOptional(),
  frontEnds: list(frontEnd).exactOptional(),
});

export const functionSchema = strict({
  FunctionName: text,
  ...configuration,
  ...serviceShape,
  build: choice(["typescript"]).exactOptional(),
}).transform(({ Runtime = "nodejs24.x", Handler = "index.handler", ...rest }): Situation["function"] => ({ ...rest, Runtime, Handler }));

export const settable: z.ZodType<Pick<Configuration, "MemorySize" | "Timeout">> = strict({
  MemorySize: configuration.MemorySize,
  Timeout: configuration.Timeout,
});

const invoked: z.ZodType<Invoked> = strict({
  event: json.exactOptional(),
  bytes: wholeNumber(1).exactOptional(),
  count: wholeNumber(1).exactOptional(),
  api: choice(["Invoke", "InvokeWithResponseStream"]).exactOptional(),
  InvocationType: choice(["RequestResponse", "Event", "DryRun"]).exactOptional(),
  Qualifier: text.exactOptional(),
});

/** `invoke`, `wait`, `update` are short forms; whatever has a `type` is a stimulus of a scenario. */
const shortForm = strict({
  invoke: invoked.exactOptional(),
  wait: duration.exactOptional(),
  update: z
    .union([z.literal("code"), strict(configuration)], must("code이거나 바꿀 설정이어야 합니다(예: { MemorySize: 256 })."))
    .exactOptional(),
}).transform((written, context): Happening => {
  const { invoke, wait, update } = written;
  const found: Happening[] = [
    ...(invoke === undefined ? [] : [{ invoke }]),
    ...(wait === undefined ? [] : [{ wait }]),
    ...(update === undefined ? [] : [{ update }]),
  ];
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  context.issues.push({
    code: "custom",
    input: written,
    message: "invoke, wait, update 가운데 꼭 하나를 쓰거나 type으로 시작하는 일을 쓰세요. 순서대로 일어날 일은 항목을 나누세요.",
  });
  return z.NEVER;
});

const SPANS: ReadonlySet<string> = new Set(["duration", "within", "after", "at", "for"]);

/**
 * `30s` where a stimulus takes milliseconds: under its own keys, and those of its arrivals and of each change during them. What it
 * carries (headers, bodies, items) is the author's, whatever its keys are called.
 */
function inMilliseconds(written: unknown): unknown {
  return eachValue(eachValue(written, spanRead), (key, value) => {
    if (key === "arrivals") return eachValue(value, spanRead);
    return key === "during" && Array.isArray(value) ? value.map((change) => eachValue(change, spanRead)) : value;
  });
}

const spanRead = (key: string, value: unknown) => (SPANS.has(key) && typeof value === "string" ? (durationIn(value) ?? value) : value);

function eachValue(written: unknown, read: (key: string, value: unknown) => unknown): unknown {
  if (typeof written !== "object" || written === null || Array.isArray(written)) return written;
  return Object.fromEntries(Object.entries(written).map(([key, value]) => [key, read(key, value)]));
}

const asStimulus = z.preprocess(inMilliseconds, stimulus).transform((one): Happening => ({ stimulus: one }));

const hasType = (written: unknown) => typeof written === "object" && written !== null && "type" in written;

/** Only the form that is meant tells of its faults. */
export const happening: z.ZodType<Happening> = z.unknown().transform((written, context): Happening => {
  const read = (hasType(written) ? asStimulus : shortForm).safeParse(written);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) context.issues.push({ code: "custom", input: written, path, message });
  return z.NEVER;
});

export const stimuli = list(happening, 1);

export const steps: z.ZodType<readonly Step[]> = list(strict({ label: prose, do: stimuli }), 1);

const account: z.ZodType<Account> = strict({
  Region: text.exactOptional(),
  AccountId: text.exactOptional(),
  ConcurrentExecutions: wholeNumber(1).exactOptional(),
});

const history: z.ZodType<History> = strict({
  initBilling: flag.exactOptional(),
  platformLogStyle: choice(["new", "legacy"]).exactOptional(),
});

/** The keys of a situation: an exercise and a quiz's scenario have them beside their own. */
export const situationShape = {
  function: functionSchema,
  event: json.exactOptional(),
  stimuli: stimuli.exactOptional(),
  resources: resources.exactOptional(),
  account: account.exactOptional(),
  history: history.exactOptional(),
  http: httpStubsSchema.exactOptional(),
  seed: wholeNumber(0).exactOptional(),
};

export interface WrittenSituation {
  readonly function: Situation["function"];
  readonly event?: Json;
  readonly stimuli?: readonly Happening[];
  readonly resources?: Surroundings;
  readonly account?: Account;
  readonly history?: History;
  readonly http?: readonly HttpStub[];
  readonly controls?: readonly Control[];
  readonly seed?: number;
}

export function situationOf({ event, stimuli: written, ...rest }: WrittenSituation): Situation {
  return { ...rest, stimuli: written ?? [{ invoke: event === undefined ? {} : { event } }] };
}

/** What the keys cannot say each for itself: event or stimuli, and all that a scenario refuses. `at`: where the keys stand. */
export function checkSituation(context: z.core.ParsePayload, written: WrittenSituation, at: readonly PropertyKey[] = []): void {
  if ((written.event === undefined) === (written.stimuli === undefined)) {
    refuse(context, at, "event와 stimuli 가운데 꼭 하나를 쓰세요. 한 번만 부르면 event, 여러 번 부르거나 기다리면 stimuli입니다.");
    return;
  }
  const problems = scenarioProblems(situationOf(written));
  for (const problem of problems) {
    const [, place = "", says = problem] = /^([^:]+): (.*)$/s.exec(problem) ?? [];
    refuse(context, [...at, ...authorPath(place)], says);
  }
  if (problems.length > 0) return;
  const faultOf = (changed: Situation) => scenarioProblems(changed)[0];
  for (const { path, says } of controlProblems(situationOf(written), written.controls ?? [], faultOf))
    refuse(context, [...at, ...path], says);
}

function scenarioProblems(situation: Situation): readonly string[] {
  // What is in the layers is read from their folders later.
  const layers = (situation.function.Layers ?? []).map((LayerName) => ({ LayerName, files: {} }));
  const named = [...new Map(layers.map((layer) => [layer.LayerName, layer])).values()];
  const checked = checkedScenario(scenarioOf("", { ...situation, layers: named }, { files: {} }));
  return "scenario" in checked ? [] : checked.problems;
}

/** `functions[0].MemorySize` → function, MemorySize; `stimuli[1].configuration.Timeout` → stimuli, 1, update, Timeout. */
function authorPath(place: string): PropertyKey[] {
  const keys = place.split(/[.[\]"]+/).filter((key) => key !== "");
  const [first, index, ...rest] = keys;
  if (first === "functions") return index === "0" ? ["function", ...rest] : ["resources", "functions", Number(index) - 1, ...rest];
  if (first !== undefined && first in RESOURCES) return ["resources", first, Number(index), ...rest];
  if (first !== "stimuli") return keys;
  return ["stimuli", Number(index), ...rest.map((key) => (key === "configuration" ? "update" : key))];
}

const RESOURCES: Readonly<Record<Exclude<keyof Surroundings, "functions">, true>> = {
  queues: true,
  topics: true,
  streams: true,
  tables: true,
  brokers: true,
  buckets: true,
  rules: true,
  eventSourceMappings: true,
  frontEnds: true,
};

/** A condition that names a call beyond those that are made can never hold. */
export function callsMade({ stimuli: happenings }: Situation): number {
  // How many calls a queue or traffic makes, only the run tells.
  if (happenings.some((one) => "stimulus" in one)) return Number.POSITIVE_INFINITY;
  return happenings.reduce((sum, happening) => sum + ("invoke" in happening ? (happening.invoke.count ?? 1) : 0), 0);
}

export function largestCallNamed(condition: Condition): number {
  const { all = [], any = [], not, ...tests } = condition;
  const named = Object.values(tests).flatMap((test) => {
    if (typeof test !== "object" || test === null) return [];
    const invocation = "invocation" in test ? test.invocation : 0;
    return [typeof invocation === "number" ? invocation : 0, "sameAs" in test && typeof test.sameAs === "number" ? test.sameAs : 0];
  });
  return Math.max(0, ...named, ...[...all, ...any, ...(not === undefined ? [] : [not])].map(largestCallNamed));
}
