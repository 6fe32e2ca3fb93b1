import fc from "fast-check";
import { expect, test } from "vitest";
import { centsText, fixed, moneyDecimal, moneyText, plainDecimal, quantityText, toCents } from "../../../sandbox/pricing/amount-text.ts";
import { exactly, product, quotient, remainder, rounded, roundedDown, roundedUp, sum } from "../../../sandbox/pricing/fraction.ts";

test("a number is the decimal that it prints as, exponents too, and what is none is refused", () => {
  expect(exactly(0.1)).toEqual({ numerator: 1n, denominator: 10n });
  expect(exactly(3.09e-8)).toEqual({ numerator: 309n, denominator: 10_000_000_000n });
  expect(exactly(1e21)).toEqual({ numerator: 10n ** 21n, denominator: 1n });
  for (const none of [-1, Number.NaN, Number.POSITIVE_INFINITY, "", "1,000", ".5"])
    expect(() => exactly(none)).toThrow("no decimal number");
});

test("0.1 and 0.2 are 0.3", () => {
  expect(sum(exactly(0.1), exactly(0.2))).toEqual(exactly(0.3));
});

test("nothing is left where more is taken than there is", () => {
  expect(remainder(exactly(1), exactly(2))).toEqual(exactly(0));
  expect(remainder(exactly(2), exactly(0.5))).toEqual(exactly(1.5));
});

test("quantities are written with commas and without zeros at the end; a third is cut", () => {
  expect([exactly(1_234_567), exactly("0.875"), exactly("1000.50"), quotient(1, 3), exactly(0)].map(quantityText)).toEqual([
    "1,234,567",
    "0.875",
    "1,000.5",
    "0.333333",
    "0",
  ]);
});

test("money has its cents at least, and all its decimals where there are more", () => {
  expect([exactly("0.4"), exactly("1234.5"), exactly("0.0000002")].map(moneyText)).toEqual(["$0.40", "$1,234.50", "$0.0000002"]);
  expect(moneyDecimal(exactly("1234.5"))).toBe("1234.50");
});

test("the cent is rounded half up, and only where the total is written", () => {
  expect(["0.005", "0.0049", "0.995", "1234.565"].map((text) => toCents(exactly(text)))).toEqual(["0.01", "0.00", "1.00", "1234.57"]);
  expect(centsText(exactly("1234.565"))).toBe("$1,234.57");
});

test("what was written is what was read", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.integer({ min: 0, max: 16 }), (digits, decimals) => {
      const value = quotient(exactly(digits), exactly(10n ** BigInt(decimals)));
      expect(exactly(plainDecimal(value))).toEqual(value);
    }),
  );
});

test("rounding up, down and to the nearest agree with their meaning", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }), (numerator, denominator) => {
      const value = { numerator, denominator };
      const [down, up, near] = [roundedDown(value), roundedUp(value), rounded(value)];
      expect(down * denominator <= numerator && numerator < (down + 1n) * denominator).toBe(true);
      expect(up).toBe(numerator % denominator === 0n ? down : down + 1n);
      expect(near).toBe(2n * (numerator - down * denominator) >= denominator ? down + 1n : down);
      expect(fixed(product(value, denominator), 0)).toBe(String(numerator));
    }),
  );
});
