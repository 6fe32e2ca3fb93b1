import { expect, test } from "vitest";
import { guideRuns, runsIn, runsOf } from "./guide-runs.ts";

const GUIDE = "함수는 요청이 올 때마다 불리고 일이 끝나면 다시 쉽니다. 쉬는 동안에는 요금이 나오지 않습니다.";
const runs = new Set(runsOf(GUIDE));

test("nine words in a row that are the guide's are found at their line, across punctuation and lines", () => {
  const lines = [
    { line: 4, text: "먼저, 함수는 요청이 올 때마다" },
    { line: 5, text: "불리고 (일이 끝나면) 다시 쉽니다!" },
  ];
  expect(runsIn(lines, runs)).toEqual([{ line: 4, text: "함수는 요청이 올 때마다 불리고 일이 끝나면 다시 쉽니다" }]);
});

test("eight words in a row are anybody's", () => {
  expect(runsIn([{ line: 1, text: "함수는 요청이 올 때마다 불리고 일이 끝나면 다시 일합니다." }], runs)).toEqual([]);
});

test("nine words with hardly any Korean are names and code, and nobody's", () => {
  const names = "amazon s3 dynamodb sqs sns eventbridge kinesis api gateway";
  expect(runsOf(names)).toEqual([]);
});

test("what is kept of the guide is numbers, and enough of them", () => {
  expect(guideRuns().size).toBeGreaterThan(500);
});
