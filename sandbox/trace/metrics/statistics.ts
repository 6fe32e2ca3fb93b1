/** CloudWatch's statistics of one period (CloudWatch user guide, "CloudWatch statistics definitions", read 2026-11). */
export interface Statistics {
  readonly SampleCount: number;
  readonly Sum: number;
  /** Sum / SampleCount. */
  readonly Average: number;
  readonly Minimum: number;
  readonly Maximum: number;
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
}

/** `values`: at least one. They are put in order. */
export function statistics(values: number[]): Statistics {
  values.sort((a, b) => a - b);
  let Sum = 0;
  for (const value of values) Sum += value;
  return {
    SampleCount: values.length,
    Sum,
    Average: Sum / values.length,
    Minimum: values[0] ?? 0,
    Maximum: values.at(-1) ?? 0,
    p50: percentile(values, 50),
    p90: percentile(values, 90),
    p99: percentile(values, 99),
  };
}

/**
 * The smallest value that so many percent of the values do not exceed.
 *
 * Simplified: CloudWatch keeps a distribution of the values, and its percentiles come out of that, a little beside the values
 * that were sent; ours is one of them.
 */
export function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
