/** Traffic: at which instants something arrives. One after the other, so that a million of them need no list. */
import { exponential } from "./exponential.ts";
import type { Instant, Millis } from "./instant.ts";
import type { Random } from "./random.ts";
import { parseSchedule, type Schedule } from "./schedule-expression.ts";

/** Rates are per second; times are milliseconds from the traffic's start. */
export type Arrivals =
  | { readonly type: "constant"; readonly ratePerSecond: number; readonly duration: Millis }
  /** The rate changes evenly. */
  | { readonly type: "ramp"; readonly from: number; readonly to: number; readonly duration: Millis }
  /** The rate is `peak` from `at` on for `for`, and `base` before and after. */
  | {
      readonly type: "spike";
      readonly base: number;
      readonly peak: number;
      readonly at: Millis;
      readonly for: Millis;
      readonly duration: Millis;
    }
  /** All at once. */
  | { readonly type: "burst"; readonly count: number }
  /** As from very many senders who do not know of each other: the gaps vary, the rate is their mean. */
  | { readonly type: "poisson"; readonly ratePerSecond: number; readonly duration: Millis }
  /** As EventBridge Scheduler reads it. */
  | { readonly type: "schedule"; readonly expression: string; readonly timezone?: string; readonly duration: Millis };

/** In order; from `start` on and before its duration is over. */
export function* arrivals(traffic: Arrivals, start: Instant, random: Random): Generator<Instant, void, undefined> {
  switch (traffic.type) {
    case "constant":
      return yield* flow(start, [{ from: traffic.ratePerSecond, to: traffic.ratePerSecond, duration: traffic.duration }]);
    case "ramp":
      return yield* flow(start, [traffic]);
    case "spike":
      return yield* flow(start, spike(traffic));
    case "burst":
      for (let index = 0; index < traffic.count; index += 1) yield start;
      return;
    case "poisson":
      return yield* poisson(traffic, start, random);
    case "schedule":
      return yield* scheduleOf(traffic, start).between(start, start + traffic.duration);
  }
}

/** What is wrong with it, as a sentence; undefined where nothing is. */
export function arrivalsMistake(traffic: Arrivals): string | undefined {
  for (const [key, value] of Object.entries(traffic)) {
    if (typeof value === "number" && !(Number.isFinite(value) && value >= 0))
      return `‘${key}’에는 0 이상의 수를 적습니다. 받은 값: ${value}`;
  }
  if (traffic.type === "burst" && !Number.isInteger(traffic.count)) return `‘count’에는 정수를 적습니다. 받은 값: ${traffic.count}`;
  if (traffic.type !== "schedule") return undefined;
  const parsed = parseSchedule(traffic.expression, { by: "scheduler", startedAt: 0, timezone: traffic.timezone });
  if ("unsupported" in parsed) return parsed.unsupported;
  return "refusal" in parsed ? `‘expression’을 읽지 못합니다. AWS의 답: ${parsed.refusal.message}` : undefined;
}

/** A stretch of time in which the rate changes evenly. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly duration: Millis;
}

/** The n-th arrives when the area under the rate has reached n; the first at once. */
function* flow(start: Instant, stretches: readonly Stretch[]): Generator<Instant, void, undefined> {
  let begins = start;
  let count = 0;
  let area = 0;
  for (const { from, to, duration } of stretches) {
    const seconds = duration / 1000;
    const end = area + ((from + to) / 2) * seconds;
    // Rounding must not carry one over into the next stretch, before what arrives there.
    for (; count < end; count += 1) yield begins + Math.min(duration, 1000 * secondsUntil(count - area, from, (to - from) / seconds));
    area = end;
    begins += duration;
  }
}

/** From rate `from`, which grows by `slope` a second: when the area is reached. The root in the form that never divides by a slope of 0. */
function secondsUntil(area: number, from: number, slope: number): number {
  return area === 0 ? 0 : (2 * area) / (from + Math.sqrt(Math.max(0, from * from + 2 * slope * area)));
}

function spike({ base, peak, at, for: length, duration }: Extract<Arrivals, { type: "spike" }>): readonly Stretch[] {
  const begins = Math.min(at, duration);
  const ends = Math.min(at + length, duration);
  return [
    { from: base, to: base, duration: begins },
    { from: peak, to: peak, duration: ends - begins },
    { from: base, to: base, duration: duration - ends },
  ].filter((stretch) => stretch.duration > 0);
}

function* poisson(
  { ratePerSecond, duration }: Extract<Arrivals, { type: "poisson" }>,
  start: Instant,
  random: Random,
): Generator<Instant, void, undefined> {
  if (ratePerSecond === 0) return;
  const mean = 1000 / ratePerSecond;
  for (let at = mean * exponential(random); at < duration; at += mean * exponential(random)) yield start + at;
}

function scheduleOf({ expression, timezone }: Extract<Arrivals, { type: "schedule" }>, startedAt: Instant): Schedule {
  const parsed = parseSchedule(expression, { by: "scheduler", startedAt, timezone });
  if (!("schedule" in parsed)) throw new Error(`arrivals: arrivalsMistake was not asked about ${expression}`);
  return parsed.schedule;
}
