/** What a month's meters read, exact and without prices: what a form (form-usage.ts) and a trace (trace-usage.ts) both become. */
import type { Fraction } from "./fraction.ts";
import type { Architecture, Item, Region } from "./price-list.ts";

export interface MeteredUsage {
  readonly region: Region;
  readonly architecture: Architecture;
  /** At most one per item. */
  readonly readings: readonly Reading[];
  /** A function with provisioned concurrency has no free tier: the Lambda pricing page, checked 2026-11-22. */
  readonly hasProvisionedConcurrency: boolean;
  /** GB-seconds of the duration that were Init: a part of that reading, not beside it. */
  readonly initGigabyteSeconds: Fraction;
}

export interface Reading {
  readonly item: Item;
  /** In the item's unit. */
  readonly quantity: Fraction;
  /** How the quantity came about, in Korean, a calculation each. */
  readonly steps: readonly string[];
}

/** MB of a GB, in all of Lambda's prices. */
export const MB_PER_GB = 1024;

export const MS_PER_SECOND = 1000;
