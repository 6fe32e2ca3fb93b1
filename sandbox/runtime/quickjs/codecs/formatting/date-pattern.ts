/** The pattern by which a date is written: what ICU's generator makes of the fields that are asked for. */
import { type DateData, type DateLocale, localeData, unpacked } from "./data.ts";

export type Cycle = "h11" | "h12" | "h23" | "h24";

export interface DateRequest {
  readonly language: DateLocale;
  readonly hourCycle: Cycle;
  readonly dateStyle?: string;
  readonly timeStyle?: string;
  readonly weekday?: string;
  readonly era?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly dayPeriod?: string;
  readonly hour?: string;
  readonly minute?: string;
  readonly second?: string;
  readonly fractionalSecondDigits?: number;
  readonly timeZoneName?: string;
}

const WIDTHS = ["short", "long", "narrow"];
const NUMBERS = ["numeric", "2-digit"];
const MONTHS = [...NUMBERS, ...WIDTHS];
const HOUR: Readonly<Record<Cycle, string>> = { h11: "K", h12: "h", h23: "H", h24: "k" };
const ZONE_NAME: Readonly<Record<string, string>> = {
  short: "z",
  long: "zzzz",
  shortOffset: "O",
  longOffset: "OOOO",
  shortGeneric: "v",
  longGeneric: "vvvv",
};
const ZONE_NAMES = Object.keys(ZONE_NAME);
const CYCLES: readonly Cycle[] = ["h12", "h23", "h24"];
const TIMES_OF_A_CYCLE = 3 * 3 * 3 * 2 * 4 * (ZONE_NAMES.length + 1);
const PERIOD: Readonly<Record<string, string>> = { short: "B", long: "BBBB", narrow: "BBBBB" };

/** Such as `{y}년 {MMMM} {d}일 {a} {h}:{mm}`. */
export function datePattern(request: DateRequest): string {
  const data = localeData.dates[request.language];
  const { dateStyle, timeStyle, hourCycle } = request;
  const pattern =
    dateStyle === undefined && timeStyle === undefined
      ? fieldsPattern(request, data)
      : data.styles[`${tableCycle(hourCycle)} ${dateStyle ?? ""} ${timeStyle ?? ""}`];
  if (pattern === undefined) throw new Error(`formatting: no style ${dateStyle} ${timeStyle}`);
  return pattern
    .replace(/\{(h+)\}/g, (_token, letters: string) => `{${HOUR[hourCycle].repeat(letters.length)}}`)
    .replace("{B}", `{${PERIOD[request.dayPeriod ?? "short"]}}`)
    .replace("{z}", `{${ZONE_NAME[request.timeZoneName ?? "short"]}}`);
}

/** Cycles from 0 and from 1 differ in nothing but the hour. */
const tableCycle = (cycle: Cycle) => (cycle === "h11" ? "h12" : cycle);

/** Where the date's fields stand in the harvest's list of all combinations. */
export function dateIndex({ weekday, era, year, month, day }: DateRequest): number {
  return indexOf([
    [weekday, WIDTHS],
    [era, WIDTHS],
    [year, NUMBERS],
    [month, MONTHS],
    [day, NUMBERS],
  ]);
}

function fieldsPattern(request: DateRequest, data: DateData): string {
  const { weekday, era, year, month, day } = request;
  const index = dateIndex(request);
  const time = timePattern(request, data);
  if (time === undefined) return unpacked(data.dates, index);
  if (index === 0) return time;
  const onlyWeekday = weekday !== undefined && era === undefined && year === undefined && month === undefined && day === undefined;
  const whole = onlyWeekday ? data.weekdayTimes[weekdayKey(request)] : undefined;
  if (whole !== undefined) return whole;
  const onlyEra = era !== undefined && weekday === undefined && year === undefined && month === undefined && day === undefined;
  const date = onlyEra ? (data.eras[WIDTHS.indexOf(era)] ?? "") : unpacked(data.dates, index);
  const glue = data.glue[month === "long" ? 1 : 0] ?? "";
  return glue.replace("{D}", () => date).replace("{T}", () => time);
}

function timePattern({ hourCycle, hour, minute, second, dayPeriod, fractionalSecondDigits, timeZoneName }: DateRequest, data: DateData) {
  const digits = fractionalSecondDigits === undefined ? undefined : String(fractionalSecondDigits);
  if (hour === undefined && minute === undefined && second === undefined && dayPeriod === undefined && digits === undefined) {
    return timeZoneName === undefined ? undefined : "{z}";
  }
  const index = indexOf([
    [hour, NUMBERS],
    [minute, NUMBERS],
    [second, NUMBERS],
    [dayPeriod && "", [""]],
    [digits, ["1", "2", "3"]],
    [timeZoneName, ZONE_NAMES],
  ]);
  return unpacked(data.times, CYCLES.indexOf(tableCycle(hourCycle)) * TIMES_OF_A_CYCLE + index);
}

/** Where a combination stands in a list that counts through all of them, `undefined` first, the last field fastest. */
function indexOf(fields: readonly (readonly [value: string | undefined, values: readonly string[]])[]): number {
  return fields.reduce((index, [value, values]) => index * (values.length + 1) + (value === undefined ? 0 : values.indexOf(value) + 1), 0);
}

function weekdayKey({ weekday, hourCycle, hour, minute, second, dayPeriod, fractionalSecondDigits, timeZoneName }: DateRequest): string {
  return [weekday, tableCycle(hourCycle), hour, minute, second, dayPeriod && "short", fractionalSecondDigits, timeZoneName]
    .map((value) => value ?? "")
    .join(" ");
}
