/** Days and minutes of the Gregorian calendar as numbers, by arithmetic: local times have no zone of their own. */

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Days since 1970-01-01. */
export type DayNumber = number;

/** Milliseconds since 1970-01-01T00:00 on the clocks of some place. */
export type LocalTime = number;

/** `month` is from 1. */
export const dayNumber = (year: number, month: number, day: number): DayNumber => Math.floor(Date.UTC(year, month - 1, day) / DAY);

export function dateOf(day: DayNumber): { readonly year: number; readonly month: number; readonly dayOfMonth: number } {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, dayOfMonth: date.getUTCDate() };
}

/** As in AWS's cron expressions: Sunday is 1, Saturday 7. */
export const weekdayOf = (day: DayNumber): number => ((((day + 4) % 7) + 7) % 7) + 1;

export const daysInMonth = (year: number, month: number): number => dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
