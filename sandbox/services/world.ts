/** What all services of an account have in common: one clock, one source of chance, one trace, and each other's targets. */
import type { Account } from "../scenario.ts";
import type { EventHeap } from "../time/event-heap.ts";
import type { Random } from "../time/random.ts";
import type { TraceEvent } from "../trace/events.ts";
import type { Target } from "./target.ts";

export interface World {
  readonly heap: EventHeap;
  readonly random: Random;
  readonly account: Required<Account>;
  readonly record: (event: TraceEvent) => void;
  /** By ARN. Every service adds what it has when the account is built. */
  readonly targets: Map<string, Target>;
  readonly pending: Pending;
  /** The stimulus that is being applied: its number in the scenario. */
  readonly stimulus: () => number;
}

/** Work that is under way: what `settle` waits for the end of. */
export interface Pending {
  readonly count: number;
  begin(): void;
  end(): void;
}

export function pending(): Pending {
  let count = 0;
  return {
    get count() {
      return count;
    },
    begin() {
      count += 1;
    },
    end() {
      if (count === 0) throw new Error("pending: more work ended than had begun");
      count -= 1;
    },
  };
}
