import { expect, test } from "vitest";
import { guest, inNode } from "./guest.ts";

/** What the console prints in the guest, and what a Console of Node's prints, line by line. */
function bothPrint(calls: string): void {
  const self = guest();
  const there = self.run(
    `const console = Object.assign(globalThis.console, makeConsole()); ${calls}; return lines.map((line) => line.replace(/^[12]:/, "").replace(/\\n$/, "")).join("\\n")`,
  );
  const here = inNode(
    `const chunks = [];
    const { Writable } = require("stream");
    const stream = new Writable({ write(chunk, _encoding, done) { chunks.push(String(chunk)); done(); } });
    const console = new (require("console").Console)({ stdout: stream, stderr: stream, groupIndentation: 2 });
    const warn = console.warn;
    console.warn = (first, ...rest) => warn.call(console, "WARN " + first, ...rest);
    ${calls}; return chunks.join("").replace(/\\n$/, "")`,
  );
  expect(there).toBe(here);
}

const TABLES = [
  "console.table([{ a: 1, b: 'x' }, { a: 2, c: true }])",
  "console.table([[1, 2], [3, 4]])",
  "console.table([1, 'two', null, { a: 1 }])",
  "console.table({ 서울: { 인구: 940, 구: 25 }, 부산: { 인구: 330, 구: 16 } })",
  "console.table([{ a: 1, b: 2 }], ['b'])",
  "console.table(new Map([['a', 1], ['b', { c: 1 }]]))",
  "console.table(new Set([1, 'x']))",
  "console.table(new Map([[1, 2]]).entries())",
  "console.table(new Map([[1, 2]]).keys())",
  "console.table(new Set([1, 2]).values())",
  "console.table([])",
  "console.table({})",
  "console.table(5)",
  "console.table(null)",
  "console.table([{ a: { b: { c: 1 } }, d: [1, 2, 3, 4, 5] }])",
  "console.table([Symbol('s'), 10n, undefined, () => 1])",
];

for (const call of TABLES) {
  test(`${call} draws the table that Node draws`, () => bothPrint(call));
}

const OTHERS = [
  "console.count(); console.count('x'); console.count(); console.countReset(); console.count()",
  "console.assert(true, 'not said'); console.assert(false, 'said %s', 1); console.assert(0); console.assert(false, { a: 1 })",
  "console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 })",
  "console.dir({ [Symbol.for('nodejs.util.inspect.custom')]() { return 'custom'; } })",
  "console.dirxml({ a: 1 }, [2])",
];

for (const calls of OTHERS) {
  test(`${calls} prints what Node prints`, () => bothPrint(calls));
}

test("console.dir is indented inside groups, by two spaces a level", () => {
  const lines = guest().run(
    `const made = makeConsole(); made.group("Label"); made.dir({ a: 1 }); made.group(); made.dir("x\\ny"); made.groupEnd(); made.groupEnd(); made.dir(1); return lines`,
  );
  expect(lines).toEqual(["Label", "1:  { a: 1 }\n", "1:    'x\\ny'\n", "1:1\n"]);
});

test("a table goes through console.log, so that Lambda's prefix stands before it", () => {
  const lines = guest().run(
    `const made = makeConsole(); console.log = (text) => lines.push("PREFIX " + text); made.table([{ a: 1 }]); return lines`,
  );
  expect((lines as string[])[0]).toMatch(/^PREFIX ┌/);
});

test("console.time counts virtual time, in the unit that fits", () => {
  const self = guest();
  self.run("globalThis.made = makeConsole(); made.time(); made.time('long'); made.time('hours'); return 0");
  self.now += 12.3456;
  self.run("made.timeLog('default', 'so far', 1); return 0");
  self.now += 1500;
  self.run("made.timeEnd(); return 0");
  self.now += 60_000;
  self.run("made.timeEnd('long'); return 0");
  self.now += 3_600_000;
  expect(self.run("made.timeEnd('hours'); made.timeEnd('hours'); return lines")).toEqual([
    "default: 12.346ms so far 1",
    "default: 1.512s",
    "long: 1:01.512 (m:ss.mmm)",
    "hours: 1:01:01.512 (h:mm:ss.mmm)",
    "Warning: No such label 'hours' for console.timeEnd()",
  ]);
});

/** What a Console of one's own writes to its streams, and what it refuses, in the guest and in Node. */
const OWN_CONSOLE = `const { Writable } = require("stream"); const chunks = [];
  const stream = (name) => new Writable({ decodeStrings: false, write(chunk, _encoding, done) { chunks.push(name + chunk); done(); } });
  const out = stream("1:"), err = stream("2:");
  const e = (f) => { try { return f(); } catch (x) { return [x.name, x.message, x.code]; } };`;

test.each([
  'new Console(out, err).log("a %s %d", "b", 1, { c: [1, { d: { e: 1 } }] })',
  'const c = new Console({ stdout: out, stderr: err }); c.warn("w"); c.error(new RangeError("x").message); c.info(1n); c.debug(null)',
  'const c = Console(out); c.error("one stream"); c.group("g"); c.log("a\\nb"); c.groupCollapsed(); c.warn("deep"); c.groupEnd(); c.groupEnd(); c.groupEnd(); c.log("back")',
  'const c = new Console({ stdout: out, stderr: err, groupIndentation: 4 }); c.group(); c.log("x"); c.dir({ a: { b: { c: {} } } }, { depth: 0 })',
  'const c = new Console(out, err); c.table([{ a: 1 }]); c.count(); c.count("k"); c.countReset("k"); c.count("k"); c.assert(1 === 2, "no %s", "way"); c.assert(true)',
  'const { log } = new Console(out, err); log("bound"); chunks.push(log.name, typeof new Console(out).table)',
  "new Console({ stdout: out, inspectOptions: { depth: 0, compact: false } }).log({ a: { b: 1 } })",
  "chunks.push(e(() => new Console()), e(() => new Console({})), e(() => new Console({ stdout: out, stderr: {} })), e(() => new Console({ stdout: out, colorMode: 'x' })))",
  "chunks.push(e(() => new Console({ stdout: out, groupIndentation: -1 })), e(() => new Console({ stdout: out, inspectOptions: 1 })), e(() => new Console({ stdout: out, colorMode: true, inspectOptions: { colors: true } })))",
  "chunks.push(new Console(out) instanceof Console, {} instanceof Console, String(new Console(out)))",
  "const bad = { write() { throw new Error('swallowed'); }, listenerCount: () => 1, removeListener() {} }; new Console(bad).log(1); chunks.push(e(() => new Console({ stdout: bad, ignoreErrors: false }).log(1)))",
  "class Mine extends Console { log(...args) { super.log('mine', ...args); } } new Mine(out, err).log(1); new Mine(out, err).info(2)",
])("new Console prints and refuses as Node's does: %s", (calls) => {
  const ended = (Console: string) => `${OWN_CONSOLE} const Console = ${Console}; ${calls}; return chunks`;
  expect(guest().run(ended('require("internal/console-class")'))).toEqual(inNode(ended('require("console").Console')));
});
