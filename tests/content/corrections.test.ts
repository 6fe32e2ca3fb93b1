import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { readBook } from "./book.ts";
import { checkContent } from "./check-content.ts";
import { correctionProblems } from "./corrections.ts";
import { problemText } from "./problem.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

const CORRECTIONS = `efs-is-no-trigger:
  chapter: 01-hello
  anchor: 인사하는-함수
  kind: wrong
  said: EFS가 함수를 부른다고 했습니다.
  now: EFS는 함수를 부르지 않습니다.
  source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem.html
  checked: "2026-11-22"
  certainty: copied
later:
  chapter: 02-later
  kind: missing
  said: 나중의 일을 말하지 않았습니다.
  now: 나중에 적습니다.
  checked: "2026-11-22"
`;

const SYLLABUS = `chapters:
  01-hello: { title: 인사, after: [] }
  02-later: { title: 나중, after: [01-hello] }
courses:
  - says: 짧은 과정입니다.
    weeks:
      - { goal: 인사합니다., chapters: [01-hello] }
      - { goal: 나중의 일을 합니다., chapters: [02-later] }
`;

type Change = readonly [file: "corrections" | "syllabus", from: string, to: string];

/** A project with one chapter of the two that are planned; each change must be one. */
function project(...changes: readonly Change[]): string {
  const root = mkdtempSync(join(tmpdir(), "corrections-"));
  temporary.push(root);
  cpSync(join(ROOT, "content/_template"), join(root, "content/chapters/01-hello"), { recursive: true });
  for (const file of ["glossary.yaml", "facts.yaml"]) cpSync(join(ROOT, "content", file), join(root, "content", file));
  const texts = { corrections: CORRECTIONS, syllabus: SYLLABUS };
  for (const [file, from, to] of changes) {
    if (!texts[file].includes(from)) throw new Error(`nothing to change in ${file}: ${from}`);
    texts[file] = texts[file].replace(from, () => to);
  }
  for (const [file, text] of Object.entries(texts)) writeFileSync(join(root, `content/${file}.yaml`), text);
  return root;
}

const found = (...changes: readonly Change[]) => correctionProblems(readBook(project(...changes))).map(problemText);

test("What is right has no fault, and a chapter of the plan need not be written yet.", () => {
  expect(found()).toEqual([]);
});

test("The book's own corrections and syllabus have no fault.", () => {
  expect(correctionProblems(readBook(ROOT)).map(problemText)).toEqual([]);
});

test.each([
  [
    "anchor: 인사하는-함수",
    "anchor: 없는-제목",
    "content/corrections.yaml 3행, efs-is-no-trigger.anchor: 없는 제목입니다: 없는-제목. 01-hello에 있는 제목: 인사하는-함수 이름을-부르기 큐에서-온-인사 설정으로-푸는-연습",
  ],
  [
    "chapter: 02-later",
    "chapter: 02-later\n  anchor: 나중",
    "content/corrections.yaml 12행, later.anchor: 02-later 장이 아직 없습니다. 장이 생길 때까지 anchor를 지우세요.",
  ],
  [
    "chapter: 02-later",
    "chapter: 02-latter",
    "content/corrections.yaml 11행, later.chapter: content/syllabus.yaml에 없는 장입니다: 02-latter. 폴더 이름을 그대로 쓰세요.",
  ],
  [
    "kind: wrong",
    "kind: false-claim",
    "content/corrections.yaml 4행, efs-is-no-trigger.kind: 다음 가운데 하나여야 합니다: wrong, outdated, missing, code.",
  ],
  ["source: https:", "source: http:", "content/corrections.yaml 7행, efs-is-no-trigger.source: https로 시작하는 주소여야 합니다."],
  [
    "now: EFS는 함수를 부르지 않습니다.",
    "now: EFS does not invoke functions.",
    "content/corrections.yaml 6행, efs-is-no-trigger.now: 독자가 읽는 글이니 한국어로 쓰세요.",
  ],
  [
    "now: EFS는 함수를 부르지 않습니다.",
    "now: EFS는 함수를 부르지 않음",
    "content/corrections.yaml 6행, efs-is-no-trigger.now: 마침표로 끝나는 문장이어야 합니다.",
  ],
  [
    'checked: "2026-11-22"\n  certainty',
    'checked: "어제"\n  certainty',
    "content/corrections.yaml 8행, efs-is-no-trigger.checked: '2026-11-22' 꼴의 날짜여야 합니다. 따옴표로 감싸세요.",
  ],
  ["later:\n", "efs-is-no-trigger:\n", "content/corrections.yaml 10행: 같은 키가 두 번 나옵니다. 하나를 지우거나 합치세요."],
])("A correction with %s → %s is told with its line and the remedy.", (from, to, sentence) => {
  expect(found(["corrections", from, to])).toEqual([sentence]);
});

