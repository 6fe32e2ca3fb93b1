import { expect, test } from "vitest";
import { cut, MOST_CHARACTERS } from "../../src/lab/cut.ts";

test("What fits is shown whole, without a word.", () => {
  const text = "가".repeat(MOST_CHARACTERS);
  expect(cut(text, "답이")).toEqual({ text, says: undefined });
});

test("What does not fit is cut, and said to be, with both lengths.", () => {
  const { text, says } = cut("a".repeat(5_592_440), "답이");
  expect(text).toHaveLength(MOST_CHARACTERS);
  expect(says).toBe("답이 길어 앞의 20,000자만 보입니다. 모두 5,592,440자입니다.");
});
