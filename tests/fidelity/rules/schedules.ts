/** Schedule expressions of EventBridge rules and of EventBridge Scheduler. */
import { parseSchedule, type ScheduleSettings } from "../../../sandbox/time/schedule-expression.ts";
import type { FidelityRule } from "../rules.ts";

const START = Date.parse("2026-01-01T00:00:30Z");

const parsed = (expression: string, by: ScheduleSettings["by"], timezone?: string) =>
  parseSchedule(expression, { by, startedAt: START, timezone });

function message(expression: string, by: ScheduleSettings["by"]): string | undefined {
  const found = parsed(expression, by);
  return "refusal" in found ? found.refusal.message : undefined;
}

/** UTC, to the minute. */
function times(
  expression: string,
  timezone: string,
  from: string,
  to: string,
  by: ScheduleSettings["by"] = "scheduler",
): readonly string[] {
  const found = parsed(expression, by, timezone);
  if (!("schedule" in found)) throw new Error(JSON.stringify(found));
  return [...found.schedule.between(Date.parse(from), Date.parse(to))].map((at) => new Date(at).toISOString().slice(0, 16));
}

const year = (expression: string) => times(expression, "UTC", "2026-01-01T00:00Z", "2027-01-01T00:00Z");

const WRONG_CRON = ["cron(INVALID)", "cron(0 dummy ? * MON-FRI *)", "cron(7 20 * * NOT *)", "cron(71 8 1 * ? *)", "cron(0 1 * * * *)"];
const WRONG_RATE = ["rate(10 seconds)", "rate(10 years)", "rate()", "rate(10)", "rate(10 minutess)", "rate(foo minutes)"];
const WRONG_RATE_TOO = ["rate(-10 minutes)", "rate( 10 minutes )", " rate(10 minutes)"];

export const scheduleRules: readonly FidelityRule[] = [
  {
    title: "A rule's invalid schedule is answered with Parameter ScheduleExpression is not valid.",
    see: () => [...new Set([...WRONG_CRON, ...WRONG_RATE, ...WRONG_RATE_TOO].map((expression) => message(expression, "rule")))],
    expected: ["Parameter ScheduleExpression is not valid."],
  },
  {
    title: "A rule's rate has a whole number above 0 and a unit that agrees with it: 1 minute, 10 minutes.",
    see: () =>
      ["rate(1 minutes)", "rate(1 hours)", "rate(10 minute)", "rate(10 day)", "rate(0 minutes)", "rate(10 MINUTES)", "rate(1 minute)"].map(
        (expression) => message(expression, "rule") === undefined,
      ),
    expected: [false, false, false, false, false, false, true],
  },
  {
    title: "Scheduler answers an invalid schedule with Invalid Schedule Expression and the expression.",
    see: () =>
      [...WRONG_CRON, "cron()", ...WRONG_RATE, ...WRONG_RATE_TOO, "at(2021-12-31T23:59:59Z)", "at(2021-12-31)"].filter(
        (expression) => message(expression, "scheduler") !== `Invalid Schedule Expression ${expression}.`,
      ),
    expected: [],
  },
  {
    title: "Rules take cron expressions with names, lists, ranges, steps, L and #.",
    see: () =>
      [
        "cron(0 10 * * ? *)",
        "cron(0 18 ? * MON-FRI *)",
        "cron(0/15 * * * ? *)",
        "cron(0/5 8-17 ? * MON-FRI *)",
        "cron(5,35 14 * * ? *)",
        "cron(15 10 ? * 6L 2002-2005)",
        "cron(0 2 ? * SAT#3 *)",
        "cron(0/5 5 ? JAN 1-5 2022)",
      ].filter((expression) => message(expression, "rule") !== undefined),
    expected: [],
  },
  {
    title: "Scheduler takes cron expressions with stepped ranges and ranges of one value, and at without a zone.",
    see: () =>
      [
        "cron(0-15/1 8-8 ? * 2,3,4,5,6,7 *)",
        "cron(30-30 13-13 ? * 2,4,6 *)",
        "cron(1-31/30 1-1 ? * 1,7 *)",
        "cron(*/15 * * * ? *)",
        "cron(0-59/10 0-23/2 ? * * *)",
        "at(2022-12-31T23:59:59)",
      ].filter((expression) => message(expression, "scheduler") !== undefined),
    expected: [],
  },
  {
    title: "In cron, 1 is Sunday, L the last day, W the nearest weekday and # the week within the month.",
    see: () => [
      year("cron(0 0 ? 3 1 2026)")[0],
      year("cron(0 0 L 2 ? *)")[0],
      year("cron(0 0 3W 5 ? *)")[0],
      year("cron(0 0 ? 6 3#2 *)")[0],
      year("cron(0 0 ? 7 6L *)")[0],
    ],
    expected: ["2026-03-01T00:00", "2026-02-28T00:00", "2026-05-04T00:00", "2026-06-09T00:00", "2026-07-31T00:00"],
  },
  {
    title: "1/10 in the minutes runs at every tenth minute from the first one on.",
    see: () => times("cron(1/10 0 * * ? *)", "UTC", "2026-01-02T00:00Z", "2026-01-02T00:40Z"),
    expected: ["2026-01-02T00:01", "2026-01-02T00:11", "2026-01-02T00:21", "2026-01-02T00:31"],
  },
  {
    title: "A rule's schedule is in UTC, and Scheduler's in its time zone.",
    see: () => [
      ...times("cron(0 9 * * ? *)", "UTC", "2026-01-02T00:00Z", "2026-01-03T00:00Z", "rule"),
      ...times("cron(0 9 * * ? *)", "Asia/Seoul", "2026-01-02T00:00Z", "2026-01-03T00:00Z"),
    ],
    expected: ["2026-01-02T09:00", "2026-01-02T00:00"],
  },
  {
    title: "Where clocks go forward, a cron schedule in the missing hour is skipped.",
    see: () => times("cron(30 2 * * ? *)", "America/New_York", "2026-03-07T00:00Z", "2026-03-10T00:00Z"),
    expected: ["2026-03-07T07:30", "2026-03-09T06:30"],
  },
  {
    title: "Where clocks go back, a cron schedule in the repeated hour runs once.",
    see: () => times("cron(30 1 * * ? *)", "America/New_York", "2026-11-01T00:00Z", "2026-11-02T00:00Z"),
    expected: ["2026-11-01T05:30"],
  },
  {
    title: "A rate in days counts 24 hours, also where clocks change.",
    see: () => times("rate(1 day)", "America/New_York", "2026-03-07T00:00Z", "2026-03-10T00:00Z").map((time) => time.slice(11)),
    expected: ["00:00", "00:00", "00:00"],
  },
  {
    title: "A rule's rate begins to count when the rule is made, and a schedule of Scheduler without a StartDate runs at once.",
    see: () =>
      (["rule", "scheduler"] as const).map((by) => times("rate(5 minutes)", "UTC", "2026-01-01T00:00Z", "2026-01-01T00:06Z", by).join(" ")),
    expected: ["2026-01-01T00:05", "2026-01-01T00:00 2026-01-01T00:05"],
  },
];
