/** What evaluating a part of the library loads besides, found by doing it: each in a guest of its own, where nothing is loaded yet. */
import { readFileSync } from "node:fs";
import { seededRandom } from "../../../../time/random.ts";
import { GLOBALS } from "../manifest.ts";
import { bareGuest, primordialsText } from "./bare-guest.ts";
import { neverAsked } from "./export-names.ts";

export async function companions(ids: readonly string[], source: (id: string) => string): Promise<ReadonlyMap<string, readonly string[]>> {
  const wasm = new WebAssembly.Module(readFileSync(new URL("../../engine/dist/quickjs.wasm", import.meta.url)));
  const primordials = await primordialsText();
  return new Map(
    ids.map((id) => {
      const loaded: string[] = [];
      const recorded = (asked: string) => {
        if (asked !== id) loaded.push(asked);
        return source(asked);
      };
      const disk = { files: new Map<string, Uint8Array>(), tmp: { files: new Map<string, Uint8Array | null>() }, tmpBytes: 0 };
      const context = {
        random: seededRandom(1),
        now: () => 0,
        sleep: () => undefined,
        startedAt: 0,
        memoryMB: 128,
        disk,
        codec: neverAsked,
      };
      const { evaluate } = bareGuest({ wasm, source: recorded, primordials, context });
      evaluate(SURROUNDINGS);
      evaluate(`require(${JSON.stringify(id)})`);
      return [id, loaded];
    }),
  );
}

/** The globals that parts use while they are evaluated, loaded at their first use as in a process. */
const SURROUNDINGS = `(() => {
  globalThis.process = { platform: "linux" };
  const globals = ${JSON.stringify(GLOBALS)};
  for (const name of Object.keys(globals)) {
    const settle = (value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true });
    Object.defineProperty(globalThis, name, { configurable: true, get: () => settle(require(globals[name][0])[globals[name][1]])[name], set: settle });
  }
})()`;
