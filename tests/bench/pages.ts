/** What each page of the built site weighs before its reader has turned to anything. The budgets are a test: tests/browser/weight.spec.ts. */
import { chromium as browserType } from "playwright";
import { CHROMIUM_FLAGS, chromium } from "../../.scripts/chromium.mjs";
import { serve } from "../../.scripts/serve.mjs";
import { buildSite } from "../../.scripts/setup.mjs";
import { BUDGET, weigh } from "../browser/page-weight.ts";
import { pagesOf } from "../browser/pages.ts";
import type { Figure } from "./measure.ts";

export const PAGES_AIM = `HTML ≤ ${kilo(BUDGET.html)}, CSS ≤ ${kilo(BUDGET.css)}, JS ≤ ${kilo(BUDGET.js)}, a font ≤ ${kilo(BUDGET.font)}`;

export async function pageFigures(): Promise<readonly Figure[]> {
  buildSite({ basePath: "/" });
  const site = await serve({ folder: "dist", firstPort: 0 });
  const browser = await browserType.launch({ executablePath: chromium(), args: CHROMIUM_FLAGS });
  const figures: Figure[] = [];
  for (const path of pagesOf("dist")) {
    const page = await browser.newPage();
    const { html, css, js, fonts } = await weigh(page, site.address + path);
    await page.close();
    const fontBytes = Object.values(fonts).map(kilo).join(" + ");
    figures.push({ what: `/${path}`, value: `HTML ${kilo(html)}, CSS ${kilo(css)}, JS ${kilo(js)}, fonts ${fontBytes}` });
  }
  await browser.close();
  site.close();
  return figures;
}

function kilo(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
