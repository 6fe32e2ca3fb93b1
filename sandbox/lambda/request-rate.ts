/** Requests of the last second, exactly: a ring of the instants of the latest ones, as many as may come within a second. */
import type { Instant } from "../time/instant.ts";

export interface RequestRate {
  /** Counts a request, if fewer than `limit` came within the second before it. */
  take(at: Instant, limit: number): boolean;
}

export function requestRate(): RequestRate {
  let ring: number[] = [];
  let next = 0;
  let size = 0;
  return {
    take(at, limit) {
      if (limit <= 0) return false;
      if (limit !== size) {
        // Another limit from now on: what has come lately still counts.
        ring = [...ring.slice(next), ...ring.slice(0, next)].slice(-limit);
        size = limit;
        next = ring.length === limit ? 0 : ring.length;
      }
      const oldest = ring[next];
      if (ring.length === size && oldest !== undefined && oldest > at - 1000) return false;
      ring[next] = at;
      next = (next + 1) % size;
      return true;
    },
  };
}
