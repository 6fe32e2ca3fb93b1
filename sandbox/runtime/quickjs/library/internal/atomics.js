/**
 * Atomics, which the engine is built without. One thread has an environment's memory for itself, so that every operation is
 * atomic as it stands, and a wait ends by its time alone.
 *
 * Simplified: Atomics.waitAsync and Atomics.pause are absent.
 */
const { BigInt, MathMax, MathTrunc, Number, ObjectDefineProperty, ObjectPrototypeToString, RangeError, SymbolToStringTag, TypeError } =
  primordials;
const { TypedArrayPrototypeGetLength, TypedArrayPrototypeGetSymbolToStringTag } = primordials;
const bufferOf = primordials.uncurryThis(Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "buffer").get);
const sharedLength = primordials.uncurryThis(Object.getOwnPropertyDescriptor(SharedArrayBuffer.prototype, "byteLength").get);

const INTEGERS = "|Int8Array|Uint8Array|Int16Array|Uint16Array|Int32Array|Uint32Array|BigInt64Array|BigUint64Array|";
const WAITABLE = "|Int32Array|BigInt64Array|";

function kindOf(array, kinds, wanted) {
  const kind = typeof array === "object" && array !== null ? TypedArrayPrototypeGetSymbolToStringTag(array) : undefined;
  if (kind === undefined || !primordials.StringPrototypeIncludes(kinds, `|${kind}|`)) {
    throw new TypeError(`${ObjectPrototypeToString(array)} is not an ${wanted} typed array.`);
  }
  return kind;
}

function indexIn(array, index) {
  const number = MathTrunc(Number(index)) || 0;
  if (number < 0 || number >= TypedArrayPrototypeGetLength(array)) throw new RangeError("Invalid atomic access index");
  return number;
}

function valueFor(kind, value) {
  if (kind === "BigInt64Array" || kind === "BigUint64Array") return BigInt(value);
  return MathTrunc(Number(value)) || 0;
}

const operation = (change) => (array, index, value) => {
  const kind = kindOf(array, INTEGERS, "integer");
  const at = indexIn(array, index);
  const given = valueFor(kind, value);
  const old = array[at];
  array[at] = change(old, given);
  return old;
};

const methods = {
  add: operation((old, value) => old + value),
  and: operation((old, value) => old & value),
  compareExchange(array, index, expected, replacement) {
    const kind = kindOf(array, INTEGERS, "integer");
    const at = indexIn(array, index);
    // What is expected is compared as the array would hold it.
    const probe = new array.constructor([valueFor(kind, expected)]);
    const value = valueFor(kind, replacement);
    const old = array[at];
    if (old === probe[0]) array[at] = value;
    return old;
  },
  exchange: operation((_old, value) => value),
  isLockFree: (size) => size === 1 || size === 2 || size === 4 || size === 8,
  load(array, index) {
    kindOf(array, INTEGERS, "integer");
    return array[indexIn(array, index)];
  },
  notify(array, index) {
    kindOf(array, WAITABLE, "int32 or BigInt64");
    indexIn(array, index);
    return 0;
  },
  or: operation((old, value) => old | value),
  store(array, index, value) {
    const kind = kindOf(array, INTEGERS, "integer");
    const at = indexIn(array, index);
    const given = valueFor(kind, value);
    array[at] = given;
    return given;
  },
  sub: operation((old, value) => old - value),
  wait(array, index, value, timeout) {
    const kind = kindOf(array, WAITABLE, "int32 or BigInt64");
    const at = indexIn(array, index);
    if (!isShared(bufferOf(array))) throw new TypeError("Atomics.wait cannot be called in this context");
    const given = valueFor(kind, value);
    const milliseconds = timeout === undefined ? Infinity : Number(timeout);
    if (array[at] !== (kind === "Int32Array" ? given | 0 : given)) return "not-equal";
    // biome-ignore lint/suspicious/noSelfCompare: NaN, without a global that a learner may have replaced
    binding.sleep(milliseconds !== milliseconds ? Infinity : MathMax(0, milliseconds));
    return "timed-out";
  },
  xor: operation((old, value) => old ^ value),
};

function isShared(buffer) {
  try {
    sharedLength(buffer);
    return true;
  } catch {
    // The getter's only way to say no.
    return false;
  }
}

export const Atomics = {};
for (const name of primordials.ObjectKeys(methods)) {
  ObjectDefineProperty(Atomics, name, { __proto__: null, value: methods[name], writable: true, enumerable: false, configurable: true });
}
ObjectDefineProperty(Atomics, SymbolToStringTag, { __proto__: null, value: "Atomics", configurable: true });
