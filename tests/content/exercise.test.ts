import { expect, test } from "vitest";
import { withoutComments } from "../../sandbox/exercise/comments.ts";
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import { explainedDiff } from "../../sandbox/exercise/explained-diff.ts";
import { type Grade, grade, gradeSentence } from "../../sandbox/exercise/grade.ts";
import { firstDifference, valueAt } from "../../sandbox/exercise/json-value.ts";
import { blocksOf, factsIn } from "../../sandbox/exercise/prose.ts";
import { scenarioOf } from "../../sandbox/exercise/situation.ts";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { readBook } from "./book.ts";
import { type ReadExercise, readExercise } from "./exercises.ts";
import { runsOn } from "./runs.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const runs = runsOn(nodeRuntime());

function exerciseNamed(chapterName: string, name: string): ReadExercise {
  const chapter = readBook(ROOT).chapters.find((each) => each.name === chapterName);
  const source = chapter?.exercises.find((each) => each.name === name);
  const result = chapter && source && readExercise(chapter, source);
  if (result === undefined || !("read" in result)) throw new Error(`no exercise ${name} that can be read`);
  return result.read;
}

/** With this code as index.mjs. */
function graded({ folder }: ReadExercise, code: string): Grade {
  return grade(folder.exercise, runs.ofSubmission(folder, { files: { ...folder.starter, "index.mjs": code } }));
}

const reuse = exerciseNamed("07-cold-and-warm-starts", "reuse-the-client");

test("another way to the goal solves the exercise too: the connection is made by the first call", () => {
  const lazily = `import { connect } from "./stock.mjs";
let stock;
export const handler = async ({ item }) => {
  stock ??= await connect();
  return { item, left: await stock.count(item) };
};`;
  expect(gradeSentence(graded(reuse, lazily))).toBe("맞았습니다. 조건을 모두 채웠습니다.");
});

