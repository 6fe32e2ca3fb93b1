/** Plural categories of the two languages (CLDR 48). Korean has none. */
import type { Language } from "./data.ts";
import { type Decimal, fractionDigits, integerDigits } from "./decimal.ts";

export type PluralType = "cardinal" | "ordinal";

/** Of a number as it is written: with the zeros after its point, and 1E3 is not one thousand. */
export function pluralOf(
  language: Language,
  type: PluralType,
  { value, minimumFraction }: { readonly value: Decimal; readonly minimumFraction: number },
  exponent = 0,
): string {
  if (language === "ko") return "other";
  const visibleFraction = fractionDigits(value).length > 0 || minimumFraction > 0;
  const integer = integerDigits(value).replace(/^0+/, "");
  if (type === "cardinal") return integer === "1" && !visibleFraction && exponent === 0 ? "one" : "other";
  if (fractionDigits(value) !== "") return "other";
  const [ten, one] = [integer.at(-2) ?? "0", integer.at(-1) ?? "0"];
  if (ten === "1") return "other";
  return { 1: "one", 2: "two", 3: "few" }[one] ?? "other";
}
