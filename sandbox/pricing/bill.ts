/** What a run of a lab costs, exactly, before the free tier: requests and duration. A month's bill is monthly-bill.ts. */
import { fixed } from "./amount-text.ts";
import type { Fraction } from "./fraction.ts";
import { MB_PER_GB, MS_PER_SECOND } from "./metered-usage.ts";
import { type LambdaPrices, UNITS_PER_DOLLAR } from "./price-list.ts";

/** Of a US dollar. */
export type Amount = Fraction;

export interface Bill {
  readonly requests: Amount;
  readonly duration: Amount;
  readonly total: Amount;
}

const MEGABYTE_MILLISECONDS = BigInt(MB_PER_GB * MS_PER_SECOND);

/** `megabyteMilliseconds`: billed duration × memory, summed (usage.ts). */
export function billOf(
  { requests, megabyteMilliseconds }: { readonly requests: number; readonly megabyteMilliseconds: number },
  { perRequest, perGigabyteSecond }: LambdaPrices,
): Bill {
  const denominator = UNITS_PER_DOLLAR * MEGABYTE_MILLISECONDS;
  const forRequests = BigInt(requests) * perRequest * MEGABYTE_MILLISECONDS;
  const forDuration = BigInt(megabyteMilliseconds) * perGigabyteSecond;
  const amount = (numerator: bigint): Amount => ({ numerator, denominator });
  return { requests: amount(forRequests), duration: amount(forDuration), total: amount(forRequests + forDuration) };
}

/** `$0.00000093`: to `digits` decimals, half up. */
export function dollars(amount: Amount, digits: number): string {
  return `$${fixed(amount, digits)}`;
}
