import { expect, test } from "vitest";
import { BadInput } from "../../../sandbox/node/bad-input.ts";
import { parsedCommand } from "../../../sandbox/node/command.ts";
import { durationText, parsedDuration } from "../../../sandbox/node/duration.ts";
import { invokeScenario } from "../../../sandbox/node/invoke-scenario.ts";
import { table } from "../../../sandbox/node/table.ts";
import type { Scenario } from "../../../sandbox/scenario.ts";

const deployed = { files: { "index.mjs": "" }, defaultHandler: "index.handler", functionName: "index", skipped: [] };

function scenarioOf(...args: string[]): Scenario {
  const command = parsedCommand(["invoke", "index.mjs", ...args]);
  if (command.name !== "invoke") throw new Error("not an invoke command");
  return invokeScenario(command, deployed);
}

const stimuliOf = (...args: string[]) =>
  scenarioOf(...args).stimuli.map((stimulus) => (stimulus.type === "wait" ? `wait ${stimulus.duration}` : stimulus.type));

test("without options a function has AWS's defaults", () => {
  expect(scenarioOf().functions[0]).toEqual({
    FunctionName: "index",
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    MemorySize: 128,
    Timeout: 3,
    Environment: { Variables: {} },
    LoggingConfig: { LogFormat: "Text" },
    files: { "index.mjs": "" },
  });
});

test("every option of the function reaches the scenario", () => {
  const args = "--handler app.main --runtime nodejs22.x --memory 1769 --timeout 900 --env A_B=c=d --env E2= --log-format JSON --seed 7";
  const scenario = scenarioOf(...args.split(" "));
  expect(scenario.seed).toBe(7);
  expect(scenario.functions[0]).toMatchObject({
    Handler: "app.main",
    Runtime: "nodejs22.x",
    MemorySize: 1769,
    Timeout: 900,
    Environment: { Variables: { A_B: "c=d", E2: "" } },
    LoggingConfig: { LogFormat: "JSON" },
  });
});

test("a wait lies between invocations, and after the only one", () => {
  expect(stimuliOf("--wait", "2h")).toEqual(["invoke", "wait 7200000"]);
  expect(stimuliOf("--times", "3", "--wait", "10m")).toEqual(["invoke", "wait 600000", "invoke", "wait 600000", "invoke"]);
  expect(stimuliOf("--times", "2")).toEqual(["invoke", "invoke"]);
});

test("--concurrent sends that many requests at once", () => {
  expect(scenarioOf("--concurrent", "3", "--times", "2").stimuli).toEqual([
    { type: "invoke", FunctionName: "index", count: 3 },
    { type: "invoke", FunctionName: "index", count: 3 },
  ]);
});

test("each invocation from a source has an event of its own, at its own time", () => {
  const payloads = scenarioOf("--source", "sqs", "--times", "3", "--wait", "10m").stimuli.flatMap((stimulus) =>
    stimulus.type === "invoke" ? [JSON.parse(stimulus.Payload ?? "").Records[0]] : [],
  );
  expect(new Set(payloads.map((record) => record.messageId)).size).toBe(3);
  const times = payloads.map((record) => Number(record.attributes.ApproximateFirstReceiveTimestamp));
  expect((times[2] ?? 0) - (times[0] ?? 0)).toBe(1_200_000);
});

test("an API has one id for all invocations", () => {
  const payloads = scenarioOf("--source", "api-gateway-http", "--times", "2").stimuli.map((stimulus) =>
    JSON.parse("Payload" in stimulus ? (stimulus.Payload ?? "") : ""),
  );
  expect(payloads[0].requestContext.apiId).toBe(payloads[1].requestContext.apiId);
  expect(payloads[0].requestContext.requestId).not.toBe(payloads[1].requestContext.requestId);
});

