/** A date by its pattern, in the parts that formatToParts gives. */
import { type Civil, civilOf } from "./civil.ts";
import { type DateData, type DateLocale, localeData } from "./data.ts";
import { type NameWidth, offsetAt, zoneName } from "./zones.ts";

export type Part = readonly [type: string, value: string];

const ZONE_WIDTHS: Readonly<Record<string, NameWidth>> = {
  z: "short",
  zzzz: "long",
  O: "shortOffset",
  OOOO: "longOffset",
  v: "shortGeneric",
  vvvv: "longGeneric",
};

/** Simplified: zones are named in Korean or in American English. */
export function dateParts(pattern: string, language: DateLocale, zone: string, instant: number): Part[] {
  const civil = civilOf(instant + offsetAt(zone, instant) * 1000);
  const data = localeData.dates[language];
  const parts: Part[] = [];
  for (const [, letters, literal] of pattern.matchAll(/\{(\w+)\}|([^{]+)/g)) {
    if (literal !== undefined) parts.push(["literal", literal]);
    else if (letters !== undefined && ZONE_WIDTHS[letters])
      parts.push(["timeZoneName", zoneName(zone, instant, ZONE_WIDTHS[letters], language === "ko" ? "ko" : "en")]);
    else if (letters !== undefined) parts.push(field(letters, civil, data, pattern));
  }
  return parts;
}

const WIDTH_AT: Readonly<Record<number, number>> = { 1: 0, 2: 0, 3: 0, 4: 1, 5: 2 };

function field(letters: string, civil: Civil, data: DateData, pattern: string): Part {
  const width = WIDTH_AT[letters.length] ?? 0;
  const name = (names: readonly (readonly string[])[], index: number) => names[width]?.[index] ?? "";
  switch (letters[0]) {
    case "G":
      return ["era", name(data.eraNames, civil.year > 0 ? 1 : 0)];
    case "y":
      return ["year", yearText(civil.year > 0 ? civil.year : 1 - civil.year, letters.length)];
    case "M":
      return ["month", letters.length < 3 ? number(civil.month + 1, letters) : name(data.months, civil.month)];
    case "d":
      return ["day", number(civil.day, letters)];
    case "E":
      return ["weekday", name(data.weekdays, civil.weekday)];
    case "a":
      return ["dayPeriod", data.meridiems[civil.hour < 12 ? 0 : 1] ?? ""];
    case "B":
      return ["dayPeriod", isNoon(civil, pattern) ? (data.noon[width] ?? "") : name(data.dayPeriods, civil.hour)];
    case "h":
      return ["hour", number(civil.hour % 12 || 12, letters)];
    case "K":
      return ["hour", number(civil.hour % 12, letters)];
    case "H":
      return ["hour", number(civil.hour, letters)];
    case "k":
      return ["hour", number(civil.hour || 24, letters)];
    case "m":
      return ["minute", number(civil.minute, letters)];
    case "s":
      return ["second", number(civil.second, letters)];
    case "S":
      return ["fractionalSecond", String(civil.millisecond).padStart(3, "0").slice(0, letters.length)];
    default:
      throw new Error(`formatting: no field ${letters}`);
  }
}

/** What the pattern does not show does not count. */
const isNoon = ({ hour, minute, second }: Civil, pattern: string) =>
  hour === 12 && (minute === 0 || !pattern.includes("{m")) && (second === 0 || !pattern.includes("{s"));

const yearText = (year: number, length: number) => (length === 2 ? String(year % 100).padStart(2, "0") : String(year));

const number = (value: number, letters: string) => String(value).padStart(letters.length, "0");
