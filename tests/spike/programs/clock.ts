/** What of the host's time zone, locale and clock shows through to the guest. */
import type { Program } from "../../cross-engine/program.ts";
import { runGuest } from "../guest/run-guest.ts";

export interface ClockAnswer {
  readonly guest: string;
  /** Minutes that this thread's own time zone is off UTC: proves that the host was elsewhere. */
  readonly hostOffset: number;
}

const GUEST = `[new Date(0), new Date(2026, 6, 1, 12).toISOString(), new Date("2026-07-01 12:00").getTime(), new Date().getTimezoneOffset(),
  Date.now(), new Date(1e12).toLocaleString(), new Date(1e12).toTimeString(), (1234567.891).toLocaleString(), "İ".toLocaleLowerCase(),
  ["z", "a", "ä"].sort((a, b) => a.localeCompare(b)).join(), typeof Intl].join(" | ")`;

export const program: Program = async (platform): Promise<ClockAnswer> => {
  const module = await WebAssembly.compile(await platform.file("engine"));
  return { guest: runGuest(module, GUEST).text, hostOffset: new Date(2026, 0, 1).getTimezoneOffset() };
};
