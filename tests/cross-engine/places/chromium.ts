import { chromium } from "playwright";
import { CHROMIUM_FLAGS, chromium as installedChromium } from "../../../.scripts/chromium.mjs";
import type { Place } from "../program.ts";
import type { Server } from "../server.ts";
import { type Environment, runInWorker } from "./browser.ts";

export async function openChromium(server: Server, env: Environment): Promise<Place> {
  const browser = await chromium.launch({ executablePath: installedChromium(), args: CHROMIUM_FLAGS, env: { ...process.env, ...env } });
  return {
    name: "chromium",
    version: browser.version(),
    async run(job) {
      const page = await browser.newPage();
      const crashed = new Promise<never>((_, reject) => page.on("crash", () => reject(new Error("the tab crashed"))));
      crashed.catch(() => undefined); // heard through the race only
      await page.goto(server.origin);
      const evaluate = (script: string) => Promise.race([page.evaluate(script), crashed]);
      const report = await runInWorker({ evaluate }, server, "chromium", job);
      await page.close();
      return report;
    },
    close: () => browser.close(),
  };
}
