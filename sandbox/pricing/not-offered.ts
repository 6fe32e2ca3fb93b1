/** What the bill leaves out and why: sentences for the page and the command line's help. Checked 2026-11-22. */
import type { Region } from "./price-list.ts";

export interface NotOffered {
  readonly name: string;
  /** Where it is missing; undefined: everywhere. */
  readonly region: Region | undefined;
  readonly why: string;
}

export const NOT_OFFERED: readonly NotOffered[] = [
  {
    name: "지속성 함수",
    region: "ap-northeast-2",
    why: "서울 리전의 요금을 확인하지 못했습니다. 버지니아 북부 리전에서만 계산합니다.",
  },
  {
    name: "CloudWatch Logs의 둘째 단계부터",
    region: undefined,
    why: "많이 쌓으면 단가가 내려가지만 단계의 경계를 확인하지 못했습니다. 모든 양을 첫 단계 단가로 계산합니다.",
  },
  {
    name: "CloudWatch Logs의 보관과 조회",
    region: undefined,
    why: "단가를 확인하지 못했습니다. 수집한 양만 계산합니다.",
  },
  {
    name: "미리 만든 환경의 초기화",
    region: undefined,
    why: "Lambda가 환경을 언제 다시 만드는지 정해 두지 않아 몇 번인지 셀 수 없습니다. 온디맨드 환경의 초기화만 계산합니다.",
  },
  {
    name: "이벤트 소스 매핑의 프로비저닝 모드",
    region: undefined,
    why: "Kafka는 버지니아 북부 리전의 단가만 있고, SQS는 확인하지 못했습니다.",
  },
  {
    name: "테넌트 격리",
    region: undefined,
    why: "버지니아 북부 리전의 단가만 사본 하나에 있고, 환경이 몇 번 만들어지는지도 알아야 합니다.",
  },
  {
    name: "관리형 인스턴스",
    region: undefined,
    why: "EC2 요금에 15%를 더하는 방식이라 EC2 인스턴스의 단가가 있어야 합니다.",
  },
  {
    name: "Compute Savings Plans",
    region: undefined,
    why: "약정에 따라 단가가 다르고, 서울 리전의 값을 확인하지 못했습니다.",
  },
  {
    name: "웹 함수와 MicroVM",
    region: undefined,
    why: "요금을 확인하지 못했습니다.",
  },
  {
    name: "데이터 전송, NAT 게이트웨이, 다른 서비스",
    region: undefined,
    why: "Lambda가 아니라 그 서비스의 요금으로 청구됩니다. API Gateway, SQS, DynamoDB도 저마다 요금이 있습니다.",
  },
  {
    name: "세금",
    region: undefined,
    why: "AWS의 요금표는 세금을 뺀 값입니다. 한국의 부가가치세도 들어 있지 않습니다.",
  },
];
