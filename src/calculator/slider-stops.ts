/**
 * Where a slider can stand. It moves from stop to stop, so each press of an arrow key is a step that shows; a field may hold any
 * value between two of them, and the slider then stands at the nearest.
 */
import { type NumberField, RANGES } from "../../sandbox/index.ts";

/** Rising. Wide ranges are cut into equal ratios, ten to a decade. */
export const STOPS: Readonly<Partial<Record<NumberField, readonly number[]>>> = {
  requests: [0, ...decades(1_000, 10_000_000_000)],
  durationMs: decades(1, RANGES.durationMs.most),
  memoryMB: [...multiples(64, 128, 1_024), ...multiples(128, 1_152, 1_664), 1_769, ...multiples(256, 2_048, 10_240)],
  coldRate: [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1],
  initMs: [0, ...decades(10, RANGES.initMs.most)],
};

/** The index of the stop that is nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  const above = stops.findIndex((stop) => stop >= value);
  if (above === -1) return stops.length - 1;
  const [low = 0, high = 0] = [stops[above - 1], stops[above]];
  return above > 0 && value - low < high - value ? above - 1 : above;
}

function decades(least: number, most: number): readonly number[] {
  const stops: number[] = [];
  for (let power = least; power <= most; power *= 10) {
    stops.push(...[10, 12, 15, 20, 25, 30, 40, 50, 60, 80].map((tenths) => (tenths * power) / 10));
  }
  return [...new Set(stops.filter((stop) => stop < most && Number.isInteger(stop))), most];
}

function multiples(step: number, from: number, to: number): readonly number[] {
  return Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
}
