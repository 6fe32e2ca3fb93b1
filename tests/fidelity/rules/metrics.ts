/** What AWS documents of Lambda's metrics in CloudWatch (developer guide, "Types of metrics for Lambda functions"). */
import type { FunctionDefinition, Stimulus } from "../../../sandbox/scenario.ts";
import { percentile } from "../../../sandbox/trace/metrics/statistics.ts";
import { type Metric, type MetricPoint, metricNamed, metrics } from "../../../sandbox/trace/metrics.ts";
import { FUNCTION_NAME, invoke, MINUTE, type Options, run, wait } from "../../harness.ts";
import type { FidelityRule } from "../rules.ts";

const FN = { FunctionName: FUNCTION_NAME };
const SETTLE: Stimulus = { type: "settle" };
const event = (payload: unknown = {}) => invoke(payload, { InvocationType: "Event" });
const error = { errorType: "Error", errorMessage: "no" };

type Declared = NonNullable<FunctionDefinition["declared"]>;

function points(
  declared: Declared,
  stimuli: readonly Stimulus[],
  name: string,
  { dimensions = FN, ...more }: Options & { readonly dimensions?: Metric["Dimensions"] } = {},
): readonly MetricPoint[] {
  return metricNamed(metrics(run({}, { declared, ...more }, stimuli)), name, dimensions)?.points ?? [];
}

const sum = (...args: Parameters<typeof points>) => points(...args).reduce((total, { Sum }) => total + Sum, 0);
const most = (...args: Parameters<typeof points>) => Math.max(...points(...args).map(({ Maximum }) => Maximum));

/** One of two fails; with a concurrency of one, the second of two at a time is throttled. */
const half: Declared = { duration: 100, failures: [{ eventContains: "bad", how: error }] };
const mixed = [invoke("good"), invoke("bad"), invoke("good", { count: 2 })];
const one: Options = { ReservedConcurrentExecutions: 1 };

const provisioned: Options & { readonly dimensions: Metric["Dimensions"] } = {
  dimensions: { FunctionName: FUNCTION_NAME, Resource: `${FUNCTION_NAME}:1` },
  Versions: [{}],
  ProvisionedConcurrencyConfigs: [{ Qualifier: "1", ProvisionedConcurrentExecutions: 2 }],
};
const threeAtOnce = [invoke({}, { Qualifier: "1", count: 3 })];

export const metricRules: readonly FidelityRule[] = [
  {
    title: "Invocations counts successful invocations and those with a function error, and no throttled request.",
    see: () => [sum(half, mixed, "Invocations", one)],
    expected: [3],
  },
  {
    title: "The error rate is Errors divided by Invocations; a throttle is no error.",
    see: () => [sum(half, mixed, "Errors", one), sum(half, mixed, "Throttles", one)],
    expected: [1, 1],
  },
  {
    title: "The timestamp of an error's metric is when the function was invoked, not when the error occurred.",
    see: () => {
      const late: Declared = { duration: 90_000, failures: [{ how: error }] };
      const [only, ...others] = points(late, [invoke()], "Errors", { Timeout: 120 });
      return [only?.Sum, others.length, only?.at === Date.parse("2026-11-22T07:00:00Z")];
    },
    expected: [1, 0, true],
  },
  {
    title: "Lambda sends metrics to CloudWatch in intervals of one minute.",
    see: () => [points(half, [invoke(), wait(MINUTE), invoke(), invoke()], "Invocations").map(({ Sum }) => Sum)],
    expected: [[1, 2]],
  },
  {
    title: "Duration is the time that the function spends on an event; Init is not in it.",
    see: () => {
      const [point] = points({ duration: 100, init: 5_000 }, [invoke()], "Duration");
      return [(point?.Maximum ?? 0) > 100, (point?.Maximum ?? 0) < 120];
    },
    expected: [true, true],
  },
  {
    title: "ConcurrentExecutions is the number of function instances that are processing events; its Maximum is what to look at.",
    see: () => [most(half, [invoke({}, { count: 7 })], "ConcurrentExecutions")],
    expected: [7],
  },
  {
    title: "UnreservedConcurrentExecutions counts, for the Region, what functions without reserved concurrency process.",
    see: () => [
      most(half, [invoke({}, { count: 4 })], "UnreservedConcurrentExecutions", { dimensions: {} }),
      points(half, [invoke()], "UnreservedConcurrentExecutions", { dimensions: {}, ...one }).length,
    ],
    expected: [4, 0],
  },
  {
    title:
      "ProvisionedConcurrencyInvocations counts what provisioned environments process, ProvisionedConcurrencySpilloverInvocations what others do when all of those are in use.",
    see: () => [
      sum(half, threeAtOnce, "ProvisionedConcurrencyInvocations", provisioned),
      sum(half, threeAtOnce, "ProvisionedConcurrencySpilloverInvocations", provisioned),
    ],
    expected: [2, 1],
  },
  {
    title: "ProvisionedConcurrencyUtilization is the share of the allocated environments that are in use.",
    see: () => [
      most(half, [invoke({}, { Qualifier: "1" })], "ProvisionedConcurrencyUtilization", provisioned),
      most(half, threeAtOnce, "ProvisionedConcurrencyUtilization", provisioned),
    ],
    expected: [0.5, 1],
  },
  {
    title: "AsyncEventsReceived counts the events that Lambda has queued.",
    see: () => [sum(half, [event("bad"), event("good"), SETTLE], "AsyncEventsReceived")],
    expected: [2],
  },
  {
    title: "AsyncEventAge is the time between queueing and invoking; it grows with every retry.",
    see: () => {
      const ages = points(half, [event("bad"), SETTLE], "AsyncEventAge").map(({ Maximum }) => Math.floor(Maximum / MINUTE));
      return [ages];
    },
    expected: [[0, 1, 3]],
  },
  {
    title: "AsyncEventsDropped counts events that were never handled, those too that went to a dead-letter queue.",
    see: () => {
      const queues = { resources: { queues: [{ QueueName: "dead" }] }, DeadLetterConfig: { TargetArn: "queue:dead" } };
      return [sum(half, [event("bad"), SETTLE], "AsyncEventsDropped"), sum(half, [event("bad"), SETTLE], "AsyncEventsDropped", queues)];
    },
    expected: [1, 1],
  },
  {
    title: "A metric of an alias stands under the function, the alias, and the version that the alias led to.",
    see: () => {
      const aliased: Options = { declared: half, Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] };
      const all = metrics(run({}, aliased, [invoke({}, { Qualifier: "live" })]));
      return all.filter(({ MetricName }) => MetricName === "Invocations").map(({ Dimensions }) => Object.values(Dimensions).join(" "));
    },
    expected: [FUNCTION_NAME, `${FUNCTION_NAME} ${FUNCTION_NAME}:live`, `${FUNCTION_NAME} ${FUNCTION_NAME}:live 1`],
  },
  {
    title: "The 90th percentile is the value that 90 percent of the data do not exceed.",
    see: () => {
      const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
      return [percentile(hundred, 50), percentile(hundred, 90), percentile(hundred, 99)];
    },
    expected: [50, 90, 99],
  },
];
