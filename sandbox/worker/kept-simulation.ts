/**
 * Runs scenarios and keeps the last simulation alive: a session that has only grown goes on from where it was. That is a cache
 * and nothing else, because continuing equals running again from zero.
 *
 *   kept:  invoke  wait  invoke
 *   asked: invoke  wait  invoke  wait  invoke      → only the last two happen now
 */
import type { PartsAtHand } from "../parts.ts";
import type { Runtime } from "../runtime/runtime.ts";
import type { Scenario } from "../scenario.ts";
import { type Simulation, startSimulation } from "../simulation.ts";
import type { Trace } from "../trace/events.ts";

/** `applied` is called after each stimulus with how many are done. */
export type Simulate = (scenario: Scenario, applied: (stimuli: number) => void) => Trace;

interface Kept {
  readonly simulation: Simulation;
  /** The scenario without its stimuli, as text. */
  readonly world: string;
  /** The stimuli that have happened, each as text. */
  readonly done: string[];
}

export function keptSimulation(runtime: Runtime, part: PartsAtHand): Simulate {
  let kept: Kept | undefined;
  return ({ stimuli, ...rest }, applied) => {
    const world = JSON.stringify(rest);
    const wanted = stimuli.map((stimulus) => JSON.stringify(stimulus));
    const current = isPrefix(kept, world, wanted) ? kept : { simulation: startSimulation(rest, runtime, part), world, done: [] };
    // One that is left in the middle, because it lacks something or failed, is the beginning of nothing.
    kept = undefined;
    for (const [index, stimulus] of stimuli.entries()) {
      if (index < current.done.length) continue;
      current.simulation.apply(stimulus);
      current.done.push(wanted[index] ?? "");
      applied(index + 1);
    }
    kept = current;
    return current.simulation.trace();
  };
}

function isPrefix(kept: Kept | undefined, world: string, wanted: readonly string[]): kept is Kept {
  return kept?.world === world && kept.done.length <= wanted.length && kept.done.every((stimulus, index) => stimulus === wanted[index]);
}
