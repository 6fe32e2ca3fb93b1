/** A number in the parts that Intl.NumberFormat's formatToParts gives. */
import { type Language, localeData, type NumberData } from "./data.ts";
import type { Part } from "./date-parts.ts";
import { decimalOf, fractionDigits, integerDigits, isZero, magnitude, scaled } from "./decimal.ts";
import { type DigitOptions, type RoundedNumber, roundedNumber } from "./number-digits.ts";
import { pluralOf } from "./plurals.ts";

/** As Intl.NumberFormat.prototype.resolvedOptions tells them. */
export interface NumberRequest extends DigitOptions {
  readonly language: Language;
  readonly style: "decimal" | "percent" | "currency" | "unit";
  readonly currency?: string;
  readonly currencyDisplay?: "code" | "symbol" | "narrowSymbol" | "name";
  readonly currencySign?: "standard" | "accounting";
  readonly unit?: string;
  readonly unitDisplay?: "short" | "long" | "narrow";
  readonly useGrouping: "auto" | "always" | "min2" | false;
  readonly notation: "standard" | "scientific" | "engineering" | "compact";
  readonly compactDisplay?: "short" | "long";
  readonly signDisplay: "auto" | "always" | "never" | "exceptZero" | "negative";
}

/** `text`: a decimal number, `NaN`, `Infinity` or `-Infinity`. */
export function numberParts(text: string, request: NumberRequest): Part[] {
  const data = localeData.numbers[request.language];
  const shown = magnitudeParts(text, request, data);
  const sign = signOf(shown, request.signDisplay);
  const number = withCompact(shown, request);
  if (request.style === "currency" && request.currencyDisplay !== "name")
    return withCurrency(number, sign, request, data, shown.template !== undefined);
  const signed: Part[] = sign === 0 ? number : [sign < 0 ? ["minusSign", data.minus] : ["plusSign", data.plus], ...number];
  if (request.style === "percent") return [...signed, [request.notation === "compact" ? "unit" : "percentSign", data.percent]];
  if (request.style === "currency") return around(currencyNameTemplate(shown, request, data), signed, "currency");
  if (request.style === "unit") return around(unitTemplate(shown, request, data), signed, "unit");
  return signed;
}

interface Shown {
  readonly negative: boolean;
  readonly zero: boolean;
  readonly nan: boolean;
  readonly parts: Part[];
  /** Of the compact form, where there is one. */
  readonly template?: string;
  /** "one" or "other", of the number as it is written. */
  readonly plural: string;
}

function magnitudeParts(text: string, request: NumberRequest, data: NumberData): Shown {
  if (text === "NaN") return { negative: false, zero: false, nan: true, parts: [["nan", data.nan]], plural: "other" };
  if (text.endsWith("Infinity")) {
    const negative = text.startsWith("-");
    return { negative, zero: false, nan: false, parts: [["infinity", data.infinity]], plural: "other" };
  }
  const value = scaled(decimalOf(text), request.style === "percent" ? 2 : 0);
  const compact = request.notation === "compact" ? data.compact[request.compactDisplay ?? "short"] : undefined;
  const number = roundedNumber(value, request, (power) => shiftAt(power, request.notation, compact));
  const parts = digitParts(number, request, data);
  if (request.notation === "scientific" || request.notation === "engineering") parts.push(...exponentParts(number.shift, data));
  const plural = pluralOf(request.language, "cardinal", number, number.shift);
  const form = compact === undefined ? undefined : compactForm(number, compact);
  return {
    negative: value.negative,
    zero: isZero(number.value),
    nan: false,
    parts,
    plural,
    ...(form === undefined || number.shift === 0 ? {} : { template: form[plural === "one" ? 1 : 2] }),
  };
}

type CompactForms = NumberData["compact"]["short"];

/** By how many powers of ten a number of that magnitude is made smaller. */
function shiftAt(power: number, notation: NumberRequest["notation"], compact: CompactForms | undefined): number {
  if (notation === "scientific") return power;
  if (notation === "engineering") return Math.floor(power / 3) * 3;
  if (compact === undefined || power < 3) return 0;
  return compact[Math.min(power - 3, compact.length - 1)]?.[0] ?? 0;
}

function compactForm({ value, shift }: RoundedNumber, forms: CompactForms) {
  return forms[Math.min(magnitude(value) + shift - 3, forms.length - 1)];
}

function digitParts({ value, minimumFraction }: RoundedNumber, request: NumberRequest, data: NumberData): Part[] {
  const integer = integerDigits(value).padStart(request.minimumIntegerDigits, "0");
  const fraction = fractionDigits(value).padEnd(minimumFraction, "0");
  const parts = grouped(integer, request).flatMap((group, index): Part[] =>
    index === 0
      ? [["integer", group]]
      : [
          ["group", data.group],
          ["integer", group],
        ],
  );
  return fraction === "" ? parts : [...parts, ["decimal", data.decimal], ["fraction", fraction]];
}

