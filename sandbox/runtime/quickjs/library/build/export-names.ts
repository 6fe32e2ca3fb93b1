/**
 * What each importable module exports: an ES module's import of it needs the names before anything is evaluated. `process`
 * and `console` are the guest's own objects and are asked for their names where they are made.
 */
import { readFileSync } from "node:fs";
import { seededRandom } from "../../../../time/random.ts";
import { BUILTINS } from "../manifest.ts";
import { bareGuest, primordialsText } from "./bare-guest.ts";

export async function exportNames(source: (id: string) => string): Promise<Record<string, readonly string[]>> {
  const wasm = new WebAssembly.Module(readFileSync(new URL("../../engine/dist/quickjs.wasm", import.meta.url)));
  const disk = { files: new Map<string, Uint8Array>(), tmp: { files: new Map<string, Uint8Array | null>() }, tmpBytes: 0 };
  const context = { random: seededRandom(1), now: () => 0, sleep: () => undefined, startedAt: 0, memoryMB: 128, disk, codec: neverAsked };
  const { engine, evaluate } = bareGuest({ wasm, source, primordials: await primordialsText(), context });
  const names: Record<string, readonly string[]> = {};
  for (const id of BUILTINS) {
    if (id === "process" || id === "console") continue;
    const keys = evaluate(`JSON.stringify(Object.keys(require(${JSON.stringify(id)})))`);
    names[id] = (JSON.parse(engine.string(keys)) as string[]).filter((key) => /^[A-Za-z_$][\w$]*$/.test(key) && key !== "default");
  }
  return names;
}

function neverAsked(name: string): never {
  throw new Error(`library: a module asks for the codec ${name} when it is loaded; it has to wait until it is called`);
}
