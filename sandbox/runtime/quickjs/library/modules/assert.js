/** node:assert. */
import { AssertionError } from "../internal/assertion-error.js";
import { isDeepEqual, isDeepStrictEqual, isPartialStrictEqual } from "../internal/comparisons.js";
import { codes } from "../internal/errors.js";
import { isNativeError, isRegExp } from "../internal/types.js";
import { validateFunction } from "../internal/validators.js";

const inspect = (...args) => require("internal/inspect").inspect(...args);
const isError = (value) => isNativeError(value) || value instanceof Error;

/** The error that the caller gave as message, or one of ours. */
function failure(options) {
  if (isError(options.message)) return options.message;
  return new AssertionError(options);
}

function ok(...args) {
  innerOk(ok, args);
}

function innerOk(fn, args) {
  const [value, message] = args;
  if (value) return;
  if (args.length === 0) {
    throw generated({
      message: "No value argument passed to `assert.ok()`",
      actual: value,
      expected: true,
      operator: "==",
      stackStartFn: fn,
    });
  }
  if (message === undefined || message === null) {
    const call = require("internal/call-source").callSource(new Error().stack);
    const text = call === undefined ? undefined : `The expression evaluated to a falsy value:\n\n  ${call}\n`;
    throw generated({ message: text, actual: value, expected: true, operator: "==", stackStartFn: fn });
  }
  throw failure({ actual: value, expected: true, message, operator: "==", stackStartFn: fn });
}

/** A message that we wrote, and not the caller. */
function generated(options) {
  const error = new AssertionError(options);
  error.generatedMessage = true;
  return error;
}

function assert(...args) {
  innerOk(assert, args);
}

function fail(message = undefined) {
  if (isError(message)) throw message;
  if (message === undefined) throw generated({ message: "Failed", operator: "fail", stackStartFn: fail });
  throw failure({ message, operator: "fail", stackStartFn: fail });
}

function need(args, ...names) {
  if (args.length < names.length) throw new codes.ERR_MISSING_ARGS(...names);
}

/** `assert.x(actual, expected[, message])`, passing where `holds`. */
function comparison(name, holds, operator = name) {
  const check = {
    [name](actual, expected, message) {
      need(arguments, "actual", "expected");
      if (!holds(actual, expected)) throw failure({ actual, expected, message, operator, stackStartFn: check });
    },
  }[name];
  return check;
}

// biome-ignore lint/suspicious/noDoubleEquals: assert.equal is defined by ==
const looselyEqual = (a, b) => a == b || (Number.isNaN(a) && Number.isNaN(b));

const equal = comparison("equal", looselyEqual, "==");
const notEqual = comparison("notEqual", (a, b) => !looselyEqual(a, b), "!=");
const deepEqual = comparison("deepEqual", isDeepEqual);
const notDeepEqual = comparison("notDeepEqual", (a, b) => !isDeepEqual(a, b));
const deepStrictEqual = comparison("deepStrictEqual", isDeepStrictEqual);
const notDeepStrictEqual = comparison("notDeepStrictEqual", (a, b) => !isDeepStrictEqual(a, b));
const strictEqual = comparison("strictEqual", Object.is);
const notStrictEqual = comparison("notStrictEqual", (a, b) => !Object.is(a, b));
const partialDeepStrictEqual = comparison("partialDeepStrictEqual", isPartialStrictEqual);

const NOTHING = Symbol("nothing was thrown");

function thrownBy(fn) {
  validateFunction(fn, "fn");
  try {
    fn();
  } catch (error) {
    return error;
  }
  return NOTHING;
}

const isPromiseLike = (value) => isObject(value) && typeof value.then === "function" && typeof value.catch === "function";
const isObject = (value) => value !== null && typeof value === "object";

