import { expect, test } from "vitest";
import { factNamed, factText } from "../../src/book/facts.ts";
import { drawing } from "../../src/book/figures.ts";
import { entryNamed } from "../../src/book/glossary.ts";
import { namesUsed } from "../../src/book/uses.ts";

const CHAPTER = "05-context";

test("A term that the glossary does not have stops the build with its file, its place and the remedy.", () => {
  expect(() => entryNamed("no-such-term", CHAPTER)).toThrow(
    'content/chapters/05-context/chapter.mdx: <Term id="no-such-term">: content/glossary.yaml에 그런 이름이 없습니다.',
  );
});

test("A fact that facts.yaml does not have stops the build with its file, its place and the remedy.", () => {
  expect(() => factNamed("no-such-fact", CHAPTER)).toThrow('chapter.mdx: <Fact id="no-such-fact" />: content/facts.yaml에');
});

test("A picture that is not there, or that says nothing to those who do not see it, stops the build.", () => {
  expect(() => drawing(CHAPTER, "no-such-figure", "그림")).toThrow("figures/no-such-figure.svg 파일이 없습니다.");
  expect(() => drawing(CHAPTER, "deadline", " ")).toThrow("대체 글이 없습니다.");
});

test("A picture's alternative text is its name, with its quotation marks.", () => {
  expect(drawing(CHAPTER, "deadline", '남은 "시간"')).toMatch(/^<svg role="img" aria-label="남은 &quot;시간&quot;"/);
});

test("A figure is written with its unit and in groups of three digits.", () => {
  expect(factText(factNamed("memory-largest", undefined))).toBe("10,240MB");
  expect(factText(factNamed("init-billed-since", undefined))).toBe("2025년 8월 1일");
});

test("A name that is used twice is listed once, by id or by name.", () => {
  expect(namesUsed('<Fact id="a" /> <Fact name="b" /> <Fact id="a" /> <Term id="c">c</Term>', "Fact")).toEqual(["a", "b"]);
});
