/** Language tags: whether they are well formed, their canonical spelling, and which locale a service gives for them. */
import { type DateLocale, type Language, localeData } from "./data.ts";

const LANGUAGE = "(?:[a-z]{2,3}|[a-z]{5,8})";
const VARIANT = "(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})";
const TAG = new RegExp(
  `^${LANGUAGE}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-${VARIANT})*(?:-(?:u(?:-[a-z0-9]{3,8})*(?:-[a-z0-9][a-z](?:-[a-z0-9]{3,8})*)*|t(?:-[a-z0-9]{2,8})+|[0-9a-sv-wy-z](?:-[a-z0-9]{2,8})+))*(?:-x(?:-[a-z0-9]{1,8})+)?$`,
);

/** "" where the tag is not well formed. */
export function canonicalTag(tag: string): string {
  const lower = tag.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  if (!TAG.test(lower) || /-u$|-u-[^-]{1}(-|$)/.test(lower)) return "";
  const singletons = [...lower.replace(/-x-.*$/, "").matchAll(/-([a-z0-9])(?=-)/g)].map(([, singleton]) => singleton);
  if (new Set(singletons).size < singletons.length) return "";
  const [, base = "", extensions = ""] = /^(.*?)((?:-[a-z0-9]-.*)?)$/.exec(lower) ?? [];
  const [language = "", ...rest] = base.split("-");
  const variants = rest.filter((part) => part.length > 4 || (part.length === 4 && /^\d/.test(part)));
  if (new Set(variants).size < variants.length) return "";
  const others = rest.filter((part) => !variants.includes(part));
  const cased = others.map((part) => (part.length === 4 ? (part[0] ?? "").toUpperCase() + part.slice(1) : part.toUpperCase()));
  return [localeData.locales.aliases[language] ?? language, ...cased, ...variants.sort()].join("-") + canonicalExtensions(extensions);
}

function canonicalExtensions(extensions: string): string {
  const [, before = "", privateUse = ""] = /^(.*?)((?:-x-.*)?)$/.exec(extensions) ?? [];
  const parts = before.match(/-[a-z0-9](?:-[a-z0-9]{2,8})+/g) ?? [];
  return (
    [...parts]
      .sort()
      .map((part) => (part.startsWith("-u-") ? unicodeExtension(part) : part))
      .join("") + privateUse
  );
}

function unicodeExtension(part: string): string {
  const { attributes, keywords } = parsedExtension(part);
  const pairs = Object.entries(keywords).sort(([a], [b]) => (a < b ? -1 : 1));
  return `-u${attributes
    .sort()
    .map((attribute) => `-${attribute}`)
    .join("")}${pairs.map(([key, value]) => `-${key}${value === "" || value === "true" ? "" : `-${value}`}`).join("")}`;
}

function parsedExtension(part: string): { readonly attributes: string[]; readonly keywords: Record<string, string> } {
  const attributes: string[] = [];
  const keywords: Record<string, string> = {};
  let key = "";
  for (const word of part.split("-").slice(2)) {
    if (word.length === 2) {
      key = word in keywords ? "" : word;
      if (key !== "") keywords[key] = "";
    } else if (key !== "") keywords[key] = keywords[key] === "" ? word : `${keywords[key]}-${word}`;
    else if (Object.keys(keywords).length === 0) attributes.push(word);
  }
  return { attributes, keywords };
}

export interface ResolvedLocale {
  /** Without extensions: `ko-KR`. */
  readonly locale: string;
  readonly language: Language;
  /** The keywords of the tag that was chosen: `{ hc: "h23" }`. */
  readonly keywords: Readonly<Record<string, string>>;
  /** The tag that Node would have formatted in, where the simulator has no data for it. */
  readonly unknown?: string;
  /** Where its dates are known all the same: whose they are. */
  readonly dates?: DateLocale;
  /** Of its dates. */
  readonly hourCycle: "h12" | "h23";
}

/** ECMA-402's lookup over canonical tags. Another language than the two becomes English. */
export function resolvedLocale(tags: readonly string[], defaultTag: string): ResolvedLocale {
  for (const tag of [...tags, defaultTag]) {
    const found = lookup(tag);
    if (found === undefined) continue;
    const dates = dateLocale(found.unknown ?? found.language);
    return { ...found, ...(dates === found.language ? {} : { dates }), hourCycle: localeData.dates[dates].hourCycle };
  }
  return { locale: "en-US", language: "en", keywords: {}, hourCycle: "h12" };
}

/** Whose dates are written for a tag without extensions. */
export function dateLocale(tag: string): DateLocale {
  const own = tag === "sv" ? "sv-SE" : tag;
  // Object.hasOwn does not tell the compiler that the name is one of them.
  return Object.hasOwn(localeData.dates, own) ? (own as DateLocale) : "en";
}

function lookup(tag: string): Omit<ResolvedLocale, "dates" | "hourCycle"> | undefined {
  const [base = "", extension = ""] = tag.split(/(?=-[a-z0-9]-)/, 2);
  const { keywords } = parsedExtension(/-u(?:-[a-z0-9]{2,8})+/.exec(tag.slice(base.length).replace(/-x-.*$/, ""))?.[0] ?? extension);
  const [language = "", ...rest] = base.split("-");
  const { locales } = localeData;
  if (language !== "ko" && language !== "en") {
    return locales.languages.split(" ").includes(language) ? { locale: "en-US", language: "en", keywords, unknown: base } : undefined;
  }
  const script = rest[0]?.length === 4 ? rest[0] : undefined;
  const region = rest[script === undefined ? 0 : 1] ?? "";
  if (script !== undefined || !locales[language].split(" ").includes(region)) return { locale: language, language, keywords };
  const locale = `${language}-${region}`;
  if (language === "en" && region !== "US") return { locale: "en-US", language, keywords, unknown: locale };
  return { locale, language, keywords };
}

/** Of canonical tags those that ICU has data for. */
export const supportedTags = (tags: readonly string[]): string[] => tags.filter((tag) => lookup(tag) !== undefined);
