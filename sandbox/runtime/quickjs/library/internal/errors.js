/** Node's errors with a `code` (its lib/internal/errors.js): same classes, same messages, same header in `stack`. */

export const codes = { __proto__: null };

/** In Node each error's class says its code only in `stack` and `toString()`; `name` stays the base's. */
export function define(code, message, ...bases) {
  const make = (Base) =>
    function NodeError(...args) {
      return coded(new Base(typeof message === "function" ? message(...args) : message), code);
    };
  codes[code] = make(bases[0]);
  for (const Base of bases) codes[code][Base.name] = make(Base);
}

/** Gives an error a code, as Node's own errors carry it. */
export function coded(error, code) {
  const { name, stack } = error;
  if (typeof stack === "string" && stack.startsWith(name)) hidden(error, "stack", `${name} [${code}]${stack.slice(name.length)}`);
  hidden(error, "toString", function toString() {
    return `${this.name} [${code}]: ${this.message}`;
  });
  error.code = code;
  return error;
}

/** An error with a code as V8's side of Node throws it: the code is a property, and shows nowhere else. */
export function nativeCoded(Base, code, message) {
  return Object.assign(new Base(message), { code });
}

function hidden(object, key, value) {
  Object.defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: false, configurable: true });
}

export class AbortError extends Error {
  constructor(message = "The operation was aborted", options = undefined) {
    super(message, options);
    this.code = "ABORT_ERR";
    this.name = "AbortError";
  }
}

/** Thrown where the simulator has no such part of Node. What a reader of the site sees is Korean. */
export function unsupported(name) {
  return new Error(`람다 랩의 시뮬레이터는 아직 ${name}을(를) 지원하지 않습니다. 실제 AWS Lambda에서는 사용할 수 있습니다.`);
}

const inspect = (value, options) => require("internal/inspect").inspect(value, options);

/** `type string ('abc')`, `an instance of Map`, `undefined`: what Node says it received. */
export function determineSpecificType(value) {
  if (value === null || value === undefined) return `${value}`;
  switch (typeof value) {
    case "function":
      return `function ${value.name}`;
    case "object":
      return value.constructor && "name" in value.constructor ? `an instance of ${value.constructor.name}` : inspect(value, { depth: -1 });
    case "bigint":
      return `type bigint (${value}n)`;
    case "number":
      return `type number (${Object.is(value, -0) ? "-0" : value})`;
    case "string": {
      const shown = value.length > 28 ? `${value.slice(0, 25)}...` : value;
      return `type string (${shown.includes("'") ? JSON.stringify(shown) : `'${shown}'`})`;
    }
    default:
      return `type ${typeof value} (${String(value)})`;
  }
}

const PRIMITIVES = ["string", "function", "number", "object", "Function", "Object", "boolean", "bigint", "symbol"];

export function listOf(items, conjunction) {
  if (items.length < 2) return items.join("");
  if (items.length === 2) return `${items[0]} ${conjunction} ${items[1]}`;
  return `${items.slice(0, -1).join(", ")}, ${conjunction} ${items.at(-1)}`;
}

function invalidArgType(name, expected, actual) {
  const types = [];
  const classes = [];
  const others = [];
  for (const item of Array.isArray(expected) ? expected : [expected]) {
    if (PRIMITIVES.includes(item)) types.push(item.toLowerCase());
    else if (/^[A-Z][a-zA-Z0-9]*$/.test(item)) classes.push(item);
    else others.push(item);
  }
  // "object" beside classes is one more class: "an instance of Object or Buffer".
  if (classes.length > 0 && types.includes("object")) {
    types.splice(types.indexOf("object"), 1);
    classes.push("Object");
  }
  const parts = [];
  if (types.length > 0) parts.push(`${types.length > 1 ? "one of type" : "of type"} ${listOf(types, "or")}`);
  if (classes.length > 0) parts.push(`an instance of ${listOf(classes, "or")}`);
  if (others.length > 1) parts.push(`one of ${listOf(others, "or")}`);
  else if (others.length === 1) parts.push(others[0].toLowerCase() === others[0] ? others[0] : `an ${others[0]}`);
  const subject = name.endsWith(" argument") ? name : `"${name}" ${name.includes(".") ? "property" : "argument"}`;
  return `The ${subject} must be ${parts.join(" or ")}. Received ${determineSpecificType(actual)}`;
}

function invalidArgValue(name, value, reason = "is invalid") {
  const inspected = inspect(value);
  const shown = inspected.length > 128 ? `${inspected.slice(0, 128)}...` : inspected;
  return `The ${name.includes(".") ? "property" : "argument"} '${name}' ${reason}. Received ${shown}`;
}

