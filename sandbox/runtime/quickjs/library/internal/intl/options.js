/** ECMA-402's reading of options and locales, in its order and with V8's words. */
import { append } from "./slots.js";
import { asLocale } from "./tags.js";

const ask = (call, ...args) => binding.codec("formatting", call, ...args);

export { ask };

/** CoerceOptionsToObject: undefined is no options, null is refused. */
export function coercedOptions(options, caller) {
  if (options === undefined) return { __proto__: null };
  if (options === null) throw new TypeError(`${caller} called on null or undefined`);
  return Object(options);
}

/** GetOptionsObject, which takes no primitive at all. */
export function optionsObject(options) {
  if (options === undefined) return { __proto__: null };
  if (typeof options === "object" && options !== null) return options;
  if (typeof options === "function") return options;
  throw new TypeError("Incorrect options argument");
}

const shown = (value) => (typeof value === "symbol" ? value.toString() : `${value}`);

export function stringOption(options, name, values, fallback, service) {
  const value = options[name];
  if (value === undefined) return fallback;
  const text = `${value}`;
  if (values !== undefined && !values.includes(text)) {
    throw new RangeError(`Value ${shown(text)} out of range for ${service} options property ${name}`);
  }
  return text;
}

export function booleanOption(options, name, fallback) {
  const value = options[name];
  return value === undefined ? fallback : Boolean(value);
}

export function numberOption(options, name, minimum, maximum, fallback) {
  return defaultNumber(options[name], name, minimum, maximum, fallback);
}

export function defaultNumber(value, name, minimum, maximum, fallback) {
  if (value === undefined) return fallback;
  const number = toNumber(value);
  if (!(number >= minimum && number <= maximum)) throw new RangeError(`${name} value is out of range.`);
  return Math.floor(number);
}

/** ToNumber, which refuses a BigInt and a Symbol. */
export function toNumber(value) {
  if (typeof value === "symbol" || typeof value === "bigint") {
    throw new TypeError(`Cannot convert a ${typeof value === "symbol" ? "Symbol" : "BigInt"} value to a number`);
  }
  return +value;
}

const TYPE = /^[a-z0-9]{3,8}(-[a-z0-9]{3,8})*$/i;

/** `calendar`, `numberingSystem`, `collation`: a type of Unicode's, of which the simulator knows one each. */
export function typeOption(options, name) {
  const value = options[name];
  if (value === undefined) return undefined;
  const text = `${value}`;
  if (!TYPE.test(text)) throw new RangeError(`Invalid ${name} : ${text}`);
  return text.toLowerCase();
}

export function matcherOption(options, service) {
  return stringOption(options, "localeMatcher", ["lookup", "best fit"], "best fit", service);
}

/** CanonicalizeLocaleList. */
export function canonicalLocales(locales) {
  if (locales === undefined) return [];
  if (typeof locales === "string") return [canonical(locales)];
  const own = asLocale(locales);
  if (own !== undefined) return [own];
  if (locales === null) throw new TypeError("Cannot convert undefined or null to object");
  const list = Object(locales);
  const length = Math.min(Math.max(Math.trunc(toNumber(list.length)) || 0, 0), Number.MAX_SAFE_INTEGER);
  const seen = [];
  for (let index = 0; index < length; index += 1) {
    if (!(index in list)) continue;
    const item = list[index];
    if (typeof item !== "string" && (typeof item !== "object" || item === null))
      throw new TypeError("Language ID should be string or object.");
    const tag = asLocale(item) ?? canonical(`${item}`);
    if (!seen.includes(tag)) append(seen, tag);
  }
  return seen;
}

export function canonical(tag) {
  const found = tag.length > 200 ? "" : ask("canonicalTag", tag);
  if (found !== "") return found;
  // V8 looks at the beginning itself, and asks ICU about the rest.
  const begins =
    /^(?:[a-z]{2,3}|[a-z]{5,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:$|-[^-](?:-|$)|-$)/i.test(tag);
  throw new RangeError(begins ? `Invalid language tag: ${tag.toLowerCase()}` : "Incorrect locale information provided");
}

/** On Lambda en_US.UTF-8; a function may be configured with another LANG. */
function defaultTag() {
  const posix = /^([a-z]{2,3})_([A-Z]{2})\b/.exec(binding.environment?.locale ?? "");
  return posix === null ? "en-US" : `${posix[1]}-${posix[2]}`;
}

/** `{ locale, language, keywords }`; what the simulator has no data for is told in the trace. */
export function resolveLocale(tags) {
  const resolved = JSON.parse(ask("locale", JSON.stringify(tags), defaultTag()));
  if (resolved.unknown !== undefined) simplified("locale");
  return resolved;
}

/** The same for dates, which the simulator knows of more locales. */
export function resolveDateLocale(tags) {
  const resolved = JSON.parse(ask("locale", JSON.stringify(tags), defaultTag()));
  if (resolved.dates !== undefined) return { ...resolved, locale: resolved.unknown, language: resolved.dates };
  if (resolved.unknown !== undefined) simplified("locale");
  return resolved;
}

/** With those keywords that count: `ko-KR-u-hc-h23`. */
export function localeWith({ locale, keywords }, kept) {
  let text = "";
  for (const key of kept)
    if (keywords[key] !== undefined) text += `-${key}${keywords[key] === "" || keywords[key] === "true" ? "" : `-${keywords[key]}`}`;
  return text === "" ? locale : `${locale}-u${text}`;
}

export function simplified(what) {
  binding.simplified?.(what);
}

export function supportedLocales(service) {
  return function supportedLocalesOf(locales) {
    const tags = canonicalLocales(locales);
    const options = arguments[1];
    if (options !== undefined) matcherOption(Object(options), service);
    return JSON.parse(ask("supportedTags", JSON.stringify(tags)));
  };
}
