/**
 * The six fields of AWS's cron expressions: the pages "Setting a schedule pattern for scheduled rules" (EventBridge guide) and
 * "Schedule types in EventBridge Scheduler" (2026).
 *
 *     cron(minutes  hours  day-of-month  month    day-of-week  year)
 *          0-59     0-23   1-31          1-12     1-7          1970-2199
 *          , - * /  = left , - * ? / L W JAN-DEC  SUN-SAT      , - * /
 *                                        , - * /  , - * ? L #
 */
import { type DayNumber, dateOf, dayNumber, daysInMonth, weekdayOf } from "./calendar.ts";

export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  /** Whether it runs on a day, as far as the fields for days tell. */
  readonly onDay: (day: DayNumber) => boolean;
}

export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** The text between `cron(` and `)`; undefined where it is none. */
export function cronOf(fields: string): Cron | undefined {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...more] = fields.split(/\s+/);
  if (year === undefined || more.length > 0) return undefined;
  const minutes = valuesOf(minute, 0, 59);
  const hours = valuesOf(hour, 0, 23);
  const months = valuesOf(month, 1, 12, MONTHS);
  const years = valuesOf(year, FIRST_YEAR, LAST_YEAR);
  const onDay = daysOf(dayOfMonth ?? "", dayOfWeek ?? "");
  if (minutes === undefined || hours === undefined || months === undefined || years === undefined || onDay === undefined) return undefined;
  return { minutes, hours, months: new Set(months), years: new Set(years), onDay };
}

/** One of the two has to be `?`: a day is told in one way. */
function daysOf(ofMonth: string, ofWeek: string): Cron["onDay"] | undefined {
  if ((ofMonth === "?") === (ofWeek === "?")) return undefined;
  return anyOf(ofWeek === "?" ? ofMonth.split(",").map(monthDays) : ofWeek.split(",").map(weekDays));
}

function anyOf(tests: readonly (Cron["onDay"] | undefined)[]): Cron["onDay"] | undefined {
  const known = tests.filter((test) => test !== undefined);
  return known.length === tests.length ? (day) => known.some((test) => test(day)) : undefined;
}

/** `L`: the last; `15W`: the weekday nearest to the 15th, within its month. */
function monthDays(term: string): Cron["onDay"] | undefined {
  if (term === "L") return (day) => dateOf(day).dayOfMonth === lastOf(day);
  const weekday = /^(\d+)W$/.exec(term);
  if (weekday !== null) {
    const wanted = numberOf(weekday[1], 1, 31);
    return wanted === undefined ? undefined : (day) => dateOf(day).dayOfMonth === nearestWeekday(day, wanted);
  }
  const days = valuesOf(term, 1, 31);
  return days === undefined ? undefined : (day) => days.includes(dateOf(day).dayOfMonth);
}

/** `L`: Saturday; `6L`: the month's last Friday; `3#2`: its second Tuesday. */
function weekDays(term: string): Cron["onDay"] | undefined {
  if (term === "L") return (day) => weekdayOf(day) === 7;
  const last = /^([0-9A-Za-z]+)L$/.exec(term);
  if (last !== null) {
    const wanted = numberOf(last[1], 1, 7, WEEKDAYS);
    return wanted === undefined ? undefined : (day) => weekdayOf(day) === wanted && dateOf(day).dayOfMonth > lastOf(day) - 7;
  }
  const nth = /^([0-9A-Za-z]+)#([1-5])$/.exec(term);
  if (nth !== null) {
    const wanted = numberOf(nth[1], 1, 7, WEEKDAYS);
    const week = Number(nth[2]);
    return wanted === undefined ? undefined : (day) => weekdayOf(day) === wanted && Math.ceil(dateOf(day).dayOfMonth / 7) === week;
  }
  if (term.includes("/")) return undefined;
  const days = valuesOf(term, 1, 7, WEEKDAYS);
  return days === undefined ? undefined : (day) => days.includes(weekdayOf(day));
}

function lastOf(day: DayNumber): number {
  const { year, month } = dateOf(day);
  return daysInMonth(year, month);
}

/** The month of `day` may be too short for the wanted one: then there is none. */
function nearestWeekday(day: DayNumber, wanted: number): number | undefined {
  const { year, month } = dateOf(day);
  const last = daysInMonth(year, month);
  if (wanted > last) return undefined;
  const weekday = weekdayOf(dayNumber(year, month, wanted));
  if (weekday === 7) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 1) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}

/** `*`, `5`, `1-5`, `0/15`, `8-18/2` and lists of them, in ascending order; undefined for anything else. */
function valuesOf(field: string | undefined, least: number, most: number, names: readonly string[] = []): readonly number[] | undefined {
  const values = new Set<number>();
  for (const term of (field ?? "").split(",")) {
    const [range = "", step, ...more] = term.split("/");
    const [from, to] = rangeOf(range, step !== undefined, least, most, names);
    const by = step === undefined ? 1 : numberOf(step, 1, most);
    if (from === undefined || to === undefined || by === undefined || from > to || more.length > 0) return undefined;
    for (let value = from; value <= to; value += by) values.add(value);
  }
  return [...values].sort((a, b) => a - b);
}

/** `5/15` goes on to the end of the field. */
function rangeOf(range: string, stepped: boolean, least: number, most: number, names: readonly string[]): readonly (number | undefined)[] {
  if (range === "*") return [least, most];
  const [from, to, ...more] = range.split("-");
  if (more.length > 0) return [];
  const first = numberOf(from, least, most, names);
  return [first, to === undefined ? (stepped ? most : first) : numberOf(to, least, most, names)];
}

function numberOf(text: string | undefined, least: number, most: number, names: readonly string[] = []): number | undefined {
  const named = names.indexOf((text ?? "").toUpperCase());
  if (named >= 0) return named + least;
  if (text === undefined || !/^\d+$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}
