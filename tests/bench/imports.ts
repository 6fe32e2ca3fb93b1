/** What `import "x"` costs: each built-in, and each package of the layers' catalogue. */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { LAYER_CATALOGUE } from "../../sandbox/lambda/layer-catalogue.ts";
import { nodeLibrary } from "../../sandbox/node/library.ts";
import { BUILTINS } from "../../sandbox/runtime/quickjs/library/manifest.ts";
import type { Library } from "../../sandbox/runtime/quickjs/library.ts";
import { quickjsRuntime } from "../../sandbox/runtime/quickjs/runtime.ts";
import { simulate } from "../../sandbox/simulate.ts";
import type { Trace } from "../../sandbox/trace/events.ts";
import { type Figure, median } from "./measure.ts";

const ENGINE = new URL("../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url);
const ROUNDS = 7;

/** Which parts of the library a run has asked for. */
const asked = new Set<string>();
const runtime = quickjsRuntime({ engine: new WebAssembly.Module(readFileSync(ENGINE)), library: listening(nodeLibrary()) });

function listening(library: Library): Library {
  return {
    source(id) {
      asked.add(id);
      return library.source(id);
    },
    codec: library.codec,
    part: library.part,
  };
}

/** Packages whose main module is not what one imports, or has no effect when it is loaded. */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  middy: ["@middy/core", "@middy/http-json-body-parser", "@middy/http-error-handler"],
  "middy-validator": ["@middy/validator", "@middy/validator/transpile"],
  powertools: ["@aws-lambda-powertools/logger"],
};

export function layerFigures(): readonly Figure[] {
  return Object.keys(LAYER_CATALOGUE).map((layer) => {
    const size = gzipped(nodeLibrary().source(`layer-${layer}`));
    return figure(layer, IMPORTS[layer] ?? [layer], [layer], `layer ${kB(size)} gz, with built-ins `);
  });
}

export function builtInFigures(): readonly Figure[] {
  return BUILTINS.map((name) => figure(name, [`node:${name}`], [], ""));
}

function figure(what: string, imports: readonly string[], Layers: readonly string[], before: string): Figure {
  const nothing = coldStart([], Layers);
  asked.clear();
  const first = coldStart(imports, Layers);
  const bytes = [...asked]
    .filter((id) => !id.startsWith("layer-") && id !== "exports")
    .reduce((sum, id) => sum + gzipped(nodeLibrary().source(id)), 0);
  const real =
    median(Array.from({ length: ROUNDS }, () => coldStart(imports, Layers).real)) -
    median(Array.from({ length: ROUNDS }, () => coldStart([], Layers).real));
  const parts = [
    `${real.toFixed(0)} ms real`,
    `${(first.virtual - nothing.virtual).toFixed(0)} ms virtual`,
    `${first.memoryMB - nothing.memoryMB} MB`,
    `${before}${kB(bytes)} gz`,
  ];
  return { what, value: parts.join(", ") };
}

function coldStart(
  imports: readonly string[],
  Layers: readonly string[],
): { readonly real: number; readonly virtual: number; readonly memoryMB: number } {
  const code = `${imports.map((name) => `import ${JSON.stringify(name)};`).join("")} export const handler = async () => 1;`;
  const start = performance.now();
  const trace = simulate(
    {
      seed: 1,
      startsAt: "2026-11-22T00:00:00.000Z",
      functions: [
        {
          FunctionName: "f",
          Runtime: "nodejs24.x",
          Handler: "index.handler",
          MemorySize: 1769,
          Timeout: 30,
          Layers,
          files: { "index.mjs": code },
        },
      ],
      stimuli: [{ type: "invoke", FunctionName: "f" }],
    },
    runtime,
  );
  return { real: performance.now() - start, ...inTrace(trace, imports) };
}

function inTrace(trace: Trace, imports: readonly string[]): { readonly virtual: number; readonly memoryMB: number } {
  const ended = trace.events.find((event) => event.type === "invoke-ended");
  if (ended?.status !== "success") throw new Error(`bench: importing ${imports.join(", ")} failed`);
  return { virtual: ended.at - trace.startsAt, memoryMB: ended.maxMemoryUsedMB };
}

const gzipped = (text: string) => gzipSync(text, { level: 9 }).length;
const kB = (bytes: number) => `${(bytes / 1000).toFixed(0)} kB`;
