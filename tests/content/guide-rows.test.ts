import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readBook } from "./book.ts";
import { outlineOf } from "./guide-outline.ts";
import { guideProblems } from "./guide-rows.ts";
import { problemText } from "./problem.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const CHAPTER = "content/chapters/01-hello";
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

/** A guide of one heading, a command and a handler. */
const GUIDE = ["인사", "sam deploy --guided", "console.log('안녕');", "statusCode: 200"].join("\n");

const ROWS = `- line: 1
  heading: 인사
  at: [01-hello]
  fixes: []
- lines: [2, 2]
  code: sh
  at: ["01-hello#올리기"]
  shows: [sam deploy]
  instead: { "--guided": --config-env }
  shown: command
  fixes: [deploy-once]
- lines: [3, 4]
  code: js
  at: ["01-hello#인사하는-함수"]
  shows: [console.log, statusCode]
  runs: [01-hello/say-hello]
  fixes: []
`;

const MDX = `---
title: 인사
lead: 누구일까요?
---

## 인사하는 함수

<Lab name="say-hello" />

## 올리기

\`\`\`sh
# 인사하는 함수
sam deploy --config-env dev
\`\`\`

## 끝
`;

const CORRECTIONS = `deploy-once:
  chapter: 01-hello
  kind: missing
  said: 늘 묻는 배포만 보였습니다.
  now: 두 번째부터는 묻지 않습니다.
  checked: "2026-11-22"
`;

const HANDLER = 'export const handler = async () => {\n  console.log("안녕");\n  return { statusCode: 200 };\n};\n';

/** What is wrong with these rows, of which each change must be one. */
function found(...changes: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "guide-"));
  temporary.push(root);
  cpSync(join(ROOT, "content/_template/labs"), join(root, CHAPTER, "labs"), { recursive: true });
  let rows = ROWS;
  for (const [from, to] of changes) {
    if (!rows.includes(from)) throw new Error(`nothing to change: ${from}`);
    rows = rows.replace(from, () => to);
  }
  writeFileSync(join(root, "content/guide.yaml"), rows);
  writeFileSync(join(root, "content/corrections.yaml"), CORRECTIONS);
  writeFileSync(join(root, CHAPTER, "chapter.mdx"), MDX);
  writeFileSync(join(root, CHAPTER, "later.yaml"), "");
  writeFileSync(join(root, CHAPTER, "labs/say-hello/starter/index.mjs"), HANDLER);
  return guideProblems(readBook(root), outlineOf(GUIDE)).map(problemText);
}

test("Rows that name all of the guide and what the book has have no fault.", () => {
  expect(found()).toEqual([]);
});

test("The book's own rows have no fault.", () => {
  expect(guideProblems(readBook(ROOT)).map(problemText)).toEqual([]);
});

test.each([
  ["an option that is left out", 'instead: { "--guided": --config-env }\n  ', "", "원문의 이 코드에 있는 이름 1개가 빠졌습니다."],
  [
    "an operation that the guide has not",
    "shows: [sam deploy]",
    "shows: [sam deploy, sam build]",
    "원문의 이 코드에 없습니다: ‘sam build’.",
  ],
  ["an option that the book has not", "--config-env }", "--stack-name }", "01-hello#올리기에 없습니다: ‘--stack-name’."],
  ["an option whose beginning the book has", "--config-env }", "--config }", "01-hello#올리기에 없습니다: ‘--config’."],
  ["a place that has something else", "01-hello#올리기", "01-hello#끝", "01-hello#끝에 없습니다: ‘sam deploy’, ‘--config-env’."],
  ["a place that is not there", "01-hello#올리기", "01-hello#내리기", "없는 제목입니다: #내리기."],
  ["a chapter that is not there", "at: [01-hello]", "at: [02-hello]", "없는 장입니다: 02-hello."],
  ["a lab that is not there", "01-hello/say-hello", "01-hello/say-bye", "없는 실습이나 연습입니다: ‘01-hello/say-bye’."],
  [
    "a lab to come that is not there",
    "runs: [01-hello/say-hello]",
    "later: [01-hello/say-bye]",
    "없는 나중의 실습입니다: 01-hello/say-bye.",
  ],
  [
    "a lab that runs something else",
    "shown: command",
    "runs: [01-hello/say-hello]",
    "01-hello/say-hello의 파일에 없습니다: ‘sam deploy’, ‘--config-env’.",
  ],
  ["two states", "shown: command", "shown: command\n  runs: [01-hello/say-hello]", "runs, later, shown 가운데 하나만 적으세요."],
  ["no state", "  shown: command\n", "", "runs, later, shown 가운데 하나만 적으세요."],
  ["another heading", "heading: 인사", "heading: 작별", "원문의 1행은 ‘작별’이 아닙니다."],
  ["a line that is left out", "lines: [3, 4]", "lines: [4, 4]", "원문의 제목이나 코드가 빠졌습니다: 3행."],
  ["a line twice", "lines: [3, 4]", "lines: [2, 4]", "앞줄과 행이 겹치거나 차례가 바뀌었습니다."],
  [
    "a correction that is not there",
    "fixes: [deploy-once]",
    "fixes: [deploy-twice]",
    "content/corrections.yaml에 없습니다: ‘deploy-twice’.",
  ],
  ["a correction that is nowhere", "fixes: [deploy-once]", "fixes: []", "어느 줄의 fixes에도 없는 고친 점이 있습니다: deploy-once."],
])("%s is told.", (_, from, to, sentence) => {
  expect(found([from, to])).toContainEqual(expect.stringContaining(sentence));
});
