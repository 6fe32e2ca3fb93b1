/** What holds of every bill: against a slow, obvious second implementation, and of more usage. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { exactly, isMore, sum } from "../../../sandbox/pricing/fraction.ts";
import { ARCHITECTURES, type Architecture } from "../../../sandbox/pricing/price-list.ts";
import { CERTAINTIES, type Certainty } from "../../../sandbox/pricing/sources.ts";
import { BLANK_FORM, type UsageForm } from "../../../sandbox/pricing/usage-form.ts";
import { wordFaults } from "../../content/wordlist.ts";
import { billFor } from "./forms.ts";

const hundredths = (most: number) => fc.integer({ min: 0, max: most * 100 }).map((value) => value / 100);

const anyForm = (most: number): fc.Arbitrary<UsageForm> =>
  fc.record({
    region: fc.constantFrom("ap-northeast-2" as const, "us-east-1" as const),
    architecture: fc.constantFrom(...ARCHITECTURES),
    requests: fc.integer({ min: 0, max: most }),
    durationMs: hundredths(2_000),
    memoryMB: fc.integer({ min: 128, max: 10_240 }),
    ephemeralMB: fc.integer({ min: 512, max: 10_240 }),
    coldRate: fc.integer({ min: 0, max: 1_000_000 }).map((value) => value / 1_000_000),
    initMs: hundredths(10_000),
    initBilled: fc.boolean(),
    provisioned: fc.option(fc.record({ concurrency: fc.integer({ min: 1, max: 50 }), hours: hundredths(700) }), { nil: undefined }),
    snapStart: fc.constant(undefined),
    streamedMB: hundredths(200),
    logGB: hundredths(1_000),
    durable: fc.constant(undefined),
  });

/** Ten-billionths of a dollar, per request and per tier: written down once more, by hand. */
const PER_REQUEST = 2_000n;
const TIERS: Readonly<Record<Architecture, readonly (readonly [end: bigint, price: bigint])[]>> = {
  x86_64: [
    [6_000_000_000n, 166_667n],
    [15_000_000_000n, 150_000n],
    [10n ** 15n, 133_334n],
  ],
  arm64: [
    [7_500_000_000n, 133_334n],
    [18_750_000_000n, 120_001n],
    [10n ** 15n, 106_667n],
  ],
};

/** Invocation after invocation, in ten-billionths of a dollar × MB × ms / (1,024 × 1,000): whole numbers. */
function slowly({ architecture, requests, durationMs, memoryMB, coldRate, initMs, initBilled }: UsageForm, freeTier: boolean): bigint {
  const cold = Math.round(requests * coldRate);
  let megabyteMilliseconds = 0;
  for (let request = 0; request < requests; request += 1) {
    const init = request < cold && initBilled ? Math.round(initMs * 100) : 0;
    let billed = 1;
    while (billed * 100 < Math.round(durationMs * 100) + init) billed += 1;
    megabyteMilliseconds += billed * memoryMB;
  }
  const paidRequests = BigInt(freeTier ? Math.max(0, requests - 1_000_000) : requests);
  const paid = Math.max(0, megabyteMilliseconds - (freeTier ? 400_000 * 1_024_000 : 0));
  return paidRequests * PER_REQUEST * 1_024_000n + BigInt(paid) * (TIERS[architecture][0]?.[1] ?? 0n);
}

test("the bill is what a loop over single invocations adds up to", () => {
  fc.assert(
    fc.property(anyForm(40), fc.boolean(), (any, freeTier) => {
      const form = { ...any, provisioned: undefined, ephemeralMB: 512, streamedMB: 0, logGB: 0, coldRate: Number(any.coldRate.toFixed(1)) };
      // A tenth of a request is half a tie only where Math.round and we agree: both go up.
      expect(billFor(form, freeTier).total).toEqual(inDollars(slowly(form, freeTier)));
    }),
  );
});

const inDollars = (value: bigint) => {
  const { numerator, denominator } = exactly(value);
  return reduce(numerator, denominator * 10n ** 10n * 1_024_000n);
};

function reduce(numerator: bigint, denominator: bigint) {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return { numerator: numerator / a, denominator: denominator / a };
}

test("provisioned environments serve what a loop hands to each until its time is over, and the rest is on demand", () => {
  const provisioned = fc.record({ concurrency: fc.integer({ min: 1, max: 4 }), hours: hundredths(1) });
  fc.assert(
    fc.property(anyForm(60), provisioned, fc.integer({ min: 1, max: 900_000 }), (any, { concurrency, hours }, durationMs) => {
      const form = { ...any, provisioned: { concurrency, hours }, durationMs, coldRate: 0 };
      const left = Array.from({ length: concurrency }, () => Math.round(hours * 100) * 36_000);
      let served = 0;
      for (let request = 0; request < form.requests; request += 1) {
        const free = left.findIndex((time) => time >= durationMs);
        if (free === -1) break;
        left[free] = (left[free] ?? 0) - durationMs;
        served += 1;
      }
      const { lines } = billFor(form, true);
      const megabyteMilliseconds = (requests: number) => reduce(BigInt(requests * durationMs) * BigInt(form.memoryMB), 1_024_000n);
      const quantityOf = (name: string) => lines.find(({ item }) => item === name)?.quantity ?? reduce(0n, 1n);
      expect(quantityOf("provisioned-duration")).toEqual(megabyteMilliseconds(served));
      expect(quantityOf("duration")).toEqual(megabyteMilliseconds(form.requests - served));
      let minutes = 0;
      while (minutes * 100 < Math.round(hours * 100) * 60) minutes += 5;
      expect(quantityOf("provisioned-reservation")).toEqual(reduce(BigInt(concurrency * minutes * 60) * BigInt(form.memoryMB), 1_024n));
    }),
  );
});

