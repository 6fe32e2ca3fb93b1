/** Everything of the sandbox that others may use. */
export type * from "./scenario.ts";
export type * from "./trace/events.ts";
export { ACCOUNT_DEFAULTS } from "./scenario.ts";
