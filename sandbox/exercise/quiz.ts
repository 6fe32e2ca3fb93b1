/** A chapter's questions as data. Every answer says why it is right or wrong. Texts are Korean prose (prose.ts). */
import type { Files } from "../scenario.ts";
import type { Condition, EnvironmentTest, EventTest, LogTest, MetricTest, Which } from "./condition.ts";
import type { CallMeasure, RunMeasure } from "./measures.ts";
import type { Happening, Situation } from "./situation.ts";

export interface Quiz {
  readonly questions: readonly Question[];
}

export type Question = QuestionText & (ChoiceQuestion | OrderQuestion | NumberQuestion | LogQuestion);

export interface QuestionText {
  /** Its name for good, within its chapter: answers are kept under it. */
  readonly id: string;
  readonly question: string;
  /** What the reader does, where the kind alone does not tell. */
  readonly as?: "predict-the-log" | "find-the-bug" | "read-the-bill";
  /** Where the answer can be read: `#안과-밖`, or `05-context#…`. An option may name a place of its own. */
  readonly read: string;
  readonly code?: string;
  readonly scenario?: QuizScenario;
  /** What of the scenario stands with the question. */
  readonly shows: readonly ("code" | "logs" | "reports" | "results")[];
}

export type QuizScenario =
  | { readonly from: "files"; readonly situation: Situation; readonly files: Files }
  /** The starter of a lab of the chapter; without stimuli, as its expected output has run it. */
  | { readonly from: "lab"; readonly name: string; readonly stimuli?: readonly Happening[] }
  | {
      readonly from: "exercise";
      readonly name: string;
      readonly code: "starter" | "solution";
      readonly stimuli?: readonly Happening[];
    };

/** Exactly one right option, or one and more. */
export interface ChoiceQuestion {
  readonly kind: "single" | "multiple";
  readonly options: readonly Option[];
}

export interface Option {
  readonly text: string;
  readonly says: string;
  readonly read?: string;
  /** What the author says; where there is `when`, the scenario's trace decides, and must agree. */
  readonly correct?: boolean;
  readonly when?: Condition;
}

/** The items as they are to be ordered. */
export interface OrderQuestion {
  readonly kind: "order";
  readonly items: readonly OrderItem[];
}

export interface OrderItem {
  readonly text: string;
  readonly says: string;
  /** The first such line or event of the scenario's trace: the order is checked by them. */
  readonly happens?: { readonly logs: LogTest } | { readonly events: EventTest };
}

export interface NumberQuestion {
  readonly kind: "number";
  readonly answer: { readonly typed: number } | { readonly value: ValueOf };
  /** How far off is right too. */
  readonly tolerance: number;
  readonly unit?: string;
  readonly says: string;
  readonly anticipated: readonly { readonly answer: number; readonly says: string }[];
  /** For every other answer. */
  readonly otherwise: string;
}

/** The reader writes the lines of the log, without times and request ids. */
export interface LogQuestion {
  readonly kind: "log";
  readonly lines: LogTest;
  readonly says: string;
  readonly anticipated: readonly { readonly answer: string; readonly says: string }[];
  readonly otherwise: string;
}

/** A number that is read off a trace. */
export type ValueOf =
  | { readonly result: { readonly invocation: number; readonly at: string } }
  | { readonly measure: CallMeasure | RunMeasure; readonly invocation: Which | "sum" }
  | { readonly logs: LogTest }
  | { readonly events: EventTest }
  | { readonly environments: keyof EnvironmentTest }
  | { readonly metric: Pick<MetricTest, "name" | "statistic" | "FunctionName"> }
  | { readonly queue: string };

/** What a lab asks before Run; the reader's own run answers it. */
export interface Prediction {
  readonly question: string;
  /** How many invocations it takes to tell. */
  readonly after: number;
  readonly options: readonly Option[];
}
