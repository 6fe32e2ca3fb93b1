import fc from "fast-check";
import { expect, test } from "vitest";
import {
  approximately,
  BLANK_FORM,
  formProblems,
  formUsage,
  isMore,
  monthlyBill,
  RANGES,
  remainder,
  sum,
  toCents,
  type UsageForm,
} from "../../sandbox/index.ts";
import { billParts } from "../../src/calculator/bill-parts.ts";
import { place, roundEnd, shortCount } from "../../src/calculator/chart-scale.ts";
import { billCsv, text } from "../../src/calculator/csv.ts";
import { curve } from "../../src/calculator/curve.ts";
import { EXAMPLE } from "../../src/calculator/example.ts";
import { formOf, NUMBER_FIELDS, readNumber, settingsOf, writtenOf } from "../../src/calculator/settings.ts";
import { linkHash, settingsOfHash } from "../../src/calculator/share-link.ts";
import { nearestStop, STOPS } from "../../src/calculator/slider-stops.ts";

const decimal = (most: number, decimals: number) =>
  fc.integer({ min: 0, max: most * 10 ** decimals }).map((units) => Number((units / 10 ** decimals).toFixed(decimals)));

const forms: fc.Arbitrary<UsageForm> = fc
  .record({
    region: fc.constantFrom("ap-northeast-2", "us-east-1"),
    architecture: fc.constantFrom("x86_64", "arm64"),
    requests: fc.integer({ min: 0, max: RANGES.requests.most }),
    durationMs: decimal(RANGES.durationMs.most, 2),
    memoryMB: fc.integer({ min: RANGES.memoryMB.least, max: RANGES.memoryMB.most }),
    ephemeralMB: fc.integer({ min: RANGES.ephemeralMB.least, max: RANGES.ephemeralMB.most }),
    coldRate: decimal(1, 6),
    initMs: decimal(RANGES.initMs.most, 2),
    initBilled: fc.boolean(),
    provisioned: fc.option(fc.record({ concurrency: fc.integer({ min: 1, max: 1_000 }), hours: decimal(744, 3) }), { nil: undefined }),
    streamedMB: decimal(200, 3),
    logGB: decimal(1_000, 6),
  })
  .map((fields): UsageForm => ({ ...BLANK_FORM, ...fields }));

test("A shared link gives back the very form and free tier that it was made of.", () => {
  fc.assert(
    fc.property(forms, fc.boolean(), (form, freeTier) => {
      const read = settingsOfHash(linkHash(form, freeTier));
      if (read === undefined || read === "wrong") throw new Error(`not read: ${linkHash(form, freeTier)}`);
      expect(formOf(read)).toEqual(form);
      expect(read.freeTier).toBe(freeTier);
    }),
  );
});

test("SnapStart and a durable function travel in a link too.", () => {
  const form: UsageForm = {
    ...EXAMPLE,
    region: "us-east-1",
    snapStart: { runtime: "python", versions: 3, hours: 700.5 },
    durable: { operations: 12, writtenGB: 0.5, retainedGBMonths: 1 },
  };
  const read = settingsOfHash(linkHash(form, true));
  expect(read !== undefined && read !== "wrong" && formOf(read)).toEqual(form);
});

test.each([
  "#v=2&r=1",
  "#v=1&r=-1",
  "#v=1&r=1e9",
  "#v=1&m=64",
  "#v=1&r=1&r=2",
  "#v=1&x=1",
  "#v=1&a=mips",
  "#v=1&g=eu-west-1",
  "#v=1&free=1",
  "#v=1&sr=ruby",
  "#v=1&c=2",
  "#v=1&r=",
])("A link that says %s is wrong, not half read.", (hash) => {
  expect(settingsOfHash(hash)).toBe("wrong");
});

test("A hash that names a place in the page is no link of the calculator.", () => {
  expect(settingsOfHash("#main")).toBeUndefined();
  expect(settingsOfHash("")).toBeUndefined();
});

test("What is written of a form reads back as the same numbers, percent included.", () => {
  fc.assert(
    fc.property(forms, (form) => {
      expect(formOf(settingsOf(form, true))).toEqual(form);
    }),
  );
});

