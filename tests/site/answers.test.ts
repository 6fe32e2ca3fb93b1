import { expect, test } from "vitest";
import type { FunctionDefinition, Stimulus } from "../../sandbox/index.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { simulate } from "../../sandbox/simulate.ts";
import { lastAnswers } from "../../src/lab/answers.ts";
import { outcomeSentence } from "../../src/lab/sentences.ts";

const runtime = nodeRuntime();

function answersOf(code: string, { count = 1, limit = 1_000, earlier = [] as readonly Stimulus[] } = {}) {
  const f: FunctionDefinition = {
    FunctionName: "f",
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    Timeout: 1,
    files: { "index.mjs": code },
  };
  const stimuli = [...earlier, { type: "invoke", FunctionName: "f", Payload: "{}", count } as const];
  const account = { ConcurrentExecutions: limit };
  return lastAnswers(simulate({ seed: 1, startsAt: "2026-11-22T07:00:00.000Z", account, functions: [f], stimuli }, runtime));
}

test.each([
  ["a value", "export const handler = async () => ({ a: 1 });", "value"],
  ["nothing", "export const handler = async () => {};", "no value"],
  ["an error", "export const handler = async () => { throw new Error('x'); };", "error"],
  ["no module that loads", "throw new Error('x');", "error"],
  ["a timeout", "export const handler = () => new Promise((resolve) => setTimeout(resolve, 5000));", "timeout"],
  [
    "more memory than there is",
    "export const handler = async () => { const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1)); };",
    "out of memory",
  ],
])("A handler that comes to %s is answered with it.", (_, code, outcome) => {
  expect(answersOf(code).map((answer) => answer.outcome)).toEqual([outcome]);
});

test("A request beyond the account's concurrency is throttled, and no environment is named.", () => {
  const answers = answersOf("export const handler = async () => 1;", { count: 2, limit: 1 });
  const found = answers.map(({ outcome, environment }) => `${outcome}, ${environment ?? "no environment"}`);
  expect(found.toSorted()).toEqual(["throttled, no environment", "value, 1"]);
});

test("Only the last click's answers are shown, each with the environment that gave it and whether it was new.", () => {
  const answers = answersOf("export const handler = async () => 1;", {
    count: 2,
    earlier: [
      { type: "invoke", FunctionName: "f", Payload: "{}" },
      { type: "wait", duration: 1_000 },
    ],
  });
  expect(answers.map(({ environment, coldStart }) => ({ environment, coldStart }))).toEqual([
    { environment: "1", coldStart: false },
    { environment: "2", coldStart: true },
  ]);
});

test("JSON is laid out for reading.", () => {
  expect(answersOf("export const handler = async () => ({ 이름: ['가'] });")[0]?.payload).toBe('{\n  "이름": [\n    "가"\n  ]\n}');
});

test("A timeout's sentence names the timeout that was set, out of memory the size.", () => {
  const definition: FunctionDefinition = { FunctionName: "f", Runtime: "nodejs24.x", Handler: "h", Timeout: 7, MemorySize: 512, files: {} };
  expect(outcomeSentence("timeout", definition)).toBe("타임아웃. 설정한 7초 안에 끝나지 않았습니다.");
  expect(outcomeSentence("out of memory", definition)).toBe("메모리 부족. 512MB를 다 써서 환경이 종료됐습니다.");
});
