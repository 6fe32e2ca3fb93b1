/** Virtual time. Milliseconds, with a fraction: Lambda's durations have two or three decimals. */
export type Millis = number;

/** Milliseconds since 1970-01-01T00:00:00Z on the simulation's clock. */
export type Instant = number;

/** `2026-11-22T07:00:00.214Z`: what Lambda writes into logs. Our own arithmetic, so that no host clock or locale shows. */
export function isoTime(at: Instant): string {
  return new Date(Math.floor(at)).toISOString();
}

/** `2026/11/22`: the date in the name of a log stream. */
export function logStreamDate(at: Instant): string {
  return isoTime(at).slice(0, 10).replaceAll("-", "/");
}
