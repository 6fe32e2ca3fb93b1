/**
 * The work of Intl in the two languages and the time zones that the simulator knows: data read from Node's own ICU
 * (sandbox/node/locale-data/), and what formats with it. The host's Intl has no part in it.
 */
import type { Codec, CodecArguments } from "../codec.ts";
import { compared } from "./formatting/collation.ts";
import { localeData } from "./formatting/data.ts";
import { dateParts, type Part } from "./formatting/date-parts.ts";
import { type DateRequest, datePattern } from "./formatting/date-pattern.ts";
import { type RangePart, type RangeRequest, rangeParts } from "./formatting/date-ranges.ts";
import { decimalOf } from "./formatting/decimal.ts";
import { canonicalTag, dateLocale, resolvedLocale, supportedTags } from "./formatting/locales.ts";
import { type DigitOptions, roundedNumber } from "./formatting/number-digits.ts";
import { type NumberRequest, numberParts } from "./formatting/number-parts.ts";
import { type PluralType, pluralOf } from "./formatting/plurals.ts";
import { listParts, type RelativeRequest, relativeParts } from "./formatting/words.ts";
import { offsetAt, resolvedZone, zoneName } from "./formatting/zones.ts";

/** About 10 µs, what a date or a number takes. */
const CALL = 2500;
const PER_CHARACTER = 25;
/** A BigInt of n digits is made of its text in n² steps, of which the host does many at a time. */
const DIGITS_SQUARED = 1 / 200;

export const codec: Codec = {
  /** (tag): its canonical spelling; "" where it is none. */
  canonicalTag: (args) => canonicalTag(text(args, 0)),
  /** (JSON of canonical tags, default tag): JSON of ResolvedLocale. */
  locale: (args) => JSON.stringify(resolvedLocale(parsed<string[]>(args, 0), text(args, 1))),
  /** (JSON of canonical tags): JSON of those that ICU knows. */
  supportedTags: (args) => JSON.stringify(supportedTags(parsed<string[]>(args, 0))),
  /** (which): names that Intl.supportedValuesOf gives, separated by spaces. */
  names: (args) => namesOf(text(args, 0)),
  /** (name): JSON of `{ zone, known }`; "" where there is no such zone. */
  zone: (args) => {
    const found = resolvedZone(text(args, 0));
    return found === undefined ? "" : JSON.stringify(found);
  },
  /** (`1800000000000 Asia/Seoul`): seconds ahead of UTC. */
  zoneOffset: (args) => {
    const [instant = "0", zone = "UTC"] = args.string(0).split(" ");
    return offsetAt(zone, Number(instant));
  },
  /** (zone, instant): its English name, as Date.prototype.toString shows it. */
  zoneName: (args) => zoneName(text(args, 0), args.number(1), "long", "en"),
  /** (JSON of DateRequest): the pattern. */
  datePattern: (args) => datePattern(parsed<DateRequest>(args, 0)),
  /** (pattern, language, zone, instant): the text. */
  // A narrow space before AM broke too many programs: V8 writes a plain one in texts, and the narrow one in parts.
  date: (args) => textOf(dateOf(args)).replaceAll("\u202f", " "),
  /** The same: JSON of pairs of type and value. */
  dateParts: (args) => JSON.stringify(dateOf(args)),
  /** (JSON of RangeRequest, instant, instant): the text. */
  dateRange: (args) => rangeText(rangeOf(args)),
  /** The same: JSON of triples of type, value and source. */
  dateRangeParts: (args) => JSON.stringify(rangeOf(args)),
  /** (JSON of NumberRequest, number's text): the text. */
  number: (args) => textOf(numberOf(args)),
  numberParts: (args) => JSON.stringify(numberOf(args)),
  /** (currency's code): digits after the point. */
  currencyDigits: (args) => localeData.currencyDigits[text(args, 0)] ?? 2,
  /** (JSON of DigitOptions, language, type, number's text): the plural category. */
  plural: (args) => {
    const language = args.string(1) === "ko" ? "ko" : "en";
    const number = args.string(3);
    if (!/\d/.test(number)) return "other";
    paidDigits(args, number);
    return pluralOf(
      language,
      args.string(2) as PluralType,
      roundedNumber(decimalOf(number), parsed<DigitOptions>(args, 0), () => 0),
    );
  },
  /** (JSON of RelativeRequest, number's text, unit): JSON of triples of type, value and unit. */
  relativeParts: (args) => JSON.stringify(relativeParts(parsed<RelativeRequest>(args, 0), text(args, 1), args.string(2))),
  /** (language, "conjunction long", JSON of texts): JSON of pairs. */
  listParts: (args) => JSON.stringify(listParts(args.string(0) === "ko" ? "ko" : "en", args.string(1), parsed<string[]>(args, 2))),
  /** (sensitivity, flags, a, b): −1, 0 or 1. */
  compare: (args) => compared(text(args, 2), text(args, 3), args.string(0), args.string(1)),
};

function text(args: CodecArguments, index: number): string {
  const value = args.string(index);
  args.spend(CALL / 10 + value.length * PER_CHARACTER);
  args.take(value.length * 16);
  return value;
}

// The guest's half (library/internal/intl/) writes what is read here.
const parsed = <T>(args: CodecArguments, index: number): T => JSON.parse(text(args, index)) as T;

function dateOf(args: CodecArguments): Part[] {
  args.spend(CALL);
  return dateParts(args.string(0), dateLocale(args.string(1)), args.string(2), args.number(3));
}

function numberOf(args: CodecArguments): Part[] {
  args.spend(CALL);
  paidDigits(args, args.string(1));
  return numberParts(args.string(1), parsed<NumberRequest>(args, 0));
}

function paidDigits(args: CodecArguments, { length }: string): void {
  args.spend(length * PER_CHARACTER + Math.ceil(length * length * DIGITS_SQUARED));
  args.take(length * 64);
}

function rangeOf(args: CodecArguments): RangePart[] {
  args.spend(2 * CALL);
  return rangeParts(parsed<RangeRequest>(args, 0), args.number(1), args.number(2));
}

/** Two that look alike are written as one date is. */
function rangeText(parts: readonly RangePart[]): string {
  const isOne = parts.every(([, , source]) => source === "shared");
  return isOne ? textOf(parts).replaceAll("\u202f", " ") : textOf(parts);
}

const textOf = (parts: readonly (Part | RangePart)[]): string => parts.map(([, value]) => value).join("");

function namesOf(which: string): string {
  const { currencies, units, calendars, collations, numberingSystems } = localeData.locales;
  const { zones, others } = localeData.zones;
  const zoneNames = () => [...new Set([...Object.keys(zones).filter((zone) => zone.includes("/")), ...others.split(" ")])].sort().join(" ");
  return (
    {
      currency: currencies,
      unit: units,
      calendar: calendars,
      collation: collations,
      numberingSystem: numberingSystems,
      timeZone: zoneNames(),
    }[which] ?? ""
  );
}
