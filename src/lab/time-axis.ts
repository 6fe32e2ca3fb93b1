/**
 * Where on the drawing an instant lies. Work takes milliseconds and the pauses between take minutes, so an axis to scale would
 * show nothing: the axis is cut into stretches, busy ones drawn to a scale of their own, quiet ones folded to one small width.
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

/** Pauses shorter than this belong to the work around them. */
const SHORTEST_PAUSE: Millis = 100;

/** Widths. The longest busy stretch has the most, the others their share of it, but enough to be seen. */
const UNITS = { busiest: 12, leastBusy: 2.2, quiet: 2.2 };

export function timeAxis(rows: readonly EnvironmentRow[], from: Instant, to: Instant): TimeAxis {
  const cut = cuts(busyIntervals(rows), from, to);
  const longest = Math.max(1, ...cut.filter(({ kind }) => kind === "busy").map(length));
  const unitsOf = (part: Cut) =>
    part.kind === "quiet" ? UNITS.quiet : Math.max(UNITS.leastBusy, (UNITS.busiest * length(part)) / longest);
  const units = cut.reduce((sum, part) => sum + unitsOf(part), 0);
  let left = 0;
  const stretches = cut.map((part): Stretch => {
    const stretch = { ...part, left, width: unitsOf(part) / units };
    left += stretch.width;
    return stretch;
  });
  return { stretches, units, position: (at) => positionOn(stretches, at) };
}

interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

interface Cut extends Interval {
  readonly kind: "busy" | "quiet";
}

const length = ({ from, to }: Interval): Millis => to - from;

/** Merged where they overlap or nearly touch, in time order. */
function busyIntervals(rows: readonly EnvironmentRow[]): Interval[] {
  const merged: Interval[] = [];
  const segments = rows.flatMap((row) => row.segments.filter(({ kind }) => kind !== "idle"));
  for (const { from, to } of segments.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || from - last.to > SHORTEST_PAUSE) merged.push({ from, to });
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, to) };
  }
  return merged;
}

function cuts(busy: readonly Interval[], from: Instant, to: Instant): Cut[] {
  const cut: Cut[] = [];
  let clock = from;
  for (const interval of busy) {
    const isPause = interval.from - clock > SHORTEST_PAUSE;
    if (isPause) cut.push({ kind: "quiet", from: clock, to: interval.from });
    cut.push({ kind: "busy", from: isPause ? interval.from : clock, to: interval.to });
    clock = interval.to;
  }
  const last = cut.at(-1);
  if (last === undefined || to - clock > SHORTEST_PAUSE) return [...cut, { kind: "quiet", from: clock, to }];
  return [...cut.slice(0, -1), { ...last, to }];
}

function positionOn(stretches: readonly Stretch[], at: Instant): number {
  const stretch = stretches.find(({ to }) => at <= to) ?? stretches.at(-1);
  if (stretch === undefined) return 0;
  const share = stretch.to === stretch.from ? 0 : (at - stretch.from) / (stretch.to - stretch.from);
  return stretch.left + stretch.width * Math.min(1, Math.max(0, share));
}
