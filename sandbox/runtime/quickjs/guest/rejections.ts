/** Promises that were rejected with nobody listening yet. */
import { primordials as p } from "./primordials.ts";

interface Rejection {
  readonly promise: unknown;
  readonly reason: unknown;
}

export interface Rejections {
  add(promise: unknown, reason: unknown): void;
  /** Somebody listens now. */
  remove(promise: unknown): void;
  /** A module was required and threw this: the promises of the engine's own behind it are nobody's. */
  forget(reason: unknown): void;
  /** Empties the list. */
  take(): [promise: unknown, reason: unknown][];
}

export function makeRejections(): Rejections {
  const waiting: Map<unknown, unknown> = new p.MapCtor();
  let last: Rejection | undefined;
  let before: Rejection | undefined;
  return {
    add(promise, reason) {
      p.MapSet(waiting, promise, reason);
      before = last;
      last = { promise, reason };
    },
    remove(promise) {
      p.MapDelete(waiting, promise);
      // A module that throws leaves a rejected promise of the engine's own behind, which nobody can reach (quickjs.c,
      // js_execute_sync_module). Right after it comes the promise of the import, with the same reason, and is handled at once.
      if (last?.promise === promise && before?.reason === last?.reason) p.MapDelete(waiting, before?.promise);
      before = last = undefined;
    },
    forget(reason) {
      if (last?.reason === reason) p.MapDelete(waiting, last?.promise);
      if (before?.reason === reason) p.MapDelete(waiting, before?.promise);
      before = last = undefined;
    },
    take() {
      const taken = [...waiting] as [unknown, unknown][];
      for (let index = 0; index < taken.length; index += 1) p.MapDelete(waiting, taken[index]?.[0]);
      before = last = undefined;
      return taken;
    },
  };
}
