/** Event, CustomEvent, EventTarget: the DOM Standard's, without a tree to bubble in, as Node has them. */
import { codes } from "./errors.js";
import { validateObject } from "./validators.js";

const kListeners = Symbol("kEvents");
const kStop = Symbol("kStop");
const kTarget = Symbol("kTarget");
const kDispatching = Symbol("kIsBeingDispatched");
const kTrusted = Symbol("kTrustEvent");
const allowNull = 1 | 2 | 4;

export class Event {
  #type;
  #bubbles;
  #cancelable;
  #composed;
  #prevented = false;
  #timeStamp = binding.now() - binding.startedAt();
  #passive = false;
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("type");
    if (options !== undefined) validateObject(options, "options", allowNull);
    this.#type = `${type}`;
    this.#bubbles = Boolean(options?.bubbles);
    this.#cancelable = Boolean(options?.cancelable);
    this.#composed = Boolean(options?.composed);
    hide(this, kTarget, null);
    hide(this, kStop, "");
    hide(this, kDispatching, false);
    if (options?.[kTrusted]) hide(this, kTrusted, true);
  }
  get type() {
    return this.#type;
  }
  get bubbles() {
    return this.#bubbles;
  }
  get cancelable() {
    return this.#cancelable;
  }
  get composed() {
    return this.#composed;
  }
  get defaultPrevented() {
    return this.#cancelable && this.#prevented;
  }
  get timeStamp() {
    return this.#timeStamp;
  }
  get target() {
    return this[kTarget];
  }
  get currentTarget() {
    return this[kDispatching] ? this[kTarget] : null;
  }
  get srcElement() {
    return this[kTarget];
  }
  get eventPhase() {
    return this[kDispatching] ? Event.AT_TARGET : Event.NONE;
  }
  get isTrusted() {
    return this[kTrusted] === true;
  }
  get returnValue() {
    return !this.defaultPrevented;
  }
  get cancelBubble() {
    return this[kStop] !== "";
  }
  set cancelBubble(value) {
    if (value) this.stopPropagation();
  }
  composedPath() {
    return this[kDispatching] ? [this[kTarget]] : [];
  }
  preventDefault() {
    if (!this.#passive) this.#prevented = true;
  }
  stopPropagation() {
    this[kStop] ||= "propagation";
  }
  stopImmediatePropagation() {
    this[kStop] = "immediate";
  }
  initEvent(type, bubbles = false, cancelable = false) {
    if (this[kDispatching]) return;
    this.#type = `${type}`;
    this.#bubbles = Boolean(bubbles);
    this.#cancelable = Boolean(cancelable);
  }
  /** During a passive listener's call, preventDefault does nothing. */
  static callPassively(event, call) {
    event.#passive = true;
    try {
      call();
    } finally {
      event.#passive = false;
    }
  }
  [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    const { type, defaultPrevented, cancelable, timeStamp } = this;
    const inner = { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth };
    return `${name} ${inspect({ type, defaultPrevented, cancelable, timeStamp }, inner)}`;
  }
}
const { callPassively } = Event;
delete Event.callPassively;
for (const [phase, value] of Object.entries({ NONE: 0, CAPTURING_PHASE: 1, AT_TARGET: 2, BUBBLING_PHASE: 3 })) {
  Object.defineProperty(Event, phase, { value, enumerable: true });
  Object.defineProperty(Event.prototype, phase, { value, enumerable: true });
}

export class CustomEvent extends Event {
  #detail;
  constructor(type, options = undefined) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("type");
    super(type, options);
    this.#detail = options?.detail ?? null;
  }
  get detail() {
    return this.#detail;
  }
}

