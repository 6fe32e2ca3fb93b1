import { expect, test } from "vitest";
import type { FunctionDefinition, Scenario } from "../../sandbox/scenario.ts";
import { checkedScenario } from "../../sandbox/scenario-schema.ts";

const hello: FunctionDefinition = {
  FunctionName: "hello",
  Runtime: "nodejs24.x",
  Handler: "index.handler",
  files: { "index.mjs": "export const handler = async () => 1;" },
};

const scenario: Scenario = {
  seed: 1,
  startsAt: "2026-11-22T07:00:00.000Z",
  functions: [hello],
  stimuli: [{ type: "invoke", FunctionName: "hello" }],
};

/** All that is wrong with a scenario, or with one whose only function differs so. */
function problems(value: unknown): readonly string[] {
  const result = checkedScenario(value);
  return "problems" in result ? result.problems : [];
}
const problemsOf = (change: Record<string, unknown>) => problems({ ...scenario, functions: [{ ...hello, ...change }] });

test("a scenario with every key is returned as it came", () => {
  const full: Scenario = {
    ...scenario,
    account: { Region: "us-east-1", AccountId: "000000000000", ConcurrentExecutions: 10 },
    functions: [
      {
        ...hello,
        MemorySize: 10_240,
        Timeout: 900,
        Environment: { Variables: { STAGE: "test", NODE_OPTIONS: "--enable-source-maps" } },
        EphemeralStorage: { Size: 512 },
        LoggingConfig: { LogFormat: "JSON", ApplicationLogLevel: "WARN", SystemLogLevel: "INFO", LogGroup: "/my/logs" },
        TracingConfig: { Mode: "Active" },
        Layers: ["greet"],
        build: "typescript",
      },
    ],
    layers: [{ LayerName: "greet", Version: 3, files: { "nodejs/greet.mjs": "" } }],
    stimuli: [
      { type: "invoke", FunctionName: "hello", Payload: "{", count: 3, api: "InvokeWithResponseStream", TraceHeader: "Root=1-0-0" },
      { type: "wait", duration: 600_000 },
      { type: "updateFunctionCode", FunctionName: "hello", files: { "index.mjs": "" } },
      { type: "updateFunctionConfiguration", FunctionName: "hello", configuration: { Timeout: 10 } },
    ],
    history: { initBilling: false, platformLogStyle: "legacy" },
  };
  expect(checkedScenario(full)).toEqual({ scenario: full });
});

test.each([
  [{ MemorySize: 127 }, "functions[0].MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 127"],
  [{ MemorySize: 10_241 }, "functions[0].MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 10241"],
  [{ MemorySize: 128.5 }, "functions[0].MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 128.5"],
  [{ Timeout: 0 }, "functions[0].Timeout: 1부터 900까지의 정수(초)여야 합니다. 받은 값: 0"],
  [{ Timeout: "3" }, "functions[0].Timeout: 1부터 900까지의 정수(초)여야 합니다. 받은 값: 3"],
  [
    { Runtime: "nodejs16.x" },
    "functions[0].Runtime: 다음 가운데 하나여야 합니다: nodejs22.x, nodejs24.x, provided.al2023. 받은 값: nodejs16.x",
  ],
  [{ FunctionName: "주문" }, "functions[0].FunctionName: 함수 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~64자입니다. 받은 값: 주문"],
  [{ Handler: undefined }, "functions[0].Handler: 빠졌습니다. 문자열이어야 합니다."],
  [
    { memory: 128 },
    "functions[0].memory: 모르는 키입니다. 쓸 수 있는 키: FunctionName, Runtime, Handler, MemorySize, Timeout, Environment, EphemeralStorage, LoggingConfig, TracingConfig, Layers, DeadLetterConfig, EventInvokeConfig, ReservedConcurrentExecutions, RecursiveLoop, declared, files, build, Versions, Aliases, ProvisionedConcurrencyConfigs, FunctionUrlConfigs.",
  ],
  [{ TracingConfig: { Mode: "On" } }, "functions[0].TracingConfig.Mode: 다음 가운데 하나여야 합니다: Active, PassThrough. 받은 값: On"],
  [{ Layers: "greet" }, "functions[0].Layers: 배열이어야 합니다. 받은 값: greet"],
  [{ Layers: ["greet"] }, "functions[0].Layers: 시나리오의 layers에 없는 레이어 버전입니다(Layer version greet does not exist.)."],
  [{ build: "babel" }, "functions[0].build: 다음 가운데 하나여야 합니다: typescript. 받은 값: babel"],
  [{ files: { "../a.mjs": "" } }, 'functions[0].files["../a.mjs"]: 파일 경로는 배포 패키지 안의 상대 경로여야 합니다(예: src/index.mjs).'],
])("%j is refused with key, fault and remedy", (change, sentence) => {
  expect(problemsOf(change)).toContain(sentence);
});

