/** Ways that lead out of other sandboxes: here there is nothing behind them but the sandbox itself. */
import { type Expected, exits, type HostileCase, hostile, returns, throws } from "../case.ts";

const NONE = returns("[]");
/** Names that only a host has: a browser, Node, or the simulator. fetch and WebSocket are the guest's own (hostile kind “network trick”). */
const FOREIGN =
  "['window','self','document','WebAssembly','postMessage','importScripts','XMLHttpRequest','Worker','Deno','Bun','navigator','location','indexedDB','caches','std','bjson','scriptArgs','__lambdaLab','lambdaLabBoot','onmessage'].filter((name) => name in root && root[name] !== undefined)";
const chain = (name: string, root: string, expected: Expected = NONE) =>
  hostile("constructor chain", name, `const root = ${root};\n  return root === globalThis ? ${FOREIGN} : "another global";`, expected);
const trick = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("stack trace trick", name, body, expected, more);

export const CONSTRUCTOR_CHAINS: readonly HostileCase[] = [
  chain("({}).constructor.constructor", '({}).constructor.constructor("return this")()'),
  chain(
    "the constructor of the handler",
    'Object.getPrototypeOf(async () => {}).constructor("return globalThis") && new (Object.getPrototypeOf(function () {}).constructor)("return this")()',
  ),
  chain("the constructor of an async function", 'await Object.getPrototypeOf(async () => {}).constructor("return globalThis")()'),
  chain(
    "the constructor of a generator function",
    'Object.getPrototypeOf(function* () {}).constructor("return globalThis")().next().value',
  ),
  chain(
    "the constructor of an async generator function",
    '(await Object.getPrototypeOf(async function* () {}).constructor("yield globalThis")().next()).value',
  ),
  chain("the constructor of the context's function", 'context.getRemainingTimeInMillis.constructor("return this")()'),
  chain("the constructor of console.log", 'console.log.constructor("return this")()'),
  chain("the constructor of process.stdout.write", 'process.stdout.write.constructor("return this")()'),
  chain("the constructor of Math.random, which is the host's", 'Math.random.constructor("return this")()'),
  chain(
    "the constructor of an error of the host",
    'await import("./nothing.mjs").catch((error) => error.constructor.constructor("return this")())',
  ),
  chain(
    "the constructor of an error of the engine",
    '(() => { try { null.x; } catch (error) { return error.constructor.constructor("return this")(); } })()',
  ),
  chain(
    "the constructor of an error of the stack",
    '(() => { const f = () => f(); try { f(); } catch (error) { return error.constructor.constructor("return this")(); } })()',
  ),
  chain("indirect eval", '(0, eval)("this")'),
  chain(
    "a timer's function",
    'await new Promise((done) => setTimeout(function () { done(this.constructor.constructor("return this")()); }))',
  ),
  chain("the global of a module's require", '(await import("node:module")).createRequire("/var/task/index.mjs")("node:vm") && globalThis'),
  hostile(
    "constructor chain",
    "Function.prototype.caller and arguments",
    "try { return String((function f() { return f.caller; })()); } catch (error) { return error.name; }",
    returns('"TypeError"'),
  ),
  hostile(
    "constructor chain",
    "arguments.callee",
    "try { (function () { 'use strict'; return arguments.callee; })(); } catch (error) { return error.name; }",
    returns('"TypeError"'),
  ),
  hostile(
    "constructor chain",
    "an import of what is the simulator's own",
    "const found = []; for (const name of ['lambda-lab:internal', 'lambda-lab:boot', 'lambda-lab:meta?x', 'lambda-lab:meta?{}', 'lambda-lab:require', 'lambda-lab:refused-0', 'internal/inspect', 'node:internal/inspect', 'std', 'os:', 'qjs:os', 'qjs:std', 'bjson', 'file:///etc/passwd', 'file:///%', 'file:///%ff', '/proc/self/environ', '../../../etc/passwd', 'https://example.com/x.mjs', 'data:text/javascript,export default globalThis', 'blob:x', '\\0', '', ' ', '.', '..', '/', '#x', 'node:', '\\ud800', 'a'.repeat(1e5)]) await import(name).then(() => found.push(name), () => {}); return found;",
    returns("[]"),
  ),
  hostile(
    "constructor chain",
    "a require of what is the simulator's own",
    "const { createRequire } = await import('node:module'); const require = createRequire('/var/task/index.mjs'); const found = []; for (const name of ['lambda-lab:internal', 'internal/inspect', 'node:internal/inspect', 'binding', 'primordials', '/etc/passwd', '../../../etc/passwd', 'file:///x', '%', '\\0', '', '.', '..', '/', '#x', 'node:', 'a'.repeat(1e5), '__proto__', 'constructor', 'toString', 'hasOwnProperty']) try { require(name); found.push(name); } catch {} return found;",
    returns("[]"),
  ),
  hostile(
    "constructor chain",
    "process.binding and its kin",
    "return ['binding', '_linkedBinding', 'dlopen', 'mainModule', '_getActiveHandles'].filter((name) => { try { return process[name]?.('fs') !== undefined; } catch { return false; } });",
    returns("[]"),
  ),
  hostile(
    "constructor chain",
    "what a Proxy around the context sees of the client",
    "const seen = []; for (const key of Reflect.ownKeys(context)) if (typeof context[key] === 'function') seen.push(String(key)); return seen;",
    returns('["getRemainingTimeInMillis"]'),
  ),
];

