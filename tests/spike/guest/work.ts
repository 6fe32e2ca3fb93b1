/** Guest programs that do ordinary work; their last expression is their answer. */

/** What metering must count alike everywhere. */
export const work: Readonly<Record<string, string>> = {
  loop: "let s = 0; for (let i = 0; i < 2e6; i++) s += i; s",
  fib: "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) } fib(24)",
  json: `const o = { a: [1, 2, { b: "hello" }], c: Array.from({ length: 1000 }, (_, i) => ({ i, s: "x" + i })) };
    let n = 0; for (let i = 0; i < 60; i++) n += JSON.stringify(JSON.parse(JSON.stringify(o))).length; n`,
  sort: "Array.from({ length: 60000 }, (_, i) => (i * 7919) % 100003).sort((a, b) => a - b)[5]",
  regex: `const text = "the quick brown fox jumps over the lazy dog 12345 ".repeat(400);
    let n = 0; for (let i = 0; i < 6; i++) n += [...text.matchAll(/(\\w+)\\s+(\\w*o\\w*)/g)].length; n`,
  string: 'let s = ""; for (let i = 0; i < 200000; i++) s += "ab" + i; s.length',
  float: "let x = 0; for (let i = 1; i < 200000; i++) x += Math.sin(i) * Math.exp(-i / 1e4) + Math.pow(i, 0.3); x",
  classes: `class A { #n = 0; add(k) { this.#n += k; return this } get n() { return this.#n } }
    const a = new A(); for (let i = 0; i < 200000; i++) a.add(i % 7); let m = new Map(); for (let i = 0; i < 50000; i++) m.set("k" + i, i); a.n + m.size`,
};

/** What metering's price is measured on: short, so that the fastest of many rounds met no other work of the machine. */
export const briefly: Readonly<Record<string, string>> = {
  loop: "let s = 0; for (let i = 0; i < 2e5; i++) s += i; s",
  fib: "function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) } fib(19)",
  json: `const o = { a: [1, 2, { b: "hello" }], c: Array.from({ length: 1000 }, (_, i) => ({ i, s: "x" + i })) };
    let n = 0; for (let i = 0; i < 5; i++) n += JSON.stringify(JSON.parse(JSON.stringify(o))).length; n`,
  sort: "Array.from({ length: 10000 }, (_, i) => (i * 7919) % 100003).sort((a, b) => a - b)[5]",
  regex: `const text = "the quick brown fox jumps over the lazy dog 12345 ".repeat(400);
    [...text.matchAll(/(\\w+)\\s+(\\w*o\\w*)/g)].length`,
  string: 'let s = ""; for (let i = 0; i < 20000; i++) s += "ab" + i; s.length',
};

/** Loops inside built-ins, which the engine's interrupt handler never sees. None of them ends within a person's patience. */
export const endless: Readonly<Record<string, string>> = {
  "JSON.parse and JSON.stringify": "const big = Array.from({ length: 1e5 }, (_, i) => i); for (;;) JSON.parse(JSON.stringify(big))",
  "sort by a comparison that lies": "const a = Array.from({ length: 1e6 }, (_, i) => i); for (;;) a.sort(() => 1)",
  "sort without comparison": "const a = Array.from({ length: 1e6 }, (_, i) => (i * 7919) % 1000003); for (;;) a.reverse().sort()",
  "fill over 2^53": "Array.prototype.fill.call({ length: 2 ** 53 - 1 }, 0)",
  "includes over 2^53": "Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)",
  "indexOf over 2^53": "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)",
  "lastIndexOf over 2^53": "Array.prototype.lastIndexOf.call({ length: 2 ** 53 - 1 }, 1)",
  "join over 2^53": 'Array.prototype.join.call({ length: 2 ** 53 - 1 }, "")',
  "reverse over 2^53": "Array.prototype.reverse.call({ length: 2 ** 53 - 1 })",
  "copyWithin over 2^53": "Array.prototype.copyWithin.call({ length: 2 ** 53 - 1 }, 0, 1)",
  "typed array fill": "const a = new Uint8Array(5e7); for (;;) a.fill(7)",
  "typed array copy": "const a = new Uint8Array(2e7), b = new Uint8Array(2e7); for (;;) a.set(b)",
  "typed array indexOf": "const a = new Uint8Array(2e7); for (;;) a.indexOf(1)",
  "BigInt power": "let x = 3n; for (;;) x = (x ** 7n) % (2n ** 200000n + 1n)",
  "BigInt to decimal": "const x = 7n ** 100000n; for (;;) x.toString()",
  "BigInt from decimal": 'const text = "7".repeat(200000); for (;;) BigInt(text)',
  "regex backtracking": 'for (;;) /^(a+)+$/.test("a".repeat(40) + "b")',
  "regex lookbehind": 'for (;;) /(?<=(a|aa)+)$/.test("a".repeat(60))',
  "string indexOf": 'const text = "ab".repeat(5e6); for (;;) text.indexOf("abababababababac")',
  "string repeat": 'for (;;) "ab".repeat(1e7)',
  "string split": 'const text = "a,".repeat(1e6); for (;;) text.split(",")',
  "string comparison": 'const a = "x".repeat(1e7) + "a", b = "x".repeat(1e7) + "b"; for (;;) a === b',
  "string replaceAll": 'const text = "a".repeat(1e6); for (;;) text.replaceAll("a", "b")',
  "string normalize": 'const text = "e\\u0301".repeat(2e5); for (;;) text.normalize("NFC")',
  "string to lower case": 'const text = "ÀÉ".repeat(1e6); for (;;) text.toLowerCase()',
  "array concat": "const a = Array(1e6).fill(1); for (;;) a.concat(a)",
  "array spread": "const a = Array(1e6).fill(1); for (;;) [...a]",
  "array splice": "const a = Array(1e6).fill(1); for (;;) { a.splice(0, 1); a.push(1) }",
  "array flat": "const a = Array(1e5).fill([1]); for (;;) a.flat()",
  "Map insertion": "for (;;) { const m = new Map(); for (let i = 0; i < 1e5; i++) m.set(i, i) }",
  "Object.keys": "const o = {}; for (let i = 0; i < 1e5; i++) o['k' + i] = i; for (;;) Object.keys(o)",
  "empty generator": "function* g() { for (;;) yield } for (const _ of g());",
  "promise jobs": "const f = () => Promise.resolve().then(f); f()",
  "eval of long source": 'const source = "1;".repeat(1e5); for (;;) eval(source)',
  "Function constructor": 'for (;;) new Function("return 1")',
  encodeURIComponent: 'const text = "한".repeat(1e6); for (;;) encodeURIComponent(text)',
  "Date parsing": 'for (;;) new Date("2026-11-22T01:02:03.004Z").toString()',
  "number formatting": "for (;;) (1.2345678901234567e300).toFixed(20) + (1e21 / 3).toPrecision(50)",
  "garbage cycles": "for (;;) { let a = {}; for (let i = 0; i < 1e5; i++) { const b = { a }; a.b = b; a = b } }",
};
