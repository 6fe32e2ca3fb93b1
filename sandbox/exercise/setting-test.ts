/** Conditions on what a reader has set: a value of the situation that ran, at the place where its author wrote it. */
import type { Scenario } from "../scenario.ts";
import type { SettingTest } from "./condition.ts";
import { type Finding, mustBe } from "./finding.ts";
import { firstDifference, pathOf, valueAt } from "./json-value.ts";
import { isWithin, rangeText } from "./korean-numbers.ts";
import { namedValue, valueText } from "./value-text.ts";

export function settingFinding(test: SettingTest, scenario: Scenario): Finding {
  const value = valueAt(scenario, placeInScenario(test.at));
  const seen = value === undefined ? `설정에 \`${test.at}\` 값이 없습니다.` : `설정에서 \`${test.at}\` 값은 ${valueText(value)}입니다.`;
  const { equals, is } = test;
  if (equals !== undefined)
    return { holds: firstDifference(value ?? null, equals, false) === undefined, seen, ...mustBe(namedValue(equals)) };
  const range = is ?? {};
  return { holds: typeof value === "number" && isWithin(value, range), seen, ...mustBe(rangeText(range, String)) };
}

/** `function.Timeout` → `functions[0].Timeout`; `resources.queues[0]` → `queues[0]`. */
function placeInScenario(at: string): string {
  const [first, ...rest] = pathOf(at);
  if (first === "function") return ["functions", "0", ...rest].join(".");
  if (first !== "resources") return at;
  // The first of a scenario's functions is the situation's own.
  const [kind, index, ...inside] = rest;
  return (kind === "functions" ? [kind, String(Number(index) + 1), ...inside] : rest).join(".");
}
