/** A lab's runs: the session that grows with each click, and the trace of its last run that came to an end. */
import { type ReadonlySignal, type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Trace } from "../../sandbox/index.ts";
import type { LabDefinition } from "./definition.ts";
import { failureSentence } from "./sentences.ts";
import { emptySession, type Session, scenarioOf } from "./session.ts";
import { simulator } from "./simulator.ts";

export interface Runs {
  readonly trace: ReadonlySignal<Trace | undefined>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** What the lab says of itself, in a sentence. */
  readonly status: ReadonlySignal<string>;
  /** Grows the session by a click and runs all of it. */
  advance(step: (session: Session) => Session): void;
  stop(): void;
  reset(): void;
  /** The reader is coming: starts the worker, so that the first run finds it there. */
  prepare(): void;
}

const NOT_RUN_YET = "아직 실행하지 않았습니다.";

export function useRuns(lab: LabDefinition): Runs {
  const trace = useSignal<Trace | undefined>(undefined);
  const isRunning = useSignal(false);
  const status = useSignal(NOT_RUN_YET);
  return useMemo(() => runsOf(lab, { trace, isRunning, status }), [lab, trace, isRunning, status]);
}

interface State {
  readonly trace: Signal<Trace | undefined>;
  readonly isRunning: Signal<boolean>;
  readonly status: Signal<string>;
}

function runsOf(lab: LabDefinition, state: State): Runs {
  /** The session whose trace is shown. A run that fails leaves the lab where it was. */
  let shown = emptySession(lab);
  let wanted = shown;

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
      shown = session;
      state.trace.value = result.trace;
      state.status.value = "";
    } else {
      wanted = shown;
      // The sentence is for readers; what an author or a bug report needs is the message.
      if ("message" in result.failure) console.warn(`${lab.id}: ${result.failure.why}: ${result.failure.message}`);
      state.status.value = failureSentence(result.failure) ?? "";
    }
  }

  return {
    ...state,
    advance,
    stop: () => simulator().cancel(lab.id),
    reset() {
      shown = emptySession(lab);
      wanted = shown;
      simulator().cancel(lab.id);
      state.isRunning.value = false;
      state.trace.value = undefined;
      state.status.value = NOT_RUN_YET;
    },
    prepare: () => simulator().prepare(),
  };
}
