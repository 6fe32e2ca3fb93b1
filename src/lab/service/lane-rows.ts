/** A lane as rows of a table, in the order of time: what its drawing shows, for those who read rather than look. */
import { counted, ordinal } from "../../../sandbox/exercise/korean-numbers.ts";
import type { Instant, TimelineRow } from "../../../sandbox/index.ts";
import { roughly } from "../durations.ts";
import { frontEndName, requestLine, statusText } from "./http-words.ts";
import { BATCH_NAMES, CONDITION_NAMES, DISCARD_NAMES, short } from "./words.ts";

export interface LaneRow {
  readonly at: Instant;
  readonly what: string;
  /** What it happened to. */
  readonly to: string;
}

type QueueEvent = Extract<TimelineRow, { readonly kind: "queue" }>["happened"][number];

export function laneRows(row: TimelineRow): readonly LaneRow[] {
  return unordered(row).toSorted((a, b) => a.at - b.at);
}

function unordered(row: TimelineRow): LaneRow[] {
  switch (row.kind) {
    case "front end":
      return row.requests.flatMap(({ from, to, status, ...asked }) => {
        const line = requestLine(asked);
        const answered = status === undefined ? [] : [{ at: to, what: `응답 ${statusText(status, false)}`, to: line }];
        return [{ at: from, what: `${frontEndName(row.name)}에 요청을 보냄`, to: line }, ...answered];
      });
    case "requests":
      return row.requests.map(({ from, requestId }) => ({ at: from, what: "호출", to: `요청 ${short(requestId)}` }));
    case "internal queue":
      return [
        ...row.waiting.map(({ from, to, why, requestId }) => ({
          at: from,
          what: `${WAIT_NAMES[why]} ${roughly(to - from)} 기다림`,
          to: `이벤트 ${short(requestId)}`,
        })),
        ...row.settled.map(({ at, condition, requestId }) => ({
          at,
          what: `끝남: ${CONDITION_NAMES[condition]}`,
          to: `이벤트 ${short(requestId)}`,
        })),
      ];
    case "queue":
      return row.happened.map((event) => ({ at: event.at, what: messageText(event, row.name), to: `메시지 ${short(event.messageId)}` }));
    case "mapping":
      return [
        ...row.batches.flatMap(({ from, to, records, attempt, outcome, failed, requestId }) => {
          const batch = `요청 ${short(requestId)}의 레코드 ${counted(records, "개")}`;
          const left = failed > 0 ? `, 남은 레코드 ${counted(failed, "개")}` : "";
          return [
            { at: from, what: `${row.FunctionName} 함수에 보냄, ${ordinal(attempt)} 시도`, to: batch },
            ...(outcome === undefined ? [] : [{ at: to, what: `배치 끝남: ${BATCH_NAMES[outcome]}${left}`, to: batch }]),
          ];
        }),
        ...row.discarded.map(({ at, records, why }) => ({ at, what: DISCARD_NAMES[why], to: `레코드 ${counted(records, "개")}` })),
      ];
    case "throttles":
      return row.throttles.map(({ at, Reason, requestId }) => ({ at, what: `스로틀링: ${Reason}`, to: `요청 ${short(requestId)}` }));
    case "concurrency":
      return row.counts.map(({ at, count }) => ({
        at,
        what: `만드는 중이거나 일하는 환경 ${count.toLocaleString("ko-KR")}개`,
        to: row.FunctionName,
      }));
    case "deliveries":
      return row.deliveries.map(({ at, as, failed, requestId }) => ({
        at,
        what: `${DELIVERY_NAMES[as]}${failed ? "에 보내지 못함" : "에 보냄"}`,
        to: `요청 ${short(requestId)}의 기록`,
      }));
  }
}

const WAIT_NAMES = {
  "first attempt": "내부 큐에 들어와",
  "function error": "함수 오류로 되돌아와",
  throttled: "스로틀링으로 되돌아와",
} as const;

const DELIVERY_NAMES = { "dead letter": "DLQ", "on success": "성공 대상", "on failure": "실패 대상" } as const;

function messageText(event: QueueEvent, queue: string): string {
  switch (event.type) {
    case "message-sent":
      return "큐에 들어옴";
    case "message-received":
      return `큐에서 꺼내 감, ${ordinal(event.ApproximateReceiveCount)}`;
    case "message-returned":
      return "다시 보임";
    case "message-deleted":
      return { handled: "처리해서 지움", filtered: "필터에서 빠져 지움", retention: "보존 기간이 지나 지움" }[event.why];
    case "message-moved":
      return event.queue === queue ? `큐 ${event.to}에 옮김` : `큐 ${event.queue}에서 옮겨 옴`;
  }
}
