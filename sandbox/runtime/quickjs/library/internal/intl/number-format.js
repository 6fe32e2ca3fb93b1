/** Intl.NumberFormat: the reading of options here, texts by the host (codecs/formatting/). */
import { other } from "./date-time-format.js";
import {
  ask,
  canonicalLocales,
  coercedOptions,
  defaultNumber,
  localeWith,
  matcherOption,
  numberOption,
  resolveLocale,
  simplified,
  stringOption,
  supportedLocales,
  toNumber,
  typeOption,
} from "./options.js";
import { boundGetter, freshObject, incompatible, methods, partsOf, slots, tag } from "./slots.js";

const SERVICE = "Intl.NumberFormat";
const Slots = slots();
const INCREMENTS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000];
const MODES = ["ceil", "floor", "expand", "trunc", "halfCeil", "halfFloor", "halfExpand", "halfTrunc", "halfEven"];

export function NumberFormat() {
  const made = new.target === undefined ? Object.create(NumberFormat.prototype) : this;
  return initialize(made, arguments[0], arguments[1], SERVICE);
}
Object.defineProperty(NumberFormat, "length", { value: 0, configurable: true });

export function initialize(object, locales, given, caller) {
  const tags = canonicalLocales(locales);
  const options = coercedOptions(given, caller);
  matcherOption(options, SERVICE);
  const numberingSystem = typeOption(options, "numberingSystem");
  const resolved = resolveLocale(tags);
  if (other("numberingSystem", numberingSystem ?? resolved.keywords.nu, ["latn"])) simplified("locale");
  const request = { __proto__: null, language: resolved.language };
  readUnits(options, request);
  request.notation = stringOption(options, "notation", ["standard", "scientific", "engineering", "compact"], "standard", SERVICE);
  const currencyDigits =
    request.style === "currency" && request.notation === "standard" ? ask("currencyDigits", request.currency) : undefined;
  readDigits(options, request, currencyDigits ?? 0, currencyDigits ?? (request.style === "percent" ? 0 : 3));
  const compactDisplay = stringOption(options, "compactDisplay", ["short", "long"], "short", SERVICE);
  if (request.notation === "compact") request.compactDisplay = compactDisplay;
  request.useGrouping = groupingOption(options, request.notation === "compact" ? "min2" : "auto");
  request.signDisplay = stringOption(options, "signDisplay", ["auto", "never", "always", "exceptZero", "negative"], "auto", SERVICE);
  const kept = resolved.keywords.nu === "latn" && (numberingSystem === undefined || numberingSystem === "latn") ? ["nu"] : [];
  return Slots.put(object, { locale: localeWith(resolved, kept), request, json: JSON.stringify(request), bound: undefined });
}

function readUnits(options, request) {
  request.style = stringOption(options, "style", ["decimal", "percent", "currency", "unit"], "decimal", SERVICE);
  const currency = stringOption(options, "currency", undefined, undefined, SERVICE);
  if (currency === undefined && request.style === "currency") throw new TypeError("Currency code is required with currency style.");
  if (currency !== undefined && !/^[A-Za-z]{3}$/.test(currency)) throw new RangeError(`Invalid currency code : ${currency}`);
  const currencyDisplay = stringOption(options, "currencyDisplay", ["code", "symbol", "narrowSymbol", "name"], "symbol", SERVICE);
  const currencySign = stringOption(options, "currencySign", ["standard", "accounting"], "standard", SERVICE);
  const unit = stringOption(options, "unit", undefined, undefined, SERVICE);
  if (unit === undefined && request.style === "unit") throw new TypeError("Invalid unit argument for Intl.NumberFormat() ''");
  if (unit !== undefined && !isUnit(unit)) throw new RangeError(`Invalid unit argument for Intl.NumberFormat() '${unit}'`);
  const unitDisplay = stringOption(options, "unitDisplay", ["short", "narrow", "long"], "short", SERVICE);
  if (request.style === "currency") Object.assign(request, { currency: currency.toUpperCase(), currencyDisplay, currencySign });
  if (request.style === "unit") Object.assign(request, { unit, unitDisplay });
}

function isUnit(unit) {
  const units = ask("names", "unit").split(" ");
  const parts = unit.split("-per-");
  return units.includes(unit) || (parts.length === 2 && parts.every((part) => units.includes(part)));
}

