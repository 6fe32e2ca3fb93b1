import type { Platform } from "../cross-engine/program.ts";

/** Lets the host clean up, says "ready", and waits until the runner has heard it and looked at the memory. */
export async function settle(platform: Platform): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 500));
  platform.progress("ready");
  await new Promise((resolve) => setTimeout(resolve, 500));
}
