/**
 * Where on the drawing an instant lies. Work takes milliseconds and the pauses between take minutes, so an axis to scale would
 * show nothing: the axis is cut into stretches, busy ones drawn to a scale of their own, quiet ones folded to one small width.
 * What happens while nobody works (a message is received, an event is given up) cuts the pause in two, or is a busy stretch itself
 * where several things happen together.
 *
 *   |◄── 312ms ──►|◄ 1초 ►|◄2ms►|◄ 10분 ►|◄── 305ms ──►|
 */
import type { EnvironmentRow, Instant, Millis } from "../../sandbox/index.ts";

export interface TimeAxis {
  readonly stretches: readonly Stretch[];
  /** All stretches' widths together, in units (see below): what the drawing needs at least. */
  readonly units: number;
  /** 0 at the left edge, 1 at the right one. */
  position(at: Instant): number;
}

export interface Stretch {
  readonly kind: "busy" | "quiet";
  readonly from: Instant;
  readonly to: Instant;
  /** Both as shares of the axis. */
  readonly left: number;
  readonly width: number;
}

/** Pauses shorter than this belong to what is around them. */
const SHORTEST_PAUSE: Millis = 100;

/** With more of them, no label could be read: short pauses are then drawn to scale, as part of what is around them. */
const MOST_PAUSES = 30;

/**
 * Widths. The longest busy stretch has the most, the others their share of it, but enough to be seen; and each has room for the
 * marks in it.
 */
const UNITS = { busiest: 12, leastBusy: 2.2, quiet: 2.2, mark: 0.9, mostOfMarks: 30 };

/** `marks`: instants at which something happens beside the environments, in any order. */
export function timeAxis(rows: readonly EnvironmentRow[], from: Instant, to: Instant, marks: readonly Instant[] = []): TimeAxis {
  const instants = [...new Set(marks)].toSorted((a, b) => a - b);
  const cut = cuts([...workOf(rows), ...instants.map((at) => ({ from: at, to: at }))], from, to);
  const longest = Math.max(1, ...cut.filter(({ kind }) => kind === "busy").map(length));
  const unitsOf = (part: Cut) => {
    if (part.kind === "quiet") return UNITS.quiet;
    const inside = instants.filter((at) => at >= part.from && at <= part.to).length;
    return Math.max(UNITS.leastBusy, (UNITS.busiest * length(part)) / longest, Math.min(UNITS.mostOfMarks, UNITS.mark * inside));
  };
  const widths = cut.map(unitsOf);
  const units = widths.reduce((sum, width) => sum + width, 0);
  let left = 0;
  const stretches = cut.map((part, index): Stretch => {
    const stretch = { ...part, left, width: (widths[index] ?? 0) / units };
    left += stretch.width;
    return stretch;
  });
  return { stretches, units, position: (at) => positionOn(stretches, at) };
}

/** Of no length: a mark. */
interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

interface Cut extends Interval {
  readonly kind: "busy" | "quiet";
}

const length = ({ from, to }: Interval): Millis => to - from;

const workOf = (rows: readonly EnvironmentRow[]): readonly Interval[] =>
  rows.flatMap((row) => row.segments.filter(({ kind }) => kind !== "idle"));

function cuts(intervals: readonly Interval[], from: Instant, to: Instant): Cut[] {
  let pause = SHORTEST_PAUSE;
  let busy = merged(intervals, pause);
  while (busy.length > MOST_PAUSES) {
    pause *= 2;
    busy = merged(busy, pause);
  }
  return cutAt(busy, from, to, pause);
}

/** Where they overlap or nearly touch they are one, in time order. */
function merged(intervals: readonly Interval[], pause: Millis): Interval[] {
  const together: Interval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = together.at(-1);
    if (last === undefined || from - last.to > pause) together.push({ from, to });
    else together[together.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return together;
}

function cutAt(busy: readonly Interval[], from: Instant, to: Instant, pause: Millis): Cut[] {
  const cut: Cut[] = [];
  let clock = from;
  for (const interval of busy) {
    const isPause = interval.from - clock > pause;
    if (isPause) cut.push({ kind: "quiet", from: clock, to: interval.from });
    const work = { from: isPause ? interval.from : clock, to: interval.to };
    // A single mark is the border of two pauses.
    if (length(work) > 0) cut.push({ kind: "busy", ...work });
    clock = interval.to;
  }
  const last = cut.at(-1);
  if (last === undefined || to - clock > pause) return [...cut, { kind: "quiet", from: clock, to }];
  return [...cut.slice(0, -1), { ...last, to }];
}

function positionOn(stretches: readonly Stretch[], at: Instant): number {
  const stretch = stretches.find(({ to }) => at <= to) ?? stretches.at(-1);
  if (stretch === undefined) return 0;
  const share = stretch.to === stretch.from ? 0 : (at - stretch.from) / (stretch.to - stretch.from);
  return stretch.left + stretch.width * Math.min(1, Math.max(0, share));
}
