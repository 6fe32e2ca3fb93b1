/** What a question answers to a reader. */
import { type AnswerKey, isNear, isSameLog } from "./answer-key.ts";
import type { LogQuestion, NumberQuestion, Question } from "./quiz.ts";

export type ReaderAnswer =
  /** Indices of the options that were chosen. */
  | { readonly kind: "choice"; readonly chosen: readonly number[] }
  /** The items' indices in the reader's order. */
  | { readonly kind: "order"; readonly order: readonly number[] }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "log"; readonly text: string };

export interface Reply {
  readonly isRight: boolean;
  /** A reason for each option or item, in their own order; one for a number or a log. */
  readonly says: readonly string[];
}

export function replyTo(question: Question, key: AnswerKey, answer: ReaderAnswer): Reply {
  if ((question.kind === "single" || question.kind === "multiple") && key.kind === "choice" && answer.kind === "choice") {
    const isRight = answer.chosen.length === key.right.length && key.right.every((index) => answer.chosen.includes(index));
    return { isRight, says: question.options.map((option) => option.says) };
  }
  if (question.kind === "order" && answer.kind === "order") {
    const isRight = answer.order.length === question.items.length && answer.order.every((item, place) => item === place);
    return { isRight, says: question.items.map((item) => item.says) };
  }
  if (question.kind === "number" && key.kind === "number" && answer.kind === "number") {
    const isSame = (value: number) => isNear(answer.value, value, question.tolerance);
    return replyToOne(question, isSame(key.value), (wrong) => typeof wrong === "number" && isSame(wrong));
  }
  if (question.kind === "log" && key.kind === "log" && answer.kind === "log") {
    return replyToOne(question, isSameLog(answer.text, key.text), (wrong) => typeof wrong === "string" && isSameLog(answer.text, wrong));
  }
  throw new Error(`replyTo: a ${question.kind} question with a key of ${key.kind} and an answer of ${answer.kind}`);
}

function replyToOne(question: NumberQuestion | LogQuestion, isRight: boolean, isAnswer: (wrong: number | string) => boolean): Reply {
  if (isRight) return { isRight, says: [question.says] };
  return { isRight, says: [question.anticipated.find((wrong) => isAnswer(wrong.answer))?.says ?? question.otherwise] };
}
