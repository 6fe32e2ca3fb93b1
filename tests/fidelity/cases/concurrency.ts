/** fidelity.md §7.1–§7.3: scaling, reserved and provisioned concurrency. */
import type { Stimulus } from "../../../sandbox/scenario.ts";
import { eventsOf, FUNCTION_NAME, invoke, payload, platformLines, reports, responses, wait } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

type Trace = Parameters<FidelityCase["see"]>[0];

const handler = "export const handler = async (event) => event;";
const slow = "export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 1000)); };";
/** No code runs: thousands of invocations are quick. */
const lasting = (duration: number) => ({ declared: { duration } });
const statuses = (trace: Trace) => responses(trace).map(({ StatusCode }) => StatusCode);
const count = (trace: Trace, status: number) => statuses(trace).filter((one) => one === status).length;
const reasons = (trace: Trace) => [...new Set(eventsOf(trace, "invocation-throttled").map(({ Reason }) => Reason))];
const burst = (number: number): Stimulus => invoke({}, { count: number });
const large = { ConcurrentExecutions: 10_000 };
const published = { Versions: [{}], Aliases: [{ Name: "live", FunctionVersion: "1" }] };
const provisioned = (ProvisionedConcurrentExecutions: number) => ({
  ...published,
  ProvisionedConcurrencyConfigs: [{ Qualifier: "live", ProvisionedConcurrentExecutions }],
});
const live = (event?: unknown, more = {}) => invoke(event, { Qualifier: "live", ...more });

