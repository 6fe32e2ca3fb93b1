/** Finds how deep a guest may recurse or nest: the largest n for which a program made from n ends with a value. */
import type { Program } from "../../cross-engine/program.ts";
import { depthMakers } from "../guest/depth.ts";
import { runGuest } from "../guest/run-guest.ts";

export interface DepthInput {
  readonly most: number;
}

export const program: Program = async (platform, given): Promise<Readonly<Record<string, number>>> => {
  const { most } = given as DepthInput; // what sections/ sends
  const module = await WebAssembly.compile(await platform.file("engine"));
  const answer: Record<string, number> = {};
  for (const [name, maker] of Object.entries(depthMakers)) {
    const ends = (n: number) => runGuest(module, maker(n), 100_000_000).end === "value";
    let low = 1;
    let high = most;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (ends(middle)) low = middle;
      else high = middle - 1;
    }
    answer[name] = low;
  }
  return answer;
};
