/** Runs named guest programs, each in an engine of its own and several times over, and says how each ended. */
import type { Program } from "../../cross-engine/program.ts";
import { ALL_FUEL, type Outcome, runGuest } from "../guest/run-guest.ts";

export interface GuestsInput {
  readonly guests: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly fuel?: number;
  readonly maximumBytes?: number;
  /** JavaScript frames of the host below the guest: a simulation is never at the bottom of the host's stack. */
  readonly hostFrames?: number;
}

/** Per guest program: every round's outcome and its milliseconds. */
export type GuestsAnswer = Readonly<Record<string, readonly (Outcome & { readonly ms: number })[]>>;

export const program: Program = async (platform, given): Promise<GuestsAnswer> => {
  const input = given as GuestsInput; // what sections/ sends
  const module = await WebAssembly.compile(await platform.file("engine"));
  const answer: Record<string, (Outcome & { ms: number })[]> = {};
  const once = (code: string) => {
    const begin = platform.now();
    const outcome = runGuest(module, code, input.fuel ?? ALL_FUEL, { maximumBytes: input.maximumBytes ?? 256 << 20 });
    return { ...outcome, ms: platform.now() - begin };
  };
  for (const [name, code] of Object.entries(input.guests)) {
    platform.progress(name);
    answer[name] = Array.from({ length: input.rounds }, () => below(input.hostFrames ?? 0, () => once(code)));
  }
  return answer;
};

function below<T>(frames: number, run: () => T): T {
  return frames === 0 ? run() : below(frames - 1, run);
}
