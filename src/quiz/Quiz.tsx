/** A chapter's questions. Each is graded by itself; a reason for every option comes with the grade. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { replyTo } from "../../sandbox/exercise/reply.ts";
import { keep, kept } from "../kept.ts";
import { workName } from "../kept-names.ts";
import { noteProgress, wordsOf } from "../progress.ts";
import { type Answered, firstAnswer, readerAnswer, recalled, toKeep } from "./answers.ts";
import type { QuestionOnPage } from "./of-chapter.ts";
import { QuestionForm } from "./QuestionForm.tsx";

interface QuizProps {
  /** The chapter's folder. */
  readonly chapter: string;
  readonly questions: readonly QuestionOnPage[];
}

export function Quiz({ chapter, questions }: QuizProps) {
  const isAlive = useSignal(false);
  const answers = useSignal<Readonly<Record<string, Answered>>>({});
  const key = workName("quiz", chapter);

  useEffect(() => {
    const found = kept(key);
    const entries = typeof found === "object" && found !== null ? Object.entries(found) : [];
    answers.value = Object.fromEntries(
      entries.flatMap(([id, value]) => {
        const on = questions.find(({ question }) => question.id === id);
        const answered = on === undefined ? undefined : recalled(on, value);
        return answered === undefined ? [] : [[id, answered]];
      }),
    );
    isAlive.value = true;
  }, [key, questions, answers, isAlive]);

  const answeredOf = (on: QuestionOnPage): Answered => answers.value[on.question.id] ?? { answer: firstAnswer(on), isGraded: false };
  const replyOf = (on: QuestionOnPage) => {
    const { answer, isGraded } = answeredOf(on);
    const given = isGraded ? readerAnswer(on, answer) : undefined;
    return given === undefined ? undefined : replyTo(on.question, on.key, given);
  };
  const set = (changed: Readonly<Record<string, Answered>>) => {
    answers.value = { ...answers.value, ...changed };
    keep(key, Object.fromEntries(questions.flatMap((on) => keptEntry(on, answers.value[on.question.id]))));
  };
  const grade = (on: QuestionOnPage) => {
    set({ [on.question.id]: { ...answeredOf(on), isGraded: true } });
    const isRight = replyOf(on)?.isRight === true;
    noteProgress(wordsOf(chapter).chapter, { of: "quiz", name: on.question.id, came: isRight ? "right" : "wrong" });
  };

  const wrong = questions.filter((on) => replyOf(on)?.isRight === false);
  const graded = questions.filter((on) => replyOf(on) !== undefined);
  return (
    <div class="quiz">
      {questions.map((on, index) => (
        <QuestionForm
          key={on.question.id}
          on={on}
          number={index + 1}
          count={questions.length}
          answered={answeredOf(on)}
          reply={replyOf(on)}
          isAlive={isAlive.value}
          onAnswer={(answer) => set({ [on.question.id]: { answer, isGraded: false } })}
          onGrade={() => grade(on)}
        />
      ))}
      {isAlive.value && (
        <p class="sum" role="status">
          {graded.length > 0 && `${questions.length}문제 가운데 ${graded.length - wrong.length}문제를 맞혔습니다.`}
          {wrong.length > 0 && (
            <button
              type="button"
              onClick={() => set(Object.fromEntries(wrong.map((on) => [on.question.id, { answer: firstAnswer(on), isGraded: false }])))}
            >
              틀린 문제만 다시 풀기
            </button>
          )}
        </p>
      )}
    </div>
  );
}

const keptEntry = (on: QuestionOnPage, answered: Answered | undefined) =>
  answered === undefined ? [] : [[on.question.id, toKeep(on, answered)] as const];