test("a function name of 64 characters is taken and one of 65 is not", () => {
  const named = (FunctionName: string) => problems({ ...scenario, functions: [{ ...hello, FunctionName }], stimuli: [] });
  expect(named("a".repeat(64))).toEqual([]);
  expect(named("a".repeat(65))).toHaveLength(1);
});

test.each(["_HANDLER", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT"])("%s is reserved", (name) => {
  expect(problemsOf({ Environment: { Variables: { [name]: "x" } } })).toEqual([
    `functions[0].Environment.Variables.${name}: Lambda가 예약한 이름이라 쓰지 못합니다.`,
  ]);
});

test.each(["LANG", "PATH", "NODE_PATH", "NODE_OPTIONS", "TZ", "AWS_LAMBDA_LOG_LEVEL"])("%s may be set", (name) => {
  expect(problemsOf({ Environment: { Variables: { [name]: "x" } } })).toEqual([]);
});

test.each(["1A", "A", "A-B", "이름"])("%s is no name of an environment variable", (name) => {
  expect(problemsOf({ Environment: { Variables: { [name]: "x" } } })[0]).toContain("환경 변수 이름은 영문자로 시작하고");
});

test("environment variables may have 4,096 bytes of JSON and not one more", () => {
  const ofBytes = (bytes: number) => ({ Environment: { Variables: { BIG: "x".repeat(bytes - '{"BIG":""}'.length) } } });
  expect(problemsOf(ofBytes(4_096))).toEqual([]);
  expect(problemsOf(ofBytes(4_097))).toEqual(["functions[0].Environment.Variables: 환경 변수는 모두 합쳐 JSON으로 4KB 이하여야 합니다."]);
});

test("log levels need LogFormat JSON", () => {
  expect(problemsOf({ LoggingConfig: { ApplicationLogLevel: "DEBUG" } })).toEqual([
    "functions[0].LoggingConfig: 로그 레벨은 LogFormat이 JSON일 때만 설정합니다.",
  ]);
});

test("a stimulus names a function that exists, and two functions do not share a name", () => {
  expect(problems({ ...scenario, stimuli: [{ type: "invoke", FunctionName: "other" }] })).toEqual([
    "stimuli[0].FunctionName: 시나리오에 없는 함수입니다: other. 있는 함수: hello.",
  ]);
  expect(problems({ ...scenario, functions: [hello, hello] })).toEqual([
    "functions[1].FunctionName: 이름이 같은 함수가 이미 있습니다: hello.",
  ]);
});

test("a stimulus of another kind, a start without its zone and no scenario at all are refused", () => {
  expect(problems({ ...scenario, stimuli: [{ type: "deploy" }] })[0]).toMatch(
    /^stimuli\[0\]\.type: 다음 가운데 하나여야 합니다: invoke, wait, settle, .*, startMessageMoveTask\. 받은 값: deploy$/,
  );
  expect(problems({ ...scenario, startsAt: "2026-11-22 07:00" })).toEqual([
    "startsAt: 2026-11-22T07:00:00.000Z 꼴의 UTC 시각이어야 합니다. 받은 값: 2026-11-22 07:00",
  ]);
  expect(problems(null)).toEqual(["시나리오: 객체여야 합니다."]);
});

const layers = ["a", "b", "c", "d", "e", "f"].map((LayerName) => ({ LayerName, files: {} }));
const withLayers = (Layers: readonly string[], more: readonly object[] = []) =>
  problems({ ...scenario, layers: [...layers, ...more], functions: [{ ...hello, Layers }] });

test("five layers are taken and six are not, in AWS's words", () => {
  expect(withLayers(["a", "b", "c", "d", "e"])).toEqual([]);
  expect(withLayers(["a", "b", "c", "d", "e", "f"])).toEqual([
    "functions[0].Layers: 레이어는 함수 하나에 5개까지입니다(Cannot reference more than 5 layers.).",
  ]);
});

