/** setTimeout, setInterval, setImmediate, process.nextTick: Node's queues, driven by the host's event loop. */
import type { Host } from "./host.ts";
import { primordials as p, queue } from "./primordials.ts";

type Callback = (...args: unknown[]) => unknown;

/** Node's largest delay; anything outside 1…2^31−1 becomes 1 (lib/internal/timers.js). */
const TIMEOUT_MAX = 2 ** 31 - 1;

export interface Timers {
  readonly globals: Readonly<Record<string, unknown>>;
  nextTick(callback: Callback, ...args: unknown[]): void;
  setImmediate(callback: Callback, ...args: unknown[]): unknown;
  /** Entries for the host: run what is due. Exceptions are handed to `uncaught`. */
  runTimer(id: number): void;
  runImmediates(): void;
  runTicks(): void;
}

export function makeTimers(host: Host, uncaught: (error: unknown) => void): Timers {
  const live: Map<number, Timeout> = new p.MapCtor();
  let lastId = 0;

  class Timeout {
    _idleTimeout: number;
    _onTimeout: Callback | null;
    _timerArgs: unknown[];
    _repeat: number | null;
    #id = 0;
    #alive = 1;
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
        p.apply(callback, this, this._timerArgs);
      } finally {
        if (this._repeat !== null && p.MapHas(live, this.#id)) this.#start(this._repeat);
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
    constructor(callback: Callback, args: unknown[]) {
      this._onImmediate = callback;
      this.#args = args;
    }
    run() {
      const callback = this._onImmediate;
      if (callback !== null) p.apply(callback, this, this.#args);
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
    ticks.push(() => p.apply(tick, undefined, args));
    host.requestTick();
  }

  const guarded = (run: () => void) => {
    try {
      run();
    } catch (error) {
      uncaught(error);
    }
  };

  return {
    globals: { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval: clearTimeout, clearImmediate },
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
