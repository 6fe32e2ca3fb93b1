import { expect, SITE, test } from "./lab-page.ts";

const CONTEXT = "chapters/context/";

test("A term shows its sentence in place; Escape closes it and gives the focus back.", async ({ page }) => {
  await page.goto(SITE() + CONTEXT);
  const term = page.getByRole("link", { name: "실행 환경(execution environment)" }).first();
  await term.focus();
  await page.keyboard.press("Enter");
  const card = page.getByRole("note", { name: "실행 환경", exact: true });
  await expect(card).toContainText("한 번에 요청 하나만");
  await expect(term).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await expect(term).toBeFocused();
});

test("A figure of AWS leads to its source, with the day on which it was checked.", async ({ page }) => {
  await page.goto(SITE() + CONTEXT);
  const fact = page.locator("a.fact").first();
  await fact.click();
  const source = page.locator(".sources li:target");
  await expect(source).toContainText((await fact.textContent()) ?? "no text");
  await expect(source.getByRole("link")).toHaveAttribute("href", /^https:\/\/docs\.aws\.amazon\.com\//);
  await expect(source.locator("time")).toHaveAttribute("datetime", /^20\d\d-\d\d-\d\d$/);
});

test("A measured figure is the one that the printed result of the lab shows.", async ({ page }) => {
  await page.goto(SITE() + CONTEXT);
  const measured = (await page.locator(".measured").first().textContent()) ?? "no text";
  const report = page
    .locator("details.expected")
    .filter({ hasText: `Billed Duration: ${measured.replaceAll(",", "").replace("ms", " ms")}` });
  expect(measured).toMatch(/^[\d,]+ms$/);
  await expect(report).not.toHaveCount(0);
});

test("The copy button copies the code, on plain http too.", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => undefined);
  await page.goto(SITE() + CONTEXT);
  const block = page.locator(".code-block").first();
  await block.getByRole("button", { name: "복사" }).click();
  await expect(block.getByRole("button")).toHaveText("복사했습니다.");
  const field = page.locator("main");
  await field.evaluate((main) => main.insertAdjacentHTML("afterbegin", '<textarea id="paste"></textarea>'));
  await page.locator("#paste").focus();
  await page.keyboard.press("Control+V");
  await expect(page.locator("#paste")).toHaveValue(((await block.locator("pre").textContent()) ?? "no code").trim());
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("A term leads to its entry in the glossary.", async ({ page }) => {
    await page.goto(SITE() + CONTEXT);
    await page.getByRole("link", { name: "실행 환경(execution environment)" }).first().click();
    await expect(page).toHaveURL(/\/glossary\/#execution-environment$/);
    await expect(page.locator(":target")).toContainText("execution environment");
  });

  test("Tabs show the code of the language that is chosen, and no other.", async ({ page }) => {
    await page.goto(SITE() + CONTEXT);
    const blocks = page.locator(".tab-panels .code-block");
    await expect(blocks).toHaveCount(3);
    await expect(blocks.nth(0)).toBeVisible();
    await expect(blocks.nth(1)).toBeHidden();
    await page.getByRole("radio", { name: "Java" }).check({ force: true });
    await expect(blocks.nth(0)).toBeHidden();
    await expect(blocks.nth(1)).toBeVisible();
  });

  test("In print all languages stand in the page, and nothing of the shell.", async ({ page }) => {
    await page.goto(SITE() + CONTEXT);
    await page.emulateMedia({ media: "print" });
    const blocks = page.locator(".tab-panels .code-block");
    for (const index of [0, 1, 2]) await expect(blocks.nth(index)).toBeVisible();
    for (const part of [".top", ".rail", ".toc", ".pager"]) await expect(page.locator(part)).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
  });

  test("A print ends with the answer to every question, which the screen does not show.", async ({ page }) => {
    await page.goto(SITE() + CONTEXT);
    const answers = page.locator(".printed-answers > ol > li");
    await expect(answers).toHaveCount(await page.locator(".question").count());
    await expect(answers.first()).toBeHidden();
    await page.emulateMedia({ media: "print" });
    for (const answer of await answers.all()) await expect(answer).toHaveText(/\S/);
    await expect(page.locator("details.expected").first().getByText("REPORT RequestId").first()).toBeVisible();
  });
});
