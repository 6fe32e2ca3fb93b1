/** The log lines of all environments in the order of time, the newest in sight. */
import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { logStreams, type Trace } from "../../sandbox/index.ts";
import { thousands } from "../../sandbox/thousands.ts";
import { copy } from "./copy.ts";
import { cut, MOST_LINES } from "./cut.ts";

export function Log({ trace }: { readonly trace: Trace }) {
  const streams = logStreams(trace);
  const lines = streams
    .flatMap(({ environment, events }) => events.map((event) => ({ environment, event })))
    .toSorted((a, b) => a.event.at - b.event.at);
  const older = Math.max(0, lines.length - MOST_LINES);
  const list = useRef<HTMLOListElement>(null);
  const isAlive = useSignal(false);
  const isCopied = useSignal(false);
  useLayoutEffect(() => {
    const { current } = list;
    if (current !== null) current.scrollTop = current.scrollHeight;
    isCopied.value = false;
  }, [trace, isCopied]);
  useEffect(() => {
    isAlive.value = true;
  }, [isAlive]);
  const copyAll = async () => {
    isCopied.value = await copy(lines.map(({ event }) => event.message).join("\n"));
  };
  return (
    <div class="log">
      <h4>
        로그 <small>{streams[0]?.logGroup}</small>
        {isAlive.value && lines.length > 0 && (
          <button type="button" class="ghost" onClick={copyAll}>
            {isCopied.value ? "복사했습니다." : "복사"}
          </button>
        )}
      </h4>
      {lines.length === 0 && (
        <p>
          로그가 없습니다. <code>console.log</code>로 남겨 보세요.
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard. */}
      <ol ref={list} tabIndex={0} aria-label="로그 줄">
        {older > 0 && <li class="left-out">앞의 {thousands(older)}줄은 보이지 않습니다. 복사하면 모두 담깁니다.</li>}
        {lines.slice(older).map(({ environment, event }, index) => (
          <li key={index} class={`${event.level ?? event.source}${isFirstOf(event.message) ? " begins" : ""}`}>
            {streams.length > 1 && <span class="stream">환경 {environment}</span>}
            <Message text={event.message} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function Message({ text }: { readonly text: string }) {
  const shown = cut(text, "줄이");
  return (
    <>
      {shown.text}
      {shown.says !== undefined && <em> … {shown.says}</em>}
    </>
  );
}

/** Where the lines of a call begin: a little room above tells calls apart. */
const isFirstOf = (message: string) => message.startsWith("START RequestId:") || message.startsWith("INIT_START");
