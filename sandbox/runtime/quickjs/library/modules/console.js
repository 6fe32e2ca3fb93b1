/**
 * The methods of console that Lambda does not patch. `module.exports` makes them out of `write(fd, text)`.
 *
 * Most of them end in `this.log` or `this.warn`, and so in what Lambda put there: a table is a log line with a prefix. Only
 * `dir` and `dirxml` write to standard output themselves (Node's lib/internal/console/constructor.js).
 */
import { format, getStringWidth, inspect } from "../internal/inspect.js";
import { isMap, isMapIterator, isSet, isSetIterator } from "../internal/types.js";
import { validateArray } from "../internal/validators.js";

const INDENT = 2;
const ITERATION = "(iteration index)";

function makeMethods(write, target = globalThis.console) {
  const counts = new Map();
  const timers = new Map();
  let indent = "";

  const print = (text) => write(1, `${indent}${indent === "" ? text : text.replaceAll("\n", `\n${indent}`)}\n`);

  const sinceStart = (label, name) => {
    const started = timers.get(label);
    if (started === undefined) process.emitWarning(`No such label '${label}' for console.${name}()`);
    return started === undefined ? undefined : duration(binding.now() - started);
  };

  return {
    table(data, properties) {
      if (data === null || typeof data !== "object") return target.log(data);
      if (properties !== undefined) validateArray(properties, "properties");
      return target.log(drawn(...columnsOf(data, properties)));
    },
    dir(object, options) {
      print(inspect(object, { customInspect: false, ...options }));
    },
    dirxml(...data) {
      print(format(...data));
    },
    group(...label) {
      if (label.length > 0) target.log(...label);
      indent += " ".repeat(INDENT);
    },
    groupCollapsed(...label) {
      this.group(...label);
    },
    groupEnd() {
      indent = indent.slice(0, -INDENT);
    },
    time(label = "default") {
      const name = `${label}`;
      if (timers.has(name)) process.emitWarning(`Label '${name}' already exists for console.time()`);
      else timers.set(name, binding.now());
    },
    timeEnd(label = "default") {
      const name = `${label}`;
      const passed = sinceStart(name, "timeEnd");
      if (passed === undefined) return;
      timers.delete(name);
      target.log("%s: %s", name, passed);
    },
    timeLog(label = "default", ...data) {
      const passed = sinceStart(`${label}`, "timeLog");
      if (passed !== undefined) target.log("%s: %s", `${label}`, passed, ...data);
    },
    count(label = "default") {
      const name = `${label}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      target.log(`${name}: ${counts.get(name)}`);
    },
    countReset(label = "default") {
      if (!counts.delete(`${label}`)) process.emitWarning(`Count for '${label}' does not exist`);
    },
    assert(condition, ...data) {
      if (condition) return;
      if (typeof data[0] === "string") target.warn(`Assertion failed: ${data[0]}`, ...data.slice(1));
      else target.warn("Assertion failed", ...data);
    },
    clear() {},
    timeStamp() {},
    profile() {},
    profileEnd() {},
  };
}

/** `12.345ms`, `1.234s`, `1:02.345 (m:ss.mmm)`, `1:02:03.456 (h:mm:ss.mmm)`. */
function duration(milliseconds) {
  if (milliseconds < 1000) return `${Number(milliseconds.toFixed(3))}ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(3)}s`;
  const two = (number) => `${number}`.padStart(2, "0");
  const hours = Math.floor(milliseconds / 3_600_000);
  const minutes = Math.floor((milliseconds % 3_600_000) / 60_000);
  const [seconds, rest] = ((milliseconds % 60_000) / 1000).toFixed(3).split(".");
  const start = hours === 0 ? `${minutes}` : `${hours}:${two(minutes)}`;
  return `${start}:${two(seconds)}.${rest} (${hours === 0 ? "" : "h:m"}m:ss.mmm)`;
}

function cell(value) {
  const large = value !== null && typeof value === "object" && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY, depth: large ? -1 : 0 });
}

const numbers = (length) => Array.from({ length }, (_, index) => cell(index));

/** Heads and columns of a table of whatever it is. */
function columnsOf(data, properties) {
  if (isMap(data) || (isMapIterator(data) && binding.iteratorKind(data) === 2)) {
    const entries = isMap(data) ? [...data] : rest(data);
    const column = (at) => entries.map((entry) => cell(entry[at]));
    return [
      [ITERATION, "Key", "Values"],
      [numbers(entries.length), column(0), column(1)],
    ];
  }
  if (isSet(data) || isSetIterator(data) || isMapIterator(data)) {
    const values = isSet(data) ? [...data] : rest(data).flat();
    return [
      [ITERATION, "Values"],
      [numbers(values.length), values.map(cell)],
    ];
  }
  return rowsOf(data, properties);
}

/** What an iterator has still to give, left where it is. */
function rest(iterator) {
  const count = binding.iteratorRemaining(iterator);
  if (count === 0) return [];
  const collection = binding.iteratorCollection(iterator);
  const kind = ["keys", "values", "entries"][binding.iteratorKind(iterator)];
  return [...collection[kind]()].slice(collection.size - count);
}

function rowsOf(data, properties) {
  const rows = Object.keys(data);
  const columns = new Map();
  const primitives = [];
  rows.forEach((row, at) => {
    const item = data[row];
    if (item === null || (typeof item !== "object" && typeof item !== "function")) {
      primitives[at] = cell(item);
      return;
    }
    for (const key of properties ?? Object.keys(item)) {
      if (!columns.has(`${key}`)) columns.set(`${key}`, []);
      columns.get(`${key}`)[at] = Object.hasOwn(item, key) ? cell(item[key]) : "";
    }
  });
  const heads = ["(index)", ...columns.keys()];
  const cells = [rows, ...columns.values()];
  if (primitives.length === 0) return [heads, cells];
  return [
    [...heads, "Values"],
    [...cells, primitives],
  ];
}

function drawn(heads, columns) {
  const height = Math.max(...columns.map(({ length }) => length));
  const widths = heads.map((head, at) => Math.max(getStringWidth(head), ...Array.from(columns[at], (text) => getStringWidth(text ?? ""))));
  const line = (left, middle, right) => left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right;
  const row = (texts) => `│ ${texts.map((text, at) => text + " ".repeat(widths[at] - getStringWidth(text))).join(" │ ")} │`;
  const rows = Array.from({ length: height }, (_, index) => row(columns.map((column) => column[index] ?? "")));
  return [line("┌", "┬", "┐"), row(heads), line("├", "┼", "┤"), ...rows, line("└", "┴", "┘")].join("\n");
}

export { makeMethods as "module.exports" };
