/** Nesting by the hundred thousand, in source text, in JSON and in values. */
import { type Expected, type HostileCase, hostile, returns, throws, tooDeep } from "../case.ts";

const DEPTH = 100_000;
const MORE = { options: { MemorySize: 1769, Timeout: 30 } };

/** `source` is an expression of the code that evaluates to source text. */
const source = (name: string, source: string, expected: Expected = tooDeep) =>
  hostile("deep source", name, `const n = ${DEPTH}; return typeof eval(${source});`, expected, MORE);
const json = (name: string, body: string, expected: Expected = tooDeep, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("deep JSON", name, body, expected, { ...MORE, ...more });
const structure = (name: string, body: string, expected: Expected = tooDeep) => hostile("deep structure", name, body, expected, MORE);

export const DEEP_SOURCE: readonly HostileCase[] = [
  source("parentheses", "'('.repeat(n) + '1' + ')'.repeat(n)"),
  source("brackets", "'['.repeat(n) + ']'.repeat(n)"),
  source("braces of blocks", "'{'.repeat(n) + '}'.repeat(n)"),
  source("braces of objects", "'(' + '{a:'.repeat(n) + '1' + '}'.repeat(n) + ')'"),
  source("conditional expressions", "'1?'.repeat(n) + '1' + ':1'.repeat(n)"),
  source("conditional expressions in the last place", "'0?1:'.repeat(n) + '1'"),
  source("unary operators", "'!'.repeat(n) + '1'"),
  source("typeof of typeof", "'typeof '.repeat(n) + '1'"),
  source("if and else", "'if(0);else '.repeat(n) + ';'"),
  // The engine's look ahead gives up before its parser does: an error of syntax instead of V8's RangeError.
  source("arrow functions", "'()=>'.repeat(n) + '1'", throws("SyntaxError", /./)),
  source("functions in functions", "'(function(){'.repeat(n) + '})'.repeat(n)"),
  source("classes in classes", "'(class { static x = '.repeat(n) + '1' + '})'.repeat(n)"),
  source("template literals", "'`${'.repeat(n) + '1' + '}`'.repeat(n)"),
  source("additions", "'1' + '+1'.repeat(n)", returns('"number"')),
  source("powers", "'1' + '**1'.repeat(n)"),
  source("assignments", "'let a;' + 'a='.repeat(n) + '1'"),
  source("member accesses", "'globalThis' + '.globalThis'.repeat(n)", returns('"object"')),
  source("calls of calls", "'(f=>f)' + '(f=>f)'.repeat(n)", returns('"function"')),
  source("while in while", "'while(0)'.repeat(n) + ';'"),
  source("labels", "Array.from({ length: n }, (_, i) => `l${i}:`).join('') + ';'"),
  source("patterns in patterns", "'let ' + '['.repeat(n) + 'a' + ']'.repeat(n) + '=[]'", throws("SyntaxError", /./)),
  source("try in try", "'try{'.repeat(n) + '}finally{}'.repeat(n)"),
  source("new of new", "'new '.repeat(n) + 'Object'"),
  source("optional chains", "'globalThis' + '?.globalThis'.repeat(n)", returns('"object"')),
  source("nullish chains", "'null' + '??null'.repeat(n) + '??1'", returns('"number"')),
  source("commas", "'1' + ',1'.repeat(n)", returns('"number"')),
  source("parentheses that are never closed", "'('.repeat(n)"),
  source("spreads", "'[...'.repeat(n) + '[]' + ']'.repeat(n)"),
  source("awaits in an async function", "'(async()=>' + 'await '.repeat(n) + '1)'"),
  source("a million statements", "'1;'.repeat(1e6)", returns('"number"')),
  hostile(
    "deep source",
    "groups in a regular expression",
    `new RegExp("(".repeat(${DEPTH}) + ")".repeat(${DEPTH}));`,
    throws("SyntaxError", /./),
    MORE,
  ),
  hostile(
    "deep source",
    "lookaheads in a regular expression",
    `new RegExp("(?=".repeat(${DEPTH}) + ")".repeat(${DEPTH}));`,
    throws("SyntaxError", /./),
    MORE,
  ),
  hostile(
    "deep source",
    "classes of the v flag in a regular expression",
    `return new RegExp("[".repeat(${DEPTH}) + "a" + "]".repeat(${DEPTH}), "v").test("a");`,
    returns(/^(?:true|false)$/),
    MORE,
  ),
  {
    kind: "deep source",
    name: "the handler's own file, 100,000 parentheses deep",
    files: { "index.mjs": `export const handler = async () => ${"(".repeat(DEPTH)}1${")".repeat(DEPTH)};` },
    expected: {
      status: "error",
      errorType: "Runtime.Unknown",
      payload: /"errorType":"RangeError","errorMessage":"Maximum call stack size exceeded"/,
    },
    then: { status: "error", errorType: "Runtime.Unknown" },
  },
  {
    kind: "deep source",
    name: "a CommonJS file, 100,000 brackets deep",
    files: {
      "index.mjs": `import { createRequire } from "node:module"; export const handler = async (event) => { if (event.again) return "works"; createRequire(import.meta.url)("./deep.js"); };`,
      "deep.js": `module.exports = ${"[".repeat(DEPTH)}${"]".repeat(DEPTH)};`,
    },
    options: MORE.options,
    expected: tooDeep,
  },
  {
    kind: "deep source",
    name: "a module that is imported while the handler runs, 100,000 functions deep",
    files: {
      "index.mjs": `export const handler = async (event) => { if (event.again) return "works"; await import("./deep.mjs"); };`,
      "deep.mjs": `export default ${"(function(){return ".repeat(DEPTH)}1${"})".repeat(DEPTH)};`,
    },
    options: MORE.options,
    // The engine's look ahead gives up before its parser does.
    expected: throws("SyntaxError", /./),
  },
];

const nestedEvent = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

export const DEEP_JSON: readonly HostileCase[] = [
  json("JSON.parse of 100,000 brackets", `JSON.parse("[".repeat(${DEPTH}) + "]".repeat(${DEPTH}));`),
  json("JSON.parse of a million brackets", 'JSON.parse("[".repeat(1e6) + "]".repeat(1e6));'),
  json("JSON.parse of a million objects", `JSON.parse('{"a":'.repeat(1e6) + "1" + "}".repeat(1e6));`),
  json("JSON.parse of brackets that are never closed", 'JSON.parse("[".repeat(1e6));'),
  json("JSON.parse with a reviver, 100,000 deep", `JSON.parse("[".repeat(${DEPTH}) + "]".repeat(${DEPTH}), (key, value) => value);`),
  json("JSON.stringify of 100,000 arrays", `let v = []; for (let i = 0; i < ${DEPTH}; i++) v = [v]; JSON.stringify(v);`),
  json("JSON.stringify of a million objects", "let v = {}; for (let i = 0; i < 1e6; i++) v = { v }; JSON.stringify(v);"),
  json(
    "JSON.stringify with an indent, 100,000 deep",
    `let v = []; for (let i = 0; i < ${DEPTH}; i++) v = [v]; JSON.stringify(v, null, 2);`,
  ),
  json("JSON.stringify whose toJSON goes deeper and deeper", "const o = { toJSON: () => ({ o }) }; JSON.stringify(o);"),
  json(
    "JSON.parse 100 deep, a hundred times over",
    "for (let i = 0; i < 100; i++) JSON.parse('['.repeat(100) + ']'.repeat(100)); return 'fine';",
    returns('"fine"'),
  ),
  json(
    "JSON.stringify of 500 arrays",
    "let v = []; for (let i = 0; i < 500; i++) v = [v]; return JSON.stringify(v).length;",
    returns("1002"),
  ),
  json("an event of 100,000 arrays", "return 'never';", tooDeep, { event: nestedEvent("[", "]", DEPTH) }),
  json("an event of 300,000 objects", "return 'never';", tooDeep, { event: `${'{"a":'.repeat(3e5)}1${"}".repeat(3e5)}` }),
  json("an event of 500 arrays", "return event.length;", returns("1"), { event: nestedEvent("[", "]", 500) }),
  json(
    "a result of 100,000 arrays",
    `let v = []; for (let i = 0; i < ${DEPTH}; i++) v = [v]; return v;`,
    throws("Runtime.JSONStringifyError", "Unable to stringify response body"),
  ),
  json("a result of 500 arrays", "let v = []; for (let i = 0; i < 500; i++) v = [v]; return v;", returns(nestedEvent("[", "]", 501))),
];

export const DEEP_STRUCTURES: readonly HostileCase[] = [
  structure(
    "console.log of an object 100,000 deep",
    `let v = {}; for (let i = 0; i < ${DEPTH}; i++) v = { v }; console.log(v); return "logged";`,
    returns('"logged"', { logs: [/\[Object\]/] }),
  ),
  structure(
    "util.inspect without a limit of depth, 100,000 deep",
    `const { inspect } = await import("node:util"); let v = {}; for (let i = 0; i < ${DEPTH}; i++) v = { v }; return inspect(v, { depth: Infinity }).length > 0;`,
    returns("true"),
  ),
  structure(
    "a prototype chain of 100,000",
    `let o = {}; for (let i = 0; i < ${DEPTH}; i++) o = Object.create(o); return [o.missing === undefined, "x" in o, o instanceof Array];`,
    returns("[true,false,false]"),
  ),
  structure(
    "a rope of a million pieces, read",
    'let s = ""; for (let i = 0; i < 1e6; i++) s = s + "a"; return [s.length, s.charCodeAt(5e5), s.indexOf("b")];',
    returns("[1000000,97,-1]"),
  ),
  structure(
    "a rope built from the front, read",
    'let s = ""; for (let i = 0; i < 3e5; i++) s = "a" + s; return [s.length, s.at(-1), s.split("").length];',
    returns('[300000,"a",300000]'),
  ),
  structure(
    "a rope of ropes, compared",
    'let a = "x", b = "x"; for (let i = 0; i < 18; i++) { a += a; b = b + b; } return [a === b, a < b + "y"];',
    returns("[true,true]"),
  ),
  structure(
    "a rope as a property name",
    'let s = ""; for (let i = 0; i < 1e5; i++) s += "k"; const o = {}; o[s] = 1; return Object.keys(o)[0].length;',
    returns("100000"),
  ),
  structure(
    "a list of a million objects that is let go",
    "let v; for (let i = 0; i < 1e6; i++) v = { v }; v = undefined; return 'freed';",
    returns('"freed"'),
  ),
  structure(
    "arrays nested 300,000 deep that are let go",
    "let v = []; for (let i = 0; i < 3e5; i++) v = [v]; v = undefined; return 'freed';",
    returns('"freed"'),
  ),
  structure(
    "closures nested 300,000 deep that are let go",
    "let f = () => 1; for (let i = 0; i < 3e5; i++) { const g = f; f = () => g; } f = undefined; return 'freed';",
    returns('"freed"'),
  ),
  structure(
    "Maps nested 200,000 deep that are let go",
    "let m = new Map(); for (let i = 0; i < 2e5; i++) m = new Map([[1, m]]); m = undefined; return 'freed';",
    returns('"freed"'),
  ),
  structure(
    "a cycle of a million objects that is let go",
    "{ const first = {}; let v = first; for (let i = 0; i < 1e6; i++) v = v.next = {}; v.next = first; } return 'freed';",
    returns('"freed"'),
  ),
  structure(
    "promises resolved with promises, 100,000 deep, let go",
    "let p = new Promise(() => {}); for (let i = 0; i < 1e5; i++) { const q = p; p = new Promise((r) => r(q)); } p = undefined; await null; return 'freed';",
    returns('"freed"'),
  ),
  structure("flat(Infinity) of 100,000 arrays", `let v = []; for (let i = 0; i < ${DEPTH}; i++) v = [v]; v.flat(Infinity);`),
  structure("toString of 100,000 arrays", `let v = []; for (let i = 0; i < ${DEPTH}; i++) v = [v]; String(v);`),
  structure("join of 100,000 arrays", `let v = ["x"]; for (let i = 0; i < ${DEPTH}; i++) v = [v]; v.join();`),
  structure("structuredClone of 100,000 objects", `let v = {}; for (let i = 0; i < ${DEPTH}; i++) v = { v }; structuredClone(v);`),
  structure(
    "assert.deepEqual of 100,000 objects",
    `const { isDeepStrictEqual } = await import("node:util"); let v = {}, w = {}; for (let i = 0; i < ${DEPTH}; i++) { v = { v }; w = { v: w }; } isDeepStrictEqual(v, w);`,
  ),
  structure("Proxies of Proxies, 100,000 deep, read", `let p = {}; for (let i = 0; i < ${DEPTH}; i++) p = new Proxy(p, {}); p.x;`),
  structure(
    "Proxies of Proxies, 100,000 deep, asked whether it is an array",
    `let p = []; for (let i = 0; i < ${DEPTH}; i++) p = new Proxy(p, {}); return Array.isArray(p);`,
    returns("true"),
  ),
  structure(
    "generators that delegate 100,000 deep",
    `function* wrap(inner) { yield* inner; } let it = [1][Symbol.iterator](); for (let i = 0; i < ${DEPTH}; i++) it = wrap(it); it.next();`,
  ),
  structure(
    "causes of errors, 1,000 deep, printed",
    "let error; for (let i = 0; i < 1000; i++) error = new Error(`e${i}`, { cause: error }); console.log(error); return 'logged';",
    returns('"logged"'),
  ),
  structure(
    "an AggregateError 1,000 deep, printed",
    "let error = new Error('e'); for (let i = 0; i < 1000; i++) error = new AggregateError([error], `a${i}`); console.log(error); return 'logged';",
    returns('"logged"'),
  ),
  structure(
    "destructuring of 100,000 levels, one at a time",
    `let v = {}; for (let i = 0; i < ${DEPTH}; i++) v = { v }; let n = 0; while (v) { ({ v } = v); n++; } return n;`,
    returns(String(DEPTH + 1)),
  ),
];
