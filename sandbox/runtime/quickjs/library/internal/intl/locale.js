/** Intl.Locale, getCanonicalLocales, supportedValuesOf. */

import { ask, booleanOption, canonical, canonicalLocales, coercedOptions, stringOption } from "./options.js";
import { append, incompatible, methods, tag } from "./slots.js";
import { LocaleSlots } from "./tags.js";

const SERVICE = "Intl.Locale";
const KEYWORDS = [
  ["calendar", "ca"],
  ["caseFirst", "kf"],
  ["collation", "co"],
  ["hourCycle", "hc"],
  ["numberingSystem", "nu"],
];

export function Locale() {
  if (new.target === undefined) throw new TypeError("Constructor Intl.Locale requires 'new'");
  const given = arguments[0];
  if (typeof given !== "string" && (typeof given !== "object" || given === null))
    throw new TypeError("First argument to Intl.Locale constructor can't be empty or missing");
  const tagText = LocaleSlots.of(given)?.tag ?? canonical(`${given}`);
  LocaleSlots.put(this, partsOfTag(withOptions(tagText, coercedOptions(arguments[1], SERVICE))));
}
Object.defineProperty(Locale, "length", { value: 1, configurable: true });

function withOptions(text, options) {
  const parts = partsOfTag(text);
  const subtag = (name, shape, value) => {
    const given = stringOption(options, name, undefined, undefined, SERVICE);
    if (given !== undefined && !shape.test(given)) throw new RangeError("Incorrect locale information provided");
    return given ?? value;
  };
  const language = subtag("language", /^([a-z]{2,3}|[a-z]{5,8})$/i, parts.language);
  const script = subtag("script", /^[a-z]{4}$/i, parts.script);
  const region = subtag("region", /^([a-z]{2}|[0-9]{3})$/i, parts.region);
  const keywords = { __proto__: null, ...parts.keywords };
  for (const [name, key] of KEYWORDS) {
    const given = stringOption(
      options,
      name,
      name === "hourCycle" ? ["h11", "h12", "h23", "h24"] : name === "caseFirst" ? ["upper", "lower", "false"] : undefined,
      undefined,
      SERVICE,
    );
    if (given === undefined) continue;
    if (!/^[a-z0-9]{3,8}(-[a-z0-9]{3,8})*$/i.test(given)) throw new RangeError("Incorrect locale information provided");
    keywords[key] = given;
  }
  const numeric = booleanOption(options, "numeric", undefined);
  if (numeric !== undefined) keywords.kn = numeric ? "" : "false";
  const base = [language, script, region, ...parts.variants].filter((part) => part !== undefined).join("-");
  let extension = "";
  for (const key of Object.keys(keywords).sort()) extension += keywords[key] === "" ? `-${key}` : `-${key}-${keywords[key]}`;
  return canonical(extension === "" ? base : `${base}-u${extension}`);
}

function partsOfTag(text) {
  const [base, ...rest] = text.split(/-u(?=-)/);
  const [language, ...others] = base.split("-");
  const script = others.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const region = others.find((part) => /^([A-Z]{2}|[0-9]{3})$/.test(part));
  const keywords = { __proto__: null };
  let key;
  for (const word of rest.join("-u").split("-").slice(1)) {
    if (word.length === 2) {
      key = word;
      keywords[key] = "";
    } else if (key !== undefined) keywords[key] += (keywords[key] === "" ? "" : "-") + word;
  }
  return { tag: text, base, language, script, region, variants: others.filter((part) => part !== script && part !== region), keywords };
}

const GETTERS = {
  baseName: ({ base }) => base,
  calendar: ({ keywords }) => keywords.ca,
  caseFirst: ({ keywords }) => keywords.kf,
  collation: ({ keywords }) => keywords.co,
  hourCycle: ({ keywords }) => keywords.hc,
  language: ({ language }) => language,
  numberingSystem: ({ keywords }) => keywords.nu,
  numeric: ({ keywords }) => keywords.kn === "" || keywords.kn === "true",
  region: ({ region }) => region,
  script: ({ script }) => script,
};

methods(Locale.prototype, {
  toString() {
    const slot = LocaleSlots.of(this);
    if (slot === undefined) throw incompatible("Intl.Locale.prototype.toString", this);
    return slot.tag;
  },
});
for (const name of Object.keys(GETTERS)) {
  const { get } = Object.getOwnPropertyDescriptor(
    {
      get [name]() {
        const slot = LocaleSlots.of(this);
        if (slot === undefined) throw incompatible(`Intl.Locale.prototype.${name}`, this);
        return GETTERS[name](slot);
      },
    },
    name,
  );
  Object.defineProperty(Locale.prototype, name, { __proto__: null, get, set: undefined, enumerable: false, configurable: true });
}
tag(Locale.prototype, "Intl.Locale");

const KINDS = ["calendar", "collation", "currency", "numberingSystem", "timeZone", "unit"];

export const statics = {
  getCanonicalLocales(locales) {
    return canonicalLocales(locales);
  },
  supportedValuesOf(key) {
    const text = `${key}`;
    if (!KINDS.includes(text)) throw new RangeError(`Invalid key : ${text}`);
    const names = [];
    for (const name of ask("names", text).split(" ")) append(names, name);
    return names;
  },
};
