/** A function of a scenario: code, configuration, versions, aliases, and what is declared of it. */
import { z } from "zod";
import { exceedsVariablesLimit, variableProblem } from "../lambda/environment-variables.ts";
import { unzippedBytes } from "../lambda/layers.ts";
import {
  ASYNCHRONOUS_RETRIES,
  EPHEMERAL_STORAGE,
  EVENT_AGE,
  FUNCTION_NAME_LENGTH,
  HANDLER_LENGTH,
  MEMORY_SIZE,
  TIMEOUT,
  UNZIPPED_BYTES,
} from "../lambda/quotas.ts";
import { between, choice, flag, jsonText, list, millis, name, refuse, share, strict, text, wholeNumber } from "./words.ts";

export const functionName = text.regex(new RegExp(`^[a-zA-Z0-9-_]{1,${FUNCTION_NAME_LENGTH}}$`), {
  error: `함수 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~${FUNCTION_NAME_LENGTH}자입니다.`,
});

/** A version's number or an alias's name. */
export const qualifier = text.regex(/^(?:\$LATEST|[a-zA-Z0-9-_]{1,128})$/, {
  error: "버전 번호나 별칭이어야 합니다(예: 1, live). 번호는 따옴표로 감싸세요.",
});

export const files = filesIn({ path: "파일 경로는 배포 패키지 안의 상대 경로여야 합니다(예: src/index.mjs).", size: "배포 패키지는" });
export const layerFiles = filesIn({
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

const variables = z.record(text, text, { error: "이름과 문자열의 객체여야 합니다." }).check((context) => {
  for (const variable of Object.keys(context.value)) {
    const problem = variableProblem(variable);
    if (problem === "reserved") refuse(context, [variable], "Lambda가 예약한 이름이라 쓰지 못합니다.");
    if (problem === "not a name")
      refuse(context, [variable], "환경 변수 이름은 영문자로 시작하고 영문자, 숫자, 밑줄로 된 두 자 이상입니다.");
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

const destination = strict({ Destination: text });

export const eventInvokeConfig = strict({
  MaximumRetryAttempts: between(ASYNCHRONOUS_RETRIES, "번").exactOptional(),
  MaximumEventAgeInSeconds: between(EVENT_AGE, "초").exactOptional(),
  DestinationConfig: strict({ OnSuccess: destination.exactOptional(), OnFailure: destination.exactOptional() }).exactOptional(),
});

const span = z.union([millis, z.tuple([millis, millis])], { error: "0 이상의 수(ms)이거나 [가장 짧게, 가장 길게]여야 합니다." });

/** Exported for formats that write a function without code. */
export const declaredBehaviour = strict({
  duration: span,
  init: span.exactOptional(),
  memoryUsedMB: wholeNumber.exactOptional(),
  result: jsonText.exactOptional(),
  failures: list(
    strict({
      share: share.exactOptional(),
      eventContains: text.exactOptional(),
      firstAttempts: wholeNumber.exactOptional(),
      how: z.union([choice(["timeout", "out of memory"]), strict({ errorType: text, errorMessage: text })], {
        error: "timeout이나 out of memory이거나, errorType과 errorMessage를 가진 객체여야 합니다.",
      }),
    }),
  ).exactOptional(),
});

const reserved = between({ least: 0, most: 100_000 }, "개");

export const configuration = {
  Runtime: choice(["nodejs22.x", "nodejs24.x", "provided.al2023"]),
  Handler: text.regex(new RegExp(`^\\S{1,${HANDLER_LENGTH}}$`), {
    error: `핸들러는 공백 없는 1~${HANDLER_LENGTH}자입니다(예: index.handler).`,
  }),
  MemorySize: between(MEMORY_SIZE, "MB").exactOptional(),
  Timeout: between(TIMEOUT, "초").exactOptional(),
  Environment: strict({ Variables: variables }).exactOptional(),
  EphemeralStorage: strict({ Size: between(EPHEMERAL_STORAGE, "MB") }).exactOptional(),
  LoggingConfig: loggingConfig.exactOptional(),
  TracingConfig: strict({ Mode: choice(["Active", "PassThrough"]) }).exactOptional(),
  Layers: list(text).exactOptional(),
  DeadLetterConfig: strict({ TargetArn: text }).exactOptional(),
  EventInvokeConfig: eventInvokeConfig.exactOptional(),
  ReservedConcurrentExecutions: reserved.exactOptional(),
  RecursiveLoop: choice(["Terminate", "Allow"]).exactOptional(),
  declared: declaredBehaviour.exactOptional(),
};

/** What an update may change: any of it. */
export const changedConfiguration = {
  ...configuration,
  Runtime: configuration.Runtime.exactOptional(),
  Handler: configuration.Handler.exactOptional(),
};

const { ReservedConcurrentExecutions, EventInvokeConfig, RecursiveLoop, ...versioned } = changedConfiguration;

/** PutFunctionConcurrency's own key. */
export const reservedConcurrency = reserved;

export const alias = {
  Name: text.regex(/^(?!\d+$)[a-zA-Z0-9-_]{1,128}$/, {
    error: "별칭은 영문자, 숫자, 붙임표, 밑줄로 된 1~128자이고 숫자만으로 되지 않습니다.",
  }),
  FunctionVersion: qualifier,
  RoutingConfig: strict({
    AdditionalVersionWeights: z.record(text, share, { error: "버전과 비율(0~1)의 객체여야 합니다." }),
  }).exactOptional(),
};

export const provisionedConcurrency = {
  Qualifier: qualifier,
  ProvisionedConcurrentExecutions: between({ least: 1, most: 100_000 }, "개"),
  readyAtStart: flag.exactOptional(),
};

const functionUrl = strict({
  AuthType: choice(["NONE", "AWS_IAM"]),
  Qualifier: qualifier.exactOptional(),
  InvokeMode: choice(["BUFFERED", "RESPONSE_STREAM"]).exactOptional(),
  Cors: strict({
    AllowCredentials: flag.exactOptional(),
    AllowHeaders: list(text).exactOptional(),
    AllowMethods: list(text).exactOptional(),
    AllowOrigins: list(text).exactOptional(),
    ExposeHeaders: list(text).exactOptional(),
    MaxAge: between({ least: 0, most: 86_400 }, "초").exactOptional(),
  }).exactOptional(),
  Permissions: list(choice(["lambda:InvokeFunctionUrl", "lambda:InvokeFunction"])).exactOptional(),
});

export const functionDefinition = strict({
  FunctionName: functionName,
  ...configuration,
  files,
  build: choice(["typescript"]).exactOptional(),
  Versions: list(
    strict({
      ...versioned,
      files: files.exactOptional(),
      build: choice(["typescript"]).exactOptional(),
      Description: text.exactOptional(),
    }),
  ).exactOptional(),
  Aliases: list(strict(alias)).exactOptional(),
  ProvisionedConcurrencyConfigs: list(strict(provisionedConcurrency)).exactOptional(),
  FunctionUrlConfigs: list(functionUrl).exactOptional(),
});

export const layer = strict({
  LayerName: name("레이어", { most: 140 }),
  Version: between({ least: 1, most: 1_000_000 }, "번").exactOptional(),
  files: layerFiles,
});
