/**
 * node:async_hooks: AsyncLocalStorage and AsyncResource.
 *
 * Simplified: the engine does not tell what an `await` continues. So what `run` was given is kept, from the next turn on, for
 * everything that happens until the promise that `run` gave back has settled. That is exact while one such promise is open at a
 * time, as in a handler that wraps itself in `run`. Where two are open side by side their stores can be mixed up, and a warning
 * says so. Timers, process.nextTick and queueMicrotask keep what they were called with.
 */
import { unsupported } from "../internal/errors.js";
import { isPromise } from "../internal/types.js";
import { validateFunction, validateString } from "../internal/validators.js";

/** What the storages hold at this moment: storage, store, and the frame around; null outside of all. Never changed, only replaced. */
let current = null;
/** Frames of runs whose promises are open. */
const open = new Set();
let installed = false;
let warned = false;

function within(frame, fn, self, args) {
  const before = current;
  current = frame;
  try {
    return Reflect.apply(fn, self, args);
  } finally {
    current = before;
  }
}

function isInside(frame, other) {
  for (let at = frame; at !== null; at = at.around) if (at === other) return true;
  return false;
}

/**
 * Only from the next turn on: what follows the call of `run` in the same turn is outside of it. The microtask stands before any
 * that the callback queues.
 */
function runAndKeep(frame, callback, args) {
  native.queueMicrotask(() => {
    if (open.has(frame)) current = frame;
  });
  const result = within(frame, callback, null, args);
  if (isPromise(result)) keepUntilSettled(result, frame);
  return result;
}

function keepUntilSettled(promise, frame) {
  const before = current;
  if ([...open].some((other) => !isInside(frame, other))) warnOfMixing();
  open.add(frame);
  const leave = () => {
    open.delete(frame);
    if (isInside(current, frame)) current = before;
  };
  promise.then(leave, leave);
}

function warnOfMixing() {
  if (warned) return;
  warned = true;
  process.emitWarning(
    "람다 랩의 시뮬레이터에서는 동시에 진행되는 AsyncLocalStorage.run()이 둘 이상이면 getStore()가 다른 쪽의 값을 돌려줄 수 있습니다. 실제 Node.js에서는 섞이지 않습니다.",
    "SimulatorWarning",
  );
}

const native = {};

/** Makes what is called later remember the frame that it was asked for in; only where a storage exists. */
function install() {
  if (installed) return;
  installed = true;
  for (const [owner, name] of [
    [globalThis, "setTimeout"],
    [globalThis, "setInterval"],
    [globalThis, "setImmediate"],
    [globalThis, "queueMicrotask"],
    [process, "nextTick"],
  ]) {
    const original = owner[name];
    native[name] = original;
    const remembering = {
      [name](callback, ...rest) {
        return original.call(this, current === null || typeof callback !== "function" ? callback : AsyncResource.bind(callback), ...rest);
      },
    }[name];
    Object.defineProperty(owner, name, { ...Object.getOwnPropertyDescriptor(owner, name), value: remembering });
  }
}

export class AsyncLocalStorage {
  #enabled = true;
  #defaultValue;
  #name;
  constructor(options = {}) {
    install();
    this.#defaultValue = options?.defaultValue;
    this.#name = options?.name ?? "";
  }
  static bind(fn) {
    return AsyncResource.bind(fn);
  }
  static snapshot() {
    const frame = current;
    return (fn, ...args) => within(frame, fn, undefined, args);
  }
  get name() {
    return this.#name;
  }
  disable() {
    this.#enabled = false;
  }
  enterWith(store) {
    this.#enabled = true;
    current = { storage: this, store, around: current };
  }
  run(store, callback, ...args) {
    this.#enabled = true;
    return runAndKeep({ storage: this, store, around: current }, callback, args);
  }
  exit(callback, ...args) {
    return this.run(undefined, callback, ...args);
  }
  getStore() {
    if (!this.#enabled) return undefined;
    for (let at = current; at !== null; at = at.around) if (at.storage === this) return at.store;
    return this.#defaultValue;
  }
}

export class AsyncResource {
  #frame = current;
  constructor(type) {
    validateString(type, "type");
  }
  static bind(fn, type) {
    return new AsyncResource(type || fn.name || "bound-anonymous-fn").bind(fn);
  }
  bind(fn) {
    validateFunction(fn, "fn");
    const resource = this;
    function bound(...args) {
      return resource.runInAsyncScope(fn, this, ...args);
    }
    return Object.defineProperty(bound, "length", { value: fn.length, writable: false, enumerable: false, configurable: true });
  }
  runInAsyncScope(fn, thisArg, ...args) {
    return within(this.#frame, fn, thisArg, args);
  }
  emitDestroy() {
    return this;
  }
}

export function createHook() {
  throw unsupported("async_hooks.createHook");
}
