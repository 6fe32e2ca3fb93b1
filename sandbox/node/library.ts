/** The runtime in Node: engine and guest library read from disk, where `npm run build:engine` puts them. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { everyPart } from "../parts/every.ts";
import { byDefinition } from "../runtime/by-definition.ts";
import type { Codec } from "../runtime/quickjs/codec.ts";
import type { Library } from "../runtime/quickjs/library.ts";
import { quickjsRuntime } from "../runtime/quickjs/runtime.ts";
import type { Runtime } from "../runtime/runtime.ts";
import { ENGINE, GUEST } from "./built-files.ts";

export function nodeRuntime(): Runtime {
  return byDefinition(quickjsRuntime({ engine: new WebAssembly.Module(readFileSync(ENGINE)), library: nodeLibrary() }));
}

/** Each part is read when it is first asked for. */
export function nodeLibrary(): Library {
  const sources = new Map<string, string>();
  return {
    source(id) {
      const source = sources.get(id) ?? readFileSync(new URL(`${id}.js`, GUEST), "utf8");
      sources.set(id, source);
      return source;
    },
    // An import would make the runtime asynchronous; Node keeps what it has required.
    part: everyPart,
    codec: (name) => (require(`../runtime/quickjs/codecs/${name}.ts`) as { readonly codec: Codec }).codec,
  };
}

const require = createRequire(import.meta.url);
