/** What the callers of the last click got. */
import { useSignal } from "@preact/signals";
import type { FunctionDefinition, Simplified, Trace } from "../../sandbox/index.ts";
import { type Answer, lastAnswers } from "./answers.ts";
import { cut } from "./cut.ts";
import { missingLayer } from "./missing-layer.ts";
import { Stream } from "./Stream.tsx";
import { outcomeSentence, simplifiedSentence } from "./sentences.ts";

interface ResultProps {
  readonly trace: Trace;
  readonly definition: FunctionDefinition;
  readonly onLayer?: (layer: string) => void;
}

/** As many as the buttons of a lab send at once. */
const MOST_ANSWERS = 20;
const FEW_ANSWERS = 5;

export function Result({ trace, definition, onLayer }: ResultProps) {
  const answers = lastAnswers(trace);
  const told = alikeTogether(answers);
  // Of a crowd a few say what all of them got.
  const most = told.length > MOST_ANSWERS ? FEW_ANSWERS : MOST_ANSWERS;
  return (
    <div class={`result ${answers.some(isLong) ? "long" : ""}`}>
      <h4>결과</h4>
      {answers.length === 0 && (
        <p class="note">
          {trace.events.some(({ type }) => type === "front-end-responded")
            ? "HTTP로 불렀습니다. 답은 아래 HTTP 응답에 있습니다."
            : "함수를 바로 부르지 않았습니다. 무엇이 됐는지는 로그와 아래 칸에 있습니다."}
        </p>
      )}
      {told.slice(0, most).map(({ answer, count }) => (
        <AnswerOf key={answer.requestId} answer={answer} count={count} definition={definition} isOneOfMany={answers.length > 1} />
      ))}
      {told.length > most && (
        <p class="note">
          답 {told.length.toLocaleString("ko-KR")}개 가운데 처음 {most}개입니다.
        </p>
      )}
      <LayerHint answers={answers} definition={definition} onLayer={onLayer} />
      {simplifiedIn(trace, answers).map((event) => (
        <p key={event.what} class="note">
          {simplifiedSentence(event)}
        </p>
      ))}
    </div>
  );
}

interface ToldAnswer {
  readonly answer: Answer;
  /** How many got the same. */
  readonly count: number;
}

/** Refusals that no environment saw and that say the same are told once. */
function alikeTogether(answers: readonly Answer[]): readonly ToldAnswer[] {
  const told = new Map<string, ToldAnswer>();
  for (const answer of answers) {
    const key = answer.environment === undefined ? `${answer.outcome} ${answer.payload}` : answer.requestId;
    const alike = told.get(key);
    told.set(key, alike === undefined ? { answer, count: 1 } : { ...alike, count: alike.count + 1 });
  }
  return [...told.values()];
}

function AnswerOf({
  answer,
  count,
  definition,
  isOneOfMany,
}: ToldAnswer & {
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
      {sentence !== undefined && (
        <p>
          {sentence}
          {answer.outcome === "refused" && (
            <>
              {" "}
              <code>HTTP {answer.statusCode}</code>
            </>
          )}
        </p>
      )}
      {count > 1 && <p>같은 답 {count.toLocaleString("ko-KR")}개를 하나로 적었습니다.</p>}
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

interface LayerHintProps {
  readonly answers: readonly Answer[];
  readonly definition: FunctionDefinition;
  readonly onLayer: ((layer: string) => void) | undefined;
}

/** Once, whatever the number of answers that say so. */
function LayerHint({ answers, definition: { Layers = [] }, onLayer }: LayerHintProps) {
  const attached = useSignal<string | undefined>(undefined);
  const missing = answers.map((answer) => missingLayer(answer, Layers)).find((found) => found !== undefined);
  if (missing === undefined) return null;
  const { specifier, layer } = missing;
  return (
    <p class="note" role="status">
      함수에 {specifier} 패키지가 없습니다. 이름이 맞다면 레이어 {layer}에 들어 있습니다.{" "}
      {onLayer !== undefined && attached.value !== layer && (
        <button
          type="button"
          class="ghost"
          onClick={() => {
            onLayer(layer);
            attached.value = layer;
          }}
        >
          레이어 {layer} 추가
        </button>
      )}
      {attached.value === layer && "레이어를 추가했습니다. 다시 실행하세요."}
    </p>
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
