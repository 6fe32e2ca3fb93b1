import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import type { Place } from "../program.ts";
import type { Server } from "../server.ts";
import { type Environment, runInWorker } from "./browser.ts";

const INSTALLED = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** A Firefox on this machine: `FIREFOX`, or an installed one. */
export function firefoxPath(): string | undefined {
  return [process.env.FIREFOX, ...INSTALLED].find((path) => path !== undefined && existsSync(path));
}

/** Driven over WebDriver BiDi, which a stock Firefox speaks; Playwright's Firefox would be another build. */
export async function openFirefox(server: Server, env: Environment): Promise<Place> {
  const executablePath = firefoxPath();
  if (executablePath === undefined) throw new Error("no Firefox is installed here");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true, env: { ...process.env, ...env } });
  return {
    name: "firefox",
    version: (await browser.version()).replace(/^firefox\//i, ""),
    async run(job) {
      const page = await browser.newPage();
      await page.goto(server.origin);
      const report = await runInWorker(page, server, "firefox", job);
      await page.close();
      return report;
    },
    close: () => browser.close(),
  };
}
