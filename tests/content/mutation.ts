/** Whether an exercise's checks notice harm done to its solution. */
import type { Evidence } from "../../sandbox/exercise/evidence.ts";
import { grade } from "../../sandbox/exercise/grade.ts";
import { eraseTypes } from "../../sandbox/runtime/quickjs/typescript/erase.ts";
import { type ReadExercise, solutionOf } from "./exercises.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import type { Problem } from "./problem.ts";
import type { Runs } from "./runs.ts";

export interface MutationScore {
  readonly exercise: string;
  readonly caught: number;
  /** Mutants that behave otherwise than the solution and pass every check. */
  readonly survivors: readonly Mutant[];
  /** Mutants whose runs show nothing that the solution's does not: no check could tell. */
  readonly equivalent: number;
}

/** Of the mutants that behave otherwise. */
export const LEAST_CAUGHT = 0.8;

export function mutationScore(read: ReadExercise, runs: Runs): MutationScore {
  const { folder } = read;
  const { exercise, solution } = folder;
  const submission = solutionOf(folder);
  const original = runs.ofSubmission(folder, submission);
  const handler = exercise.situation.function.Handler.split(".").at(-1) ?? "";
  let [caught, equivalent] = [0, 0];
  const survivors: Mutant[] = [];
  for (const [file, code] of Object.entries(solution)) {
    if (exercise.readOnly.includes(file) || !/\.[cm]?[jt]s$/.test(file)) continue;
    for (const mutant of mutantsOf(file, withoutTypes(file, code), handler)) {
      const evidence = runs.ofSubmission(folder, { ...submission, files: { ...solution, [file]: mutant.code } });
      if (!grade(exercise, evidence).isSolved) caught += 1;
      else if (behavesAs(evidence, original)) equivalent += 1;
      else survivors.push(mutant);
    }
  }
  return { exercise: folder.id, caught, survivors, equivalent };
}

/** Harm is done to what runs. */
function withoutTypes(file: string, code: string): string {
  const erased = /ts$/.test(file) ? eraseTypes(code) : { code };
  return "code" in erased ? erased.code : code;
}

export function mutationProblems({ source }: ReadExercise, { caught, survivors }: MutationScore): readonly Problem[] {
  const all = caught + survivors.length;
  if (all === 0 || caught / all >= LEAST_CAUGHT) return [];
  const listed = survivors.map(({ file, line, what, piece }) => `${file} ${line}행 ‘${piece}’ ${what}`).join(" / ");
  const says = `풀이를 한 곳씩 망가뜨린 변이 ${all}개 가운데 ${caught}개만 채점에 걸립니다(${LEAST_CAUGHT * 100}% 이상이어야 합니다). 놓친 변이를 잡는 조건을 checks에 더하세요. 놓친 변이: ${listed}`;
  return [{ file: `${source.path}/exercise.yaml`, place: "checks", severity: "error", says }];
}

/** Less than this is noise: code of another length takes another time. */
const NOISE = { milliseconds: 5, share: 0.05 };

function behavesAs(evidence: Evidence, original: Evidence): boolean {
  if (JSON.stringify(visible(evidence)) !== JSON.stringify(visible(original))) return false;
  return evidence.calls.every(({ billedDuration = 0 }, index) => {
    const before = original.calls[index]?.billedDuration ?? 0;
    return Math.abs(billedDuration - before) <= Math.max(NOISE.milliseconds, before * NOISE.share);
  });
}

/** What the caller gets, what the function logs, and what becomes of environments. */
function visible({ calls, lines, trace }: Evidence): unknown {
  return [
    calls.map(({ outcome, value, errorType, errorMessage, coldStart }) => [outcome, value, errorType, errorMessage, coldStart]),
    lines.filter((line) => line.source === "function").map(({ call, during, level, text }) => [call, during, level, withoutStack(text)]),
    trace.events.filter((event) => event.type.startsWith("environment-")).map((event) => event.type),
  ];
}

/** Where in the file an error was thrown moves with every line that is deleted above it. */
const withoutStack = (text: string) => text.split(/"stack":|\n {4}at /)[0];
