/** Conditions on a metric of CloudWatch, over the whole run. */
import { metricNamed, metrics } from "../trace/metrics.ts";
import type { MetricTest } from "./condition.ts";
import type { Evidence } from "./evidence.ts";
import { type Finding, mustBe } from "./finding.ts";
import { decimal } from "./korean-numbers.ts";
import { withParticle } from "./particle.ts";

/** One period that no run of the book is longer than. */
const WHOLE_RUN = 366 * 86_400_000;

export function metricFinding(test: MetricTest, evidence: Evidence): Finding {
  const { name, statistic, atLeast, atMost } = test;
  const value = metricValue(test, evidence) ?? 0;
  const phrases = [
    ...(atLeast === undefined ? [] : [`${decimal(atLeast, 2)} 이상`]),
    ...(atMost === undefined ? [] : [`${decimal(atMost, 2)} 이하`]),
  ];
  return {
    holds: value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY),
    seen: `${withParticle(`\`${name}\` 지표의 ${KOREAN[statistic]}`, "은")} ${decimal(value, 2)}입니다.`,
    ...mustBe(phrases.join(" ")),
  };
}

const KOREAN: Readonly<Record<MetricTest["statistic"], string>> = {
  Sum: "합",
  Average: "평균",
  Maximum: "최댓값",
  p50: "p50",
  p90: "p90",
  p99: "p99",
};

/** Undefined where nothing was sent. */
export function metricValue({ name, statistic, FunctionName }: MetricTest, { scenario, trace }: Evidence): number | undefined {
  const of = FunctionName ?? scenario.functions[0]?.FunctionName ?? "";
  return metricNamed(metrics(trace, WHOLE_RUN), name, { FunctionName: of })?.points[0]?.[statistic];
}
