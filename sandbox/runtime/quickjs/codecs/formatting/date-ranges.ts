/** Two dates as a range (formatRange): by the pattern that ICU has for what differs, or one whole date and the other. */
import { type Civil, civilOf } from "./civil.ts";
import { type DateRangeData, localeData, unpacked } from "./data.ts";
import { dateParts, type Part } from "./date-parts.ts";
import { type Cycle, type DateRequest, dateIndex, datePattern } from "./date-pattern.ts";
import { offsetAt } from "./zones.ts";

export type RangePart = readonly [...Part, source: "startRange" | "endRange" | "shared"];

export interface RangeRequest {
  readonly request: DateRequest;
  readonly pattern: string;
  readonly zone: string;
}

/**
 * Simplified: what ICU knows of dates, and of hours and minutes, is known here; a range with time zones, parts of the day, a style of
 * time, or a time beside a part of a date is written more simply than ICU does, and en-GB, en-CA and sv-SE always write both dates whole.
 */
export function rangeParts({ request, pattern, zone }: RangeRequest, from: number, to: number): RangePart[] {
  const whole = (of: string, instant: number) => dateParts(of, request.language, zone, instant);
  const [first, second] = [whole(pattern, from), whole(pattern, to)];
  const isKnown = request.language === "ko" || request.language === "en";
  const data = localeData.ranges[request.language === "ko" ? "ko" : "en"];
  const level = differing(zone, from, to);
  const known = isKnown ? rangePattern(request, data, level) : "";
  if (known === undefined) return bothWhole(request, zone, data, from, to);
  // ICU takes minutes alone of different hours for different, though they look alike.
  const isMinuteOfAnotherHour = isKnown && (level === 3 || level === 4) && request.minute !== undefined && request.hour === undefined;
  if (textOf(first) === textOf(second) && !isMinuteOfAnotherHour) return first.map((part) => [...part, "shared"]);
  if (known !== "") return byPattern(known, request, zone, from, to);
  if (isKnown && level >= 3 && request.dateStyle === undefined && request.timeStyle === undefined)
    return onOneDay(request, zone, data, level, from, to);
  return joined(first, second, data);
}

const CYCLES: readonly Cycle[] = ["h12", "h23"];
const NUMBERS = ["numeric", "2-digit"];
const DATE_FIELDS = ["weekday", "era", "year", "month", "day"] as const;
const OTHER_TIMES = ["second", "dayPeriod", "fractionalSecondDigits", "timeZoneName", "timeStyle"] as const;

/** "": both dates whole. Undefined: both whole, and with their days, which the format does not show. */
function rangePattern(request: DateRequest, data: DateRangeData, level: number): string | undefined {
  const has = (name: keyof DateRequest) => request[name] !== undefined;
  const hasDate = DATE_FIELDS.some(has) || has("dateStyle");
  const hasTime = has("hour") || has("minute") || OTHER_TIMES.some(has);
  if (level < 0) return "";
  if (level < 3) {
    if (hasTime) return hasDate ? "" : undefined;
    return request.dateStyle === undefined
      ? unpacked(data.dates, dateIndex(request) * 3 + level)
      : (data.styles[request.dateStyle]?.[level] ?? "");
  }
  if (hasDate) return "";
  return timesPattern(request, data, level);
}

/** The day once, and what the times are. */
function onOneDay(request: DateRequest, zone: string, data: DateRangeData, level: number, from: number, to: number): RangePart[] {
  const { weekday: _weekday, era: _era, year: _year, month: _month, day: _day, ...time } = request;
  const dates = localeData.dates[request.language];
  const date = unpacked(dates.dates, dateIndex(request));
  const times = timesPattern(time, data, level) || `\u0001${datePattern(time)}\u0003${data.between}\u0002${datePattern(time)}`;
  const glue = dates.glue[0] ?? "";
  const hasDate = dateIndex(request) > 0;
  const whole = hasDate ? `\u0003${glue.replace("{D}", () => date).replace("{T}", () => times)}` : times;
  return byPattern(whole, request, zone, from, to);
}

function timesPattern(request: DateRequest, data: DateRangeData, level: number): string {
  const has = (name: keyof DateRequest) => request[name] !== undefined;
  if (!has("hour") || OTHER_TIMES.some(has)) return "";
  const place = (value: string | undefined) => (value === undefined ? 0 : NUMBERS.indexOf(value) + 1);
  const cycle = CYCLES.indexOf(request.hourCycle);
  return cycle < 0 ? "" : unpacked(data.times, ((cycle * 3 + place(request.hour)) * 3 + place(request.minute)) * 3 + level - 3);
}

/** The greatest field that differs: 0 year, 1 month, 2 day, 3 half of the day, 4 hour, 5 minute or less; -1: an era. */
function differing(zone: string, from: number, to: number): number {
  const civil = (instant: number): Civil => civilOf(instant + offsetAt(zone, instant) * 1000);
  const [a, b] = [civil(from), civil(to)];
  if (a.year > 0 !== b.year > 0) return -1;
  const half = ({ hour }: Civil) => (hour < 12 ? 0 : 1);
  return [a.year !== b.year, a.month !== b.month, a.day !== b.day, half(a) !== half(b), a.hour !== b.hour, a.minute !== b.minute].indexOf(
    true,
  );
}

const SOURCES: Readonly<Record<string, RangePart[2]>> = { "\u0001": "startRange", "\u0002": "endRange", "\u0003": "shared" };

function byPattern(pattern: string, { language, hourCycle }: DateRequest, zone: string, from: number, to: number): RangePart[] {
  const cycled = pattern.replace(/\{(h+)\}/g, (_token, letters: string) =>
    hourCycle === "h23" ? `{${"H".repeat(letters.length)}}` : `{${letters}}`,
  );
  return [...cycled.matchAll(/([\u0001-\u0003])([^\u0001-\u0003]*)/g)].flatMap(([, mark = "", text = ""]) => {
    const source = SOURCES[mark] ?? "shared";
    return dateParts(text, language, zone, source === "endRange" ? to : from).map((part): RangePart => [...part, source]);
  });
}

function bothWhole(request: DateRequest, zone: string, data: DateRangeData, from: number, to: number): RangePart[] {
  const pattern = datePattern({ ...request, year: "numeric", month: "numeric", day: "numeric" });
  return joined(dateParts(pattern, request.language, zone, from), dateParts(pattern, request.language, zone, to), data);
}

/** What stands before the first field of a date and after its last one belongs to both dates. */
function joined(first: readonly Part[], second: readonly Part[], { between }: DateRangeData): RangePart[] {
  const of = (parts: readonly Part[], source: RangePart[2]) => {
    const isField = ([type]: Part) => type !== "literal";
    const [from, to] = [parts.findIndex(isField), parts.findLastIndex(isField)];
    return parts.map((part, index): RangePart => [...part, index < from || index > to ? "shared" : source]);
  };
  const merged: RangePart[] = [];
  for (const part of [...of(first, "startRange"), ["literal", between, "shared"] as const, ...of(second, "endRange")]) {
    const last = merged.at(-1);
    if (last?.[0] === "literal" && part[0] === "literal" && last[2] === part[2])
      merged.splice(-1, 1, ["literal", last[1] + part[1], part[2]]);
    else merged.push(part);
  }
  return merged;
}

const textOf = (parts: readonly Part[]): string => parts.map(([, value]) => value).join("");
