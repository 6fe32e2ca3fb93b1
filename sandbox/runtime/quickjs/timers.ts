/** The timers of one process, in virtual time. They outlive a freeze: what came due meanwhile fires at the next thaw. */
import type { Instant } from "../../time/instant.ts";

export interface ProcessTimers {
  /** `delay` < 0 only changes whether the timer keeps the event loop alive. */
  set(id: number, now: Instant, delay: number, keepsAlive: boolean): void;
  clear(id: number): void;
  /** Takes out the timer that has been due longest. */
  takeDue(now: Instant): number | undefined;
  /** When the next timer that keeps the loop alive, or one before it, is due. */
  readonly next: Instant | undefined;
}

interface Timer {
  readonly id: number;
  readonly due: Instant;
  readonly order: number;
  readonly keepsAlive: boolean;
}

export function processTimers(): ProcessTimers {
  const timers = new Map<number, Timer>();
  let order = 0;
  /** The earliest, found anew only after it was taken or cleared. */
  let first: Timer | undefined;
  const earliest = (): Timer | undefined => {
    if (first === undefined) {
      for (const timer of timers.values()) if (first === undefined || isBefore(timer, first)) first = timer;
    }
    return first;
  };
  return {
    set(id, now, delay, keepsAlive) {
      const known = timers.get(id);
      if (delay < 0 && known === undefined) return;
      order += 1;
      const timer = delay < 0 && known ? { ...known, keepsAlive } : { id, due: now + delay, order, keepsAlive };
      timers.set(id, timer);
      if (first?.id === id) first = undefined;
      else if (first !== undefined && isBefore(timer, first)) first = timer;
    },
    clear(id) {
      timers.delete(id);
      if (first?.id === id) first = undefined;
    },
    takeDue(now) {
      const timer = earliest();
      if (timer === undefined || timer.due > now) return undefined;
      timers.delete(timer.id);
      first = undefined;
      return timer.id;
    },
    get next() {
      let kept = false;
      for (const timer of timers.values()) kept ||= timer.keepsAlive;
      return kept ? earliest()?.due : undefined;
    },
  };
}

const isBefore = (a: Timer, b: Timer) => a.due < b.due || (a.due === b.due && a.order < b.order);
