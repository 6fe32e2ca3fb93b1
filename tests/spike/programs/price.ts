/** What metering costs: the same work in builds of the engine with and without it. */
import type { Program } from "../../cross-engine/program.ts";
import { runGuest } from "../guest/run-guest.ts";

export interface PriceInput {
  readonly guests: Readonly<Record<string, string>>;
  /** Names of the platform's files; the first is what the others are compared with. */
  readonly builds: readonly string[];
  readonly rounds: number;
}

/** Guest → build → milliseconds of the fastest round. */
export type PriceAnswer = Readonly<Record<string, Readonly<Record<string, number>>>>;

export const program: Program = async (platform, given): Promise<PriceAnswer> => {
  const { guests, builds, rounds } = given as PriceInput; // what sections/ sends
  const modules = await Promise.all(builds.map(async (name) => ({ name, module: await WebAssembly.compile(await platform.file(name)) })));
  const fastest: Record<string, Record<string, number>> = Object.fromEntries(Object.keys(guests).map((guest) => [guest, {}]));
  // Builds take turns, so that a busy moment of the machine meets them all.
  for (let round = 0; round < rounds; round += 1) {
    for (const [guest, code] of Object.entries(guests)) {
      for (const { name, module } of modules) {
        const begin = platform.now();
        runGuest(module, code);
        const ms = platform.now() - begin;
        const times = fastest[guest] ?? {};
        times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, ms);
      }
    }
  }
  return fastest;
};
