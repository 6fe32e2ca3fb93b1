/**
 * node:events. Adding, removing and ordering of listeners is the package `events` (Node's own code of an earlier version);
 * what Node has added since is here: errorMonitor, `on`, abort signals, listeners of EventTargets, the errors' codes.
 */
import base from "events";
import { AbortError, codes } from "../internal/errors.js";
import { validateAbortSignal, validateBoolean, validateFunction, validateInteger, validateNumber } from "../internal/validators.js";

const errorMonitor = Symbol("events.errorMonitor");
const captureRejectionSymbol = Symbol.for("nodejs.rejection");
const kCapture = Symbol("kCapture");
const kShapeMode = Symbol("shapeMode");
/** Of a class that iterates over its own events (readline): each event's first argument instead of all in a list. */
const kFirstEventParam = Symbol.for("nodejs.kFirstEventParam");

function EventEmitter(options) {
  EventEmitter.init.call(this, options);
}

EventEmitter.prototype = Object.create(Object.prototype, Object.getOwnPropertyDescriptors(base.prototype));
Object.defineProperty(EventEmitter.prototype, "constructor", { value: EventEmitter, writable: true, configurable: true });
EventEmitter.prototype[kCapture] = false;
Object.defineProperty(EventEmitter.prototype, kCapture, { enumerable: false });

EventEmitter.init = function init(options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) {
    this._events = { __proto__: null };
    this._eventsCount = 0;
    this[kShapeMode] = false;
  } else this[kShapeMode] = true;
  this._maxListeners ||= undefined;
  if (options?.captureRejections) {
    validateBoolean(options.captureRejections, "options.captureRejections");
    this[kCapture] = true;
  } else this[kCapture] = EventEmitter.prototype[kCapture];
};

let defaultMaxListeners = 10;

const methods = {
  setMaxListeners(n) {
    validateNumber(n, "setMaxListeners", 0);
    this._maxListeners = n;
    return this;
  },
  getMaxListeners() {
    return this._maxListeners ?? defaultMaxListeners;
  },
  emit(type, ...args) {
    const listeners = this._events;
    if (type === "error") {
      if (listeners?.[errorMonitor] !== undefined) this.emit(errorMonitor, ...args);
      if (listeners?.error === undefined) throw unhandled(args[0]);
    }
    const handler = listeners?.[type];
    if (handler === undefined) return false;
    for (const listener of typeof handler === "function" ? [handler] : handler.slice()) {
      const result = Reflect.apply(listener, this, args);
      if (result !== undefined && result !== null && this[kCapture]) catchRejection(this, result, type, args);
    }
    return true;
  },
  addListener(type, listener) {
    return add(this, type, listener, base.prototype.addListener);
  },
  prependListener(type, listener) {
    return add(this, type, listener, base.prototype.prependListener);
  },
  once(type, listener) {
    validateFunction(listener, "listener");
    return this.on(type, onceWrapper(this, type, listener));
  },
  prependOnceListener(type, listener) {
    validateFunction(listener, "listener");
    return this.prependListener(type, onceWrapper(this, type, listener));
  },
  removeListener(type, listener) {
    validateFunction(listener, "listener");
    return base.prototype.removeListener.call(this, type, listener);
  },
  listenerCount(type, listener) {
    const all = this.rawListeners(type);
    return listener == null ? all.length : all.filter((one) => one === listener || one.listener === listener).length;
  },
};
methods.on = methods.addListener;
methods.off = methods.removeListener;
for (const [name, method] of Object.entries(methods)) EventEmitter.prototype[name] = method;

/** What an asynchronous listener rejects with becomes an error event, where the emitter was told so (captureRejections). */
function catchRejection(emitter, result, type, args) {
  try {
    const { then } = result;
    if (typeof then === "function") {
      Reflect.apply(then, result, [undefined, (error) => process.nextTick(emitRejection, emitter, error, type, args)]);
    }
  } catch (error) {
    emitter.emit("error", error);
  }
}

