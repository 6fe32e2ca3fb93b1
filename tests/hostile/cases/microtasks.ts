/** Queues that never run empty, and promise chains of a million links that do. */
import { type HostileCase, hostile, outOfMemory, returns, throws, timesOut } from "../case.ts";

const endless = (name: string, body: string, more?: Parameters<typeof hostile>[4]) =>
  hostile("endless microtasks", name, body, timesOut(), more);
const chain = (name: string, body: string, payload: string, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("long promise chain", name, body, returns(payload), { ...more, options: { MemorySize: 2048, Timeout: 60, ...more.options } });

export const ENDLESS_MICROTASKS: readonly HostileCase[] = [
  endless("an await in an endless loop", "for (;;) await null;"),
  endless("a then that adds a then", "const again = () => Promise.resolve().then(again); await again();"),
  endless("queueMicrotask that queues itself", "const again = () => queueMicrotask(again); again(); await new Promise(() => {});"),
  endless("process.nextTick that queues itself", "const again = () => process.nextTick(again); again(); await new Promise(() => {});"),
  endless(
    "nextTick and microtasks in turns",
    "const tick = () => queueMicrotask(() => process.nextTick(tick)); tick(); await new Promise(() => {});",
  ),
  endless(
    "an async function that calls itself after an await",
    "const again = async () => { await null; return again(); }; await again();",
  ),
  endless("a thenable that resolves with itself, for ever", "const thenable = { then(resolve) { resolve(thenable); } }; await thenable;"),
  endless("rejections that are caught and thrown again", "const again = () => Promise.reject(1).catch(again); await again();"),
  endless(
    "an await in an endless loop that keeps an AsyncLocalStorage's store",
    'const { AsyncLocalStorage } = await import("node:async_hooks"); await new AsyncLocalStorage().run(1, async () => { for (;;) await null; });',
  ),
  endless(
    "a hook of async_hooks that is told of the promises that it makes",
    'const { createHook } = await import("node:async_hooks"); createHook({ init() { Promise.resolve().then(() => undefined); } }).enable(); for (;;) await null;',
  ),
  endless("Promise.race in an endless loop", "for (;;) await Promise.race([Promise.resolve(1), new Promise(() => {})]);"),
  {
    kind: "endless microtasks",
    name: "microtasks for ever beneath a callback handler of nodejs22.x",
    files: {
      "index.js":
        'exports.handler = (event, context, callback) => { if (event.again) return callback(null, "works"); const again = () => queueMicrotask(again); again(); setTimeout(callback, 1, null, "late"); };',
    },
    options: { Runtime: "nodejs22.x" },
    expected: timesOut(),
  },
];

export const PROMISE_CHAINS: readonly HostileCase[] = [
  chain("100,000 thens", "let p = Promise.resolve(0); for (let i = 0; i < 1e5; i++) p = p.then((n) => n + 1); return p;", "100000"),
  chain("200,000 awaits", "let n = 0; for (let i = 0; i < 2e5; i++) n += await 1; return n;", "200000"),
  chain(
    "a promise that resolves with a promise, 100,000 deep",
    "let p = Promise.resolve(1); for (let i = 0; i < 1e5; i++) { const inner = p; p = new Promise((resolve) => resolve(inner)); } return p;",
    "1",
  ),
  chain(
    "a rejection that passes 100,000 links to its catch",
    'let p = Promise.reject(new Error("first")); for (let i = 0; i < 1e5; i++) p = p.then(() => "never"); return p.catch((error) => error.message);',
    '"first"',
  ),
  chain(
    "async functions, each awaiting the next, 100,000 deep",
    "let last = async () => 0; const waits = []; let p = Promise.resolve(0); const link = async (previous) => (await previous) + 1; for (let i = 0; i < 1e5; i++) p = link(p); return p;",
    "100000",
  ),
  chain(
    "Promise.all of 100,000 promises",
    "return (await Promise.all(Array.from({ length: 1e5 }, (_, i) => Promise.resolve(i)))).length;",
    "100000",
  ),
  chain(
    "100,000 values of an async generator",
    "async function* count() { for (let i = 0; i < 1e5; i++) yield i; } let n = 0; for await (const i of count()) n += 1; return n;",
    "100000",
  ),
  chain(
    "100,000 thens before the first is settled",
    "let start; let p = new Promise((resolve) => (start = resolve)); for (let i = 0; i < 1e5; i++) p = p.then((n) => n + 1); start(0); return p;",
    "100000",
  ),
  // Their 240 bytes each are more than a function of 128 MB has beside Node.js.
  hostile(
    "long promise chain",
    "a million links at 128 MB",
    "let p = Promise.resolve(0); for (let i = 0; i < 1e6; i++) p = p.then((n) => n + 1); return p;",
    outOfMemory,
    {
      options: { Timeout: 60 },
    },
  ),
  // As many as the simulation's budget of work does not cover: it ends at the deadline, and says that it was cut short.
  hostile(
    "long promise chain",
    "a million links at 2,048 MB",
    "let p = Promise.resolve(0); for (let i = 0; i < 1e6; i++) p = p.then((n) => n + 1); return p;",
    timesOut(60, { simplified: "work budget" }),
    { options: { MemorySize: 2048, Timeout: 60 } },
  ),
  hostile(
    "long promise chain",
    "a chain that ends in itself",
    "const p = Promise.resolve().then(() => p); await p;",
    throws("TypeError", "Chaining cycle detected for promise #<Promise>"),
  ),
];
