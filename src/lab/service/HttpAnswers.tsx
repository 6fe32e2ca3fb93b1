/** The last answers of HTTP front ends, each below the request that it answers. */
import type { Trace } from "../../../sandbox/index.ts";
import { type Exchange, exchangesIn, frontEndName, requestLine, statusText } from "./http-words.ts";

const MOST_ANSWERS = 5;

export function HttpAnswers({ trace }: { readonly trace: Trace }) {
  const exchanges = exchangesIn(trace);
  if (exchanges.length === 0) return null;
  return (
    <section>
      <h4>HTTP 응답</h4>
      {exchanges.slice(-MOST_ANSWERS).map((exchange) => (
        <Answer key={exchange.answered.exchange} exchange={exchange} />
      ))}
      {exchanges.length > MOST_ANSWERS && (
        <p class="note">
          응답 {exchanges.length.toLocaleString("ko-KR")}개 가운데 마지막 {MOST_ANSWERS}개입니다.
        </p>
      )}
    </section>
  );
}

function Answer({ exchange: { asked, answered } }: { readonly exchange: Exchange }) {
  const { status, statusText: reason, headers, body, cut = false } = answered;
  const isBad = status >= 400 || cut;
  return (
    <div class="exchange">
      <p>
        <code>{requestLine(asked)}</code> → {frontEndName(asked.frontEnd)}
        <b class={isBad ? "bad" : "good"}>{statusText(status, cut)}</b>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <pre tabIndex={0} class={isBad ? "bad" : "good"}>
        {[`HTTP/1.1 ${status} ${reason}`, ...headers.map(([name, value]) => `${name}: ${value}`)].join("\n")}
      </pre>
      {body !== "" && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <pre tabIndex={0} class={`body ${isBad ? "bad" : "good"}`}>
          {body}
        </pre>
      )}
    </div>
  );
}
