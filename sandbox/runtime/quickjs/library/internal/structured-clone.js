/** structuredClone: HTML's algorithm, with V8's sentences for what cannot be cloned. */
import { codes } from "./errors.js";
import * as types from "./types.js";

const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

export function structuredClone(value, options) {
  if (arguments.length === 0) {
    // Node 24 puts the whole sentence where the name belongs.
    throw new codes.ERR_MISSING_ARGS("The value argument must be specified");
  }
  const transfer = [...(options?.transfer ?? [])];
  const memory = new Map();
  for (const item of transfer) {
    if (!types.isArrayBuffer(item)) throw new DOMException("Found invalid value in transferList.", "DataCloneError");
    if (item.detached) throw new DOMException("An ArrayBuffer is detached and could not be cloned.", "DataCloneError");
  }
  const moved = new Map(transfer.map((item) => [item, () => item.transfer()]));
  return clone(value, memory, moved);
}

function clone(value, memory, moved) {
  if (typeof value === "symbol" || typeof value === "function") throw refused(value);
  if (typeof value !== "object" || value === null) return value;
  if (memory.has(value)) return memory.get(value);
  const again = (part) => clone(part, memory, moved);
  const keep = (copy) => {
    memory.set(value, copy);
    return copy;
  };
  if (types.isBoxedPrimitive(value)) {
    const primitive = value.valueOf();
    if (typeof primitive === "symbol") throw refused(value);
    return keep(Object(primitive));
  }
  if (types.isDate(value)) return keep(new Date(Date.prototype.getTime.call(value)));
  if (types.isRegExp(value)) return keep(new RegExp(value.source, value.flags));
  if (types.isArrayBuffer(value)) return keep(moved.get(value)?.() ?? value.slice(0));
  if (types.isSharedArrayBuffer(value)) return keep(value);
  if (ArrayBuffer.isView(value)) return keep(cloneView(value, again));
  if (types.isMap(value)) {
    const copy = keep(new Map());
    for (const [key, item] of [...value]) copy.set(again(key), again(item));
    return copy;
  }
  if (types.isSet(value)) {
    const copy = keep(new Set());
    for (const item of [...value]) copy.add(again(item));
    return copy;
  }
  if (types.isNativeError(value)) return cloneError(value, keep, again);
  if (value instanceof DOMException) return keep(new DOMException(value.message, value.name));
  if (!Array.isArray(value) && !isPlain(value)) throw refused(value);
  const copy = keep(Array.isArray(value) ? new Array(value.length) : {});
  for (const key of Object.keys(value)) {
    // A getter that ran before may have deleted it.
    if (Object.hasOwn(value, key))
      Object.defineProperty(copy, key, { value: again(value[key]), writable: true, enumerable: true, configurable: true });
  }
  return copy;
}

const PLATFORM = [
  types.isPromise,
  types.isWeakMap,
  types.isWeakSet,
  types.isProxy,
  types.isGeneratorObject,
  types.isMapIterator,
  types.isSetIterator,
];

/** An ordinary object, of whatever class: its own properties are copied, its class is not. */
function isPlain(value) {
  return !PLATFORM.some((is) => is(value)) && !(value instanceof WeakRef);
}

function cloneView(view, again) {
  const buffer = again(view.buffer);
  if (types.isDataView(view)) return new DataView(buffer, view.byteOffset, view.byteLength);
  const Type = globalThis[tagOf.call(view)];
  return new Type(buffer, view.byteOffset, view.length);
}

function cloneError(error, keep, again) {
  const Type = ERRORS[error.name] ?? Error;
  const made = keep(new Type());
  const hidden = (key, value) => Object.defineProperty(made, key, { value, writable: true, enumerable: false, configurable: true });
  hidden("stack", typeof error.stack === "string" ? error.stack : undefined);
  const message = Object.getOwnPropertyDescriptor(error, "message");
  if (message !== undefined && "value" in message) hidden("message", `${message.value}`);
  if (Object.hasOwn(error, "cause")) hidden("cause", again(error.cause));
  return made;
}

function refused(value) {
  const shown = typeof value === "object" && value !== null ? `#<${value.constructor?.name ?? "Object"}>` : String(value);
  return new DOMException(`${shown} could not be cloned.`, "DataCloneError");
}
