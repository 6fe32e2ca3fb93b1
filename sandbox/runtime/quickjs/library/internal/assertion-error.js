/** AssertionError and the difference that it prints, line by line. */
import { inspect } from "./inspect.js";

const READABLE = {
  deepStrictEqual: "Expected values to be strictly deep-equal:",
  partialDeepStrictEqual: "Expected values to be partially and strictly deep-equal:",
  strictEqual: "Expected values to be strictly equal:",
  strictEqualObject: 'Expected "actual" to be reference-equal to "expected":',
  deepEqual: "Expected values to be loosely deep-equal:",
  notDeepStrictEqual: 'Expected "actual" not to be strictly deep-equal to:',
  notStrictEqual: 'Expected "actual" to be strictly unequal to:',
  notStrictEqualObject: 'Expected "actual" not to be reference-equal to "expected":',
  notDeepEqual: 'Expected "actual" not to be loosely deep-equal to:',
  notIdentical: "Values have same structure but are not reference-equal:",
  notDeepEqualUnequal: "Expected values not to be loosely deep-equal:",
};
/** Beyond these Node cuts: both values on one line, one value of a loose comparison, lines of a value, equal lines in a row. */
const SHORT = 12;
const LONG = 512;
const LINES = 50;
const EQUAL_LINES = 5;

const DIFFERING = ["deepStrictEqual", "strictEqual", "partialDeepStrictEqual"];

const isObject = (value) => typeof value === "object" && value !== null;

export class AssertionError extends Error {
  constructor(options) {
    if (!isObject(options)) {
      const { codes } = require("internal/errors");
      throw new codes.ERR_INVALID_ARG_TYPE("options", "Object", options);
    }
    const { operator, stackStartFn, stackStartFunction, diff = "simple" } = options;
    const { actual, expected } = options;
    super(text(options, diff));
    this.generatedMessage = !options.message;
    this.code = "ERR_ASSERTION";
    this.actual = actual;
    this.expected = expected;
    this.operator = operator;
    this.diff = diff;
    Object.defineProperty(this, "name", { value: "AssertionError [ERR_ASSERTION]", enumerable: false, writable: true, configurable: true });
    Error.captureStackTrace?.(this, stackStartFn || stackStartFunction);
    this.name = "AssertionError";
  }
  toString() {
    return `${this.name} [${this.code}]: ${this.message}`;
  }
  [inspect.custom](_depth, context) {
    const { actual, expected } = this;
    for (const key of ["actual", "expected"]) if (typeof this[key] === "string") this[key] = cutLines(this[key]);
    const shown = inspect(this, { ...context, customInspect: false, depth: 0 });
    this.actual = actual;
    this.expected = expected;
    return shown;
  }
}

/** The caller's message; of the strict comparisons it is the title, and the difference follows. */
function text({ message, actual, expected, operator }, diff) {
  const [left, right] = [withoutStacks(actual, expected), withoutStacks(expected, actual)];
  if (message == null) return generated(left, right, operator, diff);
  return DIFFERING.includes(operator) ? difference(left, right, operator, diff, String(message) || undefined) : String(message);
}

function cutLines(text) {
  const lines = text.split("\n", 11);
  if (lines.length <= 10) return text.length > LONG ? `${text.slice(0, LONG)}...` : text;
  return `${lines.slice(0, 10).join("\n")}\n...`;
}

/** An error's stack tells nothing of a difference: two errors are compared without. */
function withoutStacks(value, other) {
  const both = value instanceof Error && other instanceof Error && "stack" in value && "stack" in other;
  if (!both) return value;
  const copy = Object.assign({ __proto__: Object.getPrototypeOf(value) }, value);
  Object.defineProperty(copy, "message", { value: value.message });
  if ("cause" in value) copy.cause = value.cause instanceof Error ? withoutStacks(value.cause, value.cause) : value.cause;
  if ("errors" in value) copy.errors = value.errors.map((error) => (error instanceof Error ? withoutStacks(error, error) : error));
  return copy;
}

function shown(value) {
  return inspect(value, {
    compact: false,
    customInspect: false,
    depth: 1000,
    maxArrayLength: Number.POSITIVE_INFINITY,
    showHidden: false,
    showProxy: false,
    sorted: true,
    getters: true,
  });
}

function generated(actual, expected, operator, diff) {
  if (DIFFERING.includes(operator)) return difference(actual, expected, operator, diff);
  if (operator === "notDeepStrictEqual" || operator === "notStrictEqual") return sameValue(actual, operator, diff);
  return bothValues(actual, expected, operator, diff);
}

function sameValue(actual, operator, diff) {
  const byReference = operator === "notStrictEqual" && (isObject(actual) || typeof actual === "function");
  const title = READABLE[byReference ? "notStrictEqualObject" : operator];
  const lines = shown(actual).split("\n");
  if (lines.length > LINES && diff !== "full") lines.splice(46, lines.length, "...");
  if (lines.length === 1) return `${title}${lines[0].length > 5 ? "\n\n" : " "}${lines[0]}`;
  return `${title}\n\n${lines.join("\n")}\n`;
}

