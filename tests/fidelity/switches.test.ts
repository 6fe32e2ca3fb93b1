/** The tests of this folder notice when a switch is turned around: what is of one generation or style only fails in the other. */
import { describe, expect, test } from "vitest";
import { NotInTrace } from "../harness.ts";
import { CONFIGURATIONS, type Configuration, difference, type FidelityCase, holdsIn, observe } from "./case.ts";
import { CASES } from "./cases.ts";

const dependent = CASES.filter(({ only }) => only !== undefined);

describe("with runtimeGeneration or platformLogStyle turned around, it does not hold any more that:", () => {
  test.each(dependent.map((one) => [`${one.section} ${one.title}`, one] as const))("%s", (_title, fidelityCase) => {
    for (const configuration of turnedAround(fidelityCase)) {
      expect(holds(fidelityCase, configuration), `${configuration.Runtime}, ${configuration.platformLogStyle}`).toBe(false);
    }
  });
});

test("each generation and each style has sentences of its own", () => {
  const count = (only: Partial<Configuration>) =>
    dependent.filter((one) => Object.entries(only).every(([key, value]) => one.only?.[key as keyof Configuration] === value)).length;
  expect(count({ Runtime: "nodejs22.x" })).toBeGreaterThan(20);
  expect(count({ Runtime: "nodejs24.x" })).toBeGreaterThan(15);
  expect(count({ platformLogStyle: "new" })).toBeGreaterThan(5);
  expect(count({ platformLogStyle: "legacy" })).toBeGreaterThan(5);
});

/** The settings in which every switch that the case names stands the other way. */
function turnedAround(fidelityCase: FidelityCase): readonly Configuration[] {
  const { only = {} } = fidelityCase;
  return CONFIGURATIONS.filter(
    (one) =>
      !holdsIn(fidelityCase, one) &&
      (only.Runtime === undefined || one.Runtime !== only.Runtime) &&
      (only.platformLogStyle === undefined || one.platformLogStyle !== only.platformLogStyle),
  );
}

function holds(fidelityCase: FidelityCase, configuration: Configuration): boolean {
  let seen: readonly unknown[];
  try {
    seen = observe(fidelityCase, configuration);
  } catch (error) {
    // What the case looks at is not in such a trace at all.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof NotInTrace) return false;
    throw error;
  }
  return difference(fidelityCase, seen) === undefined;
}
