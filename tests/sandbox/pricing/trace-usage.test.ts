/** A run's bill, and the calculator fed with what the run measured. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { billedDuration } from "../../../sandbox/lambda/billing.ts";
import { moneyDecimal, plainDecimal } from "../../../sandbox/pricing/amount-text.ts";
import { exactly, quotient } from "../../../sandbox/pricing/fraction.ts";
import { type MonthlyBill, monthlyBill } from "../../../sandbox/pricing/monthly-bill.ts";
import { runAverages } from "../../../sandbox/pricing/run-averages.ts";
import { traceUsage } from "../../../sandbox/pricing/trace-usage.ts";
import { BLANK_FORM } from "../../../sandbox/pricing/usage-form.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import type { Trace, TraceEvent } from "../../../sandbox/trace/events.ts";
import { runtime, scenario } from "../../harness.ts";
import { coldThenWarm, created, ended, log, traceOf } from "../trace/hand-made.ts";
import { billFor, howOf } from "./forms.ts";

const SEOUL = { region: "ap-northeast-2", architecture: "x86_64", initBilled: true } as const;
const ID = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";

interface Report {
  readonly duration: number;
  readonly initDuration?: number;
  readonly memorySizeMB?: number;
}

/** One environment with these reports, a log of a byte each. */
function run(reports: readonly Report[], initBilling = true): Trace {
  const invocations = reports.flatMap(({ duration, initDuration, memorySizeMB = 512 }): TraceEvent[] => [
    log(0, "1", "x", ID),
    ended(0, "1", ID, {
      duration,
      billedDuration: billedDuration(duration, initDuration, initBilling),
      memorySizeMB,
      ...(initDuration !== undefined && { initDuration }),
    }),
  ]);
  return traceOf([created(0, "1"), ...invocations], 0);
}

const summary = ({ lines }: MonthlyBill) => lines.map(({ item, quantity, amount }) => [item, plainDecimal(quantity), moneyDecimal(amount)]);

const withoutLogs = ({ lines }: MonthlyBill) =>
  lines.filter(({ item }) => item !== "log-ingestion").map(({ item, quantity, amount }) => ({ item, quantity, amount }));

test("a run of a cold and a warm invocation is billed by what REPORT says", () => {
  const trace = run([{ duration: 133.61, initDuration: 80 }, { duration: 6 }]);
  const bill = monthlyBill(traceUsage(trace, SEOUL), { freeTier: false });
  expect(summary(bill).slice(0, 2)).toEqual([
    ["request", "2", "0.0000004"],
    ["duration", "0.11", "0.000001833337"],
  ]);
  expect(howOf(bill, "duration")).toEqual(["청구 시간의 합 220ms × 0.5GB = 0.11GB-초", "0.11GB-초 × $0.0000166667 = $0.000001833337"]);
});

test("a run can be asked what it cost before INIT was billed, and a run of that time what it would cost now", () => {
  const reports = [{ duration: 133.61, initDuration: 80 }, { duration: 6 }];
  const quantity = (trace: Trace, initBilled: boolean) =>
    summary(monthlyBill(traceUsage(trace, { ...SEOUL, initBilled }), { freeTier: false }))[1]?.[1];
  expect([quantity(run(reports), true), quantity(run(reports), false)]).toEqual(["0.11", "0.07"]);
  expect([quantity(run(reports, false), true), quantity(run(reports, false), false)]).toEqual(["0.11", "0.07"]);
});

test("invocations at two memory sizes are added up in GB-seconds", () => {
  const bill = monthlyBill(
    traceUsage(
      run([
        { duration: 100, memorySizeMB: 128 },
        { duration: 100, memorySizeMB: 1_024 },
      ]),
      SEOUL,
    ),
    { freeTier: false },
  );
  expect(howOf(bill, "duration").slice(0, 3)).toEqual([
    "청구 시간의 합 100ms × 0.125GB = 0.0125GB-초",
    "청구 시간의 합 100ms × 1GB = 0.1GB-초",
    "0.0125GB-초 + 0.1GB-초 = 0.1125GB-초",
  ]);
});

test("logs are billed by the byte: a message and 26 bytes more", () => {
  const bill = monthlyBill(traceUsage(run([{ duration: 1 }, { duration: 1 }]), SEOUL), { freeTier: false });
  expect(howOf(bill, "log-ingestion")[0]).toMatch(/^54바이트 ÷ /);
  expect(bill.lines.find(({ item }) => item === "log-ingestion")?.quantity).toEqual({ numerator: 27n, denominator: 536_870_912n });
});

