/** Runs of scenarios, each once: content is checked on what the simulator shows. */
import { type Evidence, evidenceOf } from "../../sandbox/exercise/evidence.ts";
import type { ExerciseFolder } from "../../sandbox/exercise/exercise.ts";
import { type Submission, scenarioOf } from "../../sandbox/exercise/situation.ts";
import type { Runtime } from "../../sandbox/runtime/runtime.ts";
import type { Scenario } from "../../sandbox/scenario.ts";
import { simulate } from "../../sandbox/simulate.ts";

export interface Runs {
  of(scenario: Scenario): Evidence;
  /** Beside the starter's run. */
  ofSubmission(folder: ExerciseFolder, submission: Submission): Evidence;
}

export function runsOn(runtime: Runtime): Runs {
  const starters = new Map<string, Evidence>();
  const of = (scenario: Scenario, starter?: Evidence) => evidenceOf(scenario, simulate(scenario, runtime), starter);
  const starterOf = ({ id, exercise, starter }: ExerciseFolder): Evidence => {
    const evidence = starters.get(id) ?? of(scenarioOf(id, exercise.situation, { files: starter }));
    starters.set(id, evidence);
    return evidence;
  };
  return {
    of: (scenario) => of(scenario),
    ofSubmission: (folder, submission) => of(scenarioOf(folder.id, folder.exercise.situation, submission), starterOf(folder)),
  };
}
