/**
 * Promises that were rejected with nobody listening yet. The host keeps them, without running the guest: a promise may be
 * rejected at the very bottom of the guest's stack, where no function of ours could be called any more.
 */
import type { Engine, Value } from "./engine/instance.ts";

export interface Rejection {
  readonly promise: Value;
  readonly reason: Value;
}

export interface Rejections {
  readonly size: number;
  add(promise: Value, reason: Value): void;
  /** Somebody listens now. */
  remove(promise: Value): void;
  /** A module was required and threw this: the promises of the engine's own behind it are nobody's. */
  forget(reason: Value): void;
  /** Takes the oldest out; its values are the caller's to free. */
  take(): Rejection | undefined;
}

export function pendingRejections(engine: () => Engine): Rejections {
  /** By the promise's address, which stays its own as long as we hold it. */
  const waiting = new Map<number, Rejection>();
  let last: Rejection | undefined;
  let before: Rejection | undefined;

  const drop = (rejection: Rejection | undefined) => {
    if (rejection === undefined || !waiting.delete(engine().identity(rejection.promise))) return;
    engine().free(rejection.promise);
    engine().free(rejection.reason);
  };

  return {
    get size() {
      return waiting.size;
    },
    add(promise, reason) {
      before = last;
      last = { promise: engine().duplicate(promise), reason: engine().duplicate(reason) };
      waiting.set(engine().identity(promise), last);
    },
    remove(promise) {
      const known = waiting.get(engine().identity(promise));
      // A module that throws leaves a rejected promise of the engine's own behind, which nobody can reach (quickjs.c,
      // js_execute_sync_module). Right after it comes the promise of the import, with the same reason, and is handled at once.
      if (known !== undefined && known === last && before !== undefined && engine().isSame(before.reason, last.reason)) drop(before);
      drop(known);
      before = last = undefined;
    },
    forget(reason) {
      const theirs = [last, before].filter((one) => one !== undefined && waiting.has(engine().identity(one.promise)));
      for (const one of theirs) if (one !== undefined && engine().isSame(one.reason, reason)) drop(one);
      before = last = undefined;
    },
    take() {
      const [oldest] = waiting;
      if (oldest === undefined) return undefined;
      waiting.delete(oldest[0]);
      before = last = undefined;
      return oldest[1];
    },
  };
}
