/** Recursion without end, by every way from one call to the next: V8's RangeError, which the code can catch. */
import { type Expected, exits, type HostileCase, hostile, outOfMemory, returns, tooDeep } from "../case.ts";

const deep = (name: string, body: string, expected: Expected = tooDeep) => hostile("deep recursion", name, body, expected);

export const DEEP_RECURSION: readonly HostileCase[] = [
  deep("a function that calls itself", "const f = () => f(); f();"),
  deep("two functions that call each other", "function even(n) { return odd(n + 1); } function odd(n) { return even(n + 1); } even(0);"),
  deep(
    "an async function that keeps an AsyncLocalStorage's store",
    'const { AsyncLocalStorage } = await import("node:async_hooks"); const f = async () => { await f(); }; await new AsyncLocalStorage().run(1, f);',
  ),
  deep("a method", "const o = { f() { return this.f(); } }; o.f();"),
  deep("a getter", "const o = { get x() { return this.x; } }; o.x;"),
  deep("a setter", "const o = { set x(v) { this.x = v; } }; o.x = 1;"),
  deep("a Proxy get trap", "const p = new Proxy({}, { get: (t, key, self) => self[key] }); p.x;"),
  deep("a Proxy has trap", "const p = new Proxy({}, { has: (t, key) => key in p }); 'x' in p;"),
  deep("a Proxy whose prototype is itself", "const o = {}; const p = new Proxy(o, {}); Object.setPrototypeOf(o, p); p.x;"),
  deep("an apply trap", "const p = new Proxy(() => {}, { apply: () => p() }); p();"),
  deep("a construct trap", "const P = new Proxy(class {}, { construct: () => new P() }); new P();"),
  deep("toString", "const o = { toString() { return `${this}`; } }; `${o}`;"),
  deep("valueOf", "const o = { valueOf() { return +this; } }; +o;"),
  deep("Symbol.toPrimitive", "const o = { [Symbol.toPrimitive]() { return o + 1; } }; o + 1;"),
  deep("Symbol.hasInstance", "const o = { [Symbol.hasInstance](v) { return v instanceof o; } }; 1 instanceof o;"),
  deep("Array.prototype.map", "const f = () => [1].map(f); f();"),
  deep("Array.prototype.reduce", "const f = () => [1, 2].reduce(f); f();"),
  deep("a comparator of sort", "const f = () => [2, 1].sort(f); f();"),
  deep("Array.from's mapping", "const f = () => Array.from([1], f); f();"),
  deep("replace with a function", "const f = () => 'a'.replace(/a/, f); f();"),
  deep("JSON.stringify's toJSON", "const o = { toJSON() { return JSON.stringify(o); } }; JSON.stringify(o);"),
  deep("JSON.stringify's replacer", "const f = () => JSON.stringify(1, f); f();"),
  deep("JSON.parse's reviver", "const f = () => JSON.parse('1', f); f();"),
  deep("a constructor", "class A { constructor() { new A(); } } new A();"),
  deep("a field that is an instance of its class", "class A { a = new A(); } new A();"),
  deep("a class that extends itself on the way", "const f = () => class extends f() {}; f();"),
  deep("a tagged template", "const tag = () => tag`${1}`; tag`${1}`;"),
  deep("a generator that delegates to itself", "function* g() { yield* g(); } g().next();"),
  deep(
    "an iterator whose next iterates",
    "const o = { [Symbol.iterator]() { return { next: () => { for (const x of o); } }; } }; for (const x of o);",
  ),
  deep("a spread of itself", "const o = { *[Symbol.iterator]() { yield* [...o]; } }; [...o];"),
  deep("an async function before its first await", "const f = async () => { await f(); }; await f();"),
  // The promise at the bottom is rejected with nobody listening; the one that is awaited is never settled.
  deep("an executor of a promise", "const f = () => new Promise(f); await f();", exits("exit status 1")),
  deep("a default parameter", "const f = (a = f()) => a; f();"),
  deep("Function.prototype.call", "const f = () => f.call(); f();"),
  deep("Function.prototype.apply", "function f() { return f.apply(this, arguments); } f(1, 2, 3);"),
  deep("Reflect.apply", "const f = () => Reflect.apply(f, null, []); f();"),
  deep("Reflect.construct", "function F() { return Reflect.construct(F, []); } new F();"),
  deep("a function bound 3,000 times", "let f = () => 1; for (let i = 0; i < 3000; i++) f = f.bind(null); return f();"),
  deep("eval", "const f = () => eval('f()'); f();"),
  deep("new Function", "globalThis.f = () => new Function('f()')(); f();"),
  deep("a recursion with a hundred arguments each", "const f = (...args) => f(...args, 1); f(...new Array(100));"),
  deep(
    "a recursion with a large frame",
    `const f = () => { let ${Array.from({ length: 200 }, (_, i) => `v${i} = ${i}`).join(", ")}; return f() + v1; }; f();`,
  ),
  deep(
    "Object.defineProperty with a trap",
    "const p = new Proxy({}, { defineProperty: () => Reflect.defineProperty(p, 'x', { value: 1 }) }); Object.defineProperty(p, 'x', { value: 1 });",
  ),
  deep("a Symbol.iterator getter", "const o = { get [Symbol.iterator]() { return [...o]; } }; [...o];"),
  deep(
    "a recursion in a sort in a getter in a Proxy",
    "const p = new Proxy({}, { get: () => [2, 1].sort(() => ({ get x() { return p.y; } }).x) }); p.x;",
  ),
  deep("Map.prototype.forEach", "const map = new Map([[1, 1]]); const f = () => map.forEach(f); f();"),
  deep("a RegExp exec of one's own", "class Own extends RegExp { exec(s) { return this.test(s); } } new Own('a').test('a');"),
  deep(
    "console.log from within util.inspect",
    "const o = { [Symbol.for('nodejs.util.inspect.custom')]() { console.log(o); return ''; } }; console.log(o);",
  ),
  deep(
    "a recursion that is caught at its end",
    "let depth = 0; const f = () => { depth++; f(); }; try { f(); } catch (error) { return [error instanceof RangeError, depth > 500]; }",
    returns("[true,true]"),
  ),
  deep(
    "a recursion that is caught at every level",
    "let n = 0; const f = () => { try { f(); } catch { n++; } }; f(); return n > 0;",
    returns("true"),
  ),
  deep(
    "a recursion that goes on in finally",
    "let n = 0; const f = () => { n++; if (n > 3e3) return; try { f(); } finally { f(); } }; try { f(); } catch {} return n > 100;",
    returns("true"),
  ),
  deep(
    "a recursion at the end of which the error is printed",
    "const f = () => f(); try { f(); } catch (error) { console.log(error); return error.stack.split('\\n').length; }",
    returns("11"),
  ),
  deep(
    "a thenable that thens itself while it is adopted",
    "let n = 0; const thenable = { then(resolve) { if (n++ < 1e5) resolve(thenable); else resolve('end'); } }; return await thenable;",
    returns('"end"'),
  ),
  deep("process.emit from its own listener", "process.on('x', () => process.emit('x')); process.emit('x');"),
  // What a listener throws, Node.js reports as an uncaught exception in the next tick.
  deep(
    "an EventTarget that dispatches to itself",
    "const target = new EventTarget(); target.addEventListener('x', () => target.dispatchEvent(new Event('x'))); target.dispatchEvent(new Event('x')); return 'back';",
    exits("exit status 1"),
  ),
  deep(
    "structuredClone of an object with a getter that clones it",
    "const o = { get x() { return structuredClone(o); } }; structuredClone(o);",
  ),
  deep("a flood of arguments", "return Math.max(...new Array(1e6));"),
  deep(
    "recursion through queueMicrotask until memory ends",
    "const all = []; const again = () => { all.push(new Array(1000).fill(0)); queueMicrotask(again); }; again(); await new Promise(() => {});",
    outOfMemory,
  ),
];
