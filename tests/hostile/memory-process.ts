/** A process that observes one case, named by its index, and prints how much memory the process had taken at most before and after. */
import { nodeRuntime } from "../../sandbox/node/library.ts";
import { hostile as hostileCase, works } from "./case.ts";
import { CASES } from "./cases/index.ts";
import { observe } from "./observe.ts";

/** In bytes: the highest resident set so far. */
export interface MemoryReport {
  readonly before: number;
  readonly after: number;
}

const hostile = CASES[Number(process.argv[2])];
if (hostile === undefined) throw new Error(`there is no case ${process.argv[2]}`);
const runtime = nodeRuntime();
// Everything that any run takes has been taken: the engine is compiled and its image made.
observe(hostileCase(hostile.kind, "nothing", 'return "works";', works), runtime);
const before = peak();
observe(hostile, runtime);
const report: MemoryReport = { before, after: peak() };
console.log(JSON.stringify(report));

function peak(): number {
  return process.resourceUsage().maxRSS * 1024;
}