test("a run and a form of the same numbers have the same bill", () => {
  fc.assert(
    fc.property(
      fc.record({
        requests: fc.integer({ min: 1, max: 50 }),
        colds: fc.integer({ min: 0, max: 50 }),
        duration: fc.integer({ min: 1, max: 300_000 }),
        init: fc.integer({ min: 0, max: 100_000 }),
        memorySizeMB: fc.integer({ min: 128, max: 10_240 }),
        freeTier: fc.boolean(),
        initBilled: fc.boolean(),
        arm: fc.boolean(),
      }),
      ({ requests, colds, duration: durationHundredths, init, memorySizeMB, freeTier, initBilled, arm }) => {
        const [durationMs, initMs, cold] = [durationHundredths / 100, init / 100, Math.min(colds, requests)];
        const architecture = arm ? "arm64" : "x86_64";
        const trace = run(
          Array.from({ length: requests }, (_, index) => ({
            duration: durationMs,
            memorySizeMB,
            ...(index < cold && { initDuration: initMs }),
          })),
        );
        const ofTrace = monthlyBill(traceUsage(trace, { ...SEOUL, architecture, initBilled }), { freeTier });
        const [measured] = runAverages(trace);
        const ofForm = billFor({ ...BLANK_FORM, ...measured?.fields, architecture, initBilled }, freeTier);
        expect(withoutLogs(ofTrace)).toEqual(withoutLogs(ofForm));
        expect(ofTrace.initAmount).toEqual(ofForm.initAmount);
      },
    ),
  );
});

test("the averages of a run are the means of what REPORT prints, at the memory it had last", () => {
  const trace = run([
    { duration: 900, memorySizeMB: 128 },
    { duration: 100, initDuration: 250.5 },
    { duration: 50.01 },
    { duration: 50.005, initDuration: 249.5 },
  ]);
  expect(runAverages(trace)).toEqual([
    {
      FunctionName: "hello",
      fields: { requests: 3, memoryMB: 512, durationMs: 66.67, coldRate: 0.666667, initMs: 250 },
      logBytesPerRequest: 27,
    },
  ]);
});

test("a function that was never invoked has no averages, and a run without one costs nothing", () => {
  const trace = traceOf([created(0, "1")], 0);
  expect(runAverages(trace)).toEqual([]);
  expect(monthlyBill(traceUsage(trace, SEOUL), { freeTier: false }).total.numerator).toBe(0n);
});

test("a cold start of 111 ms and a warm one of 10 ms at 128 MB are 0.015125 GB-seconds", () => {
  const bill = monthlyBill(traceUsage(coldThenWarm, SEOUL), { freeTier: false });
  expect(summary(bill)[1]?.[1]).toBe("0.015125");
});

test("Of a streamed response what is beyond 6 MB is paid for.", () => {
  const files = `export const handler = awslambda.streamifyResponse(async (event, responseStream) => {
    for (let mb = 0; mb < event.mb; mb += 1) responseStream.write(Buffer.alloc(1024 * 1024));
    responseStream.end();
  });`;
  const streamed = (mb: number) => {
    const stimulus = { type: "invoke", FunctionName: "fn", Payload: JSON.stringify({ mb }), api: "InvokeWithResponseStream" } as const;
    const trace = simulate(scenario(files, { MemorySize: 1769, Timeout: 10 }, [stimulus]), runtime());
    return traceUsage(trace, SEOUL).readings.find(({ item }) => item === "streaming");
  };
  expect(streamed(6)).toBeUndefined();
  expect(streamed(8)).toMatchObject({ quantity: quotient(2, 1024) });
});

test("every attempt at an event is a request", () => {
  const declared = { duration: 10, failures: [{ how: { errorType: "Error", errorMessage: "no" } }] };
  const attempts = simulate(
    scenario({}, { declared }, [{ type: "invoke", FunctionName: "fn", InvocationType: "Event" }, { type: "settle" }]),
    runtime(),
  );
  expect(traceUsage(attempts, SEOUL).readings.find(({ item }) => item === "request")?.quantity).toEqual(exactly(3));
});

test("provisioned concurrency is billed for as long as it is configured, rounded up to five minutes, and what runs in it has a price of its own", () => {
  const trace = simulate(
    scenario(
      {},
      {
        declared: { duration: 1_000 },
        MemorySize: 1024,
        Versions: [{}],
        ProvisionedConcurrencyConfigs: [{ Qualifier: "1", ProvisionedConcurrentExecutions: 2 }],
      },
      [
        { type: "invoke", FunctionName: "fn", Qualifier: "1", count: 3 },
        { type: "wait", duration: 6 * 60_000 },
      ],
    ),
    runtime(),
  );
  const usage = traceUsage(trace, SEOUL);
  const reading = (item: string) => plainDecimal(usage.readings.find((one) => one.item === item)?.quantity ?? exactly(0));
  expect(usage.hasProvisionedConcurrency).toBe(true);
  // Two environments of 1 GB for ten minutes.
  expect(reading("provisioned-reservation")).toBe("1200");
  expect(reading("request")).toBe("3");
  expect(Number(reading("provisioned-duration"))).toBeCloseTo(2, 1);
  // The third had no provisioned environment: it ran on demand, its Init billed.
  expect(Number(reading("duration"))).toBeGreaterThan(1.1);
  expect(Number(reading("duration"))).toBeLessThan(1.4);
});

test("a run without provisioned concurrency has no reading of it", () => {
  expect(traceUsage(coldThenWarm, SEOUL).readings.map(({ item }) => item)).not.toContain("provisioned-reservation");
});
