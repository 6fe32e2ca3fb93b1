import fc from "fast-check";
import { test } from "vitest";
import { agreeOnCalls, generated } from "./generated.ts";

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
const locale = fc.constantFrom("ko-KR", "en-US", "ko", "en");
const currency = fc.constantFrom("KRW", "USD", "JPY", "EUR", "CNY", "GBP", "CHF", "XYZ");
const unit = fc.constantFrom(
  "kilometer",
  "kilometer-per-hour",
  "byte",
  "megabyte",
  "celsius",
  "percent",
  "liter",
  "second",
  "day",
  "kilobyte-per-second",
  "mile-per-gallon",
);

const style = fc.oneof(
  fc.constant({}),
  fc.constant({ style: "percent" }),
  fc.record({
    style: fc.constant("currency"),
    currency,
    currencyDisplay: maybe("code", "symbol", "narrowSymbol", "name"),
    currencySign: maybe("accounting"),
  }),
  fc.record({ style: fc.constant("unit"), unit, unitDisplay: maybe("short", "long", "narrow") }),
);
const notation = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ notation: fc.constant("compact"), compactDisplay: maybe("short", "long") }) },
  { weight: 1, arbitrary: fc.record({ notation: fc.constantFrom("scientific", "engineering") }) },
);
const digits = fc.oneof(
  { weight: 2, arbitrary: fc.constant({}) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(4), fc.nat(4))
      .map(([least, more]) => ({ minimumFractionDigits: least, maximumFractionDigits: least + more })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.nat(4))
      .map(([least, more]) => ({ minimumSignificantDigits: least, maximumSignificantDigits: least + more })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      maximumFractionDigits: fc.nat(3),
      maximumSignificantDigits: fc.integer({ min: 1, max: 9 }),
      roundingPriority: fc.constantFrom("morePrecision", "lessPrecision"),
    }),
  },
);
const rest = fc.record({
  signDisplay: maybe("auto", "always", "never", "exceptZero", "negative"),
  useGrouping: maybe<string | boolean>("auto", "always", "min2", true, false),
  roundingMode: maybe("ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfExpand", "halfTrunc", "halfEven"),
  minimumIntegerDigits: maybe(1, 2, 5),
  trailingZeroDisplay: maybe("auto", "stripIfInteger"),
});
const options = fc.tuple(style, notation, digits, rest).map((parts) => JSON.stringify(Object.assign({}, ...parts)));

const value = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: -10, max: 14 }))
    .map(([digitsOf, power]) => `${digitsOf}e${power}`),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? "-0" : String(number))),
  fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }).map((number) => `${number}n`),
  fc.constantFrom("0", "-0", "NaN", "Infinity", "-Infinity", "999999", "0.5", "1.005", "2.5", '"12345678901234567890.125"', '"-0"'),
);
const format = (what: string) =>
  fc.tuple(locale, options, value).map(([tag, text, number]) => `new Intl.NumberFormat("${tag}", ${text}).${what.replace("$", number)}`);

test("2,000 numbers are formatted as Node formats them, in Korean and English", () => {
  agreeOnCalls(generated(format("format($)"), 2000));
});

test("1,000 numbers have the parts that they have in Node", () => {
  agreeOnCalls(generated(format("formatToParts($)"), 1000));
});

test("500 formats resolve their options as Node's do", () => {
  agreeOnCalls(generated(format("resolvedOptions()"), 500));
});

test("every currency and unit is called as Node calls it", () => {
  const currencies = Intl.supportedValuesOf("currency").flatMap((code) =>
    ["ko", "en"].flatMap((tag) =>
      ["symbol", "narrowSymbol", "name"].map(
        (display) =>
          `new Intl.NumberFormat("${tag}", { style: "currency", currency: "${code}", currencyDisplay: "${display}" }).format(1234.5)`,
      ),
    ),
  );
  const units = Intl.supportedValuesOf("unit").flatMap((name) =>
    ["ko", "en"].flatMap((tag) =>
      ["short", "long", "narrow"].map(
        (display) => `new Intl.NumberFormat("${tag}", { style: "unit", unit: "${name}", unitDisplay: "${display}" }).format(2)`,
      ),
    ),
  );
  agreeOnCalls([...currencies, ...units]);
});

test("rounding to increments is Node's, as far as a number has fifteen digits", () => {
  const calls = fc
    .tuple(
      locale,
      fc.constantFrom(2, 5, 10, 20, 25, 50, 100, 250, 500, 1000, 5000),
      fc.nat(3),
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.nat(4),
    )
    .map(
      ([tag, increment, fraction, number, places]) =>
        `new Intl.NumberFormat("${tag}", { roundingIncrement: ${increment}, minimumFractionDigits: ${fraction}, maximumFractionDigits: ${fraction} }).format(${number}e-${places})`,
    );
  agreeOnCalls(generated(calls, 300));
});
