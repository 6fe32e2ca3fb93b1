/** Numbers as decimal digits, and their rounding: exact at any length, as ICU's own quantities are. */

/** 0.digits × 10^point; no digit stands for zero. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  readonly point: number;
}

export type RoundingMode = "ceil" | "floor" | "expand" | "trunc" | "halfCeil" | "halfFloor" | "halfExpand" | "halfTrunc" | "halfEven";

/** What the guest sends: `-12.5e-3`, or the text of a BigInt. */
export function decimalOf(text: string): Decimal {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text);
  if (found === null) throw new Error(`formatting: ${text} is no number`);
  const [, sign, integer = "", fraction = "", exponent = "0"] = found;
  return trimmed(sign === "-", integer + fraction, integer.length + Number(exponent));
}

function trimmed(negative: boolean, digits: string, point: number): Decimal {
  const first = digits.search(/[1-9]/);
  if (first < 0) return { negative, digits: "", point: 0 };
  let end = digits.length;
  while (digits[end - 1] === "0") end -= 1;
  return { negative, digits: digits.slice(first, end), point: point - first };
}

export const isZero = ({ digits }: Decimal): boolean => digits === "";

/** The power of ten of the first digit; 0 for zero. */
export const magnitude = ({ digits, point }: Decimal): number => (digits === "" ? 0 : point - 1);

export const scaled = (value: Decimal, power: number): Decimal => (isZero(value) ? value : { ...value, point: value.point + power });

/** To a multiple of increment × 10^power. */
export function rounded(value: Decimal, power: number, mode: RoundingMode, increment = 1): Decimal {
  if (isZero(value)) return value;
  if (increment !== 1) return roundedTo(value, power, mode, increment);
  const kept = value.point - power;
  if (kept >= value.digits.length) return value;
  const whole = kept > 0 ? value.digits.slice(0, kept) : "";
  const rest = kept >= 0 ? value.digits.slice(kept) : "0".repeat(Math.min(-kept, 1)) + value.digits;
  const half = compareToHalf(rest);
  const up = roundsUp(mode, value.negative, half, Number(whole.at(-1) ?? "0") % 2 === 1);
  const digits = up ? incremented(whole) : whole;
  return trimmed(value.negative, digits, digits.length + power);
}

/** The quotient's remainder decides; at most 15 digits are asked for, so a BigInt of the value's own length does. */
function roundedTo(value: Decimal, power: number, mode: RoundingMode, increment: number): Decimal {
  const extra = Math.max(0, value.digits.length - (value.point - power)) + 1;
  const unit = BigInt(increment) * 10n ** BigInt(extra);
  const shift = value.point - power + extra - value.digits.length;
  const scaledUp = BigInt(value.digits) * 10n ** BigInt(shift);
  const [quotient, remainder] = [scaledUp / unit, scaledUp % unit];
  if (remainder === 0n) return value;
  const twice = remainder * 2n;
  const half = twice === unit ? 0 : twice < unit ? -1 : 1;
  const up = roundsUp(mode, value.negative, half, quotient % 2n === 1n);
  const digits = String((quotient + (up ? 1n : 0n)) * BigInt(increment));
  return trimmed(value.negative, digits, digits.length + power);
}

/** A fraction's digits against 0.5: −1, 0 or 1. It is never zero. */
function compareToHalf(digits: string): number {
  const first = digits.charCodeAt(0) - 48;
  if (first !== 5) return first < 5 ? -1 : 1;
  return /[1-9]/.test(digits.slice(1)) ? 1 : 0;
}

function roundsUp(mode: RoundingMode, negative: boolean, half: number, odd: boolean): boolean {
  switch (mode) {
    case "expand":
      return true;
    case "trunc":
      return false;
    case "ceil":
      return !negative;
    case "floor":
      return negative;
    default:
      if (half !== 0) return half > 0;
      if (mode === "halfExpand") return true;
      if (mode === "halfTrunc") return false;
      if (mode === "halfEven") return odd;
      return mode === "halfCeil" ? !negative : negative;
  }
}

function incremented(digits: string): string {
  let at = digits.length - 1;
  while (at >= 0 && digits[at] === "9") at -= 1;
  const tail = "0".repeat(digits.length - 1 - at);
  return at < 0 ? `1${tail}` : digits.slice(0, at) + String.fromCharCode(digits.charCodeAt(at) + 1) + tail;
}

/** The digits before and after the point. */
export function integerDigits({ digits, point }: Decimal): string {
  return point <= 0 ? "" : digits.slice(0, point).padEnd(point, "0");
}

export function fractionDigits({ digits, point }: Decimal): string {
  return digits === "" ? "" : point >= 0 ? digits.slice(point) : "0".repeat(-point) + digits;
}
