/** Every string that these tests call recorded stands in fidelity.md, word for word. Skipped where that file is not at hand. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CASES } from "./cases.ts";
import { allQuotations, fidelity } from "./recorded.ts";

const file = new URL("../../../shared/facts/fidelity.md", import.meta.url);
const facts = existsSync(file) ? readFileSync(file, "utf8") : undefined;

test.skipIf(facts === undefined)("every recorded string stands in fidelity.md", () => {
  expect(CASES.length).toBeGreaterThan(0);
  expect(allQuotations().filter((quotation) => !stands(facts ?? "", quotation))).toEqual([]);
});

test("every case quotes fidelity.md", () => {
  const silent = CASES.filter(({ says, expected }) => says === undefined && !quotes(expected));
  expect(silent.map(({ title }) => title)).toEqual([]);
});

test("no two cases have the same title", () => {
  const titles = CASES.map(({ title }) => title);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
});

test("the check would notice a string that is not there", () => {
  expect(stands("REPORT RequestId: <uuid>\\tDuration", "REPORT RequestId: <uuid>\tDuration")).toBe(true);
  expect(stands("REPORT RequestId: <uuid>\\tDuration", "REPORT RequestId: <uuid> Duration")).toBe(false);
});

test("a recorded string matches only what is written as it is", () => {
  const { pattern } = fidelity("Memory Size: 128 MB\tMax Memory Used: 66 MB", { whole: true });
  expect(pattern.test("Memory Size: 128 MB\tMax Memory Used: 71 MB")).toBe(true);
  expect(pattern.test("Memory Size: 256 MB\tMax Memory Used: 66 MB")).toBe(false);
  expect(pattern.test("Memory Size: 128 MB Max Memory Used: 66 MB")).toBe(false);
});

/** fidelity.md writes tabs and line feeds as \t and \n, and breaks long JSON over lines. */
function stands(text: string, quotation: string): boolean {
  const tabs = quotation.replaceAll("\t", "\\t");
  return [quotation, tabs, tabs.replaceAll("\n", "\\n")].some((written) => text.includes(written));
}

function quotes(expected: unknown): boolean {
  return Array.isArray(expected) ? expected.some(quotes) : typeof expected === "object" && expected !== null && "quotation" in expected;
}
