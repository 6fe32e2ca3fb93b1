import { expect, test } from "vitest";
import { contentsOf } from "../../src/book/contents.ts";

const sections = [
  { slug: "안과-밖", text: "안과 밖" },
  { slug: "동시에", text: "동시에" },
];
const contents = (mdx: string) =>
  contentsOf({ mdx, sections, titleOf: (component, name) => `${component} ${name}` }).map(({ href, parts }) => [
    href,
    ...parts.map((part) => `${part.kind} ${part.href} ${part.text}`),
  ]);

test("Labs and exercises stand below the section in which they come, and the quiz after all of them.", () => {
  const mdx = '글\n\n## 안과 밖\n\n<Lab name="one" />\n\n<Exercise name="two" />\n\n## 동시에\n\n<Lab name="three" />\n\n<Quiz />\n';
  expect(contents(mdx)).toEqual([
    ["#안과-밖", "실습 #lab-one Lab one", "연습 #exercise-two Exercise two"],
    ["#동시에", "실습 #lab-three Lab three"],
    ["#확인-문제"],
  ]);
});

test("A comment in code that looks like a heading begins no section, and without a quiz none is listed.", () => {
  const mdx = '## 안과 밖\n\n```python\n## not a heading\n```\n\n<Lab name="one" />\n\n## 동시에\n';
  expect(contents(mdx)).toEqual([["#안과-밖", "실습 #lab-one Lab one"], ["#동시에"]]);
});
