/**
 * An exercise as data: a scenario with a hole in it, checks on what becomes of it, help, and the mistakes that are expected.
 * Texts are Korean prose (prose.ts).
 */
import type { Files } from "../scenario.ts";
import type { Condition } from "./condition.ts";
import type { Chosen } from "./controls.ts";
import type { Configuration, Situation } from "./situation.ts";

export interface Exercise {
  readonly title: string;
  readonly goal: string;
  readonly situation: Situation;
  /** Files that the reader sees but does not change. */
  readonly readOnly: readonly string[];
  /** What the reader may set beside the code. */
  readonly configurable: readonly ("MemorySize" | "Timeout")[];
  /** In the order in which a reader should read what is missing. */
  readonly checks: readonly Check[];
  readonly hints: Hints;
  /** The first one whose `when` holds is told, and only where a check fails. */
  readonly mistakes: readonly Mistake[];
  readonly solution: Solution;
}

export interface Check extends Condition {
  /** The goal, as the reader reads it. */
  readonly says: string;
}

/** A ladder: each rung tells more, and the solution stands at its top. */
export interface Hints {
  readonly concept: string;
  readonly place: string;
  readonly nearlyCode: string;
}

export interface Mistake {
  readonly name: string;
  readonly when: Condition;
  /** What went wrong, why, and what to do next. */
  readonly message: string;
  /** How the mistake is made, for those who check the exercise. */
  readonly made: MistakeMade;
}

export type MistakeMade =
  /** Files in mistakes/<name>/ stand in for those of the solution. */
  | { readonly from: "files" }
  /** The first place where `from` stands becomes `to`. */
  | { readonly from: "solution" | "starter"; readonly replace: readonly Replacement[] }
  /** The solution's code, with settings of its own. */
  | { readonly from: "configuration"; readonly configuration?: Pick<Configuration, "MemorySize" | "Timeout">; readonly chosen?: Chosen };

export interface Replacement {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

export interface Solution {
  /** The thought behind it. */
  readonly says: string;
  readonly configuration?: Pick<Configuration, "MemorySize" | "Timeout">;
  /** Of the situation's controls. */
  readonly chosen?: Chosen;
  readonly explains: readonly Explanation[];
}

/** Why a hunk of the difference between starter and solution is there: a piece of one of its lines says which. */
export type Explanation = { readonly file: string; readonly says: string } & ({ readonly added: string } | { readonly removed: string });

/** An exercise with its code: what stands in its folder. */
export interface ExerciseFolder {
  /** `07-cold-and-warm-starts/reuse-the-client`: its name everywhere. */
  readonly id: string;
  readonly exercise: Exercise;
  readonly starter: Files;
  readonly solution: Files;
}
