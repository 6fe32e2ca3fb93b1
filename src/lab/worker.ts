/**
 * The worker that runs the simulator. First it asks for the engine, then it locks itself down, then it serves. What it loads
 * later (parts of the guest's library and of the host's side) are chunks of this site that `import()` names: syntax, which no
 * lock-down can take away and which nothing but this source can write.
 */

import type { PartName, Parts } from "../../sandbox/parts.ts";
import type { Codec } from "../../sandbox/runtime/quickjs/codec.ts";
import engineAddress from "../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm?url";
import { lockDown } from "../../sandbox/worker/lock-down.ts";
import { type ServerPort, serve } from "../../sandbox/worker/server.ts";

const library = import.meta.glob<string>("../../sandbox/runtime/quickjs/guest/dist/**/*.js", { query: "?raw", import: "default" });

const codecs = import.meta.glob<Codec>("../../sandbox/runtime/quickjs/codecs/*.ts", { import: "codec" });

const parts = import.meta.glob<Parts[PartName]>(["../../sandbox/parts/*.ts", "!../../sandbox/parts/every.ts"], { import: "part" });

// Not compileStreaming: a school's web server need not know the media type of WebAssembly.
const engine = fetch(engineAddress)
  .then((response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Error(`the engine: HTTP ${response.status}`))))
  .then((bytes) => WebAssembly.compile(bytes));

// The DOM's types know the page's global scope, not a worker's; of a worker's, this is all that is used.
const port = globalThis as unknown as ServerPort;

lockDown(globalThis);
serve(port, { engine, source, codec, part });

async function source(id: string): Promise<string> {
  const load = library[`../../sandbox/runtime/quickjs/guest/dist/${id}.js`];
  if (load === undefined) throw new Error(`the guest's library has no "${id}"`);
  return load();
}

async function codec(name: string): Promise<Codec> {
  const load = codecs[`../../sandbox/runtime/quickjs/codecs/${name}.ts`];
  if (load === undefined) throw new Error(`there is no codec "${name}"`);
  return load();
}

async function part(name: string): Promise<Parts[PartName]> {
  const load = parts[`../../sandbox/parts/${name}.ts`];
  if (load === undefined) throw new Error(`there is no part "${name}"`);
  return load();
}
