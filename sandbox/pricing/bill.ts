/** What usage costs, exactly: fractions of whole numbers, rounded only where an amount is written. */
import { type LambdaPrices, UNITS_PER_DOLLAR } from "./price-list.ts";

/** A fraction of a US dollar. */
export interface Amount {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface Bill {
  readonly requests: Amount;
  readonly duration: Amount;
  readonly total: Amount;
}

/** A GB is 1,024 MB in Lambda's price, a second 1,000 ms. */
const MEGABYTE_MILLISECONDS = 1024n * 1000n;

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
export function dollars({ numerator, denominator }: Amount, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const rounded = (numerator * scale * 2n + denominator) / (denominator * 2n);
  const [whole, fraction] = [rounded / scale, rounded % scale];
  return digits === 0 ? `$${whole}` : `$${whole}.${String(fraction).padStart(digits, "0")}`;
}
