/**
 * How Node's ICU writes dates in a locale: for every combination of fields that Intl.DateTimeFormat can be asked for, the
 * pattern that ICU makes of it. Read from formatToParts, since ICU's own patterns cannot be asked for.
 *
 *   { year: "numeric", month: "long", day: "numeric" }  →  "{MMMM} {d}, {y}"   and in Korean   "{y}년 {MMMM} {d}일"
 *
 * Letters are those of Unicode's date patterns (UTS 35); `{h}` stands for the hour in any of the four cycles.
 */

type Options = Readonly<Record<string, string | number | undefined>>;

const WIDTHS = ["short", "long", "narrow"] as const;
export const DATE_FIELDS = [
  ["weekday", WIDTHS],
  ["era", WIDTHS],
  ["year", ["numeric", "2-digit"]],
  ["month", ["numeric", "2-digit", "short", "long", "narrow"]],
  ["day", ["numeric", "2-digit"]],
] as const;
export const TIME_FIELDS = [
  ["hour", ["numeric", "2-digit"]],
  ["minute", ["numeric", "2-digit"]],
  ["second", ["numeric", "2-digit"]],
  ["dayPeriod", ["short"]],
  ["fractionalSecondDigits", [1, 2, 3]],
  ["timeZoneName", ["short", "long", "shortOffset", "longOffset", "shortGeneric", "longGeneric"]],
] as const;

/** h11 has the patterns of h12. */
const CYCLES = ["h12", "h23", "h24"] as const;

const LETTERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  weekday: { short: "E", long: "EEEE", narrow: "EEEEE" },
  era: { short: "G", long: "GGGG", narrow: "GGGGG" },
  year: { numeric: "y", "2-digit": "yy" },
  month: { numeric: "M", "2-digit": "MM", short: "MMM", long: "MMMM", narrow: "MMMMM" },
  day: { numeric: "d", "2-digit": "dd" },
};
const TIMES: Readonly<Record<string, string>> = { hour: "h", minute: "m", second: "s", fractionalSecond: "S" };

/** Every value is of another length in its other forms, and before 6 a.m. no day period is called as AM is. */
const INSTANT = Date.UTC(2003, 0, 5, 4, 6, 7, 89);

export function harvestDates(locale: string) {
  const meridiems = [4, 16].map((hour) => part(locale, { hour: "numeric" }, hour, "dayPeriod"));
  const pattern = (options: Options) => patternOf(locale, options, meridiems[0] ?? "");
  const dates = [...combinations(DATE_FIELDS)].map(pattern);
  // Era alone is asked for with a year; with a time it stands for itself.
  const eras = WIDTHS.map((era) => without(pattern({ era, fractionalSecondDigits: 3 }), "{SSS}"));
  const times = CYCLES.flatMap((hourCycle) =>
    [...combinations(TIME_FIELDS)].map((options) => (hasTime(options) ? pattern({ hourCycle, ...options }) : "")),
  );
  const join = (options: Options, date: Options, time: Options) =>
    pattern(options).replace(pattern(date), "{D}").replace(pattern(time), "{T}");
  const glueOf = (month: string, weekday?: string) => {
    const date = { year: "numeric", month, day: "numeric", weekday };
    return join({ ...date, minute: "numeric" }, date, { minute: "numeric" });
  };
  return {
    hourCycle: new Intl.DateTimeFormat(locale, { hour: "numeric" }).resolvedOptions().hourCycle,
    meridiems,
    dates,
    eras,
    times,
    glue: [glueOf("short"), glueOf("long")],
    weekdayTimes: weekdayTimes(pattern),
    styles: styles(locale, meridiems[0] ?? ""),
    months: ["short", "long", "narrow"].map((month) => sequence(12, (index) => monthName(locale, month, index))),
    weekdays: WIDTHS.map((weekday) => sequence(7, (index) => text(locale, { weekday }, Date.UTC(2003, 0, 5 + index), "weekday"))),
    eraNames: WIDTHS.map((era) => [-1, 1].map((sign) => text(locale, { era }, sign * 1e14, "era"))),
    dayPeriods: WIDTHS.map((dayPeriod) =>
      sequence(24, (hour) => part(locale, { dayPeriod, hour: "numeric", minute: "numeric" }, hour + 0.5, "dayPeriod")),
    ),
    noon: WIDTHS.map((dayPeriod) => part(locale, { dayPeriod, hour: "numeric" }, 12, "dayPeriod")),
  };
}

