/** The harvested data (sandbox/node/locale-data/) by its types. */
import { LOCALE_DATA } from "./locale-data.ts";

/** The two languages that the simulator formats in. Every other one becomes English, and the trace says so. */
export type Language = "en" | "ko";

/** Whose dates it knows besides. */
export type DateLocale = Language | "en-CA" | "en-GB" | "sv-SE";

interface Packed {
  readonly texts: readonly string[];
  /** Two digits of base 36 each. */
  readonly at: string;
}

export interface DateData {
  /** Where nobody asks for another one. */
  readonly hourCycle: "h12" | "h23";
  readonly meridiems: readonly string[];
  readonly dates: Packed;
  readonly eras: readonly string[];
  readonly times: Packed;
  readonly glue: readonly string[];
  readonly weekdayTimes: Readonly<Record<string, string>>;
  readonly styles: Readonly<Record<string, string>>;
  readonly months: readonly (readonly string[])[];
  readonly weekdays: readonly (readonly string[])[];
  readonly eraNames: readonly (readonly string[])[];
  readonly dayPeriods: readonly (readonly string[])[];
  readonly noon: readonly string[];
}

/** Patterns of ranges: sandbox/node/locale-data/date-ranges.ts. */
export interface DateRangeData {
  readonly between: string;
  readonly dates: Packed;
  readonly styles: Readonly<Record<string, readonly string[]>>;
  readonly times: Packed;
}

/** From when (seconds since 1970), seconds ahead of UTC, index of its names. */
type ZoneChange = readonly [from: number, offset: number, names: number];

export interface ZoneData {
  /** By language and width: `short|long|shortOffset|longOffset|shortGeneric|longGeneric` in English, then in Korean. */
  readonly names: Packed;
  readonly zones: Readonly<Record<string, readonly ZoneChange[]>>;
  readonly links: Readonly<Record<string, string>>;
  readonly others: string;
  readonly utc: readonly string[];
}

interface UnitForms {
  /** Unit → the template of one and of several. */
  readonly simple: Readonly<Record<string, readonly string[]>>;
  readonly per: Readonly<Record<string, readonly string[]>>;
  readonly pairs: Readonly<Record<string, readonly string[]>>;
}

type CompactForm = readonly [shift: number, one: string, other: string];

export interface NumberData {
  readonly decimal: string;
  readonly group: string;
  readonly percent: string;
  readonly minus: string;
  readonly plus: string;
  readonly nan: string;
  readonly infinity: string;
  readonly exponent: string;
  /** Code → symbol, narrow symbol, name of one, of several; "" is the one before it. */
  readonly currencies: Readonly<Record<string, readonly string[]>>;
  readonly units: Readonly<Record<"short" | "long" | "narrow", UnitForms>>;
  readonly compact: Readonly<Record<"short" | "long", readonly CompactForm[]>>;
}

export interface RelativeForms {
  /** For −2 to 2; "" where there is none. */
  readonly words: readonly string[];
  /** Of one and of several in the past, of one and of several in the future. */
  readonly templates: readonly string[];
}

export interface WordData {
  /** `conjunction long` → how two are joined; of more, the first two, the inner ones, the last two. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly relative: Readonly<Record<string, Readonly<Record<string, RelativeForms>>>>;
}

/** Lists of names, separated by spaces. */
export interface LocaleNames {
  /** Languages that ICU knows and the simulator does not. */
  readonly languages: string;
  readonly aliases: Readonly<Record<string, string>>;
  readonly ko: string;
  readonly en: string;
  readonly currencies: string;
  readonly units: string;
  readonly calendars: string;
  readonly collations: string;
  readonly numberingSystems: string;
}

export interface CollationData {
  /** Characters in their order; before each, U+0001 to U+0004 says how much it differs from the one before: as another letter, by an accent, by case or width, not at all. */
  readonly order: string;
  /** Combining marks in their order. */
  readonly marks: string;
}

interface LocaleData {
  readonly collation: CollationData;
  readonly words: Readonly<Record<Language, WordData>>;
  readonly locales: LocaleNames;
  readonly numbers: Readonly<Record<Language, NumberData>>;
  readonly currencyDigits: Readonly<Record<string, number>>;
  readonly dates: Readonly<Record<DateLocale, DateData>>;
  readonly ranges: Readonly<Record<Language, DateRangeData>>;
  readonly zones: ZoneData;
}

// Written by the harvest, whose own types these follow.
export const localeData = JSON.parse(LOCALE_DATA) as LocaleData;

export function unpacked({ texts, at }: Packed, index: number): string {
  const text = texts[Number.parseInt(at.slice(index * 2, index * 2 + 2), 36)];
  if (text === undefined) throw new Error(`formatting: no text at ${index}`);
  return text;
}
