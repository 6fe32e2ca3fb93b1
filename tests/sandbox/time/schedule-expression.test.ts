import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSchedule, type Schedule, type ScheduleSettings } from "../../../sandbox/time/schedule-expression.ts";
import { localTime, ZONE_NAMES } from "../../../sandbox/time/zones.ts";

const RUNS = { seed: 20_261_122, numRuns: 60 };
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse("2026-11-22T07:00:00Z");

function schedule(expression: string, settings: Partial<ScheduleSettings> = {}): Schedule {
  const parsed = parseSchedule(expression, { by: "scheduler", startedAt: START, ...settings });
  if (!("schedule" in parsed)) throw new Error(JSON.stringify(parsed));
  return parsed.schedule;
}

const iso = (at: number) => new Date(at).toISOString().replace(":00.000Z", "");

function first(expression: string, count: number, { from = START, timezone }: { from?: number; timezone?: string } = {}): string[] {
  const found: string[] = [];
  let at: number | undefined = from;
  for (let index = 0; index < count; index += 1) {
    at = schedule(expression, { timezone }).nextAfter(at);
    if (at === undefined) break;
    found.push(iso(at));
  }
  return found;
}

const refused = (expression: string, by: ScheduleSettings["by"]) => "refusal" in parseSchedule(expression, { by, startedAt: START });

test("nextAfter is later than the instant that is asked about, to the fraction", () => {
  const daily = schedule("cron(0 18 * * ? *)");
  const at = Date.parse("2026-11-22T18:00:00Z");
  expect(daily.nextAfter(at - 0.5)).toBe(at);
  expect(daily.nextAfter(at)).toBe(at + DAY);
  expect(daily.nextAfter(at + 0.5)).toBe(at + DAY);
});

test("between begins with its first instant and ends before its last", () => {
  const everyHour = schedule("cron(0 * * * ? *)");
  expect([...everyHour.between(START, START + 2 * 60 * MINUTE)]).toEqual([START, START + 60 * MINUTE]);
  expect([...everyHour.between(START, START)]).toEqual([]);
});

test("names of months and weekdays, lists, ranges and steps", () => {
  expect(first("cron(0 9 ? JAN,jul MON-FRI 2027)", 3)).toEqual(["2027-01-01T09:00", "2027-01-04T09:00", "2027-01-05T09:00"]);
  expect(first("cron(0/20 9-17/8 ? * 2 *)", 4)).toEqual(["2026-11-23T09:00", "2026-11-23T09:20", "2026-11-23T09:40", "2026-11-23T17:00"]);
  expect(first("cron(1/25 0 1 * ? *)", 3)).toEqual(["2026-12-01T00:01", "2026-12-01T00:26", "2026-12-01T00:51"]);
});

test("L is the month's last day, nL its last such weekday, n#k its k-th", () => {
  expect(first("cron(0 0 L * ? *)", 4)).toEqual(["2026-11-30T00:00", "2026-12-31T00:00", "2027-01-31T00:00", "2027-02-28T00:00"]);
  expect(first("cron(0 0 ? * 6L *)", 3)).toEqual(["2026-11-27T00:00", "2026-12-25T00:00", "2027-01-29T00:00"]);
  expect(first("cron(0 0 ? * L *)", 2)).toEqual(["2026-11-28T00:00", "2026-12-05T00:00"]);
  expect(first("cron(0 0 ? * 3#2 *)", 2)).toEqual(["2026-12-08T00:00", "2027-01-12T00:00"]);
  // November and December 2026 have four Saturdays, January 2027 has five.
  expect(first("cron(0 0 ? * SAT#5 *)", 2)).toEqual(["2027-01-30T00:00", "2027-05-29T00:00"]);
});

test("W is the weekday nearest to a day, never in another month", () => {
  // 1 August 2026 is a Saturday, 15 November 2026 a Sunday, 31 January 2027 a Sunday.
  expect(first("cron(0 0 1W 8 ? 2026)", 1, { from: Date.parse("2026-01-01T00:00:00Z") })).toEqual(["2026-08-03T00:00"]);
  expect(first("cron(0 0 15W 11 ? 2026)", 1, { from: Date.parse("2026-01-01T00:00:00Z") })).toEqual(["2026-11-16T00:00"]);
  expect(first("cron(0 0 31W 1 ? 2027)", 1)).toEqual(["2027-01-29T00:00"]);
  expect(first("cron(0 0 31W 4 ? *)", 1)).toEqual([]);
});

test("a day that comes only in leap years is found, and a schedule of the past never comes again", () => {
  expect(first("cron(0 0 29 2 ? *)", 2)).toEqual(["2028-02-29T00:00", "2032-02-29T00:00"]);
  expect(first("cron(0 10 ? * 6L 2002-2005)", 1)).toEqual([]);
  expect(first("cron(0 0 30 2 ? *)", 1)).toEqual([]);
  expect(first("cron(59 23 31 12 ? 2199)", 2)).toEqual(["2199-12-31T23:59"]);
});

