/** node:util. */
import { codes } from "../internal/errors.js";
import { format, formatWithOptions, inspect, stripVTControlCharacters } from "../internal/inspect.js";
import { validateAbortSignal, validateFunction, validateObject, validateOneOf, validateString } from "../internal/validators.js";

const custom = Symbol.for("nodejs.util.promisify.custom");

function promisify(original) {
  validateFunction(original, "original");
  // The timers are not the library's, and know nothing of promisify.custom.
  for (const name of ["setTimeout", "setImmediate"]) if (original === globalThis[name]) return require("timers/promises")[name];
  if (original[custom]) {
    const fn = original[custom];
    validateFunction(fn, "util.promisify.custom");
    return Object.defineProperty(fn, custom, { __proto__: null, value: fn, enumerable: false, writable: false, configurable: true });
  }
  function fn(...args) {
    return new Promise((resolve, reject) => {
      Reflect.apply(original, this, [...args, (error, ...values) => (error ? reject(error) : resolve(values[0]))]);
    });
  }
  Object.setPrototypeOf(fn, Object.getPrototypeOf(original));
  Object.defineProperty(fn, custom, { __proto__: null, value: fn, enumerable: false, writable: false, configurable: true });
  return Object.defineProperties(fn, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = custom;

function callbackify(original) {
  validateFunction(original, "original");
  function callbackified(...args) {
    const callback = args.pop();
    validateFunction(callback, "last argument");
    const done = callback.bind(this);
    Reflect.apply(original, this, args).then(
      (value) => process.nextTick(done, null, value),
      (reason) => process.nextTick(done, reason || falsyRejection(reason)),
    );
  }
  const descriptors = Object.getOwnPropertyDescriptors(original);
  if (typeof descriptors.length.value === "number") descriptors.length.value += 1;
  if (typeof descriptors.name.value === "string") descriptors.name.value += "Callbackified";
  return Object.defineProperties(callbackified, descriptors);
}

function falsyRejection(reason) {
  const error = new codes.ERR_FALSY_VALUE_REJECTION();
  error.reason = reason;
  return error;
}

function inherits(constructor, superConstructor) {
  if (constructor === undefined || constructor === null) throw new codes.ERR_INVALID_ARG_TYPE("ctor", "Function", constructor);
  validateFunction(superConstructor, "superCtor");
  if (superConstructor.prototype === undefined) {
    throw new codes.ERR_INVALID_ARG_TYPE("superCtor.prototype", "Object", superConstructor.prototype);
  }
  Object.defineProperty(constructor, "super_", { __proto__: null, value: superConstructor, writable: true, configurable: true });
  Object.setPrototypeOf(constructor.prototype, superConstructor.prototype);
}

const warned = new Set();

function deprecate(fn, message, code = undefined) {
  if (code !== undefined) validateString(code, "code");
  let told = false;
  function deprecated(...args) {
    if (!told && !warned.has(code)) {
      told = true;
      if (code !== undefined) warned.add(code);
      process.emitWarning(message, "DeprecationWarning", code);
    }
    return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args);
  }
  Object.setPrototypeOf(deprecated, fn);
  if (fn.prototype) deprecated.prototype = fn.prototype;
  Object.defineProperty(deprecated, "length", { __proto__: null, ...Object.getOwnPropertyDescriptor(fn, "length") });
  return deprecated;
}

/** NODE_DEBUG is read when a section first writes, as in Node. */
function debuglog(section, whenReady) {
  const name = section.toUpperCase();
  const wanted = () => {
    const pattern = (process.env.NODE_DEBUG ?? "")
      .replace(/[|\\{}()[\]^$+?.]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll(",", "$|^");
    return new RegExp(`^${pattern}$`, "i").test(name);
  };
  const log = (...args) => {
    if (wanted()) process.stderr.write(`${name} ${process.pid}: ${format(...args)}\n`);
  };
  whenReady?.(log);
  return Object.defineProperty(log, "enabled", { __proto__: null, get: wanted, configurable: true, enumerable: true });
}

function styleText(styles, text, { validateStream = true, stream = process.stdout } = {}) {
  validateString(text, "text");
  let [left, right] = ["", ""];
  const known = Object.getOwnPropertyNames(inspect.colors);
  for (const style of Array.isArray(styles) ? styles : [styles]) {
    if (style === "none") continue;
    const color = inspect.colors[style];
    if (color === undefined) validateOneOf(style, "format", known);
    left += `\u001b[${color[0]}m`;
    right = `\u001b[${color[1]}m${right}`;
  }
  // Lambda's standard output is no terminal: Node leaves colours out there unless FORCE_COLOR asks for them.
  if (validateStream && !stream?.isTTY && !process.env.FORCE_COLOR) return text;
  return `${left}${text}${right}`;
}

function aborted(signal, resource) {
  if (signal === undefined) throw new codes.ERR_INVALID_ARG_TYPE("signal", "AbortSignal", signal);
  validateAbortSignal(signal, "signal");
  validateObject(resource, "resource", 4);
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
}

const ERROR_NAMES = Object.entries({
  EPERM: [-1, "operation not permitted"],
  ENOENT: [-2, "no such file or directory"],
  EBADF: [-9, "bad file descriptor"],
  EACCES: [-13, "permission denied"],
  EBUSY: [-16, "resource busy or locked"],
  EEXIST: [-17, "file already exists"],
  ENOTDIR: [-20, "not a directory"],
  EISDIR: [-21, "illegal operation on a directory"],
  EINVAL: [-22, "invalid argument"],
  ENOSPC: [-28, "no space left on device"],
  EROFS: [-30, "read-only file system"],
  EPIPE: [-32, "broken pipe"],
  ENOTEMPTY: [-39, "directory not empty"],
  EADDRINUSE: [-98, "address already in use"],
  ECONNRESET: [-104, "connection reset by peer"],
  ETIMEDOUT: [-110, "connection timed out"],
  ECONNREFUSED: [-111, "connection refused"],
});

const getSystemErrorMap = () => new Map(ERROR_NAMES.map(([name, [errno, message]]) => [errno, [name, message]]));
const getSystemErrorName = (errno) => getSystemErrorMap().get(errno)?.[0] ?? `Unknown system error ${errno}`;
const getSystemErrorMessage = (errno) => getSystemErrorMap().get(errno)?.[1];

function _extend(target, source) {
  if (source === null || typeof source !== "object") return target;
  return Object.assign(target, source);
}

function toUSVString(text) {
  return `${text}`.toWellFormed();
}

const util = {
  _extend,
  aborted,
  callbackify,
  debug: debuglog,
  debuglog,
  deprecate,
  format,
  formatWithOptions,
  getSystemErrorMap,
  getSystemErrorMessage,
  getSystemErrorName,
  inherits,
  inspect,
  isArray: Array.isArray,
  isDeepStrictEqual: (a, b) => require("internal/comparisons").isDeepStrictEqual(a, b),
  promisify,
  stripVTControlCharacters,
  styleText,
  toUSVString,
};

for (const name of ["TextDecoder", "TextEncoder", "types", "parseArgs", "MIMEType", "MIMEParams"]) {
  Object.defineProperty(util, name, {
    configurable: true,
    enumerable: true,
    get: () => require("internal/util-later")[name],
    set: (value) => Object.defineProperty(util, name, { value, writable: true }),
  });
}

export { util as "module.exports" };
