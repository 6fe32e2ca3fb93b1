import fc from "fast-check";
import { expect, test } from "vitest";
import { billedDuration } from "../../../sandbox/lambda/billing.ts";

test("AWS's log sample: 133.61 ms and an Init Duration of 80.00 ms are billed as 214 ms", () => {
  expect(billedDuration(133.61, 80, true)).toBe(214);
});

test("the recorded JSON report: 1233.96 ms and 463.512 ms are billed as 1698 ms", () => {
  expect(billedDuration(1233.96, 463.512, true)).toBe(1698);
});

test("without billing of INIT, the duration alone counts", () => {
  expect(billedDuration(133.61, 80, false)).toBe(134);
});

test("a whole number of milliseconds is not rounded up, and a hundredth more is", () => {
  expect([billedDuration(3000, undefined, true), billedDuration(3000.01, undefined, true)]).toEqual([3000, 3001]);
});

test("binary fractions do not show: 0.1 and 0.2 ms are 1 ms, and 1.1 and 2.9 ms are 4 ms", () => {
  expect([billedDuration(0.1, 0.2, true), billedDuration(1.1, 2.9, true)]).toEqual([1, 4]);
});

test("at least 1 ms is billed, whole milliseconds, and never less than the duration as REPORT shows it", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 900_000, noNaN: true }),
      fc.option(fc.double({ min: 0, max: 10_000, noNaN: true })),
      (duration, init) => {
        const billed = billedDuration(duration, init ?? undefined, true);
        const shown = Number(duration.toFixed(2)) + Number((init ?? 0).toFixed(2));
        expect(Number.isInteger(billed) && billed >= 1).toBe(true);
        expect(billed).toBeGreaterThanOrEqual(Number(shown.toFixed(2)) - 0.011);
        expect(billed).toBeLessThanOrEqual(Math.max(1, shown + 1.011));
      },
    ),
    { seed: 20_261_122, numRuns: 500 },
  );
});
