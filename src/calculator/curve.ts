/** What the month costs as one field of the form changes and everything else stays. Each point is a bill of its own. */
import { approximately, FIELD_VALUES, type Fraction, formUsage, monthlyBill, RANGES, type UsageForm } from "../../sandbox/index.ts";
import { roundEnd } from "./chart-scale.ts";

export type CurveField = "memoryMB" | "requests" | "durationMs";

export interface Point {
  readonly x: number;
  readonly total: Fraction;
}

export interface Curve {
  readonly points: readonly Point[];
  readonly current: Point;
  readonly to: number;
  /** A rounded number of dollars at or above every point. */
  readonly top: number;
}

const STEPS = 32;

export function curve(form: UsageForm, freeTier: boolean, field: CurveField): Curve {
  const now = FIELD_VALUES[field](form) ?? 0;
  const to = endOf(field, now);
  const at = (x: number): Point => ({ x, total: totalOf({ ...form, [field]: x }, freeTier) });
  const from = RANGES[field].least;
  const xs = Array.from({ length: STEPS + 1 }, (_, step) => Math.round(from + ((to - from) * step) / STEPS));
  const points = xs.map(at);
  const current = at(now);
  return { points, current, to, top: roundEnd(Math.max(...points.map(({ total }) => approximately(total)), approximately(current.total))) };
}

export const totalOf = (form: UsageForm, freeTier: boolean): Fraction => monthlyBill(formUsage(form), { freeTier }).total;

/** Twice what it is now, rounded: the present lies in the middle. Memory has an end of its own. */
function endOf(field: CurveField, now: number): number {
  if (field === "memoryMB") return RANGES.memoryMB.most;
  const least = field === "requests" ? 1_000_000 : 10;
  return Math.min(RANGES[field].most, roundEnd(Math.max(least, now * 2)));
}