test("two versions of one layer are refused, in AWS's words", () => {
  const arn = (version: number) => `arn:aws:lambda:ap-northeast-2:123456789012:layer:a:${version}`;
  expect(withLayers([arn(1), "a:2"], [{ LayerName: "a", Version: 2, files: {} }])).toEqual([
    `functions[0].Layers: 한 레이어의 두 버전을 함께 쓰지 못합니다(Two different versions of the same layer are not allowed to be referenced in the same function. ${arn(1)} and ${arn(2)} are versions of the same layer.).`,
  ]);
});

test("function and layers together may have 250 MB", () => {
  const half = { big: "x".repeat(131_072_000) };
  const of = (files: object) =>
    problems({ ...scenario, layers: [{ LayerName: "big", files: half }], functions: [{ ...hello, files, Layers: ["big"] }] });
  expect(of({ "index.mjs": "x".repeat(131_072_000) })).toEqual([]);
  expect(of({ "index.mjs": "x".repeat(131_072_001) })).toEqual([
    "functions[0].Layers: 함수와 레이어를 합쳐 압축을 풀었을 때 250MB 이하여야 합니다(Unzipped size must be smaller than 262144000 bytes).",
  ]);
});

test.each([
  [{ LayerName: "레이어", files: {} }, "layers[0].LayerName: 레이어 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~140자입니다. 받은 값: 레이어"],
  [{ LayerName: "a", Version: 0, files: {} }, "layers[0].Version: 1부터 1,000,000까지의 정수(번)여야 합니다. 받은 값: 0"],
  [
    { LayerName: "a", files: { "../task/index.mjs": "" } },
    'layers[0].files["../task/index.mjs"]: 파일 경로는 /opt 아래의 상대 경로여야 합니다(예: nodejs/node_modules/greet/index.js).',
  ],
  [
    { LayerName: "a", files: { "/etc/passwd": "" } },
    'layers[0].files["/etc/passwd"]: 파일 경로는 /opt 아래의 상대 경로여야 합니다(예: nodejs/node_modules/greet/index.js).',
  ],
])("the layer %j is refused", (layer, sentence) => {
  expect(problems({ ...scenario, layers: [layer] })).toContain(sentence);
});

test("a layer version is there once, and a change of configuration names one that is there", () => {
  const twice = [
    { LayerName: "a", files: {} },
    { LayerName: "a", Version: 1, files: {} },
  ];
  expect(problems({ ...scenario, layers: twice })).toEqual([
    "layers[1]: 같은 레이어 버전이 이미 있습니다: arn:aws:lambda:ap-northeast-2:123456789012:layer:a:1.",
  ]);
  const update = { type: "updateFunctionConfiguration", FunctionName: "hello", configuration: { Layers: ["none"] } };
  expect(problems({ ...scenario, stimuli: [update] })).toEqual([
    "stimuli[0].configuration.Layers: 시나리오의 layers에 없는 레이어 버전입니다(Layer version none does not exist.).",
  ]);
});

// ── What is beside functions ───────────────────────────────────────────────────────────────────────────────────────

const version = { Description: "1" };
const fn = (change: Partial<FunctionDefinition>) => ({ ...scenario, functions: [{ ...hello, ...change }] });

