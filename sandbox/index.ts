/** Everything of the sandbox that others may use. */

export type { HttpStub } from "./network/http-stub.ts";
export { centsText, fixed, moneyDecimal, moneyText, plainDecimal, quantityText, toCents } from "./pricing/amount-text.ts";
export { type Amount, type Bill, billOf, dollars } from "./pricing/bill.ts";
export { type BreakEven, breakEven, breakEvenRequests } from "./pricing/break-even.ts";
export { formUsage } from "./pricing/form-usage.ts";
export {
  approximately,
  exactly,
  type Fraction,
  isMore,
  isNothing,
  NOTHING,
  product,
  quotient,
  remainder,
  sum,
} from "./pricing/fraction.ts";
export { FREE_TIER } from "./pricing/free-tier.ts";
export { type BillLine, type MonthlyBill, monthlyBill } from "./pricing/monthly-bill.ts";
export { NOT_OFFERED } from "./pricing/not-offered.ts";
export {
  ARCHITECTURES,
  type Architecture,
  ITEMS,
  type Item,
  type LambdaPrices,
  type Price,
  priceOf,
  REGIONS,
  type Region,
  SEOUL_X86,
  tiersOf,
} from "./pricing/price-list.ts";
export { type RunAverages, runAverages } from "./pricing/run-averages.ts";
export { CERTAINTIES, INIT_BILLED, PRICES_CHECKED, SOURCES, type Source } from "./pricing/sources.ts";
export {
  BLANK_FORM,
  FIELD_VALUES,
  type FormProblem,
  formProblems,
  HOURS_PER_MONTH,
  type NumberField,
  RANGES,
  type SnapStart,
  type UsageForm,
} from "./pricing/usage-form.ts";
export type { Runtime } from "./runtime/runtime.ts";
export type * from "./scenario.ts";
export { ACCOUNT_DEFAULTS } from "./scenario.ts";
export type { Instant, Millis } from "./time/instant.ts";
export { type EnvironmentRow, environmentRows, type Segment } from "./trace/environment-rows.ts";
export type * from "./trace/events.ts";
export { type Attempt, type InvocationOrigin, type InvocationRecord, invocationRecords } from "./trace/invocations.ts";
export { type LogGroup, logGroups } from "./trace/log-groups.ts";
export { type LogStream, logStreams } from "./trace/log-streams.ts";
export { DEFAULT_PERIOD, type Metric, type MetricPoint, metricNamed, metrics } from "./trace/metrics.ts";
export { type ReceivedPiece, type ReceivedStream, receivedStreams } from "./trace/received-stream.ts";
export { type Step, type TimelineRow, timelineRows } from "./trace/timeline-rows.ts";
export { type FunctionSegment, type RequestTrace, requestTraces } from "./trace/traces.ts";
