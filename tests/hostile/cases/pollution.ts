/**
 * Changes to the built-ins that a runtime written in JavaScript stands on. On Lambda, Node's own part of it is out of reach:
 * such a handler breaks its own code, and answers.
 */
import { type Expected, exits, type HostileCase, hostile, returns, throws } from "../case.ts";

/** Pollutes in the module, before the handler is found; then answers, logs, waits, throws and rejects as any handler might. */
const polluted = (name: string, pollution: string, expected: Expected = FINE, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("prototype pollution", name, EVERYTHING, expected, { module: `${KEPT}\n${REPLACE_ALL}\n${pollution}`, ...more });

/** What the handler itself uses, as it was before the pollution. */
const KEPT =
  "const { console: log, process: node, setTimeout: later, setImmediate: soon, Promise: Settled, Error: Failure } = globalThis; const reject = Settled.reject.bind(Settled); const { stdout, nextTick } = node;";

const EVERYTHING = `
  log.log("one line", 1, true);
  log.error("another");
  await new Settled((resolve) => later(resolve, 1));
  await null;
  nextTick(() => {});
  soon(() => {});
  stdout.write("raw\\n");
  try { await reject("expected"); } catch (error) { if (error !== "expected") throw error; }
  return "fine";`;

const FINE = returns('"fine"', { logs: [/\tINFO\tone line 1 true$/, /\tERROR\tanother$/, /^raw$/] });

const everyMethod = (owner: string, replacement: string) => `replaceAll(${owner}, ${replacement});`;

/** Stands before the pollution, so that it works on whatever is broken already. */
const REPLACE_ALL = `const { ownKeys: keysOf, getOwnPropertyDescriptor: own, defineProperty: define } = Reflect;
function replaceAll(owner, replacement) {
  const keys = keysOf(owner);
  for (let i = 0; i < keys.length; i++) {
    const known = own(owner, keys[i]);
    if (keys[i] !== "constructor" && known.configurable && typeof known.value === "function") {
      define(owner, keys[i], { __proto__: null, value: replacement, configurable: true, writable: true });
    }
  }
}`;

const BROKEN = '() => { throw new Error("polluted"); }';
const SILENT = "() => undefined";

/** A setter and getter of this name on a prototype: what assigns instead of defining loses its value, or throws. */
const trap = (prototype: string, key: string) =>
  `Reflect.defineProperty(${prototype}, ${JSON.stringify(key)}, { __proto__: null, configurable: true, get() { return undefined; }, set(v) { throw new Error("polluted ${key}"); } });`;
const value = (prototype: string, key: string, of: string) =>
  `Reflect.defineProperty(${prototype}, ${JSON.stringify(key)}, { __proto__: null, configurable: true, writable: true, value: ${of} });`;

export const POLLUTION: readonly HostileCase[] = [
  polluted("every method of Array.prototype throws", everyMethod("Array.prototype", BROKEN)),
  polluted("every method of Array.prototype does nothing", everyMethod("Array.prototype", SILENT)),
  polluted("every method of String.prototype throws", everyMethod("String.prototype", BROKEN)),
  polluted("every method of String.prototype does nothing", everyMethod("String.prototype", SILENT)),
  polluted("every method of Object throws", everyMethod("Object", BROKEN)),
  polluted("every method of Object.prototype throws", everyMethod("Object.prototype", BROKEN)),
  polluted("every method of Function.prototype throws", everyMethod("Function.prototype", BROKEN)),
  polluted(
    "every method of Map, Set and their iterators throws",
    `${everyMethod("Object.getPrototypeOf(new Map().entries())", BROKEN)} ${everyMethod("Map.prototype", BROKEN)} ${everyMethod("Set.prototype", BROKEN)}`,
  ),
  polluted(
    "every method of WeakMap and WeakRef throws",
    `${everyMethod("WeakMap.prototype", BROKEN)} ${everyMethod("WeakRef.prototype", BROKEN)}`,
  ),
  polluted("every method of RegExp.prototype throws", everyMethod("RegExp.prototype", BROKEN)),
  polluted("every method of Date and Date.prototype throws", `${everyMethod("Date", BROKEN)} ${everyMethod("Date.prototype", BROKEN)}`),
  polluted(
    "every method of Math and Number throws",
    `${everyMethod("Math", BROKEN)} ${everyMethod("Number", BROKEN)} ${everyMethod("Number.prototype", BROKEN)}`,
  ),
  polluted("every method of JSON throws", everyMethod("JSON", BROKEN)),
  polluted("JSON.stringify answers nonsense", 'JSON.stringify = () => "{nonsense"; JSON.parse = () => ({ again: false });'),
  polluted(
    "every method of Reflect throws",
    `const { ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect; for (const key of ownKeys(Reflect)) if (typeof Reflect[key] === "function") Reflect[key] = ${BROKEN};`,
  ),
  polluted(
    "every method of Symbol and Symbol.prototype throws",
    `${everyMethod("Symbol", BROKEN)} ${everyMethod("Symbol.prototype", BROKEN)}`,
  ),
  polluted(
    "every method of TypedArrays, ArrayBuffer and DataView throws",
    `${everyMethod("Object.getPrototypeOf(Uint8Array.prototype)", BROKEN)} ${everyMethod("ArrayBuffer.prototype", BROKEN)} ${everyMethod("DataView.prototype", BROKEN)}`,
  ),
  polluted("the iterator of arrays is gone", "delete Array.prototype[Symbol.iterator];"),
  polluted(
    "the iterator of arrays never ends",
    "Array.prototype[Symbol.iterator] = function () { return { next: () => ({ done: false, value: 1 }) }; };",
  ),
  polluted("the iterator of arrays throws", `Array.prototype[Symbol.iterator] = ${BROKEN};`),
  polluted("next of the array iterator throws", `Object.getPrototypeOf([][Symbol.iterator]()).next = ${BROKEN};`),
  polluted("the iterator of strings throws", `String.prototype[Symbol.iterator] = ${BROKEN};`),
  polluted("next of generators throws", `Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = ${BROKEN};`),
  polluted(
    "an accessor at every index of Array.prototype",
    `for (let i = 0; i < 30; i++) { ${trap("Array.prototype", "0").replace('"0"', "String(i)").replace("polluted 0", "polluted index")} }`,
  ),
  polluted(
    "a setter at every index of Object.prototype",
    "for (let i = 0; i < 30; i++) Reflect.defineProperty(Object.prototype, String(i), { __proto__: null, configurable: true, set() {}, get() { return 'polluted'; } });",
  ),
  polluted("a getter of a property descriptor on Object.prototype", 'Object.prototype.get = () => "polluted";'),
  polluted("a setter of a property descriptor on Object.prototype", "Object.prototype.set = () => {};"),
  polluted("a value of a property descriptor on Object.prototype", 'Object.prototype.value = "polluted";'),
  polluted(
    "writable, enumerable and configurable on Object.prototype",
    "Object.prototype.writable = Object.prototype.enumerable = Object.prototype.configurable = true;",
  ),
  ...[
    "then",
    "message",
    "name",
    "stack",
    "code",
    "kind",
    "path",
    "text",
    "errorType",
    "requestId",
    "level",
    "timestamp",
    "constructor",
    "exports",
    "listener",
    "once",
    "length",
    "status",
    "again",
    "type",
    "main",
  ]
    .filter((key) => key !== "again" && key !== "constructor")
    .map((key) => polluted(`an accessor "${key}" on Object.prototype`, trap("Object.prototype", key))),
  polluted("toJSON on Object.prototype", 'Object.prototype.toJSON = function () { return "polluted"; };'),
  polluted("toJSON on Array.prototype and String.prototype", 'Array.prototype.toJSON = String.prototype.toJSON = () => "polluted";'),
  polluted("toString and valueOf on Object.prototype throw", `Object.prototype.toString = Object.prototype.valueOf = ${BROKEN};`),
  polluted("Symbol.toPrimitive on Object.prototype throws", `Object.prototype[Symbol.toPrimitive] = ${BROKEN};`),
  polluted(
    "Symbol.toStringTag on Object.prototype throws",
    "Object.defineProperty(Object.prototype, Symbol.toStringTag, { get() { throw new Error('polluted'); } });",
  ),
  polluted(
    "a then on Object.prototype that never settles",
    value("Object.prototype", "then", "function () {}"),
    { status: "error", errorType: "Runtime.ExitError" },
    { then: { status: "error", errorType: "Runtime.ExitError" } },
  ),
  polluted("Promise.prototype.then does nothing", "Promise.prototype.then = () => {};"),
  polluted("Promise.prototype.then throws", `Promise.prototype.then = ${BROKEN};`),
  polluted("Promise.prototype.catch and finally throw", `Promise.prototype.catch = Promise.prototype.finally = ${BROKEN};`),
  polluted("every method of Promise throws", everyMethod("Promise", BROKEN)),
  // In the handler: the engine asks for the species itself when it imports a module.
  hostile(
    "prototype pollution",
    "Symbol.species of Promise throws",
    `Object.defineProperty(Promise, Symbol.species, { get() { throw new Error("polluted"); } }); ${EVERYTHING}`,
    FINE,
    { module: KEPT },
  ),
  polluted(
    "Symbol.species of Array and RegExp throws",
    "for (const C of [Array, RegExp, Map, Set, ArrayBuffer]) Object.defineProperty(C, Symbol.species, { get() { throw new Error('polluted'); } });",
  ),
  polluted(
    "the constructor of functions and arrays is another",
    "Array.prototype.constructor = Function.prototype.constructor = class Other {};",
  ),
  polluted("RegExp.prototype.exec answers nonsense", "RegExp.prototype.exec = () => ({}); RegExp.prototype.test = () => true;"),
  polluted(
    "Symbol.split, replace and match of RegExp throw",
    "for (const s of [Symbol.split, Symbol.replace, Symbol.match, Symbol.matchAll, Symbol.search]) RegExp.prototype[s] = () => { throw new Error('polluted'); };",
  ),
  polluted(
    "Symbol.replace on String.prototype",
    "String.prototype[Symbol.replace] = String.prototype[Symbol.split] = () => { throw new Error('polluted'); };",
  ),
  polluted("Error is another class", "globalThis.Error = class Error { constructor() { throw 'polluted'; } };"),
  polluted("Error.captureStackTrace throws", `Error.captureStackTrace = ${BROKEN};`),
  polluted(
    "Error.prototype.toString, name and message are accessors that throw",
    "for (const key of ['name', 'message', 'toString']) Object.defineProperty(Error.prototype, key, { configurable: true, get() { throw 'polluted'; }, set() {} });",
  ),
  polluted(
    "Function.prototype[Symbol.hasInstance] is asked for a lie",
    "Object.defineProperty(Error, Symbol.hasInstance, { value: () => true });",
  ),
  polluted(
    "every global that can be deleted is deleted",
    "const { deleteProperty } = Reflect; const scope = globalThis; for (const key of Object.getOwnPropertyNames(scope)) deleteProperty(scope, key);",
  ),
  polluted(
    "Date, JSON, Math, Map, Object and Reflect are deleted",
    "for (const key of ['Date', 'JSON', 'Math', 'Map', 'Object', 'Reflect', 'Array', 'String', 'Symbol', 'Proxy', 'RegExp']) delete globalThis[key];",
  ),
  hostile("prototype pollution", "console, process and Promise are deleted", 'return "fine";', returns('"fine"'), {
    module: "delete globalThis.console; delete globalThis.process; delete globalThis.Promise;",
  }),
  // The runtime client reports errors through the very console that the code sees, so it fails with it.
  hostile(
    "prototype pollution",
    "console is replaced by something without methods",
    'throw new Error("as thrown");',
    exits("exit status 1"),
    { module: "globalThis.console = null;" },
  ),
  hostile(
    "prototype pollution",
    "console.error throws while an error is reported",
    'throw new Error("as thrown");',
    exits("exit status 1", { logs: [/Error: polluted/] }),
    { module: `console.error = console.log = ${BROKEN};` },
  ),
  hostile("prototype pollution", "globalThis is frozen", 'return "fine";', returns('"fine"'), { module: "Object.freeze(globalThis);" }),
  polluted("Object.prototype is frozen", "Object.freeze(Object.prototype);"),
  polluted(
    "every intrinsic is frozen",
    "for (const I of [Object, Array, Function, String, Number, Promise, Map, Set, Error, RegExp, Date, Symbol, Reflect, JSON, Math]) { Object.freeze(I); I.prototype && Object.freeze(I.prototype); }",
  ),
  polluted(
    "Object.defineProperty is another function",
    "Object.defineProperty = Object.defineProperties = (o) => o; Reflect.defineProperty = () => false;",
  ),
  polluted(
    "Object.prototype has a null prototype that cannot be set, and a __proto__ accessor that throws",
    "Object.defineProperty(Object.prototype, '__proto__', { configurable: true, get() { throw new Error('polluted'); }, set() { throw new Error('polluted'); } });",
  ),
  polluted("Array.prototype's length is a million", "Array.prototype.length = 1e6;"),
  polluted(
    "the prototypes of Array and Function are changed",
    "Object.setPrototypeOf(Array.prototype, new Proxy({}, { get() { throw new Error('polluted'); }, has: () => true }));",
  ),
  polluted("process.emit, on and nextTick are replaced", "process.emit = process.on = () => { throw new Error('polluted'); };"),
  polluted(
    "process.stdout.write counts",
    "const write = process.stdout.write; let n = 0; process.stdout.write = (...args) => (n++, write(...args));",
  ),
  // As in Lambda's own client, which writes the trace's id into it at every invocation.
  polluted("process.env is replaced", "process.env = null;", exits("exit status 1"), { then: exits("exit status 1") }),
  polluted(
    "setTimeout and setImmediate are wrapped",
    "for (const name of ['setTimeout', 'setImmediate', 'queueMicrotask']) { const original = globalThis[name]; globalThis[name] = (...args) => original(...args); }",
  ),
  polluted(
    "setImmediate is gone from the global object",
    "const keep = setImmediate; Object.defineProperty(globalThis, 'setImmediate', { configurable: true, get: () => keep });",
  ),
  polluted(
    "async functions have another constructor",
    "Object.defineProperty(Object.getPrototypeOf(async () => {}), 'constructor', { value: function Other() {} });",
  ),
  hostile(
    "prototype pollution",
    "an error is thrown with Array.prototype broken",
    'throw new TypeError("as thrown");',
    throws("TypeError", "as thrown"),
    { module: REPLACE_ALL + everyMethod("Array.prototype", BROKEN) },
  ),
  hostile(
    "prototype pollution",
    "an error is thrown with String.prototype broken",
    'throw new TypeError("as thrown");',
    throws("TypeError", "as thrown"),
    { module: REPLACE_ALL + everyMethod("String.prototype", BROKEN) },
  ),
  hostile(
    "prototype pollution",
    "an error is thrown with toJSON on Object.prototype",
    'throw new TypeError("as thrown");',
    throws("TypeError", "as thrown"),
    { module: "Object.prototype.toJSON = () => 1;", then: returns('"works"') },
  ),
  hostile(
    "prototype pollution",
    "an error is thrown with setters at the indices of Array.prototype",
    'throw new TypeError("as thrown");',
    { status: "failure", payload: /"trace":\["TypeError: as thrown"," {4}at BufferedInvokeProcessor\.handler / },
    {
      module:
        "for (let i = 0; i < 30; i++) Object.defineProperty(Array.prototype, String(i), { configurable: true, set() {}, get() { return 'polluted'; } });",
    },
  ),
  hostile(
    "prototype pollution",
    "an error of the engine's own with the whole of Object.prototype polluted",
    "null.x;",
    throws("TypeError", "Cannot read properties of null (reading 'x')"),
    {
      module:
        "for (const key of ['get', 'set', 'value', 'message', 'stack', 'frames', 'name', 'file', 'line', 'column', 'toJSON']) Object.defineProperty(Object.prototype, key, { __proto__: null, configurable: true, get() { return undefined; }, set() {} });",
    },
  ),
  hostile(
    "prototype pollution",
    "console.log of objects with much of Array.prototype broken",
    'console.log({ a: [1, { b: new Map() }] }); return "fine";',
    returns('"fine"', { logs: [/\{ a: \[ 1, \{ b: Map\(0\) \{\} \} \] \}/] }),
    {
      // Node.js has loaded what prints before any handler; the simulator loads it when it first prints. Not `push`: Node's own
      // formatRaw calls it as a method (lib/internal/util/inspect.js), and its console.log throws too.
      module: `console.log({}); for (const key of ["map", "filter", "forEach", "join", "slice", "sort", "indexOf"]) Array.prototype[key] = ${BROKEN};`,
    },
  ),
  hostile("prototype pollution", "a built-in module at work with everything broken", 'return basename("/a/b.txt");', returns('"b.txt"'), {
    module: `import { basename } from "node:path"; ${REPLACE_ALL} ${everyMethod("Array.prototype", BROKEN)} ${everyMethod("Object", BROKEN)} ${everyMethod("JSON", BROKEN)}`,
  }),
  {
    kind: "prototype pollution",
    name: "a callback handler of nodejs22.x with everything broken",
    files: {
      "index.js": `${REPLACE_ALL} ${everyMethod("Array.prototype", BROKEN)} ${everyMethod("Object", BROKEN)} ${everyMethod("JSON", BROKEN)} ${everyMethod("Promise.prototype", BROKEN)} ${everyMethod("String.prototype", BROKEN)} exports.handler = (event, context, callback) => callback(null, event.again ? "works" : "fine");`,
    },
    options: { Runtime: "nodejs22.x" },
    expected: returns('"fine"'),
  },
  {
    kind: "prototype pollution",
    name: "an unhandled rejection of nodejs22.x with iterators broken",
    files: {
      "index.js": `exports.handler = async (event) => { if (event.again) return "works"; delete Array.prototype[Symbol.iterator]; Map.prototype.entries = null; Promise.reject(new Error("unhandled")); await new Promise((resolve) => setTimeout(resolve, 5)); };`,
    },
    options: { Runtime: "nodejs22.x" },
    expected: {
      status: "error",
      errorType: "Runtime.ExitError",
      payload: /"errorType":"Runtime\.UnhandledPromiseRejection","errorMessage":"Error: unhandled"/,
    },
  },
];
