/**
 * Intl, in Korean and American English, and the methods of other objects that lean on it. Formatting itself is the host's
 * (codecs/formatting.ts). Simplified: another language is formatted in American English, another time zone in UTC.
 *
 * Simplified: there is no Segmenter, no DisplayNames and no DurationFormat, and no ranges of numbers (NumberFormat.prototype.formatRange).
 */
import { Collator, compared, initialize as initializeCollator } from "./intl/collator.js";
import { DateTimeFormat, formatted as formattedDate, initialize as initializeDate } from "./intl/date-time-format.js";
import { Locale, statics } from "./intl/locale.js";
import { formatted as formattedNumber, initialize as initializeNumber, NumberFormat } from "./intl/number-format.js";
import { methods, tag } from "./intl/slots.js";
import { ListFormat, PluralRules, RelativeTimeFormat } from "./intl/words.js";

const constructors = { DateTimeFormat, NumberFormat, Collator, PluralRules, RelativeTimeFormat, ListFormat, Locale };
for (const name of Object.keys(constructors)) Object.defineProperty(constructors[name], "prototype", { writable: false });

export const Intl = methods({}, { ...statics, ...constructors });
tag(Intl, "Intl");

/** What the plain call without locales and options needs is made once. */
const usual = new Map();

function made(kind, make, locales, options) {
  const plain = options === undefined && (locales === undefined || typeof locales === "string");
  const key = plain ? `${kind} ${binding.environment?.zone ?? ""} ${locales ?? ""}` : undefined;
  const known = plain ? usual.get(key) : undefined;
  if (known !== undefined) return known;
  const object = make();
  if (plain && usual.size < 100) usual.set(key, object);
  return object;
}

const KINDS = { toLocaleString: ["any", "all"], toLocaleDateString: ["date", "date"], toLocaleTimeString: ["time", "time"] };

/** Date.prototype.toLocaleString and its two sisters, of a valid date. */
export function dateToLocale(method, instant, locales, options) {
  const [required, defaults] = KINDS[method];
  const format = made(method, () => initializeDate({}, locales, options, required, defaults, `Date.prototype.${method}`), locales, options);
  return formattedDate(format, instant);
}

export function numberToLocale(value, locales, options) {
  const caller = `${typeof value === "bigint" ? "BigInt" : "Number"}.prototype.toLocaleString`;
  return formattedNumber(
    made("number", () => initializeNumber({}, locales, options, caller), locales, options),
    value,
  );
}

export function localeCompare(a, b, locales, options) {
  const collator = made("collator", () => initializeCollator({}, locales, options, "String.prototype.localeCompare"), locales, options);
  return compared(collator, a, b);
}

/** String.prototype.toLocaleUpperCase and LowerCase: neither Korean nor English has rules of its own. */
export function checkLocales(locales) {
  statics.getCanonicalLocales(locales);
}
