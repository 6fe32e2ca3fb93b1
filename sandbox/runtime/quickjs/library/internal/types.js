/**
 * util.types: what an object is, by the engine's own class of it. The engine numbers its classes; the numbers are learned
 * here from one object of each, so that an update of the engine cannot mix them up.
 */
const classOf = binding.classId;

const ids = (...samples) => {
  const found = { __proto__: null };
  for (const sample of samples) found[classOf(sample)] = true;
  return (value) => value !== null && (typeof value === "object" || typeof value === "function") && found[classOf(value)] === true;
};

const { proxy, revoke } = Proxy.revocable({}, {});
revoke();
const generators = [function* () {}, async function* () {}];

export const isArgumentsObject = ids(
  (function () {
    return arguments;
  })(),
  Function("return arguments")(),
);
export const isArrayBuffer = ids(new ArrayBuffer(0));
export const isSharedArrayBuffer = ids(new SharedArrayBuffer(0));
export const isAnyArrayBuffer = (value) => isArrayBuffer(value) || isSharedArrayBuffer(value);
export const isAsyncFunction = ids(async () => {}, generators[1]);
export const isGeneratorFunction = ids(...generators);
export const isGeneratorObject = ids(generators[0](), generators[1]());
export const isBigIntObject = ids(Object(0n));
export const isBooleanObject = ids(Object(false));
export const isNumberObject = ids(Object(0));
export const isStringObject = ids(Object(""));
export const isSymbolObject = ids(Object(Symbol.iterator));
export const isBoxedPrimitive = ids(Object(0n), Object(false), Object(0), Object(""), Object(Symbol.iterator));
const isView = ids(new DataView(new ArrayBuffer(0)));
export const isDataView = (value) => isView(value);
export const isDate = ids(new Date(0));
export const isMap = ids(new Map());
export const isMapIterator = ids(new Map().keys());
export const isPromise = ids(new Promise(() => {}));
export const isProxy = ids(proxy);
export const isRegExp = ids(/x/);
export const isSet = ids(new Set());
export const isSetIterator = ids(new Set().keys());
export const isWeakMap = ids(new WeakMap());
export const isWeakSet = ids(new WeakSet());
export const isNativeError = Error.isError;
export const isExternal = () => false;
export const isKeyObject = () => false;
export const isCryptoKey = () => false;
export const isArrayBufferView = ArrayBuffer.isView;
export const isTypedArray = (value) => ArrayBuffer.isView(value) && !isDataView(value);

/** A namespace has no class of its own that a sample could be made of here: it is an ordinary object to nobody else. */
const isOrdinary = ids({});
export const isModuleNamespaceObject = (value) =>
  typeof value === "object" &&
  value !== null &&
  !isProxy(value) &&
  Object.getPrototypeOf(value) === null &&
  !isOrdinary(value) &&
  Object.getOwnPropertyDescriptor(value, Symbol.toStringTag)?.value === "Module";

const tagOf = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;
const tagged = (tag) => {
  const is = (value) => ArrayBuffer.isView(value) && tagOf.call(value) === tag;
  return Object.defineProperty(is, "name", { value: `is${tag}` });
};
export const isUint8Array = tagged("Uint8Array");
export const isUint8ClampedArray = tagged("Uint8ClampedArray");
export const isUint16Array = tagged("Uint16Array");
export const isUint32Array = tagged("Uint32Array");
export const isInt8Array = tagged("Int8Array");
export const isInt16Array = tagged("Int16Array");
export const isInt32Array = tagged("Int32Array");
export const isFloat16Array = tagged("Float16Array");
export const isFloat32Array = tagged("Float32Array");
export const isFloat64Array = tagged("Float64Array");
export const isBigInt64Array = tagged("BigInt64Array");
export const isBigUint64Array = tagged("BigUint64Array");
