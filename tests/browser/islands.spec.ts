/** When what a page has for trying things out comes alive: src/page/on-intent.ts, src/page/near.ts. */
import type { Page } from "@playwright/test";
import { endWaits, holdWaits } from "./held-waits.ts";
import { EXERCISES, expect, SITE, test } from "./lab-page.ts";

const asleep = (page: Page) => page.locator("astro-island[ssr]");
const island = (page: Page, content: string) => page.locator("astro-island").filter({ has: page.locator(content) });

function fetched(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => names.push(new URL(request.url()).pathname.split("/").at(-1) ?? ""));
  return names;
}

async function open(page: Page): Promise<string[]> {
  await holdWaits(page);
  const names = fetched(page);
  await page.goto(SITE() + EXERCISES, { waitUntil: "networkidle" });
  return names;
}

test("A first run fetches nothing of the exercises and questions further down.", async ({ page }) => {
  const names = await open(page);
  const islands = await page.locator("astro-island").count();
  const run = page.locator(".lab .runbar .run").first();
  await run.click();
  await expect(page.locator(".lab .result").first()).toBeVisible();
  expect(await asleep(page).count()).toBeGreaterThan(1);
  expect(names.filter((name) => name.startsWith("props.")).length).toBe(islands - (await asleep(page).count()));
  expect(names.filter((name) => name.startsWith("Quiz."))).toEqual([]);
});

test("What is further down comes alive while the reader scrolls there, before it is seen.", async ({ page }) => {
  const names = await open(page);
  const quiz = island(page, ".quiz");
  await expect(quiz).toHaveAttribute("ssr");
  const top = await page.locator(".quiz").evaluate((element) => element.getBoundingClientRect().top + scrollY);
  await page.evaluate((y) => scrollTo(0, y), top - 1.5 * (page.viewportSize()?.height ?? 0));
  await expect(page.locator(".quiz")).not.toBeInViewport();
  await expect(quiz).not.toHaveAttribute("ssr");
  expect(names.filter((name) => name.startsWith("Quiz."))).toHaveLength(1);
});

test("What nobody came near comes alive a while later, one after the other.", async ({ page }) => {
  await open(page);
  await page.mouse.move(20, 20);
  await page.waitForLoadState("networkidle");
  expect(await asleep(page).count()).toBeGreaterThan(1);
  await endWaits(page);
  await expect(asleep(page)).toHaveCount(0);
});

test("A press of Tab brings everything to life, wherever it stands.", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  await expect(asleep(page)).toHaveCount(0);
});

test("A focus that no pointer brought, as a screen reader sets it, brings everything to life; a click does not.", async ({ page }) => {
  await open(page);
  const run = page.locator(".lab .runbar .run").first();
  await run.click();
  await expect(run).toBeFocused();
  await page.waitForLoadState("networkidle");
  expect(await asleep(page).count()).toBeGreaterThan(1);
  await page.reload({ waitUntil: "networkidle" });
  await expect(run).toBeEnabled();
  expect(await asleep(page).count()).toBeGreaterThan(1);
  await run.focus();
  await expect(asleep(page)).toHaveCount(0);
});

test("What is folded away where the reader is comes alive when it is unfolded.", async ({ page }) => {
  await open(page);
  const folded = await page.addStyleTag({ content: ".quiz { display: none; }" });
  await page.getByRole("heading", { name: "확인 문제" }).scrollIntoViewIfNeeded();
  await page.waitForLoadState("networkidle");
  await expect(island(page, ".quiz")).toHaveAttribute("ssr");
  await folded.evaluate((style) => (style as HTMLElement).remove());
  await expect(island(page, ".quiz")).not.toHaveAttribute("ssr");
});
