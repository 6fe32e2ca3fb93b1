/**
 * What passes between a page and its worker. One request, five replies, told apart by `type`. A session is identified by the
 * lab's name on the page; `run` is a number that the page counts up per lab, so that late replies are recognised.
 */
import type { Scenario } from "../scenario.ts";
import type { Trace } from "../trace/events.ts";

export type Request = { readonly type: "run"; readonly lab: string; readonly run: number; readonly scenario: Scenario };

export type Reply =
  /** Sent once, when the engine is compiled. */
  | { readonly type: "ready" }
  /** The run has begun; `stimulus` of `stimuli` are done. */
  | { readonly type: "progress"; readonly lab: string; readonly run: number; readonly stimulus: number; readonly stimuli: number }
  /** The run imports something that is being loaded; it will be run again from zero. For the page to show, nothing to answer. */
  | { readonly type: "needs"; readonly lab: string; readonly run: number; readonly what: readonly string[] }
  | { readonly type: "finished"; readonly lab: string; readonly run: number; readonly trace: Trace }
  /** A mistake of ours, or a scenario that cannot be. Never an outcome of the reader's code. */
  | { readonly type: "failed"; readonly lab: string; readonly run: number; readonly message: string };

/** Why a run that was asked for gave no trace. */
export type RunFailure =
  | { readonly why: "superseded" }
  | { readonly why: "cancelled" }
  | { readonly why: "worker died"; readonly message: string }
  | { readonly why: "took too long" }
  | { readonly why: "failed"; readonly message: string };

export type RunResult = { readonly ok: true; readonly trace: Trace } | { readonly ok: false; readonly failure: RunFailure };
