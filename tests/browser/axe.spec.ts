/** The states of labs and exercises in which a reader's program may read them out; the pages at rest are in page.spec.ts. */
import type { Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { CHAPTER, EXERCISES, expect, SITE, test } from "./lab-page.ts";
import { openWithSource } from "./source-lab.ts";

async function expectNoFault(page: Page, within: string): Promise<void> {
  const { violations } = await axe(page).include(within).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => [html, any[0]?.message]) }))).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no fault in 크게 보기, with Monaco open and after a run.", async ({ labPage, page }) => {
      await labPage.open();
      await labPage.edit();
      await labPage.button("크게 보기").click();
      await labPage.run();
      await labPage.expectResult({ outside: 1, inside: 1 });
      await labPage.lab.getByText("계산 보기").click();
      await expectNoFault(page, "body");
    });

    test("axe finds no fault in a lab with Monaco open.", async ({ labPage, page }) => {
      await labPage.open();
      await labPage.edit();
      await expectNoFault(page, ".lab");
    });

    test("axe finds no fault in the environments' table, after a timeout and the end of an environment.", async ({ labPage, page }) => {
      await labPage.open();
      await labPage.write("export const handler = () => new Promise(() => setTimeout(() => {}, 60_000));");
      await labPage.run();
      await expect(labPage.result).toContainText("Task timed out");
      await labPage.write("export const handler = async () => 1;");
      await labPage.run();
      await labPage.expectResult(1);
      await labPage.lab.getByText("표로 보기").click();
      await expectNoFault(page, ".lab");
    });

    test("axe finds no fault in the event's form, with a value that cannot be.", async ({ labPage, page }) => {
      await openWithSource(labPage, { name: "sqs" });
      await labPage.lab.getByRole("tab", { name: /event\.json/ }).click();
      await labPage.lab.getByLabel("메시지 수").fill("x");
      await expect(labPage.lab.getByText("1부터 10,000까지의 정수여야 합니다.")).toBeVisible();
      await expectNoFault(page, ".lab");
    });

    test("axe finds no fault in an exercise that recognised a mistake.", async ({ page }) => {
      await page.goto(SITE() + EXERCISES);
      const exercise = page.locator(".exercise").filter({ has: page.getByRole("heading", { name: "누구의 예약인가" }) });
      await exercise.scrollIntoViewIfNeeded();
      await expect(exercise.getByRole("button", { name: "채점", exact: true })).toBeEnabled();
      await exercise.getByRole("textbox", { name: "index.mjs" }).focus();
      await expect(exercise.locator(".monaco-editor").first()).toBeVisible();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.insertText(
        'import { reservationsOf } from "./reservations.mjs";\nexport const handler = async (event, context) => {\n  const userId = context.identity?.cognitoIdentityId;\n  return { statusCode: 200, body: JSON.stringify(reservationsOf(userId)) };\n};',
      );
      await page.keyboard.press("ControlOrMeta+Enter");
      await expect(exercise.locator(".mistake")).toBeVisible();
      await exercise.getByText("채점한 실행 보기").click();
      await expect(exercise.getByText("표로 보기")).toBeVisible();
      await expectNoFault(page, ".exercise");
    });

    test("axe finds no fault in a graded question about an order.", async ({ page }) => {
      await page.goto(SITE() + CHAPTER);
      const question = page.locator(".quiz form").filter({ has: page.locator(".order") });
      await question.scrollIntoViewIfNeeded();
      await expectNoFault(page, ".quiz");
      await question.getByRole("button", { name: "채점" }).click();
      await expect(question.locator(".reason").first()).toBeVisible();
      await expectNoFault(page, ".quiz");
    });
  });
}

test("axe finds a fault that is there.", async ({ labPage, page }) => {
  await labPage.open();
  await page.locator("main").evaluate((main) => {
    main.insertAdjacentHTML("afterbegin", '<img src="data:,"><p style="color: #aaa; background: #bbb">흐린 글</p>');
  });
  const { violations } = await axe(page).include("main").analyze();
  expect(violations.map(({ id }) => id).sort()).toEqual(["color-contrast", "image-alt"]);
});