async function rejectionOf(promiseFn) {
  let promise = promiseFn;
  if (typeof promiseFn === "function") {
    promise = promiseFn();
    if (!isPromiseLike(promise)) throw new codes.ERR_INVALID_RETURN_VALUE("instance of Promise", "promiseFn", promise);
  } else if (!isPromiseLike(promiseFn)) throw new codes.ERR_INVALID_ARG_TYPE("promiseFn", ["Function", "Promise"], promiseFn);
  try {
    await promise;
  } catch (error) {
    return error;
  }
  return NOTHING;
}

function throws(fn, ...args) {
  expectsError(throws, thrownBy(fn), ...args);
}

async function rejects(promiseFn, ...args) {
  expectsError(rejects, await rejectionOf(promiseFn), ...args);
}

function doesNotThrow(fn, ...args) {
  expectsNoError(doesNotThrow, thrownBy(fn), ...args);
}

async function doesNotReject(fn, ...args) {
  expectsNoError(doesNotReject, await rejectionOf(fn), ...args);
}

function expectsError(fn, actual, error, message) {
  let told = message;
  let wanted = error;
  if (typeof error === "string") {
    if (message !== undefined) throw new codes.ERR_INVALID_ARG_TYPE("error", ["Object", "Error", "Function", "RegExp"], error);
    if ((isObject(actual) && actual.message === error) || actual === error) {
      throw new codes.ERR_AMBIGUOUS_ARGUMENT(
        "error/message",
        `The error ${isObject(actual) ? `message "${actual.message}"` : `"${actual}"`} is identical to the message.`,
      );
    }
    told = error;
    wanted = undefined;
  } else if (error != null && typeof error !== "object" && typeof error !== "function") {
    throw new codes.ERR_INVALID_ARG_TYPE("error", ["Object", "Error", "Function", "RegExp"], error);
  }
  if (actual === NOTHING) {
    const details = `${wanted?.name ? ` (${wanted.name})` : ""}${told ? `: ${told}` : "."}`;
    const kind = fn === rejects ? "rejection" : "exception";
    throw failure({
      actual: undefined,
      expected: wanted,
      operator: fn.name,
      message: `Missing expected ${kind}${details}`,
      stackStartFn: fn,
    });
  }
  if (wanted) checkError(actual, wanted, told, fn);
}

function expectsNoError(fn, actual, error, message) {
  if (actual === NOTHING) return;
  const told = typeof error === "string" ? error : message;
  const wanted = typeof error === "string" ? undefined : error;
  if (wanted && !isExpected(actual, wanted)) throw actual;
  const kind = fn === doesNotReject ? "rejection" : "exception";
  throw failure({
    actual,
    expected: wanted,
    operator: fn.name,
    message: `Got unwanted ${kind}${told ? `: ${told}` : "."}\nActual message: "${actual?.message}"`,
    stackStartFn: fn,
  });
}

function isExpected(actual, wanted) {
  if (typeof wanted !== "function") {
    if (isRegExp(wanted)) return wanted.test(String(actual));
    throw new codes.ERR_INVALID_ARG_TYPE("expected", ["Function", "RegExp"], wanted);
  }
  if (wanted.prototype !== undefined && actual instanceof wanted) return true;
  if (Object.prototype.isPrototypeOf.call(Error, wanted)) return false;
  return wanted.call({}, actual) === true;
}

function checkError(actual, expected, message, fn) {
  const fail = (text) => {
    if (isError(message)) throw message;
    throw message === undefined
      ? generated({ actual, expected, message: text, operator: fn.name, stackStartFn: fn })
      : failure({ actual, expected, message, operator: fn.name, stackStartFn: fn });
  };
  if (typeof expected !== "function") {
    if (isRegExp(expected)) {
      if (!expected.test(String(actual)))
        fail(`The input did not match the regular expression ${inspect(expected)}. Input:\n\n${inspect(String(actual))}\n`);
      return;
    }
    checkProperties(actual, expected, message, fn);
    return;
  }
  if (expected.prototype !== undefined && actual instanceof expected) return;
  if (Object.prototype.isPrototypeOf.call(Error, expected)) {
    let text = `The error is expected to be an instance of "${expected.name}". Received `;
    text += isError(actual) ? `"${actual.name}"` : `"${inspect(actual, { depth: -1 })}"`;
    if (isError(actual)) text += `\n\nError message:\n\n${actual.message}`;
    fail(text);
  }
  const result = expected.call({}, actual);
  if (result === true) return;
  const name = expected.name ? `"${expected.name}" ` : "";
  const caught = isError(actual) ? `\n\nCaught error:\n\n${actual}` : "";
  fail(`The ${name}validation function is expected to return "true". Received ${inspect(result)}${caught}`);
}

