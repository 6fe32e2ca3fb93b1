import { expect, test } from "vitest";
import { logStreams } from "../../../sandbox/trace/log-streams.ts";
import { textTimeline } from "../../../sandbox/trace/text-timeline.ts";
import { gigabyteSeconds, usageByFunction } from "../../../sandbox/trace/usage.ts";
import { coldThenWarm, created, ended, FIRST, failedInit, invoke, log, requested, SECOND, throttled, traceOf } from "./hand-made.ts";

test("a stream's events are in time order, and in writing order where the time is the same", () => {
  const trace = traceOf([created(0, "1"), log(5, "1", "b"), log(5, "1", "c"), log(3, "1", "a")], 10);
  expect(logStreams(trace).map((stream) => stream.events.map((event) => event.message))).toEqual([["a", "b", "c"]]);
});

test("each environment has a stream of its own in its function's group, even an empty one", () => {
  const other = { logGroup: "/shared", logStream: "2026/11/22/other[$LATEST]0", FunctionName: "other" };
  const trace = traceOf([created(0, "1"), created(1, "2", other), log(2, "1", "one")], 10);
  expect(logStreams(trace).map(({ logGroup, logStream, events }) => [logGroup, logStream, events.length])).toEqual([
    ["/aws/lambda/hello", `2026/11/22/[$LATEST]${"1".repeat(32)}`, 1],
    ["/shared", "2026/11/22/other[$LATEST]0", 0],
  ]);
});

test("a cold and a warm invocation and a reaped environment, as text", () => {
  expect(textTimeline(coldThenWarm)).toMatchInlineSnapshot(`
    "        0.00  11111111   request: hello
            0.00  env 1      created: hello $LATEST, nodejs24.x, 128 MB
            0.00  env 1      environment 50.00
           50.00  env 1      init
           50.00  env 1      runtime 60.00
          110.00  env 1      modules 30.00
          140.00  env 1      code 10.00
          150.00  env 1      init ended: success, 100.00
          150.00  env 1      invoke 11111111 cold
          160.00  env 1      invoke ended: success, 10.00, billed 111, 66 MB
          160.00  11111111   response: 200
         1160.00  22222222   request: hello
         1160.00  env 1      invoke 22222222 warm
         1170.00  env 1      invoke ended: success, 10.00, billed 10, 66 MB
         1170.00  22222222   response: 200
      3600000.00  env 1      shutdown: idle
      7200000.00  end"
  `);
});

test("a failed init, its second run and the timeout, as text", () => {
  expect(textTimeline(failedInit)).toMatchInlineSnapshot(`
    "        0.00  11111111   request: hello
            0.00  env 1      created: hello $LATEST, nodejs24.x, 128 MB
            0.00  env 1      environment 50.00
           50.00  env 1      init
           50.00  env 1      runtime 60.00
          200.00  env 1      init ended: error Runtime.Unknown, 150.00
          200.00  env 1      reset: init failed
          200.00  env 1      invoke 11111111 cold
          200.00  env 1      init (suppressed)
          200.00  env 1      runtime 60.00
         3200.00  env 1      init ended: timeout, 3000.00
         3200.00  env 1      invoke ended: timeout, 3000.00, billed 3000, 66 MB
         3200.00  env 1      reset: timeout
         3200.00  11111111   response: 200 Unhandled
         3200.00  end"
  `);
});

test("a throttle, as text", () => {
  expect(textTimeline(throttled)).toMatchInlineSnapshot(`
    "        0.00  11111111   request: hello
            0.00  env 1      created: hello $LATEST, nodejs24.x, 128 MB
            0.00  22222222   request: hello
            0.00  22222222   response: 429 TooManyRequestsException
            0.00  env 1      environment 50.00
           50.00  env 1      init
           50.00  env 1      runtime 60.00
          110.00  env 1      modules 30.00
          140.00  env 1      code 10.00
          150.00  env 1      init ended: success, 100.00
          150.00  env 1      invoke 11111111 cold
          160.00  env 1      invoke ended: success, 10.00, billed 10, 66 MB
          160.00  11111111   response: 200
          160.00  end"
  `);
});

test("usage counts the invocations that ran, whole MB-milliseconds, and 26 bytes on top of each log event's UTF-8", () => {
  expect(usageByFunction(coldThenWarm)).toEqual([
    {
      FunctionName: "hello",
      requests: 2,
      billedDuration: 121,
      megabyteMilliseconds: 121 * 128,
      logEvents: 7,
      logBytes: bytesOf(coldThenWarm),
    },
  ]);
  const korean = traceOf([created(0, "1"), log(1, "1", "주문")], 2);
  expect(usageByFunction(korean)[0]?.logBytes).toBe(6 + 26);
});

function bytesOf(trace: typeof coldThenWarm): number {
  return trace.events.reduce((sum, event) => sum + (event.type === "log" ? event.message.length + 26 : 0), 0);
}

test("throttles cost nothing and a timeout costs its whole duration", () => {
  expect(usageByFunction(throttled)[0]).toMatchObject({ requests: 1, billedDuration: 10 });
  expect(usageByFunction(failedInit)[0]).toMatchObject({ requests: 1, billedDuration: 3000 });
});

test("functions are counted apart, each by its own memory", () => {
  const trace = traceOf(
    [
      created(0, "1"),
      created(0, "2", { FunctionName: "big", MemorySize: 1024 }),
      requested(0, FIRST),
      requested(0, SECOND),
      invoke(0, "1", FIRST, true),
      invoke(0, "2", SECOND, true),
      ended(10, "1", FIRST, { billedDuration: 1000 }),
      ended(10, "2", SECOND, { billedDuration: 1000, memorySizeMB: 1024 }),
    ],
    10,
  );
  expect(usageByFunction(trace).map((usage) => [usage.FunctionName, gigabyteSeconds(usage)])).toEqual([
    ["hello", 0.125],
    ["big", 1],
  ]);
});

test("a hundred thousand invocations of 3 ms add up without a lost digit", () => {
  const events = [
    created(0, "1"),
    ...Array.from({ length: 100_000 }, () => ended(1, "1", FIRST, { billedDuration: 3, memorySizeMB: 1769 })),
  ];
  expect(usageByFunction(traceOf(events, 1))[0]?.megabyteMilliseconds).toBe(530_700_000);
});
