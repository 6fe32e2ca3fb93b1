/** The service's events in Korean. */
import { counted } from "../../../sandbox/exercise/korean-numbers.ts";
import type { SettledCondition, TraceEvent } from "../../../sandbox/index.ts";

export const CONDITION_NAMES: Readonly<Record<SettledCondition, string>> = {
  Success: "성공",
  RetriesExhausted: "재시도 소진",
  EventAgeExceeded: "보관 시간 초과",
  ZeroReservedConcurrency: "예약된 동시성 0",
  RecursiveLoop: "재귀 루프",
};

export const BATCH_NAMES = { success: "성공", partial: "일부 실패", failure: "실패", throttled: "스로틀링" } as const;

export const DISCARD_NAMES = {
  filtered: "필터에서 빠짐",
  RetryAttemptsExhausted: "재시도를 다 써서 버림",
  RecordAgeExceeded: "보관 시간이 지나 버림",
  retention: "처리하기 전에 스트림의 보존 기간이 지남",
} as const;

/** `arn:aws:sqs:…:orders` → orders. */
export const sourceName = (arn: string): string => {
  const table = /table\/([^/]+)/.exec(arn)?.[1];
  return table ?? arn.split(/[:/]/).at(-1) ?? arn;
};

export const short = (id: string) => id.slice(0, 8);

/** What happened, for those who read rather than look; undefined for what the environments' table tells. */
export function told(event: TraceEvent): string | undefined {
  switch (event.type) {
    case "event-queued":
      return `${event.FunctionName} 내부 큐가 이벤트 ${short(event.requestId)} 하나를 받음`;
    case "event-returned":
      return `이벤트 ${short(event.requestId)} 되돌아옴: ${event.why === "throttled" ? "스로틀링" : "함수 오류"}`;
    case "event-settled":
      return `이벤트 ${short(event.requestId)} 끝남: ${CONDITION_NAMES[event.condition]}, 실행 ${counted(event.approximateInvokeCount, "번")}`;
    case "record-delivered":
      return event.error === undefined
        ? `${event.as === "dead letter" ? "DLQ" : event.as === "on success" ? "성공 대상" : "실패 대상"} ${sourceName(event.to)}에 보냄`
        : `${sourceName(event.to)}에 보내지 못함: ${event.error}`;
    case "loop-stopped":
      return `재귀 루프를 멈춤: ${event.FunctionName} 실행 ${counted(event.invocations, "번")}`;
    case "invocation-throttled":
      return `${event.FunctionName} 스로틀링: ${event.Reason}`;
    case "message-sent":
      return `큐 ${event.queue}에 메시지 ${short(event.messageId)} 들어옴`;
    case "message-received":
      return `큐 ${event.queue}의 메시지 ${short(event.messageId)} 받음, ${event.ApproximateReceiveCount}번째`;
    case "message-returned":
      return `큐 ${event.queue}의 메시지 ${short(event.messageId)} 다시 보임`;
    case "message-deleted":
      return `큐 ${event.queue}의 메시지 ${short(event.messageId)} 지움${event.why === "filtered" ? "(필터)" : ""}`;
    case "message-moved":
      return `메시지 ${short(event.messageId)} 옮김: ${event.queue} → ${event.to}`;
    case "batch-sent":
      return `${event.FunctionName} 함수에 레코드 ${counted(event.records.length, "개")} 보냄, ${event.attempt}번째 시도`;
    case "batch-ended":
      return `배치 끝남: ${BATCH_NAMES[event.outcome]}${event.failed.length > 0 ? `, 남은 레코드 ${counted(event.failed.length, "개")}` : ""}`;
    case "batch-discarded":
      return `레코드 ${counted(event.records.length, "개")} ${event.why === "filtered" ? "필터에서 빠짐" : "버림"}`;
    case "front-end-requested":
      return `HTTP ${event.method} ${event.url}`;
    case "front-end-responded":
      return `HTTP 응답 ${event.status}`;
    case "alias-changed":
      return `별칭 ${event.Name} 바뀜: ${Object.entries(event.weights)
        .map(([version, share]) => `버전 ${version} ${Math.round(share * 100)}%`)
        .join(", ")}`;
    case "provisioned-concurrency-changed":
      return `프로비저닝된 동시성 ${event.Status}: ${event.Requested}개 가운데 ${event.Allocated}개`;
    case "concurrency-configured":
      return event.ReservedConcurrentExecutions === null
        ? `${event.FunctionName}의 예약된 동시성을 없앰`
        : `${event.FunctionName}의 예약된 동시성: ${event.ReservedConcurrentExecutions}`;
    default:
      return undefined;
  }
}
