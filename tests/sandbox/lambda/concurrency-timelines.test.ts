/** Concurrency as it goes by, as text: who runs, who is throttled, which version answers. */
import { expect, test } from "vitest";
import type { InvokeStimulus } from "../../../sandbox/scenario.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { textTimeline } from "../../../sandbox/trace/text-timeline.ts";
import { eventsOf, invoke, type Options, responses, run, wait } from "../../harness.ts";

/** Declared, so that the instants do not hang on what the engine counts. */
const handler = "export const handler = async () => {};";
const live = (more: Partial<InvokeStimulus> = {}) => invoke({}, { Qualifier: "live", ...more });
const published: Options = { Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] };

/** Without the parts of Init: what is asked, refused, begun and answered. */
const timeline = (trace: Trace) =>
  textTimeline(trace)
    .split("\n")
    .filter((line) => !/ (?:environment|runtime|modules|code) [\d.]+$| init(?: ended.*)?$| created: /.test(line))
    .join("\n");

/** For each second: requests, answers, throttles, environments. */
function seconds(trace: Trace): string {
  const rows = new Map<number, Record<"requests" | "created" | "throttled" | "answered", number>>();
  for (const event of trace.events) {
    const counted = {
      "invocation-requested": "requests",
      "environment-created": "created",
      "invocation-throttled": "throttled",
      "invoke-ended": "answered",
    }[event.type as string] as "requests" | undefined;
    if (counted === undefined) continue;
    const second = Math.floor((event.at - trace.startsAt) / 1000);
    const row = rows.get(second) ?? { requests: 0, created: 0, throttled: 0, answered: 0 };
    row[counted] += 1;
    rows.set(second, row);
  }
  const told = [...rows].sort(([a], [b]) => a - b);
  return told
    .map(
      ([second, row]) =>
        `${second} s: ${Object.entries(row)
          .map(([what, count]) => `${what} ${count}`)
          .join(", ")}`,
    )
    .join("\n");
}

test("A spike of 13 into a reserved concurrency of 10: ten run, three are throttled at once, and later ones find warm environments.", () => {
  const trace = run(handler, { declared: { duration: 2_000 }, ReservedConcurrentExecutions: 10 }, [
    invoke({}, { count: 13 }),
    wait(1_000),
    invoke({}, { count: 2 }),
  ]);
  expect(timeline(trace)).toMatchInlineSnapshot(`
    "        0.00  fn         reserved concurrency: 10
            0.00  95c9db5c   request: fn
            0.00  98111526   request: fn
            0.00  14154bbd   request: fn
            0.00  558c705f   request: fn
            0.00  99c5f68b   request: fn
            0.00  2c92d0ee   request: fn
            0.00  e7bfcf4f   request: fn
            0.00  93d384fc   request: fn
            0.00  334dc5cc   request: fn
            0.00  2620e2bc   request: fn
            0.00  336c3924   request: fn
            0.00  662df04d   request: fn
            0.00  4c978557   request: fn
            3.69  336c3924   throttled: fn, ReservedFunctionConcurrentInvocationLimitExceeded
            3.69  662df04d   throttled: fn, ReservedFunctionConcurrentInvocationLimitExceeded
            3.69  4c978557   throttled: fn, ReservedFunctionConcurrentInvocationLimitExceeded
            5.79  662df04d   response: 429 TooManyRequestsException
            8.10  4c978557   response: 429 TooManyRequestsException
            8.52  336c3924   response: 429 TooManyRequestsException
          327.73  env 10     invoke 2620e2bc cold
          335.00  env 4      invoke 558c705f cold
          355.89  env 8      invoke 93d384fc cold
          356.64  env 5      invoke 99c5f68b cold
          364.77  env 6      invoke 2c92d0ee cold
          392.72  env 7      invoke e7bfcf4f cold
          395.58  env 1      invoke 95c9db5c cold
          406.51  env 9      invoke 334dc5cc cold
          408.74  env 3      invoke 14154bbd cold
          422.30  env 2      invoke 98111526 cold
         2333.60  env 10     invoke ended: success, 2005.87, billed 2233, 64 MB
         2338.33  2620e2bc   response: 200
         2344.68  env 4      invoke ended: success, 2009.68, billed 2242, 64 MB
         2347.14  558c705f   response: 200
         2361.17  env 8      invoke ended: success, 2005.28, billed 2258, 64 MB
         2363.63  env 5      invoke ended: success, 2006.99, billed 2255, 64 MB
         2364.17  93d384fc   response: 200
         2366.92  99c5f68b   response: 200
         2372.57  env 6      invoke ended: success, 2007.81, billed 2239, 64 MB
         2376.87  2c92d0ee   response: 200
         2402.30  env 1      invoke ended: success, 2006.73, billed 2238, 64 MB
         2402.94  env 7      invoke ended: success, 2010.22, billed 2247, 64 MB
         2405.12  95c9db5c   response: 200
         2406.88  e7bfcf4f   response: 200
         2416.14  env 9      invoke ended: success, 2009.63, billed 2251, 64 MB
         2417.09  env 3      invoke ended: success, 2008.35, billed 2247, 64 MB
         2419.54  14154bbd   response: 200
         2420.42  334dc5cc   response: 200
         2429.74  env 2      invoke ended: success, 2007.45, billed 2261, 64 MB
         2433.35  98111526   response: 200
         3433.35  d65c3a61   request: fn
         3433.35  3f60193b   request: fn
         3437.63  env 2      invoke d65c3a61 warm
         3437.63  env 3      invoke 3f60193b warm
         5438.96  env 2      invoke ended: success, 2001.32, billed 2002, 64 MB
         5439.08  env 3      invoke ended: success, 2001.45, billed 2002, 64 MB
         5441.47  3f60193b   response: 200
         5443.76  d65c3a61   response: 200
         5443.76  end"
  `);
});

