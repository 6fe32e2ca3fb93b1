/** Random small programs: built-ins called with strange values in strange places. Seeded, so that a failure can be run again. */
import { type Random, seededRandom } from "../../sandbox/time/random.ts";

const VALUES = [
  "undefined",
  "null",
  "NaN",
  "-0",
  "1e308",
  "2 ** 31",
  "-1",
  "3n",
  "''",
  "'\\ud800'",
  "'한글'.repeat(50)",
  "[]",
  "[1, , 3]",
  "{}",
  "{ length: 3 }",
  "{ length: -1 }",
  "{ toString() { throw new Error('no') } }",
  "{ valueOf: () => 7, then(f) { f(this.x) } }",
  "Symbol.iterator",
  "Symbol('s')",
  "() => 1",
  "class { static #x = 1 }",
  "new Proxy({}, { get: (t, k) => (typeof k === 'string' ? k : undefined) })",
  "new Map([[1, {}]])",
  "new Set('abc')",
  "new Uint8Array(5)",
  "new ArrayBuffer(8)",
  "new Date(NaN)",
  "/(a|b)*c/g",
  "new Error('e', { cause: 1 })",
  "Promise.reject(9)",
  "event",
  "context",
  "globalThis",
  "Object.freeze([1, 2])",
  "Object.create(null)",
  "(function () { return arguments })(1, 2)",
  "(function* () { yield 1; yield* [2, 3]; })()",
] as const;

const OWNERS = [
  "Array.prototype",
  "String.prototype",
  "Object",
  "Reflect",
  "JSON",
  "Math",
  "Number.prototype",
  "BigInt",
  "Symbol",
  "Map.prototype",
  "Set.prototype",
  "Promise",
  "Promise.prototype",
  "RegExp.prototype",
  "Date.prototype",
  "Date",
  "Function.prototype",
  "ArrayBuffer.prototype",
  "Uint8Array.prototype",
  "Uint8Array",
  "DataView.prototype",
  "Error",
  "Iterator.prototype",
  "console",
  "process",
  "Buffer",
  "URL",
  "structuredClone",
] as const;

const pick = <T>(random: Random, list: readonly T[]): T => list[random.next() % list.length] as T;

function expression(random: Random, depth: number): string {
  const value = () => (depth > 0 && random.unit() < 0.35 ? expression(random, depth - 1) : pick(random, VALUES));
  const forms = [
    () => `call(${pick(random, OWNERS)}, ${random.next() % 64}, ${value()}, [${value()}, ${value()}, ${value()}])`,
    () => `(${value()})?.[${value()}]`,
    () => `[...(${value()} ?? [])]`,
    () => `\`\${${value()}}\``,
    () => `(${value()}) ${pick(random, ["+", "==", "<", "instanceof", "in", "??", "&&", "**"])} (${value()})`,
    () => `await (${value()})`,
    () => `new (${value()})(${value()})`,
    () => `JSON.stringify(${value()}, ${value()}, ${value()})`,
    () => `Object.defineProperty(${value()}, ${value()}, { get: () => ${value()}, configurable: true })`,
    () => `(() => { throw ${value()}; })()`,
  ];
  return pick(random, forms)();
}

const STATEMENTS = [
  (code: string) => `seen.push(await attempt(async () => ${code}));`,
  (code: string) => `setTimeout(async () => { ${code}; }, 1);`,
  (code: string) => `Promise.resolve().then(async () => { ${code}; }).catch(() => {});`,
  (code: string) => `console.log(await attempt(async () => ${code}));`,
  (code: string) => `queueMicrotask(() => { attempt(async () => ${code}); });`,
  (code: string) => `for (const x of [1, 2]) { seen.push(await attempt(async () => ${code})); }`,
  (code: string) => `return ${code};`,
] as const;

/** What every program stands in. `call` finds a method by its number, so that every built-in of an owner has its turn. */
const FRAME = (body: string) => `
const call = (owner, number, self, args) => {
  const names = Reflect.ownKeys(owner).filter((name) => { try { return typeof owner[name] === "function"; } catch { return false; } });
  const method = typeof owner === "function" && names.length === 0 ? owner : owner[names[number % names.length]];
  if (method === process.exit || method === process.abort || method === process.kill) return undefined;
  return Reflect.apply(method, self, args);
};
const attempt = async (run) => { try { return await run(); } catch (error) { return error; } };
export const handler = async (event, context) => {
  if (event.again) return "alive";
  const seen = [];
  ${body}
  return seen.length;
};`;

export function program(seed: number): string {
  const random = seededRandom(seed);
  const statements = Array.from({ length: 1 + (random.next() % 5) }, () => pick(random, STATEMENTS)(expression(random, 2)));
  return FRAME(statements.join("\n  "));
}
