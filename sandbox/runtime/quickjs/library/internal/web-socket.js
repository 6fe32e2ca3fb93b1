/** WebSocket, CloseEvent, MessageEvent: they exist, and no connection can be opened. */
import { impossibleClass } from "./impossible.js";

const WHY =
  "람다 랩의 시뮬레이터는 WebSocket 연결을 열지 못합니다. 요청과 응답으로 되는 일이면 fetch로 바꾸고, API Gateway WebSocket API로 보내는 메시지는 실제 AWS에서 시험하세요.";

export const WebSocket = impossibleClass("globalThis", "WebSocket", WHY);
export const CloseEvent = impossibleClass("globalThis", "CloseEvent", WHY);
export const MessageEvent = impossibleClass("globalThis", "MessageEvent", WHY);
