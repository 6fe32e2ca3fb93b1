/** Intl.Collator, and the order behind String.prototype.localeCompare. */

import { other } from "./date-time-format.js";
import {
  ask,
  booleanOption,
  canonicalLocales,
  coercedOptions,
  localeWith,
  matcherOption,
  resolveLocale,
  simplified,
  stringOption,
  supportedLocales,
  typeOption,
} from "./options.js";
import { boundGetter, freshObject, incompatible, methods, slots, tag } from "./slots.js";

const SERVICE = "Intl.Collator";
const Slots = slots();
const CASES = ["upper", "lower", "false"];

export function Collator() {
  const made = new.target === undefined ? Object.create(Collator.prototype) : this;
  return initialize(made, arguments[0], arguments[1], SERVICE);
}
Object.defineProperty(Collator, "length", { value: 0, configurable: true });

export function initialize(object, locales, given, caller) {
  const tags = canonicalLocales(locales);
  const options = coercedOptions(given, caller);
  const usage = stringOption(options, "usage", ["sort", "search"], "sort", SERVICE);
  matcherOption(options, SERVICE);
  const collation = typeOption(options, "collation");
  const numericOption = booleanOption(options, "numeric", undefined);
  const caseOption = stringOption(options, "caseFirst", CASES, undefined, SERVICE);
  const resolved = resolveLocale(tags);
  const { co, kn, kf } = resolved.keywords;
  if (usage === "search" || other("collation", collation ?? co, ["standard", "search", "ducet"])) simplified("locale");
  const keyword = kn === "" || kn === "true" ? true : kn === "false" ? false : undefined;
  const numeric = numericOption ?? keyword ?? false;
  const caseFirst = caseOption ?? (CASES.includes(kf) ? kf : "false");
  const sensitivity = stringOption(options, "sensitivity", ["base", "accent", "case", "variant"], "variant", SERVICE);
  const ignorePunctuation = booleanOption(options, "ignorePunctuation", false);
  const kept = [];
  if (CASES.includes(kf) && kf === caseFirst) kept.push("kf");
  if (keyword !== undefined && keyword === numeric) kept.push("kn");
  const flags = `${resolved.language}${numeric ? " numeric" : ""}${ignorePunctuation ? " punctuation" : ""}${caseFirst === "false" ? "" : ` ${caseFirst}`}`;
  return Slots.put(object, {
    locale: localeWith(resolved, kept),
    usage,
    sensitivity,
    ignorePunctuation,
    numeric,
    caseFirst,
    flags,
    bound: undefined,
  });
}

export function compared(object, a, b) {
  const slot = Slots.of(object);
  return ask("compare", slot.sensitivity, slot.flags, a, b);
}

methods(Collator.prototype, {
  resolvedOptions() {
    const slot = Slots.of(this);
    if (slot === undefined) throw incompatible("Intl.Collator.prototype.resolvedOptions", this);
    const same = (...names) => names.map((name) => [name, slot[name]]);
    return freshObject([
      ...same("locale", "usage", "sensitivity", "ignorePunctuation"),
      ["collation", "default"],
      ...same("numeric", "caseFirst"),
    ]);
  },
});
boundGetter(Collator.prototype, "compare", (self) => {
  const slot = Slots.of(self);
  if (slot === undefined) throw incompatible("get Intl.Collator.prototype.compare", self);
  slot.bound ??= (a, b) => {
    const first = `${a}`;
    return ask("compare", slot.sensitivity, slot.flags, first, `${b}`);
  };
  return slot.bound;
});
tag(Collator.prototype, "Intl.Collator");
methods(Collator, { supportedLocalesOf: supportedLocales(SERVICE) });
