/** What AWS was seen to answer, or says of its rules, the simulator's rules answer. */
import { expect, test } from "vitest";
import { RULES } from "./rules.ts";

test.each(RULES.map((rule) => [rule.title, rule] as const))("%s", (_title, { see, expected }) => {
  expect(see()).toEqual(expected);
});
