/** Engines that are dropped while they run: what they took comes back. */
import type { Program } from "../../cross-engine/program.ts";
import { runGuest } from "../guest/run-guest.ts";
import { settle } from "../settle.ts";

export interface DropInput {
  readonly rounds: number;
}

/** Answers with the ends of the rounds; the runner watches the process's memory meanwhile. */
export const program: Program = async (platform, given): Promise<Readonly<Record<string, number>>> => {
  const { rounds } = given as DropInput; // what sections/ sends
  const module = await WebAssembly.compile(await platform.file("engine"));
  await settle(platform);
  const ends: Record<string, number> = {};
  for (let round = 0; round < rounds; round += 1) {
    // Takes about 20 MB and is stopped in the middle of a loop.
    const { end } = runGuest(module, "const a = []; for (let i = 0; i < 2000; i++) a.push(new Uint8Array(10000).fill(1)); for (;;);", 2e6);
    ends[end] = (ends[end] ?? 0) + 1;
    // Hosts give memory back between tasks.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return ends;
};
