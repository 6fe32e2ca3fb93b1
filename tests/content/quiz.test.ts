import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import { answerKey, type KeyOrProblems } from "../../sandbox/exercise/answer-key.ts";
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import type { Question } from "../../sandbox/exercise/quiz.ts";
import { quizScenario } from "../../sandbox/exercise/quiz-scenario.ts";
import { checkedQuiz } from "../../sandbox/exercise/quiz-schema.ts";
import { replyTo } from "../../sandbox/exercise/reply.ts";
import { richRun } from "./rich-run.ts";

let evidence: Evidence;

beforeAll(() => {
  evidence = richRun();
});

const SCENARIO = "scenario: { lab: rich }";

/** A question from its own keys. */
function questionOf(yaml: string): Question {
  const checked = checkedQuiz({ questions: [{ id: "q", question: "무엇일까요?", read: "#a", ...parse(yaml) }] });
  if ("problems" in checked) throw new Error(checked.problems.map(({ says }) => says).join("\n"));
  const [question] = checked.value.questions;
  if (question === undefined) throw new Error("no question");
  return question;
}

const keyOf = (yaml: string): KeyOrProblems => answerKey(questionOf(yaml), evidence);

const TWO = `kind: single
${SCENARIO}
options:
  - { text: 하나, says: 아닙니다., when: { environments: { created: 1 } } }
  - { text: 둘, says: 맞았습니다., when: { environments: { created: 2 } } }`;

test("the trace says which option is right", () => {
  expect(keyOf(TWO)).toEqual({ key: { kind: "choice", right: [1] } });
});

test("an option that is marked otherwise than the trace says is a problem", () => {
  expect(keyOf(TWO.replace("text: 하나,", "text: 하나, correct: true,"))).toEqual({
    problems: [{ why: "the trace says otherwise", option: 0, marked: true }],
  });
  expect(keyOf(TWO.replace("text: 둘,", "text: 둘, correct: false,"))).toEqual({
    problems: [{ why: "the trace says otherwise", option: 1, marked: false }],
  });
});

test("one right answer is asked of a single question, at least one of a multiple one", () => {
  expect(keyOf(TWO.replace("created: 2", "created: 3"))).toEqual({ problems: [{ why: "no right option" }] });
  const both = TWO.replace("created: 1", "created: 2");
  expect(keyOf(both)).toEqual({ problems: [{ why: "more than one right option", right: [0, 1] }] });
  expect(keyOf(both.replace("single", "multiple"))).toEqual({ key: { kind: "choice", right: [0, 1] } });
});

test.each([
  ["{ environments: created }", 2],
  ["{ logs: { containing: 준비 } }", 4],
  ["{ events: { type: environment-reset } }", 2],
  ["{ result: { invocation: 2, at: calls } }", 2],
  ["{ measure: duration, invocation: 4 }", 1_000],
])("the number %s is read off the trace", (value, expected) => {
  const yaml = `kind: number\n${SCENARIO}\nvalue: ${value}\nsays: 맞았습니다.\notherwise: 다시 세어 보세요.`;
  expect(keyOf(yaml)).toEqual({ key: { kind: "number", value: expected } });
});

test("a measure without an invocation is the sum of all", () => {
  const sum = evidence.calls.reduce((total, call) => total + (call.billedDuration ?? 0), 0);
  const yaml = `kind: number\n${SCENARIO}\nvalue: { measure: billedDuration }\nsays: 맞았습니다.\notherwise: 다시 더해 보세요.`;
  expect(keyOf(yaml)).toEqual({ key: { kind: "number", value: sum } });
});

test("a number that the trace does not have is a problem, and so is an anticipated mistake that is right", () => {
  const yaml = `kind: number\n${SCENARIO}\nvalue: { result: { invocation: 2, at: calls } }\nsays: 맞았습니다.\notherwise: 아닙니다.`;
  expect(keyOf(yaml.replace("at: calls", "at: message"))).toEqual({ problems: [{ why: "no such value" }] });
  expect(keyOf(`${yaml}\nanticipated: [{ answer: 1, says: 아닙니다. }, { answer: 2, says: 아닙니다. }]`)).toEqual({
    problems: [{ why: "anticipates the right answer", anticipated: 1 }],
  });
});

