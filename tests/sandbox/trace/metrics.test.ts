/** CloudWatch's metrics of a run. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { TraceEvent } from "../../../sandbox/trace/events.ts";
import { percentile, statistics } from "../../../sandbox/trace/metrics/statistics.ts";
import { type Metric, metricNamed, metrics } from "../../../sandbox/trace/metrics.ts";
import { created, ended, FIRST, invoke, requested, SECOND, traceOf } from "./hand-made.ts";

const MINUTE = 60_000;
const HELLO = { FunctionName: "hello" };
const sums = (metric: Metric | undefined) => metric?.points.map(({ Sum }) => Sum);
const maxima = (metric: Metric | undefined) => metric?.points.map(({ Maximum }) => Maximum);

function of(events: readonly TraceEvent[], end: number, name: string, dimensions: Metric["Dimensions"] = HELLO): Metric | undefined {
  return metricNamed(metrics(traceOf(events, end)), name, dimensions);
}

/** Two invocations in the first minute, one of which fails, and one in the third. */
const three: readonly TraceEvent[] = [
  requested(0, "a"),
  created(0, "1"),
  invoke(100, "1", "a", true),
  ended(150, "1", "a", { duration: 50 }),
  invoke(200, "1", "b", false),
  ended(400, "1", "b", { duration: 200, status: "timeout" }),
  invoke(2 * MINUTE + 10, "1", "c", false),
  ended(2 * MINUTE + 40, "1", "c", { duration: 30 }),
];

test("Invocations, Errors and Duration stand in the minute in which the invocation began", () => {
  const all = metrics(traceOf(three, 3 * MINUTE));
  expect(sums(metricNamed(all, "Invocations", HELLO))).toEqual([2, 1]);
  expect(metricNamed(all, "Errors", HELLO)?.points.map(({ Sum, Average }) => [Sum, Average])).toEqual([
    [1, 0.5],
    [0, 0],
  ]);
  const duration = metricNamed(all, "Duration", HELLO);
  expect(duration?.Unit).toBe("Milliseconds");
  expect(duration?.points[0]).toMatchObject({ SampleCount: 2, Sum: 250, Average: 125, Minimum: 50, Maximum: 200, p50: 50, p99: 200 });
  expect(duration?.points.map(({ at }) => (at - traceOf([], 0).startsAt) / MINUTE)).toEqual([0, 2]);
});

test("an invocation that goes on into the next minute is counted in the one in which it began", () => {
  const long = [created(0, "1"), invoke(100, "1", "a", true), ended(MINUTE + 100, "1", "a", { duration: MINUTE })];
  expect(of(long, 2 * MINUTE, "Invocations")?.points).toHaveLength(1);
});

test("a throttled request is a Throttle and no Invocation", () => {
  const throttle = (requestId: string): TraceEvent => ({
    type: "invocation-throttled",
    at: 10,
    requestId,
    FunctionName: "hello",
    Reason: "ConcurrentInvocationLimitExceeded",
    source: { kind: "caller" },
  });
  const all = metrics(traceOf([throttle("x"), throttle("y")], 100));
  expect(sums(metricNamed(all, "Throttles", HELLO))).toEqual([2]);
  expect(metricNamed(all, "Invocations", HELLO)).toBeUndefined();
});

test("ConcurrentExecutions counts environments from their creation for a request to the end of its invocation, and in every minute that they last through", () => {
  const two = [
    created(0, "1"),
    created(10, "2"),
    invoke(500, "1", "a", true),
    invoke(600, "2", "b", true),
    ended(700, "2", "b"),
    ended(2 * MINUTE + 5, "1", "a"),
  ];
  expect(maxima(of(two, 3 * MINUTE, "ConcurrentExecutions"))).toEqual([2, 1, 1]);
  expect(maxima(of(two, 3 * MINUTE, "ConcurrentExecutions", {}))).toEqual([2, 1, 1]);
});

test("UnreservedConcurrentExecutions leaves out functions with reserved concurrency", () => {
  const reserved: TraceEvent = { type: "concurrency-configured", at: 0, FunctionName: "hello", ReservedConcurrentExecutions: 5 };
  const events = [reserved, created(1, "1"), created(1, "2", { FunctionName: "other" })];
  expect(maxima(of(events, 100, "UnreservedConcurrentExecutions", {}))).toEqual([1]);
  expect(maxima(of(events, 100, "ConcurrentExecutions", {}))).toEqual([2]);
});

