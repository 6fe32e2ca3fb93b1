/** Everything of the sandbox that others may use. */

export { type Amount, type Bill, billOf, dollars } from "./pricing/bill.ts";
export { type LambdaPrices, SEOUL_X86 } from "./pricing/price-list.ts";
export type { Runtime } from "./runtime/runtime.ts";
export type * from "./scenario.ts";
export { ACCOUNT_DEFAULTS } from "./scenario.ts";
export type { Instant, Millis } from "./time/instant.ts";
export { type EnvironmentRow, environmentRows, type Segment } from "./trace/environment-rows.ts";
export type * from "./trace/events.ts";
export { type InvocationRecord, invocationRecords } from "./trace/invocations.ts";
export { type LogStream, logStreams } from "./trace/log-streams.ts";