function outOfRange(name, range, input, replaceDefault = false) {
  let received;
  if (Number.isInteger(input) && Math.abs(input) > 2 ** 32) received = withUnderscores(String(input));
  else if (typeof input === "bigint") received = `${input > 2n ** 32n || input < -(2n ** 32n) ? withUnderscores(String(input)) : input}n`;
  else received = inspect(input);
  return `${replaceDefault ? name : `The value of "${name}" is out of range.`} It must be ${range}. Received ${received}`;
}

/** Node's own, which looks at no character: 1e+21 becomes 1_e+21. */
function withUnderscores(digits) {
  const start = digits[0] === "-" ? 1 : 0;
  let rest = "";
  let at = digits.length;
  for (; at >= start + 4; at -= 3) rest = `_${digits.slice(at - 3, at)}${rest}`;
  return `${digits.slice(0, at)}${rest}`;
}

function missingArgs(...names) {
  const quoted = names.map((name) => (Array.isArray(name) ? name.map((one) => `"${one}"`).join(" or ") : `"${name}"`));
  return `The ${listOf(quoted, "and")} argument${names.length > 1 ? "s" : ""} must be specified`;
}

define("ERR_AMBIGUOUS_ARGUMENT", (name, reason) => `The "${name}" argument is ambiguous. ${reason}`, TypeError);
define("ERR_ARG_NOT_ITERABLE", (name) => `${name} must be iterable`, TypeError);
define("ERR_ASYNC_CALLBACK", (name) => `${name} must be a function`, TypeError);
define(
  "ERR_BUFFER_OUT_OF_BOUNDS",
  (name) => (name ? `"${name}" is outside of buffer bounds` : "Attempt to access memory outside buffer bounds"),
  RangeError,
);
define("ERR_CONSOLE_WRITABLE_STREAM", (name) => `Console expects a writable stream instance for ${name}`, TypeError);
define("ERR_ENCODING_NOT_SUPPORTED", (encoding) => `The "${encoding}" encoding is not supported`, RangeError);
define("ERR_EVENT_RECURSION", (type) => `The event "${type}" is already being dispatched`, Error);
define("ERR_FALSY_VALUE_REJECTION", () => "Promise was rejected with falsy value", Error);
define("ERR_ILLEGAL_CONSTRUCTOR", () => "Illegal constructor", TypeError);
define("ERR_INCOMPATIBLE_OPTION_PAIR", (a, b) => `Option "${a}" cannot be used in combination with option "${b}"`, TypeError);
define("ERR_INVALID_ARG_TYPE", invalidArgType, TypeError);
define("ERR_INVALID_ARG_VALUE", invalidArgValue, TypeError, RangeError);
define("ERR_INVALID_BUFFER_SIZE", (bits) => `Buffer size must be a multiple of ${bits}`, RangeError);
define("ERR_INVALID_FILE_URL_HOST", (platform) => `File URL host must be "localhost" or empty on ${platform}`, TypeError);
define("ERR_INVALID_FILE_URL_PATH", (reason) => `File URL path ${reason}`, TypeError);
define(
  "ERR_INVALID_RETURN_VALUE",
  (input, name, value) => `Expected ${input} to be returned from the "${name}" function but got ${determineSpecificType(value)}.`,
  TypeError,
  RangeError,
);
define("ERR_INVALID_STATE", (what) => `Invalid state: ${what}`, Error, TypeError, RangeError);
define("ERR_INVALID_THIS", (type) => `Value of "this" must be of type ${type}`, TypeError);
define("ERR_INVALID_TUPLE", (name, tuple) => `${name} must be an iterable ${tuple} tuple`, TypeError);
define("ERR_INVALID_URI", () => "URI malformed", URIError);
define("ERR_INVALID_URL", () => "Invalid URL", TypeError);
define("ERR_INVALID_URL_SCHEME", (expected) => `The URL must be ${/^[aeiou]/.test(expected) ? "an" : "of scheme"} ${expected}`, TypeError);
define("ERR_METHOD_NOT_IMPLEMENTED", (name) => `The ${name} method is not implemented`, Error);
define("ERR_MISSING_ARGS", missingArgs, TypeError);
define("ERR_OUT_OF_RANGE", outOfRange, RangeError);
define("ERR_UNHANDLED_ERROR", (error) => (error === undefined ? "Unhandled error." : `Unhandled error. (${error})`), Error);
define("ERR_UNKNOWN_ENCODING", (encoding) => `Unknown encoding: ${encoding}`, TypeError);
