/** What a lab says in words. Ours and the reader's function are never mixed: a failure is the simulator's, an outcome the code's. */

import type { FunctionDefinition, Simplified } from "../../sandbox/index.ts";
import type { RunFailure } from "../../sandbox/worker/protocol.ts";
import type { Answer } from "./answers.ts";

/** Undefined where there is nothing to say: a run that another one replaced. */
export function failureSentence(failure: RunFailure): string | undefined {
  switch (failure.why) {
    case "superseded":
      return undefined;
    case "cancelled":
      return "멈췄습니다. 코드는 그대로입니다.";
    case "could not load":
      return "불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.";
    case "could not build":
      return failure.message;
    case "took too long":
      return "코드가 끝나지 않아 실행기가 멈췄습니다. 반복문의 끝 조건을 보세요.";
    case "worker died":
    case "mistake":
      return "실행기가 멈췄습니다. 코드는 그대로입니다. 다시 실행하세요.";
  }
}

/** Undefined where the payload says it all. */
export function outcomeSentence(outcome: Answer["outcome"], { Timeout = 3, MemorySize = 128 }: FunctionDefinition): string | undefined {
  switch (outcome) {
    case "value":
      return undefined;
    case "no value":
      return "핸들러가 값을 반환하지 않았습니다.";
    case "error":
      return "함수가 오류를 냈습니다.";
    case "timeout":
      return `타임아웃. 설정한 ${Timeout}초 안에 끝나지 않았습니다.`;
    case "out of memory":
      return `메모리 부족. ${MemorySize}MB를 다 써서 환경이 종료됐습니다.`;
    case "throttled":
      return "스로틀링. 동시성 한도에 닿아 429로 거절됐습니다.";
    case "refused":
      return "Lambda가 요청을 거절했습니다.";
  }
}

export function simplifiedSentence({ what, amount }: Simplified): string {
  switch (what) {
    case "work budget":
      return "계산이 너무 많아 시뮬레이터가 끝까지 따라가지 않고 타임아웃으로 넘어갔습니다.";
    case "log volume":
      return `로그가 너무 많아 ${amount.toLocaleString("ko-KR")}줄을 잘라 냈습니다.`;
    case "network events":
      return "HTTP 요청이 너무 많아 그 뒤의 요청은 기록하지 않습니다. 요청은 모두 전송되었습니다.";
    case "streamed text":
      return `응답이 길어 ${amount.toLocaleString("ko-KR")}바이트는 보여 주지 않습니다. 실제로는 모두 전송됩니다.`;
    case "locale":
      return "시뮬레이터에는 한국어와 미국 영어만 있어 다른 로캘은 미국 영어(en-US)로 표시했습니다.";
    case "time zone":
      return "시뮬레이터에 없는 시간대라서 UTC로 표시했습니다.";
  }
}