test.each([
  [["fly"], "‘fly’ 명령은 없습니다. invoke, run, event, price 가운데 하나를 쓰세요. 쓰는 법은 --help로 봅니다."],
  [[], "명령이 없습니다. invoke, run, event, price 가운데 하나를 쓰세요. 쓰는 법은 --help로 봅니다."],
  [["invoke"], "실행할 파일이나 폴더를 쓰세요. 예: invoke index.mjs"],
  [["invoke", "a.mjs", "b.mjs"], "파일이나 폴더는 하나만 씁니다. 남는 인수: b.mjs"],
  [["invoke", "a.mjs", "--memory", "64"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64"],
  [["invoke", "a.mjs", "--memory", "10241"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 10241"],
  [["invoke", "a.mjs", "--memory=1e3"], "‘--memory’ 값은 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 1e3"],
  [["invoke", "a.mjs", "--timeout", "901"], "‘--timeout’ 값은 1부터 900까지의 정수(초)여야 합니다. 받은 값: 901"],
  [["invoke", "a.mjs", "--timeout", "--json"], "‘--timeout’ 옵션에 값이 없습니다."],
  [["invoke", "a.mjs", "--timeout"], "‘--timeout’ 옵션에 값이 없습니다."],
  [["invoke", "a.mjs", "--json=yes"], "‘--json’ 옵션은 값을 받지 않습니다."],
  [["invoke", "a.mjs", "--memory", "128", "--memory", "256"], "‘--memory’ 옵션이 두 번 나왔습니다."],
  [
    ["invoke", "a.mjs", "--runtime", "python3.13"],
    "‘--runtime’ 값은 다음 가운데 하나여야 합니다: nodejs24.x, nodejs22.x. 받은 값: python3.13",
  ],
  [["invoke", "a.mjs", "--wait", "10"], "‘--wait’ 값은 10m, 2h, 90s, 500ms처럼 단위와 함께 쓰세요. 받은 값: 10"],
  [["invoke", "a.mjs", "--env", "KEY"], "‘--env’ 값은 이름=값 꼴로 쓰세요. 받은 값: KEY"],
  [["invoke", "a.mjs", "--set", "a=b"], "‘--set’은 ‘--source’와 함께 씁니다."],
  [["invoke", "a.mjs", "--event", "e.json", "--source", "s3"], "‘--event’와 ‘--source’는 함께 쓰지 못합니다."],
  [["invoke", "a.mjs", "--source", "ftp"], "‘ftp’ 이벤트 소스는 없습니다. 쓸 수 있는 소스는 event --list가 보여 줍니다."],
  [["event", "s3", "--json"], "‘--json’ 옵션은 없습니다. 쓸 수 있는 옵션: --set, --seed, --list"],
  [["invoke", "a.mjs", "-m", "128"], "‘-m’ 옵션은 없습니다."],
])("%j is refused in one sentence", (args, sentence) => {
  expect(() => parsedCommand(args)).toThrow(BadInput);
  expect(() => parsedCommand(args)).toThrow(sentence);
});

test("a reserved variable is refused by the scenario's own rules", () => {
  expect(() => scenarioOf("--env", "AWS_REGION=x")).toThrow("Lambda가 예약한 이름이라 쓰지 못합니다.");
});

test("durations are read with their units and told in Korean", () => {
  expect(["500ms", "90s", "1.5h", "1h30m", "2d"].map((text) => parsedDuration("--wait", text))).toEqual([
    500, 90_000, 5_400_000, 5_400_000, 172_800_000,
  ]);
  expect([0, 182.414, 3_210, 754_000, 7_200_000, 90_061_000].map(durationText)).toEqual([
    "0ms",
    "182.41ms",
    "3.21초",
    "12분 34초",
    "2시간",
    "1일 1시간 1분 1초",
  ]);
});

test("a Hangul syllable takes two cells of a table", () => {
  expect(
    table([
      ["환경", "b"],
      ["1", "c"],
    ]).split("\n"),
  ).toEqual(["환경  b", "1     c"]);
});

test("--stream asks for a stream", () => {
  expect(scenarioOf("--stream").stimuli).toEqual([{ type: "invoke", FunctionName: "index", count: 1, api: "InvokeWithResponseStream" }]);
});
