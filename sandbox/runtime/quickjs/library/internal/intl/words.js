/** Intl.PluralRules, Intl.RelativeTimeFormat, Intl.ListFormat. */
import { numericText, readDigits } from "./number-format.js";
import {
  ask,
  canonicalLocales,
  coercedOptions,
  localeWith,
  matcherOption,
  optionsObject,
  resolveLocale,
  stringOption,
  supportedLocales,
  toNumber,
  typeOption,
} from "./options.js";
import { append, freshObject, incompatible, methods, partsOf, receiver, slots, tag } from "./slots.js";

const WIDTHS = ["long", "short", "narrow"];
const UNITS = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];
const Plurals = slots();
const Relatives = slots();
const Lists = slots();

const needsNew = (name) => new TypeError(`Constructor Intl.${name} requires 'new'`);

export function PluralRules() {
  if (new.target === undefined) throw needsNew("PluralRules");
  const service = "Intl.PluralRules";
  const tags = canonicalLocales(arguments[0]);
  const options = coercedOptions(arguments[1], service);
  matcherOption(options, service);
  const type = stringOption(options, "type", ["cardinal", "ordinal"], "cardinal", service);
  const request = { __proto__: null, notation: "standard" };
  readDigits(options, request, 0, 3);
  const resolved = resolveLocale(tags);
  Plurals.put(this, { locale: resolved.locale, language: resolved.language, type, request, json: JSON.stringify(request) });
}
Object.defineProperty(PluralRules, "length", { value: 0, configurable: true });

const CATEGORIES = { __proto__: null, "en cardinal": ["one", "other"], "en ordinal": ["few", "one", "two", "other"] };

methods(PluralRules.prototype, {
  resolvedOptions() {
    const slot = Plurals.of(this);
    if (slot === undefined) throw incompatible("Intl.PluralRules.prototype.resolvedOptions", this);
    const { request } = slot;
    const same = (...names) => names.map((name) => [name, request[name]]);
    return freshObject([
      ["locale", slot.locale],
      ["type", slot.type],
      ...same(
        "minimumIntegerDigits",
        "minimumFractionDigits",
        "maximumFractionDigits",
        "minimumSignificantDigits",
        "maximumSignificantDigits",
      ),
      ["pluralCategories", [...(CATEGORIES[`${slot.language} ${slot.type}`] ?? ["other"])]],
      ...same("roundingIncrement", "roundingMode", "roundingPriority", "trailingZeroDisplay"),
    ]);
  },
  select(value) {
    const slot = Plurals.of(this);
    if (slot === undefined) throw incompatible("Intl.PluralRules.prototype.select", this);
    return ask("plural", slot.json, slot.language, slot.type, numericText(toNumber(value)));
  },
});
tag(PluralRules.prototype, "Intl.PluralRules");
methods(PluralRules, { supportedLocalesOf: supportedLocales("Intl.PluralRules") });

export function RelativeTimeFormat() {
  if (new.target === undefined) throw needsNew("RelativeTimeFormat");
  const service = "Intl.RelativeTimeFormat";
  const tags = canonicalLocales(arguments[0]);
  const options = coercedOptions(arguments[1], service);
  matcherOption(options, service);
  typeOption(options, "numberingSystem");
  const resolved = resolveLocale(tags);
  const style = stringOption(options, "style", WIDTHS, "long", service);
  const numeric = stringOption(options, "numeric", ["always", "auto"], "always", service);
  const kept = resolved.keywords.nu === "latn" ? ["nu"] : [];
  const request = { language: resolved.language, style, numeric };
  Relatives.put(this, { locale: localeWith(resolved, kept), style, numeric, json: JSON.stringify(request) });
}
Object.defineProperty(RelativeTimeFormat, "length", { value: 0, configurable: true });

function relativeJson(self, value, unit, method) {
  const slot = Relatives.of(self);
  if (slot === undefined) throw incompatible(`Intl.RelativeTimeFormat.prototype.${method}`, self);
  const number = toNumber(value);
  const text = `${unit}`;
  if (!Number.isFinite(number)) throw new RangeError(`Value need to be finite number for Intl.RelativeTimeFormat.prototype.${method}()`);
  const singular = text.endsWith("s") ? text.slice(0, -1) : text;
  if (!UNITS.includes(singular)) {
    throw new RangeError(`Invalid unit argument for Intl.RelativeTimeFormat.prototype.${method}() '${text}'`);
  }
  return ask("relativeParts", slot.json, numericText(number), singular);
}

methods(RelativeTimeFormat.prototype, {
  resolvedOptions() {
    const slot = Relatives.of(this);
    if (slot === undefined) throw incompatible("Intl.RelativeTimeFormat.prototype.resolvedOptions", this);
    return freshObject([
      ["locale", slot.locale],
      ["style", slot.style],
      ["numeric", slot.numeric],
      ["numberingSystem", "latn"],
    ]);
  },
  format(value, unit) {
    let text = "";
    for (const [, piece] of JSON.parse(relativeJson(this, value, unit, "format"))) text += piece;
    return text;
  },
  formatToParts(value, unit) {
    return partsOf(relativeJson(this, value, unit, "formatToParts"), ["type", "value", "unit"]);
  },
});
tag(RelativeTimeFormat.prototype, "Intl.RelativeTimeFormat");
methods(RelativeTimeFormat, { supportedLocalesOf: supportedLocales("Intl.RelativeTimeFormat") });

export function ListFormat() {
  if (new.target === undefined) throw needsNew("ListFormat");
  const service = "Intl.ListFormat";
  const tags = canonicalLocales(arguments[0]);
  const options = optionsObject(arguments[1]);
  matcherOption(options, service);
  const resolved = resolveLocale(tags);
  const type = stringOption(options, "type", ["conjunction", "disjunction", "unit"], "conjunction", service);
  const style = stringOption(options, "style", WIDTHS, "long", service);
  Lists.put(this, { locale: resolved.locale, language: resolved.language, type, style });
}
Object.defineProperty(ListFormat, "length", { value: 0, configurable: true });

function listJson(self, list, method) {
  const slot = Lists.of(self);
  if (slot === undefined) throw incompatible(`Intl.ListFormat.prototype.${method}`, self);
  const items = [];
  if (list !== undefined) {
    for (const item of list) {
      if (typeof item !== "string") throw new TypeError(`Iterable yielded ${receiver(item)} which is not a string`);
      append(items, item);
    }
  }
  return ask("listParts", slot.language, `${slot.type} ${slot.style}`, JSON.stringify(items));
}

methods(ListFormat.prototype, {
  resolvedOptions() {
    const slot = Lists.of(this);
    if (slot === undefined) throw incompatible("Intl.ListFormat.prototype.resolvedOptions", this);
    return freshObject([
      ["locale", slot.locale],
      ["type", slot.type],
      ["style", slot.style],
    ]);
  },
  format(list) {
    let text = "";
    for (const [, piece] of JSON.parse(listJson(this, list, "format"))) text += piece;
    return text;
  },
  formatToParts(list) {
    return partsOf(listJson(this, list, "formatToParts"));
  },
});
tag(ListFormat.prototype, "Intl.ListFormat");
methods(ListFormat, { supportedLocalesOf: supportedLocales("Intl.ListFormat") });
