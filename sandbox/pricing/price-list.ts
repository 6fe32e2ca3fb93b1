/**
 * What Lambda costs in US dollars, before tax and the free tier: data, a row per published price. Arithmetic is in monthly-bill.ts.
 *
 * Source: the AWS Price List's offer AWSLambda, published 2026-09-19, as transcribed in public (sources.ts says by whom), and
 * https://aws.amazon.com/lambda/pricing/. Checked 2026-11-22. What has no figure there has no row here: not-offered.ts.
 */
import { exactly, product, roundedDown } from "./fraction.ts";
import type { Certainty, SourceKey } from "./sources.ts";

export const REGIONS = { "ap-northeast-2": "서울", "us-east-1": "버지니아 북부" } as const;
export type Region = keyof typeof REGIONS;

export const ARCHITECTURES = ["x86_64", "arm64"] as const;
export type Architecture = (typeof ARCHITECTURES)[number];

export const ITEMS = {
  request: { name: "요청", unit: "건" },
  duration: { name: "실행 시간", unit: "GB-초" },
  "provisioned-reservation": { name: "프로비저닝된 동시성", unit: "GB-초" },
  "provisioned-duration": { name: "프로비저닝된 환경의 실행 시간", unit: "GB-초" },
  "ephemeral-storage": { name: "임시 스토리지", unit: "GB-초" },
  streaming: { name: "응답 스트리밍", unit: "GB" },
  "snapstart-cache": { name: "SnapStart 스냅샷 보관", unit: "GB-초" },
  "snapstart-restore": { name: "SnapStart 복원", unit: "GB" },
  "durable-operation": { name: "지속성 함수 작업", unit: "건" },
  "durable-written": { name: "지속성 함수 쓰기", unit: "GB" },
  "durable-retained": { name: "지속성 함수 보관", unit: "GB-월" },
  "log-ingestion": { name: "CloudWatch Logs 수집", unit: "GB" },
} as const;
export type Item = keyof typeof ITEMS;

export interface Price {
  /** Of one unit of the item, in dollars: the decimal as published. */
  readonly usd: string;
  readonly certainty: Certainty;
  readonly sources: readonly SourceKey[];
}

/** Each tier's price holds up to its end, per month, account, Region and architecture; the last has none. */
export interface Tier {
  readonly upTo: string | undefined;
  /** Undefined where no figure was found for the Region. */
  readonly in: Readonly<Record<Region, Price | undefined>>;
}

/** The tiers of an item; one where the price does not fall. */
export function tiersOf(item: Item, architecture: Architecture): readonly Tier[] {
  const tiers: Readonly<Record<Architecture, readonly Tier[]>> | readonly Tier[] = PRICES[item];
  return "x86_64" in tiers ? tiers[architecture] : tiers;
}

/** The price of the first tier; undefined where no figure was found for the Region. */
export function priceOf(item: Item, region: Region, architecture: Architecture): Price | undefined {
  return tiersOf(item, architecture)[0]?.in[region];
}

const LISTED: readonly SourceKey[] = ["price-list"];
const LISTED_AND_CALCULATOR: readonly SourceKey[] = ["price-list", "calculator-data"];
const QUOTED_TOO: readonly SourceKey[] = [...LISTED_AND_CALCULATOR, "quotations"];
const LISTED_AND_PAGE: readonly SourceKey[] = ["price-list", "pricing-page"];

const price = (usd: string, certainty: Certainty, sources: readonly SourceKey[]): Price => ({ usd, certainty, sources });

/** [figure, certainty] of us-east-1 and of ap-northeast-2. */
type Figure = readonly [usd: string, certainty: Certainty];