test("a scenario with every resource and every kind of stimulus is returned as it came", () => {
  const whole: Scenario = {
    ...scenario,
    functions: [
      {
        ...hello,
        DeadLetterConfig: { TargetArn: "queue:dead" },
        EventInvokeConfig: { MaximumRetryAttempts: 1, DestinationConfig: { OnSuccess: { Destination: "topic:done" } } },
        ReservedConcurrentExecutions: 5,
        Versions: [version, version],
        Aliases: [{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } }],
        ProvisionedConcurrencyConfigs: [{ Qualifier: "live", ProvisionedConcurrentExecutions: 2, readyAtStart: false }],
        FunctionUrlConfigs: [{ AuthType: "NONE", Cors: { AllowOrigins: ["*"], MaxAge: 60 } }],
      },
      {
        FunctionName: "quick",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        files: {},
        declared: { duration: [10, 20], failures: [{ share: 0.1, how: "timeout" }, { how: { errorType: "Error", errorMessage: "no" } }] },
      },
    ],
    queues: [{ QueueName: "orders", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 3 } }, { QueueName: "dead" }],
    topics: [{ TopicName: "done", Subscriptions: [{ Protocol: "sqs", Endpoint: "queue:orders", FilterPolicy: '{"a":["b"]}' }] }],
    streams: [{ StreamName: "clicks", ShardCount: 2 }],
    tables: [{ TableName: "items", Key: ["id"], StreamViewType: "NEW_IMAGE" }],
    buckets: [{ BucketName: "photos", Notifications: [{ Events: ["s3:ObjectCreated:*"], Target: "function:hello", Suffix: ".jpg" }] }],
    rules: [{ Name: "nightly", ScheduleExpression: "cron(0 18 * * ? *)", Targets: [{ Arn: "function:hello", Input: "{}" }] }],
    eventSourceMappings: [
      { FunctionName: "quick", EventSourceArn: "queue:orders", BatchSize: 10, FunctionResponseTypes: ["ReportBatchItemFailures"] },
      { FunctionName: "quick", EventSourceArn: "stream:clicks", StartingPosition: "LATEST", BisectBatchOnFunctionError: true },
    ],
    frontEnds: [
      { type: "http-api", name: "shop", routes: [{ routeKey: "GET /orders/{id}", FunctionName: "hello", Qualifier: "live" }] },
      { type: "alb", name: "front", FunctionName: "hello" },
    ],
    stimuli: [
      { type: "invoke", FunctionName: "hello", Qualifier: "live", InvocationType: "Event" },
      { type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "{n}", count: 4 }] },
      { type: "publish", TopicName: "done", Message: "m" },
      { type: "putRecords", StreamName: "clicks", records: [{ Data: "{}", PartitionKey: "a" }] },
      { type: "writeItems", TableName: "items", writes: [{ put: { id: { S: "1" } } }, { delete: { id: { S: "1" } }, expired: true }] },
      { type: "putObject", BucketName: "photos", Key: "a.jpg", Size: 3 },
      { type: "putEvents", entries: [{ Source: "shop", DetailType: "paid", Detail: "{}" }] },
      { type: "httpRequest", to: "shop", method: "GET", path: "/orders/1" },
      {
        type: "traffic",
        arrivals: { type: "spike", base: 1, peak: 50, at: 1_000, for: 500, duration: 5_000 },
        send: { type: "invoke", FunctionName: "hello" },
        during: [{ after: 100, change: { type: "publishVersion", FunctionName: "hello" } }],
      },
      { type: "updateEventSourceMapping", FunctionName: "quick", EventSourceArn: "queue:orders", Enabled: false },
      { type: "startMessageMoveTask", QueueName: "dead" },
      { type: "settle", within: 1_000 },
    ],
  };
  expect(checkedScenario(whole)).toEqual({ scenario: whole });
});

