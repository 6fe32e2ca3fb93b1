import type { Locator, Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { EXERCISES, expect, SITE, test } from "./lab-page.ts";

async function openExercise(page: Page): Promise<Locator> {
  await page.goto(SITE() + EXERCISES);
  const exercise = page.locator(".exercise").filter({ has: page.getByRole("heading", { name: "누구의 예약인가" }) });
  await exercise.scrollIntoViewIfNeeded();
  await page.mouse.move(5, 200);
  await expect(exercise.getByRole("button", { name: "채점" })).toBeEnabled();
  return exercise;
}

const met = (exercise: Locator) => exercise.locator(".checks .met");

test("An untouched exercise fails with what was seen, and its hints open one after the other, up to the solution that solves it.", async ({
  page,
}) => {
  const exercise = await openExercise(page);
  await exercise.getByRole("button", { name: "채점" }).click();
  await expect(exercise.locator("p.status")).toContainText("남은 것:");
  await expect(exercise.locator(".checks .unmet")).toHaveCount(4);
  await expect(exercise.locator(".checks .unmet").first()).toContainText("첫 번째 호출은 값을 반환하지 못했습니다");

  await expect(exercise.getByText("다음 힌트(2/3)")).toBeHidden();
  await exercise.getByText("힌트", { exact: true }).click();
  await expect(exercise.getByText("다음 힌트(3/3)")).toBeHidden();
  await exercise.getByText("다음 힌트(2/3)").click();
  await exercise.getByText("다음 힌트(3/3)").click();

  await exercise.getByText("풀이 보기").click();
  await expect(met(exercise)).toHaveCount(0);
  await exercise.getByRole("button", { name: "풀이로 바꾸기" }).click();
  await exercise.getByRole("button", { name: "채점" }).click();
  await expect(exercise.locator("p.status")).toHaveText("맞았습니다. 조건을 모두 채웠습니다.");
  await expect(met(exercise)).toHaveCount(4);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).toContain("solved");
  expect((await axe(page).include(".exercise").analyze()).violations).toEqual([]);
});

test("The solution overwrites nothing for good: 되돌리기 brings the reader's own code back.", async ({ page }) => {
  const exercise = await openExercise(page);
  const editor = exercise.getByRole("textbox", { name: "index.mjs" });
  const before = await editor.inputValue();
  await exercise.getByText("풀이 보기").click();
  expect(await editor.inputValue()).toBe(before);
  await exercise.getByRole("button", { name: "풀이로 바꾸기" }).click();
  await expect(editor).not.toHaveValue(before);
  await exercise.getByRole("button", { name: "되돌리기" }).click();
  await expect(editor).toHaveValue(before);
});

test("A mistake that is expected is told by its own message.", async ({ page }) => {
  const exercise = await openExercise(page);
  await exercise.getByRole("textbox", { name: "index.mjs" }).focus();
  await expect(exercise.locator(".monaco-editor").first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(
    'import { reservationsOf } from "./reservations.mjs";\nexport const handler = async (event, context) => {\n  const userId = context.identity?.cognitoIdentityId;\n  return { statusCode: 200, body: JSON.stringify(reservationsOf(userId)) };\n};',
  );
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(exercise.locator(".mistake")).toContainText("오류는 사라졌지만 사용자의 번호는 여전히");
});

test("A file that is only to be read cannot be changed.", async ({ page }) => {
  const exercise = await openExercise(page);
  await exercise.getByRole("tab", { name: /reservations\.mjs/ }).click();
  await expect(exercise.getByRole("textbox", { name: "reservations.mjs" })).not.toBeEditable();
});
