/** Waits of seconds last until the test ends them: what a page would do by itself after a while (src/page/near.ts) it does then. */
import type { Page } from "@playwright/test";

/** Must come before the page is opened. */
export async function holdWaits(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const wait = globalThis.setTimeout;
    const holding = (run: () => void, milliseconds = 0) => (milliseconds >= 3_000 ? held.push(run) : wait(run, milliseconds));
    const endWaits = () => {
      for (const run of held.splice(0)) run();
    };
    Object.assign(globalThis, { setTimeout: holding, endWaits });
  });
}

export async function endWaits(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as { endWaits(): void }).endWaits());
}
