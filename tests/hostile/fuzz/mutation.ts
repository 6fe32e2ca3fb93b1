/** Programs that are hostile cases and ordinary snippets, with pieces changed, doubled, left out and grafted onto one another. */
import { CASES } from "../cases/index.ts";
import type { Chance } from "./chance.ts";
import { oddValue } from "./values.ts";

const SNIPPETS: readonly string[] = [
  "const { sum, ...rest } = [1, 2, 3].reduce((o, n) => ({ ...o, sum: (o.sum ?? 0) + n }), { n: 1 }); return { sum, rest };",
  "const text = JSON.stringify({ a: [1, { b: null }], c: 'x' }, (key, value) => value, 2); return JSON.parse(text, (key, value) => value);",
  "const { readFileSync, writeFileSync, readdirSync, statSync } = await import('node:fs'); writeFileSync('/tmp/a', 'b'); return [readFileSync('/tmp/a', 'utf8'), readdirSync('/tmp'), statSync('/tmp/a').size];",
  "const { EventEmitter, once } = await import('node:events'); const e = new EventEmitter(); setTimeout(() => e.emit('x', 1), 5); return await once(e, 'x');",
  "const b = Buffer.from('한글'); return [b.toString('hex'), b.toString('base64'), b.slice(1, 3), Buffer.concat([b, b]).length, b.equals(b)];",
  "const u = new URL('/p?q=1#h', 'https://user@example.com:8080'); u.searchParams.append('r', '가'); return [u.href, u.host, [...u.searchParams]];",
  "const { inspect, format, promisify } = await import('node:util'); return [inspect({ a: [new Map([[1, { b: 2 }]])] }, { depth: 5 }), format('%s %d %j %%', 'a', 1, {}), await promisify((f) => f(null, 1))()];",
  "const { createRequire } = await import('node:module'); const require = createRequire(import.meta.url); return Object.keys(require('path')).length;",
  "const controller = new AbortController(); setTimeout(() => controller.abort(), 3); await new Promise((r) => controller.signal.addEventListener('abort', r)); return controller.signal.reason.name;",
  "const { setTimeout: wait } = await import('node:timers/promises'); await wait(5); return performance.now() > 0;",
  "const assert = (await import('node:assert')).default; try { assert.deepStrictEqual({ a: 1 }, { a: 2 }); } catch (error) { return error.message; }",
  "return structuredClone(new Map([[{ a: new Date(0) }, [1n, /x/g, new Error('e')]]])).size;",
  "const results = await Promise.allSettled([1, Promise.reject(new Error('x')), new Promise((r) => setTimeout(r, 2))]); return results.map((r) => r.status);",
  "async function* pages() { for (let i = 0; i < 3; i++) { await null; yield [i, i * 2]; } } const out = []; for await (const [a, b] of pages()) out.push(a + b); return out;",
  "class Queue { #items = []; static of(...items) { const q = new Queue(); q.#items.push(...items); return q; } *[Symbol.iterator]() { yield* this.#items; } } return [...Queue.of(1, 2, 3)];",
  "return 'a1b22c333'.replace(/(?<letter>[a-z])(\\d+)/g, (match, letter, digits, at, whole, groups) => `${groups.letter}${digits.length}`);",
  "console.table([{ a: 1 }]); console.group('g'); console.dir({ x: 1 }); console.groupEnd(); console.time('t'); console.timeEnd('t'); console.assert(false, 'no'); return 1;",
  "const { createHash, randomUUID } = await import('node:crypto'); return [randomUUID().length, typeof createHash];",
  "const tag = (strings, ...values) => strings.raw.join('|') + values.join(); return tag`a${1}\\n${2}`;",
  "const order = []; setImmediate(() => order.push('i')); setTimeout(() => order.push('t')); process.nextTick(() => order.push('n')); queueMicrotask(() => order.push('m')); await new Promise((r) => setTimeout(r, 3)); return order;",
];

const BODIES: readonly string[] = [...SNIPPETS, ...CASES.flatMap(({ files }) => bodyOf(files["index.mjs"] ?? ""))];

export function program(chance: Chance): string {
  let tokens = tokensOf(chance.oneOf(BODIES));
  for (let change = 1 + chance.number(4); change > 0; change -= 1) tokens = mutated(chance, tokens);
  return tokens.join("");
}

function mutated(chance: Chance, tokens: readonly string[]): string[] {
  const at = chance.number(Math.max(1, tokens.length));
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  const here = tokens[at] ?? "";
  const changes: readonly (() => string[])[] = [
    () => [...before, oddValue(chance), ...after],
    () => [...before, ...after],
    () => [...before, here, here, ...after],
    () => [...before, here, chance.oneOf(tokens.length > 0 ? tokens : [""]), ...after],
    () => [...before, ...tokensOf(chance.oneOf(BODIES)), ...after],
    () => tokens.map((token) => (/^\d/.test(token) && chance.percent(50) ? oddValue(chance) : token)),
    () => ["try { ", ...tokens, " } catch (error) { console.log(error); }"],
    () => ["for (let i = 0; i < 3; i++) { ", ...tokens, " }"],
    () => ["await (async () => { ", ...tokens, " })();"],
    () => ["setTimeout(async () => { ", ...tokens, " }, 1); await new Promise((done) => setTimeout(done, 5));"],
    () => ["eval(", JSON.stringify(tokens.join("")), ");"],
    () => ["const keep = ", oddValue(chance), "; ", ...tokens, " return keep;"],
  ];
  return chance.oneOf(changes)();
}

const tokensOf = (text: string): string[] =>
  text.match(/\s+|[\w$]+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|=>|\.\.\.|[=!<>]=+|&&|\|\||\?\?|\?\.|\S/g) ?? [];

/** What a case's handler does; of long generated sources there is nothing to learn. */
function bodyOf(source: string): string[] {
  const body = /if \(event\.again\) return "works";\n([\s\S]*)\n\};\n$/.exec(source)?.[1];
  return body === undefined || body.length > 2_000 ? [] : [body];
}
