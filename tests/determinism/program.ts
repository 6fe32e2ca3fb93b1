/** Runs every scenario where it is, and answers with the traces as JSON text. */
import { everyPart } from "../../sandbox/parts/every.ts";
import { byDefinition } from "../../sandbox/runtime/by-definition.ts";
import { quickjsRuntime } from "../../sandbox/runtime/quickjs/runtime.ts";
import { simulate } from "../../sandbox/simulate.ts";
import { ALL_CODECS } from "../cross-engine/codecs.ts";
import type { Program } from "../cross-engine/program.ts";
import { SCENARIOS } from "./scenarios.ts";

export const program: Program = async (platform, input) => {
  const { library } = input as { readonly library: readonly string[] };
  const decoder = new TextDecoder();
  const sources = new Map<string, string>();
  for (const id of library) sources.set(id, decoder.decode(await platform.file(id)));
  const code = quickjsRuntime({
    engine: new WebAssembly.Module(await platform.file("engine")),
    library: {
      source(id) {
        const source = sources.get(id);
        if (source === undefined) throw new Error(`the library has no ${id}`);
        return source;
      },
      codec: (name) => ALL_CODECS[name],
      part: everyPart,
    },
  });
  const runtime = byDefinition(code);
  return Object.fromEntries(Object.entries(SCENARIOS).map(([name, scenario]) => [name, JSON.stringify(simulate(scenario, runtime))]));
};
