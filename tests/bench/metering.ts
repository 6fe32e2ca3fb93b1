/** The price of metering: six programs in the engine as the package ships it, and as we run it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { millisFor } from "../../sandbox/runtime/quickjs/cpu.ts";
import { Engine, EVAL_GLOBAL } from "../../sandbox/runtime/quickjs/engine/instance.ts";
import { meter } from "../../sandbox/runtime/quickjs/engine/meter.ts";
import { namesFromGlue } from "../../sandbox/runtime/quickjs/engine/names.ts";
import { type Figure, median } from "./measure.ts";

export const PROGRAMS: Readonly<Record<string, string>> = {
  loop: "let sum = 0; for (let i = 0; i < 1e6; i += 1) sum += i % 7; sum",
  fib: "const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2)); fib(22)",
  JSON: "const items = Array.from({ length: 500 }, (_, id) => ({ id, name: 'x' + id })); let n = 0; for (let i = 0; i < 30; i += 1) n += JSON.parse(JSON.stringify(items)).length; n",
  sort: "let n = 0; for (let r = 0; r < 5; r += 1) n += Array.from({ length: 5000 }, (_, i) => (i * 7919) % 10007).sort((a, b) => a - b)[0]; n",
  "regular expression": "/(a+)+b/.test('a'.repeat(17))",
  "string building": "let text = ''; for (let i = 0; i < 1e5; i += 1) text += 'ab' + i; text.length",
};

const ROUNDS = 7;

export function meteringFigures(metered: WebAssembly.Module): readonly Figure[] {
  const plain = new WebAssembly.Module(unmetered() as BufferSource);
  return Object.entries(PROGRAMS).map(([what, program]) => {
    const times = { plain: [] as number[], metered: [] as number[], node: [] as number[] };
    let counts = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      times.plain.push(run(plain, program).millis);
      const result = run(metered, program);
      times.metered.push(result.millis);
      counts = result.counts;
      times.node.push(inNode(program));
    }
    const [without, with_, node] = [median(times.plain), median(times.metered), median(times.node)];
    const price = `${((with_ / without - 1) * 100).toFixed(0)} %`;
    const value = `${price.padStart(5)} slower; ${(counts / 1e6).toFixed(1)} M counts = ${millisFor(counts, 1).toFixed(1)} ms of a vCPU; in Node here ${node.toFixed(1)} ms`;
    return { what, value };
  });
}

function run(module: WebAssembly.Module, program: string): { readonly millis: number; readonly counts: number } {
  const engine = new Engine(module, {
    maximumBytes: 256 * 1_048_576,
    now: () => 0,
    loader: { normalize: (_importer, specifier) => specifier, load: () => "" },
    functions: [],
  });
  engine.fuel = 0x7fffffff;
  const start = performance.now();
  const value = engine.eval(program, "bench.js", EVAL_GLOBAL);
  const millis = performance.now() - start;
  if (engine.exception(value) !== undefined) throw new Error(`bench: ${program} failed`);
  return { millis, counts: 0x7fffffff - engine.fuel };
}

/** The same program in the Node that runs the benchmark: what the price of a count was chosen by (sandbox/runtime/quickjs/cpu.ts). */
function inNode(program: string): number {
  const compiled = new Function(`return eval(${JSON.stringify(program)})`) as () => unknown;
  const start = performance.now();
  compiled();
  return performance.now() - start;
}

function unmetered(): Uint8Array {
  const require = createRequire(import.meta.url);
  const path = require.resolve("@jitl/quickjs-ng-wasmfile-release-sync/wasm");
  const glue = readFileSync(path.replace(/\.wasm$/, ".browser.mjs"), "utf8");
  return meter(readFileSync(path), namesFromGlue(glue), { fuel: false, stack: false });
}
