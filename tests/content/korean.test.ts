import { expect, test } from "vitest";
import { counted, decimal, ordinal, rangeText } from "../../sandbox/exercise/korean-numbers.ts";
import { type Particle, withParticle } from "../../sandbox/exercise/particle.ts";
import { wordFaults } from "./wordlist.ts";

test.each<[string, Particle, string]>([
  ["환경", "이", "환경이"],
  ["로그", "이", "로그가"],
  ["`3`", "이어야", "`3`이어야"],
  ["`2`", "이어야", "`2`여야"],
  ["`0`", "이어야", "`0`이어야"],
  ["1,000", "은", "1,000은"],
  ["200ms", "은", "200ms는"],
  ["128MB", "으로", "128MB로"],
  ["50%", "이어야", "50%여야"],
  ["`true`", "이어야", "`true`여야"],
  ["`null`", "이어야", "`null`이어야"],
  ["1", "으로", "1로"],
  ["3", "으로", "3으로"],
  ["7", "으로", "7로"],
  ["서울", "으로", "서울로"],
  ["두 번째 호출(느림)", "은", "두 번째 호출(느림)은"],
])("%s takes the particle of its last sound: %s", (word, particle, expected) => {
  expect(withParticle(word, particle)).toBe(expected);
});

test("counts are native words up to ten and figures beyond", () => {
  expect([1, 10, 11, 1_200].map((number) => counted(number, "번"))).toEqual(["한 번", "열 번", "11회", "1,200회"]);
  expect([3, 12].map((number) => counted(number, "줄"))).toEqual(["세 줄", "12줄"]);
  expect([1, 2, 11].map(ordinal)).toEqual(["첫 번째", "두 번째", "11번째"]);
});

test("a range names its ends, and decimals keep their commas", () => {
  expect(rangeText({ atLeast: 2, atMost: 4 }, (number) => counted(number, "개"))).toBe("두 개 이상 네 개 이하");
  expect([1234.5, 0.1 + 0.2, -1234].map((number) => decimal(number, 2))).toEqual(["1,234.5", "0.3", "-1,234"]);
});

test.each([
  ["대기열에 쌓입니다.", "대기열", "error"],
  ["실행환경을 만듭니다.", "실행환경", "error"],
  ["Lambda은 부릅니다.", "Lambda은", "error"],
  ["값을 반환해요.", "해요", "error"],
  ["메모리는 128 MB입니다.", "8 MB", "error"],
  ["로그를 통해 봅니다.", "를 통해", "warning"],
])("the wordlist finds what is wrong in ‘%s’", (line, found, severity) => {
  expect(wordFaults(line)).toContainEqual(expect.objectContaining({ found, severity }));
});

test.each([
  "‘대기열’이라고도 옮깁니다.",
  "`REPORT`에는 `128 MB`라고 나옵니다.",
  "[AWS 문서](https://example.com/대기열)를 보세요.",
  "큐에 쌓입니다.",
])("the wordlist leaves code, mentions and addresses alone: %s", (line) => {
  expect(wordFaults(line)).toEqual([]);
});
