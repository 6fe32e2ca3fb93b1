import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { serve } from "../../.scripts/serve.mjs";
import { CHAPTER, EXERCISES, LabPage } from "./lab-page.ts";

/** A copy of the site that may change, at an address at which browsers allow service workers. */
async function ownSite() {
  mkdirSync("test-results", { recursive: true });
  const folder = mkdtempSync("test-results/offline-");
  cpSync("dist", folder, { recursive: true });
  return { folder, ...(await serve({ folder, firstPort: 0 })) };
}

test("Who has run something reads and runs every chapter without a network; who has only read has fetched no engine.", async ({
  page,
  context,
}) => {
  const site = await ownSite();
  await page.goto(site.address + CHAPTER);
  await page.mouse.move(5, 200);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistration())).toBeUndefined();

  const lab = new LabPage(page);
  await lab.come();
  await lab.run();
  await lab.expectResult({ outside: 1, inside: 1 });
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  site.close();
  await context.setOffline(true);
  await expect(page.getByText("오프라인입니다.")).toBeVisible();
  await page.goto(site.address + EXERCISES);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("컨텍스트 객체");
  await page.goto(`${site.address + CHAPTER}?from=link`);
  await lab.come();
  await lab.run();
  await lab.expectResult({ outside: 1, inside: 1 });
});

test("A new edition is told, and a click switches to it without losing what was written.", async ({ page }) => {
  const site = await ownSite();
  await page.goto(site.address + CHAPTER);
  const lab = new LabPage(page);
  await lab.come();
  await expect(lab.button("실행")).toBeEnabled();
  await lab.write("export const handler = async () => 7;");
  await lab.run();
  await lab.expectResult(7);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

  const chapter = join(site.folder, CHAPTER, "index.html");
  writeFileSync(chapter, readFileSync(chapter, "utf8").replaceAll("콜드 스타트와 웜 스타트", "고쳐 쓴 장"));
  const script = join(site.folder, "sw.js");
  // What the build would write: this page's revision is another one.
  writeFileSync(
    script,
    readFileSync(script, "utf8").replace(/(url:"chapters\/cold-and-warm-starts\/index\.html",revision:")/, "$1changed"),
  );

  await page.reload();
  await page.getByRole("button", { name: "새로 고치기" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("고쳐 쓴 장");
  await lab.come();
  await lab.run();
  await lab.expectResult(7);
  site.close();
});