test("code that does not parse meets no condition, and is told so once and not six times", () => {
  const result = graded(reuse, "export const handler = async (");
  expect(result.checks.map(({ isMet }) => isMet)).toEqual([false, false, false, false]);
  const [first] = result.checks;
  expect(first?.answers).toHaveLength(3);
  expect(first?.answers[0]).toMatch(/^첫 번째 호출은 값을 반환하지 못했습니다\(`Runtime\.UserCodeSyntaxError: /);
  expect(first?.answers[2]).toBe("이런 곳이 네 곳 더 있습니다.");
});

test("the grade says how many conditions are met and which are left", () => {
  const result = graded(reuse, reuse.folder.starter["index.mjs"] ?? "");
  expect(gradeSentence(result)).toBe(
    "네 조건 중 하나를 채웠습니다. 남은 것: 환경마다 한 번만 연결하기, 웜 스타트를 50ms 안에 끝내기, 청구 시간을 절반으로 줄이기",
  );
});

test("a mistake is told only where a check fails, and the first that fits is told", () => {
  const { exercise } = reuse.folder;
  const always = { code: { containing: "handler" } };
  const broad = {
    ...exercise,
    mistakes: [
      { name: "first", when: always, message: "하나", made: { from: "files" } as const },
      { name: "second", when: always, message: "둘", made: { from: "files" } as const },
    ],
  };
  const evidenceFor = (files: Readonly<Record<string, string>>): Evidence => runs.ofSubmission(reuse.folder, { files });
  expect(grade(broad, evidenceFor(reuse.folder.starter)).mistake?.name).toBe("first");
  expect(grade(broad, evidenceFor(reuse.folder.solution)).mistake).toBeUndefined();
});

test("a situation's stimuli keep their places in the scenario, and its name decides its chances", () => {
  const { situation } = reuse.folder.exercise;
  const one = scenarioOf(
    "one",
    { ...situation, stimuli: [{ wait: 5 }, { update: "code" }, { invoke: {} }] },
    { files: { "index.mjs": "" } },
  );
  expect(one.stimuli.map(({ type }) => type)).toEqual(["wait", "updateFunctionCode", "invoke"]);
  expect(scenarioOf("two", situation, { files: {} }).seed).not.toBe(one.seed);
});

test("what the reader configures is what the function runs with", () => {
  const { situation } = reuse.folder.exercise;
  const scenario = scenarioOf("one", situation, { files: {}, configuration: { MemorySize: 512 } });
  expect(scenario.functions[0]).toMatchObject({ MemorySize: 512, Timeout: 5 });
});

test("a difference has a hunk for each run of changed lines, with its reasons", () => {
  const starter = { "index.mjs": "a\nb\nc\nd\n" };
  const solution = { "index.mjs": "a\nB1\nB2\nc\nd\ne\n" };
  const { hunks, astray } = explainedDiff(starter, solution, [
    { file: "index.mjs", removed: "b", says: "왜 b" },
    { file: "index.mjs", added: "e", says: "왜 e" },
    { file: "index.mjs", added: "b", says: "어디에도 없음" },
  ]);
  expect(hunks).toEqual([
    { file: "index.mjs", removed: ["b"], added: ["B1", "B2"], fromLine: 2, toLine: 2, says: ["왜 b"] },
    { file: "index.mjs", removed: [], added: ["e"], fromLine: 5, toLine: 6, says: ["왜 e"] },
  ]);
  expect(astray.map(({ says }) => says)).toEqual(["어디에도 없음"]);
});

test("a file that only the solution has is one hunk", () => {
  const { hunks } = explainedDiff({}, { "new.mjs": "one\ntwo\n" }, []);
  expect(hunks).toMatchObject([{ file: "new.mjs", removed: [], added: ["one", "two"] }]);
});

test("prose is paragraphs and code, with spans in its paragraphs", () => {
  expect(blocksOf("첫 줄은 `a`이고\n이어집니다.\n\n```js\nconst a = 1;\n\nb();\n```\n\n**굵게** {fact:timeout-default}입니다.")).toEqual([
    {
      type: "paragraph",
      spans: [
        { type: "text", text: "첫 줄은 " },
        { type: "code", text: "a" },
        { type: "text", text: "이고 이어집니다." },
      ],
    },
    { type: "code", language: "js", text: "const a = 1;\n\nb();" },
    {
      type: "paragraph",
      spans: [
        { type: "strong", text: "굵게" },
        { type: "text", text: " " },
        { type: "fact", name: "timeout-default" },
        { type: "text", text: "입니다." },
      ],
    },
  ]);
});

test("a fact within code is no fact", () => {
  expect(factsIn("`{fact:a}` {fact:b}\n\n```\n{fact:c}\n```")).toEqual(["b"]);
});

test("comments go and what looks like one in a string stays", () => {
  expect(withoutComments('a(); // b()\nconst u = "http://x"; /* c() */ d(`//${e}`);')).toBe('a(); \nconst u = "http://x";   d(`//${e}`);');
  expect(withoutComments("x.replace(/\\/\\//g, '')")).toBe("x.replace(/\\/\\//g, '')");
});

test("a difference is told at its place, and an open comparison allows more keys but not more items", () => {
  expect(firstDifference({ a: [{ b: 1, c: 2 }] }, { a: [{ b: 2 }] }, true)).toEqual({ at: "a[0].b", seen: 1, expected: 2 });
  expect(firstDifference({ a: 1, b: 2 }, { a: 1 }, true)).toBeUndefined();
  expect(firstDifference({ a: 1, b: 2 }, { a: 1 }, false)).toEqual({ at: "b", seen: 2, expected: undefined });
  expect(firstDifference([1, 2], [1], true)).toEqual({ at: "[1]", seen: 2, expected: undefined });
  expect(firstDifference([], {}, true)).toEqual({ at: "", seen: [], expected: {} });
});

test("a place reads own keys only", () => {
  expect(valueAt({ items: [{ name: "연필" }] }, "items[0].name")).toBe("연필");
  expect(valueAt({}, "constructor")).toBeUndefined();
});