test("Commas are read, and what is no plain decimal is refused by the form's own rules.", () => {
  expect(readNumber("requests", "3,000,000")).toBe(3_000_000);
  expect(readNumber("coldRate", "0.5")).toBe(0.005);
  for (const wrong of ["", "-1", "1e3", "백만", "1.2.3"]) {
    const settings = settingsOf(EXAMPLE, true);
    const form = formOf({ ...settings, written: { ...settings.written, requests: wrong } });
    expect(formProblems(form).map(({ field }) => field)).toEqual(["requests"]);
  }
});

test("A slider's stops rise, lie in the field's range, and each is its own nearest stop.", () => {
  for (const field of NUMBER_FIELDS) {
    const stops = STOPS[field] ?? [];
    for (const [index, stop] of stops.entries()) {
      expect(stop).toBeGreaterThan(stops[index - 1] ?? -1);
      expect(stop).toBeGreaterThanOrEqual(RANGES[field].least);
      expect(stop).toBeLessThanOrEqual(RANGES[field].most);
      expect(nearestStop(stops, readNumber(field, writtenOf(field, stop)))).toBe(index);
    }
  }
});

test("A larger value never moves a slider back.", () => {
  const stops = STOPS.durationMs ?? [];
  fc.assert(
    fc.property(decimal(900_000, 2), decimal(900_000, 2), (a, b) => {
      expect(nearestStop(stops, Math.max(a, b))).toBeGreaterThanOrEqual(nearestStop(stops, Math.min(a, b)));
    }),
  );
});

test("An axis ends at or above its largest value, at most two and a half times as high, on a round number.", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 1e12, noNaN: true }), (value) => {
      const end = roundEnd(value);
      expect(end).toBeGreaterThanOrEqual(value * (1 - 1e-8));
      expect(end).toBeLessThanOrEqual(value * 2.5);
      expect(Number(end.toPrecision(2))).toBe(Number(end.toPrecision(6)));
    }),
  );
});

test("Places on an axis keep the order of values and never leave the axis.", () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (a, b) => {
      const [low, high] = [place(Math.min(a, b), -100, 100), place(Math.max(a, b), -100, 100)];
      expect(low).toBeLessThanOrEqual(high);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
    }),
  );
});

test("Counts on an axis are in 만 and 억.", () => {
  expect([0, 800, 10_240, 3_000_000, 250_000_000].map(shortCount)).toEqual(["0", "800", "10,240", "300만", "2.5억"]);
});

test("No point of a curve lies above its axis, and the present is the bill of the form itself.", () => {
  fc.assert(
    fc.property(forms, fc.constantFrom("requests" as const, "durationMs" as const, "memoryMB" as const), (form, field) => {
      const { points, current, top } = curve(form, true, field);
      expect(toCents(current.total)).toBe(toCents(monthlyBill(formUsage(form), { freeTier: true }).total));
      for (const { total } of points) expect(approximately(total)).toBeLessThanOrEqual(top * (1 + 1e-8));
    }),
    { numRuns: 20 },
  );
});

test("The stacked bar's parts sum to the bill's total, exactly.", () => {
  fc.assert(
    fc.property(forms, fc.boolean(), (form, freeTier) => {
      const bill = monthlyBill(formUsage(form), { freeTier });
      const total = sum(...billParts(bill).map(({ amount }) => amount));
      expect(isMore(total, bill.total) || isMore(bill.total, total)).toBe(false);
      expect(remainder(total, bill.total).numerator).toBe(0n);
    }),
  );
});

test("A CSV begins with a byte order mark and gives a spreadsheet no formula to run.", () => {
  const csv = billCsv(monthlyBill(formUsage(EXAMPLE), { freeTier: true }));
  expect(csv.startsWith('\uFEFF"항목"')).toBe(true);
  expect(csv.trimEnd().split("\r\n").at(-1)).toMatch(/^"합계",,,,,0\.40,/);
  expect(["=1+1", "+1", "-1", "@x", "\tx"].map(text)).toEqual(['"\'=1+1"', '"\'+1"', '"\'-1"', '"\'@x"', '"\'\tx"']);
  expect(text('그는 "예"')).toBe('"그는 ""예"""');
});
