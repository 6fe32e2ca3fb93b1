/** Which digits of a number are written: ECMA-402's rounding by fraction digits, by significant digits, or by the better of both. */
import { type Decimal, isZero, magnitude, type RoundingMode, rounded, scaled } from "./decimal.ts";

export interface DigitOptions {
  readonly minimumIntegerDigits: number;
  readonly minimumFractionDigits?: number;
  readonly maximumFractionDigits?: number;
  readonly minimumSignificantDigits?: number;
  readonly maximumSignificantDigits?: number;
  readonly roundingPriority: "auto" | "morePrecision" | "lessPrecision";
  readonly roundingIncrement: number;
  readonly roundingMode: RoundingMode;
  readonly trailingZeroDisplay: "auto" | "stripIfInteger";
}

export interface RoundedNumber {
  /** Made smaller by 10^shift. */
  readonly value: Decimal;
  readonly shift: number;
  /** Digits after the point that are written even where they are zero. */
  readonly minimumFraction: number;
}

/** Rounds, and looks again where rounding made one digit more of it (999,999 is 1M, not 1000K). */
export function roundedNumber(value: Decimal, options: DigitOptions, shiftAt: (power: number) => number): RoundedNumber {
  const shift = shiftAt(magnitude(value));
  const first = digitsOf(scaled(value, -shift), options);
  const grown = isZero(first.value) || magnitude(first.value) === magnitude(value) - shift ? shift : shiftAt(magnitude(value) + 1);
  const settled = grown === shift ? { ...first, shift } : { ...digitsOf(scaled(first.value, shift - grown), options), shift: grown };
  return options.trailingZeroDisplay === "stripIfInteger" && settled.value.point >= settled.value.digits.length
    ? { ...settled, minimumFraction: 0 }
    : settled;
}

type Digits = Omit<RoundedNumber, "shift">;

function digitsOf(value: Decimal, options: DigitOptions): Digits {
  const { maximumSignificantDigits: significant, maximumFractionDigits: fraction } = options;
  if (significant === undefined) return byFraction(value, options);
  if (fraction === undefined || options.roundingPriority === "auto") return bySignificance(value, options);
  const [precise, coarse] = ranked(value, options);
  return options.roundingPriority === "morePrecision" ? precise : coarse;
}

/** The one that rounds at the smaller power of ten first. */
function ranked(value: Decimal, options: DigitOptions): readonly [Digits, Digits] {
  const bySignificant = bySignificance(value, options);
  const byFractions = byFraction(value, options);
  const significantPower = magnitude(value) - (options.maximumSignificantDigits ?? 21) + 1;
  const fractionPower = -(options.maximumFractionDigits ?? 0);
  return significantPower <= fractionPower ? [bySignificant, byFractions] : [byFractions, bySignificant];
}

function byFraction(
  value: Decimal,
  { maximumFractionDigits = 0, minimumFractionDigits = 0, roundingMode, roundingIncrement }: DigitOptions,
): Digits {
  return { value: rounded(value, -maximumFractionDigits, roundingMode, roundingIncrement), minimumFraction: minimumFractionDigits };
}

function bySignificance(
  value: Decimal,
  { maximumSignificantDigits = 21, minimumSignificantDigits = 1, roundingMode }: DigitOptions,
): Digits {
  const result = rounded(value, magnitude(value) - maximumSignificantDigits + 1, roundingMode);
  return { value: result, minimumFraction: Math.max(0, minimumSignificantDigits - 1 - magnitude(result)) };
}