/** SetNumberFormatDigitOptions. */
export function readDigits(options, request, minimumDefault, maximumDefault) {
  request.minimumIntegerDigits = numberOption(options, "minimumIntegerDigits", 1, 21, 1);
  let minimumFraction = options.minimumFractionDigits;
  let maximumFraction = options.maximumFractionDigits;
  const minimumSignificant = options.minimumSignificantDigits;
  const maximumSignificant = options.maximumSignificantDigits;
  const increment = numberOption(options, "roundingIncrement", 1, 5000, 1);
  if (!INCREMENTS.includes(increment)) throw new RangeError("roundingIncrement value is out of range.");
  request.roundingIncrement = increment;
  request.roundingMode = stringOption(options, "roundingMode", MODES, "halfExpand", SERVICE);
  const priority = stringOption(options, "roundingPriority", ["auto", "morePrecision", "lessPrecision"], "auto", SERVICE);
  request.trailingZeroDisplay = stringOption(options, "trailingZeroDisplay", ["auto", "stripIfInteger"], "auto", SERVICE);
  const hasSignificant = minimumSignificant !== undefined || maximumSignificant !== undefined;
  const hasFraction = minimumFraction !== undefined || maximumFraction !== undefined;
  const needSignificant = priority !== "auto" || hasSignificant;
  const needFraction = priority !== "auto" || (!hasSignificant && (hasFraction || request.notation !== "compact"));
  if (needSignificant) {
    request.minimumSignificantDigits = hasSignificant ? defaultNumber(minimumSignificant, "minimumSignificantDigits", 1, 21, 1) : 1;
    request.maximumSignificantDigits = hasSignificant
      ? defaultNumber(maximumSignificant, "maximumSignificantDigits", request.minimumSignificantDigits, 21, 21)
      : 21;
  }
  const top = increment === 1 ? maximumDefault : minimumDefault;
  if (needFraction) {
    if (hasFraction) {
      minimumFraction = defaultNumber(minimumFraction, "minimumFractionDigits", 0, 100, undefined);
      maximumFraction = defaultNumber(maximumFraction, "maximumFractionDigits", 0, 100, undefined);
      if (minimumFraction === undefined) minimumFraction = Math.min(minimumDefault, maximumFraction);
      else if (maximumFraction === undefined) maximumFraction = Math.max(top, minimumFraction);
      else if (minimumFraction > maximumFraction) throw new RangeError("maximumFractionDigits value is out of range.");
      request.minimumFractionDigits = minimumFraction;
      request.maximumFractionDigits = maximumFraction;
    } else {
      request.minimumFractionDigits = minimumDefault;
      request.maximumFractionDigits = top;
    }
  }
  request.roundingPriority = priority;
  if (!needSignificant && !needFraction) {
    Object.assign(request, {
      minimumFractionDigits: 0,
      maximumFractionDigits: 0,
      minimumSignificantDigits: 1,
      maximumSignificantDigits: 2,
      roundingPriority: "morePrecision",
    });
  }
  if (increment === 1) return;
  if (needSignificant) throw new TypeError("RoundingType is not fractionDigits");
  if (request.minimumFractionDigits !== request.maximumFractionDigits) throw new RangeError("maximumFractionDigits value is out of range.");
}

function groupingOption(options, fallback) {
  const value = options.useGrouping;
  if (value === undefined) return fallback;
  if (value === true) return "always";
  if (!value) return false;
  const text = `${value}`;
  if (text === "true" || text === "false") return fallback;
  if (!["min2", "auto", "always"].includes(text))
    throw new RangeError(`Value ${text} out of range for ${SERVICE} options property useGrouping`);
  return text;
}

/** ToIntlMathematicalValue, as text: a string keeps all of its digits. */
export function numericText(value) {
  const primitive = typeof value === "object" || typeof value === "function" ? primitiveOf(value) : value;
  if (typeof primitive === "bigint") return `${primitive}`;
  if (typeof primitive === "string") return textNumber(primitive);
  const number = toNumber(primitive);
  return Object.is(number, -0) ? "-0" : `${number}`;
}

/** ToPrimitive with a hint of number: what an addition to a key of an object would do is not it, a template's is not either. */
function primitiveOf(value) {
  if (value === null) return null;
  const convert = value[Symbol.toPrimitive];
  if (convert !== undefined && convert !== null) {
    const result = Reflect.apply(convert, value, ["number"]);
    if (typeof result !== "object" && typeof result !== "function") return result;
    throw new TypeError("Cannot convert object to primitive value");
  }
  for (const name of ["valueOf", "toString"]) {
    const method = value[name];
    if (typeof method !== "function") continue;
    const result = Reflect.apply(method, value, []);
    if ((typeof result !== "object" && typeof result !== "function") || result === null) return result;
  }
  throw new TypeError("Cannot convert object to primitive value");
}

function textNumber(text) {
  const number = +text;
  if (Number.isNaN(number) || !Number.isFinite(number)) return `${number}`;
  const trimmed = text.trim();
  if (Object.is(number, -0) || (number === 0 && trimmed[0] === "-")) return "-0";
  return number !== 0 && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed) ? trimmed : `${number}`;
}

export const formatted = (object, value) => ask("number", Slots.of(object).json, numericText(value));

methods(NumberFormat.prototype, {
  resolvedOptions() {
    const slot = Slots.of(this);
    if (slot === undefined) throw incompatible("Intl.NumberFormat.prototype.resolvedOptions", this);
    const { request } = slot;
    const same = (...names) => names.map((name) => [name, request[name]]);
    return freshObject([
      ["locale", slot.locale],
      ["numberingSystem", "latn"],
      ...same("style", "currency", "currencyDisplay"),
      // Without signs ICU does not know any more which they would have been.
      ["currencySign", request.signDisplay === "never" ? request.currencySign && "standard" : request.currencySign],
      ...same("unit", "unitDisplay", "minimumIntegerDigits"),
      ...same("minimumFractionDigits", "maximumFractionDigits", "minimumSignificantDigits", "maximumSignificantDigits"),
      ...same("useGrouping", "notation", "compactDisplay", "signDisplay", "roundingIncrement", "roundingMode"),
      // V8 reads it back from ICU, which forgets it where zeros are stripped.
      ["roundingPriority", request.trailingZeroDisplay === "stripIfInteger" ? "auto" : request.roundingPriority],
      ["trailingZeroDisplay", request.trailingZeroDisplay],
    ]);
  },
  formatToParts(value) {
    const slot = Slots.of(this);
    if (slot === undefined) throw incompatible("Intl.NumberFormat.prototype.formatToParts", this);
    return partsOf(ask("numberParts", slot.json, numericText(value)));
  },
});
boundGetter(NumberFormat.prototype, "format", (self) => {
  const slot = Slots.of(self);
  if (slot === undefined) throw incompatible("UnwrapNumberFormat", undefined);
  slot.bound ??= (value) => ask("number", slot.json, numericText(value));
  return slot.bound;
});
tag(NumberFormat.prototype, "Intl.NumberFormat");
methods(NumberFormat, { supportedLocalesOf: supportedLocales(SERVICE) });