test.each<[string, unknown, string]>([
  [
    "a dead-letter queue that is not there",
    fn({ DeadLetterConfig: { TargetArn: "queue:dead" } }),
    "functions[0].DeadLetterConfig.TargetArn: 시나리오에 없는 큐입니다: dead. 있는 큐: 없음.",
  ],
  [
    "a destination of no kind",
    fn({ EventInvokeConfig: { DestinationConfig: { OnFailure: { Destination: "dead" } } } }),
    "functions[0].EventInvokeConfig.DestinationConfig.OnFailure.Destination: queue:이름, topic:이름, function:이름, bus:이름, bucket:이름 꼴이거나 ARN이어야 합니다. 받은 값: dead",
  ],
  [
    "a function as a destination for itself",
    fn({ EventInvokeConfig: { DestinationConfig: { OnSuccess: { Destination: "function:hello" } } } }),
    "functions[0].EventInvokeConfig: AWS가 거절하는 설정입니다(You can't specify the function as a destination for itself.).",
  ],
  [
    "two additional versions of an alias",
    fn({
      Versions: [version, version, version],
      Aliases: [{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1, "3": 0.1 } } }],
    }),
    "functions[0].Aliases[0]: AWS가 거절하는 설정입니다(Number of items in AdditionalVersionWeights cannot be greater than 1).",
  ],
  [
    "provisioned concurrency of $LATEST",
    fn({ ProvisionedConcurrencyConfigs: [{ Qualifier: "$LATEST", ProvisionedConcurrentExecutions: 1 }] }),
    "functions[0].ProvisionedConcurrencyConfigs[0]: AWS가 거절하는 설정입니다(Provisioned Concurrency Configs cannot be applied to unpublished function versions.).",
  ],
  [
    "more provisioned than reserved",
    fn({
      ReservedConcurrentExecutions: 1,
      Versions: [version],
      ProvisionedConcurrencyConfigs: [{ Qualifier: "1", ProvisionedConcurrentExecutions: 2 }],
    }),
    "functions[0].ProvisionedConcurrencyConfigs[0]: AWS가 거절하는 설정입니다(Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function).",
  ],
  [
    "a reservation that leaves fewer than a hundred",
    fn({ ReservedConcurrentExecutions: 901 }),
    "functions[0].ReservedConcurrentExecutions: AWS가 거절하는 설정입니다(Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below its minimum value of [100].).",
  ],
  [
    "a batch above ten without a window",
    {
      ...scenario,
      queues: [{ QueueName: "orders" }],
      eventSourceMappings: [{ FunctionName: "hello", EventSourceArn: "queue:orders", BatchSize: 11 }],
    },
    "eventSourceMappings[0]: AWS가 거절하는 설정입니다(Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10).",
  ],
  [
    "a stream without a starting position",
    {
      ...scenario,
      streams: [{ StreamName: "clicks" }],
      eventSourceMappings: [{ FunctionName: "hello", EventSourceArn: "stream:clicks" }],
    },
    "eventSourceMappings[0]: AWS가 거절하는 설정입니다(1 validation error detected: Value null at 'startingPosition' failed to satisfy constraint: Member must not be null.).",
  ],
  [
    "a schedule that is none",
    { ...scenario, rules: [{ Name: "r", ScheduleExpression: "rate(1 minutes)", Targets: [] }] },
    "rules[0].ScheduleExpression: 일정 식을 읽지 못합니다. AWS의 답: Parameter ScheduleExpression is not valid.",
  ],
  [
    "traffic of a negative rate",
    {
      ...scenario,
      stimuli: [
        {
          type: "traffic",
          arrivals: { type: "constant", ratePerSecond: -1, duration: 1 },
          send: { type: "invoke", FunctionName: "hello" },
        },
      ],
    },
    "stimuli[0].arrivals: ‘ratePerSecond’에는 0 이상의 수를 적습니다. 받은 값: -1",
  ],
  [
    "a route of a REST API that is none",
    { ...scenario, frontEnds: [{ type: "rest-api", name: "shop", routes: [{ routeKey: "$default", FunctionName: "hello" }] }] },
    "frontEnds[0].routes[0].routeKey: REST API의 라우트는 GET /items/{id}나 ANY /{proxy+} 꼴입니다. 받은 값: $default",
  ],
  [
    "a route that is there twice",
    {
      ...scenario,
      frontEnds: [
        { type: "http-api", name: "shop", routes: ["GET /a", "GET /a"].map((routeKey) => ({ routeKey, FunctionName: "hello" })) },
      ],
    },
    "frontEnds[0].routes[1].routeKey: 같은 라우트가 두 번 있습니다: GET /a",
  ],
  [
    "two front ends of one name",
    { ...scenario, frontEnds: ["shop", "shop"].map((name) => ({ type: "alb", name, FunctionName: "hello" })) },
    "frontEnds[1].name: 같은 이름의 앞단이 두 번 있습니다: shop",
  ],
  [
    "a request to a front end that is not there",
    {
      ...scenario,
      frontEnds: [{ type: "alb", name: "shop", FunctionName: "hello" }],
      stimuli: [{ type: "httpRequest", to: "store", method: "GET", path: "/" }],
    },
    "stimuli[0].to: 시나리오에 없는 앞단입니다: store. 쓸 수 있는 값: url:함수 이름, shop.",
  ],
  [
    "a method that HTTP does not have",
    { ...scenario, stimuli: [{ type: "httpRequest", to: "url:hello", method: "FETCH", path: "/" }] },
    "stimuli[0].method: 다음 가운데 하나여야 합니다: GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS, CONNECT, MESSAGE, DISCONNECT. 받은 값: FETCH",
  ],
  [
    "a second URL of a function",
    { ...scenario, functions: [{ ...hello, FunctionUrlConfigs: [{ AuthType: "NONE" }, { AuthType: "AWS_IAM" }] }] },
    "functions[0].FunctionUrlConfigs[1]: AWS가 거절하는 설정입니다(Failed to create function url config for [functionArn = arn:aws:lambda:ap-northeast-2:123456789012:function:hello]. Error message:  FunctionUrlConfig exists for this Lambda function).",
  ],
  [
    "a URL of a version",
    { ...scenario, functions: [{ ...hello, FunctionUrlConfigs: [{ AuthType: "NONE", Qualifier: "1" }] }] },
    "functions[0].FunctionUrlConfigs[0]: AWS가 거절하는 설정입니다(1 validation error detected: Value '1' at 'qualifier' failed to satisfy constraint: Member must satisfy regular expression pattern: ((?!^\\d+$)^[0-9a-zA-Z-_]+$)).",
  ],
])("%s is refused in its place", (_what, value, sentence) => {
  expect(problems(value)).toContain(sentence);
});
