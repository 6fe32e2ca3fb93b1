/**
 * How callbacks that wait for later keep what async_hooks wants kept with them (library/internal/async-context.js). Until
 * somebody uses that module there is nothing to keep, and nothing is.
 */

/** What one callback is called through, each time. */
export interface AsyncScope {
  run(callback: (...args: never[]) => unknown, self: unknown, args: readonly unknown[]): unknown;
  /** It will not be called again. */
  end(): void;
}

export interface AsyncTracking {
  /** The scope of a callback that is kept now; undefined until async_hooks is used. */
  scope: ((type: "Timeout" | "Immediate" | "TickObject" | "Microtask", resource: object) => AsyncScope) | undefined;
  /** What the code that is over has entered for itself does not last into a new task of the event loop. */
  reset: (() => void) | undefined;
  /** A microtask that nothing follows. */
  readonly later: (callback: () => void) => void;
}
