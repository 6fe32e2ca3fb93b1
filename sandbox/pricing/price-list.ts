/**
 * What Lambda costs, before tax and the free tier. Data; arithmetic is in bill.ts.
 *
 * Source: AWS Price List, offer AWSLambda, publication of 2026-09-19, in two independent transcriptions that agree;
 * https://aws.amazon.com/lambda/pricing/. Checked 2026-11-22.
 */

export interface LambdaPrices {
  readonly region: string;
  readonly architecture: "x86_64";
  /** Tenths of a billionth of a US dollar (1e-10), so that every published price is a whole number. */
  readonly perRequest: bigint;
  /** The same, for a GB-second of the first tier: up to 6 billion GB-seconds a month. */
  readonly perGigabyteSecond: bigint;
}

/** Of a dollar, in the unit of the prices. */
export const UNITS_PER_DOLLAR = 10_000_000_000n;

export const SEOUL_X86: LambdaPrices = {
  region: "ap-northeast-2",
  architecture: "x86_64",
  /** $0.20 per million. */
  perRequest: 2_000n,
  /** $0.0000166667. */
  perGigabyteSecond: 166_667n,
};
