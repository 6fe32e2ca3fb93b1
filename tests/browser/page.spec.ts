import type { Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { CHAPTER, expect, SITE, test, wakeAll } from "./lab-page.ts";
import { pagesOf } from "./pages.ts";

/** Long chapters, and many of them: so many tests share them that both of Playwright's workers have something to do. */
const PARTS = 6;

/** What a phone's width can change; the rest of axe's rules looks at what a page says, not at how it is laid out. */
const LAYOUT_RULES = ["scrollable-region-focusable", "target-size", "css-orientation-lock", "meta-viewport"];

/** What other colours can change. */
const COLOUR_RULES = ["color-contrast"];

const PHONE = { width: 390, height: 844 };

/** As if the page had been opened on a phone: small, and touched by a finger. */
async function toPhone(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Emulation.setTouchEmulationEnabled", { enabled: true });
  await page.setViewportSize(PHONE);
  await expect.poll(() => page.evaluate(() => matchMedia("(pointer: coarse)").matches)).toBe(true);
}

async function faults(builder: ReturnType<typeof axe>): Promise<readonly object[]> {
  const { violations } = await builder.analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }));
}

/** Pixels by which a page is wider than its window. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Colours are tokens: in the dark one page of each kind is looked at, and chapters with labs, tables, figures and quizzes. */
const IN_THE_DARK = /^$|^(?!chapters\/)|chapters\/(?:context|cold-and-warm-starts|concurrency|error-handling|pricing)\//;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds no fault in the chapter after a run, ${colorScheme}.`, async ({ labPage, page }) => {
    await page.emulateMedia({ colorScheme });
    await labPage.open();
    await labPage.button("동시에 세 번").click();
    await expect(labPage.environments).toHaveCount(3);
    await page.locator("details.expected > summary").first().click();
    expect((await axe(page).analyze()).violations).toEqual([]);
  });
}

for (let part = 0; part < PARTS; part += 1) {
  test(`axe finds no fault in any page, light or dark, on a desktop or on a phone, and none is wider than its window, ${part + 1} of ${PARTS}.`, async ({
    context,
  }) => {
    test.setTimeout(300_000);
    for (const path of pagesOf("dist").filter((_, index) => index % PARTS === part)) {
      const page = await context.newPage();
      await page.goto(SITE() + path);
      await wakeAll(page);
      expect.soft(await overflow(page), path).toBeLessThanOrEqual(0);
      expect.soft(await faults(axe(page)), path).toEqual([]);
      if (IN_THE_DARK.test(path)) {
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await faults(axe(page).withRules(COLOUR_RULES)), `${path}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
      }
      await toPhone(page);
      expect.soft(await overflow(page), `${path}, phone`).toBeLessThanOrEqual(0);
      expect.soft(await faults(axe(page).withRules(LAYOUT_RULES)), `${path}, phone`).toEqual([]);
      await page.close();
    }
  });
}

test("The first page leads to the chapter.", async ({ page }) => {
  await page.goto(SITE());
  await page.locator("main").getByRole("listitem").getByRole("link", { name: "콜드 스타트와 웜 스타트" }).click();
  await expect(page).toHaveURL(new RegExp(`${CHAPTER}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("콜드 스타트와 웜 스타트");
});

test("A lab runs on the first page.", async ({ labPage, page }) => {
  await page.goto(SITE());
  await expect(labPage.button("실행")).toBeEnabled();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("No page is wider than its window, even after many runs.", async ({ labPage, page }) => {
  await labPage.open();
  for (let run = 1; run <= 6; run += 1) {
    await labPage.run();
    await labPage.expectResult({ outside: run, inside: 1 });
  }
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test("On a small screen the header's contents lead to every chapter; on a large one the list stands beside the text.", async ({ page }) => {
  await page.goto(SITE() + CHAPTER);
  const isSmall = (page.viewportSize()?.width ?? 0) < 1080;
  const beside = page.locator(".rail").getByRole("link", { name: "컨텍스트 객체" });
  const menu = page.locator(".menu summary");
  if (isSmall) {
    await expect(beside).toBeHidden();
    await menu.click();
    await page.locator(".menu-panel").getByRole("link", { name: "컨텍스트 객체" }).click();
  } else {
    await expect(menu).toBeHidden();
    await beside.click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("컨텍스트 객체");
});