function emitRejection(emitter, error, type, args) {
  if (typeof emitter[captureRejectionSymbol] === "function") {
    emitter[captureRejectionSymbol](error, type, ...args);
    return;
  }
  // An error listener that rejects as well must not come back here for ever.
  const captures = emitter[kCapture];
  emitter[kCapture] = false;
  try {
    emitter.emit("error", error);
  } finally {
    emitter[kCapture] = captures;
  }
}

function unhandled(error) {
  if (error instanceof Error) return error;
  let shown;
  try {
    shown = require("internal/inspect").inspect(error);
  } catch {
    // What the learner emitted cannot be printed; Node shows it as it is.
    shown = error;
  }
  const made = new codes.ERR_UNHANDLED_ERROR(shown);
  made.context = error;
  return made;
}

function onceWrapper(target, type, listener) {
  let fired = false;
  function bound(...args) {
    if (fired) return undefined;
    target.removeListener(type, bound);
    fired = true;
    return Reflect.apply(listener, target, args);
  }
  bound.listener = listener;
  return bound;
}

/** The package adds without a limit; the warning about too many listeners is said here, in today's words. */
function add(emitter, type, listener, method) {
  validateFunction(listener, "listener");
  const limit = emitter._maxListeners;
  emitter._maxListeners = 0;
  try {
    method.call(emitter, type, listener);
  } finally {
    emitter._maxListeners = limit;
  }
  const list = emitter._events[type];
  const most = emitter.getMaxListeners();
  if (typeof list === "object" && most > 0 && list.length > most && !list.warned) {
    list.warned = true;
    const { inspect } = require("internal/inspect");
    process.emitWarning(
      `Possible EventEmitter memory leak detected. ${list.length} ${String(type)} listeners added to ${inspect(emitter, { depth: -1 })}. MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`,
      "MaxListenersExceededWarning",
    );
  }
  return emitter;
}

const isEmitter = (target) => typeof target?.on === "function";
const isEventTarget = (target) => typeof target?.addEventListener === "function";

function listen(target, type, listener, once = false) {
  if (isEmitter(target)) target[once ? "once" : "on"](type, listener);
  else if (isEventTarget(target)) target.addEventListener(type, listener, { once });
  else throw new codes.ERR_INVALID_ARG_TYPE("emitter", "EventEmitter", target);
}

function unlisten(target, type, listener) {
  if (isEmitter(target)) target.removeListener(type, listener);
  else target.removeEventListener(type, listener);
}

