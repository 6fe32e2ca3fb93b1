/** The log lines of all environments in the order of time, the newest in sight. */
import { useLayoutEffect, useRef } from "preact/hooks";
import { logStreams, type Trace } from "../../sandbox/index.ts";

export function Log({ trace }: { readonly trace: Trace }) {
  const streams = logStreams(trace);
  const lines = streams
    .flatMap(({ environment, events }) => events.map((event) => ({ environment, event })))
    .toSorted((a, b) => a.event.at - b.event.at);
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    const { current } = list;
    if (current !== null) current.scrollTop = current.scrollHeight;
  });
  return (
    <div class="log">
      <h4>
        로그 <small>{streams[0]?.logGroup}</small>
      </h4>
      {lines.length === 0 && (
        <p>
          로그가 없습니다. <code>console.log</code>로 남겨 보세요.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ol ref={list} tabIndex={0} aria-label="로그 줄">
        {lines.map(({ environment, event }, index) => (
          <li key={index} class={event.level ?? event.source}>
            {streams.length > 1 && <span class="stream">환경 {environment}</span>}
            {event.message}
          </li>
        ))}
      </ol>
    </div>
  );
}