export const concurrencyCases: readonly FidelityCase[] = [
  {
    section: "7.1",
    title: "Each function may add up to 1,000 environments every 10 s; above that a request gets 429 ConcurrentInvocationLimitExceeded.",
    says: fidelity(
      "Each function may add up to 1,000 environments every 10 s (refilled continuously, unused rate does not accumulate); above → 429",
    ),
    files: handler,
    options: { account: large, ...lasting(30_000), Timeout: 60 },
    stimuli: [burst(1_500)],
    see: (trace) => [count(trace, 200), count(trace, 429), reasons(trace)],
    expected: [1_000, 500, ["ConcurrentInvocationLimitExceeded"]],
  },
  {
    section: "7.1",
    title: "The 1,000 environments of 10 s are refilled continuously: after one second another 100 may be added.",
    says: fidelity("refilled continuously"),
    files: handler,
    options: { account: large, ...lasting(30_000), Timeout: 60 },
    stimuli: [{ type: "traffic", arrivals: { type: "constant", ratePerSecond: 1_500, duration: 2_000 }, send: invoke() }],
    see: (trace) => [Math.round(eventsOf(trace, "environment-created").length / 10)],
    expected: [120],
  },
  {
    section: "7.1",
    title:
      "Rate that is not used does not accumulate: after an hour without requests still no more than 1,000 environments are added at once.",
    says: fidelity("unused rate does not accumulate"),
    files: handler,
    options: { account: large, ...lasting(1_000) },
    stimuli: [wait(3_600_000), burst(1_200)],
    see: (trace) => [count(trace, 200)],
    expected: [1_000],
  },
  {
    section: "7.1",
    title: "A function answers at most ten requests a second for each unit of its concurrency, however short they are.",
    says: fidelity(
      "Requests per second ≤ 10 × concurrency: account, and reserved (`ReservedFunctionInvocationRateLimitExceeded`) and provisioned too.",
    ),
    files: handler,
    options: { account: large, ReservedConcurrentExecutions: 1, ...lasting(1) },
    stimuli: [
      invoke(),
      wait(5_000),
      { type: "traffic", arrivals: { type: "constant", ratePerSecond: 20, duration: 1_000 }, send: invoke() },
    ],
    see: (trace) => [count(trace, 200), count(trace, 429), reasons(trace)],
    expected: [11, 10, ["ReservedFunctionInvocationRateLimitExceeded"]],
  },
  {
    section: "7.2",
    title: "Reserved concurrency is a cap: one request more than is reserved gets 429 with the reserved function's reason.",
    says: fidelity("- Guarantees and caps."),
    files: slow,
    options: { ReservedConcurrentExecutions: 2 },
    stimuli: [burst(3)],
    see: (trace) => [statuses(trace).sort(), payload(trace, statuses(trace).indexOf(429))],
    expected: [
      [200, 200, 429],
      fidelity('{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}', { whole: true }),
    ],
  },
  {
    section: "7.2",
    title: "A reserved concurrency of 0 throttles every request.",
    says: fidelity("Set 0 = all throttled."),
    files: handler,
    options: { ReservedConcurrentExecutions: 0 },
    stimuli: [invoke(), wait(60_000), invoke()],
    see: (trace) => [statuses(trace), eventsOf(trace, "environment-created").length],
    expected: [[429, 429], 0],
  },
  {
    section: "7.3",
    title: "Provisioned concurrency is IN_PROGRESS with none allocated, and READY when all are.",
    says: fidelity("RequestedProvisionedConcurrentExecutions:5, AllocatedProvisionedConcurrentExecutions:0"),
    files: handler,
    options: published,
    stimuli: [
      { type: "putProvisionedConcurrency", FunctionName: FUNCTION_NAME, Qualifier: "live", ProvisionedConcurrentExecutions: 5 },
      wait(10_000),
    ],
    see: (trace) => eventsOf(trace, "provisioned-concurrency-changed").map((one) => [one.Status, one.Requested, one.Allocated]),
    expected: [
      ["IN_PROGRESS", 5, 0],
      ["READY", 5, 5],
    ],
  },
  {
    section: "7.3",
    title: "A provisioned environment has a log stream from its allocation on, with INIT_START only.",
    says: fidelity("log stream created at allocation with only INIT_START"),
    files: handler,
    options: provisioned(1),
    stimuli: [wait(1_000)],
    see: (trace) => [eventsOf(trace, "environment-created").length, platformLines(trace).map((line) => line.split(" ")[0])],
    expected: [1, ["INIT_START"]],
  },
  {
    section: "7.3",
    title: "AWS_LAMBDA_INITIALIZATION_TYPE is provisioned-concurrency in a provisioned environment and on-demand in others.",
    says: fidelity("`AWS_LAMBDA_INITIALIZATION_TYPE=provisioned-concurrency`"),
    files: "export const handler = async () => process.env.AWS_LAMBDA_INITIALIZATION_TYPE;",
    options: provisioned(1),
    stimuli: [live(), invoke()],
    see: (trace) => [payload(trace, 0), payload(trace, 1)],
    expected: ['"provisioned-concurrency"', '"on-demand"'],
  },
  {
    section: "2.3",
    title: "With provisioned concurrency the init is not in the REPORT of the invocation.",
    says: fidelity("Provisioned concurrency: init is not in REPORT of the invocation."),
    files: handler,
    options: provisioned(1),
    stimuli: [live()],
    see: (trace) => [reports(trace)[0]?.initDuration, eventsOf(trace, "invoke-started")[0]?.coldStart],
    expected: [undefined, false],
  },
  {
    section: "7.3",
    title: "Above the provisioned count requests spill over to on-demand environments, with a cold start.",
    says: fidelity("Above the provisioned count → spillover to on-demand (cold start, metric ProvisionedConcurrencySpilloverInvocations)."),
    files: slow,
    options: provisioned(3),
    stimuli: [live({}, { count: 4 })],
    see: (trace) => [eventsOf(trace, "invoke-started").map(({ coldStart }) => coldStart)],
    expected: [[false, false, false, true]],
  },
  {
    section: "7.3",
    title: "An error of Init makes provisioned concurrency FAILED with FUNCTION_ERROR_INIT_FAILURE.",
    says: fidelity('`Status:"FAILED","StatusReason":"FUNCTION_ERROR_INIT_FAILURE"`'),
    files: "throw new Error('no database'); export const handler = async () => 1;",
    options: provisioned(2),
    stimuli: [wait(1_000)],
    see: (trace) => [eventsOf(trace, "provisioned-concurrency-changed").map(({ Status, StatusReason }) => [Status, StatusReason])],
    expected: [
      [
        ["IN_PROGRESS", undefined],
        ["FAILED", "FUNCTION_ERROR_INIT_FAILURE"],
      ],
    ],
  },
  {
    section: "7.3",
    title: "Where all reserved concurrency is provisioned, $LATEST is throttled with the reserved reason.",
    says: fidelity("Reserved == PC → `$LATEST` throttled with the Reserved reason"),
    files: handler,
    options: { ...provisioned(2), ReservedConcurrentExecutions: 2 },
    stimuli: [invoke(), live()],
    see: (trace) => [statuses(trace), reasons(trace)],
    expected: [[429, 200], ["ReservedFunctionConcurrentInvocationLimitExceeded"]],
  },
];
