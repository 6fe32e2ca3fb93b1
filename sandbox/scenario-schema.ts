/**
 * Whether a value is a scenario, and if not, why, in Korean sentences: which key, what is wrong, what is allowed. For the build
 * and Node only: zod stays out of pages.
 */
import { z } from "zod";
import { exceedsVariablesLimit, variableProblem } from "./lambda/environment-variables.ts";
import { type LayerProblem, layerProblems, layerVersion, unzippedBytes } from "./lambda/layers.ts";
import { EPHEMERAL_STORAGE, FUNCTION_NAME_LENGTH, HANDLER_LENGTH, MEMORY_SIZE, TIMEOUT, UNZIPPED_BYTES } from "./lambda/quotas.ts";
import { httpStubsSchema } from "./network/http-stub-schema.ts";
import { ACCOUNT_DEFAULTS, type Files, type Scenario } from "./scenario.ts";
import { thousands } from "./thousands.ts";

/** The scenario, or all that is wrong with it, a sentence each. */
export function checkedScenario(value: unknown): { readonly scenario: Scenario } | { readonly problems: readonly string[] } {
  const result = scenarioSchema.safeParse(value);
  if (result.success) return { scenario: result.data };
  return { problems: result.error.issues.map((issue) => sentence(issue, value)) };
}

const between = ({ least, most }: { readonly least: number; readonly most: number }, unit: string) => {
  const error = `${thousands(least)}부터 ${thousands(most)}까지의 정수(${unit})여야 합니다.`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

const text = z.string({ error: "문자열이어야 합니다." });
const wholeNumber = z.int({ error: "정수여야 합니다." });

function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `다음 가운데 하나여야 합니다: ${values.join(", ")}.` });
}

const functionName = text.regex(new RegExp(`^[a-zA-Z0-9-_]{1,${FUNCTION_NAME_LENGTH}}$`), {
  error: `함수 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~${FUNCTION_NAME_LENGTH}자입니다.`,
});

const files = filesIn({ path: "파일 경로는 배포 패키지 안의 상대 경로여야 합니다(예: src/index.mjs).", size: "배포 패키지는" });
const layerFiles = filesIn({
  path: "파일 경로는 /opt 아래의 상대 경로여야 합니다(예: nodejs/node_modules/greet/index.js).",
  size: "레이어는",
});

function filesIn(says: { readonly path: string; readonly size: string }) {
  return z.record(text, text, { error: "파일 경로와 내용의 객체여야 합니다." }).check((context) => {
    for (const path of Object.keys(context.value)) {
      const parts = path.split("/");
      if (parts.some((part) => part === "" || part === "." || part === "..") || path.includes("\0")) refuse(context, [path], says.path);
    }
    if (unzippedBytes(context.value) > UNZIPPED_BYTES) refuse(context, [], `${says.size} 압축을 풀었을 때 250MB 이하여야 합니다.`);
  });
}

const layerName = text.regex(/^[a-zA-Z0-9-_]{1,140}$/, { error: "레이어 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~140자입니다." });

const variables = z.record(text, text, { error: "이름과 문자열의 객체여야 합니다." }).check((context) => {
  for (const name of Object.keys(context.value)) {
    const problem = variableProblem(name);
    if (problem === "reserved") refuse(context, [name], "Lambda가 예약한 이름이라 쓰지 못합니다.");
    if (problem === "not a name") refuse(context, [name], "환경 변수 이름은 영문자로 시작하고 영문자, 숫자, 밑줄로 된 두 자 이상입니다.");
  }
  if (exceedsVariablesLimit(context.value)) refuse(context, [], "환경 변수는 모두 합쳐 JSON으로 4KB 이하여야 합니다.");
});