async function once(emitter, type, options = {}) {
  const { signal } = options ?? {};
  validateAbortSignal(signal, "options.signal");
  const aborted = () => new AbortError(undefined, { cause: signal?.reason });
  if (signal?.aborted) throw aborted();
  return new Promise((resolve, reject) => {
    const done = () => {
      if (isEmitter(emitter) && type !== "error") emitter.removeListener("error", failed);
      signal?.removeEventListener("abort", abort);
    };
    const happened = (...args) => {
      done();
      resolve(args);
    };
    const failed = (error) => {
      unlisten(emitter, type, happened);
      done();
      reject(error);
    };
    const abort = () => {
      unlisten(emitter, type, happened);
      done();
      reject(aborted());
    };
    listen(emitter, type, happened, true);
    if (type !== "error" && isEmitter(emitter)) emitter.once("error", failed);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

function on(emitter, event, options = {}) {
  const { signal, close = [] } = options;
  validateAbortSignal(signal, "options.signal");
  const aborted = () => new AbortError(undefined, { cause: signal?.reason });
  if (signal?.aborted) throw aborted();
  const most = options.highWaterMark ?? options.highWatermark ?? Number.MAX_SAFE_INTEGER;
  validateInteger(most, "options.highWaterMark", 1);
  const least = options.lowWaterMark ?? options.lowWatermark ?? 1;
  validateInteger(least, "options.lowWaterMark", 1);
  let paused = false;
  const events = [];
  const waiting = [];
  let error;
  let finished = false;
  const happened = (...args) => {
    const value = options[kFirstEventParam] ? args[0] : args;
    const next = waiting.shift();
    if (next) {
      next.resolve({ value, done: false });
      return;
    }
    events.push(value);
    if (paused || events.length <= most) return;
    paused = true;
    emitter.pause();
  };
  const failed = (reason) => {
    const next = waiting.shift();
    if (next) next.reject(reason);
    else error = reason;
    iterator.return();
  };
  const abort = () => failed(aborted());
  const stop = () => {
    unlisten(emitter, event, happened);
    if (isEmitter(emitter)) emitter.removeListener("error", failed);
    for (const name of close) unlisten(emitter, name, end);
    signal?.removeEventListener("abort", abort);
    finished = true;
    for (const next of waiting.splice(0)) next.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };
  const end = () => stop();
  const iterator = {
    next() {
      if (events.length > 0) {
        const value = events.shift();
        if (paused && events.length < least) {
          emitter.resume();
          paused = false;
        }
        return Promise.resolve({ value, done: false });
      }
      if (error !== undefined) {
        const rejected = Promise.reject(error);
        error = undefined;
        return rejected;
      }
      if (finished) return Promise.resolve({ value: undefined, done: true });
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return: stop,
    throw(reason) {
      if (!(reason instanceof Error)) throw new codes.ERR_INVALID_ARG_TYPE("EventEmitter.AsyncIterator", "Error", reason);
      failed(reason);
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
  listen(emitter, event, happened);
  if (event !== "error" && isEmitter(emitter)) emitter.on("error", failed);
  for (const name of close) listen(emitter, name, end);
  signal?.addEventListener("abort", abort, { once: true });
  return iterator;
}

function getEventListeners(target, type) {
  if (typeof target.listeners === "function") return target.listeners(type);
  if (isEventTarget(target)) return require("internal/event-target").listenersOf(target, type);
  throw new codes.ERR_INVALID_ARG_TYPE("emitter", ["EventEmitter", "EventTarget"], target);
}

function getMaxListeners(target) {
  if (typeof target?.getMaxListeners === "function") return target.getMaxListeners();
  if (isEventTarget(target)) return defaultMaxListeners;
  throw new codes.ERR_INVALID_ARG_TYPE("emitter", ["EventEmitter", "EventTarget"], target);
}

function setMaxListeners(n = defaultMaxListeners, ...targets) {
  validateNumber(n, "setMaxListeners", 0);
  if (targets.length === 0) defaultMaxListeners = n;
  for (const target of targets) target.setMaxListeners?.(n);
}

function addAbortListener(signal, listener) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE("signal", "AbortSignal", signal);
  validateAbortSignal(signal, "signal");
  validateFunction(listener, "listener");
  const abort = () => listener();
  if (signal.aborted) queueMicrotask(abort);
  else signal.addEventListener("abort", abort, { once: true });
  return {
    __proto__: null,
    [Symbol.dispose ?? Symbol.for("Symbol.dispose")]: () => signal.removeEventListener("abort", abort),
  };
}

Object.assign(EventEmitter, {
  addAbortListener,
  once,
  on,
  getEventListeners,
  getMaxListeners,
  EventEmitter,
  usingDomains: false,
  captureRejectionSymbol,
  errorMonitor,
  setMaxListeners,
  listenerCount: (emitter, type) => emitter.listenerCount(type),
});
Object.defineProperty(EventEmitter, "captureRejections", {
  enumerable: true,
  get: () => EventEmitter.prototype[kCapture],
  set: (value) => {
    validateBoolean(value, "EventEmitter.captureRejections");
    EventEmitter.prototype[kCapture] = value;
  },
});
let asyncResource;
Object.defineProperty(EventEmitter, "EventEmitterAsyncResource", {
  enumerable: true,
  get: () => {
    asyncResource ??= require("internal/emitter-async-resource").emitterAsyncResource(EventEmitter);
    return asyncResource;
  },
  set: undefined,
});
Object.defineProperty(EventEmitter, "defaultMaxListeners", {
  enumerable: true,
  get: () => defaultMaxListeners,
  set: (value) => {
    validateNumber(value, "defaultMaxListeners", 0);
    defaultMaxListeners = value;
  },
});

export { EventEmitter as "module.exports" };