export class EventTarget {
  constructor() {
    hide(this, kListeners, new Map());
  }
  addEventListener(type, listener, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS("type", "listener");
    if (!isListener(listener)) return;
    const {
      once = false,
      capture = false,
      passive = false,
      signal,
    } = typeof options === "boolean" ? { capture: options } : (options ?? {});
    if (signal !== undefined && typeof signal?.aborted !== "boolean")
      throw new codes.ERR_INVALID_ARG_TYPE("options.signal", "AbortSignal", signal);
    if (signal?.aborted) return;
    const list = listOf(this, `${type}`);
    if (list.some((one) => one.listener === listener && one.capture === Boolean(capture))) return;
    list.push({ listener, once: Boolean(once), capture: Boolean(capture), passive: Boolean(passive), removed: false });
    signal?.addEventListener("abort", () => this.removeEventListener(type, listener, options), { once: true });
  }
  removeEventListener(type, listener, options = {}) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS("type", "listener");
    const capture = Boolean(typeof options === "boolean" ? options : options?.capture);
    const list = listOf(this, `${type}`);
    const at = list.findIndex((one) => one.listener === listener && one.capture === capture);
    if (at < 0) return;
    list[at].removed = true;
    list.splice(at, 1);
  }
  dispatchEvent(event) {
    if (!(event instanceof Event)) throw new codes.ERR_INVALID_ARG_TYPE("event", "Event", event);
    if (event[kDispatching]) throw new codes.ERR_EVENT_RECURSION(event.type);
    event[kTarget] = this;
    event[kDispatching] = true;
    for (const entry of [...listOf(this, event.type)]) {
      if (entry.removed) continue;
      if (entry.once) this.removeEventListener(event.type, entry.listener, entry.capture);
      call(this, entry, event);
      if (event[kStop] === "immediate") break;
    }
    event[kDispatching] = false;
    event[kStop] = "";
    return !event.defaultPrevented;
  }
  [Symbol.for("nodejs.util.inspect.custom")](depth, options, inspect) {
    const name = this.constructor.name;
    if (depth < 0) return name;
    return `${name} ${inspect({}, { ...options, depth: Number.isInteger(options.depth) ? options.depth - 1 : options.depth })}`;
  }
}

export function listenersOf(target, type) {
  return listOf(target, type).map(({ listener }) => listener);
}

/** An event that the platform itself sends, not a handler. */
export function trustedEvent(type) {
  return new Event(type, { [kTrusted]: true });
}

/** `onabort = fn`: at most one such listener, replaced by the next. */
export function defineHandler(prototype, type) {
  const key = Symbol(`on${type}`);
  Object.defineProperty(prototype, `on${type}`, {
    configurable: true,
    enumerable: true,
    get() {
      return this[key]?.handler ?? null;
    },
    set(handler) {
      if (this[key]) this.removeEventListener(type, this[key].listener);
      const listener = (event) => handler.call(this, event);
      hide(this, key, typeof handler === "function" ? { handler, listener } : undefined);
      if (typeof handler === "function") this.addEventListener(type, listener);
    },
  });
}

function call(target, { listener, passive }, event) {
  const invoke = () => (typeof listener === "function" ? listener.call(target, event) : listener.handleEvent(event));
  try {
    const result = passive ? callPassively(event, invoke) : invoke();
    if (typeof result?.then === "function") result.then(undefined, uncaught);
  } catch (error) {
    // A listener's error is not the dispatcher's: Node lets it reach uncaughtException.
    uncaught(error);
  }
}

function uncaught(error) {
  process.nextTick(() => {
    throw error;
  });
}

function isListener(listener) {
  if (typeof listener === "function" || typeof listener?.handleEvent === "function") return true;
  if (listener == null || typeof listener === "object") return listener != null;
  throw new codes.ERR_INVALID_ARG_TYPE("listener", "EventListener", listener);
}

function listOf(target, type) {
  const lists = target?.[kListeners];
  if (lists === undefined) throw new codes.ERR_INVALID_THIS("EventTarget");
  const list = lists.get(type) ?? [];
  lists.set(type, list);
  return list;
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}

for (const Class of [Event, CustomEvent, EventTarget]) {
  for (const key of Object.getOwnPropertyNames(Class.prototype)) {
    if (key !== "constructor" && !/^[A-Z]/.test(key)) Object.defineProperty(Class.prototype, key, { enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { configurable: true, value: Class.name });
}
