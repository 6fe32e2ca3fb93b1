/**
 * CloudWatch's metrics of a run, by CloudWatch's names: a fold over the trace (developer guide, "Types of metrics for Lambda
 * functions", read 2026-11). A metric that nothing was sent for is absent, as it is in CloudWatch.
 *
 *   trace ──► samples (metrics/lambda.ts, metrics/queues.ts) ──► one point per period
 */
import type { Instant, Millis } from "../time/instant.ts";
import type { Trace } from "./events.ts";
import { lambdaSamples } from "./metrics/lambda.ts";
import { queueSamples } from "./metrics/queues.ts";
import { MetricSamples, type Unit } from "./metrics/samples.ts";
import { type Statistics, statistics } from "./metrics/statistics.ts";

export interface Metric {
  readonly Namespace: "AWS/Lambda" | "AWS/SQS";
  readonly MetricName: string;
  /** `{ FunctionName }`, `{ FunctionName, Resource: "orders:live" }`, with ExecutedVersion for an alias; `{}`: the account. */
  readonly Dimensions: Readonly<Record<string, string>>;
  readonly Unit: Unit;
  /** Periods that have samples, in order of time. */
  readonly points: readonly MetricPoint[];
}

export interface MetricPoint extends Statistics {
  /** Where the period begins. */
  readonly at: Instant;
}

/** What CloudWatch shows of Lambda where nobody asks for another period. */
export const DEFAULT_PERIOD: Millis = 60_000;

/** Periods begin at whole multiples of their length, as CloudWatch's do. Metrics in the order in which they were first sent. */
export function metrics(trace: Trace, period: Millis = DEFAULT_PERIOD): readonly Metric[] {
  const samples = new MetricSamples(period);
  lambdaSamples(trace, samples, period);
  queueSamples(trace, samples, period);
  return samples.series().map(({ periods, ...named }) => ({
    ...named,
    points: periods.map(([at, values]) => ({ at, ...statistics(values) })),
  }));
}

/** The one metric of that name and those dimensions; undefined where nothing was sent. */
export function metricNamed(all: readonly Metric[], MetricName: string, Dimensions: Readonly<Record<string, string>>): Metric | undefined {
  const wanted = Object.entries(Dimensions);
  return all.find((metric) => {
    if (metric.MetricName !== MetricName || Object.keys(metric.Dimensions).length !== wanted.length) return false;
    return wanted.every(([name, value]) => metric.Dimensions[name] === value);
  });
}
