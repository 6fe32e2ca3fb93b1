/** What a page fetches before its reader has turned to anything, gzipped as a server would send it. Fonts are compressed already. */
import { gzipSync } from "node:zlib";
import type { Page, Response } from "playwright";

export interface PageWeight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** By file name, each one's own size. */
  readonly fonts: Readonly<Record<string, number>>;
}

/** The budgets of issue 3, in bytes. */
export const BUDGET = { html: 30_000, css: 20_000, js: 15_000, font: 150_000, firstRun: 450_000 };

export async function weigh(page: Page, address: string): Promise<PageWeight> {
  const weight = { html: 0, css: 0, js: 0, fonts: {} as Record<string, number> };
  const responses: Promise<void>[] = [];
  const weighed = (response: Response) => {
    const kind = response.request().resourceType();
    responses.push(
      response.body().then((body) => {
        if (kind === "document") weight.html += gzipSync(body).length;
        if (kind === "stylesheet") weight.css += gzipSync(body).length;
        if (kind === "script") weight.js += gzipSync(body).length;
        if (kind === "font") weight.fonts[nameOf(response.url())] = body.length;
      }),
    );
  };
  page.on("response", weighed);
  await page.goto(address, { waitUntil: "networkidle" });
  // What comes later is none of it, and its body may be gone with the page.
  page.off("response", weighed);
  await Promise.all(responses);
  return weight;
}

/** What a click on 실행 of the page's first lab fetches until its result is there, by a reader who has done nothing before it. */
export async function weighFirstRun(page: Page): Promise<number> {
  const sizes: Promise<number>[] = [];
  const weighed = (response: Response) => sizes.push(response.body().then((body) => gzipSync(body).length));
  page.on("response", weighed);
  const lab = page.locator(".lab").first();
  const run = lab.locator(".runbar button").first();
  // A sign of the reader's, and coming near: buttons are enabled only then (src/page/on-intent.ts).
  await run.scrollIntoViewIfNeeded();
  await page.mouse.move(10, 10);
  await run.click();
  await lab.locator(".result").waitFor();
  await page.waitForLoadState("networkidle");
  page.off("response", weighed);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

const nameOf = (address: string) => new URL(address).pathname.split("/").at(-1) ?? "";
