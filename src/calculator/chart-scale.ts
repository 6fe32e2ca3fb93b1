/** Axes of the charts: rounded ends, and places between them. For drawing only; money is written from exact amounts. */

/** The next of 1, 2, 2.5, 5 × a power of ten at or above. */
export function roundEnd(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((multiple) => multiple * power >= value * (1 - 1e-9)) ?? 10;
  return step * power;
}

/** 0 at `from`, 1 at `to`; never outside. */
export function place(value: number, from: number, to: number): number {
  return to === from ? 0 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** 만 and 억, as Korean readers count: 3000000 → `300만`, 250000000 → `2.5억`. Below 10만 in full: 10,240 of memory. */
export function shortCount(value: number): string {
  if (value >= 1e12) return `${trimmed(value / 1e12)}조`;
  if (value >= 1e8) return `${trimmed(value / 1e8)}억`;
  if (value >= 1e5) return `${trimmed(value / 1e4)}만`;
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Of an axis: `$12.5`, `$2.5만`. */
export const shortDollars = (value: number) => `$${value < 1_000 ? trimmed(value) : shortCount(value)}`;

const trimmed = (value: number) => String(Number(value.toPrecision(3)));
