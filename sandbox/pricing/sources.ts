/** Where the prices come from, and how far to trust each: data that a page shows beside a number. */

/** The day on which every figure of this folder was last compared with its source. */
export const PRICES_CHECKED = "2026-11-22";

/** What a figure rests on. The figures themselves are AWS's; most were read in copies that others made of them. */
export const SOURCES = {
  "price-list": { name: "AWS Price List API의 AWSLambda 요금(2026-09-19 발행)을 옮겨 적은 공개 사본" },
  "calculator-data": { name: "AWS Pricing Calculator의 요금표를 옮긴 공개 코드" },
  "pricing-page": { name: "AWS Lambda 요금 페이지", url: "https://aws.amazon.com/lambda/pricing/" },
  quotations: { name: "AWS 문서의 문장을 날짜(2026-10-01)와 함께 인용한 공개 저장소" },
  "logs-quotations": { name: "AWS Price List의 CloudWatch Logs 요금을 인용한 공개 저장소" },
  "api-catalog": { name: "AWS 요금을 모은 공개 목록(api-evangelist)" },
  "free-tier-page": { name: "AWS 프리 티어 페이지", url: "https://aws.amazon.com/free/" },
  "init-billing-post": {
    name: "AWS Lambda standardizes billing for INIT Phase",
    url: "https://aws.amazon.com/blogs/compute/aws-lambda-standardizes-billing-for-init-phase/",
  },
} as const satisfies Readonly<Record<string, Source>>;

export interface Source {
  readonly name: string;
  readonly url?: string;
}

export type SourceKey = keyof typeof SOURCES;

/** Init of deployment packages (.zip) with a managed runtime on demand is billed since then; of everything else it always was. */
export const INIT_BILLED: { readonly since: string; readonly source: SourceKey } = { since: "2025-08-01", source: "init-billing-post" };

export type Certainty = "A" | "B" | "C";

export const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  A: "서로 다른 사본 둘 이상에서 같은 값을 확인",
  B: "사본 하나에서만 확인",
  C: "다른 리전의 값으로 짐작",
};