export const STACK_TRACE_TRICKS: readonly HostileCase[] = [
  trick(
    "prepareStackTrace that throws",
    'Error.prepareStackTrace = () => { throw new Error("inner"); }; try { new Error("x").stack; } catch {} return "fine";',
    returns('"fine"'),
  ),
  trick("prepareStackTrace that loops", "Error.prepareStackTrace = () => { for (;;); }; new Error('x').stack;", {
    status: "timeout",
    duration: 1000,
  }),
  trick(
    "prepareStackTrace that makes errors",
    "let n = 0; Error.prepareStackTrace = () => { n++; return new Error('inner').stack; }; try { new Error('x').stack; } catch {} return n > 0;",
    returns("true"),
  ),
  trick(
    "prepareStackTrace that returns an object",
    "Error.prepareStackTrace = (error, sites) => ({ error, sites }); const { stack } = new Error('x'); return [typeof stack, stack.sites.length > 0];",
    returns('["object",true]'),
  ),
  trick(
    "prepareStackTrace that returns what it was given",
    "Error.prepareStackTrace = (error, sites) => sites; throw new Error('x');",
    throws("handled", /./),
  ),
  trick(
    "functions on the stack, handed out by call sites",
    "Error.prepareStackTrace = (_, sites) => sites; const sites = new Error('x').stack; Error.prepareStackTrace = undefined; const found = sites.map((site) => [site.getFileName?.(), site.getFunction?.(), site.getThis?.()]); return found.filter(([file, fn, self]) => fn !== undefined || self !== undefined || !String(file).startsWith('file:///var/task/')).filter(([file]) => !/^(?:file:\\/\\/\\/var\\/runtime|node:)/.test(String(file))).length;",
    returns("0"),
  ),
  trick("stackTraceLimit of nothing", "Error.stackTraceLimit = 0; throw new Error('x');", throws("Error", "x")),
  trick(
    "stackTraceLimit of infinity, deep down",
    "Error.stackTraceLimit = Infinity; const f = (n) => { if (n === 0) throw new Error('deep'); f(n - 1); }; f(500);",
    throws("Error", "deep"),
  ),
  trick(
    "stackTraceLimit that is no number",
    "Error.stackTraceLimit = { valueOf() { throw new Error('polluted'); } }; throw new Error('x');",
    throws("Error", "x"),
  ),
  trick(
    "a stack property that throws",
    "const error = new Error('x'); Object.defineProperty(error, 'stack', { get() { throw new Error('inner'); } }); throw error;",
    throws("handled", /./),
  ),
  trick("a stack that is no text", "const error = new Error('x'); error.stack = 5; throw error;", throws("handled", /./)),
  trick(
    "a message that is a getter that loops",
    "const error = new Error('x'); Object.defineProperty(error, 'message', { get() { for (;;); } }); throw error;",
    { status: "timeout", duration: 1000 },
  ),
  trick("a name that is a symbol", "const error = new Error('x'); error.name = Symbol('odd'); throw error;", throws("handled", /./)),
  trick("a Proxy around an error", "throw new Proxy(new Error('x'), { get() { throw new Error('inner'); } });", throws("handled", /./)),
  trick(
    "an error whose prototype is a Proxy that throws",
    "const error = new Error('x'); Object.setPrototypeOf(error, new Proxy({}, { get() { throw new Error('inner'); }, getPrototypeOf() { throw new Error('inner'); } })); throw error;",
    exits("exit status 1"),
  ),
  trick(
    "captureStackTrace onto odd things",
    "for (const odd of [{}, [], () => {}, new Proxy({}, {}), globalThis]) Error.captureStackTrace(odd); try { Error.captureStackTrace(1); } catch (error) { return error.name; }",
    returns('"TypeError"'),
  ),
  trick(
    "frames without end in the message",
    "throw new Error(('\\n    at handler (file:///var/task/index.mjs:1:1)').repeat(1e4));",
    throws("Error", /./),
    { options: { MemorySize: 512 } },
  ),
  trick(
    "file names with per cent signs and line breaks",
    "eval('throw new Error(\"x\")\\n//# sourceURL=file:///%%%\\u2028');",
    throws("Error", "x"),
  ),
  trick(
    "an error whose cause is itself, printed",
    "const error = new Error('x'); error.cause = error; console.log(error); return 'logged';",
    returns('"logged"', { logs: [/\[Circular \*1\]/] }),
  ),
  trick("a million errors", "for (let i = 0; ; i++) new Error('x').stack;", { status: "timeout", duration: 1000 }),
  trick(
    "a class that pretends to be an error",
    "class Odd { get name() { return this; } get message() { return this; } get stack() { return this; } } throw new Odd();",
    { status: "failure" },
  ),
];
