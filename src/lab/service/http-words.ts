/** HTTP exchanges in words: who was asked for what, and how it went. */
import type { FrontEndRequested, FrontEndResponded, Trace } from "../../../sandbox/index.ts";

export interface Exchange {
  readonly asked: FrontEndRequested;
  readonly answered: FrontEndResponded;
}

/** Those that were answered, in the order of the answers. */
export function exchangesIn({ events }: Trace): readonly Exchange[] {
  const requests = new Map(events.flatMap((event) => (event.type === "front-end-requested" ? [[event.exchange, event] as const] : [])));
  return events.flatMap((answered) => {
    const asked = answered.type === "front-end-responded" ? requests.get(answered.exchange) : undefined;
    return answered.type === "front-end-responded" && asked !== undefined ? [{ asked, answered }] : [];
  });
}

/** `url:orders` → 함수 URL orders. The others have names of the author's. */
export const frontEndName = (frontEnd: string): string => frontEnd.replace(/^url:/, "함수 URL ");

/** `GET /orders?id=1`, as a request's first line has it. */
export const requestLine = ({ method, url }: { readonly method: string; readonly url: string }): string =>
  `${method} ${url.replace(/^\w+:\/\/[^/]*/, "") || "/"}`;

/** `404, 요청 쪽 오류`. */
export function statusText(status: number, cut: boolean): string {
  return `${status}, ${statusName(status)}${cut ? ". 본문을 보내다가 연결이 끊김" : ""}`;
}

/** By its class: RFC 9110, section 15. */
function statusName(status: number): string {
  if (status === 304) return "바뀌지 않음";
  if (status >= 500) return "서버 쪽 오류";
  if (status >= 400) return "요청 쪽 오류";
  if (status >= 300) return "다른 주소로 보냄";
  return status >= 200 ? "성공" : "처리하는 중";
}
