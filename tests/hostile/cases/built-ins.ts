/** Work that one call of a built-in does: no bytecode runs meanwhile, and it ends at the deadline all the same. */
import { type HostileCase, hostile, outOfMemory, returns, throws, timesOut } from "../case.ts";

const MORE = { options: { Timeout: 1 } };
const builtIn = (name: string, body: string, expected = timesOut(), more: Parameters<typeof hostile>[4] = MORE) =>
  hostile("endless built-in", name, body, expected, more);
const HUGE = "{ length: 2 ** 53 - 1 }";

export const ENDLESS_BUILT_INS: readonly HostileCase[] = [
  builtIn("includes over 2^53 elements", `Array.prototype.includes.call(${HUGE}, 1);`),
  builtIn("indexOf over 2^53 elements", `Array.prototype.indexOf.call(${HUGE}, 1);`),
  builtIn("lastIndexOf over 2^53 elements", `Array.prototype.lastIndexOf.call(${HUGE}, 1);`),
  builtIn("reverse of 2^53 elements", `Array.prototype.reverse.call(${HUGE});`),
  builtIn("forEach over 2^53 holes", `Array.prototype.forEach.call(${HUGE}, () => {});`),
  builtIn("reduce over 2^53 holes", `Array.prototype.reduce.call(${HUGE}, (a) => a, 0);`),
  builtIn("every over 2^53 holes", `Array.prototype.every.call(${HUGE}, () => true);`),
  builtIn("find over 2^53 holes", `Array.prototype.find.call(${HUGE}, () => false);`),
  builtIn("copyWithin of 2^53 elements", `Array.prototype.copyWithin.call(${HUGE}, 1, 0);`),
  builtIn("shift of 2^53 elements", `Array.prototype.shift.call(${HUGE});`),
  builtIn("unshift of 2^52 elements", "Array.prototype.unshift.call({ length: 2 ** 52 }, 1);"),
  builtIn("splice of 2^52 elements", "Array.prototype.splice.call({ length: 2 ** 52 }, 0, 1, 2, 3);"),
  builtIn("indexOf in a sparse array", "const list = []; list[2 ** 32 - 2] = 1; for (;;) list.indexOf(2);"),
  builtIn("fill of 2^53 properties of a Proxy", `Array.prototype.fill.call(new Proxy(${HUGE}, { set: () => true }), 0);`),
  builtIn("fill of 2^53 properties", `Array.prototype.fill.call(${HUGE}, 0);`, outOfMemory, { options: { Timeout: 60 } }),
  builtIn("Array.from of a length of 10^9", "Array.from({ length: 1e9 });", outOfMemory, { options: { Timeout: 60 } }),
  // V8 refuses at once, seeing how long the text would be; the engine sets out to write it.
  builtIn("new Array(4e9).join", 'return new Array(4e9).join("ab").length;'),
  builtIn("new Array(1e9).fill(0)", "new Array(1e9).fill(0);", outOfMemory, { options: { Timeout: 60 } }),
  builtIn(
    "flat of an array that holds itself",
    "const list = []; list.push(list, list); list.flat(Infinity);",
    throws("RangeError", "Maximum call stack size exceeded"),
  ),
  builtIn("flatMap over 2^53 holes", `Array.prototype.flatMap.call(${HUGE}, () => []);`),
  builtIn(
    "a comparator that contradicts itself",
    "const list = Array.from({ length: 2e5 }, (_, i) => i); let n = 0; for (;;) list.sort(() => (n = (n * 7 + 3) % 5) - 2);",
  ),
  builtIn("a sort with a comparator that loops", "[3, 2, 1].sort(() => { for (;;); });"),
  builtIn(
    "sort of a Proxy whose length is endless",
    "Array.prototype.sort.call(new Proxy({}, { get: (_, key) => (key === 'length' ? 2 ** 50 : 1), has: () => true, set: () => true }));",
    outOfMemory,
    {
      options: { Timeout: 60 },
    },
  ),
  builtIn(
    "toSorted of a length beyond all arrays",
    "Array.prototype.toSorted.call({ length: 2 ** 33 });",
    throws("RangeError", "Invalid array length"),
  ),
  // Indented: without it 128 MB and the work budget come to their end almost together, and a count more decides which.
  builtIn("JSON.stringify of an array of 4 × 10^9 holes", "JSON.stringify(new Array(4e9), null, 10);", outOfMemory, {
    options: { Timeout: 60 },
  }),
  builtIn(
    "JSON.stringify of a Proxy with endless length",
    "JSON.stringify(new Proxy([], { get: (t, key) => (key === 'length' ? 2 ** 50 : undefined) }));",
    timesOut(60, { simplified: "work budget" }),
    {
      options: { Timeout: 60 },
    },
  ),
  builtIn("JSON.parse of a long list, again and again", "const text = `[${'1,'.repeat(1e5)}1]`; for (;;) JSON.parse(text);"),
  builtIn("JSON.parse with a reviver that loops", 'JSON.parse("[1]", () => { for (;;); });'),
  builtIn(
    "JSON.parse with a reviver that grows the list",
    'JSON.parse("[1]", function (key) { if (Array.isArray(this)) this.length < 3 && this.push([1], [1]); return [1, 2, 3]; });',
    returns(/./s),
    {},
  ),
  builtIn("repeat to more than a string holds", '"abc".repeat(2 ** 30);', throws("RangeError", "Invalid string length")),
  builtIn("repeat without end", '"x".repeat(Infinity);', throws("RangeError", "Invalid count value: Infinity")),
  builtIn("padEnd to more than a string holds", '"x".padEnd(2 ** 31);', throws("RangeError", "Invalid string length")),
  builtIn("padStart, again and again", 'for (;;) "x".padStart(1e6, "abc");'),
  builtIn(
    "a string that doubles until it is too long",
    'let s = "0123456789"; for (;;) s += s;',
    throws("RangeError", "Invalid string length"),
  ),
  builtIn("replaceAll that multiplies", 'let s = "ab"; for (;;) s = s.replaceAll("a", "aab").slice(0, 1e6);'),
  builtIn("split and join, again and again", 'const s = "a,".repeat(1e5); for (;;) s.split(",").join(";");'),
  builtIn("localeCompare, again and again", 'const s = "가".repeat(1e5); for (;;) s.localeCompare(s);'),
  builtIn("normalize, again and again", 'const s = "각".repeat(1e5); for (;;) s.normalize("NFD");'),
  builtIn("a power of BigInt", "2n ** (2n ** 40n);", throws("RangeError", "Maximum BigInt size exceeded")),
  builtIn("a shift of BigInt", "1n << (2n ** 40n);", throws("RangeError", "Maximum BigInt size exceeded")),
  builtIn("a big power of BigInt in decimal", "const n = 3n ** 1_000_000n; for (;;) n.toString();"),
  builtIn("multiplication of BigInts for ever", "let n = 3n ** 100_000n; for (;;) (n * n) % (n - 1n);"),
  builtIn("BigInt of a long text", 'const digits = "9".repeat(3e5); for (;;) BigInt(digits);'),
  builtIn("a TypedArray filled, again and again", "const bytes = new Uint8Array(2e7); for (;;) bytes.fill(1);"),
  builtIn(
    "a TypedArray sorted, again and again",
    "const list = Float64Array.from({ length: 1e5 }, (_, i) => -i); for (;;) Float64Array.from(list).sort();",
  ),
  builtIn(
    "a TypedArray copied into itself, again and again",
    "const bytes = new Uint8Array(2e7); for (;;) bytes.copyWithin(1, 0), bytes.set(bytes.subarray(1));",
  ),
  builtIn("indexOf in a TypedArray, again and again", "const bytes = new Uint8Array(2e7); for (;;) bytes.indexOf(7);"),
  builtIn("a TypedArray beyond all memory", "new Float64Array(2 ** 40);", throws("RangeError", "Array buffer allocation failed")),
  builtIn(
    "structuredClone, again and again",
    "const big = Array.from({ length: 5000 }, (_, i) => ({ i })); for (;;) structuredClone(big);",
  ),
  builtIn(
    "a Map that grows while it is iterated",
    "const map = new Map([[0, 0]]); for (const [key] of map) { map.delete(key); map.set(key + 1, 0); }",
  ),
  builtIn("a Set that grows while forEach runs", "const set = new Set([0]); set.forEach((n) => { set.delete(n); set.add(n + 1); });"),
  builtIn("Map.groupBy of an endless iterator", "function* forever() { for (;;) yield 1; } Map.groupBy(forever(), () => 1);", outOfMemory, {
    options: { Timeout: 60 },
  }),
  builtIn("a spread of an endless iterator", "function* forever() { for (;;) yield 1; } [...forever()];", outOfMemory, {
    options: { Timeout: 60 },
  }),
  builtIn("Math.max of an endless iterator", "function* forever() { for (;;) yield 1; } Math.max(...forever());", outOfMemory, {
    options: { Timeout: 60 },
  }),
  builtIn("new Set of an endless iterator of the same", "function* forever() { for (;;) yield 1; } new Set(forever());"),
  builtIn("Object.fromEntries of an endless iterator", "function* forever() { for (;;) yield ['a', 1]; } Object.fromEntries(forever());"),
  builtIn("Promise.all of an endless iterator", "function* forever() { for (;;) yield 1; } await Promise.all(forever());", outOfMemory, {
    options: { Timeout: 60 },
  }),
  builtIn("iterator helpers over nothing that ends", "function* forever() { for (;;) yield 1; } forever().filter(() => false).next();"),
  builtIn("drop of 2^53 from an iterator", "function* forever() { for (;;) yield 1; } forever().drop(2 ** 53 - 1).next();"),
  builtIn("a Proxy trap that loops", "new Proxy({}, { get() { for (;;); } }).x;"),
  builtIn("an ownKeys trap that loops", "Object.keys(new Proxy({}, { ownKeys() { for (;;); } }));"),
  builtIn("a getter that loops", "({ get x() { for (;;); } }).x;"),
  builtIn("a setter that loops", "({ set x(v) { for (;;); } }).x = 1;"),
  builtIn("toString that loops", "`${{ toString() { for (;;); } }}`;"),
  builtIn("valueOf that loops", "+{ valueOf() { for (;;); } };"),
  builtIn("Symbol.toPrimitive that loops", "1 + { [Symbol.toPrimitive]() { for (;;); } };"),
  builtIn("Symbol.hasInstance that loops", "1 instanceof { [Symbol.hasInstance]() { for (;;); } };"),
  builtIn("a length whose valueOf loops", "Array.prototype.map.call({ length: { valueOf() { for (;;); } } }, () => 1);"),
  builtIn("String.raw of endless length", "String.raw({ raw: { length: 2 ** 53 - 1 } });", outOfMemory, {}),
  builtIn(
    "Function.prototype.apply with 10^7 arguments",
    "Math.max.apply(null, { length: 1e7 });",
    throws("RangeError", /(?:Maximum call stack size exceeded|Invalid array length|too many arguments.*)/),
  ),
  builtIn("encodeURIComponent, again and again", 'const s = "한".repeat(1e5); for (;;) encodeURIComponent(s);'),
  builtIn("escape and unescape, again and again", 'const s = "한".repeat(1e5); for (;;) unescape(escape(s));'),
  builtIn("parseFloat of a long text, again and again", 'const s = "1".repeat(1e6); for (;;) parseFloat(s);'),
  builtIn("a weak map of many keys, for ever", "const map = new WeakMap(); for (;;) map.set({}, 1);"),
  builtIn("Atomics.add in a loop", "const cell = new Int32Array(new SharedArrayBuffer(4)); for (;;) Atomics.add(cell, 0, 1);"),
  builtIn(
    "a DataView read byte by byte",
    "const view = new DataView(new ArrayBuffer(1e6)); let n = 0; for (;;) for (let i = 0; i < 1e6; i++) n += view.getUint8(i);",
  ),
  builtIn(
    "a generator whose return never ends",
    "function* stubborn() { try { yield 1; } finally { for (;;); } } const it = stubborn(); it.next(); it.return();",
  ),
];