const tier = (upTo: string | undefined, [usd, certainty]: Figure, seoul: Figure, sources: readonly SourceKey[]): Tier => ({
  upTo,
  in: { "us-east-1": price(usd, certainty, sources), "ap-northeast-2": price(...seoul, sources) },
});
const single = (virginia: Figure, seoul: Figure, sources: readonly SourceKey[]) => [tier(undefined, virginia, seoul, sources)];
const virginiaOnly = (usd: string, certainty: Certainty, sources: readonly SourceKey[]): readonly Tier[] => [
  { upTo: undefined, in: { "us-east-1": price(usd, certainty, sources), "ap-northeast-2": undefined } },
];

const PRICES: Readonly<Record<Item, Readonly<Record<Architecture, readonly Tier[]>> | readonly Tier[]>> = {
  request: single(["0.0000002", "A"], ["0.0000002", "A"], LISTED_AND_CALCULATOR),
  duration: {
    x86_64: [
      tier("6000000000", ["0.0000166667", "A"], ["0.0000166667", "A"], QUOTED_TOO),
      tier("15000000000", ["0.0000150000", "A"], ["0.0000150000", "B"], LISTED),
      tier(undefined, ["0.0000133334", "A"], ["0.0000133334", "B"], LISTED),
    ],
    arm64: [
      tier("7500000000", ["0.0000133334", "A"], ["0.0000133334", "A"], QUOTED_TOO),
      tier("18750000000", ["0.0000120001", "A"], ["0.0000120001", "B"], LISTED),
      tier(undefined, ["0.0000106667", "A"], ["0.0000106667", "B"], LISTED),
    ],
  },
  "provisioned-reservation": {
    x86_64: single(["0.0000041667", "A"], ["0.0000051254", "A"], QUOTED_TOO),
    arm64: single(["0.0000033334", "A"], ["0.0000041003", "B"], LISTED),
  },
  "provisioned-duration": {
    x86_64: single(["0.0000097222", "A"], ["0.0000119592", "A"], LISTED_AND_CALCULATOR),
    arm64: single(["0.0000077778", "A"], ["0.0000095674", "B"], LISTED),
  },
  "ephemeral-storage": single(["0.0000000309", "A"], ["0.0000000352", "A"], LISTED_AND_CALCULATOR),
  streaming: single(["0.008", "A"], ["0.008", "C"], ["pricing-page"]),
  "snapstart-cache": single(["0.0000015046", "A"], ["0.0000018383", "B"], LISTED_AND_PAGE),
  "snapstart-restore": single(["0.0001397998", "A"], ["0.0001674588", "B"], LISTED_AND_PAGE),
  "durable-operation": virginiaOnly("0.000008", "A", ["price-list", "api-catalog"]),
  "durable-written": virginiaOnly("0.25", "B", ["price-list", "api-catalog"]),
  "durable-retained": virginiaOnly("0.15", "B", ["price-list", "api-catalog"]),
  "log-ingestion": single(["0.50", "B"], ["0.76", "B"], ["logs-quotations"]),
};

/** The two prices that a small run has, as whole numbers: what a lab's bill takes (bill.ts). */
export interface LambdaPrices {
  readonly region: Region;
  readonly architecture: Architecture;
  /** Tenths of a billionth of a US dollar (1e-10), so that every published price is a whole number. */
  readonly perRequest: bigint;
  /** The same, for a GB-second of the first tier. */
  readonly perGigabyteSecond: bigint;
}

/** Of a dollar, in the unit of LambdaPrices. */
export const UNITS_PER_DOLLAR = 10_000_000_000n;

export const SEOUL_X86: LambdaPrices = {
  region: "ap-northeast-2",
  architecture: "x86_64",
  perRequest: inUnits("request"),
  perGigabyteSecond: inUnits("duration"),
};

function inUnits(item: "request" | "duration"): bigint {
  const found = priceOf(item, "ap-northeast-2", "x86_64");
  if (found === undefined) throw new Error(`SEOUL_X86: no price of ${item}`);
  return roundedDown(product(exactly(found.usd), UNITS_PER_DOLLAR));
}
