/** One metric of CloudWatch: a bar for each minute, and the same as words. */
import type { Metric } from "../../../sandbox/index.ts";

/** Which statistic of a metric says something (CloudWatch's own default in the Lambda console). */
const STATISTIC = { Duration: "p99", ConcurrentExecutions: "Maximum", IteratorAge: "Maximum" } as const;

const MOST_MINUTES = 60;

export function MetricChart({ metric: { MetricName, Dimensions, points } }: { readonly metric: Metric }) {
  const statistic = MetricName in STATISTIC ? STATISTIC[MetricName as keyof typeof STATISTIC] : "Sum";
  const shown = points.slice(-MOST_MINUTES);
  const values = shown.map((point) => point[statistic]);
  const most = Math.max(1, ...values);
  const width = 100 / Math.max(1, shown.length);
  return (
    <figure>
      <figcaption>
        <b>{MetricName}</b>{" "}
        <small>
          {Dimensions.FunctionName} · {statistic} · 1분{points.length > shown.length && ` · 마지막 ${MOST_MINUTES}분`}
        </small>
      </figcaption>
      <svg
        viewBox="0 0 100 32"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${MetricName} ${statistic}: ${values.map(number).join(", ")}`}
      >
        {values.map((value, index) => (
          <rect key={index} x={index * width} y={32 - (30 * value) / most} width={width * 0.8} height={(30 * value) / most} />
        ))}
      </svg>
      <p>{told(values, statistic)}</p>
    </figure>
  );
}

function told(values: readonly number[], statistic: string): string {
  if (values.length <= 6) return values.map(number).join(", ");
  const greatest = `1분에 가장 큰 값 ${number(Math.max(...values))}`;
  return statistic === "Sum" ? `${greatest}, 모두 ${number(values.reduce((sum, value) => sum + value, 0))}` : greatest;
}

const number = (value: number) => Number(value.toFixed(2)).toLocaleString("ko-KR");