function grouped(integer: string, { useGrouping, notation }: NumberRequest): string[] {
  const fewest = useGrouping === "min2" || (useGrouping === "auto" && notation === "compact") ? 5 : 4;
  if (useGrouping === false || integer.length < fewest) return [integer];
  const groups: string[] = [];
  for (let end = integer.length; end > 0; end -= 3) groups.unshift(integer.slice(Math.max(0, end - 3), end));
  return groups;
}

function exponentParts(exponent: number, data: NumberData): Part[] {
  const sign: Part[] = exponent < 0 ? [["exponentMinusSign", data.minus]] : [];
  return [["exponentSeparator", data.exponent], ...sign, ["exponentInteger", String(Math.abs(exponent))]];
}

function signOf({ negative, zero, nan }: Shown, display: NumberRequest["signDisplay"]): -1 | 0 | 1 {
  switch (display) {
    case "never":
      return 0;
    case "always":
      return negative ? -1 : 1;
    case "exceptZero":
      return zero || nan ? 0 : negative ? -1 : 1;
    case "negative":
      return negative && !zero ? -1 : 0;
    default:
      return negative ? -1 : 0;
  }
}

const withCompact = ({ template, parts }: Shown, request: NumberRequest): Part[] => {
  if (template === undefined) return parts;
  // A currency's symbol goes with the short form only.
  const text = request.style === "currency" && request.currencyDisplay !== "name" ? shortForm(template, request) : template;
  return around(text, parts, "compact");
};

function shortForm(template: string, request: NumberRequest): string {
  if (request.compactDisplay !== "long") return template;
  const { short, long } = localeData.numbers[request.language].compact;
  const at = long.findIndex((form) => form[1] === template || form[2] === template);
  return short[at]?.[2] ?? template;
}

/** A template's text around the number; the spaces beside the number are literals. */
function around(template: string, number: readonly Part[], type: string): Part[] {
  const [before = "", after = ""] = template.split("{0}");
  const spaced = (text: string, space: RegExp): readonly [string, string] => {
    const found = space.exec(text)?.[0] ?? "";
    return [found, text.replace(space, "")];
  };
  const [spaceBefore, nameBefore] = spaced(before, /[\s\u00a0]+$/);
  const [spaceAfter, nameAfter] = spaced(after, /^[\s\u00a0]+/);
  const parts: Part[] = [[type, nameBefore], ["literal", spaceBefore], ...number, ["literal", spaceAfter], [type, nameAfter]];
  return parts.filter(([, text]) => text !== "");
}

function withCurrency(number: readonly Part[], sign: number, request: NumberRequest, data: NumberData, isCompact: boolean): Part[] {
  const currency = request.currency ?? "";
  const [symbol = "", narrow = ""] = data.currencies[currency] ?? [];
  const shown =
    request.currencyDisplay === "code"
      ? currency
      : request.currencyDisplay === "narrowSymbol"
        ? narrow || symbol || currency
        : symbol || currency;
  // Unicode's rule for currencySpacing: a space, unless a symbol stands beside it or it is not of digits.
  const space: Part[] = /[\p{S}\p{Z}]$/u.test(shown) || number[0]?.[0] !== "integer" ? [] : [["literal", "\u00a0"]];
  const whole: Part[] = [["currency", shown], ...space, ...number];
  if (sign > 0) return [["plusSign", data.plus], ...whole];
  if (sign === 0) return whole;
  // Compact forms have no bookkeeper's parentheses.
  return request.currencySign === "accounting" && !isCompact
    ? [["literal", "("], ...whole, ["literal", ")"]]
    : [["minusSign", data.minus], ...whole];
}

function currencyNameTemplate({ plural }: Shown, { currency = "" }: NumberRequest, data: NumberData): string {
  const [symbol, narrow, one, other] = data.currencies[currency] ?? [];
  const single = one || narrow || symbol || currency;
  return `{0} ${plural === "one" ? single : other || single}`;
}

function unitTemplate({ plural }: Shown, { unit = "", unitDisplay = "short", notation }: NumberRequest, data: NumberData): string {
  const { simple, per, pairs } = data.units[unitDisplay];
  const at = plural === "one" ? 0 : 1;
  // Percent of a unit loses the unit, except in compact forms.
  const pair = simple[unit] ?? (notation === "compact" && unit.startsWith("percent-") ? undefined : pairs[unit]);
  if (pair !== undefined) return pair[at] ?? "";
  const [first = "", second = ""] = unit.split("-per-");
  return (per[second]?.[at] ?? "").replace("{1}", () => simple[first]?.[at] ?? "");
}
