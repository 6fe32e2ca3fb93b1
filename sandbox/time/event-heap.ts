import { heap } from "./heap.ts";
import type { Instant } from "./instant.ts";

/** What is due, earliest first; what is due at the same instant, in the order it was scheduled. */
export interface EventHeap {
  schedule(at: Instant, run: () => void): void;
  /** The instant of the earliest entry; undefined where nothing is due. */
  readonly nextAt: Instant | undefined;
  /** Takes the earliest entry out. */
  pop(): { readonly at: Instant; readonly run: () => void } | undefined;
}

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

export function eventHeap(): EventHeap {
  const entries = heap<Entry>((a, b) => a.at < b.at || (a.at === b.at && a.order < b.order));
  let order = 0;
  return {
    schedule(at, run) {
      entries.push({ at, order, run });
      order += 1;
    },
    get nextAt() {
      return entries.first?.at;
    },
    pop: () => entries.pop(),
  };
}