const LOG = `kind: log\n${SCENARIO}\nlines: { invocation: 1 }\nsays: 맞았습니다.\notherwise: 아닙니다.`;

test("a log is read off the trace without times and request ids", () => {
  expect(keyOf(LOG)).toEqual({ key: { kind: "log", text: '준비\n{"orderId":1,"step":"받음"}\n끝' } });
});

const ORDER = `kind: order
${SCENARIO}
items:
  - { text: 준비, says: 먼저입니다., happens: { logs: { containing: 준비 } } }
  - { text: 호출, says: 다음입니다., happens: { events: { type: invoke-started } } }
  - { text: 끝, says: 나중입니다., happens: { logs: { containing: 끝 } } }`;

test("an order is checked by when its items first happen", () => {
  expect(keyOf(ORDER)).toEqual({ key: { kind: "order" } });
  expect(keyOf(ORDER.replace("containing: 준비", "containing: 없음"))).toEqual({ problems: [{ why: "does not happen", item: 0 }] });
  expect(keyOf(ORDER.replace("invoke-started", "environment-created"))).toEqual({
    problems: [{ why: "happens in another order", item: 1 }],
  });
});

test("what needs a run and has none is a problem", () => {
  const question = questionOf(LOG);
  expect(answerKey(question, undefined)).toEqual({ problems: [{ why: "needs a scenario" }] });
});

test("a reply to a choice is right only with all right options, and tells the reason of each", () => {
  const question = questionOf(TWO);
  const key = { kind: "choice", right: [1] } as const;
  expect(replyTo(question, key, { kind: "choice", chosen: [1] })).toEqual({ isRight: true, says: ["아닙니다.", "맞았습니다."] });
  expect(replyTo(question, key, { kind: "choice", chosen: [0, 1] }).isRight).toBe(false);
});

test("a reply to a number tells the reason of that very mistake, or of any other", () => {
  const question = questionOf(
    "kind: number\nanswer: 3\ntolerance: 0.5\nsays: 맞았습니다.\notherwise: 세어 보세요.\nanticipated: [{ answer: 4, says: 하나를 더 셌습니다. }]",
  );
  const reply = (value: number) => replyTo(question, { kind: "number", value: 3 }, { kind: "number", value });
  expect(reply(3.4)).toEqual({ isRight: true, says: ["맞았습니다."] });
  expect(reply(4)).toEqual({ isRight: false, says: ["하나를 더 셌습니다."] });
  expect(reply(9)).toEqual({ isRight: false, says: ["세어 보세요."] });
});

test("a reply to a log does not mind spaces and empty lines", () => {
  const question = questionOf(`${LOG}\nanticipated: [{ answer: 준비, says: 더 있습니다. }]`);
  const reply = (text: string) => replyTo(question, { kind: "log", text: "준비\n호출 1" }, { kind: "log", text });
  expect(reply(" 준비 \n\n호출  1\n").isRight).toBe(true);
  expect(reply("준비")).toEqual({ isRight: false, says: ["더 있습니다."] });
});

test("a reply to an order is right in the written order only", () => {
  const question = questionOf(ORDER);
  expect(replyTo(question, { kind: "order" }, { kind: "order", order: [0, 1, 2] }).isRight).toBe(true);
  expect(replyTo(question, { kind: "order" }, { kind: "order", order: [1, 0, 2] }).isRight).toBe(false);
});

test("a lab without stimuli is run as its expected output was, a second between the runs", () => {
  const lab = {
    function: { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler" } as const,
    files: { "index.mjs": "" },
    event: { a: 1 },
    runs: 2,
  };
  const chapter = { labs: new Map([["rich", lab]]), exercises: new Map() };
  expect(quizScenario("q", { from: "lab", name: "rich" }, chapter)?.stimuli).toEqual([
    { type: "invoke", FunctionName: "f", Payload: '{"a":1}' },
    { type: "wait", duration: 1_000 },
    { type: "invoke", FunctionName: "f", Payload: '{"a":1}' },
  ]);
  expect(quizScenario("q", { from: "lab", name: "other" }, chapter)).toBeUndefined();
});
