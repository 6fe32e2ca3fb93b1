/**
 * Schedules of EventBridge rules (`rate(…)` and `cron(…)`, in UTC) and of EventBridge Scheduler (these and `at(…)`, in a time
 * zone). The guides of both (2026); what is refused, and in which words, was recorded from AWS by LocalStack
 * (tests/aws/services/events and …/scheduler, 2025).
 */
import { DAY, dateOf, dayNumber, HOUR, type LocalTime, MINUTE } from "./calendar.ts";
import { type Cron, cronOf, FIRST_YEAR, LAST_YEAR } from "./cron-fields.ts";
import type { Instant, Millis } from "./instant.ts";
import { instantsOf, knownZone, localTime, unknownZone, type ZoneName } from "./zones.ts";

/** An EventBridge rule, or EventBridge Scheduler. */
export type Scheduler = "rule" | "scheduler";

// Simplified: AWS invokes at some second of the minute.
export interface Schedule {
  /** The first instant later than this one; undefined where there is none any more. */
  readonly nextAfter: (instant: Instant) => Instant | undefined;
  /** Those from `from` on and before `to`, in order. */
  readonly between: (from: Instant, to: Instant) => Generator<Instant, void, undefined>;
}

export interface ScheduleSettings {
  readonly by: Scheduler;
  /** When the rule or schedule was made, or its StartDate: a rate counts from there. */
  readonly startedAt: Instant;
  /** Scheduler's ScheduleExpressionTimezone; UTC where it is left out. */
  readonly timezone?: string | undefined;
}

export type ParsedSchedule =
  | { readonly schedule: Schedule }
  /** AWS's refusal. */
  | { readonly refusal: { readonly errorType: "ValidationException"; readonly message: string } }
  /** What AWS can and the simulator cannot: a sentence. */
  | { readonly unsupported: string };

export function parseSchedule(expression: string, { by, startedAt, timezone = "UTC" }: ScheduleSettings): ParsedSchedule {
  const zone = knownZone(timezone);
  if (zone === undefined) return { unsupported: unknownZone(timezone) };
  const next = rateNext(expression, by, startedAt) ?? cronNext(expression, zone) ?? atNext(expression, by, zone);
  return next === undefined
    ? { refusal: { errorType: "ValidationException", message: refusal(expression, by) } }
    : { schedule: scheduleOf(next) };
}

const refusal = (expression: string, by: Scheduler) =>
  by === "rule" ? "Parameter ScheduleExpression is not valid." : `Invalid Schedule Expression ${expression}.`;

/** The first one at or after an instant. */
type NextFrom = (instant: Instant) => Instant | undefined;

function scheduleOf(nextFrom: NextFrom): Schedule {
  const nextAfter = (instant: Instant) => {
    const next = nextFrom(instant);
    // No two are closer than a minute.
    return next === instant ? nextFrom(instant + 1) : next;
  };
  return {
    nextAfter,
    *between(from, to) {
      for (let next = nextFrom(from); next !== undefined && next < to; next = nextAfter(next)) yield next;
    },
  };
}

const UNITS: Readonly<Record<string, Millis>> = { minute: MINUTE, hour: HOUR, day: DAY };

/**
 * A rule first runs when one interval has passed, a schedule of Scheduler at once. A rule wants `1 minute` and `2 minutes`;
 * Scheduler takes either form. A day is 24 hours, also where clocks change.
 */
function rateNext(expression: string, by: Scheduler, startedAt: Instant): NextFrom | undefined {
  const [, digits, unit = "", plural] = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  const interval = (UNITS[unit] ?? 0) * Number(digits);
  if (digits === undefined || !(interval > 0)) return undefined;
  if (by === "rule" && (Number(digits) === 1) !== (plural === "")) return undefined;
  const first = by === "rule" ? 1 : 0;
  return (instant) => startedAt + Math.max(first, Math.ceil((instant - startedAt) / interval)) * interval;
}

function cronNext(expression: string, zone: ZoneName): NextFrom | undefined {
  const fields = /^cron\((\S.*\S)\)$/.exec(expression)?.[1];
  const cron = fields === undefined ? undefined : cronOf(fields);
  return cron === undefined ? undefined : (instant) => clocksAt(instant, zone, (local) => nextLocal(cron, local));
}

/**
 * Where clocks go forward, what falls into the hour that is left out does not run; where they go back, the repeated hour runs
 * once (Scheduler's guide, "Daylight savings time"). Inferred: the first time of the two.
 */
function clocksAt(instant: Instant, zone: ZoneName, next: (local: LocalTime) => LocalTime | undefined): Instant | undefined {
  for (let local = next(localTime(zone, instant)); local !== undefined; local = next(local + MINUTE)) {
    const [first] = instantsOf(zone, local);
    if (first !== undefined && first >= instant) return first;
  }
  return undefined;
}

/** The first minute at or after a local time. */
function nextLocal(cron: Cron, from: LocalTime): LocalTime | undefined {
  const whole = Math.ceil(from / MINUTE) * MINUTE;
  const today = Math.floor(whole / DAY);
  for (let day: number | undefined = nextDay(cron, today); day !== undefined; day = nextDay(cron, day + 1)) {
    const minute = nextMinute(cron, day === today ? (whole - today * DAY) / MINUTE : 0);
    if (minute !== undefined) return day * DAY + minute * MINUTE;
  }
  return undefined;
}

function nextMinute({ hours, minutes }: Cron, from: number): number | undefined {
  for (const hour of hours) {
    const minute = minutes.find((one) => hour * 60 + one >= from);
    if (minute !== undefined) return hour * 60 + minute;
  }
  return undefined;
}

function nextDay(cron: Cron, from: number): number | undefined {
  let day = Math.max(from, dayNumber(FIRST_YEAR, 1, 1));
  for (;;) {
    const { year, month } = dateOf(day);
    if (year > LAST_YEAR) return undefined;
    if (!cron.years.has(year)) day = dayNumber(year + 1, 1, 1);
    else if (!cron.months.has(month)) day = dayNumber(year, month + 1, 1);
    else if (cron.onDay(day)) return day;
    else day += 1;
  }
}

/** Once. In an hour that is left out it never comes; of a repeated hour it takes the first. Inferred: AWS tells of cron only. */
function atNext(expression: string, by: Scheduler, zone: ZoneName): NextFrom | undefined {
  const text = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression)?.[1];
  if (by === "rule" || text === undefined) return undefined;
  const local = Date.parse(`${text}.000Z`);
  if (Number.isNaN(local) || !new Date(local).toISOString().startsWith(text)) return undefined;
  const [at] = instantsOf(zone, local);
  return (instant) => (at !== undefined && at >= instant ? at : undefined);
}
