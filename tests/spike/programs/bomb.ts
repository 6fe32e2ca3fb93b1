/** One guest program that takes all the memory it can, after ordinary work for which the host has compiled the engine well. */
import type { Program } from "../../cross-engine/program.ts";
import { runGuest } from "../guest/run-guest.ts";
import { work } from "../guest/work.ts";
import { settle } from "../settle.ts";

export interface BombInput {
  readonly code: string;
  readonly maximumBytes: number;
}

export const program: Program = async (platform, given): Promise<string> => {
  const { code, maximumBytes } = given as BombInput; // what sections/ sends
  const module = await WebAssembly.compile(await platform.file("engine"));
  for (const warmUp of Object.values(work)) runGuest(module, warmUp);
  await settle(platform);
  const { end } = runGuest(module, code, undefined, { maximumBytes });
  return end;
};
