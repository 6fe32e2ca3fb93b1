/** Exact arithmetic for quantities and money: fractions of whole numbers, never below zero, never a float. */

export interface Fraction {
  readonly numerator: bigint;
  /** Above zero. */
  readonly denominator: bigint;
}

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n };

/** The decimal that is written (`0.0000166667`), or that a number prints as: 0.01 is one hundredth, not the float beside it. */
export function exactly(decimal: string | number | bigint): Fraction {
  const parts = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(decimal));
  if (parts === null) throw new Error(`exactly: ${decimal} is no decimal number from zero up`);
  const [, whole = "", fraction = "", exponent = "0"] = parts;
  const digits = BigInt(whole + fraction);
  const shift = Number(exponent) - fraction.length;
  return shift >= 0 ? { numerator: digits * 10n ** BigInt(shift), denominator: 1n } : reduced(digits, 10n ** BigInt(-shift));
}

export function sum(...terms: readonly Fraction[]): Fraction {
  return terms.reduce((a, b) => reduced(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator), NOTHING);
}

export function product(...factors: readonly (Fraction | number | bigint | string)[]): Fraction {
  return factors.map(fractionOf).reduce((a, b) => reduced(a.numerator * b.numerator, a.denominator * b.denominator), exactly(1));
}

export function quotient(a: Fraction | number | bigint, b: Fraction | number | bigint): Fraction {
  const [dividend, divisor] = [fractionOf(a), fractionOf(b)];
  if (divisor.numerator === 0n) throw new Error("quotient: division by zero");
  return reduced(dividend.numerator * divisor.denominator, dividend.denominator * divisor.numerator);
}

/** `a` less `b`; nothing where `b` is more. */
export function remainder(a: Fraction, b: Fraction): Fraction {
  if (!isMore(a, b)) return NOTHING;
  return reduced(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

export function isMore(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator > b.numerator * a.denominator;
}

export const lesser = (a: Fraction, b: Fraction) => (isMore(a, b) ? b : a);

export const isNothing = ({ numerator }: Fraction) => numerator === 0n;

/** The whole number at or above. */
export function roundedUp({ numerator, denominator }: Fraction): bigint {
  return (numerator + denominator - 1n) / denominator;
}

/** The whole number at or below. */
export function roundedDown({ numerator, denominator }: Fraction): bigint {
  return numerator / denominator;
}

/** The nearest whole number, half up. */
export function rounded({ numerator, denominator }: Fraction): bigint {
  return (numerator * 2n + denominator) / (denominator * 2n);
}

/** For drawing only, where a pixel is all that can be lost. */
export function approximately({ numerator, denominator }: Fraction): number {
  return Number(numerator) / Number(denominator);
}

function fractionOf(value: Fraction | number | bigint | string): Fraction {
  return typeof value === "object" ? value : exactly(value);
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [larger, smaller] = [a, b];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
