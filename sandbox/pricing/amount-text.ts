/** Quantities and money as text: exact where sixteen decimals are enough, else cut there, half up. The exact value stays a Fraction. */
import { type Fraction, product, rounded } from "./fraction.ts";

/** Enough for the cheapest invocation there is: 128 MB for 1 ms cost $0.0000000020833375. */
const MOST_DECIMALS = 16;

/** Of a quantity that no decimal writes exactly: a third. */
const DECIMALS_OF_THE_ENDLESS = 6;

/** 2400000/1000 → `2,400`, 7/8 → `0.875`, 1/3 → `0.333333`: with commas, as Korean text has them. */
export function quantityText(quantity: Fraction): string {
  const [whole = "", decimals] = plainDecimal(quantity).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** An amount of dollars, exact: `$0.40`, `$2.333338`. At least the cents are written. */
export function moneyText(amount: Fraction): string {
  const [whole = "", decimals = ""] = plainDecimal(amount).split(".");
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ",")}.${decimals.padEnd(2, "0")}`;
}

/** The same for machines: `0.40`, `1234.5000003`. */
export function moneyDecimal(amount: Fraction): string {
  const [whole = "", decimals = ""] = plainDecimal(amount).split(".");
  return `${whole}.${decimals.padEnd(2, "0")}`;
}

/** What is paid: to the cent, half up. `$1,234.57`. */
export function centsText(amount: Fraction): string {
  return `$${toCents(amount).replace(/\B(?=(\d{3})+\.)/g, ",")}`;
}

/** What is paid, for machines: `1234.57`. */
export function toCents(amount: Fraction): string {
  return fixed(amount, 2);
}

/** To `digits` decimals, half up, without commas. */
export function fixed(value: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const scaled = rounded(product(value, scale));
  return digits === 0 ? `${scaled}` : `${scaled / scale}.${String(scaled % scale).padStart(digits, "0")}`;
}

/** Without commas and without zeros at the end. */
export function plainDecimal(value: Fraction): string {
  const text = fixed(value, Math.min(decimals(value) ?? DECIMALS_OF_THE_ENDLESS, MOST_DECIMALS));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** How many decimals write it exactly; undefined where none do, because its denominator has other factors than 2 and 5. */
function decimals({ denominator }: Fraction): number | undefined {
  const [twos, withoutTwos] = factorsOf(2n, denominator);
  const [fives, rest] = factorsOf(5n, withoutTwos);
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function factorsOf(prime: bigint, value: bigint): readonly [number, bigint] {
  let [count, rest] = [0, value];
  while (rest % prime === 0n) [count, rest] = [count + 1, rest / prime];
  return [count, rest];
}
