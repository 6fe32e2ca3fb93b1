/**
 * A process that observes cases one after the other, named by their indices, and prints how much memory it had taken at most: before
 * the first, and after each.
 */
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { hostile as hostileCase, works } from "./case.ts";
import { CASES } from "./cases/index.ts";
import { observe } from "./observe.ts";

/** In bytes: the highest resident set so far. */
export interface MemoryReport {
  readonly before: number;
  /** In the order of the indices. What one case left behind counts against the next. */
  readonly after: readonly number[];
}

const collect = globalThis.gc ?? fail("--expose-gc is not set");
const cases = process.argv.slice(2).map((index) => CASES[Number(index)] ?? fail(`there is no case ${index}`));
const runtime = nodeRuntime();
// Everything that any run takes has been taken: the engine is compiled and its image made.
for (const kind of new Set(cases.map((hostile) => hostile.kind))) observe(hostileCase(kind, "nothing", 'return "works";', works), runtime);
const before = peak();
const after = cases.map((hostile) => {
  observe(hostile, runtime);
  const most = peak();
  // An engine is dropped, not freed: its memory goes with the next collection.
  collect();
  return most;
});
console.log(JSON.stringify({ before, after } satisfies MemoryReport));

function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
