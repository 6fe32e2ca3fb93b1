/**
 * util.inspect and util.format: Node's own code (build/inspect-core.ts), wired to what the engine knows of its objects.
 */
import { inspectCore, names } from "inspect-core";
import { codes } from "./errors.js";
import * as types from "./types.js";
import * as validators from "./validators.js";

const { ArrayPrototypeFilter, ArrayPrototypeJoin, ArrayPrototypePush, ArrayPrototypePushApply, ArrayPrototypeSlice } = primordials;
const {
  RegExpPrototypeExec,
  RegExpPrototypeSymbolReplace,
  ObjectGetOwnPropertyNames,
  ObjectGetOwnPropertySymbols,
  ObjectPrototypePropertyIsEnumerable,
} = primordials;
const kPending = 0;
const kRejected = 2;
const ALL_PROPERTIES = 0;
const ONLY_ENUMERABLE = 2;
/** As the engine numbers what an iterator gives. */
const KEYS = 0;
const ENTRIES = 2;
const mapForEach = primordials.uncurryThis(Map.prototype.forEach);
const setForEach = primordials.uncurryThis(Set.prototype.forEach);
const isIndex = (key) => RegExpPrototypeExec(/^(?:0|[1-9][0-9]*)$/, key) !== null && +key < 2 ** 32 - 1;

const engineFacts = {
  constants: { kPending, kRejected, ALL_PROPERTIES, ONLY_ENUMERABLE },
  getOwnNonIndexProperties(value, filter) {
    const wanted = (key) => filter === ALL_PROPERTIES || ObjectPrototypePropertyIsEnumerable(value, key);
    // Indices come first (ECMAScript, OrdinaryOwnPropertyKeys): a look at each of a large array's would be slow.
    const names = ObjectGetOwnPropertyNames(value);
    let start = names.length;
    while (start > 0 && !isIndex(names[start - 1])) start -= 1;
    const keys = ArrayPrototypeFilter(ArrayPrototypeSlice(names, start), wanted);
    ArrayPrototypePushApply(keys, ArrayPrototypeFilter(ObjectGetOwnPropertySymbols(value), wanted));
    return keys;
  },
  getPromiseDetails(promise) {
    const state = binding.promiseState(promise);
    return state === kPending ? [state] : [state, binding.promiseResult(promise)];
  },
  getProxyDetails(value, both = true) {
    if (!types.isProxy(value)) return undefined;
    const revoked = binding.proxyIsRevoked(value) === 1;
    const target = revoked ? null : binding.proxyTarget(value);
    return both ? [target, revoked ? null : binding.proxyHandler(value)] : target;
  },
  previewEntries,
  getConstructorName(value) {
    for (let object = value; object !== null; object = Object.getPrototypeOf(object)) {
      const made = Object.getOwnPropertyDescriptor(object, "constructor")?.value;
      if (typeof made === "function" && made.name !== "") return made.name;
    }
    return "Object";
  },
  getExternalValue: () => 0n,
  Proxy,
};

/** What an iterator has still to give, without taking it; for a Map's entries a flat list of keys and values. */
function previewEntries(iterator, isIterator) {
  const entries = [];
  // Simplified: with showHidden Node lists what a WeakMap or WeakSet holds at that moment.
  if (types.isWeakMap(iterator) || types.isWeakSet(iterator)) return entries;
  const remaining = binding.iteratorRemaining(iterator);
  const kind = binding.iteratorKind(iterator);
  if (remaining > 0) {
    const collection = binding.iteratorCollection(iterator);
    let skip =
      (types.isMap(collection) ? primordials.MapPrototypeGetSize(collection) : primordials.SetPrototypeGetSize(collection)) - remaining;
    const add = (key, value) => {
      if (skip > 0) skip -= 1;
      else if (kind === ENTRIES) ArrayPrototypePush(entries, key, value);
      else ArrayPrototypePush(entries, kind === KEYS ? key : value);
    };
    if (types.isMap(collection)) mapForEach(collection, (value, key) => add(key, value));
    else setForEach(collection, (value) => add(value, value));
  }
  return isIterator ? [entries, kind === ENTRIES] : entries;
}

const dependencies = {
  primordials: { ...primordials, internalBinding: () => ({ hasIntl: false }) },
  binding: engineFacts,
  types,
  validators,
  assert: (ok) => {
    if (!ok) throw new Error("inspect: something impossible happened");
  },
  buffer: {
    h: {
      prototype: {
        hexSlice(start, end) {
          return binding.hexEncode(this.subarray(start, end));
        },
      },
    },
  },
  builtins: { BuiltinModule: { exists: (id) => id.startsWith("internal/") || require("module").isBuiltin(id) } },
  errors: {
    codes,
    isStackOverflowError: (error) => error instanceof RangeError && error.message === "Maximum call stack size exceeded",
  },
  url: {
    pathToFileURL: (path) => require("url").pathToFileURL(path),
    get URL() {
      return require("internal/whatwg-url").URL;
    },
  },
  util: {
    customInspectSymbol: Symbol.for("nodejs.util.inspect.custom"),
    isError: (value) => types.isNativeError(value) || value instanceof Error,
    join: ArrayPrototypeJoin,
    removeColors: (text) => RegExpPrototypeSymbolReplace(/\u001b\[\d\d?m/g, text, ""),
  },
};

const core = { exports: {} };
inspectCore(core, core.exports, (number) => dependencies[names[number]]);
// Node 24 colours a regular expression as one.
core.exports.inspect.styles.regexp = "red";

// The package's own names are shortened, and a learner can see them.
for (const name of ["inspect", "format", "formatWithOptions", "stripVTControlCharacters"]) {
  primordials.ObjectDefineProperty(core.exports[name], "name", { value: name });
}

export const { inspect, format, formatWithOptions, stripVTControlCharacters, getStringWidth } = core.exports;
