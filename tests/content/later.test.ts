import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CAPABILITIES } from "../../src/book/later.ts";
import { readBook } from "./book.ts";
import { laterProblems, readLater } from "./later.ts";
import { problemText } from "./problem.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const CHAPTER = "content/chapters/01-hello";
const temporary: string[] = [];

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true });
});

const LATER = `come-back:
  title: 되돌아오는 메시지
  shows: 메시지가 되돌아오는 것을 봅니다.
  instead: 코드만 보입니다.
  needs: [event-source-mapping]
`;
const PLACED = '---\ntitle: 인사\nlead: 누구일까요?\n---\n\n## 인사하는 함수\n\n<LabLater name="come-back" />\n';

/** What is wrong with a chapter of this text and these labs to come. */
function found(later: string, mdx: string): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "later-"));
  temporary.push(root);
  cpSync(join(ROOT, "content/_template"), join(root, CHAPTER), { recursive: true });
  writeFileSync(join(root, CHAPTER, "later.yaml"), later);
  writeFileSync(join(root, CHAPTER, "chapter.mdx"), mdx);
  const book = readBook(root);
  return book.chapters.flatMap((chapter) => laterProblems(book, chapter)).map(problemText);
}

test("A lab to come with its one place has no fault.", () => {
  expect(found(LATER, PLACED)).toEqual([]);
});

test.each([
  [
    "a capability that nobody will build",
    LATER.replace("event-source-mapping", "magic"),
    PLACED,
    `${CHAPTER}/later.yaml 5행, come-back.needs[0]: 다음 가운데 하나여야 합니다: ${Object.keys(CAPABILITIES).join(", ")}.`,
  ],
  [
    "no place",
    LATER,
    PLACED.replace("<LabLater", "<Nothing"),
    `${CHAPTER}/later.yaml 2행, come-back: 본문에 자리가 없습니다. 놓을 곳에 <LabLater name="come-back" />를 쓰세요.`,
  ],
  [
    "two places",
    LATER,
    `${PLACED}\n<LabLater name="come-back" />\n`,
    `${CHAPTER}/later.yaml 2행, come-back: 본문에 두 번 나옵니다(8행, 10행). 하나를 지우세요.`,
  ],
  [
    "a place of no lab",
    LATER,
    `${PLACED}\n<LabLater name="come-again" />\n`,
    `${CHAPTER}/chapter.mdx 10행: <LabLater name="come-again">이 가리키는 것이 없습니다. ${CHAPTER}/later.yaml에 더하거나 이름을 고치세요.`,
  ],
  [
    "nothing that it waits for",
    LATER.replace("[event-source-mapping]", "[]"),
    PLACED,
    `${CHAPTER}/later.yaml 5행, come-back.needs: 항목이 1개 이상인 목록이어야 합니다. 줄마다 \`- \`로 시작하세요.`,
  ],
])("A lab to come with %s is told with its line and the remedy.", (_, later, mdx, sentence) => {
  expect(found(later, mdx)).toContain(sentence);
});

test("A place in code is no place.", () => {
  const inCode = PLACED.replace('<LabLater name="come-back" />', '```text\n<LabLater name="come-back" />\n```');
  expect(found(LATER, inCode)).toHaveLength(1);
});

test("Every lab that waits for the next sandbox waits for something that this one has not.", () => {
  const book = readBook(ROOT);
  const waiting = book.chapters.flatMap((chapter) => Object.entries(readLater(book, chapter).labs));
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.filter(([, { needs }]) => !needs.includes("aws-sdk")).map(([name]) => name)).toEqual([]);
});

test("The authors' guide names every capability to wait for, and no other.", () => {
  const line = /^`needs`에는 다음만 씁니다\. (.*)$/m.exec(readFileSync(join(ROOT, "content/README.md"), "utf8"))?.[1] ?? "";
  expect([...line.matchAll(/`([^`]+)`/g)].map(([, name]) => name)).toEqual(Object.keys(CAPABILITIES));
});
