import { expect, test } from "vitest";
import type { TraceEvent } from "../../../sandbox/trace/events.ts";
import { invocationRecords } from "../../../sandbox/trace/invocations.ts";
import { coldThenWarm, FIRST, failedInit, SECOND, throttled } from "./hand-made.ts";

test("a record has REPORT's figures to two decimals, the parsed payload and the logs of Init with those of its invocation", () => {
  expect(invocationRecords(coldThenWarm)[0]).toEqual({
    requestId: FIRST,
    environment: "1",
    coldStart: true,
    initDurationMs: 100.46,
    durationMs: 10,
    billedDurationMs: 111,
    maxMemoryUsedMB: 66,
    statusCode: 200,
    functionError: null,
    payload: { ok: true },
    logs: [
      "INIT_START Runtime Version: nodejs:24.v12",
      "module loaded",
      `START RequestId: ${FIRST} Version: $LATEST`,
      "hello",
      `END RequestId: ${FIRST}`,
    ],
  });
});

test("a warm invocation has no init duration, and a payload that is no JSON stays text", () => {
  expect(invocationRecords(coldThenWarm)[1]).toMatchObject({ requestId: SECOND, coldStart: false, initDurationMs: null, payload: "plain" });
});

test("what an environment writes without a request id while it runs an invocation is that invocation's", () => {
  expect(invocationRecords(coldThenWarm)[1]?.logs).toEqual(["from a timer of the first invocation", "hello again"]);
  expect(invocationRecords(failedInit)[0]?.logs).toEqual(["INIT_START", "module runs once more"]);
});

test("a throttled request has its status and no environment, duration or log", () => {
  expect(invocationRecords(throttled)[1]).toEqual({
    requestId: SECOND,
    environment: null,
    coldStart: false,
    initDurationMs: null,
    durationMs: null,
    billedDurationMs: null,
    maxMemoryUsedMB: null,
    statusCode: 429,
    functionError: null,
    payload: { message: "Rate Exceeded." },
    logs: [],
  });
});

test("a hundred thousand log lines of one Init are all kept", () => {
  const lines = Array.from({ length: 100_000 }, (_, index) => ({
    type: "log" as const,
    at: failedInit.startsAt + 60,
    environment: "1",
    source: "function" as const,
    message: `line ${index}`,
  }));
  const trace = {
    ...failedInit,
    events: failedInit.events.flatMap<TraceEvent>((event) => (event.type === "init-ended" ? [...lines, event] : [event])),
  };
  expect(invocationRecords(trace)[0]?.logs).toHaveLength(200_002);
});
