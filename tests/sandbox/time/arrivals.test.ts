import fc from "fast-check";
import { expect, test } from "vitest";
import { type Arrivals, arrivals, arrivalsMistake } from "../../../sandbox/time/arrivals.ts";
import { exponential } from "../../../sandbox/time/exponential.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";

const RUNS = { seed: 20_261_122, numRuns: 300 };
const START = 1_795_000_000_000;
const all = (traffic: Arrivals, seed = 1) => [...arrivals(traffic, START, seededRandom(seed))].map((at) => at - START);
const rate = fc.double({ min: 0, max: 200, noNaN: true });
const duration = fc.integer({ min: 1, max: 30_000 });

test("a constant rate is evenly spaced and begins at once", () => {
  expect(all({ type: "constant", ratePerSecond: 4, duration: 1000 })).toEqual([0, 250, 500, 750]);
  expect(all({ type: "constant", ratePerSecond: 0, duration: 1000 })).toEqual([]);
  expect(all({ type: "constant", ratePerSecond: 0.5, duration: 5000 })).toEqual([0, 2000, 4000]);
});

test("a burst is all at once", () => {
  expect(all({ type: "burst", count: 3 })).toEqual([0, 0, 0]);
});

test("a ramp from zero has its arrivals where the area under the rate reaches whole numbers", () => {
  // 10 a second after 10 s: the area after t seconds is t²/2. An instant of our days is told to a quarter of a microsecond.
  const found = all({ type: "ramp", from: 0, to: 10, duration: 10_000 });
  for (const [n, at] of found.entries()) expect(at).toBeCloseTo(Math.sqrt(2 * n) * 1000, 2);
  expect(found).toHaveLength(50);
});

test("a spike has its base before, its peak for a while and its base again", () => {
  const found = all({ type: "spike", base: 1, peak: 100, at: 10_000, for: 2000, duration: 20_000 });
  const within = (from: number, to: number) => found.filter((at) => at >= from && at < to).length;
  expect([within(0, 10_000), within(10_000, 12_000), within(12_000, 20_000)]).toEqual([10, 200, 8]);
});

test("a spike that outlasts the traffic is cut off", () => {
  expect(all({ type: "spike", base: 0, peak: 10, at: 500, for: 9000, duration: 1000 })).toHaveLength(5);
  expect(all({ type: "spike", base: 0, peak: 10, at: 5000, for: 9000, duration: 1000 })).toEqual([]);
});

test("arrivals come in order, within the duration, as many as the area under the rate says", () => {
  const traffic = fc.oneof(
    fc.record({ type: fc.constant("constant" as const), ratePerSecond: rate, duration }),
    fc.record({ type: fc.constant("ramp" as const), from: rate, to: rate, duration }),
    fc.record({ type: fc.constant("spike" as const), base: rate, peak: rate, at: duration, for: duration, duration }),
    fc.record({ type: fc.constant("poisson" as const), ratePerSecond: rate, duration }),
  );
  fc.assert(
    fc.property(traffic, fc.nat(), (one, seed) => {
      const found = all(one, seed);
      for (const [index, at] of found.entries()) {
        expect(at >= (found[index - 1] ?? 0) && at <= one.duration, `${at} of ${JSON.stringify(one)}`).toBe(true);
      }
      if (one.type !== "poisson") expect(Math.abs(found.length - areaOf(one))).toBeLessThanOrEqual(1.001);
    }),
    RUNS,
  );
});

/** By adding up the rate of each millisecond's middle. */
function areaOf(one: Exclude<Arrivals, { type: "burst" | "poisson" | "schedule" }>): number {
  let area = 0;
  for (let at = 0.5; at < one.duration; at += 1) {
    if (one.type === "constant") area += one.ratePerSecond / 1000;
    else if (one.type === "ramp") area += (one.from + ((one.to - one.from) * at) / one.duration) / 1000;
    else area += (at >= one.at && at < one.at + one.for ? one.peak : one.base) / 1000;
  }
  return area;
}

test("poisson traffic is the same for the same seed, another for another, and on average as much as asked for", () => {
  const traffic: Arrivals = { type: "poisson", ratePerSecond: 50, duration: 400_000 };
  expect(all(traffic, 7)).toEqual(all(traffic, 7));
  expect(all(traffic, 7)).not.toEqual(all(traffic, 8));
  // 20,000 on average, with a standard deviation of 141.
  expect(Math.abs(all(traffic, 7).length - 20_000)).toBeLessThan(5 * 141);
});

test("exponential numbers have mean 1, and e^−x of them are greater than x", () => {
  const random = seededRandom(5);
  const drawn = Array.from({ length: 100_000 }, () => exponential(random));
  expect(Math.abs(drawn.reduce((sum, x) => sum + x, 0) / drawn.length - 1)).toBeLessThan(0.02);
  for (const x of [0.1, 0.5, 1, 2, 4]) {
    const share = drawn.filter((one) => one > x).length / drawn.length;
    expect(Math.abs(share - Math.exp(-x))).toBeLessThan(0.008);
  }
});

test("a schedule arrives as EventBridge Scheduler invokes", () => {
  const found = all({ type: "schedule", expression: "rate(5 minutes)", duration: 15 * 60_000 });
  expect(found).toEqual([0, 300_000, 600_000]);
  const morning: Arrivals = { type: "schedule", expression: "cron(0 9 * * ? *)", timezone: "Asia/Seoul", duration: 48 * 3_600_000 };
  expect(all(morning).map((at) => new Date(START + at).getUTCHours())).toEqual([0, 0]);
});

test("a million arrivals are given out one by one, each when it is asked for", () => {
  const begun = performance.now();
  let count = 0;
  for (const _ of arrivals({ type: "ramp", from: 0, to: 2000, duration: 1_000_000 }, START, seededRandom(1))) count += 1;
  expect(count).toBe(1_000_000);
  expect(performance.now() - begun).toBeLessThan(3000);
  const endless = arrivals({ type: "constant", ratePerSecond: 1e9, duration: 1e15 }, START, seededRandom(1));
  expect(endless.next().value).toBe(START);
});

test("what is wrong with traffic is told in a sentence", () => {
  expect(arrivalsMistake({ type: "constant", ratePerSecond: -1, duration: 1000 })).toContain("ratePerSecond");
  expect(arrivalsMistake({ type: "burst", count: 1.5 })).toContain("count");
  expect(arrivalsMistake({ type: "schedule", expression: "rate(0 minutes)", duration: 1 })).toContain(
    "Invalid Schedule Expression rate(0 minutes).",
  );
  expect(arrivalsMistake({ type: "schedule", expression: "rate(1 hour)", timezone: "Mars/Base", duration: 1 })).toContain("Mars/Base");
  expect(arrivalsMistake({ type: "schedule", expression: "rate(1 hour)", duration: 1 })).toBeUndefined();
});
