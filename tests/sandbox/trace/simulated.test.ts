import { expect, test } from "vitest";
import { nodeRuntime } from "../../../sandbox/node/library.ts";
import type { Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { environmentRows } from "../../../sandbox/trace/environment-rows.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { invocationRecords } from "../../../sandbox/trace/invocations.ts";
import { logStreams } from "../../../sandbox/trace/log-streams.ts";
import { usageByFunction } from "../../../sandbox/trace/usage.ts";

/** Handlers whose environments live through everything a row can show. */
const CODE = {
  works: "export const handler = async (event) => event;",
  "times out": "export const handler = async () => { while (true) {} };",
  exits: "export const handler = async () => process.exit(1);",
  "fails at init": "console.log('init'); throw new Error('no');",
  "fails at init, then times out": "await new Promise((resolve) => setTimeout(resolve, 30_000));",
} as const;

const invoke: Stimulus = { type: "invoke", FunctionName: "f", count: 2 };
const runtime = nodeRuntime();

function traceOf(code: string): Trace {
  const scenario: Scenario = {
    seed: 3,
    startsAt: "2026-11-22T07:00:00.000Z",
    account: { ConcurrentExecutions: 1 },
    functions: [{ FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", Timeout: 1, files: { "index.mjs": code } }],
    stimuli: [invoke, { type: "wait", duration: 60_000 }, invoke, { type: "wait", duration: 7_200_000 }, invoke],
  };
  return simulate(scenario, runtime);
}

const traces = Object.entries(CODE).map(([name, code]) => [name, traceOf(code)] as const);

test.each(traces)("code that %s: an environment's segments follow each other without gap or overlap", (_, trace) => {
  for (const { segments, createdAt, end } of environmentRows(trace)) {
    expect(segments[0]?.from).toBe(createdAt);
    expect(segments.slice(1).map(({ from }) => from)).toEqual(segments.slice(0, -1).map(({ to }) => to));
    expect(segments.filter(({ from, to }) => to < from)).toEqual([]);
    expect(segments.at(-1)?.to).toBe(end?.at ?? trace.endsAt);
  }
});

test.each(traces)("code that %s: a record's figures are those of its REPORT line", (_, trace) => {
  const records = invocationRecords(trace);
  expect(records).toHaveLength(6);
  expect(records.filter(({ statusCode }) => statusCode === 429)).toHaveLength(3);
  for (const { statusCode, durationMs, billedDurationMs, initDurationMs, maxMemoryUsedMB, logs } of records) {
    if (statusCode === 429) continue;
    const report = logs.at(-1) ?? "";
    const figure = (name: string) => Number(new RegExp(`\\t${name}: ([\\d.]+) M?B?(ms)?\\t`).exec(`${report}\t`)?.[1] ?? Number.NaN);
    expect(figure("Duration")).toBe(durationMs);
    expect(figure("Billed Duration")).toBe(billedDurationMs);
    expect(figure("Max Memory Used")).toBe(maxMemoryUsedMB);
    if (initDurationMs === null) expect(report).not.toContain("Init Duration");
    else expect(figure("Init Duration")).toBe(initDurationMs);
  }
});

test.each(traces)("code that %s: every log line is in one stream and with one invocation", (_, trace) => {
  const streamed = logStreams(trace).flatMap(({ events }) => events.map(({ message }) => message));
  const recorded = invocationRecords(trace).flatMap(({ logs }) => logs);
  expect(recorded.toSorted()).toEqual(streamed.toSorted());
  expect(usageByFunction(trace)[0]?.logEvents).toBe(streamed.length);
});

test("the rows of a failing init show the failure and its second run", () => {
  const [row] = environmentRows(traceOf(CODE["fails at init"]));
  expect(row?.segments.slice(0, 5).map((segment) => ("part" in segment ? [segment.part, segment.failed ?? "ok"] : [segment.kind]))).toEqual(
    [["environment", "ok"], ["runtime", "ok"], ["code", "error"], ["suppressed-init"], ["invoke"]],
  );
});
