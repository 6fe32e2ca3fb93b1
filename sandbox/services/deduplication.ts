/** FIFO queues take a deduplication id once in five minutes: what comes again is accepted and not delivered (SQS guide, "Exactly-once processing"). */
import type { Instant } from "../time/instant.ts";
import { Deque } from "./deque.ts";
import { DEDUPLICATION_INTERVAL } from "./quotas.ts";

export interface Deduplication {
  /** Whether it is the first of its id; remembers it if so. */
  isFirst(at: Instant, id: string): boolean;
}

export function deduplication(): Deduplication {
  const seen = new Set<string>();
  const inOrder = new Deque<{ readonly id: string; readonly until: Instant }>();
  return {
    isFirst(at, id) {
      for (let first = inOrder.first; first !== undefined && first.until <= at; first = inOrder.first) {
        seen.delete(first.id);
        inOrder.shift();
      }
      if (seen.has(id)) return false;
      seen.add(id);
      inOrder.push({ id, until: at + DEDUPLICATION_INTERVAL });
      return true;
    },
  };
}
