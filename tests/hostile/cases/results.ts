/** Results that JSON cannot express, that do not fit, or that do something when they are looked at. */
import { type Expected, type HostileCase, hostile, type Kind, returns, throws, timesOut } from "../case.ts";

const notJson = throws("Runtime.JSONStringifyError", "Unable to stringify response body");
const tooLarge: Expected = {
  status: "error",
  errorType: "Function.ResponseSizeTooLarge",
  payload:
    '{"errorMessage":"Response payload size exceeded maximum allowed payload size (6291556 bytes).","errorType":"Function.ResponseSizeTooLarge"}',
};
const result =
  (kind: Kind) =>
  (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
    hostile(kind, name, body, expected, more);
const BIG = { options: { MemorySize: 1769, Timeout: 30 } };
const LIMIT = 6_291_556;

const circular = result("circular result");
const bigint = result("BigInt result");
const big = result("7 MB result");
const surrogates = result("lone surrogates");
const toJson = result("toJSON");
const looping = result("looping Proxy or getter");
const odd = result("odd result");

/** The same in the callback of nodejs22.x. */
const old = (kind: Kind, name: string, body: string, expected: Expected): HostileCase => ({
  kind,
  name,
  files: { "index.js": `exports.handler = async (event) => { if (event.again) return "works"; ${body} };` },
  options: { Runtime: "nodejs22.x" },
  expected,
});
const oldNotJson = throws("Error", "Unable to stringify response body");

export const HOSTILE_RESULTS: readonly HostileCase[] = [
  circular("an object that holds itself", "const o = {}; o.o = o; return o;", notJson),
  circular("an array that holds itself", "const a = []; a.push(a); return a;", notJson),
  circular(
    "a circle of a thousand",
    "const first = {}; let o = first; for (let i = 0; i < 1000; i++) o = o.next = {}; o.next = first; return first;",
    notJson,
  ),
  circular("a circle through a getter", "const o = { get self() { return o; } }; return o;", notJson),
  circular("a circle through toJSON", "const o = { toJSON() { return { o }; } }; return o;", notJson),
  circular(
    "a circle through a Proxy",
    "const p = new Proxy({ a: 1 }, { get: (t, key) => (key === 'toJSON' ? undefined : p) }); return p;",
    notJson,
  ),
  circular("globalThis", "return globalThis;", { status: "failure" }),
  old("circular result", "an object that holds itself, on nodejs22.x", "const o = {}; o.o = o; return o;", oldNotJson),
  hostile(
    "circular result",
    "a circle that is logged as JSON",
    "const o = { a: 1 }; o.o = o; console.log(o); return 'logged';",
    returns('"logged"', { logs: [/<ref \*1> \{ a: 1, o: \[Circular \*1\] \}/] }),
    { options: { LoggingConfig: { LogFormat: "JSON" } } },
  ),

  bigint("a BigInt", "return 1n;", notJson),
  bigint("a BigInt in an object", "return { n: 1n };", notJson),
  bigint("a BigInt in an array", "return [[[1n]]];", notJson),
  bigint("a BigInt object", "return Object(1n);", notJson),
  bigint("a BigInt with a toJSON", "BigInt.prototype.toJSON = function () { return `${this}`; }; return 1n;", returns('"1"')),
  bigint(
    "a BigInt of a million digits in toJSON",
    "BigInt.prototype.toJSON = function () { return this.toString(16).length; }; return 1n << 400_000n;",
    returns("100001"),
  ),
  bigint("a BigInt among log lines", "console.log({ n: 1n }, 2n); return 'logged';", returns('"logged"', { logs: [/\{ n: 1n \} 2n/] })),
  old("BigInt result", "a BigInt on nodejs22.x", "return 1n;", oldNotJson),

  big("a text of 7 MB", 'return "x".repeat(7 * 2 ** 20);', tooLarge, BIG),
  big("an object of 7 MB", 'return Array.from({ length: 7000 }, () => ({ text: "x".repeat(1000) }));', tooLarge, BIG),
  big("a text of exactly the limit", `return "x".repeat(${LIMIT - 2});`, returns(/^"x+/), BIG),
  big("a text of one byte more than the limit", `return "x".repeat(${LIMIT - 1});`, tooLarge, BIG),
  big("7 MB in UTF-8, 2.4 million characters", 'return "가".repeat(2_400_000);', tooLarge, BIG),
  big("1.2 million characters that become 7 MB of escapes", 'return "\\0".repeat(1_200_000);', tooLarge, BIG),
  big("thirty megabytes", 'return "x".repeat(3e7);', tooLarge, BIG),
  big("an error whose message and stack are 3.5 MB each", 'throw new Error("x".repeat(3.5 * 2 ** 20));', tooLarge, BIG),
  big("7 MB on 128 MB of memory", 'return "x".repeat(7 * 2 ** 20);', tooLarge, { options: { Timeout: 30 } }),
  old("7 MB result", "7 MB on nodejs22.x", 'return "x".repeat(7 * 2 ** 20);', tooLarge),

  surrogates("a lone high surrogate", 'return "\\ud800";', returns('"\\ud800"')),
  surrogates("a lone low surrogate", 'return "\\udfff!";', returns('"\\udfff!"')),
  surrogates("surrogates in the wrong order", 'return "\\udc00\\ud800";', returns('"\\udc00\\ud800"')),
  surrogates("a lone surrogate in a key", 'return { "\\ud83d": 1 };', returns('{"\\ud83d":1}')),
  surrogates("a lone surrogate in an error", 'throw new Error("\\ud800 error");', throws("Error", "\ud800 error")),
  surrogates(
    "a lone surrogate in the log",
    'console.log("a\\ud800b", { s: "\\udc00" }); process.stdout.write("c\\ud800d\\n"); return "logged";',
    returns('"logged"', { logs: [/\ta\ufffdb \{ s: '\\udc00' \}$/, /^c\ufffdd$/] }),
  ),
  surrogates("a pair cut by a slice", 'return ["😀".slice(0, 1), "😀".slice(1), "😀"];', returns('["\\ud83d","\\ude00","😀"]')),
  surrogates("lone surrogates in the event", "return [event.s.length, event.s.isWellFormed(), event.s];", returns('[1,false,"\\ud800"]'), {
    event: '{"s":"\\ud800"}',
  }),
  surrogates("NUL and DEL in result and log", 'console.log("a\\0b"); return "\\0\\x7f";', returns('"\\u0000\x7f"', { logs: [/\ta\0b$/] })),

  toJson("a toJSON that throws", 'return { toJSON() { throw new Error("inner"); } };', notJson),
  toJson("a toJSON that throws nothing much", "return { toJSON() { throw undefined; } };", notJson),
  toJson("a toJSON that loops", "return { toJSON() { for (;;); } };", timesOut()),
  toJson("a toJSON that returns itself", "return { a: 1, toJSON() { return this; } };", returns('{"a":1}')),
  toJson("a toJSON that returns undefined", "return { toJSON() {} };", returns("null")),
  toJson("a toJSON that returns a function", "return { toJSON: () => () => {} };", returns("null")),
  toJson("a toJSON that is no function", "return { a: 1, toJSON: 5 };", returns('{"a":1,"toJSON":5}')),
  toJson("a toJSON that recurses", "return { toJSON() { return JSON.stringify(this); } };", notJson),
  toJson(
    "a toJSON that changes what is being written",
    "const list = [1, 2, 3]; list[0] = { toJSON() { list.length = 1; return 'cut'; } }; return list;",
    returns('["cut",null,null]'),
  ),
  toJson(
    "a toJSON that pollutes JSON.stringify",
    "return { toJSON() { JSON.stringify = () => 'polluted'; return 'clean'; } };",
    returns('"clean"'),
  ),
  toJson("a toJSON that awaits", "return { async toJSON() { await null; return 1; } };", returns("{}")),
  toJson(
    "a toJSON in an error's own property",
    "throw Object.assign(new Error('x'), { detail: { toJSON() { throw new Error('inner'); } } });",
    throws("Error", "x"),
  ),
  old("toJSON", "a toJSON that throws on nodejs22.x", 'return { toJSON() { throw new Error("inner"); } };', oldNotJson),

  looping(
    "a Proxy whose get never returns",
    "return new Proxy({ a: 1 }, { get(t, key) { if (key === 'then') return undefined; for (;;); } });",
    timesOut(),
  ),
  looping("a Proxy whose ownKeys never returns", "return new Proxy({}, { ownKeys() { for (;;); } });", timesOut()),
  looping(
    "a Proxy with endless keys",
    "let n = 0; return new Proxy({}, { ownKeys: () => Array.from({ length: 1e6 }, () => `k${n++}`), getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }) });",
    { status: "timeout", duration: 1000 },
  ),
  looping(
    "a Proxy whose get throws",
    "return new Proxy({ a: 1 }, { get(t, key) { if (key === 'then') return undefined; throw new Error('trap'); } });",
    notJson,
  ),
  looping(
    "a Proxy whose every value is a Proxy",
    "const deep = () => new Proxy({ x: 1 }, { get: (t, key) => (key === 'x' ? deep() : undefined) }); return deep();",
    notJson,
  ),
  looping("a Proxy of an array of endless length", "return new Proxy([], { get: (t, key) => (key === 'length' ? 2 ** 50 : undefined) });", {
    status: "timeout",
    duration: 1000,
  }),
  looping("a revoked Proxy", "const { proxy, revoke } = Proxy.revocable({}, {}); revoke(); return [proxy];", notJson),
  looping(
    "a Proxy whose then is asked for and throws",
    "return new Proxy({}, { get(t, key) { throw new Error(`asked for ${String(key)}`); } });",
    throws("Error", "asked for then"),
  ),
  looping("a getter that loops", "return { get x() { for (;;); } };", timesOut()),
  looping("a getter that throws", "return { get x() { throw new Error('inner'); } };", notJson),
  looping(
    "a getter that grows the object",
    "const o = { get x() { o[`y${Object.keys(o).length}`] = 1; return 1; } }; return o;",
    returns('{"x":1}'),
  ),
  looping("a getter that deletes what follows", "const o = { get a() { delete o.b; return 1; }, b: 2 }; return o;", returns('{"a":1}')),
  looping(
    "a getter that is logged",
    "console.log({ get x() { for (;;); } }, new Proxy({}, { get() { for (;;); } })); return 'logged';",
    returns('"logged"', { logs: [/\{ x: \[Getter\] \} \{\}/] }),
  ),

  odd("undefined", "return undefined;", returns("null")),
  odd("a function", "return () => {};", returns("null")),
  odd("a symbol", "return Symbol('x');", returns("null")),
  odd("NaN and infinities", "return [Number.NaN, Infinity, -Infinity, -0];", returns("[null,null,null,0]")),
  odd("an invalid date", "return [new Date(Number.NaN)];", returns("[null]")),
  odd("a date beyond all", "return { get d() { return new Date(8.64e15 + 1).toISOString(); } };", notJson),
  odd("a thenable that never settles", "return { then() {} };", { status: "error", errorType: "Runtime.ExitError" }),
  odd(
    "a thenable that settles twice",
    "return { then(resolve, reject) { resolve('first'); resolve('second'); reject(new Error('third')); } };",
    returns('"first"'),
  ),
  odd(
    "a thenable that throws after it has settled",
    "return { then(resolve) { resolve('first'); throw new Error('after'); } };",
    returns('"first"'),
  ),
  odd("a thenable that throws", "return { then() { throw new Error('at once'); } };", throws("Error", "at once")),
  odd(
    "a thenable that resolves with a thenable that rejects",
    "return { then(resolve) { resolve({ then: (_, reject) => reject(new Error('inner')) }); } };",
    throws("Error", "inner"),
  ),
  odd("a then that is a getter that throws", "return { get then() { throw new Error('asked'); } };", throws("Error", "asked")),
  odd("a then that is no function", "return { then: 1 };", returns('{"then":1}')),
  odd("undefined, thrown", "throw undefined;", throws("undefined", /./)),
  odd("null, thrown", "throw null;", { status: "failure" }),
  odd("a symbol, thrown", "throw Symbol('x');", throws("symbol", "Symbol(x)")),
  // Nothing makes a text of it, so reporting it fails.
  odd("an object without a prototype, thrown", "throw Object.create(null);", { status: "error", errorType: "Runtime.ExitError" }),
  odd("a number, thrown", "throw 42;", throws("number", "42")),
  odd("a Map, a Set and a regular expression", "return [new Map([[1, 2]]), new Set([1]), /x/];", returns("[{},{},{}]")),
  odd("typed arrays", "return [new Uint8Array(3), new Float64Array(1)];", returns('[{"0":0,"1":0,"2":0},{"0":0}]')),
  odd("an array with a million holes", "return new Array(1e6);", returns(/^\[null,null/), { options: { MemorySize: 1769, Timeout: 30 } }),
  odd(
    "__proto__ as a key",
    'return JSON.parse(\'{"__proto__":{"a":1},"constructor":1}\');',
    returns('{"__proto__":{"a":1},"constructor":1}'),
  ),
  odd("__proto__ in the event", "return [event.a, ({}).a, Object.keys(event)];", returns('[null,null,["__proto__"]]'), {
    event: '{"__proto__":{"a":1}}',
  }),
  odd("an event that is a number", "return event;", returns("42"), { event: "42" }),
  odd("an event of many keys", "return Object.keys(event).length;", returns("50000"), {
    event: JSON.stringify(Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`k${i}`, i]))),
    options: { MemorySize: 1769, Timeout: 30 },
  }),
  odd("an event with a number of a million digits", "return event.n;", returns("null"), {
    event: `{"n":${"9".repeat(1e6)}}`,
    options: { MemorySize: 1769, Timeout: 30 },
  }),
];
