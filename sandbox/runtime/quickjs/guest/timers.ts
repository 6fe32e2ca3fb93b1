/** setTimeout, setInterval, setImmediate, process.nextTick: Node's queues, driven by the host's event loop. */
import type { AsyncScope, AsyncTracking } from "./async-tracking.ts";
import type { Host } from "./host.ts";
import { primordials as p, queue } from "./primordials.ts";

type Callback = (...args: unknown[]) => unknown;

/** Node's largest delay; anything outside 1…2^31−1 becomes 1 (lib/internal/timers.js). */
const TIMEOUT_MAX = 2 ** 31 - 1;

export interface Timers {
  readonly tracking: AsyncTracking;
  readonly globals: Readonly<Record<string, unknown>>;
  nextTick(callback: Callback, ...args: unknown[]): void;
  setImmediate(callback: Callback, ...args: unknown[]): unknown;
  /** Entries for the host: run what is due. Exceptions are handed to `uncaught`. */
  runTimer(id: number): void;
  runImmediates(): void;
  runTicks(): void;
}

export function makeTimers(host: Host, uncaught: (error: unknown) => void): Timers {
  const nativeMicrotask = globalThis.queueMicrotask;
  const tracking: AsyncTracking = { scope: undefined, reset: undefined, later: nativeMicrotask };
  const live: Map<number, Timeout> = new p.MapCtor();
  let lastId = 0;

  class Timeout {
    _idleTimeout: number;
    _onTimeout: Callback | null;
    _timerArgs: unknown[];
    _repeat: number | null;
    #id = 0;
    #alive = 1;
    readonly #scope: AsyncScope | undefined = tracking.scope?.("Timeout", this);
    constructor(callback: Callback, delay: number, args: unknown[], repeat: boolean) {
      this._idleTimeout = delay;
      this._onTimeout = callback;
      this._timerArgs = args;
      this._repeat = repeat ? delay : null;
      p.defineProperty(this, "_timerArgs", { value: args, enumerable: false, writable: true });
      this.#start(delay);
    }
    /** Its delay is a property that anyone can set: a number for the host, or, as in Node, no start at all. */
    #start(after: number) {
      if (this.#id === 0) {
        lastId += 1;
        this.#id = lastId;
      }
      const delay = +after;
      if (!(delay >= 0)) return;
      p.MapSet(live, this.#id, this);
      host.setTimer(this.#id, delay, this.#alive);
    }
    run() {
      const callback = this._onTimeout;
      if (callback === null) return;
      if (this._repeat === null) p.MapDelete(live, this.#id);
      try {
        if (this.#scope === undefined) p.apply(callback, this, this._timerArgs);
        else this.#scope.run(callback, this, this._timerArgs);
      } finally {
        if (this._repeat !== null && p.MapHas(live, this.#id)) this.#start(this._repeat);
        else this.#scope?.end();
      }
    }
    ref() {
      this.#alive = 1;
      if (p.MapHas(live, this.#id)) host.setTimer(this.#id, -1, 1);
      return this;
    }
    unref() {
      this.#alive = 0;
      if (p.MapHas(live, this.#id)) host.setTimer(this.#id, -1, 0);
      return this;
    }
    hasRef() {
      return this.#alive === 1;
    }
    refresh() {
      this.#start(this._idleTimeout);
      return this;
    }
    close() {
      clearTimeout(this);
      return this;
    }
    [Symbol.toPrimitive]() {
      return this.#id;
    }
    cancel() {
      p.MapDelete(live, this.#id);
      host.clearTimer(this.#id);
      if (this._onTimeout !== null) this.#scope?.end();
      this._onTimeout = null;
    }
  }
  // Ours, not Node's: out of sight of Object.keys and util.inspect.
  for (const name of ["run", "cancel"]) p.defineProperty(Timeout.prototype, name, { enumerable: false });

  const delayOf = (after: unknown) => {
    const delay = +(after as number);
    return delay >= 1 && delay <= TIMEOUT_MAX ? p.MathTrunc(delay) : 1;
  };
  const checked = (callback: unknown): Callback => {
    if (typeof callback === "function") return callback as Callback;
    throw argumentTypeError("callback", "function", callback);
  };

  function setTimeout(callback: Callback, after?: number, ...args: unknown[]) {
    return new Timeout(checked(callback), delayOf(after), args, false);
  }
  function setInterval(callback: Callback, after?: number, ...args: unknown[]) {
    return new Timeout(checked(callback), delayOf(after), args, true);
  }
  function clearTimeout(timer: unknown) {
    const timeout = timer instanceof Timeout ? timer : p.MapGet(live, p.NumberCtor(timer as number));
    if (timeout instanceof Timeout) timeout.cancel();
  }

  const immediates = queue<Immediate>();
  class Immediate {
    _onImmediate: Callback | null;
    readonly #args: unknown[];
    readonly #scope: AsyncScope | undefined = tracking.scope?.("Immediate", this);
    constructor(callback: Callback, args: unknown[]) {
      this._onImmediate = callback;
      this.#args = args;
    }
    run() {
      const callback = this._onImmediate;
      if (callback === null) return;
      if (this.#scope === undefined) p.apply(callback, this, this.#args);
      else runOnce(this.#scope, callback, this, this.#args);
    }
    ref() {
      return this;
    }
    unref() {
      return this;
    }
    hasRef() {
      return true;
    }
  }
  function setImmediate(callback: Callback, ...args: unknown[]) {
    const immediate = new Immediate(checked(callback), args);
    immediates.push(immediate);
    host.requestImmediate();
    return immediate;
  }
  function clearImmediate(immediate: unknown) {
    if (immediate instanceof Immediate) immediate._onImmediate = null;
  }

  const ticks = queue<() => void>();
  function nextTick(callback: Callback, ...args: unknown[]) {
    const tick = checked(callback);
    const scope = tracking.scope?.("TickObject", { callback, args });
    ticks.push(scope === undefined ? () => p.apply(tick, undefined, args) : () => runOnce(scope, tick, undefined, args));
    host.requestTick();
  }

  function queueMicrotask(callback: () => void) {
    const scope = typeof callback === "function" ? tracking.scope?.("Microtask", { callback }) : undefined;
    nativeMicrotask(scope === undefined ? callback : () => runOnce(scope, callback, undefined, []));
  }

  const guarded = (run: () => void) => {
    try {
      run();
    } catch (error) {
      uncaught(error);
    }
  };

  return {
    tracking,
    globals: { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval: clearTimeout, clearImmediate, queueMicrotask },
    nextTick,
    setImmediate,
    runTimer(id) {
      const timeout = p.MapGet(live, id);
      if (timeout instanceof Timeout) guarded(() => timeout.run());
    },
    /** One turn of the check phase: what was queued before it, one immediate a call, the host draining in between. */
    runImmediates() {
      const immediate = immediates.shift();
      if (immediate !== undefined) guarded(() => immediate.run());
    },
    runTicks() {
      for (let tick = ticks.shift(); tick !== undefined; tick = ticks.shift()) guarded(tick);
    },
  };
}

function runOnce(scope: AsyncScope, callback: Callback, self: unknown, args: readonly unknown[]): void {
  try {
    scope.run(callback, self, args);
  } finally {
    scope.end();
  }
}

/** Node's ERR_INVALID_ARG_TYPE. */
export function argumentTypeError(name: string, expected: string, value: unknown): TypeError {
  const received =
    value === null || value === undefined
      ? `${value}`
      : typeof value === "object"
        ? `an instance of ${value.constructor?.name ?? "Object"}`
        : `type ${typeof value} (${typeof value === "string" ? `'${value}'` : p.StringCtor(value)})`;
  const error = new p.TypeErrorCtor(`The "${name}" argument must be of type ${expected}. Received ${received}`);
  p.defineProperty(error, "code", { value: "ERR_INVALID_ARG_TYPE", enumerable: true, writable: true, configurable: true });
  return error;
}
