/** What is wrong with a field, as a sentence that says what to write. */
import type { FormProblem } from "../../sandbox/index.ts";

/** The form counts cold starts as a share; a reader writes percent. */
const COLD_RATE = "값은 0부터 100까지의 수(%)여야 합니다. 소수는 4자리까지 씁니다.";

export function problemSentence(problems: readonly FormProblem[], field: FormProblem["field"]): string | undefined {
  const found = problems.find((problem) => problem.field === field);
  return found?.field === "coldRate" ? COLD_RATE : found?.sentence;
}
