/** Time zones: their names, and how far ahead of UTC they are when. */
import { civilOf, daysToYear } from "./civil.ts";
import { type Language, localeData, unpacked } from "./data.ts";

export type NameWidth = "short" | "long" | "shortOffset" | "longOffset" | "shortGeneric" | "longGeneric";

const WIDTHS: readonly NameWidth[] = ["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"];

/** What a name becomes: ICU's name of a zone, `other` for one that exists and is not known here, or undefined. */
export function resolvedZone(name: string): { readonly zone: string; readonly known: boolean } | undefined {
  const { zones, links, others } = localeData.zones;
  const wanted = asciiLower(name);
  const offset = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/.exec(name);
  if (offset !== null) {
    const [, sign = "+", hours = "00", minutes = "00"] = offset;
    return { zone: `${hours === "00" && minutes === "00" ? "+" : sign}${hours}:${minutes}`, known: true };
  }
  for (const zone of Object.keys(zones)) if (asciiLower(zone) === wanted) return { zone, known: true };
  for (const [link, zone] of Object.entries(links)) if (asciiLower(link) === wanted) return { zone, known: true };
  const fixed = /^etc\/gmt([+-])(\d\d?)$/.exec(wanted);
  if (fixed !== null) {
    const hours = fixed[2] ?? "";
    const exists = String(Number(hours)) === hours && Number(hours) > 0 && Number(hours) <= (fixed[1] === "-" ? 14 : 12);
    return exists ? { zone: `Etc/GMT${fixed[1]}${hours}`, known: true } : undefined;
  }
  for (const other of others.split(" ")) if (asciiLower(other) === wanted) return { zone: other, known: false };
  return undefined;
}

/** Seconds ahead of UTC. */
export const offsetAt = (zone: string, instant: number): number => fixedOffset(zone) ?? changeAt(zone, instant)[1];

export function zoneName(zone: string, instant: number, width: NameWidth, language: Language): string {
  const at = WIDTHS.indexOf(width) + (language === "ko" ? WIDTHS.length : 0);
  if (zone === "UTC") return localeData.zones.utc[at] ?? "";
  const offset = fixedOffset(zone);
  if (offset !== undefined) return offsetName(offset, width === "long" || width === "longOffset" || width === "longGeneric");
  return unpacked(localeData.zones.names, changeAt(zone, instant)[2]).split("|")[at] ?? "";
}

function fixedOffset(zone: string): number | undefined {
  if (zone === "UTC") return 0;
  if (zone.startsWith("Etc/GMT")) return -Number(zone.slice("Etc/GMT".length)) * 3600;
  if ((zone[0] !== "+" && zone[0] !== "-") || zone === "+00:00") return undefined;
  return (zone[0] === "-" ? -1 : 1) * (Number(zone.slice(1, 3)) * 3600 + Number(zone.slice(4, 6)) * 60);
}

function offsetName(offset: number, long: boolean): string {
  const sign = offset < 0 ? "-" : "+";
  const hours = String(Math.floor(Math.abs(offset) / 3600));
  const minutes = String(Math.floor(Math.abs(offset) / 60) % 60).padStart(2, "0");
  if (long) return `GMT${sign}${hours.padStart(2, "0")}:${minutes}`;
  return `GMT${sign}${hours}${minutes === "00" ? "" : `:${minutes}`}`;
}

/** The data's last years, by which rules of summer time are told: 28 years hold every kind of year. */
const LAST_YEAR = 2037;

function changeAt(zone: string, instant: number): readonly [number, number, number] {
  const changes = localeData.zones.zones[zone];
  const first = changes?.[0];
  if (changes === undefined || first === undefined) throw new Error(`formatting: no zone ${zone}`);
  const seconds = Math.floor(repeated(instant) / 1000);
  let [low, high] = [0, changes.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((changes[middle]?.[0] ?? Number.POSITIVE_INFINITY) <= seconds) low = middle;
    else high = middle - 1;
  }
  return changes[low] ?? first;
}

/** The same moment of a year that the data has, which begins on the same weekday and is as long. */
function repeated(instant: number): number {
  const { year } = civilOf(instant);
  if (year <= LAST_YEAR) return instant;
  const start = daysToYear(year);
  const length = daysToYear(year + 1) - start;
  for (let like = LAST_YEAR; like > LAST_YEAR - 28; like -= 1) {
    const likeStart = daysToYear(like);
    if ((start - likeStart) % 7 === 0 && daysToYear(like + 1) - likeStart === length) return instant - (start - likeStart) * 86_400_000;
  }
  throw new Error(`formatting: no year is like ${year}`);
}

const asciiLower = (text: string) => text.replace(/[A-Z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 32));
