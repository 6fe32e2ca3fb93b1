/** Rows of a timeline: what stands around the environments. */
import { expect, test } from "vitest";
import { simulate } from "../../../sandbox/simulate.ts";
import type { TraceEvent } from "../../../sandbox/trace/events.ts";
import { type TimelineRow, timelineRows } from "../../../sandbox/trace/timeline-rows.ts";
import { runtime } from "../../harness.ts";
import { coldThenWarm, created, ended, FIRST, invoke, requested, responded, traceOf } from "./hand-made.ts";

type Kind = TimelineRow["kind"];

function rowsOf<K extends Kind>(rows: readonly TimelineRow[], kind: K): readonly Extract<TimelineRow, { kind: K }>[] {
  return rows.filter((row): row is Extract<TimelineRow, { kind: K }> => row.kind === kind);
}

test("a plain invocation has a row of requests and one of concurrency, and no others", () => {
  const rows = timelineRows(coldThenWarm);
  expect(rows.map(({ kind }) => kind)).toEqual(["requests", "concurrency"]);
  expect(rowsOf(rows, "requests")[0]?.requests.map(({ from, to, status }) => [from - coldThenWarm.startsAt, to - from, status])).toEqual([
    [0, 160, 200],
    [1_160, 10, 200],
  ]);
  expect(rowsOf(rows, "concurrency")[0]).toMatchObject({ FunctionName: "hello", most: 1 });
});

test("a request that has no answer yet goes on to the trace's end", () => {
  const [row] = rowsOf(timelineRows(traceOf([requested(5, FIRST)], 100)), "requests");
  expect(row?.requests[0]).toMatchObject({ status: undefined, failed: false });
  expect((row?.requests[0]?.to ?? 0) - (row?.requests[0]?.from ?? 0)).toBe(95);
});

test("an event waits in the internal queue before each of its attempts", () => {
  const start = traceOf([], 0).startsAt;
  const events: TraceEvent[] = [
    { ...requested(0, FIRST), InvocationType: "Event" } as TraceEvent,
    { type: "event-queued", at: 4, requestId: FIRST, FunctionName: "hello" },
    responded(8, FIRST, { StatusCode: 202 }),
    created(10, "1"),
    invoke(300, "1", FIRST, true),
    ended(310, "1", FIRST, { status: "failure" }),
    { type: "event-returned", at: 310, requestId: FIRST, FunctionName: "hello", why: "function error", nextAttemptAt: start + 60_310 },
    invoke(60_310, "1", FIRST, false),
    ended(60_320, "1", FIRST),
    { type: "event-settled", at: 60_320, requestId: FIRST, FunctionName: "hello", condition: "Success", approximateInvokeCount: 2 },
  ];
  const [row] = rowsOf(timelineRows(traceOf(events, 70_000)), "internal queue");
  expect(row?.waiting.map(({ from, to, why }) => [from - start, to - start, why])).toEqual([
    [4, 300, "first attempt"],
    [310, 60_310, "function error"],
  ]);
  expect(row?.counts.map(({ at, count }) => [at - start, count])).toEqual([
    [4, 1],
    [300, 0],
    [310, 1],
    [60_310, 0],
  ]);
  expect(row?.settled.map(({ condition }) => condition)).toEqual(["Success"]);
});

test("a poisoned message goes from its queue to the dead-letter queue, and the rows say so", () => {
  const trace = simulate(
    {
      seed: 1,
      startsAt: "2026-11-22T07:00:00.000Z",
      functions: [
        {
          FunctionName: "worker",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          files: {},
          declared: { duration: 20, failures: [{ eventContains: "poison", how: { errorType: "Error", errorMessage: "no" } }] },
        },
      ],
      queues: [{ QueueName: "dead" }, { QueueName: "orders", RedrivePolicy: { deadLetterTargetArn: "queue:dead", maxReceiveCount: 2 } }],
      eventSourceMappings: [{ FunctionName: "worker", EventSourceArn: "queue:orders", BatchSize: 1 }],
      stimuli: [
        { type: "sendMessages", QueueName: "orders", messages: [{ MessageBody: "poison" }, { MessageBody: "water" }] },
        { type: "settle" },
      ],
    },
    runtime(),
  );
  const rows = timelineRows(trace);
  const queues = rowsOf(rows, "queue");
  const named = (name: string) => queues.find((row) => row.name === name);
  expect(named("orders")?.left).toEqual([]);
  expect(named("dead")?.left).toHaveLength(1);
  expect(named("orders")?.moved).toEqual([{ at: expect.any(Number), messageId: named("dead")?.left[0], to: "dead" }]);
  expect(named("dead")?.visible.at(-1)?.count).toBe(1);
  const [mapping] = rowsOf(rows, "mapping");
  expect(mapping?.batches.map(({ outcome, records }) => [outcome, records]).sort()).toEqual([
    ["failure", 1],
    ["failure", 1],
    ["success", 1],
  ]);
  for (const { visible, inFlight } of queues) for (const { count } of [...visible, ...inFlight]) expect(count).toBeGreaterThanOrEqual(0);
});

test("throttles are marks in the function's row, and what concurrency was at most is its band's height", () => {
  const events: TraceEvent[] = [
    created(0, "1"),
    created(0, "2"),
    {
      type: "invocation-throttled",
      at: 1,
      requestId: FIRST,
      FunctionName: "hello",
      Reason: "ReservedFunctionConcurrentInvocationLimitExceeded",
      source: { kind: "caller" },
    },
  ];
  const rows = timelineRows(traceOf(events, 100));
  expect(rowsOf(rows, "throttles")[0]?.throttles.map(({ source }) => source)).toEqual(["caller"]);
  expect(rowsOf(rows, "concurrency")[0]?.most).toBe(2);
});

test("a filtered record has a row for its shard though no batch was ever sent", () => {
  const arn = "arn:aws:kinesis:ap-northeast-2:123456789012:stream/clicks";
  const events: TraceEvent[] = [
    { type: "mapping-changed", at: 0, mapping: "m", EventSourceArn: arn, FunctionName: "hello", State: "Enabled" },
    { type: "batch-discarded", at: 5, mapping: "m", shard: "shardId-000000000000", records: ["1", "2"], why: "filtered" },
  ];
  const [row] = rowsOf(timelineRows(traceOf(events, 10)), "mapping");
  expect(row).toMatchObject({ FunctionName: "hello", shard: "shardId-000000000000", batches: [], discarded: [{ records: 2 }] });
});
