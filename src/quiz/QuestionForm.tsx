/** One question as a form, with its reply. Without scripts the reasons stand below, closed. */
import { useId } from "preact/hooks";
import type { Reply } from "../../sandbox/exercise/reply.ts";
import { Line, Prose } from "../prose/Prose.tsx";
import { AnswerFields } from "./AnswerFields.tsx";
import { type Answer, type Answered, readerAnswer } from "./answers.ts";
import type { QuestionOnPage } from "./of-chapter.ts";

interface QuestionFormProps {
  readonly on: QuestionOnPage;
  readonly number: number;
  readonly count: number;
  readonly answered: Answered;
  readonly reply: Reply | undefined;
  readonly isAlive: boolean;
  readonly onAnswer: (answer: Answer) => void;
  readonly onGrade: () => void;
}

export function QuestionForm({ on, number, count, answered, reply, isAlive, onAnswer, onGrade }: QuestionFormProps) {
  const id = useId();
  const { question, shown } = on;
  const isReady = readerAnswer(on, answered.answer) !== undefined;
  const standing = reply === undefined ? "" : reply.isRight ? "right" : "wrong";
  return (
    <form
      class={`question ${standing}`}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && reply === undefined) onGrade();
      }}
    >
      <div class="asked" id={id}>
        <p class="place">
          확인 문제 {number}/{count}
          {question.as !== undefined && <span> {TASKS[question.as]}</span>}
        </p>
        <Prose text={question.question} />
      </div>
      {shown.map(({ title, html }) => (
        <figure key={title} class="shown">
          {title !== "" && <figcaption>{title}</figcaption>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
          <pre tabIndex={0}>
            {/* HTML of our own making: highlight.ts, when the site was built. */}
            <code dangerouslySetInnerHTML={{ __html: html }} />
          </pre>
        </figure>
      ))}
      <AnswerFields on={on} labelledBy={id} answered={answered} reply={reply} isAlive={isAlive} onAnswer={onAnswer} />
      <div class="grading">
        {reply === undefined && (
          <button type="submit" disabled={!isAlive || !isReady}>
            채점
          </button>
        )}
        {reply !== undefined && !reply.isRight && (
          <button type="button" onClick={() => onAnswer(answered.answer)}>
            다시 풀기
          </button>
        )}
        <p role="status">
          {reply !== undefined && (
            <>
              {reply.isRight ? "맞았습니다. " : "까닭을 읽고 다시 풀어 보세요. "}
              <a href={on.read.href}>다시 읽을 곳</a>
            </>
          )}
        </p>
      </div>
      <StillReasons on={on} />
    </form>
  );
}

const TASKS = { "predict-the-log": "로그 짐작하기", "find-the-bug": "잘못 찾기", "read-the-bill": "요금 읽기" } as const;

/** For readers without scripts; a stylesheet takes it away from the others. */
function StillReasons({ on }: { readonly on: QuestionOnPage }) {
  return (
    <details class="still-reasons">
      <summary>답과 까닭</summary>
      <ul>
        {reasonsOf(on).map(({ text, says, isRight }) => (
          <li key={text}>
            <b>
              <Line text={text} />
            </b>{" "}
            {isRight ? "(맞음)" : "(틀림)"} <Line text={says} />
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Reason {
  readonly text: string;
  readonly says: string;
  readonly isRight: boolean;
}

function reasonsOf({ question, key }: QuestionOnPage): readonly Reason[] {
  if (question.kind === "order") return question.items.map(({ text, says }) => ({ text, says, isRight: true }));
  if (question.kind === "number" || question.kind === "log") {
    const unit = question.kind === "number" ? (question.unit ?? "") : "";
    const text = key.kind === "number" ? `${Number(key.value.toFixed(2))}${unit}` : key.kind === "log" ? key.text : "";
    return [{ text, says: question.says, isRight: true }];
  }
  return question.options.map(({ text, says }, index) => ({ text, says, isRight: key.kind === "choice" && key.right.includes(index) }));
}
