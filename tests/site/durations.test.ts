import { expect, test } from "vitest";
import { exactly, roughly } from "../../src/lab/durations.ts";

test.each([
  [0.6, "0.6ms"],
  [2, "2ms"],
  [9.96, "10ms"],
  [138.21, "138ms"],
  [999.7, "1초"],
  [1_234, "1.2초"],
  [59_940, "59.9초"],
  [59_990, "1분"],
  [600_000, "10분"],
  [3_600_000, "1시간"],
  [9_000_000, "2시간 30분"],
])("%f ms reads %s.", (duration, words) => {
  expect(roughly(duration)).toBe(words);
});

test("A duration as REPORT has it keeps two decimals.", () => {
  expect(exactly(6.1)).toBe("6.10ms");
});
