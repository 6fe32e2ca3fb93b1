/** What the callers of the last click got. */
import type { FunctionDefinition, Simplified, Trace } from "../../sandbox/index.ts";
import { type Answer, lastAnswers } from "./answers.ts";
import { cut } from "./cut.ts";
import { Stream } from "./Stream.tsx";
import { outcomeSentence, simplifiedSentence } from "./sentences.ts";

export function Result({ trace, definition }: { readonly trace: Trace; readonly definition: FunctionDefinition }) {
  const answers = lastAnswers(trace);
  return (
    <div class={`result ${answers.some(isLong) ? "long" : ""}`}>
      <h4>결과</h4>
      {answers.map((answer) => (
        <AnswerOf key={answer.requestId} answer={answer} definition={definition} isOneOfMany={answers.length > 1} />
      ))}
      {simplifiedIn(trace, answers).map((event) => (
        <p key={event.what} class="note">
          {simplifiedSentence(event)}
        </p>
      ))}
    </div>
  );
}

function AnswerOf({
  answer,
  definition,
  isOneOfMany,
}: {
  readonly answer: Answer;
  readonly definition: FunctionDefinition;
  readonly isOneOfMany: boolean;
}) {
  const sentence = outcomeSentence(answer.outcome, definition);
  const { text, says } = cut(answer.payload, "답이");
  return (
    <div class={`answer ${answer.outcome === "value" || answer.outcome === "no value" ? "good" : "bad"}`}>
      {isOneOfMany && answer.environment !== undefined && (
        <p class={answer.coldStart ? "cold" : "warm"}>
          환경 {answer.environment} · {answer.coldStart ? "콜드 스타트" : "웜 스타트"}
        </p>
      )}
      {sentence !== undefined && <p>{sentence}</p>}
      {answer.stream !== undefined && <Stream stream={answer.stream} />}
      {answer.stream !== undefined && text !== "" && <p>조각이 다 온 뒤 InvokeComplete가 전한 오류입니다.</p>}
      {answer.stream !== undefined && text === "" ? null : isLong(answer) ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <pre tabIndex={0}>{text}</pre>
      ) : (
        <pre>{text}</pre>
      )}
      {says !== undefined && <p class="note">{says}</p>}
    </div>
  );
}

/** A stack trace, say: it gets the whole width, and scrolls where it is longer still. */
const isLong = ({ payload }: Answer) =>
  payload.length > MOST_CHARACTERS_BESIDE_THE_LOG || payload.split("\n").length > MOST_LINES_BESIDE_THE_LOG;

const MOST_LINES_BESIDE_THE_LOG = 12;
const MOST_CHARACTERS_BESIDE_THE_LOG = 1_000;

/** Once each, and only for what is shown. */
function simplifiedIn(trace: Trace, answers: readonly Answer[]): readonly Simplified[] {
  const shown = new Set(answers.map(({ requestId }) => requestId));
  const events = trace.events
    .filter((event) => event.type === "simplified")
    .filter(({ requestId }) => requestId !== undefined && shown.has(requestId));
  return [...new Map(events.map((event) => [event.what, event])).values()];
}
