/** The timers of one process, in virtual time. They outlive a freeze: what came due meanwhile fires at the next thaw. */
import { type Heap, heap } from "../../time/heap.ts";
import type { Instant } from "../../time/instant.ts";

export interface ProcessTimers {
  /** `delay` < 0 only changes whether the timer keeps the event loop alive. */
  set(id: number, now: Instant, delay: number, keepsAlive: boolean): void;
  clear(id: number): void;
  /** Takes out the timer that has been due longest. */
  takeDue(now: Instant): number | undefined;
  /** When the next timer is due; undefined where none of them keeps the loop alive. */
  readonly next: Instant | undefined;
}

interface Timer {
  readonly id: number;
  readonly due: Instant;
  readonly order: number;
  readonly keepsAlive: boolean;
}

const isBefore = (a: Timer, b: Timer) => a.due < b.due || (a.due === b.due && a.order < b.order);

export function processTimers(): ProcessTimers {
  /** What is set. The heap may still hold what was cleared or set anew; that is passed over when it comes up. */
  const timers = new Map<number, Timer>();
  let queue: Heap<Timer> = heap(isBefore);
  let order = 0;
  let alive = 0;

  const put = (timer: Timer) => {
    alive += Number(timer.keepsAlive) - Number(timers.get(timer.id)?.keepsAlive ?? false);
    timers.set(timer.id, timer);
    queue.push(timer);
    if (queue.size > 2 * timers.size + 64) queue = heap(isBefore, [...timers.values()]);
  };
  const remove = (id: number) => {
    alive -= Number(timers.get(id)?.keepsAlive ?? false);
    timers.delete(id);
  };
  const earliest = (): Timer | undefined => {
    while (queue.first !== undefined && timers.get(queue.first.id) !== queue.first) queue.pop();
    return queue.first;
  };

  return {
    set(id, now, delay, keepsAlive) {
      order += 1;
      if (delay >= 0) return put({ id, due: now + delay, order, keepsAlive });
      const known = timers.get(id);
      if (known !== undefined) put({ ...known, keepsAlive });
    },
    clear: remove,
    takeDue(now) {
      const timer = earliest();
      if (timer === undefined || timer.due > now) return undefined;
      queue.pop();
      remove(timer.id);
      return timer.id;
    },
    get next() {
      return alive > 0 ? earliest()?.due : undefined;
    },
  };
}