function bothValues(actual, expected, operator, diff) {
  const cut = (text, most) => (text.length > most && diff !== "full" ? `${text.slice(0, most - 3)}...` : text);
  const [left, right] = [shown(actual), shown(expected)];
  if (operator === "notDeepEqual" && left === right) return cut(`${READABLE.notDeepEqual}\n\n${left}`, 1024);
  const [first, second] = [cut(left, LONG), cut(right, LONG)];
  if (operator === "deepEqual") return `${READABLE.deepEqual}\n\n${first}\n\nshould loosely deep-equal\n\n${second}`;
  if (operator === "notDeepEqual") return `${READABLE.notDeepEqualUnequal}\n\n${first}\n\nshould not loosely deep-equal\n\n${second}`;
  return `${first} ${operator} ${second}`;
}

const HEADER = "+ actual - expected";

function difference(actual, expected, operator, diff, message = undefined) {
  const functions = typeof actual === "function" && typeof expected === "function";
  const byReference = operator === "strictEqual" && ((isObject(actual) && isObject(expected)) || functions);
  const title = message ?? READABLE[byReference ? "strictEqualObject" : operator];
  const [left, right] = [shown(actual), shown(expected)];
  const [leftLines, rightLines] = [left.split("\n"), right.split("\n")];
  if (leftLines.length === 1 && rightLines.length === 1 && !(isObject(actual) && isObject(expected))) {
    const quotes = (typeof actual === "string" ? 2 : 0) + (typeof expected === "string" ? 2 : 0);
    if (left.length + right.length - quotes <= SHORT && (actual !== 0 || expected !== 0)) return `${title}\n\n${left} !== ${right}\n`;
    return `${title}\n${HEADER}\n${stacked(left, right)}\n`;
  }
  if (left === right) {
    const cut = leftLines.length > LINES && diff !== "full";
    const body = cut ? `${leftLines.slice(0, LINES).join("\n")}\n...}` : left;
    return `${message ?? READABLE.notIdentical}\n${cut ? "\n... Skipped lines" : ""}\n${body}\n`;
  }
  const { text, skipped } = printed(compareLines(leftLines, rightLines, isObject(actual)));
  return `${title}\n${HEADER}${skipped ? "\n... Skipped lines" : ""}\n${text}\n`;
}

/** One below the other, and a mark where they part. */
function stacked(left, right) {
  let text = `\n+ ${left}\n- ${right}`;
  if (left.length + right.length <= 80) {
    let at = 0;
    while (at < left.length && left[at] === right[at]) at += 1;
    if (at >= 3 && at < left.length) text += `\n${" ".repeat(at + 2)}^`;
  }
  return text;
}

/** A list of steps, first to last: the shortest way from one list of lines to the other (Myers, 1986). */
function compareLines(actual, expected, ignoreCommas) {
  const same = (a, b) => a === b || (ignoreCommas && (`${a},` === b || a === `${b},`));
  const most = actual.length + expected.length;
  const furthest = new Int32Array(2 * most + 2);
  const down = (reached, k, d) => k === -d || (k !== d && reached[k - 1 + most] < reached[k + 1 + most]);
  const trace = [];
  for (let d = 0; d <= most; d += 1) {
    trace.push(furthest.slice());
    for (let k = -d; k <= d; k += 2) {
      let x = down(furthest, k, d) ? furthest[k + 1 + most] : furthest[k - 1 + most] + 1;
      while (x < actual.length && x - k < expected.length && same(actual[x], expected[x - k])) x += 1;
      furthest[k + most] = x;
      if (x >= actual.length && x - k >= expected.length) return walkBack(trace, actual, expected, ignoreCommas, down);
    }
  }
  return [];
}

function walkBack(trace, actual, expected, ignoreCommas, down) {
  const most = actual.length + expected.length;
  const steps = [];
  let x = actual.length;
  let y = expected.length;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reached = trace[d];
    const k = x - y;
    const from = down(reached, k, d) ? k + 1 : k - 1;
    const fromX = reached[from + most];
    const fromY = fromX - from;
    for (; x > fromX && y > fromY; x -= 1, y -= 1) {
      const withComma = !ignoreCommas || actual[x - 1].endsWith(",") ? actual[x - 1] : expected[y - 1];
      steps.push({ sign: " ", line: withComma });
    }
    if (d === 0) break;
    if (x > fromX) steps.push({ sign: "+", line: actual[--x] });
    else steps.push({ sign: "-", line: expected[--y] });
  }
  return steps.reverse();
}

function printed(steps) {
  const lines = [];
  let equal = 0;
  let skipped = false;
  const say = ({ sign, line }) => lines.push(`${sign} ${line}`);
  steps.forEach((step, index) => {
    if (step.sign === " ") {
      if (equal < EQUAL_LINES) say(step);
      equal += 1;
      return;
    }
    // What was held back: one or two lines are no longer than the mark for them.
    if (equal > EQUAL_LINES + 2) {
      lines.push("...");
      say(steps[index - 1]);
      skipped = true;
    } else for (let back = equal - EQUAL_LINES; back > 0; back -= 1) say(steps[index - back]);
    equal = 0;
    say(step);
  });
  return { text: `\n${lines.join("\n").trimEnd()}`, skipped };
}
