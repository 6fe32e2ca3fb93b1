/** What `run` prints of a scenario for people: a summary, its timeline, its logs, its metrics. */
import { thousands } from "../thousands.ts";
import { isoTime } from "../time/instant.ts";
import type { Trace } from "../trace/events.ts";
import { invocationRecords } from "../trace/invocations.ts";
import { logGroups } from "../trace/log-groups.ts";
import { type Metric, metricNamed, metrics } from "../trace/metrics.ts";
import { textTimeline } from "../trace/text-timeline.ts";
import { requestTraces } from "../trace/traces.ts";
import { gigabyteSeconds, usageByFunction } from "../trace/usage.ts";
import { durationText } from "./duration.ts";
import { table } from "./table.ts";

export type RunView = "summary" | "timeline" | "logs" | "metrics" | "json";

export function runReport(trace: Trace, view: RunView): string {
  switch (view) {
    case "summary":
      return summary(trace);
    case "timeline":
      return textTimeline(trace);
    case "logs":
      return logs(trace);
    case "metrics":
      return metricTable(metrics(trace));
    case "json": {
      const { startsAt, endsAt } = trace;
      const told = { startsAt: isoTime(startsAt), endsAt: isoTime(endsAt), invocations: invocationRecords(trace) };
      return JSON.stringify({ ...told, http: httpExchanges(trace), metrics: metrics(trace), traces: requestTraces(trace) }, null, 2);
    }
  }
}

/** Each function's figures, the queues that are not empty, and how long it took in virtual time. */
function summary(trace: Trace): string {
  // One period for the whole run.
  const all = metrics(trace, Number.MAX_SAFE_INTEGER);
  const functions = [...new Set(all.flatMap(({ Dimensions }) => Dimensions.FunctionName ?? []))];
  const usage = new Map(usageByFunction(trace).map((one) => [one.FunctionName, one]));
  const rows = functions.map((FunctionName) => {
    const point = (name: string) => metricNamed(all, name, { FunctionName })?.points[0];
    const used = usage.get(FunctionName);
    const time = point("Duration");
    return [
      FunctionName,
      count(point("Invocations")?.Sum),
      count(point("Errors")?.Sum),
      count(point("Throttles")?.Sum),
      count(point("ConcurrentExecutions")?.Maximum),
      time === undefined ? "-" : `${durationText(time.p50)} / ${durationText(time.p99)}`,
      used === undefined ? "-" : `${Number(gigabyteSeconds(used).toFixed(4))}`,
    ];
  });
  const head = ["함수", "호출", "오류", "스로틀링", "최대 동시 실행", "실행 시간 p50 / p99", "GB-초"];
  const queues = leftInQueues(trace).map(([name, left]) => `큐 ${name}에 남은 메시지 ${thousands(left)}개`);
  const answers = [...Map.groupBy(httpExchanges(trace), ({ frontEnd, status }) => `${frontEnd}의 HTTP 응답 ${status ?? "없음"}`)].map(
    ([what, all]) => `${what}: ${thousands(all.length)}건`,
  );
  const parts = [`지난 시간 ${durationText(trace.endsAt - trace.startsAt)}`, table([head, ...rows]), ...queues, ...answers];
  return parts.join("\n\n");
}

interface HttpExchange {
  readonly frontEnd: string;
  readonly method: string;
  readonly url: string;
  readonly status?: number;
  readonly headers?: readonly (readonly [string, string])[];
  readonly body?: string;
}

/** Requests through front ends and what came back, in the order of the requests. */
function httpExchanges(trace: Trace): readonly HttpExchange[] {
  const exchanges = new Map<number, HttpExchange>();
  for (const event of trace.events) {
    if (event.type === "front-end-requested") {
      const { frontEnd, method, url } = event;
      exchanges.set(event.exchange, { frontEnd, method, url });
    }
    const asked = event.type === "front-end-responded" ? exchanges.get(event.exchange) : undefined;
    if (event.type !== "front-end-responded" || asked === undefined) continue;
    const { status, headers, body } = event;
    exchanges.set(event.exchange, { ...asked, status, headers, body });
  }
  return [...exchanges.values()];
}

const count = (value: number | undefined) => (value === undefined ? "-" : thousands(value));

function leftInQueues(trace: Trace): readonly (readonly [string, number])[] {
  const left = new Map<string, number>();
  const add = (queue: string, change: number) => {
    const name = queue.slice(queue.lastIndexOf(":") + 1);
    left.set(name, (left.get(name) ?? 0) + change);
  };
  for (const event of trace.events) {
    if (event.type === "message-sent") add(event.queue, 1);
    if (event.type === "message-deleted") add(event.queue, -1);
    if (event.type === "message-moved") {
      add(event.queue, -1);
      add(event.to, 1);
    }
  }
  return [...left].filter(([, messages]) => messages > 0);
}

function logs(trace: Trace): string {
  return logGroups(trace)
    .flatMap(({ logGroup, streams }) => streams.map(({ logStream, events }) => ({ logGroup, logStream, events })))
    .filter(({ events }) => events.length > 0)
    .map(({ logGroup, logStream, events }) =>
      [`${logGroup} ${logStream}`, ...events.map(({ at, message }) => `  ${isoTime(at)}  ${message.replaceAll("\n", "\n    ")}`)].join(
        "\n",
      ),
    )
    .join("\n\n");
}

function metricTable(all: readonly Metric[]): string {
  const head = ["지표", "차원", "기간의 시작", "Sum", "Average", "Maximum", "p50", "p90", "p99"];
  const rows = all.flatMap(({ MetricName, Dimensions, points }) =>
    points.map(({ at, Sum, Average, Maximum, p50, p90, p99 }) => [
      MetricName,
      dimensionText(Dimensions),
      isoTime(at).slice(0, 19),
      ...[Sum, Average, Maximum, p50, p90, p99].map(figure),
    ]),
  );
  return table([head, ...rows]);
}

const dimensionText = (dimensions: Metric["Dimensions"]) => Object.values(dimensions).join(" ") || "계정";
const figure = (value: number) => String(Number(value.toFixed(2)));
