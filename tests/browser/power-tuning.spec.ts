import { axe } from "./axe.ts";
import { expect, SITE, test } from "./lab-page.ts";

const PAGE = () => `${SITE()}chapters/configuration/`;

test("Nothing runs before the click; then every memory size is run, and it shows what the build printed.", async ({ page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await page.goto(PAGE());
  const tuning = page.locator(".power-tuning");
  await expect(tuning.getByRole("button", { name: "모든 메모리로 실행" })).toBeEnabled();
  expect(fetched.filter((url) => url.endsWith(".wasm"))).toEqual([]);
  await tuning.getByRole("button", { name: "모든 메모리로 실행" }).press("Enter");
  await expect(tuning.getByRole("status")).toHaveText("모든 메모리로 실행했습니다.");
  const rows = tuning.locator("tbody tr");
  await expect(rows).toHaveCount(9);
  await expect(tuning.getByText("가장 쌈")).toHaveCount(1);
  await expect(tuning.getByText("가장 빠름")).toHaveCount(1);
  expect(await rows.allTextContents()).toEqual(await page.locator(".tuned tbody tr").allTextContents());
  expect((await axe(page).include(".power-tuning").analyze()).violations).toEqual([]);
});

test("멈추기 ends it, and says so.", async ({ page }) => {
  await page.goto(PAGE());
  const tuning = page.locator(".power-tuning");
  await page.route("**/*.wasm", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await route.continue();
  });
  await tuning.getByRole("button", { name: "모든 메모리로 실행" }).click();
  await tuning.getByRole("button", { name: "멈추기" }).click();
  await expect(tuning.getByRole("status")).toHaveText(/멈췄습니다/);
  await expect(tuning.locator("tbody tr")).toHaveCount(0);
});
