import { expect, test } from "vitest";
import { amountOf, doingMinutes, minutesText, readingMinutes } from "../../src/book/study-time.ts";

test("Letters are those that a reader reads: no frontmatter, tags, addresses of links, marks or spaces.", () => {
  const mdx =
    '---\ntitle: 제목\n---\n\n## 안과 밖\n\n**가나** <Term name="x">다라</Term> [마](https://example.com)\n\n<Lab name="one" />\n';
  expect(amountOf(mdx)).toEqual({ letters: "안과밖가나다라마".length, codeLines: 0 });
});

test("Code counts by its lines that are not empty, and not as letters; a fence within a longer fence is code.", () => {
  expect(amountOf("가\n\n```js\na\n\nb\n```\n\n````md\n```js\nc\n```\n````\n")).toEqual({ letters: 1, codeLines: 5 });
});

test("A chapter takes longer with more text and with more code, in whole minutes upwards.", () => {
  expect(readingMinutes("가".repeat(1_000))).toBe(2);
  expect(readingMinutes("가".repeat(1_001))).toBe(3);
  expect(readingMinutes(`${"가".repeat(1_000)}\n\n\`\`\`\n${"x\n".repeat(20)}\`\`\`\n`)).toBe(3);
});

test("Labs, exercises and questions take their minutes each.", () => {
  expect(doingMinutes({ labs: 2, exercises: 1, questions: 3 })).toBe(23);
  expect(doingMinutes({ labs: 0, exercises: 0, questions: 0 })).toBe(0);
});

test.each([
  [0, "0분"],
  [59, "59분"],
  [60, "1시간"],
  [135, "2시간 15분"],
])("%d minutes are written as %s.", (minutes, text) => {
  expect(minutesText(minutes)).toBe(text);
});
