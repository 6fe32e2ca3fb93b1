import { expect, test } from "vitest";
import { refusalOf } from "../../src/lab/refusal.ts";
import type { Configuration, Draft } from "../../src/lab/session.ts";

const draft = (configuration: Partial<Configuration>, event = "{}"): Draft => ({
  files: {},
  event,
  configuration: { Runtime: "nodejs24.x", MemorySize: 128, Timeout: 3, Environment: { Variables: {} }, ...configuration },
});

test("A draft at the limits of Lambda is deployed, one beyond them is not.", () => {
  expect(refusalOf(draft({ MemorySize: 10_240, Timeout: 900 }))).toBeUndefined();
  expect(refusalOf(draft({ MemorySize: 10_241 }))).toContain("10,240MB");
  expect(refusalOf(draft({ MemorySize: 128.5 }))).toContain("정수");
  expect(refusalOf(draft({ MemorySize: Number.NaN }))).toContain("메모리");
  expect(refusalOf(draft({ Timeout: 0 }))).toContain("타임아웃");
});

test("Names of variables are those that Lambda takes.", () => {
  const named = (name: string) => refusalOf(draft({ Environment: { Variables: { [name]: "1" } } }));
  expect(named("TABLE_NAME")).toBeUndefined();
  expect(named("AWS_REGION")).toContain("예약");
  expect(named("1A")).toContain("두 글자 이상");
  expect(refusalOf(draft({ Environment: { Variables: { LONG: "x".repeat(4_096) } } }))).toContain("4KB");
});

test("An event has to be JSON; any JSON will do.", () => {
  expect(refusalOf(draft({}, "[1]"))).toBeUndefined();
  expect(refusalOf(draft({}, "{item: 1}"))).toContain("JSON");
});
