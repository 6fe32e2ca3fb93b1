/**
 * From which utilisation on provisioned concurrency is cheaper than on demand, in money alone: a cold start has other costs.
 *
 * Per GB-second reserved:  reservation + utilisation × (price while provisioned) = utilisation × (price on demand)
 *
 * The free tier is left out, a request costs the same both ways, the prices are the first tier's. What Init adds on demand counts.
 */
import { fixed, moneyText, plainDecimal } from "./amount-text.ts";
import { callsOf, provisionedCapacity, reservedMinutes } from "./form-calls.ts";
import { exactly, type Fraction, isMore, isNothing, product, quotient, remainder, roundedUp, sum } from "./fraction.ts";
import { type Item, priceOf } from "./price-list.ts";
import type { UsageForm } from "./usage-form.ts";

export interface BreakEven {
  /**
   * The share of the reserved time in which the environments must run. Above 1, even environments that never rest cost more;
   * undefined where a provisioned GB-second alone costs no less than one on demand.
   */
  readonly utilisation: Fraction | undefined;
  readonly isReachable: boolean;
  readonly how: readonly string[];
}

type PerInvocation = Pick<UsageForm, "region" | "architecture" | "durationMs" | "coldRate" | "initMs" | "initBilled">;

export function breakEven(form: PerInvocation): BreakEven {
  const reservation = figure("provisioned-reservation", form);
  const provisioned = figure("provisioned-duration", form);
  const onDemand = product(figure("duration", form), initFactor(form));
  const saved = remainder(onDemand, provisioned);
  const init = initFactor(form);
  const withInit = isMore(init, exactly(1)) ? [`온디맨드는 초기화 때문에 청구 시간이 ${about(init)}배`] : [];
  if (isNothing(saved)) return { utilisation: undefined, isReachable: false, how: withInit };
  const utilisation = quotient(reservation, saved);
  const difference = `$${about(onDemand)} − $${about(provisioned)} = $${about(saved)}`;
  const share = `${moneyText(reservation)} ÷ $${about(saved)} = ${fixed(product(utilisation, 100), 2)}%`;
  return { utilisation, isReachable: !isMore(utilisation, exactly(1)), how: [...withInit, difference, share] };
}

/**
 * How many requests a month make the form's provisioned environments pay; undefined where more would be needed than they have
 * time for, or where the form has none.
 */
export function breakEvenRequests(form: UsageForm): bigint | undefined {
  const { utilisation, isReachable } = breakEven(form);
  if (form.provisioned === undefined || utilisation === undefined || !isReachable) return undefined;
  const reserved = product(form.provisioned.concurrency, reservedMinutes(form.provisioned.hours), 60_000);
  const { warmMs } = callsOf(form);
  const requests = roundedUp(quotient(product(reserved, utilisation), warmMs));
  return requests <= provisionedCapacity(form, warmMs) ? requests : undefined;
}

/** How many times longer than its handler an invocation on demand is billed, on average. */
function initFactor(form: PerInvocation): Fraction {
  const { warmMs, coldMs } = callsOf({ ...form, requests: 0, provisioned: undefined });
  const cold = exactly(form.coldRate);
  return quotient(sum(product(remainder(exactly(1), cold), warmMs), product(cold, coldMs)), warmMs);
}

function figure(item: Item, { region, architecture }: PerInvocation): Fraction {
  const price = priceOf(item, region, architecture);
  if (price === undefined) throw new Error(`breakEven: no price of ${item} in ${region}`);
  return exactly(price.usd);
}

/** To the thirteenth decimal, where prices have ten. */
const about = (value: Fraction) => plainDecimal(exactly(fixed(value, 13)));