test("a request for an alias is counted under the function, the alias, and the version that ran", () => {
  const asked: TraceEvent = { ...requested(0, FIRST), Qualifier: "live" } as TraceEvent;
  const events = [asked, created(0, "1", { Version: "2" }), invoke(5, "1", FIRST, true), ended(9, "1", FIRST)];
  const dimensions = metrics(traceOf(events, 10))
    .filter(({ MetricName }) => MetricName === "Invocations")
    .map(({ Dimensions }) => Dimensions);
  expect(dimensions).toEqual([
    HELLO,
    { FunctionName: "hello", Resource: "hello:live" },
    { FunctionName: "hello", Resource: "hello:live", ExecutedVersion: "2" },
  ]);
});

test("asynchronous events are received, age until each attempt, and are dropped when they were never handled", () => {
  const queued = (at: number, requestId: string): TraceEvent => ({ type: "event-queued", at, requestId, FunctionName: "hello" });
  const settled = (at: number, requestId: string, condition: "Success" | "RetriesExhausted"): TraceEvent => ({
    type: "event-settled",
    at,
    requestId,
    FunctionName: "hello",
    condition,
    approximateInvokeCount: 1,
  });
  const events = [
    created(0, "1"),
    queued(0, FIRST),
    queued(0, SECOND),
    invoke(100, "1", FIRST, true),
    ended(110, "1", FIRST),
    settled(110, FIRST, "Success"),
    invoke(400, "1", SECOND, false),
    ended(410, "1", SECOND, { status: "failure" }),
    settled(410, SECOND, "RetriesExhausted"),
    {
      type: "record-delivered",
      at: 420,
      requestId: SECOND,
      FunctionName: "hello",
      as: "dead letter",
      to: "q",
      error: "AccessDenied",
    } as const,
    { type: "record-delivered", at: 420, requestId: SECOND, FunctionName: "hello", as: "on failure", to: "t", error: "gone" } as const,
  ];
  const all = metrics(traceOf(events, 500));
  const named = (name: string) => sums(metricNamed(all, name, HELLO));
  expect(named("AsyncEventsReceived")).toEqual([2]);
  expect(metricNamed(all, "AsyncEventAge", HELLO)?.points[0]).toMatchObject({ Minimum: 100, Maximum: 400 });
  expect(named("AsyncEventsDropped")).toEqual([1]);
  expect(named("DeadLetterErrors")).toEqual([1]);
  expect(named("DestinationDeliveryFailures")).toEqual([1]);
});

test("provisioned concurrency: its invocations, those that spilled over, and how much of it was busy", () => {
  const provisioned = { initializationType: "provisioned-concurrency", Version: "1" } as const;
  const ready: TraceEvent = {
    type: "provisioned-concurrency-changed",
    at: 10,
    FunctionName: "hello",
    Qualifier: "live",
    Requested: 2,
    Allocated: 2,
    Status: "READY",
  };
  const asked = (at: number, requestId: string) => ({ ...requested(at, requestId), Qualifier: "live" }) as TraceEvent;
  const events = [
    created(0, "1", provisioned),
    created(0, "2", provisioned),
    ready,
    asked(20, "a"),
    asked(20, "b"),
    asked(20, "c"),
    invoke(21, "1", "a", false),
    invoke(21, "2", "b", false),
    created(21, "3", { Version: "1" }),
    invoke(300, "3", "c", true),
    ended(400, "1", "a"),
    ended(400, "2", "b"),
    ended(400, "3", "c"),
  ];
  const all = metrics(traceOf(events, 500));
  const live = { FunctionName: "hello", Resource: "hello:live" };
  expect(sums(metricNamed(all, "ProvisionedConcurrencyInvocations", live))).toEqual([2]);
  expect(sums(metricNamed(all, "ProvisionedConcurrencySpilloverInvocations", live))).toEqual([1]);
  expect(maxima(metricNamed(all, "ProvisionedConcurrencyUtilization", live))).toEqual([1]);
  expect(maxima(metricNamed(all, "ConcurrentExecutions", HELLO))).toEqual([3]);
});