test("the tiers are what a walk through the month, a million GB-seconds at a time, pays", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ARCHITECTURES),
      fc.integer({ min: 0, max: 25_000 }),
      fc.boolean(),
      (architecture, millions, freeTier) => {
        let paid = 0n;
        for (let step = 0; step < millions; step += 1) {
          const at = BigInt(step) * 1_000_000n;
          const [, price = 0n] = TIERS[architecture].find(([end]) => at < end) ?? [];
          paid += price * 1_000_000n;
        }
        const requests = millions * 1_000_000 + (freeTier ? 400_000 : 0);
        const form: UsageForm = { ...BLANK_FORM, architecture, requests, durationMs: 1_000, memoryMB: 1_024 };
        const duration = billFor(form, freeTier).lines.filter(({ item }) => item === "duration");
        expect(sum(...duration.map(({ amount }) => amount))).toEqual(reduce(paid, 10n ** 10n));
      },
    ),
    { numRuns: 40 },
  );
});

test("the lines sum to the total, exactly, and each is its quantity times its price", () => {
  fc.assert(
    fc.property(anyForm(10_000_000), fc.boolean(), (form, freeTier) => {
      const { lines, total } = billFor(form, freeTier);
      let [numerator, denominator] = [0n, 1n];
      for (const { quantity, price, amount } of lines) {
        const [units, digits] = [BigInt(price.usd.replace(".", "")), price.usd.split(".")[1]?.length ?? 0];
        expect(amount).toEqual(reduce(quantity.numerator * units, quantity.denominator * 10n ** BigInt(digits)));
        numerator = numerator * amount.denominator + amount.numerator * denominator;
        denominator *= amount.denominator;
      }
      expect(total).toEqual(reduce(numerator, denominator));
    }),
  );
});

const GROWING = {
  requests: 1_000_000,
  durationMs: 900_000,
  memoryMB: 10_240,
  ephemeralMB: 10_240,
  initMs: 10_000,
  streamedMB: 200,
  logGB: 1_000_000,
} as const;

test.each(Object.entries(GROWING))("more %s never costs less", (name, most) => {
  fc.assert(
    fc.property(anyForm(1_000_000), fc.integer({ min: 0, max: 1_000_000 }), fc.boolean(), (form, more, freeTier) => {
      const value = form[name as keyof typeof GROWING]; // a key of that very object
      const grown = { ...form, [name]: Math.min(most, Math.ceil(value) + more) };
      expect(isMore(billFor({ ...form, [name]: Math.min(most, value) }, freeTier).total, billFor(grown, freeTier).total)).toBe(false);
    }),
  );
});

test("more cold starts never cost less, and the free tier never costs more", () => {
  fc.assert(
    fc.property(anyForm(1_000_000), (form) => {
      expect(isMore(billFor({ ...form, coldRate: 0 }, false).total, billFor(form, false).total)).toBe(false);
      expect(isMore(billFor(form, false).total, billFor({ ...form, coldRate: 1 }, false).total)).toBe(false);
      expect(isMore(billFor(form, true).total, billFor(form, false).total)).toBe(false);
    }),
  );
});

test("what Init costs is a part of the bill, and all of the difference to the time before where nothing is free", () => {
  fc.assert(
    fc.property(anyForm(1_000_000), (any) => {
      const form = { ...any, ephemeralMB: 512, initBilled: true };
      const now = billFor(form, false);
      const before = billFor({ ...form, initBilled: false }, false);
      expect(sum(before.total, now.initAmount)).toEqual(now.total);
    }),
  );
});

test("the arithmetic of every bill is in the book's words and typography", () => {
  fc.assert(
    fc.property(anyForm(10_000_000), fc.boolean(), (form, freeTier) => {
      const steps = billFor(form, freeTier).lines.flatMap(({ how }) => how);
      expect(steps.flatMap((step) => wordFaults(step).map(({ found, instead }) => ({ step, found, instead })))).toEqual([]);
    }),
  );
});

test("every line's price says how certain it is and what it rests on", () => {
  fc.assert(
    fc.property(anyForm(1_000), (form) => {
      for (const { price } of billFor(form, true).lines) {
        expect(Object.keys(CERTAINTIES) as readonly Certainty[]).toContain(price.certainty);
        expect(price.sources.length).toBeGreaterThan(0);
      }
    }),
  );
});
