import fc from "fast-check";
import { expect, test } from "vitest";
import { plainDecimal } from "../../../sandbox/pricing/amount-text.ts";
import { breakEven, breakEvenRequests } from "../../../sandbox/pricing/break-even.ts";
import { isMore } from "../../../sandbox/pricing/fraction.ts";
import { ARCHITECTURES } from "../../../sandbox/pricing/price-list.ts";
import { BLANK_FORM, type UsageForm } from "../../../sandbox/pricing/usage-form.ts";
import { billFor } from "./forms.ts";

const VIRGINIA: UsageForm = {
  ...BLANK_FORM,
  region: "us-east-1",
  durationMs: 200,
  memoryMB: 512,
  provisioned: { concurrency: 2, hours: 10 },
};

test("in Virginia, provisioned concurrency on x86_64 pays from 60% utilisation on", () => {
  expect(breakEven(VIRGINIA)).toEqual({
    utilisation: { numerator: 3n, denominator: 5n },
    isReachable: true,
    how: ["$0.0000166667 − $0.0000097222 = $0.0000069445", "$0.0000041667 ÷ $0.0000069445 = 60.00%"],
  });
});

test("in Seoul it never pays by itself, and does where Init weighs on what is on demand", () => {
  for (const architecture of ARCHITECTURES) expect(breakEven({ ...BLANK_FORM, architecture }).isReachable).toBe(false);
  const seoul = { ...BLANK_FORM, durationMs: 100, initMs: 1_000, coldRate: 0.05 };
  expect(breakEven(seoul)).toMatchObject({
    isReachable: true,
    how: ["온디맨드는 초기화 때문에 청구 시간이 1.5배", expect.any(String), expect.any(String)],
  });
  expect(breakEven({ ...seoul, initBilled: false }).isReachable).toBe(false);
});

test("the requests at break-even fill that share of the reserved time", () => {
  // 2 environments × 10 hours × 60% ÷ 200 ms
  expect(breakEvenRequests(VIRGINIA)).toBe(216_000n);
  expect(breakEvenRequests({ ...VIRGINIA, region: "ap-northeast-2" })).toBeUndefined();
  expect(breakEvenRequests({ ...VIRGINIA, provisioned: undefined })).toBeUndefined();
  // 60% of the ten minutes that are paid for are two invocations of five minutes; six minutes have room for one.
  const sixMinutes = { ...VIRGINIA, provisioned: { concurrency: 1, hours: 0.1 } };
  expect(breakEvenRequests({ ...sixMinutes, durationMs: 300_000 })).toBeUndefined();
});

test("six minutes of one environment are reserved as ten", () => {
  const sixMinutes = { ...VIRGINIA, durationMs: 1_000, provisioned: { concurrency: 1, hours: 0.1 } };
  // 600 s × 60% would be 360 requests of a second, and 360 fit.
  expect(breakEvenRequests(sixMinutes)).toBe(360n);
  expect(breakEvenRequests({ ...sixMinutes, durationMs: 7_000 })).toBeUndefined();
});

test("at that many requests the two bills agree: one less and on demand is cheaper, no less and it is not", () => {
  fc.assert(
    fc.property(
      fc.record({
        architecture: fc.constantFrom(...ARCHITECTURES),
        durationMs: fc.integer({ min: 1, max: 20_000 }),
        memoryMB: fc.integer({ min: 128, max: 10_240 }),
        provisioned: fc.record({ concurrency: fc.integer({ min: 1, max: 20 }), hours: fc.integer({ min: 1, max: 744 }) }),
      }),
      (fields) => {
        const form = { ...VIRGINIA, ...fields };
        const requests = Number(breakEvenRequests(form));
        const isProvisionedDearer = (count: number) =>
          isMore(
            billFor({ ...form, requests: count }, false).total,
            billFor({ ...form, requests: count, provisioned: undefined }, false).total,
          );
        expect([isProvisionedDearer(requests - 1), isProvisionedDearer(requests)]).toEqual([true, false]);
      },
    ),
  );
});

test("utilisation is exact: no decimal is lost before it is written", () => {
  const { utilisation } = breakEven({ ...VIRGINIA, architecture: "arm64" });
  expect(utilisation).toEqual({ numerator: 16_667n, denominator: 27_778n });
  expect(plainDecimal(utilisation ?? { numerator: 0n, denominator: 1n })).toBe("0.600007");
});