const loggingConfig = strict({
  LogFormat: choice(["Text", "JSON"]).exactOptional(),
  ApplicationLogLevel: choice(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]).exactOptional(),
  SystemLogLevel: choice(["DEBUG", "INFO", "WARN"]).exactOptional(),
  LogGroup: text
    .regex(/^[.\-_/#A-Za-z0-9]{1,512}$/, { error: "로그 그룹 이름은 영문자, 숫자, . - _ / # 기호로 된 1~512자입니다." })
    .exactOptional(),
}).check((context) => {
  const { LogFormat = "Text", ApplicationLogLevel, SystemLogLevel } = context.value;
  if (LogFormat === "Text" && (ApplicationLogLevel ?? SystemLogLevel) !== undefined) {
    refuse(context, [], "로그 레벨은 LogFormat이 JSON일 때만 설정합니다.");
  }
});

const configuration = {
  Runtime: choice(["nodejs22.x", "nodejs24.x"]),
  Handler: text.regex(new RegExp(`^\\S{1,${HANDLER_LENGTH}}$`), {
    error: `핸들러는 공백 없는 1~${HANDLER_LENGTH}자입니다(예: index.handler).`,
  }),
  MemorySize: between(MEMORY_SIZE, "MB").exactOptional(),
  Timeout: between(TIMEOUT, "초").exactOptional(),
  Environment: strict({ Variables: variables }).exactOptional(),
  EphemeralStorage: strict({ Size: between(EPHEMERAL_STORAGE, "MB") }).exactOptional(),
  LoggingConfig: loggingConfig.exactOptional(),
  TracingConfig: strict({ Mode: choice(["Active", "PassThrough"]) }).exactOptional(),
  Layers: z.array(text, { error: "배열이어야 합니다." }).exactOptional(),
};

const stimulus = z.discriminatedUnion(
  "type",
  [
    strict({
      type: z.literal("invoke"),
      FunctionName: functionName,
      // Any text: what is no JSON is refused by the Invoke API, and that refusal is an outcome.
      Payload: text.exactOptional(),
      count: between({ least: 1, most: 10_000 }, "번").exactOptional(),
      ClientContext: text.exactOptional(),
      api: choice(["Invoke", "InvokeWithResponseStream"]).exactOptional(),
      TraceHeader: text.exactOptional(),
    }),
    strict({
      type: z.literal("wait"),
      duration: z.number({ error: "0 이상의 수(ms)여야 합니다." }).min(0, { error: "0 이상의 수(ms)여야 합니다." }),
    }),
    strict({ type: z.literal("updateFunctionCode"), FunctionName: functionName, files }),
    strict({
      type: z.literal("updateFunctionConfiguration"),
      FunctionName: functionName,
      configuration: strict({
        ...configuration,
        Runtime: configuration.Runtime.exactOptional(),
        Handler: configuration.Handler.exactOptional(),
      }),
    }),
  ],
  { error: "다음 가운데 하나여야 합니다: invoke, wait, updateFunctionCode, updateFunctionConfiguration." },
);

export const scenarioSchema: z.ZodType<Scenario> = strict({
  seed: wholeNumber,
  startsAt: z.iso.datetime({ precision: 3, error: "2026-11-22T07:00:00.000Z 꼴의 UTC 시각이어야 합니다." }),
  account: strict({
    Region: text.regex(/^[a-z]{2}(-[a-z]+)+-\d$/, { error: "리전 코드여야 합니다(예: ap-northeast-2)." }).exactOptional(),
    AccountId: text.regex(/^\d{12}$/, { error: "계정 ID는 숫자 12자리입니다." }).exactOptional(),
    ConcurrentExecutions: between({ least: 1, most: 100_000 }, "개").exactOptional(),
  }).exactOptional(),
  functions: z
    .array(strict({ FunctionName: functionName, ...configuration, files, build: choice(["typescript"]).exactOptional() }), {
      error: "배열이어야 합니다.",
    })
    .check((context) => {
      const names = context.value.map((definition) => definition.FunctionName);
      names.forEach((name, index) => {
        if (names.indexOf(name) !== index) refuse(context, [index, "FunctionName"], `이름이 같은 함수가 이미 있습니다: ${name}.`);
      });
    }),
  layers: z
    .array(strict({ LayerName: layerName, Version: between({ least: 1, most: 1_000_000 }, "번").exactOptional(), files: layerFiles }), {
      error: "배열이어야 합니다.",
    })
    .exactOptional(),
  http: httpStubsSchema.exactOptional(),
  stimuli: z.array(stimulus, { error: "배열이어야 합니다." }),
  history: strict({
    initBilling: z.boolean({ error: "true나 false여야 합니다." }).exactOptional(),
    platformLogStyle: choice(["new", "legacy"]).exactOptional(),
  }).exactOptional(),
}).check((context) => {
  checkLayers(context);
  const names = context.value.functions.map((definition) => definition.FunctionName);
  context.value.stimuli.forEach((happening, index) => {
    if ("FunctionName" in happening && !names.includes(happening.FunctionName)) {
      refuse(
        context,
        ["stimuli", index, "FunctionName"],
        `시나리오에 없는 함수입니다: ${happening.FunctionName}. 있는 함수: ${names.join(", ") || "없음"}.`,
      );
    }
  });
});

/** Layers as UpdateFunctionConfiguration would refuse them, in AWS's words after ours. */
function checkLayers(context: z.core.ParsePayload<Scenario>): void {
  const { functions, stimuli, layers = [], account: own } = context.value;
  const account = { ...ACCOUNT_DEFAULTS, ...own };
  const arns = layers.map((layer) => layerVersion(layer, account).arn);
  arns.forEach((arn, index) => {
    if (arns.indexOf(arn) !== index) refuse(context, ["layers", index], `같은 레이어 버전이 이미 있습니다: ${arn}.`);
  });
  const check = (path: PropertyKey[], Layers: readonly string[] = [], code: Files = {}) => {
    for (const problem of layerProblems(Layers, { layers, account, code }))
      refuse(context, [...path, "Layers"], KOREAN[problem.why](problem.says));
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

/** An object that has these keys and no others. */
function strict<const T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `모르는 키입니다. 쓸 수 있는 키: ${keys}.` : "객체여야 합니다."),
  });
}

function refuse(context: z.core.ParsePayload, path: PropertyKey[], message: string): void {
  context.issues.push({ code: "custom", input: context.value, path, message });
}

/** `functions[0].MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64` */
function sentence(issue: z.core.$ZodIssue, scenario: unknown): string {
  if (issue.code === "unrecognized_keys") return `${keyPath([...issue.path, issue.keys[0] ?? ""])}: ${issue.message}`;
  const found = issue.path.reduce(valueAt, scenario);
  if (found === undefined) return `${keyPath(issue.path)}: 빠졌습니다. ${issue.message}`;
  // What `refuse` says names its fault; the value beside it may be a secret or a whole file.
  if (issue.code === "custom" || typeof found === "object" || String(found).length > 60) return `${keyPath(issue.path)}: ${issue.message}`;
  return `${keyPath(issue.path)}: ${issue.message} 받은 값: ${found === "" ? '""' : String(found)}`;
}

function valueAt(value: unknown, key: PropertyKey): unknown {
  // `as`: whatever the value is, reading a key of a non-null object is defined.
  return typeof value === "object" && value !== null ? (value as Readonly<Record<PropertyKey, unknown>>)[key] : undefined;
}

function keyPath(path: readonly PropertyKey[]): string {
  const parts = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[A-Za-z_]\w*$/.test(String(key)) ? `.${String(key)}` : `["${String(key)}"]`;
  });
  return parts.join("").replace(/^\./, "") || "시나리오";
}