test("Two provisioned environments and three requests: the third spills over and starts cold.", () => {
  const trace = run(
    handler,
    {
      ...published,
      declared: { duration: 2_000 },
      ProvisionedConcurrencyConfigs: [{ Qualifier: "live", ProvisionedConcurrentExecutions: 2 }],
    },
    [live({ count: 3 })],
  );
  expect(timeline(trace)).toMatchInlineSnapshot(`
    "        0.00  fn:live    provisioned concurrency: 0 of 2 IN_PROGRESS
          434.85  fn:live    provisioned concurrency: 2 of 2 READY
          434.85  de900082   request: fn:live
          434.85  72b3df46   request: fn:live
          434.85  d35c85a9   request: fn:live
          439.01  env 2      invoke de900082 warm
          439.01  env 1      invoke 72b3df46 warm
          789.60  env 3      invoke d35c85a9 cold
         2444.53  env 1      invoke ended: success, 2005.52, billed 2006, 64 MB
         2445.39  env 2      invoke ended: success, 2006.38, billed 2007, 64 MB
         2448.00  de900082   response: 200
         2448.22  72b3df46   response: 200
         2800.34  env 3      invoke ended: success, 2010.75, billed 2263, 64 MB
         2804.10  d35c85a9   response: 200
         2804.10  end"
  `);
});

test("A canary at 10 %: of 200 requests about twenty run the new version, and after the rollback none.", () => {
  const versions = { Versions: [{}, { Description: "new" }], declared: { duration: 20 } };
  const Aliases = [{ Name: "live", FunctionVersion: "1", RoutingConfig: { AdditionalVersionWeights: { "2": 0.1 } } }];
  const trace = run(handler, { ...versions, Aliases }, [
    {
      type: "traffic",
      arrivals: { type: "constant", ratePerSecond: 10, duration: 40_000 },
      send: live(),
      during: [{ after: 20_000, change: { type: "putAlias", FunctionName: "fn", Name: "live", FunctionVersion: "1" } }],
    },
  ]);
  const half = (later: boolean) =>
    responses(trace)
      .filter(({ at }) => at - trace.startsAt >= 20_100 === later)
      .map(({ ExecutedVersion }) => ExecutedVersion);
  const share = (versions: readonly (string | undefined)[]) =>
    `1: ${versions.filter((one) => one === "1").length}, 2: ${versions.filter((one) => one === "2").length}`;
  expect([share(half(false)), share(half(true))]).toMatchInlineSnapshot(`
    [
      "1: 180, 2: 21",
      "1: 199, 2: 0",
    ]
  `);
});

test("A burst of 3,000 on a high account limit: a thousand environments at once, the rest is throttled.", () => {
  const account = { ConcurrentExecutions: 5_000 };
  const trace = run(handler, { account, declared: { duration: 2_000, init: 200 } }, [invoke({}, { count: 3_000 })]);
  expect(seconds(trace)).toMatchInlineSnapshot(`
    "0 s: requests 3000, created 1000, throttled 2000, answered 0
    2 s: requests 0, created 0, throttled 0, answered 1000"
  `);
});

test("A ramp to 300 a second is answered in full by an account whose limit the work stays below, and by a lower limit it is not.", () => {
  const ramp = (ConcurrentExecutions: number) =>
    run(handler, { account: { ConcurrentExecutions }, declared: { duration: 200 } }, [
      { type: "traffic", arrivals: { type: "ramp", from: 0, to: 300, duration: 10_000 }, send: invoke() },
    ]);
  // Little's law: 300 a second, 200 ms each, are 60 at a time; cold ones take longer.
  const high = ramp(1_000);
  expect(eventsOf(high, "invocation-throttled")).toEqual([]);
  expect(eventsOf(ramp(40), "invocation-throttled").length).toBeGreaterThan(100);
});