test("A chapter that is written and not planned is told.", () => {
  const root = project();
  mkdirSync(join(root, "content/chapters/03-extra"));
  expect(correctionProblems(readBook(root)).map(problemText)).toEqual([
    "content/syllabus.yaml, chapters: 03-extra 장이 빠졌습니다. 제목과 먼저 배울 장을 적어 더하세요.",
  ]);
});

test.each([
  [
    "chapters: [02-later]",
    "chapters: [02-latter]",
    "content/syllabus.yaml 8행, courses[0].weeks[1].chapters[0]: chapters에 없는 장입니다: 02-latter. 폴더 이름을 그대로 쓰세요.",
  ],
  [
    "chapters: [01-hello]",
    "chapters: [02-later]",
    "content/syllabus.yaml 7행, courses[0].weeks[0].chapters[0]: 02-later보다 먼저 배울 장이 앞에 없습니다: 01-hello. 앞으로 옮기거나 더하세요.",
  ],
  [
    "chapters: [02-later]",
    "chapters: [02-later, 01-hello]",
    "content/syllabus.yaml 8행, courses[0].weeks[1].chapters[1]: 01-hello 장이 이 과정에 두 번 나옵니다. 하나를 지우세요.",
  ],
  [
    "title: 인사, after: []",
    "title: 인사, after: [02-later]",
    "content/syllabus.yaml 2행, chapters.01-hello.after[0]: 02-later 장은 이 장보다 앞에 있지 않습니다. 앞에 있는 장만 적으세요.",
  ],
])("A syllabus with %s → %s is told with its line and the remedy.", (from, to, sentence) => {
  expect(found(["syllabus", from, to])).toContain(sentence);
});

test("check:content tells them, and the wrong words in what the guide said and what is right.", () => {
  const root = project(["corrections", "EFS가 함수를", "대기열이 함수를"], ["corrections", "anchor: 인사하는-함수", "anchor: 없는-제목"]);
  const { problems } = checkContent(root, nodeRuntime());
  expect(problems.filter(({ file }) => file === "content/corrections.yaml").map(problemText)).toEqual([
    expect.stringMatching(/corrections\.yaml 3행, efs-is-no-trigger\.anchor: 없는 제목입니다/),
    "content/corrections.yaml 5행: ‘대기열’ 대신: 큐",
  ]);
});

test("Every chapter of the book is in the longest course, so that none is left out by mistake.", () => {
  const plan = readFileSync(join(ROOT, "content/syllabus.yaml"), "utf8");
  const [chapters = "", courses = ""] = plan.split(/^courses:/m);
  const folders = [...chapters.matchAll(/^ {2}(\d{2}-[\w-]+):/gm)].map(([, folder]) => folder);
  const longest = courses.split(/^ {2}- says:/m).at(-1) ?? "";
  expect([...longest.matchAll(/\d{2}-[\w-]+/g)].map(([folder]) => folder)).toEqual(folders);
  expect(folders).toHaveLength(21);
});
