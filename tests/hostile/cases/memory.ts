/** Every kind of value, until the memory is full: the kernel kills the process at the function's size. */
import { type Expected, type HostileCase, hostile, outOfMemory, throws } from "../case.ts";

const bomb = (name: string, body: string, expected: Expected = outOfMemory, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("memory bomb", name, body, expected, { options: { Timeout: 900, MemorySize: 128 }, ...more });

export const MEMORY_BOMBS: readonly HostileCase[] = [
  bomb("an array that grows", "const list = []; for (;;) list.push(1);"),
  bomb("arrays in arrays", "const all = []; for (;;) all.push([1, 2, 3]);"),
  bomb("objects", "const all = []; for (let i = 0; ; i++) all.push({ i, next: i });"),
  bomb("properties of one object", "const all = {}; for (let i = 0; ; i++) all[`key${i}`] = i;"),
  bomb("indices of one object", "const all = {}; for (let i = 0; ; i++) all[i * 7] = i;"),
  bomb("strings", "const all = []; for (let i = 0; ; i++) all.push(`text ${i} `.repeat(10));"),
  bomb(
    "one string after another, each as long as all before",
    "const all = ['x'.repeat(1000)]; for (;;) all.push(all.at(-1) + all.at(-1).toUpperCase());",
  ),
  bomb(
    "a rope of small strings that is kept at every step",
    "const all = []; let s = ''; for (let i = 0; ; i++) { s += `piece ${i}`; all.push(s); if (i % 100 === 0) s.charCodeAt(i); }",
  ),
  bomb(
    "a rope that is flattened",
    "let s = 'x'; const kept = []; for (let i = 0; ; i++) { s = s.length < 1e6 ? s + s : 'y' + s; kept.push(s.at(-1) + s.slice(1)); kept.push(s.replace('x', 'y')); }",
  ),
  bomb("two-byte strings", "const all = []; for (let i = 0; ; i++) all.push('가'.repeat(1000) + i);"),
  bomb("template strings", "const all = []; for (let i = 0; ; i++) all.push(`${i}${i}${i}${i}${'-'.repeat(100)}`);"),
  bomb("typed arrays", "const all = []; for (;;) all.push(new Uint8Array(1e5));"),
  bomb("one typed array beyond the function's memory", "return new Uint8Array(2 ** 28).length;"),
  bomb("array buffers", "const all = []; for (;;) all.push(new ArrayBuffer(1e6));"),
  bomb(
    "an array buffer that is resized",
    "const buffer = new ArrayBuffer(8, { maxByteLength: 2 ** 30 }); for (let n = 8; ; n *= 2) buffer.resize(n);",
  ),
  bomb(
    "an array buffer that is transferred to a larger one",
    "let buffer = new ArrayBuffer(8); for (let n = 8; ; n *= 2) buffer = buffer.transfer(n);",
  ),
  bomb("shared array buffers", "const all = []; for (;;) all.push(new SharedArrayBuffer(1e6));"),
  bomb("Buffer.alloc", "const all = []; for (;;) all.push(Buffer.alloc(1e6, 1));"),
  bomb("Buffer.concat of itself", "let all = Buffer.from('x'); for (;;) all = Buffer.concat([all, all]);"),
  bomb("BigInts", "const all = []; for (let n = 1n; ; n = n * 3n) all.push(n);"),
  bomb("a Map", "const map = new Map(); for (let i = 0; ; i++) map.set(i, i);"),
  bomb("a Set", "const set = new Set(); for (let i = 0; ; i++) set.add(`${i}`);"),
  bomb(
    "a WeakMap whose keys are kept",
    "const map = new WeakMap(); const keys = []; for (;;) { const key = {}; keys.push(key); map.set(key, [key]); }",
  ),
  bomb("WeakRefs that are kept", "const all = []; for (;;) all.push(new WeakRef({}));"),
  bomb("closures", "const all = []; for (let i = 0; ; i++) all.push(() => i);"),
  bomb("bound functions", "let f = () => 1; const all = []; for (;;) all.push((f = f.bind(null, 1)));"),
  bomb("promises that never settle", "const all = []; for (;;) all.push(new Promise(() => {}));"),
  bomb("thens on one pending promise", "const never = new Promise(() => {}); for (;;) never.then(() => {});"),
  bomb(
    "a chain of ten million links",
    "const first = new Promise(() => {}); let p = first; for (let i = 0; i < 1e7; i++) p = p.then(() => i); return first;",
  ),
  bomb("microtasks", "for (let i = 0; ; i++) queueMicrotask(() => i);"),
  bomb("ticks", "for (let i = 0; ; i++) process.nextTick(() => i, new Array(1000).fill(i));"),
  bomb("symbols", "const all = []; for (let i = 0; ; i++) all.push(Symbol(i));"),
  bomb("symbols of the registry", "const all = []; for (let i = 0; ; i++) all.push(Symbol.for(`symbol ${i}`));"),
  bomb("generators", "function* count() { yield 1; } const all = []; for (;;) { const it = count(); it.next(); all.push(it); }"),
  bomb(
    "asynchronous functions that wait",
    "const kept = []; const wait = async (bytes) => { await new Promise((resolve) => kept.push(resolve)); return bytes; }; for (;;) wait(new Uint8Array(1e5));",
  ),
  bomb("regular expressions", "const all = []; for (let i = 0; ; i++) all.push(new RegExp(`a${i}(b|c)*`));"),
  bomb(
    "one regular expression of a long source",
    "let source = 'ab|cd'; for (;;) { source = `(?:${source}|${source})`; new RegExp(source); }",
  ),
  bomb("matches", "const all = []; for (;;) all.push(...'a1b2c3'.matchAll(/\\w/g));"),
  bomb("dates", "const all = []; for (let i = 0; ; i++) all.push(new Date(i));"),
  bomb("errors that carry something", "const all = []; for (;;) all.push(Object.assign(new Error('x'), { bytes: new Uint8Array(1e5) }));"),
  bomb("errors that cause each other", "let error; for (;;) error = new Error('x', { cause: [error, new Uint8Array(1e5)] });"),
  bomb("classes", "const all = []; for (let i = 0; ; i++) all.push(class { static x = i; #y = i; z() { return this.#y; } });"),
  bomb("Proxies of Proxies", "let p = {}; for (;;) p = new Proxy(p, {});"),
  bomb("prototypes of prototypes", "let o = {}; for (;;) o = Object.create(o);"),
  bomb("eval of ever larger source", "let source = '1'; for (;;) { source = `${source};${source}`; eval(source); }"),
  bomb("JSON text that doubles", "let text = '[1]'; for (;;) text = JSON.stringify([text, text]);"),
  bomb(
    "JSON values",
    "const text = JSON.stringify(Array.from({ length: 1000 }, (_, i) => ({ i }))); const all = []; for (;;) all.push(JSON.parse(text));",
  ),
  bomb("timers", "for (let i = 0; ; i++) setTimeout(() => i, 1e6, new Array(1000).fill(i));"),
  bomb("immediates", "for (let i = 0; ; i++) setImmediate(() => i, new Array(1000).fill(i));"),
  bomb(
    "event listeners",
    "const { EventEmitter } = await import('node:events'); const emitter = new EventEmitter(); emitter.setMaxListeners(0); for (let i = 0; ; i++) emitter.on(`event ${i} ${'-'.repeat(1000)}`, () => i);",
  ),
  bomb("listeners on process", "process.setMaxListeners(0); for (let i = 0; ; i++) process.on(`event ${i}`, () => i);"),
  bomb("environment variables", "for (let i = 0; ; i++) process.env[`NAME_${i}`] = 'x'.repeat(1000);"),
  bomb("console.log of a text that grows", "let text = 'x'; for (;;) { text += text; console.log(text.length, text); }"),
  bomb("iterators", "const all = []; const list = [1]; for (;;) all.push(list[Symbol.iterator](), new Map([[1, 2]]).entries());"),
  bomb(
    "arguments objects",
    "const all = []; (function keep() { all.push(arguments); })(); for (;;) (function () { all.push(arguments); })(1, 2, 3);",
  ),
  bomb("an array of a length that is only claimed, then filled", "const list = new Array(4e8); for (let i = 0; ; i++) list[i] = i;"),
  bomb("concat of itself", "let list = [1, 2, 3]; for (;;) list = list.concat(list);"),
  bomb("spread of itself", "let list = [1, 2, 3]; for (;;) list = [...list, ...list];"),
  bomb("split into characters", "let s = 'abcdefgh'; const all = []; for (;;) { all.push(s.split('')); s += s; }"),
  bomb(
    "accessor properties",
    "const all = {}; for (let i = 0; ; i++) Object.defineProperty(all, `p${i}`, { get: () => i, configurable: true });",
  ),
  bomb("structuredClone", "const all = []; const bytes = new Uint8Array(1e6); for (;;) all.push(structuredClone(bytes));"),
  bomb("text encoded", "const all = []; const encoder = new TextEncoder(); for (;;) all.push(encoder.encode('가'.repeat(1e4)));"),
  bomb("base64", "const all = []; const bytes = Buffer.alloc(1e5, 7); for (;;) all.push(bytes.toString('base64') + 'x');"),
  bomb(
    "unfinished lines on stdout",
    "const all = []; for (let i = 0; ; i++) { process.stdout.write('x'.repeat(1000)); all.push(`${i}`.repeat(1e4)); }",
  ),
  {
    kind: "memory bomb",
    name: "modules in the cache",
    files: {
      "index.cjs":
        'exports.handler = async (event) => { if (event.again) return "works"; const kept = []; for (;;) { delete require.cache["/var/task/part.cjs"]; kept.push(require("./part.cjs")); } };',
      "part.cjs": "module.exports = new Uint8Array(1e6);",
    },
    options: { MemorySize: 128, Timeout: 900 },
    expected: outOfMemory,
  },
  {
    kind: "memory bomb",
    name: "a bomb in Init",
    files: { "index.mjs": 'const all = []; for (;;) all.push({}); export const handler = async () => "works";' },
    options: { MemorySize: 128, Timeout: 900 },
    expected: outOfMemory,
    then: outOfMemory,
  },
  bomb("a catch of every error around the bomb", "const all = []; for (;;) try { for (;;) all.push(new Array(1000).fill(1)); } catch {}"),
  bomb("a buffer of a gigabyte in pieces at 1,024 MB", "const all = []; for (;;) all.push(new Uint8Array(1e7).fill(1));", outOfMemory, {
    options: { MemorySize: 1024, Timeout: 900 },
  }),
  bomb("an array buffer beyond what any can hold", "new ArrayBuffer(2 ** 53 - 1);", throws("RangeError", "Array buffer allocation failed")),
];