test("a stream's batches tell their iterator age, and a mapping its records", () => {
  const sent: TraceEvent = {
    type: "batch-sent",
    at: 10,
    mapping: "m",
    EventSourceArn: "arn:aws:kinesis:r:a:stream/s",
    FunctionName: "hello",
    requestId: FIRST,
    records: ["1", "2", "3"],
    attempt: 1,
    iteratorAge: 2_500,
  };
  const events: TraceEvent[] = [
    sent,
    { type: "batch-ended", at: 20, mapping: "m", requestId: FIRST, outcome: "partial", failed: ["3"] },
    { type: "batch-discarded", at: 30, mapping: "m", records: ["9"], why: "filtered" },
    { type: "batch-discarded", at: 30, mapping: "m", records: ["3"], why: "RetryAttemptsExhausted" },
  ];
  expect(maxima(of(events, 100, "IteratorAge"))).toEqual([2_500]);
  const mapping = (name: string) => sums(of(events, 100, name, { EventSourceMappingUUID: "m" }));
  expect([
    mapping("InvokedEventCount"),
    mapping("FailedInvokeEventCount"),
    mapping("FilteredOutEventCount"),
    mapping("DroppedEventCount"),
  ]).toEqual([[3], [1], [1], [1]]);
});

test("a queue tells how many messages can be seen, how many are in flight, and the age of the oldest", () => {
  const queue = "arn:aws:sqs:ap-northeast-2:123456789012:orders";
  const sent = (at: number, messageId: string): TraceEvent => ({ type: "message-sent", at, queue, messageId, body: "" });
  const events: TraceEvent[] = [
    sent(0, "a"),
    sent(30_000, "b"),
    { type: "message-received", at: 40_000, queue, messageId: "a", ApproximateReceiveCount: 1, invisibleUntil: 0 },
    { type: "message-deleted", at: 50_000, queue, messageId: "a", why: "handled" },
    { type: "message-moved", at: 130_000, queue, to: "dead", messageId: "b", why: "maxReceiveCount" },
  ];
  const all = metrics(traceOf(events, 200_000));
  const named = (name: string, QueueName = "orders") => metricNamed(all, name, { QueueName });
  expect(maxima(named("ApproximateNumberOfMessagesVisible"))).toEqual([2, 1, 1]);
  expect(maxima(named("ApproximateNumberOfMessagesNotVisible"))).toEqual([1, 0]);
  // b was sent at 30 s: half a minute old at the first minute's end, ninety seconds at the second's.
  expect(maxima(named("ApproximateAgeOfOldestMessage"))).toEqual([30, 90]);
  expect(sums(named("NumberOfMessagesSent"))).toEqual([2]);
  expect(named("NumberOfMessagesSent", "dead")).toBeUndefined();
  expect(maxima(named("ApproximateNumberOfMessagesVisible", "dead"))).toEqual([1, 1]);
});

test("the sums of a metric do not depend on the period, and every sample is in one period", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 3_600_000 }), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(1_000, 60_000, 300_000),
      (starts, period) => {
        const events = starts
          .toSorted((a, b) => a - b)
          .flatMap((at, index) => [invoke(at, "1", String(index), false), ended(at + 1, "1", String(index))]);
        const invocations = metricNamed(metrics(traceOf([created(0, "1"), ...events], 3_600_001), period), "Invocations", HELLO);
        const total = invocations?.points.reduce((sum, { Sum }) => sum + Sum, 0);
        return total === starts.length && (invocations?.points ?? []).every(({ at }) => at % period === 0);
      },
    ),
  );
});

test("a percentile is a value that was sent, and so many percent of the values do not exceed it", () => {
  expect([50, 90, 99].map((percent) => percentile([10, 20, 30, 40, 50, 60, 70, 80, 90, 100], percent))).toEqual([50, 90, 100]);
  expect(percentile([7], 50)).toBe(7);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1 }), fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const { Minimum, Maximum, Average } = statistics([...values]);
      const found = percentile(
        values.toSorted((a, b) => a - b),
        percent,
      );
      const atMost = values.filter((value) => value <= found).length;
      const below = values.filter((value) => value < found).length;
      return (
        values.includes(found) &&
        atMost / values.length >= percent / 100 &&
        below / values.length < percent / 100 &&
        Minimum <= Average &&
        Average <= Maximum
      );
    }),
  );
});
