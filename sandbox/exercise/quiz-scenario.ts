/** The scenario that a question stands on: its own, or that of a lab or an exercise of the chapter. */
import type { HttpStub } from "../network/http-stub.ts";
import type { Account, Files, FunctionDefinition, InvokeApi, LayerDefinition, Scenario } from "../scenario.ts";
import type { Json } from "./condition.ts";
import type { ExerciseFolder } from "./exercise.ts";
import type { QuizScenario } from "./quiz.ts";
import { type Happening, type Surroundings, scenarioOf } from "./situation.ts";
import { type Step, steppedThrough } from "./steps.ts";

/** What questions can be about in a chapter. */
export interface ChapterCode {
  readonly labs: ReadonlyMap<string, LabCode>;
  readonly exercises: ReadonlyMap<string, ExerciseFolder>;
}

export interface LabCode {
  readonly function: Omit<FunctionDefinition, "files">;
  readonly files: Files;
  readonly account?: Account | undefined;
  readonly layers?: readonly LayerDefinition[] | undefined;
  readonly http?: readonly HttpStub[] | undefined;
  readonly api?: InvokeApi | undefined;
  readonly event: Json;
  readonly resources?: Surroundings | undefined;
  /** Its buttons, where it has other ones than Run. */
  readonly steps?: readonly Step[] | undefined;
  /** How often its expected output has run it. */
  readonly runs: number;
}

/** `name`: of the question. Undefined where the chapter has no such lab or exercise. */
export function quizScenario(name: string, scenario: QuizScenario, { labs, exercises }: ChapterCode): Scenario | undefined {
  switch (scenario.from) {
    case "files":
      return scenarioOf(name, scenario.situation, { files: scenario.files });
    case "lab": {
      const lab = labs.get(scenario.name);
      if (lab === undefined) return undefined;
      const { files, account, layers, http, resources } = lab;
      const limits = {
        ...(account === undefined ? {} : { account }),
        ...(layers === undefined ? {} : { layers }),
        ...(http === undefined ? {} : { http }),
        ...(resources === undefined ? {} : { resources }),
      };
      return scenarioOf(name, { function: lab.function, ...limits, stimuli: scenario.stimuli ?? labStimuli(lab) }, { files });
    }
    case "exercise": {
      const folder = exercises.get(scenario.name);
      if (folder === undefined) return undefined;
      const { situation, solution } = folder.exercise;
      const { configuration, chosen } = scenario.code === "solution" ? solution : {};
      const settings = { ...(configuration !== undefined && { configuration }), ...(chosen !== undefined && { chosen }) };
      const submission = { files: folder[scenario.code], ...settings };
      return scenarioOf(name, { ...situation, stimuli: scenario.stimuli ?? situation.stimuli }, submission);
    }
  }
}

/** A second between two presses of Run. */
const BETWEEN_RUNS = 1_000;

function labStimuli({ event, runs, api, steps }: LabCode): readonly Happening[] {
  if (steps !== undefined) return steppedThrough(steps, runs, BETWEEN_RUNS);
  return Array.from({ length: runs }, (_, run): Happening[] => [
    ...(run > 0 ? [{ wait: BETWEEN_RUNS }] : []),
    { invoke: { event, ...(api === undefined ? {} : { api }) } },
  ]).flat();
}
