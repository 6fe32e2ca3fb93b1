/** Scenario files: YAML in, a scenario out, or file, line, key and remedy. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { BadInput } from "../../../sandbox/node/bad-input.ts";
import { parsedScenario, readScenario } from "../../../sandbox/node/scenario-file.ts";
import { lab } from "./lab.ts";

/** A new folder with these files, below folders too; the path of `scenario.yaml` in it. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "scenario-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, "scenario.yaml");
}

function refusal(source: string): string {
  try {
    parsedScenario(source, "s.yaml");
  } catch (thrown) {
    if (thrown instanceof BadInput) return thrown.message;
    throw thrown;
  }
  return "taken";
}

const SCENARIO = `
account: { ConcurrentExecutions: 200 }
functions:
  - FunctionName: orders
    Timeout: 10
    files: ./orders
    ReservedConcurrentExecutions: 10
  - FunctionName: quick
    declared:
      duration: [50ms, 1.5s]
      failures:
        - share: 0.2
          how: timeout
queues:
  - QueueName: jobs
    VisibilityTimeout: 60
eventSourceMappings:
  - FunctionName: orders
    EventSourceArn: queue:jobs
    FilterCriteria: { Filters: [{ Pattern: { body: { kind: [order] } } }] }
stimuli:
  - type: sendMessages
    QueueName: jobs
    messages:
      - MessageBody: { kind: order, id: 1 }
  - type: wait
    duration: 1h30m
  - type: traffic
    arrivals: { type: spike, base: 1, peak: 5, at: 1s, for: 500ms, duration: 3s }
    send: { type: invoke, FunctionName: quick, Payload: { duration: 30s } }
`;

test("folders become files, durations milliseconds, and JSON text", () => {
  const path = project({
    "scenario.yaml": SCENARIO,
    "orders/index.mjs": "export const handler = async () => 1;",
    "orders/lib/tax.mjs": "export const tax = 0.1;",
  });
  expect(readScenario(path)).toEqual({
    seed: 1,
    startsAt: "2026-11-22T07:00:00.000Z",
    account: { ConcurrentExecutions: 200 },
    functions: [
      {
        FunctionName: "orders",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        Timeout: 10,
        ReservedConcurrentExecutions: 10,
        files: { "index.mjs": "export const handler = async () => 1;", "lib/tax.mjs": "export const tax = 0.1;" },
      },
      {
        FunctionName: "quick",
        Runtime: "nodejs24.x",
        Handler: "index.handler",
        files: {},
        declared: { duration: [50, 1_500], failures: [{ share: 0.2, how: "timeout" }] },
      },
    ],
    queues: [{ QueueName: "jobs", VisibilityTimeout: 60 }],
    eventSourceMappings: [
      { FunctionName: "orders", EventSourceArn: "queue:jobs", FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } },
    ],
    stimuli: [
      { type: "sendMessages", QueueName: "jobs", messages: [{ MessageBody: '{"kind":"order","id":1}' }] },
      { type: "wait", duration: 5_400_000 },
      {
        type: "traffic",
        arrivals: { type: "spike", base: 1, peak: 5, at: 1_000, for: 500, duration: 3_000 },
        // What is in a payload is the function's own.
        send: { type: "invoke", FunctionName: "quick", Payload: '{"duration":"30s"}' },
      },
    ],
  });
});

test("the seed on the command line goes before the file's", () => {
  const source = "seed: 5\nfunctions: []\n";
  expect(parsedScenario(source, "s.yaml").seed).toBe(5);
  expect(parsedScenario(source, "s.yaml", 9).seed).toBe(9);
});

test.each([
  [
    "a value out of range",
    "functions:\n  - FunctionName: f\n    files: {}\n    MemorySize: 64\n",
    "s.yaml 4행 5열, functions[0].MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64",
  ],
  [
    "a key that there is not",
    "functions:\n  - FunctionName: f\n    files: {}\n    Timout: 3\n",
    "s.yaml 4행 5열, functions[0].Timout: 모르는 키입니다. 쓸 수 있는 키: FunctionName, ",
  ],
  [
    "a key that is missing, at what it is missing from",
    "functions:\n  - FunctionName: f\n",
    "s.yaml 2행 5열, functions[0].files: 빠졌습니다. ",
  ],
  [
    "a name that nothing has",
    "functions: []\nstimuli:\n  - type: invoke\n    FunctionName: nobody\n",
    "s.yaml 4행 5열, stimuli[0].FunctionName: 시나리오에 없는 함수입니다: nobody. 있는 함수: 없음.",
  ],
  [
    "a duration without a unit that is one",
    "functions: []\nstimuli:\n  - { type: wait, duration: 5 minutes }\n",
    "s.yaml 3행 19열, stimuli[0].duration: ‘duration’ 값은 10m, 2h, 90s, 500ms처럼 단위와 함께 쓰세요. 받은 값: 5 minutes",
  ],
  [
    "a folder that is not there",
    "functions:\n  - FunctionName: f\n    files: ./nowhere\n",
    "s.yaml 3행 5열, functions[0].files: 파일이나 폴더가 없습니다: ",
  ],
  [
    "what Lambda refuses",
    "functions:\n  - { FunctionName: f, declared: { duration: 1 }, ReservedConcurrentExecutions: 901 }\n",
    "s.yaml 2행 51열, functions[0].ReservedConcurrentExecutions: AWS가 거절하는 설정입니다(Specified ReservedConcurrentExecutions for function decreases",
  ],
  ["text that is no YAML", 'functions:\n  - FunctionName: "f\n', "s.yaml 3행 1열: 따옴표나 괄호를 닫지 않았습니다."],
  ["one key twice", "seed: 1\nseed: 2\n", "s.yaml 2행 1열: 같은 키가 두 번 나옵니다. 하나로 합치세요."],
  ["a list instead of a scenario", "- a\n", "s.yaml 1행 1열, 시나리오: 객체여야 합니다."],
])("%s is answered with file, line, key and remedy", (_what, source, sentence) => {
  expect(refusal(source)).toContain(sentence);
});

test("everything that is wrong is told at once, a line each", () => {
  expect(refusal("functions:\n  - FunctionName: 주문\n    MemorySize: 1\n    files: {}\n").split("\n")).toHaveLength(2);
});

const DECLARED =
  "functions:\n  - FunctionName: f\n    declared: { duration: 20ms }\nstimuli:\n  - { type: invoke, FunctionName: f, count: 3 }\n";

test("run prints a summary, a timeline, logs, metrics or JSON", async () => {
  const path = project({ "scenario.yaml": DECLARED });
  const [summary, timeline, logs, metrics, json] = await Promise.all(
    [[], ["--timeline"], ["--logs"], ["--metrics"], ["--json"]].map((view) => lab(["run", path, ...view])),
  );
  expect(summary?.stdout).toMatch(/^지난 시간 .*\n\n함수 +호출 +오류/);
  expect(summary?.stdout).toMatch(/\nf +3 +0 +0 +3 /);
  expect(timeline?.stdout.split("\n").filter((line) => line.includes("invoke ended"))).toHaveLength(3);
  expect(logs?.stdout).toContain("/aws/lambda/f 2026/11/22/[$LATEST]");
  expect(logs?.stdout.match(/REPORT RequestId/g)).toHaveLength(3);
  expect(metrics?.stdout).toMatch(/\nInvocations +f +2026-11-22T07:00:00 +3 +1 +1 +1 +1 +1\n/);
  expect(Object.keys(JSON.parse(json?.stdout ?? ""))).toEqual(["startsAt", "endsAt", "invocations", "http", "metrics", "traces"]);
  expect([summary, timeline, logs, metrics, json].map((outcome) => outcome?.code)).toEqual([0, 0, 0, 0, 0]);
});

test("what is wrong with run is bad input: exit code 2 and a sentence", async () => {
  const bad = project({ "scenario.yaml": "functions: 3\n" });
  const outcomes = await Promise.all(
    [["run"], ["run", "nowhere.yaml"], ["run", bad], ["run", bad, "--logs", "--json"]].map((args) => lab(args)),
  );
  expect(outcomes.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  expect(outcomes.map(({ stderr }) => stderr.split("\n")[0])).toEqual([
    "실행할 시나리오 파일을 쓰세요. 예: run scenario.yaml",
    "시나리오 파일을 읽지 못했습니다(ENOENT): nowhere.yaml",
    `${bad} 1행 1열, functions: 배열이어야 합니다. 받은 값: 3`,
    "‘--logs’와 ‘--json’ 가운데 하나만 쓰세요.",
  ]);
});

const WITH_URL = `functions:
  - FunctionName: f
    declared: { duration: 20ms, result: { ok: true } }
    FunctionUrlConfigs: [{ AuthType: NONE }]
stimuli:
  - { type: httpRequest, to: "url:f", method: GET, path: / }
`;

test("HTTP answers are counted in the summary and told in the JSON", async () => {
  const path = project({ "scenario.yaml": WITH_URL });
  const [summary, json] = await Promise.all([lab(["run", path]), lab(["run", path, "--json"])]);
  expect(summary.stdout).toContain("url:f의 HTTP 응답 200: 1건");
  expect(JSON.parse(json.stdout).http).toMatchObject([{ frontEnd: "url:f", method: "GET", status: 200, body: '{"ok":true}' }]);
});

test("a change that AWS refuses when it comes to it is bad input, in AWS's words", async () => {
  const path = project({
    "scenario.yaml": `${DECLARED}  - { type: putFunctionConcurrency, FunctionName: f, ReservedConcurrentExecutions: 950 }\n`,
  });
  const { code, stderr } = await lab(["run", path]);
  expect(code).toBe(2);
  expect(stderr).toContain(
    "시나리오대로 할 수 없습니다. putFunctionConcurrency f: Specified ReservedConcurrentExecutions for function decreases",
  );
});

test("the scenario of sandbox/README.md runs as it stands there", async () => {
  const readme = readFileSync(new URL("../../../sandbox/README.md", import.meta.url), "utf8");
  const [, source = ""] = /```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
  const { code, stdout, stderr } = await lab(["run", project({ "scenario.yaml": source })]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("큐 dead에 남은 메시지 1개");
});