/** An object as the expected error: each of its properties, regular expressions matching strings. */
function checkProperties(actual, expected, message, fn) {
  if (typeof actual !== "object" || actual === null) {
    const error = new AssertionError({
      actual,
      expected,
      message: isError(message) ? undefined : message,
      operator: "deepStrictEqual",
      stackStartFn: fn,
    });
    error.operator = fn.name;
    throw error;
  }
  const keys = Object.keys(expected);
  if (isError(expected)) keys.push("name", "message");
  else if (keys.length === 0) throw new codes.ERR_INVALID_ARG_VALUE("error", expected, "may not be an empty object");
  for (const key of keys) {
    if (typeof actual[key] === "string" && isRegExp(expected[key]) && expected[key].test(actual[key])) continue;
    if (key in actual && isDeepStrictEqual(actual[key], expected[key])) continue;
    if (message !== undefined && message !== null) throw failure({ actual, expected, message, operator: fn.name, stackStartFn: fn });
    const picked = (from, other) => {
      const object = new Comparison();
      for (const one of keys)
        if (one in from)
          object[one] =
            other && typeof other[one] === "string" && isRegExp(from[one]) && from[one].test(other[one]) ? other[one] : from[one];
      return object;
    };
    const error = new AssertionError({
      actual: picked(actual),
      expected: picked(expected, actual),
      operator: "deepStrictEqual",
      stackStartFn: fn,
    });
    error.actual = actual;
    error.expected = expected;
    error.operator = fn.name;
    throw error;
  }
}

class Comparison {}

function ifError(value) {
  if (value === null || value === undefined) return;
  let message = "ifError got unwanted exception: ";
  if (typeof value === "object" && typeof value.message === "string") {
    message += value.message.length === 0 && value.constructor ? value.constructor.name : value.message;
  } else message += inspect(value);
  throw generated({ actual: value, expected: null, operator: "ifError", message, stackStartFn: ifError });
}

function matching(name, wanted) {
  const check = {
    [name](string, regexp, message) {
      if (!isRegExp(regexp)) throw new codes.ERR_INVALID_ARG_TYPE("regexp", "RegExp", regexp);
      if (typeof string === "string" && regexp.test(string) === wanted) return;
      if (isError(message)) throw message;
      const text =
        typeof string !== "string"
          ? `The "string" argument must be of type string. Received type ${typeof string} (${inspect(string)})`
          : `${wanted ? "The input did not match the regular expression " : "The input was expected to not match the regular expression "}${inspect(regexp)}. Input:\n\n${inspect(string)}\n`;
      const options = { actual: string, expected: regexp, operator: name, stackStartFn: check };
      throw message ? failure({ ...options, message }) : generated({ ...options, message: text });
    },
  }[name];
  return check;
}

const methods = {
  fail,
  AssertionError,
  ok,
  equal,
  notEqual,
  deepEqual,
  notDeepEqual,
  deepStrictEqual,
  notDeepStrictEqual,
  strictEqual,
  notStrictEqual,
  partialDeepStrictEqual,
  match: matching("match", true),
  doesNotMatch: matching("doesNotMatch", false),
  throws,
  rejects,
  doesNotThrow,
  doesNotReject,
  ifError,
};

function strict(...args) {
  innerOk(strict, args);
}

Object.assign(assert, methods);
assert.strict = Object.assign(strict, methods, {
  equal: strictEqual,
  deepEqual: deepStrictEqual,
  notEqual: notStrictEqual,
  notDeepEqual: notDeepStrictEqual,
});
strict.strict = strict;

export { assert as "module.exports" };
