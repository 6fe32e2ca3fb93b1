/** What a reader may turn: values at places that an author names, each of them tried when content is checked. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Condition } from "../../sandbox/exercise/condition.ts";
import { type Control, choiceProblem, withChosen, writtenChoice } from "../../sandbox/exercise/controls.ts";
import { evidenceOf } from "../../sandbox/exercise/evidence.ts";
import { checkedExercise } from "../../sandbox/exercise/exercise-schema.ts";
import { judge } from "../../sandbox/exercise/judge.ts";
import { scenarioOf } from "../../sandbox/exercise/situation.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { simulate } from "../../sandbox/simulate.ts";

const mapping = { FunctionName: "f", EventSourceArn: "queue:orders", BatchSize: 10 };
const situation = {
  function: { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler" },
  resources: { queues: [{ QueueName: "orders" }], eventSourceMappings: [mapping] },
  stimuli: [{ stimulus: { type: "invoke", FunctionName: "f", count: 3 } }],
} as const;
const reserved: Control = { name: "reserved", label: "예약된 동시성", set: "function.ReservedConcurrentExecutions", from: 0, to: 20 };
const batch: Control = {
  name: "batch",
  label: "배치 크기",
  set: "resources.eventSourceMappings[0].BatchSize",
  from: 1,
  to: 10,
  unit: "개",
};
const count: Control = { name: "count", label: "요청", set: "stimuli[0].count", from: 1, to: 100 };
const partial: Control = {
  name: "partial",
  label: "실패한 것만 알리기",
  set: "resources.eventSourceMappings[0].FunctionResponseTypes",
  options: [
    { label: "알리지 않음", value: null },
    { label: "알림", value: ["ReportBatchItemFailures"] },
  ],
};
const all = [reserved, batch, count, partial];

test("What is chosen stands in its place, and choosing what was written changes nothing.", () => {
  const chosen = fc.record({
    reserved: fc.nat(20),
    batch: fc.integer({ min: 1, max: 10 }),
    count: fc.integer({ min: 1, max: 100 }),
    partial: fc.constantFrom(null, ["ReportBatchItemFailures"]),
  });
  fc.assert(
    fc.property(chosen, (values) => {
      const turned = withChosen(situation, all, values);
      expect(writtenChoice(turned, all)).toEqual(values);
      expect(withChosen(turned, all, writtenChoice(situation, all))).toEqual(situation);
    }),
    { seed: 1, numRuns: 200 },
  );
});

test("null takes a key away, and what a stimulus says is found below it.", () => {
  const turned = withChosen(situation, all, { partial: ["ReportBatchItemFailures"], count: 40 });
  expect(turned.resources.eventSourceMappings).toEqual([{ ...mapping, FunctionResponseTypes: ["ReportBatchItemFailures"] }]);
  expect(turned.stimuli).toEqual([{ stimulus: { type: "invoke", FunctionName: "f", count: 40 } }]);
  const retries = { name: "retries", label: "재시도", set: "function.EventInvokeConfig.MaximumRetryAttempts", from: 0, to: 2 } as const;
  expect(withChosen(situation, [retries], { retries: null })).toEqual(situation);
  expect(withChosen(turned, all, { partial: null }).resources.eventSourceMappings).toEqual([mapping]);
  expect(scenarioOf("n", { ...situation, controls: all }, { files: {}, chosen: { reserved: 0 } }).functions[0]).toMatchObject({
    ReservedConcurrentExecutions: 0,
  });
});

test("A value that a control does not allow is told with its bounds.", () => {
  expect(choiceProblem([batch], { batch: 10 })).toBeUndefined();
  for (const wrong of [0, 11, 2.5, null, "3"]) {
    expect(choiceProblem([batch], { batch: wrong })).toBe("배치 크기는 1에서 10 사이의 정수입니다. 값을 고치고 다시 실행하세요.");
  }
  expect(choiceProblem([partial], { partial: [] })).toBe("실패한 것만 알리기의 값이 목록에 없습니다. 다시 고르세요.");
});

const exercise = (controls: unknown, solution: object = {}) =>
  checkedExercise({
    title: "고르기",
    goal: "고르세요.",
    function: { FunctionName: "f", ReservedConcurrentExecutions: 5 },
    event: {},
    resources: { queues: [{ QueueName: "orders" }], eventSourceMappings: [mapping] },
    controls,
    checks: [{ says: "반환", result: { equals: 1 } }],
    hints: { concept: "하나", place: "둘", nearlyCode: "셋" },
    mistakes: [
      { name: "first", when: { code: { containing: "a" } }, message: "하나", chosen: { reserved: 0 } },
      { name: "second", when: { code: { containing: "b" } }, message: "둘" },
    ],
    solution: { says: "이렇게", ...solution },
  });

const saidOf = (result: ReturnType<typeof exercise>) =>
  "problems" in result ? result.problems.map(({ path, says }) => `${path.join(".")}: ${says}`) : [];

const two = [reserved, batch];

test("An exercise with controls is read, with the values of its solution and of its mistakes.", () => {
  const read = exercise(two, { chosen: { reserved: 2 } });
  expect(saidOf(read)).toEqual([]);
  expect("value" in read && [read.value.solution.chosen, read.value.mistakes[0]?.made]).toEqual([
    { reserved: 2 },
    { from: "configuration", chosen: { reserved: 0 } },
  ]);
});

test.each([
  [
    "a place that holds no such value",
    [reserved, { ...batch, set: "resources.queues[0].BatchSize" }],
    "controls.1.set: 이 자리에 적힌 값(null)이",
  ],
  ["an end that AWS refuses", [reserved, { ...batch, to: 20_000 }], "controls.1: 값이 20000이면 실행할 수 없습니다."],
  ["neither a range nor options", [reserved, { name: "x", label: "배치", set: batch.set }], "controls.1: from과 to(작은 수가 from), 또는"],
  ["a name twice", [reserved, { ...batch, name: "reserved" }], "controls.1.name: 이름이 같은 것이"],
  [
    "what the settings have",
    [reserved, { name: "x", label: "메모리", set: "function.MemorySize", from: 128, to: 256 }],
    "controls.1.set: 메모리, 타임아웃",
  ],
])("A control with %s is refused with its place.", (_, controls, expected) => {
  expect(saidOf(exercise(controls)).join("\n")).toContain(expected);
});

test("A value that no control allows is refused where it stands.", () => {
  expect(saidOf(exercise(two, { chosen: { reserved: 21 } }))).toContain(
    "solution.chosen: 예약된 동시성은 0에서 20 사이의 정수입니다. 값을 고치고 다시 실행하세요.",
  );
  expect(saidOf(exercise(two, { chosen: { other: 1 } }))).toContain("solution.chosen.other: controls에 없는 이름입니다: other.");
  expect(saidOf(exercise([batch]))).toContain("mistakes.0.chosen.reserved: controls에 없는 이름입니다: reserved.");
});

test("A condition on a setting sees what was turned, where its author wrote it.", () => {
  const scenario = scenarioOf("n", { ...situation, controls: all }, { files: {}, chosen: { reserved: 0, batch: 4 } });
  const evidence = evidenceOf(scenario, simulate({ ...scenario, stimuli: [] }, nodeRuntime()));
  const answers = (condition: Condition) => judge(condition, evidence).map(({ holds, seen, expected }) => [holds, seen, expected]);
  expect(answers({ setting: { at: batch.set, is: { atMost: 3 } } })).toEqual([
    [false, "설정에서 `resources.eventSourceMappings[0].BatchSize` 값은 `4`입니다.", "3 이하여야 합니다."],
  ]);
  expect(answers({ setting: { at: reserved.set, equals: 0 } })[0]?.[0]).toBe(true);
  expect(answers({ setting: { at: partial.set, equals: null } })).toEqual([
    [true, "설정에 `resources.eventSourceMappings[0].FunctionResponseTypes` 값이 없습니다.", "`null`이어야 합니다."],
  ]);
});
