import { expect, test } from "vitest";
import { exceedsVariablesLimit, RESERVED_ENVIRONMENT_VARIABLES, variableProblem } from "../../../sandbox/lambda/environment-variables.ts";
import { payload, run } from "../../harness.ts";

test("keys that Lambda sets itself are reserved", () => {
  expect(RESERVED_ENVIRONMENT_VARIABLES.map(variableProblem)).toEqual(RESERVED_ENVIRONMENT_VARIABLES.map(() => "reserved"));
});

test("LANG, PATH, NODE_OPTIONS and TZ may be set", () => {
  expect(["LANG", "PATH", "NODE_OPTIONS", "TZ", "AWS_LAMBDA_LOG_LEVEL"].map(variableProblem)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("a key starts with a letter and has at least two letters, digits and underscores", () => {
  expect(["A1", "TABLE_NAME", "a_b"].map(variableProblem)).toEqual([undefined, undefined, undefined]);
  expect(["A", "1A", "_A", "A-B", "A.B", "가나", ""].map(variableProblem)).toEqual(Array.from({ length: 7 }, () => "not a name"));
});

test("all variables together have 4 KB, measured in bytes of their JSON text", () => {
  const overhead = JSON.stringify({ KEY: "" }).length;
  expect(exceedsVariablesLimit({ KEY: "x".repeat(4_096 - overhead) })).toBe(false);
  expect(exceedsVariablesLimit({ KEY: "x".repeat(4_097 - overhead) })).toBe(true);
  expect(exceedsVariablesLimit({ KEY: "가".repeat(1_365) })).toBe(true);
});

test("values are strings: what a handler assigns becomes one, and a deleted variable is gone", () => {
  const handler =
    "export const handler = async () => { process.env.N = 5; delete process.env.TABLE; return [process.env.N, typeof process.env.N, 'TABLE' in process.env]; };";
  expect(payload(run(handler, { Environment: { Variables: { TABLE: "t" } } }))).toBe('["5","string",false]');
});
