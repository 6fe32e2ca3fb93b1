/** Requests with more than one attempt: their records, their X-Ray traces; and logs by group. */
import { expect, test } from "vitest";
import type { FunctionDefinition, Stimulus } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { invocationRecords } from "../../../sandbox/trace/invocations.ts";
import { logGroups } from "../../../sandbox/trace/log-groups.ts";
import { requestTraces } from "../../../sandbox/trace/traces.ts";
import { FUNCTION_NAME, invoke, runtime } from "../../harness.ts";
import { coldThenWarm } from "./hand-made.ts";

const SETTLE: Stimulus = { type: "settle" };

function run(stimuli: readonly Stimulus[], more: Partial<FunctionDefinition> = {}, others: readonly FunctionDefinition[] = []) {
  const fn: FunctionDefinition = {
    FunctionName: FUNCTION_NAME,
    Runtime: "nodejs24.x",
    Handler: "index.handler",
    files: {},
    declared: { duration: 10, failures: [{ firstAttempts: 1, how: { errorType: "Error", errorMessage: "again" } }] },
    ...more,
  };
  return simulate({ seed: 1, startsAt: "2026-11-22T07:00:00.000Z", functions: [fn, ...others], stimuli }, runtime());
}

test("an asynchronous event is one record with its attempts, the caller's 202, and what became of it", () => {
  const [record, ...others] = invocationRecords(run([invoke({}, { InvocationType: "Event" }), SETTLE]));
  expect(others).toEqual([]);
  expect(record).toMatchObject({
    statusCode: 202,
    from: { functionName: "fn", invocationType: "Event", source: { kind: "caller" }, condition: "Success", approximateInvokeCount: 2 },
  });
  expect(record?.attempts?.map((attempt) => ("status" in attempt ? attempt.status : attempt.throttled))).toEqual(["failure", "success"]);
  const [first, second] = record?.attempts ?? [];
  expect((second?.startedAfterMs ?? 0) - (first?.startedAfterMs ?? 0)).toBeGreaterThan(60_000);
  expect(record?.logs.filter((line) => line.startsWith("START"))).toHaveLength(2);
});

test("a record of a plain invocation has the keys that it always had", () => {
  const [record] = invocationRecords(run([invoke()]));
  expect(Object.keys(record ?? {})).toEqual([
    "requestId",
    "environment",
    "coldStart",
    "initDurationMs",
    "durationMs",
    "billedDurationMs",
    "maxMemoryUsedMB",
    "statusCode",
    "functionError",
    "payload",
    "logs",
  ]);
});

test("a caller's throttle has no attempts; an event's throttle is one of its attempts", () => {
  const none = { ReservedConcurrentExecutions: 1, declared: { duration: 1_000 } };
  const [, second] = invocationRecords(run([invoke({}, { count: 2 })], none));
  expect([second?.statusCode, second?.attempts]).toEqual([429, undefined]);
  const records = invocationRecords(run([invoke({}, { InvocationType: "Event", count: 2 }), SETTLE], none));
  const throttled = records.find(({ attempts }) => attempts !== undefined);
  const attempts = throttled?.attempts?.map((attempt) => "throttled" in attempt) ?? [];
  expect([attempts[0], attempts.at(-1)]).toEqual([true, false]);
});

test("a trace has the service's segment with an attempt each, the wait in the internal queue, and a segment of the function for each attempt", () => {
  const [trace] = requestTraces(run([invoke({}, { InvocationType: "Event" }), SETTLE]));
  expect(trace?.service.status).toBe(202);
  expect(trace?.service.subsegments.map(({ name, fault }) => [name, fault])).toEqual([
    ["Dwell Time", undefined],
    ["Attempt #1", true],
    ["Attempt #2", undefined],
  ]);
  expect(trace?.functions.map(({ error, subsegments }) => [error, subsegments.map(({ name }) => name)])).toEqual([
    [true, ["Initialization", "Invocation"]],
    [false, ["Invocation"]],
  ]);
});

test("every subsegment lies within its segment", () => {
  for (const trace of [
    ...requestTraces(run([invoke({}, { InvocationType: "Event", count: 3 }), SETTLE])),
    ...requestTraces(coldThenWarm),
  ]) {
    for (const segment of [trace.service, ...trace.functions]) {
      for (const { from, to } of segment.subsegments) {
        expect(from).toBeLessThanOrEqual(to);
        expect(from).toBeGreaterThanOrEqual(segment.from);
        expect(to).toBeLessThanOrEqual(segment.to);
      }
    }
  }
});

test("functions that write to one log group have their streams in it, each its own", () => {
  const LoggingConfig = { LogGroup: "/shared" };
  const other = {
    FunctionName: "other",
    Runtime: "nodejs24.x",
    Handler: "a.b",
    files: {},
    declared: { duration: 1 },
    LoggingConfig,
  } as const;
  const trace = run([invoke(), invoke({}, { FunctionName: "other" })], { LoggingConfig }, [other]);
  const [group, ...rest] = logGroups(trace);
  expect(rest).toEqual([]);
  expect(group?.logGroup).toBe("/shared");
  expect(group?.streams.map(({ logStream }) => logStream.slice(11, logStream.indexOf("[")))).toEqual(["fn", "other"]);
});
