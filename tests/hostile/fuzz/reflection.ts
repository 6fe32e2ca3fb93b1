/** Programs that look for every function there is and call it with arguments that it does not expect. */
import type { Chance } from "./chance.ts";
import { ODD_VALUES } from "./values.ts";

const MODULES = [
  "assert",
  "async_hooks",
  "buffer",
  "crypto",
  "events",
  "fs",
  "fs/promises",
  "module",
  "os",
  "path",
  "perf_hooks",
  "querystring",
  "string_decoder",
  "timers",
  "url",
  "util",
];

/** Calls that end the process or the test, and would hide what comes after them. */
const LEFT_OUT = ["process.exit", "process.reallyExit", "process.abort", "process.kill"];

export function program(chance: Chance): string {
  const values = chance.several(6, 12, () => `() => (${chance.oneOf(ODD_VALUES)})`);
  return `
  const make = [${values.join(", ")}];
  const found = [];
  const seen = new Set();
  const visit = (value, name, depth) => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value) || depth > 3) return;
    seen.add(value);
    if (typeof value === "function" && !${JSON.stringify(LEFT_OUT)}.includes(name)) found.push([name, value]);
    for (const key of Reflect.ownKeys(value)) {
      const property = Reflect.getOwnPropertyDescriptor(value, key);
      if (property === undefined) continue;
      visit(property.value, name + "." + String(key), depth + 1);
      visit(property.get, name + "." + String(key), depth + 1);
      visit(property.set, name + "." + String(key), depth + 1);
    }
  };
  visit(${chance.percent(50) ? "globalThis" : `await import("node:${chance.oneOf(MODULES)}")`}, "", 0);
  visit(process, "process", 0);
  let state = ${chance.number(1_000_000)};
  const pick = (n) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0) % n;
  const any = () => { try { return make[pick(make.length)](); } catch { return undefined; } };
  let threw = 0;
  for (let i = 0; i < ${20 + chance.number(60)}; i++) {
    const [name, fn] = found[pick(found.length)];
    const args = Array.from({ length: pick(4) }, any);
    try {
      const result = pick(5) === 0 ? Reflect.construct(fn, args) : Reflect.apply(fn, any(), args);
      if (pick(3) === 0) result?.then?.(() => {}, () => {});
      if (pick(8) === 0) console.log(name, result);
    } catch (error) {
      threw += 1;
      if (pick(8) === 0) console.log(error);
    }
  }
  return threw;`;
}
