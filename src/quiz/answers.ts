/** What a reader has answered, and what is kept of it. */
import type { ReaderAnswer } from "../../sandbox/exercise/reply.ts";
import { fingerprintOf } from "../fingerprint.ts";
import type { QuestionOnPage } from "./of-chapter.ts";

/** What stands in a question's form. */
export type Answer = { readonly chosen: readonly number[] } | { readonly order: readonly number[] } | { readonly text: string };

export interface Answered {
  readonly answer: Answer;
  readonly isGraded: boolean;
}

export function firstAnswer({ question }: QuestionOnPage): Answer {
  if (question.kind === "order") return { order: shuffled(question.items.length, question.id) };
  return question.kind === "single" || question.kind === "multiple" ? { chosen: [] } : { text: "" };
}

/** Undefined where there is nothing to grade yet. */
export function readerAnswer({ question }: QuestionOnPage, answer: Answer): ReaderAnswer | undefined {
  if ("chosen" in answer) return answer.chosen.length === 0 ? undefined : { kind: "choice", chosen: answer.chosen };
  if ("order" in answer) return { kind: "order", order: answer.order };
  const text = answer.text.trim();
  if (text === "") return undefined;
  if (question.kind === "log") return { kind: "log", text };
  const value = Number(text.replaceAll(",", ""));
  return Number.isFinite(value) ? { kind: "number", value } : undefined;
}

/** What the browser keeps of an answer: also to which question, as options have no names of their own. */
export interface KeptAnswer extends Answered {
  readonly of: string;
}

export const toKeep = ({ question }: QuestionOnPage, answered: Answered): KeptAnswer => ({ ...answered, of: fingerprintOf(question) });

/** What the browser kept, where it was given to the question as it is now. */
export function recalled(on: QuestionOnPage, value: unknown): Answered | undefined {
  if (typeof value !== "object" || value === null || !("answer" in value) || !("isGraded" in value)) return undefined;
  const { answer, isGraded, of } = value as KeptAnswer;
  return of === fingerprintOf(on.question) && fits(on, answer) ? { answer, isGraded: isGraded === true } : undefined;
}

function fits({ question }: QuestionOnPage, answer: Partial<Record<"chosen" | "order" | "text", unknown>>): boolean {
  const areBelow = (list: unknown, count: number) =>
    Array.isArray(list) && list.every((index) => Number.isInteger(index) && index >= 0 && index < count);
  if (question.kind === "order")
    return areBelow(answer.order, question.items.length) && new Set(answer.order as number[]).size === question.items.length;
  if (question.kind === "single" || question.kind === "multiple") return areBelow(answer.chosen, question.options.length);
  return typeof answer.text === "string";
}

/** Never the right order, and the same on every visit: turned by a number from the question's name. */
function shuffled(count: number, name: string): number[] {
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  const turn = count < 2 ? 0 : 1 + (sum % (count - 1));
  return Array.from({ length: count }, (_, place) => (place + turn) % count);
}
