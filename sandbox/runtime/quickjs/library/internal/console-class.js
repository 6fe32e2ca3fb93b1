/**
 * `new Console(stdout, stderr)`, as Node's lib/internal/console/constructor.js: what loggers such as Powertools write with, past
 * the prefix that Lambda's runtime client gives to the lines of the global console.
 */
import { codes } from "./errors.js";
import { formatWithOptions, inspect } from "./inspect.js";
import { isMap } from "./types.js";
import { validateInteger, validateObject, validateOneOf } from "./validators.js";

const MOST_INDENTATION = 1000;
/** Console → how it prints. */
const states = new WeakMap();

function Console(options, stderrOrNothing, ignore) {
  if (new.target === undefined) return Reflect.construct(Console, arguments);
  const given =
    !options || typeof options.write === "function" ? { stdout: options, stderr: stderrOrNothing, ignoreErrors: ignore } : options;
  const { stdout, stderr = stdout, ignoreErrors = true, colorMode = "auto", inspectOptions, groupIndentation } = given;
  if (!stdout || typeof stdout.write !== "function") throw new codes.ERR_CONSOLE_WRITABLE_STREAM("stdout");
  if (!stderr || typeof stderr.write !== "function") throw new codes.ERR_CONSOLE_WRITABLE_STREAM("stderr");
  validateOneOf(colorMode, "colorMode", ["auto", true, false]);
  if (groupIndentation !== undefined) validateInteger(groupIndentation, "groupIndentation", 0, MOST_INDENTATION);
  if (inspectOptions !== undefined) checkInspectOptions(inspectOptions, given.colorMode);
  const state = {
    streams: [stdout, stderr],
    ignoreErrors: Boolean(ignoreErrors),
    colorMode,
    inspectOptions,
    width: groupIndentation ?? 2,
    indent: "",
  };
  states.set(this, state);
  const own = require("console")((fd, text) => write(state, fd, text.slice(0, -1)), this);
  for (const name of OWN) define(this, name, own[name].bind(own));
  for (const name of Object.keys(Console.prototype)) define(this, name, this[name].bind(this), true);
  define(this, "_stdout", stdout);
  define(this, "_stderr", stderr);
  Object.defineProperty(this, Symbol.toStringTag, { value: "console", configurable: true });
}

/** What needs nothing of the streams but a way to print. */
const OWN = [
  "table",
  "dirxml",
  "time",
  "timeEnd",
  "timeLog",
  "timeStamp",
  "count",
  "countReset",
  "assert",
  "clear",
  "profile",
  "profileEnd",
];

function define(object, name, value, enumerable = false) {
  if (typeof value === "function" && name[0] !== "_") Object.defineProperty(value, "name", { value: name, configurable: true });
  Object.defineProperty(object, name, { value, writable: true, configurable: true, enumerable });
}

function checkInspectOptions(options, colorMode) {
  validateObject(options, "options.inspectOptions");
  for (const { colors } of isMap(options) ? options.values() : [options]) {
    if (colors !== undefined && colorMode !== undefined)
      throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR("options.inspectOptions.color", "colorMode");
  }
}

const nothing = () => undefined;

function write(state, fd, text) {
  const stream = state.streams[fd - 1];
  const line = `${state.indent}${state.indent === "" ? text : text.replaceAll("\n", `\n${state.indent}`)}\n`;
  if (!state.ignoreErrors) return stream.write(line);
  try {
    if (stream.listenerCount("error") === 0) stream.once("error", nothing);
    stream.write(line, nothing);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // Node's Console swallows what its streams throw, unless `ignoreErrors` is false.
  } finally {
    stream.removeListener("error", nothing);
  }
}

function printed(self, fd, args) {
  const state = states.get(self);
  write(state, fd, formatWithOptions(inspecting(state, fd), ...args));
}

function inspecting({ streams, colorMode, inspectOptions }, fd) {
  const stream = streams[fd - 1];
  const options = isMap(inspectOptions) ? inspectOptions.get(stream) : inspectOptions;
  return { colors: colorMode === true, ...options };
}

Object.assign(Console.prototype, {
  log(...args) {
    printed(this, 1, args);
  },
  warn(...args) {
    printed(this, 2, args);
  },
  error(...args) {
    printed(this, 2, args);
  },
  dir(object, options) {
    const state = states.get(this);
    write(state, 1, inspect(object, { customInspect: false, ...inspecting(state, 1), ...options }));
  },
  trace(...args) {
    const error = { name: "Trace", message: formatWithOptions(inspecting(states.get(this), 2), ...args) };
    Error.captureStackTrace(error, this.trace);
    this.error(error.stack);
  },
  group(...label) {
    const state = states.get(this);
    if (label.length > 0) this.log(...label);
    state.indent += " ".repeat(state.width);
  },
  groupEnd() {
    const state = states.get(this);
    state.indent = state.indent.slice(0, state.indent.length - state.width);
  },
});
Object.assign(Console.prototype, {
  debug: Console.prototype.log,
  info: Console.prototype.log,
  groupCollapsed: Console.prototype.group,
});

Object.defineProperty(Console, Symbol.hasInstance, { value: (instance) => instance === globalThis.console || states.has(instance) });

export { Console as "module.exports" };
