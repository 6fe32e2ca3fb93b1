/** The QuickJS runtime in Node: engine and guest library read from disk, where `npm run build:engine` puts them. */
import { readFileSync } from "node:fs";
import { quickjsRuntime } from "../runtime/quickjs/runtime.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { ENGINE, GUEST } from "./built-files.ts";

export function nodeRuntime(): Runtime {
  const sources = new Map<string, string>();
  return quickjsRuntime({
    engine: new WebAssembly.Module(readFileSync(ENGINE)),
    library: {
      source(id) {
        const source = sources.get(id) ?? readFileSync(new URL(`${id}.js`, GUEST), "utf8");
        sources.set(id, source);
        return source;
      },
    },
  });
}
