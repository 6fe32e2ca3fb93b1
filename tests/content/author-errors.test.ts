import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { checkedExercise } from "../../sandbox/exercise/exercise-schema.ts";
import { checkedPrediction, checkedQuiz } from "../../sandbox/exercise/quiz-schema.ts";

const TEMPLATE = new URL("../../content/_template/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, TEMPLATE), "utf8");

const EXERCISE = read("exercises/greet-by-name/exercise.yaml");
const QUIZ = read("quiz.yaml");
const PREDICTION = read("labs/say-hello/prediction.yaml");

type Check = typeof checkedExercise | typeof checkedQuiz | typeof checkedPrediction;

/** `place: sentence` for all that is wrong. */
function problems(check: Check, yaml: string): readonly string[] {
  const checked = check(parse(yaml));
  return "problems" in checked ? checked.problems.map(({ path, says }) => `${path.join(".")}: ${says}`) : [];
}

/** The template's text with one change, which must be one. */
function changed(yaml: string, from: string | RegExp, to: string): string {
  const result = yaml.replace(from, () => to);
  if (result === yaml) throw new Error(`nothing to change: ${from}`);
  return result;
}

test("the template's exercise, quiz and prediction are as they should be", () => {
  expect([problems(checkedExercise, EXERCISE), problems(checkedQuiz, QUIZ), problems(checkedPrediction, PREDICTION)]).toEqual([[], [], []]);
});

test.each([
  [/^title: .*$/m, "", "title: 빠졌습니다. 비어 있지 않은 글이어야 합니다. 콜론이나 백틱으로 시작하는 글은 따옴표로 감싸세요."],
  [/^title: .*$/m, "title: Greet by name", "title: 독자가 읽는 글이니 한국어로 쓰세요."],
  [
    "title:",
    "titel: 이름\ntitle:",
    "titel: 모르는 키입니다. 쓸 수 있는 키: title, goal, function, event, stimuli, resources, account, history, http, seed, controls, readOnly, configurable, checks, hints, mistakes, solution.",
  ],
  [
    "FunctionName: greet",
    "FunctionName: greet\n  MemorySize: 64",
    "function.MemorySize: 128부터 10,240까지의 정수(MB)여야 합니다. 받은 값: 64",
  ],
  [
    "FunctionName: greet",
    "FunctionName: greet\n  Runtime: nodejs16.x",
    "function.Runtime: 다음 가운데 하나여야 합니다: nodejs24.x, nodejs22.x, provided.al2023.",
  ],
  [
    "stimuli:",
    "event: {}\nstimuli:",
    ": event와 stimuli 가운데 꼭 하나를 쓰세요. 한 번만 부르면 event, 여러 번 부르거나 기다리면 stimuli입니다.",
  ],
  ["wait: 10s", "wait: 십초", "stimuli.1.wait: 10m, 90s, 200ms 꼴의 시간이거나 밀리초 수여야 합니다."],
  [
    "- wait: 10s",
    "- wait: 10s\n    invoke: {}",
    "stimuli.1: invoke, wait, update 가운데 꼭 하나를 쓰거나 type으로 시작하는 일을 쓰세요. 순서대로 일어날 일은 항목을 나누세요.",
  ],
  ["- wait: 10s", "- update: { Timeout: 901 }", "stimuli.1.update.Timeout: 1부터 900까지의 정수(초)여야 합니다. 받은 값: 901"],
  [
    /result: \{ invocation: 1, equals: .*$/m,
    "resutl: {}",
    "checks.0.resutl: 모르는 키입니다. 쓸 수 있는 키: says, result, outcome, logs, environments, duration, billedDuration, initDuration, maxMemoryUsed, remainingTime, gigabyteSeconds, logBytes, events, queue, metric, http, code, configuration, setting, all, any, not.",
  ],
  [
    /\n {4}result: \{ invocation: 1, equals: .*$/m,
    "",
    "checks.0: 조건이 없습니다. 다음 가운데 하나는 있어야 합니다: result, outcome, logs, environments, duration, billedDuration, initDuration, maxMemoryUsed, remainingTime, gigabyteSeconds, logBytes, events, queue, metric, http, code, configuration, setting, all, any, not.",
  ],
  [
    "result: { invocation: 1,",
    "result: { invocation: 9,",
    "checks.0: 호출은 2번뿐인데 9번째 호출을 봅니다. 번호를 고치거나 stimuli를 늘리세요.",
  ],
  [
    "result: { invocation: 1,",
    "result: { invocation: first,",
    "checks.0.result.invocation: 1부터 세는 호출 번호이거나 다음 가운데 하나여야 합니다: every, some, last, cold, warm.",
  ],
  [
    /result: \{ invocation: 1, equals: .*$/m,
    "duration: { invocation: 1 }",
    "checks.0.duration: atLeast, atMost, atMostOfStarter 가운데 하나는 있어야 합니다.",
  ],
  [
    '"^인사: 지민$", count: 1',
    '"^인사: (지민$", count: 1',
    "checks.2.all.0.logs.matching: 정규식으로 읽지 못했습니다. 괄호의 짝과 역슬래시를 보세요.",
  ],
  [
    '"^인사: 지민$", count: 1',
    '"^인사: 지민$", count: 하나',
    "checks.2.all.0.logs.count: 0 이상의 정수이거나 { atLeast: 1, atMost: 3 } 꼴이어야 합니다.",
  ],
  [/^ {2}place: .*$/m, "", "hints.place: 빠졌습니다. 비어 있지 않은 글이어야 합니다. 콜론이나 백틱으로 시작하는 글은 따옴표로 감싸세요."],
  [
    "name: remembered-the-name",
    "name: forgot-the-default",
    "mistakes.1.name: 이름이 같은 실수가 이미 있습니다: forgot-the-default. 하나를 바꾸세요.",
  ],
  [
    "name: remembered-the-name",
    "name: 이름 기억",
    "mistakes.1.name: 영어 소문자, 숫자, 붙임표로 된 이름이어야 합니다(예: reuse-the-client).",
  ],
  [
    "    replace:\n",
    "    configuration: { Timeout: 5 }\n    replace:\n",
    "mistakes.0: 실수를 만드는 법은 하나여야 합니다. replace(of와 함께), 설정(configuration과 chosen), mistakes/ 폴더 가운데 하나만 쓰세요.",
  ],
  [
    /\n {2}# 코드가 많이 다른 실수[\s\S]*?(?=# 풀이의 생각)/,
    "\n",
    "mistakes: 항목이 2개 이상인 목록이어야 합니다. 줄마다 `- `로 시작하세요.",
  ],
  [
    "  explains:",
    "  configuration: { MemorySize: 512 }\n  explains:",
    "solution.configuration.MemorySize: 독자가 바꿀 수 없는 설정입니다. configurable에 MemorySize 값을 더하세요.",
  ],
  [
    "    - added: event.name",
    "    - removed: event\n      added: event.name",
    "solution.explains.0: added(풀이에 생긴 줄의 일부)와 removed(처음 코드에서 없어진 줄의 일부) 가운데 꼭 하나를 쓰세요.",
  ],
])("exercise.yaml with %s → %s is refused with its place and remedy", (from, to, sentence) => {
  expect(problems(checkedExercise, changed(EXERCISE, from, to))).toContain(sentence);
});

test.each([
  [
    "id: missing-name",
    "id: who-sends-the-event",
    "questions.1.id: 같은 id가 이미 있습니다: who-sends-the-event. 답이 id로 기억되니 다른 이름을 쓰세요.",
  ],
  [
    /^ {8}says: 설정은.*$/m,
    "",
    "questions.0.options.1.says: 빠졌습니다. 비어 있지 않은 글이어야 합니다. 콜론이나 백틱으로 시작하는 글은 따옴표로 감싸세요.",
  ],
  ["        correct: true\n", "", "questions.0.options: 맞는 보기가 없습니다. 맞는 보기에 correct: true를 쓰거나, 보기마다 when을 쓰세요."],
  ["text: 함수의 설정", "text: 호출한 쪽이 보낸 이벤트", "questions.0.options.1.text: 글이 같은 보기가 이미 있습니다. 하나를 고치세요."],
  ["kind: single", "kind: choice", "questions.0.kind: kind는 다음 가운데 하나여야 합니다: single, multiple, order, number, log."],
  ['read: "#인사하는-함수"', "read: 첫 제목", "questions.0.read: 제목의 주소여야 합니다(예: '#안과-밖', 05-context#남은-시간)."],
  [
    "    scenario:\n      exercise: greet-by-name\n      code: solution\n    shows",
    "    shows",
    "questions.1.options.0.when: when이 볼 실행이 없습니다. 문제에 scenario를 쓰세요.",
  ],
  [
    "  - id: missing-name",
    "    shows: [code]\n  - id: missing-name",
    "questions.0.shows: 보일 실행이 없습니다. scenario를 쓰거나 shows를 지우세요.",
  ],
  [
    "      exercise: greet-by-name",
    "      exercise: greet-by-name\n      lab: say-hello",
    "questions.1.scenario: lab, exercise, files 가운데 꼭 하나로 코드를 정하세요.",
  ],
  [
    "      exercise: greet-by-name\n      code: solution",
    '      files: { index.mjs: "" }',
    "questions.1.scenario: files와 함께 function을 쓰세요(예: { FunctionName: counter }).",
  ],
  [
    'value: { logs: { containing: "인사:" } }',
    'answer: 2\n    value: { logs: { containing: "인사:" } }',
    "questions.2: 답은 answer(직접 적은 수)와 value(scenario에서 읽을 수) 가운데 꼭 하나로 정하세요.",
  ],
  [
    'value: { logs: { containing: "인사:" } }',
    "value: { lines: 2 }",
    "questions.2.value: trace에서 읽을 수여야 합니다. result, measure, logs, events, environments, metric, queue 가운데 하나를 쓰세요.",
  ],
])("quiz.yaml with %s → %s is refused with its place and remedy", (from, to, sentence) => {
  expect(problems(checkedQuiz, changed(QUIZ, from, to))).toContain(sentence);
});

test("a prediction without the number of invocations that it takes is refused", () => {
  expect(problems(checkedPrediction, changed(PREDICTION, "after: 1", ""))).toEqual(["after: 빠졌습니다. 1 이상의 정수여야 합니다."]);
});

test("every condition that README shows is one that may be written", () => {
  const readme = readFileSync(new URL("../README.md", TEMPLATE), "utf8");
  const table = readme.slice(readme.indexOf("### 조건"), readme.indexOf("### 실수"));
  const rows = [...table.matchAll(/^\| (`[^|]*) \| .*? \| (`.*`) \|$/gm)];
  const shown = rows.flatMap(([, keys = "", examples = ""]) => {
    const names = [...keys.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name);
    const written = [...examples.matchAll(/`(\{.*?\})`(?:, |$)/g)].map(([, example = ""]) => example);
    return written.map((example, index) => [names[index] ?? names[0] ?? "", example] as const);
  });
  expect(shown.length).toBeGreaterThan(20);
  for (const [key, example] of shown) {
    const yaml = changed(EXERCISE, /result: \{ invocation: 1, equals: .*$/m, `${key}: ${example}`);
    expect([key, example, problems(checkedExercise, yaml)]).toEqual([key, example, []]);
  }
});
