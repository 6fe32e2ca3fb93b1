/** The right answers of a question, from its author and from the trace of its scenario, and where the two do not agree. */
import type { EnvironmentTest } from "./condition.ts";
import type { Evidence } from "./evidence.ts";
import { valueAt } from "./json-value.ts";
import { environmentCounts, holds, matchingEvents } from "./judge.ts";
import { linesFor } from "./log-test.ts";
import { measureOf } from "./measures.ts";
import { metricValue } from "./metric-test.ts";
import { messagesLeft } from "./queue-test.ts";
import type { NumberQuestion, Option, OrderItem, Question, ValueOf } from "./quiz.ts";

export type AnswerKey =
  /** Indices of the right options. */
  | { readonly kind: "choice"; readonly right: readonly number[] }
  | { readonly kind: "order" }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "log"; readonly text: string };

export type KeyProblem =
  | { readonly why: "no right option" }
  | { readonly why: "more than one right option"; readonly right: readonly number[] }
  | { readonly why: "the trace says otherwise"; readonly option: number; readonly marked: boolean }
  | { readonly why: "needs a scenario" }
  | { readonly why: "no such value" }
  | { readonly why: "does not happen"; readonly item: number }
  | { readonly why: "happens in another order"; readonly item: number }
  | { readonly why: "anticipates the right answer"; readonly anticipated: number };

export type KeyOrProblems = { readonly key: AnswerKey } | { readonly problems: readonly KeyProblem[] };

/** `evidence`: of the question's scenario, where it has one. */
export function answerKey(question: Question, evidence: Evidence | undefined): KeyOrProblems {
  switch (question.kind) {
    case "single":
    case "multiple": {
      const { right, problems } = rightOptions(question.options, evidence);
      if (problems.length > 0) return { problems };
      if (right.length === 0) return { problems: [{ why: "no right option" }] };
      if (question.kind === "single" && right.length > 1) return { problems: [{ why: "more than one right option", right }] };
      return { key: { kind: "choice", right } };
    }
    case "order": {
      const problems = orderProblems(question.items, evidence);
      return problems.length > 0 ? { problems } : { key: { kind: "order" } };
    }
    case "number":
      return numberKey(question, evidence);
    case "log": {
      if (evidence === undefined) return { problems: [{ why: "needs a scenario" }] };
      const text = linesFor(question.lines, evidence.lines)
        .map((line) => line.text)
        .join("\n");
      if (text === "") return { problems: [{ why: "no such value" }] };
      const anticipated = question.anticipated.findIndex(({ answer }) => isSameLog(answer, text));
      return anticipated >= 0 ? { problems: [{ why: "anticipates the right answer", anticipated }] } : { key: { kind: "log", text } };
    }
  }
}

/** Also for the options of a prediction, on the run that a reader has made. */
export function rightOptions(
  options: readonly Option[],
  evidence: Evidence | undefined,
): { readonly right: readonly number[]; readonly problems: readonly KeyProblem[] } {
  const right: number[] = [];
  const problems: KeyProblem[] = [];
  for (const [index, { correct, when }] of options.entries()) {
    if (when !== undefined && evidence === undefined) return { right, problems: [{ why: "needs a scenario" }] };
    const isRight = when !== undefined && evidence !== undefined ? holds(when, evidence) : correct === true;
    if (isRight) right.push(index);
    if (correct !== undefined && correct !== isRight) problems.push({ why: "the trace says otherwise", option: index, marked: correct });
  }
  return { right, problems };
}

/** Lines are compared without the space around them, and without empty ones. */
export function isSameLog(one: string, other: string): boolean {
  const bare = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim().replaceAll(/\s+/g, " "))
      .filter((line) => line !== "")
      .join("\n");
  return bare(one) === bare(other);
}

export const isNear = (one: number, other: number, tolerance: number): boolean => Math.abs(one - other) <= tolerance;

function numberKey({ answer, anticipated, tolerance }: NumberQuestion, evidence: Evidence | undefined): KeyOrProblems {
  if ("value" in answer && evidence === undefined) return { problems: [{ why: "needs a scenario" }] };
  const value = "typed" in answer ? answer.typed : evidence === undefined ? undefined : numberOf(answer.value, evidence);
  if (value === undefined) return { problems: [{ why: "no such value" }] };
  const right = anticipated.findIndex((wrong) => isNear(wrong.answer, value, tolerance));
  return right >= 0 ? { problems: [{ why: "anticipates the right answer", anticipated: right }] } : { key: { kind: "number", value } };
}

/** Undefined where the trace has no such number. */
export function numberOf(value: ValueOf, evidence: Evidence): number | undefined {
  if ("result" in value) {
    const found = valueAt(evidence.calls[value.result.invocation - 1]?.value, value.result.at);
    return typeof found === "number" ? found : undefined;
  }
  if ("measure" in value) return measureOf(value.measure, value.invocation, evidence);
  if ("logs" in value) return linesFor(value.logs, evidence.lines).length;
  if ("events" in value) return matchingEvents(value.events, evidence.trace.events).length;
  if ("metric" in value) return metricValue(value.metric, evidence);
  if ("queue" in value) return messagesLeft(evidence.trace, value.queue).length;
  return environmentCounts(evidence)[value.environments satisfies keyof EnvironmentTest];
}

function orderProblems(items: readonly OrderItem[], evidence: Evidence | undefined): KeyProblem[] {
  let last = -1;
  for (const [index, { happens }] of items.entries()) {
    if (happens === undefined) continue;
    if (evidence === undefined) return [{ why: "needs a scenario" }];
    const place = placeOf(happens, evidence);
    if (place === undefined) return [{ why: "does not happen", item: index }];
    if (place <= last) return [{ why: "happens in another order", item: index }];
    last = place;
  }
  return [];
}

function placeOf(happens: NonNullable<OrderItem["happens"]>, { lines, trace }: Evidence): number | undefined {
  if ("logs" in happens) return linesFor(happens.logs, lines)[0]?.place;
  const [event] = matchingEvents(happens.events, trace.events);
  return event === undefined ? undefined : trace.events.indexOf(event);
}
