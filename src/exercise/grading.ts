/** Runs what a reader hands in and tells what it comes to. What grades is loaded with the first run. */
import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Grade } from "../../sandbox/exercise/grade.ts";
import { scenarioOf } from "../../sandbox/exercise/situation.ts";
import type { FunctionDefinition, Scenario, Trace } from "../../sandbox/index.ts";
import { failureSentence } from "../lab/sentences.ts";
import type { Draft } from "../lab/session.ts";
import { simulator } from "../lab/simulator.ts";
import { keepForOffline } from "../offline/keep.ts";
import { noteProgress, wordsOf } from "../progress.ts";
import type { ExerciseOnPage } from "./of-chapter.ts";

export interface Grading {
  readonly shown: ReadonlySignal<Graded>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** A sentence. */
  readonly status: ReadonlySignal<string>;
  check(draft: Draft): void;
  stop(): void;
  refuse(sentence: string): void;
  forget(): void;
}

export interface Graded {
  readonly grade?: Grade | undefined;
  readonly graded?: { readonly trace: Trace; readonly definition: FunctionDefinition } | undefined;
}

export function useGrading(on: ExerciseOnPage): Grading {
  const shown = useSignal<Graded>({});
  const isRunning = useSignal(false);
  const status = useSignal("");
  return useMemo(() => gradingOf(on, { shown, isRunning, status }), [on, shown, isRunning, status]);
}

interface State {
  readonly shown: Signal<Graded>;
  readonly isRunning: Signal<boolean>;
  readonly status: Signal<string>;
}

class Unfinished extends Error {}

function gradingOf({ id, exercise, starter }: ExerciseOnPage, state: State): Grading {
  const name = `exercise:${id}`;
  const { chapter, name: words } = wordsOf(id);
  /** Counts up, so that what was overtaken is not shown. */
  let latest = 0;

  async function run(scenario: Scenario): Promise<Trace> {
    const result = await simulator().run(name, scenario, ({ type }) => {
      if (type === "needs") state.status.value = "불러오는 중";
    });
    if (result.ok) return result.trace;
    if ("message" in result.failure) console.warn(`${name}: ${result.failure.why}: ${result.failure.message}`);
    throw new Unfinished(failureSentence(result.failure));
  }

  async function gradeOf(draft: Draft): Promise<Graded & { readonly sentence: string }> {
    const loaded = import("./graded.ts").catch((cause) => {
      throw new Unfinished("불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.", { cause });
    });
    const scenario = scenarioOf(id, exercise.situation, submissionOf(draft, exercise.configurable));
    const trace = await run(scenario);
    const { gradeOfRun, needsStarter } = await loaded;
    const starterScenario = scenarioOf(id, exercise.situation, { files: starter });
    const beside = needsStarter(exercise) ? { scenario: starterScenario, trace: await run(starterScenario) } : undefined;
    const { grade, sentence } = gradeOfRun(exercise, { scenario, trace }, beside);
    const [definition] = scenario.functions;
    return { grade, sentence, ...(definition !== undefined && { graded: { trace, definition } }) };
  }

  return {
    ...state,
    async check(draft) {
      latest += 1;
      const mine = latest;
      state.isRunning.value = true;
      state.status.value = "실행 중";
      try {
        const { sentence, ...graded } = await gradeOf(draft);
        if (mine !== latest) return;
        state.shown.value = graded;
        state.status.value = sentence;
        keepForOffline();
        noteProgress(chapter, { of: "exercises", name: words, came: graded.grade?.isSolved === true ? "solved" : "tried" });
      } catch (thrown) {
        // A run that came to no end says so in a sentence; anything else is a fault of ours.
        if (!(thrown instanceof Unfinished)) throw thrown;
        if (mine === latest) state.status.value = thrown.message;
      } finally {
        if (mine === latest) state.isRunning.value = false;
      }
    },
    stop: () => simulator().cancel(name),
    refuse(sentence) {
      state.status.value = sentence;
    },
    forget() {
      latest += 1;
      simulator().cancel(name);
      state.isRunning.value = false;
      state.shown.value = {};
      state.status.value = "";
    },
  };
}

function submissionOf({ files, configuration, chosen }: Draft, configurable: ExerciseOnPage["exercise"]["configurable"]) {
  const own = Object.fromEntries(configurable.map((key) => [key, configuration[key]]));
  return { files, configuration: own, ...(chosen !== undefined && { chosen }) };
}
