/** performance: virtual time since the process started, marks and measures. */
import { codes } from "./errors.js";
import { EventTarget } from "./event-target.js";
import { validateFunction, validateObject } from "./validators.js";

const kMake = Symbol("kMake");
const kTell = Symbol("kTell");
const custom = Symbol.for("nodejs.util.inspect.custom");
const now = () => binding.now() - binding.startedAt();

export class PerformanceEntry {
  #fields;
  constructor(key, fields) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#fields = fields;
  }
  get name() {
    return this.#fields.name;
  }
  get entryType() {
    return this.#fields.entryType;
  }
  get startTime() {
    return this.#fields.startTime;
  }
  get duration() {
    return this.#fields.duration;
  }
  get detail() {
    return this.#fields.detail;
  }
  toJSON() {
    return { ...this.#fields };
  }
  [custom](depth, options, inspect) {
    if (depth < 0) return this.constructor.name;
    return `${this.constructor.name} ${inspect(this.toJSON(), { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

export class PerformanceMark extends PerformanceEntry {
  constructor(name, options = {}) {
    if (arguments.length === 0) throw new codes.ERR_MISSING_ARGS("name");
    const startTime = options?.startTime ?? now();
    if (typeof startTime !== "number") throw new codes.ERR_INVALID_ARG_TYPE("startTime", "number", startTime);
    super(kMake, { name: `${name}`, entryType: "mark", startTime, duration: 0, detail: options?.detail ?? null });
  }
}

export class PerformanceMeasure extends PerformanceEntry {}

export class Performance extends EventTarget {
  #entries = [];
  constructor(key) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    super();
  }
  get timeOrigin() {
    return binding.startedAt();
  }
  now() {
    return now();
  }
  mark(name, options) {
    const mark = new PerformanceMark(name, options);
    this.#entries.push(mark);
    tellObservers(mark);
    return mark;
  }
  measure(name, startOrOptions, endMark) {
    const options =
      typeof startOrOptions === "object" && startOrOptions !== null ? startOrOptions : { start: startOrOptions, end: endMark };
    const end = this.#time(options.end, () =>
      options.duration !== undefined && options.start !== undefined ? this.#time(options.start) + options.duration : now(),
    );
    const start = this.#time(options.start, () => (options.duration !== undefined ? end - options.duration : 0));
    const measure = new PerformanceMeasure(kMake, {
      name: `${name}`,
      entryType: "measure",
      startTime: start,
      duration: end - start,
      detail: options.detail ?? null,
    });
    this.#entries.push(measure);
    tellObservers(measure);
    return measure;
  }
  /** A mark's name, or a time. */
  #time(value, otherwise = undefined) {
    if (value === undefined) return otherwise();
    if (typeof value === "number") return value;
    const mark = this.#entries.findLast((entry) => entry.entryType === "mark" && entry.name === `${value}`);
    if (mark === undefined) throw new DOMException(`The "${value}" performance mark has not been set`, "SyntaxError");
    return mark.startTime;
  }
  getEntries() {
    return this.#entries.toSorted((a, b) => a.startTime - b.startTime);
  }
  getEntriesByName(name, type) {
    return this.getEntries().filter((entry) => entry.name === name && (type === undefined || entry.entryType === type));
  }
  getEntriesByType(type) {
    return this.getEntries().filter((entry) => entry.entryType === type);
  }
  clearMarks(name) {
    this.#entries = this.#entries.filter((entry) => entry.entryType !== "mark" || (name !== undefined && entry.name !== `${name}`));
  }
  clearMeasures(name) {
    this.#entries = this.#entries.filter((entry) => entry.entryType !== "measure" || (name !== undefined && entry.name !== `${name}`));
  }
  timerify(fn) {
    if (typeof fn !== "function") throw new codes.ERR_INVALID_ARG_TYPE("fn", "function", fn);
    return Object.defineProperty((...args) => fn(...args), "name", { value: `timerified ${fn.name}`, configurable: true });
  }
  toJSON() {
    return { timeOrigin: this.timeOrigin };
  }
  [custom](depth, options, inspect) {
    if (depth < 0) return "Performance";
    return `Performance ${inspect({ timeOrigin: this.timeOrigin }, { ...options, depth: options.depth == null ? null : options.depth - 1 })}`;
  }
}

const observers = new Set();

function tellObservers(entry) {
  for (const observer of observers) observer[kTell](entry);
}

export class PerformanceObserverEntryList {
  #entries;
  constructor(key, entries) {
    if (key !== kMake) throw new codes.ERR_ILLEGAL_CONSTRUCTOR();
    this.#entries = entries.toSorted((a, b) => a.startTime - b.startTime);
  }
  getEntries() {
    return this.#entries.slice();
  }
  getEntriesByType(type) {
    return this.#entries.filter((entry) => entry.entryType === `${type}`);
  }
  getEntriesByName(name, type) {
    return this.#entries.filter((entry) => entry.name === `${name}` && (type === undefined || entry.entryType === `${type}`));
  }
}

export class PerformanceObserver {
  #callback;
  #types = new Set();
  #single = false;
  #pending = [];
  #told = false;
  constructor(callback) {
    validateFunction(callback, "callback");
    this.#callback = callback;
  }
  static get supportedEntryTypes() {
    return ["dns", "function", "gc", "http", "http2", "mark", "measure", "net", "quic", "resource"];
  }
  observe(options = {}) {
    validateObject(options, "options");
    const { entryTypes, type, buffered } = options;
    if (entryTypes === undefined && type === undefined) throw new codes.ERR_MISSING_ARGS("options.entryTypes", "options.type");
    if (entryTypes != null && type != null) {
      throw new codes.ERR_INVALID_ARG_VALUE("options.entryTypes", entryTypes, "options.entryTypes can not set with options.type together");
    }
    if (entryTypes !== undefined) {
      if (!Array.isArray(entryTypes)) throw new codes.ERR_INVALID_ARG_TYPE("options.entryTypes", "string[]", entryTypes);
      this.#types = new Set(entryTypes);
    } else {
      if (!this.#single) this.#types = new Set();
      this.#types.add(type);
      if (buffered) for (const entry of performance.getEntriesByType(type)) this[kTell](entry);
    }
    this.#single = type !== undefined;
    observers.add(this);
  }
  disconnect() {
    observers.delete(this);
    this.#pending = [];
    this.#types = new Set();
  }
  takeRecords() {
    return this.#pending.splice(0);
  }
  /** Observers are told in a turn of the event loop of their own, of all that has come until then. */
  [kTell](entry) {
    if (!this.#types.has(entry.entryType)) return;
    this.#pending.push(entry);
    if (this.#told) return;
    this.#told = true;
    setImmediate(() => {
      this.#told = false;
      const entries = this.takeRecords();
      if (entries.length > 0) this.#callback(new PerformanceObserverEntryList(kMake, entries), this);
    }).unref();
  }
}

for (const Class of [
  PerformanceEntry,
  PerformanceMark,
  PerformanceMeasure,
  Performance,
  PerformanceObserver,
  PerformanceObserverEntryList,
]) {
  Object.defineProperty(Class.prototype, Symbol.toStringTag, { configurable: true, value: Class.name });
}

export const performance = new Performance(kMake);
