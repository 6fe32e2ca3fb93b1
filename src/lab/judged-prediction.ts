/** Which options of a prediction a run has made right. A chunk of its own: a page that nobody runs does without it. */
import { rightOptions } from "../../sandbox/exercise/answer-key.ts";
import { evidenceOf } from "../../sandbox/exercise/evidence.ts";
import type { Option } from "../../sandbox/exercise/quiz.ts";
import type { Scenario, Trace } from "../../sandbox/index.ts";

export function rightOptionsIn(options: readonly Option[], scenario: Scenario, trace: Trace): readonly number[] {
  return rightOptions(options, evidenceOf(scenario, trace)).right;
}
