/** A lab's runs: the session that grows with each click, and the trace of its last run that came to an end. */
import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Trace } from "../../sandbox/index.ts";
import type { LabDefinition } from "./definition.ts";
import { failureSentence } from "./sentences.ts";
import { emptySession, type Session, scenarioOf } from "./session.ts";
import { simulator } from "./simulator.ts";

export interface Runs {
  readonly shown: ReadonlySignal<Shown>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** What the lab says of itself, in a sentence. */
  readonly status: ReadonlySignal<string>;
  /** Grows the session by a click and runs all of it. */
  advance(step: (session: Session) => Session): void;
  stop(): void;
  /** Forgets all that was run, or goes back to what was. */
  show(shown: Shown): void;
  /** Says why there is no run. */
  refuse(sentence: string): void;
  /** The reader is coming: starts the worker, so that the first run finds it there. */
  prepare(): void;
}

/** The session whose trace is shown. */
export interface Shown {
  readonly session: Session;
  readonly trace: Trace | undefined;
}

const NOT_RUN_YET = "아직 실행하지 않았습니다.";

export const nothingShown = (lab: LabDefinition): Shown => ({ session: emptySession(lab), trace: undefined });

export function useRuns(lab: LabDefinition): Runs {
  const shown = useSignal(nothingShown(lab));
  const isRunning = useSignal(false);
  const status = useSignal(NOT_RUN_YET);
  return useMemo(() => runsOf(lab, { shown, isRunning, status }), [lab, shown, isRunning, status]);
}

interface State {
  readonly shown: Signal<Shown>;
  readonly isRunning: Signal<boolean>;
  readonly status: Signal<string>;
}

function runsOf(lab: LabDefinition, state: State): Runs {
  let wanted = state.shown.value.session;

  async function advance(step: (session: Session) => Session): Promise<void> {
    const session = step(wanted);
    wanted = session;
    state.isRunning.value = true;
    state.status.value = "실행 중";
    const result = await simulator().run(lab.id, scenarioOf(session), ({ type }) => {
      if (type === "needs") state.status.value = "불러오는 중";
    });
    // A later click, or 처음으로, has taken over.
    if (wanted !== session) return;
    state.isRunning.value = false;
    if (result.ok) {
      state.shown.value = { session, trace: result.trace };
      state.status.value = "";
    } else {
      // A run that fails leaves the lab where it was.
      wanted = state.shown.value.session;
      // The sentence is for readers; what an author or a bug report needs is the message.
      if ("message" in result.failure) console.warn(`${lab.id}: ${result.failure.why}: ${result.failure.message}`);
      state.status.value = failureSentence(result.failure) ?? "";
    }
  }

  return {
    ...state,
    advance,
    stop: () => simulator().cancel(lab.id),
    show(shown) {
      wanted = shown.session;
      simulator().cancel(lab.id);
      state.isRunning.value = false;
      state.shown.value = shown;
      state.status.value = shown.trace === undefined ? NOT_RUN_YET : "";
    },
    refuse(sentence) {
      state.status.value = sentence;
    },
    prepare: () => simulator().prepare(),
  };
}
