/** Loops that never end, in the handler's own code: each ends at the deadline, exactly. */
import { type HostileCase, hostile, timesOut } from "../case.ts";

const loop = (name: string, body: string, more?: Parameters<typeof hostile>[4]) => hostile("endless loop", name, body, timesOut(), more);

export const ENDLESS_LOOPS: readonly HostileCase[] = [
  loop("an empty for loop", "for (;;);"),
  loop("a while loop that counts", "let n = 0; while (true) n++;"),
  loop("a do-while loop", "do {} while (1);"),
  loop("a labelled continue", "outer: for (;;) { for (;;) continue outer; }"),
  loop("an endless generator", "function* forever() { for (;;) yield 1; } for (const one of forever());"),
  loop(
    "a generator that delegates to itself in turns",
    "function* ping() { for (;;) yield* [1, 2, 3]; } let n = 0; for (const one of ping()) n += one;",
  ),
  loop("an iterator that is never done", "for (const x of { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }) }) });"),
  loop("an endless asynchronous generator", "async function* forever() { for (;;) yield 1; } for await (const one of forever());"),
  loop(
    "a destructuring of an iterator whose return never comes back",
    "const [a] = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: 1 }), return() { for (;;); } }) };",
  ),
  loop("a trampoline", "let next = () => next; for (;;) next = next();"),
  loop("eval of a loop", 'eval("for (;;);");'),
  loop("new Function of a loop", 'new Function("while (true);")();'),
  loop("a static block that loops", "class Loops { static { for (;;); } }"),
  loop("a default parameter that loops", "((a = (() => { for (;;); })()) => a)();"),
  loop("a sort of a million elements, again and again", "for (;;) Array.from({ length: 1e5 }, (_, i) => -i).sort((a, b) => a - b);", {
    options: { MemorySize: 256 },
  }),
  loop(
    "JSON there and back, for ever",
    "const big = Array.from({ length: 2000 }, (_, i) => ({ i, text: `item ${i}` })); for (;;) JSON.parse(JSON.stringify(big));",
  ),
  loop("a string that is built and thrown away", 'for (;;) { let s = ""; for (let i = 0; i < 1000; i++) s += i; }'),
  hostile("endless loop", "a loop at 10,240 MB and 15 minutes", "for (;;);", timesOut(900, { simplified: "work budget" }), {
    options: { MemorySize: 10_240, Timeout: 900 },
  }),
  {
    kind: "endless loop",
    name: "a loop in a callback handler of nodejs22.x",
    files: {
      "index.js": 'exports.handler = (event, context, callback) => { if (event.again) return callback(null, "works"); for (;;); };',
    },
    options: { Runtime: "nodejs22.x" },
    expected: timesOut(),
  },
  {
    kind: "endless loop",
    name: "a loop in the module itself, first in Init and then in the invocation",
    files: { "index.mjs": 'for (;;); export const handler = async () => "works";' },
    expected: timesOut(),
    then: timesOut(),
  },
  {
    kind: "endless loop",
    name: "a loop in a module that a handler imports while it runs",
    files: {
      "index.mjs": 'export const handler = async (event) => { if (event.again) return "works"; await import("./loop.mjs"); };',
      "loop.mjs": "for (;;);",
    },
    expected: timesOut(),
  },
];
