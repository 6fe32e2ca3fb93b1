import { expect, test } from "vitest";
import { type EnvironmentRow, environmentRows } from "../../../sandbox/trace/environment-rows.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { coldThenWarm, created, ended, FIRST, failedInit, init, invoke, requested, throttled, traceOf } from "./hand-made.ts";

/** `code 140–150` for each segment of the first row. */
function segments(trace: Trace): string[] {
  const [row] = environmentRows(trace);
  return (row?.segments ?? []).map((segment) => {
    const rest = "part" in segment ? [segment.part, segment.failed] : "status" in segment ? [segment.status] : [];
    return [segment.kind, ...rest, `${segment.from - trace.startsAt}–${segment.to - trace.startsAt}`].filter(Boolean).join(" ");
  });
}

test("a row is init parts, invokes and the idle time between them, up to the shutdown", () => {
  expect(segments(coldThenWarm)).toEqual([
    "init environment 0–50",
    "init runtime 50–110",
    "init modules 110–140",
    "init code 140–150",
    "invoke success 150–160",
    "idle 160–1160",
    "invoke success 1160–1170",
    "idle 1170–3600000",
  ]);
  expect(environmentRows(coldThenWarm)[0]?.end).toEqual({ at: coldThenWarm.startsAt + 3_600_000, why: "idle" });
});

test("an environment that still stands is idle until the trace's end and has no end", () => {
  const trace = traceOf([created(0, "1"), ...init(0, "1")], 500);
  expect(segments(trace).at(-1)).toBe("idle 150–500");
  expect(environmentRows(trace)[0]).not.toHaveProperty("end");
});

test("a failed init marks the part in which it failed, and its second run is a segment before the invoke", () => {
  expect(segments(failedInit)).toEqual([
    "init environment 0–50",
    "init runtime 50–110",
    "init code error 110–200",
    "suppressed-init timeout 200–3200",
    "invoke timeout 3200–3200",
  ]);
  expect(environmentRows(failedInit)[0]?.resets.map((reset) => reset.why)).toEqual(["init failed", "timeout"]);
});

test("an init that reaches its limit is cut off there", () => {
  const trace = traceOf(
    [
      created(0, "1"),
      { type: "init-part", at: 0, environment: "1", part: "environment", duration: 50 },
      { type: "init-started", at: 50, environment: "1", phase: "init" },
      { type: "init-part", at: 50, environment: "1", part: "modules", duration: 20_000 },
      { type: "init-ended", at: 10_050, environment: "1", phase: "init", status: "timeout", duration: 10_000 },
    ],
    10_050,
  );
  expect(segments(trace)).toEqual(["init environment 0–50", "init modules timeout 50–10050"]);
});

test("a suppressed init that succeeds is followed by the rest of the invocation", () => {
  const trace = traceOf(
    [
      created(0, "1"),
      ...init(0, "1"),
      requested(200, FIRST),
      invoke(200, "1", FIRST, false),
      { type: "init-started", at: 200, environment: "1", phase: "invoke" },
      { type: "init-ended", at: 300, environment: "1", phase: "invoke", status: "success", duration: 100 },
      ended(310, "1", FIRST),
    ],
    310,
  );
  expect(segments(trace).slice(-3)).toEqual(["idle 150–200", "suppressed-init success 200–300", "invoke success 300–310"]);
});

test("a throttled request has no row", () => {
  expect(environmentRows(throttled).map((row) => row.environment)).toEqual(["1"]);
});

test("segments never overlap and leave no gap", () => {
  for (const trace of [coldThenWarm, failedInit, throttled]) {
    for (const row of environmentRows(trace)) expect(gaps(row)).toEqual([]);
  }
});

function gaps({ createdAt, segments: all }: EnvironmentRow): unknown[] {
  return all.filter((segment, index) => segment.from !== (all[index - 1]?.to ?? createdAt) || segment.to < segment.from);
}
