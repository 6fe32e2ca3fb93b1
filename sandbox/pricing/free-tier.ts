/** What Lambda gives away each month, and what it does not: data. Source: the Lambda pricing page, checked 2026-11-22. */
import type { Item } from "./price-list.ts";
import type { SourceKey } from "./sources.ts";

export interface FreeAllowance {
  readonly item: Item;
  /** Per month, in the item's unit. */
  readonly quantity: string;
}

export const FREE_TIER: {
  readonly allowances: readonly FreeAllowance[];
  readonly sources: readonly SourceKey[];
  readonly covers: readonly string[];
  readonly leavesOut: readonly string[];
} = {
  allowances: [
    { item: "request", quantity: "1000000" },
    { item: "duration", quantity: "400000" },
    { item: "streaming", quantity: "100" },
  ],
  sources: ["pricing-page", "free-tier-page"],
  covers: [
    "무료 한도는 계정 하나에 매달 요청 100만 건, 실행 시간 40만 GB-초, 응답 스트리밍 100GB입니다. 기한이 없습니다.",
    "x86_64와 arm64가 실행 시간의 한도 하나를 함께 씁니다. 함수마다 따로 받지 않습니다.",
    "콜드 스타트의 초기화 시간도 실행 시간의 한도에서 나갑니다.",
  ],
  leavesOut: [
    "프로비저닝된 동시성을 켠 함수는 무료 한도를 쓰지 못합니다.",
    "512MB를 넘는 임시 스토리지, SnapStart, 지속성 함수에는 무료 한도를 빼지 않습니다.",
    "CloudWatch Logs의 무료 한도는 확인하지 못해 빼지 않습니다.",
    "2025년 7월 15일부터 새로 만든 계정은 12개월 무료 대신 크레딧을 받습니다. Lambda의 무료 한도는 그 계정에도 그대로 있습니다.",
  ],
};

/** Each request streams this much for nothing, besides the monthly allowance. MB. */
export const FREE_STREAMED_MB = 6;

/** /tmp up to here costs nothing. MB. */
export const FREE_EPHEMERAL_MB = 512;
