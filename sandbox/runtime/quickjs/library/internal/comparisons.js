/** Deep equality as assert and util.isDeepStrictEqual define it (Node's documentation of assert, "Comparison details"). */
import * as types from "./types.js";

export const isDeepEqual = (a, b) => equal(a, b, "loose", undefined);
export const isDeepStrictEqual = (a, b) => equal(a, b, "strict", undefined);
/** What `expected` has, `actual` has too; more is allowed. */
export const isPartialStrictEqual = (actual, expected) => equal(actual, expected, "partial", undefined);

const tagOf = (value) => Object.prototype.toString.call(value);
const isObject = (value) => typeof value === "object" && value !== null;
const isError = (value) => types.isNativeError(value) || value instanceof Error;
const isEnumerable = (object, key) => Object.prototype.propertyIsEnumerable.call(object, key);

function equal(a, b, mode, seen) {
  if (a === b) return a !== 0 || Object.is(a, b) || mode === "loose";
  if (!isObject(a) || !isObject(b)) {
    if (mode !== "loose") return typeof a === "number" && Number.isNaN(a) && Number.isNaN(b);
    // biome-ignore lint/suspicious/noDoubleEquals: it is what loose equality means
    return !isObject(a) && !isObject(b) && (a == b || (Number.isNaN(a) && Number.isNaN(b)));
  }
  if (mode === "strict" && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (tagOf(a) !== tagOf(b)) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return sameContent(a, b, mode) && within(a, b, mode, seen);
}

/** What an object holds besides its properties and items. */
function sameContent(a, b, mode) {
  if (Array.isArray(a)) return mode === "partial" ? a.length >= b.length : a.length === b.length;
  if (types.isDate(a)) return types.isDate(b) && Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b));
  if (types.isRegExp(a)) return types.isRegExp(b) && String(a) === String(b) && a.lastIndex === b.lastIndex;
  if (isError(a)) return isError(b) && sameHidden(a, b, "message") && sameHidden(a, b, "name");
  if (ArrayBuffer.isView(a)) return sameView(a, b, mode);
  if (types.isAnyArrayBuffer(a)) return types.isAnyArrayBuffer(b) && sameBytes(new Uint8Array(a), new Uint8Array(b));
  if (types.isSet(a)) return types.isSet(b) && (mode === "partial" ? a.size >= b.size : a.size === b.size);
  if (types.isMap(a)) return types.isMap(b) && (mode === "partial" ? a.size >= b.size : a.size === b.size);
  if (types.isBoxedPrimitive(a)) return types.isBoxedPrimitive(b) && Object.is(a.valueOf(), b.valueOf());
  if (types.isPromise(a) || types.isWeakMap(a) || types.isWeakSet(a)) return false;
  for (const is of [types.isDate, types.isRegExp, isError, types.isSet, types.isMap, types.isBoxedPrimitive, types.isAnyArrayBuffer])
    if (is(b)) return false;
  if (typeof URL === "function" && tagOf(a) === "[object URL]" && a instanceof URL) return b instanceof URL && a.href === b.href;
  return true;
}

function sameHidden(a, b, key) {
  return isEnumerable(a, key) || isEnumerable(b, key) || a[key] === b[key];
}

function sameBytes(a, b) {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function sameView(a, b, mode) {
  if (!ArrayBuffer.isView(b) || tagOf(a) !== tagOf(b)) return false;
  const floats = types.isFloat32Array(a) || types.isFloat64Array(a);
  if (mode === "loose" && floats)
    return a.length === b.length && a.every((item, index) => item === b[index] || (Number.isNaN(item) && Number.isNaN(b[index])));
  const bytes = (view) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
  return sameBytes(bytes(a), bytes(b));
}

const isIndex = (key) => /^(?:0|[1-9]\d*)$/.test(key);

function keysOf(object, mode) {
  const indexed = Array.isArray(object) || types.isTypedArray(object);
  const names = Object.keys(object).filter((key) => !indexed || !isIndex(key));
  if (mode === "loose") return names;
  return [...names, ...Object.getOwnPropertySymbols(object).filter((key) => isEnumerable(object, key))];
}

/** Properties and items, with cycles: two objects that are being compared already are taken as equal. */
function within(a, b, mode, seen) {
  const wanted = keysOf(b, mode);
  if (mode !== "partial" && keysOf(a, mode).length !== wanted.length) return false;
  if (isError(a) && !sameErrorParts(a, b, mode, seen)) return false;
  if (!wanted.every((key) => isEnumerable(a, key))) return false;
  const pairs = seen ?? new Map();
  const known = pairs.get(a);
  if (known !== undefined) return known === b || (known instanceof Set && known.has(b));
  pairs.set(a, b);
  const result = wanted.every((key) => equal(a[key], b[key], mode, pairs)) && sameItems(a, b, mode, pairs);
  pairs.delete(a);
  return result;
}

function sameErrorParts(a, b, mode, seen) {
  return ["cause", "errors"].every((key) => {
    const [inA, inB] = [Object.hasOwn(a, key), Object.hasOwn(b, key)];
    if (mode === "partial" ? inB && !inA : inA !== inB) return false;
    return !inB || isEnumerable(a, key) || equal(a[key], b[key], mode, seen);
  });
}

function sameItems(a, b, mode, seen) {
  if (Array.isArray(a)) return sameLists(a, b, mode, seen);
  if (types.isSet(a)) return matchAll([...b], [...a], mode, seen);
  if (types.isMap(a)) return sameMaps(a, b, mode, seen);
  return true;
}

function sameLists(a, b, mode, seen) {
  if (mode === "partial") return inOrder(a, b, seen);
  for (let index = 0; index < a.length; index += 1) {
    const [inA, inB] = [Object.hasOwn(a, index), Object.hasOwn(b, index)];
    if (inA !== inB && mode !== "loose") return false;
    if (inA !== inB || (inA && !equal(a[index], b[index], mode, seen))) return false;
  }
  return true;
}

/** The expected items, in their order, somewhere in the actual ones. */
function inOrder(actual, expected, seen) {
  let at = 0;
  for (const item of expected) {
    while (at < actual.length && !equal(actual[at], item, "partial", seen)) at += 1;
    if (at === actual.length) return false;
    at += 1;
  }
  return true;
}

/** Each of `wanted` has a partner of its own among `have`. Primitives first: they have only one possible partner. */
function matchAll(wanted, have, mode, seen) {
  const rest = [...have];
  const take = (item, same) => {
    const at = rest.findIndex((other) => same(other, item));
    if (at < 0) return false;
    rest.splice(at, 1);
    return true;
  };
  const exact = (a, b) => a === b || (Number.isNaN(a) && Number.isNaN(b));
  const open = wanted.filter((item) => !take(item, exact));
  if (mode !== "loose" && open.some((item) => !isObject(item))) return false;
  return open.every((item) => take(item, (other, one) => equal(other, one, mode, seen)));
}

function sameMaps(a, b, mode, seen) {
  const open = [];
  const left = new Map(a);
  for (const [key, value] of b) {
    if (left.has(key) && equal(left.get(key), value, mode, seen)) left.delete(key);
    else if (isObject(key) || mode === "loose") open.push([key, value]);
    else return false;
  }
  for (const [key, value] of open) {
    const found = [...left].find(([other, held]) => equal(other, key, mode, seen) && equal(held, value, mode, seen));
    if (found === undefined) return false;
    left.delete(found[0]);
  }
  return true;
}
