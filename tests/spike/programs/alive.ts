/** How many engines one thread keeps alive, each booted from an image, called once and still in its own state afterwards. */
import { EVAL_GLOBAL } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import type { Program } from "../../cross-engine/program.ts";
import { ALL_FUEL, newEngine } from "../guest/run-guest.ts";
import { settle } from "../settle.ts";

export interface AliveInput {
  readonly most: number;
}

export interface AliveAnswer {
  readonly alive: number;
  /** Why there was not one more. */
  readonly refusal: string;
  /** Engines whose counter stands where it was left. */
  readonly intact: number;
  readonly bytesEach: number;
}

export const program: Program = async (platform, given): Promise<AliveAnswer> => {
  const { most } = given as AliveInput; // what sections/ sends
  const module = await WebAssembly.compile(await platform.file("engine"));
  const booted = newEngine(module);
  booted.fuel = ALL_FUEL;
  booted.eval("globalThis.count = 0; globalThis.tick = (n) => (count += n)", "boot.js", EVAL_GLOBAL);
  const image = booted.image();
  await settle(platform);
  const engines: ReturnType<typeof newEngine>[] = [];
  let refusal = "";
  while (engines.length < most && refusal === "") {
    try {
      const engine = newEngine(module, { image, maximumBytes: 128 << 20 });
      engine.fuel = ALL_FUEL;
      engine.eval(`tick(${engines.length})`, "tick.js", EVAL_GLOBAL);
      engines.push(engine);
    } catch (thrown) {
      // The host has no room for one more WebAssembly memory: the question of this program.
      refusal = String(thrown);
    }
  }
  const intact = engines.filter((engine, index) => engine.number(engine.eval("count", "count.js", EVAL_GLOBAL)) === index).length;
  return { alive: engines.length, refusal, intact, bytesEach: image.parts.reduce((sum, part) => sum + part.content.length, 0) };
};
