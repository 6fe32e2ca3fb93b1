/** Grades a run. A chunk of its own: a page on which nothing is handed in does without it. */
import { evidenceOf } from "../../sandbox/exercise/evidence.ts";
import type { Exercise } from "../../sandbox/exercise/exercise.ts";
import { type Grade, grade, gradeSentence } from "../../sandbox/exercise/grade.ts";
import type { Scenario, Trace } from "../../sandbox/index.ts";

export { needsStarter } from "../../sandbox/exercise/grade.ts";

interface Run {
  readonly scenario: Scenario;
  readonly trace: Trace;
}

export function gradeOfRun(exercise: Exercise, { scenario, trace }: Run, starter: Run | undefined): { grade: Grade; sentence: string } {
  const beside = starter === undefined ? undefined : evidenceOf(starter.scenario, starter.trace);
  const given = grade(exercise, evidenceOf(scenario, trace, beside));
  return { grade: given, sentence: gradeSentence(given) };
}
