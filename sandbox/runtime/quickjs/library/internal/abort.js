/** AbortController and AbortSignal. */
import { codes } from "./errors.js";
import { defineHandler, EventTarget, trustedEvent } from "./event-target.js";
import { validateUint32 } from "./validators.js";

const kMake = Symbol("kMake");
const custom = Symbol.for("nodejs.util.inspect.custom");

export class AbortSignal extends EventTarget {
  #aborted = false;
  #reason;
  #followers = [];
  constructor(key) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }
  get aborted() {
    return this.#aborted;
  }
  get reason() {
    return this.#reason;
  }
  throwIfAborted() {
    if (this.#aborted) throw this.#reason;
  }
  static abort(reason = new DOMException("This operation was aborted", "AbortError")) {
    const signal = new AbortSignal(kMake);
    signal.#aborted = true;
    signal.#reason = reason;
    return signal;
  }
  static timeout(delay) {
    validateUint32(delay, "delay");
    const signal = new AbortSignal(kMake);
    const timer = setTimeout(() => signal.#abort(new DOMException("The operation was aborted due to timeout", "TimeoutError")), delay);
    timer.unref();
    return signal;
  }
  static any(signals) {
    const combined = new AbortSignal(kMake);
    for (const signal of [...signals]) {
      if (!(signal instanceof AbortSignal)) throw new codes.ERR_INVALID_ARG_TYPE("signals", "AbortSignal", signal);
      if (signal.aborted) return AbortSignal.abort(signal.reason);
    }
    for (const signal of [...signals]) signal.#followers.push(combined);
    return combined;
  }
  #abort(reason) {
    if (this.#aborted) return;
    this.#aborted = true;
    this.#reason = reason;
    this.dispatchEvent(trustedEvent("abort"));
    for (const follower of this.#followers) follower.#abort(reason);
  }
  [custom](depth, options, inspect) {
    return shown("AbortSignal", { aborted: this.aborted }, depth, options, inspect);
  }
  static make() {
    return new AbortSignal(kMake);
  }
  static signalAbort(signal, reason) {
    signal.#abort(reason);
  }
}
const { make, signalAbort } = AbortSignal;
delete AbortSignal.make;
delete AbortSignal.signalAbort;
defineHandler(AbortSignal.prototype, "abort");

export class AbortController {
  #signal = make();
  get signal() {
    return this.#signal;
  }
  abort(reason = new DOMException("This operation was aborted", "AbortError")) {
    signalAbort(this.#signal, reason);
  }
  [custom](depth, options, inspect) {
    return shown("AbortController", { signal: this.signal }, depth, options, inspect);
  }
}

function shown(name, fields, depth, options, inspect) {
  if (depth < 0) return name;
  return `${name} ${inspect(fields, { ...options, depth: options.depth === null ? null : options.depth - 1 })}`;
}

for (const Class of [AbortSignal, AbortController]) {
  for (const key of Object.getOwnPropertyNames(Class.prototype)) {
    if (key !== "constructor") Object.defineProperty(Class.prototype, key, { enumerable: true });
  }
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { configurable: true, value: Class.name });
}
