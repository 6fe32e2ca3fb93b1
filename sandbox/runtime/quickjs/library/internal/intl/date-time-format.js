/** Intl.DateTimeFormat: the reading of options here, patterns and texts by the host (codecs/formatting/). */
import {
  ask,
  booleanOption,
  canonicalLocales,
  coercedOptions,
  localeWith,
  matcherOption,
  numberOption,
  resolveDateLocale,
  simplified,
  stringOption,
  supportedLocales,
  toNumber,
  typeOption,
} from "./options.js";
import { boundGetter, freshObject, incompatible, methods, partsOf, slots, tag } from "./slots.js";

const SERVICE = "Intl.DateTimeFormat";
const Slots = slots();
const WIDTHS = ["narrow", "short", "long"];
const NUMBERS = ["2-digit", "numeric"];
const STYLES = ["full", "long", "medium", "short"];
const CYCLES = ["h11", "h12", "h23", "h24"];
const COMPONENTS = [
  ["weekday", WIDTHS],
  ["era", WIDTHS],
  ["year", NUMBERS],
  ["month", ["2-digit", "numeric", "narrow", "short", "long"]],
  ["day", NUMBERS],
  ["dayPeriod", WIDTHS],
  ["hour", NUMBERS],
  ["minute", NUMBERS],
  ["second", NUMBERS],
  ["fractionalSecondDigits", undefined],
  ["timeZoneName", ["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]],
];

export function DateTimeFormat() {
  const made = new.target === undefined ? Object.create(DateTimeFormat.prototype) : this;
  return initialize(made, arguments[0], arguments[1], "any", "date", SERVICE);
}
Object.defineProperty(DateTimeFormat, "length", { value: 0, configurable: true });

/** `required`, `defaults`: which fields have to be there, and which are added where they are not. */
export function initialize(object, locales, given, required, defaults, caller) {
  const tags = canonicalLocales(locales);
  const options = coercedOptions(given, caller);
  matcherOption(options, SERVICE);
  const calendar = typeOption(options, "calendar");
  const numberingSystem = typeOption(options, "numberingSystem");
  const hour12 = booleanOption(options, "hour12", undefined);
  const hourCycle = stringOption(options, "hourCycle", CYCLES, undefined, SERVICE);
  const resolved = resolveDateLocale(tags);
  const timeZone = zoneOf(options.timeZone);
  const request = { __proto__: null };
  for (const [name, values] of COMPONENTS) {
    const value =
      values === undefined ? numberOption(options, name, 1, 3, undefined) : stringOption(options, name, values, undefined, SERVICE);
    if (value !== undefined) request[name] = value;
  }
  const explicit = Object.keys(request).length > 0;
  stringOption(options, "formatMatcher", ["basic", "best fit"], "best fit", SERVICE);
  const dateStyle = stringOption(options, "dateStyle", STYLES, undefined, SERVICE);
  const timeStyle = stringOption(options, "timeStyle", STYLES, undefined, SERVICE);
  const styled = dateStyle !== undefined || timeStyle !== undefined;
  if (styled) checkStyles(explicit, required, dateStyle, timeStyle);
  else addDefaults(request, required, defaults);
  const cycle = cycleOf(hour12, hourCycle, resolved.keywords.hc, resolved.hourCycle);
  request.language = resolved.language;
  request.hourCycle = cycle;
  request.dateStyle = dateStyle;
  request.timeStyle = timeStyle;
  const asked = JSON.stringify(request);
  const pattern = ask("datePattern", asked);
  const kept = keptKeywords(resolved.keywords, { calendar, numberingSystem, hour12, hourCycle });
  return Slots.put(object, {
    locale: localeWith(resolved, kept),
    language: resolved.language,
    timeZone,
    pattern,
    cycle,
    dateStyle,
    timeStyle,
    fields: styled ? undefined : request,
    range: `{"request":${asked},"pattern":${JSON.stringify(pattern)},"zone":${JSON.stringify(timeZone)}}`,
    bound: undefined,
  });
}

function checkStyles(explicit, required, dateStyle, timeStyle) {
  if (explicit) throw new TypeError("Invalid option : option");
  if (required === "date" && timeStyle !== undefined) throw new TypeError("Invalid option : timeStyle");
  if (required === "time" && dateStyle !== undefined) throw new TypeError("Invalid option : dateStyle");
}

function addDefaults(request, required, defaults) {
  const has = (...names) => names.some((name) => request[name] !== undefined);
  const date = required !== "time" && has("weekday", "year", "month", "day");
  const time = required !== "date" && has("dayPeriod", "hour", "minute", "second", "fractionalSecondDigits");
  if (date || time) return;
  if (defaults !== "time") for (const name of ["year", "month", "day"]) request[name] = "numeric";
  if (defaults !== "date") for (const name of ["hour", "minute", "second"]) request[name] = "numeric";
}

function cycleOf(hour12, hourCycle, keyword, usual) {
  if (hour12 !== undefined) return hour12 ? "h12" : "h23";
  return hourCycle ?? (CYCLES.includes(keyword) ? keyword : usual);
}

/** A keyword counts where no option says otherwise and the simulator has what it asks for. */
function keptKeywords(keywords, { calendar, numberingSystem, hour12, hourCycle }) {
  const kept = [];
  if (other("calendar", calendar ?? keywords.ca, ["gregory", "gregorian"])) simplified("locale");
  if (other("numberingSystem", numberingSystem ?? keywords.nu, ["latn"])) simplified("locale");
  if (keywords.ca === "gregory" && (calendar === undefined || calendar === "gregory")) kept.push("ca");
  if (CYCLES.includes(keywords.hc) && hour12 === undefined && (hourCycle === undefined || hourCycle === keywords.hc)) kept.push("hc");
  if (keywords.nu === "latn" && (numberingSystem === undefined || numberingSystem === "latn")) kept.push("nu");
  return kept;
}

/** Whether Node would have another calendar or other digits. */
export const other = (kind, value, ours) => value !== undefined && !ours.includes(value) && ask("names", kind).split(" ").includes(value);

function zoneOf(value) {
  if (value === undefined) return binding.environment?.zone ?? "UTC";
  const name = `${value}`;
  const found = name.length > 100 ? "" : ask("zone", name);
  if (found === "") throw new RangeError(`Invalid time zone specified: ${name}`);
  const { zone, known } = JSON.parse(found);
  if (known) return zone;
  simplified("time zone");
  return "UTC";
}

function instantOf(date) {
  const value = date === undefined ? binding.now() : toNumber(date);
  if (!(Math.abs(value) <= 8.64e15)) throw new RangeError("Invalid time value");
  return Math.trunc(value);
}

export function formatted(object, instant) {
  const { pattern, language, timeZone } = Slots.of(object);
  return ask("date", pattern, language, timeZone, instant);
}

/** Of a field of the pattern, the option that asks for it. */
const SHAPES = {
  __proto__: null,
  E: ["weekday", "short"],
  EEEE: ["weekday", "long"],
  EEEEE: ["weekday", "narrow"],
  G: ["era", "short"],
  GGGG: ["era", "long"],
  GGGGG: ["era", "narrow"],
  y: ["year", "numeric"],
  yy: ["year", "2-digit"],
  M: ["month", "numeric"],
  MM: ["month", "2-digit"],
  MMM: ["month", "short"],
  MMMM: ["month", "long"],
  MMMMM: ["month", "narrow"],
  d: ["day", "numeric"],
  dd: ["day", "2-digit"],
  B: ["dayPeriod", "short"],
  BBBB: ["dayPeriod", "long"],
  BBBBB: ["dayPeriod", "narrow"],
  h: ["hour", "numeric"],
  hh: ["hour", "2-digit"],
  H: ["hour", "numeric"],
  HH: ["hour", "2-digit"],
  k: ["hour", "numeric"],
  kk: ["hour", "2-digit"],
  K: ["hour", "numeric"],
  KK: ["hour", "2-digit"],
  m: ["minute", "numeric"],
  mm: ["minute", "2-digit"],
  s: ["second", "numeric"],
  ss: ["second", "2-digit"],
  S: ["fractionalSecondDigits", 1],
  SS: ["fractionalSecondDigits", 2],
  SSS: ["fractionalSecondDigits", 3],
  z: ["timeZoneName", "short"],
  zzzz: ["timeZoneName", "long"],
  O: ["timeZoneName", "shortOffset"],
  OOOO: ["timeZoneName", "longOffset"],
  v: ["timeZoneName", "shortGeneric"],
  vvvv: ["timeZoneName", "longGeneric"],
};

const METHODS = {
  resolvedOptions() {
    const slot = Slots.of(this);
    if (slot === undefined) throw incompatible("Intl.DateTimeFormat.prototype.resolvedOptions", this);
    const found = { __proto__: null };
    for (const [, letters] of slot.pattern.matchAll(/\{(\w+)\}/g)) {
      const shape = SHAPES[letters];
      if (shape !== undefined) found[shape[0]] = shape[1];
    }
    // V8 looks for the letter d in ICU's pattern, and finds it in `(second: 5)`.
    if (found.day === undefined && slot.pattern.includes("(second: ")) found.day = "numeric";
    const hours = found.hour !== undefined;
    const fields = slot.fields === undefined ? [] : COMPONENTS.map(([name]) => [name, found[name]]);
    return freshObject([
      ["locale", slot.locale],
      ["calendar", "gregory"],
      ["numberingSystem", "latn"],
      ["timeZone", slot.timeZone],
      ["hourCycle", hours ? slot.cycle : undefined],
      ["hour12", hours ? slot.cycle === "h11" || slot.cycle === "h12" : undefined],
      ...fields,
      ["dateStyle", slot.dateStyle],
      ["timeStyle", slot.timeStyle],
    ]);
  },
  formatToParts(date) {
    const slot = Slots.of(this);
    if (slot === undefined) throw incompatible("Intl.DateTimeFormat.prototype.formatToParts", this);
    return partsOf(ask("dateParts", slot.pattern, slot.language, slot.timeZone, instantOf(date)));
  },
  formatRange(startDate, endDate) {
    return rangeOf(this, "formatRange", "dateRange", startDate, endDate);
  },
  formatRangeToParts(startDate, endDate) {
    return partsOf(rangeOf(this, "formatRangeToParts", "dateRangeParts", startDate, endDate), ["type", "value", "source"]);
  },
};

function rangeOf(self, method, call, start, end) {
  const slot = Slots.of(self);
  if (slot === undefined) throw incompatible(`Intl.DateTimeFormat.prototype.${method}`, self);
  if (start === undefined || end === undefined) throw new TypeError("Invalid time value");
  const [from, to] = [toNumber(start), toNumber(end)];
  return ask(call, slot.range, instantOf(from), instantOf(to));
}

methods(DateTimeFormat.prototype, METHODS);
boundGetter(DateTimeFormat.prototype, "format", (self) => {
  const slot = Slots.of(self);
  if (slot === undefined) throw incompatible("UnwrapDateTimeFormat", self);
  slot.bound ??= (date) => ask("date", slot.pattern, slot.language, slot.timeZone, instantOf(date));
  return slot.bound;
});
tag(DateTimeFormat.prototype, "Intl.DateTimeFormat");
methods(DateTimeFormat, { supportedLocalesOf: supportedLocales(SERVICE) });
