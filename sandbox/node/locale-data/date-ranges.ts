/**
 * How Node's ICU writes two dates as a range: for every combination of date fields, and of hour and minute, a pattern for each
 * greatest field that can differ. U+0001 begins what is of the first date, U+0002 what is of the second, U+0003 what is of both.
 *
 *   { month: "long", day: "numeric" }, days differ   →   in Korean   "␁{MMMM} {d}␃일~␂{d}␃일"
 */
import { combinations, DATE_FIELDS } from "./dates.ts";

type Options = Readonly<Record<string, string | number | undefined>>;

const SOURCES: Readonly<Record<string, string>> = { startRange: "\u0001", endRange: "\u0002", shared: "\u0003" };
const WIDTHS = ["short", "long", "narrow"] as const;
const LETTERS: Readonly<Record<string, readonly string[]>> = {
  weekday: ["E", "EEEE", "EEEEE"],
  era: ["G", "GGGG", "GGGGG"],
  month: ["MMM", "MMMM", "MMMMM"],
};
const FIRST = Date.UTC(2003, 0, 5, 4, 6);
/** Where years, months, days differ. */
const DATES = [Date.UTC(2004, 1, 6, 4, 6), Date.UTC(2003, 1, 6, 4, 6), Date.UTC(2003, 0, 6, 4, 6)];
/** Where halves of the day, hours, minutes differ. */
const TIMES = [Date.UTC(2003, 0, 5, 17, 7), Date.UTC(2003, 0, 5, 5, 7), Date.UTC(2003, 0, 5, 4, 7)];

const STYLES = ["full", "long", "medium", "short"] as const;
const CYCLES = ["h12", "h23"] as const;
export const RANGE_TIMES = [
  ["hour", ["numeric", "2-digit"]],
  ["minute", ["numeric", "2-digit"]],
] as const;

export function harvestDateRanges(locale: string) {
  const pattern = (options: Options, second: number) => patternOf(locale, options, second);
  return {
    between: between(locale),
    dates: [...combinations(DATE_FIELDS)].flatMap((options) => DATES.map((second) => (isNothing(options) ? "" : pattern(options, second)))),
    styles: Object.fromEntries(STYLES.map((dateStyle) => [dateStyle, DATES.map((second) => pattern({ dateStyle }, second))])),
    times: CYCLES.flatMap((hourCycle) =>
      [...combinations(RANGE_TIMES)].flatMap((options) =>
        TIMES.map((second) => (options.hour === undefined ? "" : pattern({ hourCycle, ...options }, second))),
      ),
    ),
  };
}

const isNothing = (options: Options) => Object.values(options).every((value) => value === undefined);

/** What ICU puts between two whole dates where it knows nothing better: "" stands for that. */
function patternOf(locale: string, options: Options, second: number): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...(options as Intl.DateTimeFormatOptions) });
  const parts = format.formatRangeToParts(FIRST, second);
  const written = (all: readonly { readonly type: string; readonly value: string }[]) =>
    all.map(({ type, value }) => `${type}:${value}`).join("|");
  const single = (instant: number) => written(format.formatToParts(instant));
  const from = (source: string) => parts.filter((part) => part.source === source);
  const isWhole = written(from("startRange")) === single(FIRST) && written(from("endRange")) === single(second);
  if ((isWhole && written(from("shared")) === `literal:${between(locale)}`) || single(FIRST) === single(second)) return "";
  let source = "";
  return parts
    .map((part) => {
      const mark = part.source === source ? "" : (SOURCES[part.source] ?? "");
      source = part.source;
      return (
        mark +
        (part.type === "literal"
          ? part.value
          : `{${lettersOf(locale, part.type, part.value, part.source === "endRange" ? second : FIRST)}}`)
      );
    })
    .join("");
}

function lettersOf(locale: string, type: string, value: string, instant: number): string {
  const [short = ""] = LETTERS[type] ?? [];
  if (type === "year") return value.length === 4 ? "y" : "yy";
  if (type === "dayPeriod") return "a";
  if (type === "day") return "d".repeat(value.length);
  if (type === "hour") return "h".repeat(value.length);
  if (type === "minute") return "m".repeat(value.length);
  if (type === "month" && !/\D/.test(value)) return "M".repeat(value.length);
  const width = WIDTHS.findIndex((each) => nameOf(locale, type, each, instant) === value);
  return LETTERS[type]?.[width] ?? short;
}

function nameOf(locale: string, type: string, width: string, instant: number): string {
  const options: Options = { timeZone: "UTC", [type]: width, ...(type === "month" ? { day: "numeric" } : {}) };
  const parts = new Intl.DateTimeFormat(locale, options as Intl.DateTimeFormatOptions).formatToParts(instant);
  return parts.find((part) => part.type === type)?.value ?? "";
}

function between(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", dateStyle: "short", timeStyle: "medium" }).formatRangeToParts(
    FIRST,
    DATES[0] ?? 0,
  );
  return parts.find(({ source }) => source === "shared")?.value ?? "";
}