/** Of a weekday with a time ICU has patterns of its own: the exceptions to what `glue` makes of the two. */
function weekdayTimes(pattern: (options: Options) => string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const weekday of WIDTHS) {
    for (const options of CYCLES.flatMap((hourCycle) =>
      [...combinations(TIME_FIELDS)].map((fields) => ({ hourCycle, ...fields }) as Options),
    )) {
      if (!hasTime(options) || options.timeZoneName !== undefined) continue;
      const whole = pattern({ weekday, ...options });
      const parts = [pattern({ weekday }), pattern(options)] as const;
      if (whole !== `${parts[0]}, ${parts[1]}` && whole !== `${parts[0]} ${parts[1]}`) found[keyOf(weekday, options)] = whole;
      else if (
        whole !==
        pattern({ weekday, fractionalSecondDigits: 3 })
          .replace(parts[0], "{D}")
          .replace("{SSS}", "{T}")
          .replace("{D}", parts[0])
          .replace("{T}", parts[1])
      )
        found[keyOf(weekday, options)] = whole;
    }
  }
  return found;
}

const keyOf = (weekday: string, options: Options) =>
  [weekday, options.hourCycle, ...TIME_FIELDS.map(([name]) => options[name] ?? "")].join(" ");

/** A zone's name alone is asked for with a date. */
const hasTime = ({ hourCycle: _cycle, timeZoneName: _zone, ...fields }: Options) =>
  Object.values(fields).some((value) => value !== undefined);

const without = (whole: string, time: string) => whole.replace(time, "").replace(/[, ]+$/, "");

/** dateStyle and timeStyle: every pair of them, by hour cycle. */
function styles(locale: string, am: string): Record<string, string> {
  const all = ["full", "long", "medium", "short", undefined] as const;
  const found: Record<string, string> = {};
  for (const hourCycle of CYCLES) {
    for (const dateStyle of all) {
      for (const timeStyle of all) {
        if (dateStyle === undefined && timeStyle === undefined) continue;
        found[`${hourCycle} ${dateStyle ?? ""} ${timeStyle ?? ""}`] = stylePattern(locale, { hourCycle, dateStyle, timeStyle }, am);
      }
    }
  }
  return found;
}

/** Which form a field of a style has shows in its length, or by its name. */
function stylePattern(locale: string, options: Options, am: string): string {
  const names = (type: "weekday" | "month", width: string) =>
    text(locale, type === "month" ? { month: width, day: "numeric" } : { weekday: width }, INSTANT, type);
  const letters = (type: string, value: string) => {
    if (type === "year") return value.length === 4 ? "y" : "yy";
    if (type === "day") return value.length === 1 ? "d" : "dd";
    if (type === "month" && /^\d/.test(value) && !/\D/.test(value)) return value.length === 1 ? "M" : "MM";
    if (type === "month") return value === names("month", "short") ? "MMM" : "MMMM";
    if (type === "weekday") return value === names("weekday", "short") ? "E" : "EEEE";
    throw new Error(`locale data: a style has a field ${type}`);
  };
  const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...(options as Intl.DateTimeFormatOptions) }).formatToParts(INSTANT);
  return parts
    .map(({ type, value }) => {
      if (type === "literal") return value;
      if (type === "timeZoneName") return value === "UTC" ? "{z}" : "{zzzz}";
      return timeToken(type, value, am) ?? `{${letters(type, value)}}`;
    })
    .join("");
}

function patternOf(locale: string, options: Options, am: string): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...(options as Intl.DateTimeFormatOptions) });
  const resolved = format.resolvedOptions() as unknown as Readonly<Record<string, string>>;
  return format
    .formatToParts(INSTANT)
    .map(({ type, value }) => {
      if (type === "literal") return value;
      if (type === "timeZoneName") return "{z}";
      return timeToken(type, value, am) ?? `{${LETTERS[type]?.[resolved[type] ?? ""] ?? missing(type, options)}}`;
    })
    .join("");
}

function timeToken(type: string, value: string, am: string): string | undefined {
  if (type === "dayPeriod") return value === am ? "{a}" : "{B}";
  const letter = TIMES[type];
  return letter === undefined ? undefined : `{${letter.repeat(value.length)}}`;
}

function missing(type: string, options: Options): never {
  throw new Error(`locale data: no letter for ${type} of ${JSON.stringify(options)}`);
}

export function* combinations(fields: readonly (readonly [string, readonly (string | number)[]])[], from = 0): Iterable<Options> {
  const field = fields[from];
  if (field === undefined) {
    yield {};
    return;
  }
  for (const value of [undefined, ...field[1]]) for (const rest of combinations(fields, from + 1)) yield { [field[0]]: value, ...rest };
}

const sequence = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));

const part = (locale: string, options: Options, hour: number, type: string) =>
  text(locale, { hourCycle: "h12", ...options }, Date.UTC(2003, 0, 5, 0, hour * 60), type);

const monthName = (locale: string, month: string, index: number) =>
  text(locale, { month, day: "numeric" }, Date.UTC(2003, index, 5), "month");

function text(locale: string, options: Options, instant: number, type: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...(options as Intl.DateTimeFormatOptions) }).formatToParts(instant);
  return parts.find((each) => each.type === type)?.value ?? "";
}
