import AxeBuilder from "@axe-core/playwright";
import { CHAPTER, expect, SITE, test } from "./lab-page.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds no fault in the chapter after a run, ${colorScheme}.`, async ({ labPage, page }) => {
    await page.emulateMedia({ colorScheme });
    await labPage.open();
    await labPage.button("동시에 세 번").click();
    await expect(labPage.environments).toHaveCount(3);
    await page.locator("details summary").click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  test(`axe finds no fault in the first page, ${colorScheme}.`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(SITE());
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });
}

test("The first page leads to the chapter.", async ({ page }) => {
  await page.goto(SITE());
  await page.getByRole("link", { name: "콜드 스타트와 웜 스타트" }).click();
  await expect(page).toHaveURL(new RegExp(`${CHAPTER}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("콜드 스타트와 웜 스타트");
});

test("No page is wider than its window, even after many runs.", async ({ labPage, page }) => {
  await labPage.open();
  for (let run = 1; run <= 6; run += 1) {
    await labPage.run();
    await labPage.expectResult({ outside: run, inside: 1 });
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
