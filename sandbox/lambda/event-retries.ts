/**
 * When an event of the internal queue is tried again (developer guide, "How Lambda handles errors and retries with asynchronous
 * invocation"; fidelity.md §5.1).
 */
import type { EventInvokeConfig } from "../scenario.ts";
import type { Instant, Millis } from "../time/instant.ts";
import type { SettledCondition } from "../trace/events.ts";
import { ASYNCHRONOUS_RETRIES, EVENT_AGE, RETRY_WAITS, THROTTLE_WAITS } from "./quotas.ts";

export type Next = { readonly retryAt: Instant } | { readonly condition: SettledCondition };

export interface Queued {
  readonly queuedAt: Instant;
  /** Attempts that reached the function. */
  readonly attempts: number;
  /** Attempts that did not. They use up no retry. */
  readonly throttles: number;
}

/** The function failed at `at`; its attempt is counted. */
export function afterFailure(at: Instant, { queuedAt, attempts }: Queued, config: EventInvokeConfig): Next {
  if (attempts > (config.MaximumRetryAttempts ?? ASYNCHRONOUS_RETRIES.default)) return { condition: "RetriesExhausted" };
  return unlessTooOld(at + retryWait(attempts), queuedAt, config);
}

/** Lambda throttled the attempt, or failed itself; it is counted. Waits double from 1 second to 5 minutes. */
export function afterThrottle(at: Instant, { queuedAt, throttles }: Queued, config: EventInvokeConfig): Next {
  return unlessTooOld(at + throttleWait(throttles), queuedAt, config);
}

/** Before attempt number `attempts` + 1. */
const retryWait = (attempts: number): Millis => RETRY_WAITS[attempts - 1] ?? RETRY_WAITS[1];

const throttleWait = (throttles: number): Millis => Math.min(THROTTLE_WAITS.most, THROTTLE_WAITS.first * 2 ** Math.min(throttles - 1, 20));

/** Looked at ahead: an event that would be too old at its next attempt is given up now (recorded from AWS in November 2025). */
function unlessTooOld(retryAt: Instant, queuedAt: Instant, { MaximumEventAgeInSeconds = EVENT_AGE.default }: EventInvokeConfig): Next {
  return retryAt - queuedAt > MaximumEventAgeInSeconds * 1000 ? { condition: "EventAgeExceeded" } : { retryAt };
}
