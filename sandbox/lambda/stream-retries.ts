/**
 * What a mapping of a stream does after it has sent a batch: a rule, from how it ended to what comes next. Lambda guide, "Process
 * Amazon Kinesis Data Streams records with Lambda" and "Configuring partial batch response with Kinesis Data Streams and Lambda".
 */
import type { Millis } from "../time/instant.ts";

export type BatchOutcome =
  | { readonly how: "success" }
  /** The first record that failed, by its place in the batch: all before it are done. */
  | { readonly how: "partial"; readonly from: number }
  | { readonly how: "failure" }
  | { readonly how: "throttled" };

export interface RetrySettings {
  /** −1: without end. */
  readonly MaximumRetryAttempts: number;
  readonly BisectBatchOnFunctionError: boolean;
}

/** Places are in the batch that was sent. */
export type NextStep =
  | { readonly step: "go on" }
  /** Those from `from` on are sent again; `anew`: their attempts are counted from the beginning. */
  | { readonly step: "retry"; readonly from: number; readonly anew: boolean }
  | { readonly step: "bisect"; readonly at: number }
  | { readonly step: "discard"; readonly from: number };

/** `attempts`: at this batch, the one that has just ended included; throttles are none. */
export function nextStep(outcome: BatchOutcome, records: number, attempts: number, settings: RetrySettings): NextStep {
  switch (outcome.how) {
    case "success":
      return { step: "go on" };
    case "throttled":
      return { step: "retry", from: 0, anew: false };
    case "partial":
      // The batch is split at the first failed record, of which the front half needs no retry. Splitting takes up no attempt.
      if (settings.BisectBatchOnFunctionError && outcome.from > 0) return { step: "retry", from: outcome.from, anew: true };
      return failed(outcome.from, records, attempts, settings);
    case "failure":
      return failed(0, records, attempts, settings);
  }
}

function failed(from: number, records: number, attempts: number, settings: RetrySettings): NextStep {
  const { MaximumRetryAttempts, BisectBatchOnFunctionError } = settings;
  // [INF] Also where the function names its batch's first record: nothing is before it to be split off.
  if (BisectBatchOnFunctionError && from === 0 && records > 1) return { step: "bisect", at: Math.ceil(records / 2) };
  if (MaximumRetryAttempts !== -1 && attempts > MaximumRetryAttempts) return { step: "discard", from };
  return { step: "retry", from, anew: false };
}

/**
 * The wait before a batch is sent once more, after so many tries in a row. AWS says no more than that it backs off exponentially;
 * eight attempts within a minute have been recorded. [INF]
 */
export function retryDelay(tries: number): Millis {
  return Math.min(FIRST_DELAY * 2 ** (tries - 1), LONGEST_DELAY);
}

const FIRST_DELAY: Millis = 250;
const LONGEST_DELAY: Millis = 60_000;
