/** What happens in an environment, in Korean: the same words in the lanes, their legend and the table. */
import type { EnvironmentReset, EnvironmentShutdown, InitPart, InvokeEnded, Segment } from "../../sandbox/index.ts";

export const PART_NAMES: Readonly<Record<InitPart["part"], string>> = {
  environment: "환경 생성",
  runtime: "런타임 시작",
  modules: "모듈 읽기",
  code: "핸들러 바깥 코드",
};

/** For a place of three letters. */
export const SHORT_PART_NAMES: Readonly<Record<InitPart["part"], string>> = {
  environment: "생성",
  runtime: "런타임",
  modules: "모듈",
  code: "코드",
};

export const STATUS_NAMES: Readonly<Record<InvokeEnded["status"] | "init failed", string>> = {
  success: "성공",
  failure: "함수 오류",
  error: "런타임 종료",
  timeout: "타임아웃",
  "init failed": "초기화 실패",
};

export const RESET_NAMES: Readonly<Record<EnvironmentReset["why"], string>> = {
  timeout: "타임아웃으로 프로세스를 다시 시작",
  crash: "런타임이 종료되어 프로세스를 다시 시작",
  "init failed": "초기화에 실패해 다시 시작",
};

export const END_NAMES: Readonly<Record<EnvironmentShutdown["why"], string>> = {
  idle: "오래 쉬어 종료",
  age: "오래되어 종료",
  "new version": "코드가 바뀌어 종료",
};

export function segmentName(segment: Segment): string {
  switch (segment.kind) {
    case "init":
      return segment.failed === undefined ? PART_NAMES[segment.part] : `${PART_NAMES[segment.part]}(실패)`;
    case "suppressed-init":
      return segment.status === "success" ? "다시 초기화" : "다시 초기화(실패)";
    case "invoke":
      return `${segment.coldStart ? "첫 호출" : "호출"}${segment.status === "success" ? "" : `(${STATUS_NAMES[segment.status]})`}`;
    case "idle":
      return "쉼(동결)";
  }
}
