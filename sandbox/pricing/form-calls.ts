/** Which of a form's invocations run where, which begin cold, and how long each is billed. */
import { exactly, type Fraction, isMore, product, quotient, rounded, roundedDown, roundedUp, sum } from "./fraction.ts";
import type { UsageForm } from "./usage-form.ts";

export interface Calls {
  /** Served by environments that were provisioned; never cold. */
  readonly provisioned: bigint;
  readonly warm: bigint;
  readonly cold: bigint;
  /** Billed for an invocation without Init, and for one with it. Whole milliseconds, at least one. */
  readonly warmMs: bigint;
  readonly coldMs: bigint;
}

const MS_PER_HOUR = 3_600_000n;

/** What of a form the calls depend on. */
export type CallFields = Pick<UsageForm, "requests" | "durationMs" | "coldRate" | "initMs" | "initBilled" | "provisioned">;

export function callsOf(form: CallFields): Calls {
  const { requests, durationMs, coldRate, initMs, initBilled } = form;
  const warmMs = billedMs(exactly(durationMs));
  const provisioned = servedByProvisioned(form, warmMs);
  const onDemand = BigInt(requests) - provisioned;
  // Invocations are counted, so a share of them is a whole number.
  const cold = rounded(product(onDemand, coldRate));
  // AWS rounds the sum of both up, not each (lambda/billing.ts).
  const coldMs = initBilled ? billedMs(sum(exactly(durationMs), exactly(initMs))) : warmMs;
  return { provisioned, warm: onDemand - cold, cold, warmMs, coldMs };
}

/** In billed milliseconds. */
export const onDemandMs = ({ warm, cold, warmMs, coldMs }: Calls) => warm * warmMs + cold * coldMs;

/** The Lambda pricing page: from enabling to disabling, rounded up to the nearest five minutes. */
export function reservedMinutes(hours: number): bigint {
  return roundedUp(product(hours, quotient(60, STEP_MINUTES))) * STEP_MINUTES;
}

const STEP_MINUTES = 5n;

/** As many as the environments have time for, each one after the other without a pause; the rest spills over to on demand. */
function servedByProvisioned(form: CallFields, warmMs: bigint): bigint {
  const [requests, capacity] = [BigInt(form.requests), provisionedCapacity(form, warmMs)];
  return requests < capacity ? requests : capacity;
}

/** How many invocations of so many milliseconds fit into the provisioned environments' time. */
export function provisionedCapacity({ provisioned }: Pick<CallFields, "provisioned">, warmMs: bigint): bigint {
  if (provisioned === undefined) return 0n;
  return BigInt(provisioned.concurrency) * roundedDown(quotient(product(provisioned.hours, MS_PER_HOUR), warmMs));
}

/** As in REPORT: whole milliseconds, rounded up, at least one. */
function billedMs(duration: Fraction): bigint {
  return isMore(duration, exactly(1)) ? roundedUp(duration) : 1n;
}
