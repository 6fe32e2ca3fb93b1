/** One whole chapter by keyboard alone: from the skip link to the last link, with a lab, an exercise and a quiz on the way. */
import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { EXERCISES, expect, SITE, test } from "./lab-page.ts";

/** A chapter has some two hundred stops; whoever presses Tab more often than this goes round in circles. */
const MOST_STOPS = 600;

const SOLUTION = readFileSync("content/chapters/05-context/exercises/who-is-calling/solution/index.mjs", "utf8");

/** Presses Tab until the place has the focus. Each stop on the way has to be seen, and marked as the one that has it. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await place.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await leaveEditor(page);
    await page.keyboard.press("Tab");
    // What comes alive above may move the page for a moment.
    await expect.poll(() => page.evaluate(seenFocus), { timeout: 3_000 }).toBe("");
  }
  throw new Error("the place is not reached by Tab");
}

/** In an editor Tab indents; Escape hands it back, as is written below each editor. */
async function leaveEditor(page: Page): Promise<void> {
  const inEditor = await page.evaluate(() => document.activeElement?.matches("textarea, .monaco-editor *") ?? false);
  if (inEditor) await page.keyboard.press("Escape");
}

/** What is wrong with where the focus is: nothing, or a sentence. */
function seenFocus(): string {
  const element = document.activeElement;
  if (element === null || element === document.body) return "";
  const name = `<${element.tagName.toLowerCase()} class="${element.className}"> ${element.textContent?.trim().slice(0, 40)}`;
  // A radio button may be hidden where its label shows the focus; Monaco types into an invisible field.
  const shown = element.closest(".monaco-editor") ?? (element.matches("input") ? (element.closest("label") ?? element) : element);
  const { top, bottom, width, height } = shown.getBoundingClientRect();
  if (width < 1 || height < 1) return `${name} has the focus and no size`;
  if (bottom <= 0 || top >= innerHeight) return `${name} has the focus outside the window: ${top}–${bottom} of ${innerHeight}`;
  if (element.closest(".monaco-editor") !== null) return "";
  const styles = [element, shown, element.nextElementSibling].filter((one) => one !== null).map((one) => getComputedStyle(one));
  const isMarked = styles.some(({ outlineStyle, outlineWidth, boxShadow }) =>
    [outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2, boxShadow !== "none"].some(Boolean),
  );
  return isMarked ? "" : `${name} has the focus and nothing shows it`;
}

test("A whole chapter is read, run, solved and answered by keyboard alone, and every stop on the way shows its focus.", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await page.goto(SITE() + EXERCISES);

  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText("본문으로 건너뛰기");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.querySelector("main")?.contains(document.activeElement))).toBe(true);

  const lab = page.locator(".lab").filter({ has: page.getByRole("heading", { name: "같은 이벤트, 다른 호출" }) });
  await tabTo(page, lab.getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await tabTo(page, lab.getByRole("button", { name: "실행", exact: true }));
  await page.keyboard.press("Enter");
  await expect(lab.locator(".result pre")).toContainText("requestId");

  const exercise = page.locator(".exercise").filter({ has: page.getByRole("heading", { name: "누구의 예약인가" }) });
  await tabTo(page, exercise.getByRole("textbox", { name: "index.mjs" }));
  await expect(exercise.locator(".monaco-editor").first()).toBeVisible();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(SOLUTION);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(exercise.locator("p.status")).toHaveText("맞았습니다. 조건을 모두 채웠습니다.");

  const question = page.locator(".quiz form").filter({ hasText: "네 손님의 접수 번호는 어떻게 될까요?" });
  await tabTo(page, question.getByRole("radio").first());
  await page.keyboard.press("Space");
  const right = question.getByRole("radio", { name: "셋이 같고, 동시에 온 둘 가운데 하나만 다르다" });
  while (!(await right.isChecked())) await page.keyboard.press("ArrowDown");
  await tabTo(page, question.getByRole("button", { name: "채점" }));
  await page.keyboard.press("Enter");
  await expect(question.getByRole("status")).toContainText("맞았습니다.");

  await tabTo(page, page.locator("footer a, nav a").last());
});

test("Backwards too, Tab comes from the last link of a chapter to its first.", async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto(SITE() + EXERCISES);
  await page.locator("footer a, nav a").last().focus();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await leaveEditor(page);
    await page.keyboard.press("Shift+Tab");
    if ((await page.locator(":focus").textContent())?.trim() === "본문으로 건너뛰기") return;
  }
  throw new Error("the skip link is not reached by Shift+Tab");
});
