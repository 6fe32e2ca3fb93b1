/** One simulation: an account on one clock, to which stimuli happen one after the other. */
import { simulatedAccount } from "./account.ts";
import type { PartsAtHand } from "./parts.ts";
import type { Runtime } from "./runtime/runtime.ts";
import type { Scenario, Stimulus } from "./scenario.ts";
import { apply, type Happening } from "./stimuli.ts";
import type { Instant, Millis } from "./time/instant.ts";
import type { Trace, TraceEvent } from "./trace/events.ts";

/** A simulation that is kept alive: a cache for a prefix of a list of stimuli. */
export interface Simulation {
  /** Lets one more stimulus happen, to its end. */
  apply(stimulus: Stimulus): void;
  trace(): Trace;
}

const DAY: Millis = 86_400_000;

/** Builds the account of a scenario, with none of its stimuli. */
export function startSimulation(scenario: Omit<Scenario, "stimuli">, runtime: Runtime, part: PartsAtHand): Simulation {
  const startsAt = Date.parse(scenario.startsAt);
  if (Number.isNaN(startsAt)) throw new Error(`scenario: startsAt is no ISO 8601 time: ${scenario.startsAt}`);
  const events: TraceEvent[] = [];
  let clock: Instant = startsAt;
  let applied = 0;
  const account = simulatedAccount(scenario, {
    startsAt,
    runtime,
    part,
    stimulus: () => applied,
    record: (event) => {
      events.push(event);
    },
  });
  const { heap, pending } = account.world;

  /** Runs what is due up to `until`. */
  const runUntil = (until: Instant) => {
    while (heap.nextAt !== undefined && heap.nextAt <= until) heap.pop()?.run();
    clock = until;
  };
  /** Runs what is due until something has happened; `latest` bounds it. Gives the instant. */
  const runUntilThat = (hasHappened: () => boolean, latest: Instant): Instant => {
    let at = clock;
    while (!hasHappened()) {
      const next = heap.nextAt;
      if (next === undefined || next > latest) return latest;
      at = Math.max(at, next);
      heap.pop()?.run();
    }
    return at;
  };
  const happen = (stimulus: Happening) => {
    let endedAt: Instant | undefined;
    apply(account, clock, stimulus, (at) => {
      endedAt = at;
    });
    runUntilThat(() => endedAt !== undefined, Number.POSITIVE_INFINITY);
    if (endedAt === undefined) throw new Error(`simulation: a stimulus came to no end, and nothing is left to happen: ${stimulus.type}`);
    runUntil(endedAt);
  };
  if (!account.isReady()) runUntil(runUntilThat(account.isReady, startsAt + DAY));

  return {
    apply(stimulus) {
      if (stimulus.type === "wait") runUntil(clock + stimulus.duration);
      else if (stimulus.type === "settle") runUntil(runUntilThat(() => pending.count === 0, clock + (stimulus.within ?? DAY)));
      else happen(stimulus);
      applied += 1;
    },
    // A process may be ahead of the clock while others catch up, so events are put in order of time; ties keep their order.
    trace: () => ({ startsAt, endsAt: clock, events: events.toSorted((a, b) => a.at - b.at) }),
  };
}
