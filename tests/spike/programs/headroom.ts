/** How much of its stack the host has left where the guest has used up its own. */
import { EVAL_GLOBAL } from "../../../sandbox/runtime/quickjs/engine/instance.ts";
import type { Program } from "../../cross-engine/program.ts";
import { ALL_FUEL, newEngine } from "../guest/run-guest.ts";
import { work } from "../guest/work.ts";

/** Frames of a small JavaScript function that fit. */
export interface HeadroomAnswer {
  readonly empty: number;
  /** Per kind of recursion, the least of several rounds: where the guest's overflow is caught, a host function counts. */
  readonly deepest: Readonly<Record<string, number>>;
}

const RECURSION: Readonly<Record<string, string>> = {
  "f()": "function f() { try { f() } catch (e) { host(); throw e } } f()",
  "array.map(f)": "function f() { try { [1].map(f) } catch (e) { host(); throw e } } f()",
  "JSON.parse reviver": "function f() { try { JSON.parse('[1]', f) } catch (e) { host(); throw e } } f()",
  "prepareStackTrace of an overflow": "Error.prepareStackTrace = () => host(); function f() { f() } f()",
};

export const program: Program = async (platform): Promise<HeadroomAnswer> => {
  const module = await WebAssembly.compile(await platform.file("engine"));
  const empty = framesLeft();
  const deepest: Record<string, number> = {};
  for (let round = 0; round < 4; round += 1) {
    for (const [name, code] of Object.entries(RECURSION)) deepest[name] = Math.min(deepest[name] ?? empty, leastLeft(module, code));
    // So that later rounds meet optimized code.
    for (const warmUp of Object.values(work)) leastLeft(module, warmUp);
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  return { empty, deepest };
};

function leastLeft(module: WebAssembly.Module, code: string): number {
  let least = Number.POSITIVE_INFINITY;
  const count = () => {
    least = Math.min(least, framesLeft());
    return undefined;
  };
  const engine = newEngine(module, { functions: [count] });
  engine.fuel = ALL_FUEL;
  engine.set(engine.global(), "host", engine.newFunction("host", 0));
  engine.eval(code, "guest.js", EVAL_GLOBAL);
  return least;
}

function framesLeft(): number {
  let frames = 0;
  const deeper = (): void => {
    frames += 1;
    deeper();
  };
  try {
    deeper();
  } catch {
    // The host's own overflow: what is being measured.
  }
  return frames;
}