test.each([
  ["a field too few", "cron(0 18 * * ?)"],
  ["a field too many", "cron(0 18 * * ? * *)"],
  ["neither day is ?", "cron(0 18 1 * MON *)"],
  ["both days are ?", "cron(0 18 ? * ? *)"],
  ["an hour of 24", "cron(0 24 * * ? *)"],
  ["a day of 0", "cron(0 0 0 * ? *)"],
  ["a weekday of 8", "cron(0 0 ? * 8 *)"],
  ["a sixth week", "cron(0 0 ? * 2#6 *)"],
  ["a step of 0", "cron(0/0 * * * ? *)"],
  ["a backward range", "cron(0 18-8 * * ? *)"],
  ["a year after 2199", "cron(0 0 1 1 ? 2200)"],
  ["an empty list member", "cron(0,,5 * * * ? *)"],
  ["blanks around the fields", "cron( 0 18 * * ? * )"],
  ["no brackets", "0 18 * * ? *"],
])("cron with %s is refused", (_what, expression) => {
  expect(refused(expression, "rule")).toBe(true);
  expect(refused(expression, "scheduler")).toBe(true);
});

test("at is Scheduler's only, comes once, and wants a day that exists", () => {
  expect(first("at(2026-12-24T18:00:00)", 2, { timezone: "Asia/Seoul" })).toEqual(["2026-12-24T09:00"]);
  expect(refused("at(2026-12-24T18:00:00)", "rule")).toBe(true);
  expect(refused("at(2026-02-30T18:00:00)", "scheduler")).toBe(true);
  expect(refused("at(2026-02-20T25:00:00)", "scheduler")).toBe(true);
});

test("a rate keeps its phase from the start, for ever", () => {
  const every = schedule("rate(7 minutes)", { by: "rule", startedAt: START + 1234 });
  const found = [...every.between(START, START + DAY)];
  expect(found[0]).toBe(START + 1234 + 7 * MINUTE);
  expect(new Set(found.map((at) => (at - START - 1234) % (7 * MINUTE)))).toEqual(new Set([0]));
  expect(found).toHaveLength(Math.floor(DAY / (7 * MINUTE)));
});

test("an unknown time zone is told in a sentence", () => {
  const parsed = parseSchedule("rate(1 minute)", { by: "scheduler", startedAt: START, timezone: "Africa/Cairo" });
  expect("unsupported" in parsed && parsed.unsupported).toMatch(/^‘Africa\/Cairo’ 시간대는 .*Asia\/Seoul/);
});

test("asked within the repeated hour, a schedule goes on after it", () => {
  // New York's clocks show 1:10 for the second time.
  const at = Date.parse("2026-11-01T06:10:00Z");
  expect(first("cron(30 1 * * ? *)", 1, { from: at, timezone: "America/New_York" })).toEqual(["2026-11-02T06:30"]);
  expect(first("cron(0/15 * * * ? *)", 1, { from: at, timezone: "America/New_York" })).toEqual(["2026-11-01T07:00"]);
});

/** Cron by looking at every minute's clock face, with the host's own calendar. */
function stepping(fields: Fields, zone: string, from: number, to: number): number[] {
  const found: number[] = [];
  const shown = new Set<number>();
  for (let at = from - 3 * 60 * MINUTE; at < to; at += MINUTE) {
    const local = localTime(zone, at);
    // The second time round in the repeated hour.
    const again = shown.has(local);
    shown.add(local);
    const clock = new Date(local);
    if (again || at < from) continue;
    if (!fields.minutes.includes(clock.getUTCMinutes()) || !fields.hours.includes(clock.getUTCHours())) continue;
    if (!fields.months.includes(clock.getUTCMonth() + 1)) continue;
    const day = "days" in fields ? fields.days.includes(clock.getUTCDate()) : fields.weekdays.includes(clock.getUTCDay() + 1);
    if (day) found.push(at);
  }
  return found;
}

type Fields = { readonly minutes: number[]; readonly hours: number[]; readonly months: number[] } & (
  | { readonly days: number[] }
  | { readonly weekdays: number[] }
);

const some = (min: number, max: number) => fc.uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 4 });
const times = { minutes: some(0, 59), hours: some(0, 4), months: fc.constant(Array.from({ length: 12 }, (_, index) => index + 1)) };

test("cron in every zone runs when stepping through the minutes finds it, summer time's changes included", () => {
  const fields = fc.oneof(fc.record({ ...times, days: some(1, 31) }), fc.record({ ...times, weekdays: some(1, 7) }));
  const changes = ["2026-03-07", "2026-03-28", "2026-04-04", "2026-10-03", "2026-10-24", "2026-10-31"].map((day) => Date.parse(day));
  fc.assert(
    fc.property(fields, fc.constantFrom(...ZONE_NAMES), fc.constantFrom(...changes), (wanted, timezone, from) => {
      const days = "days" in wanted ? `${wanted.days} * ?` : `? * ${wanted.weekdays}`;
      const expression = `cron(${wanted.minutes} ${wanted.hours} ${days} *)`;
      const found = [...schedule(expression, { timezone }).between(from, from + 3 * DAY)];
      expect(found, `${expression} ${timezone}`).toEqual(stepping(wanted, timezone, from, from + 3 * DAY));
    }),
    RUNS,
  );
});

test("sixty days of minutes are given out quickly", () => {
  const begun = performance.now();
  let count = 0;
  for (const _ of schedule("cron(* * * * ? *)", { timezone: "Europe/Paris" }).between(START, START + 60 * DAY)) count += 1;
  expect(count).toBe(60 * 24 * 60);
  expect(performance.now() - begun).toBeLessThan(3000);
});
