import type { Locator, Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { CHAPTER, EXERCISES, expect, SITE, test } from "./lab-page.ts";

async function openQuiz(page: Page, chapter = EXERCISES): Promise<Locator> {
  await page.goto(SITE() + chapter);
  await page.locator(".quiz").scrollIntoViewIfNeeded();
  await page.mouse.move(5, 200);
  await expect(page.locator(".quiz input").first()).toBeEnabled();
  return page.locator(".quiz form");
}

const asked = (questions: Locator, text: string) => questions.filter({ hasText: text });

test("A wrong answer gets the reason of every option, and the question can be tried again until it is right.", async ({ page }) => {
  const question = asked(await openQuiz(page), "네 손님의 접수 번호는 어떻게 될까요?");
  await expect(question.getByRole("button", { name: "채점" })).toBeDisabled();
  await expect(question.locator(".reason")).toHaveCount(0);
  await question.getByRole("radio", { name: "넷이 모두 같다" }).check();
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.locator(".reason")).toHaveCount(await question.getByRole("radio").count());
  await expect(question.locator(".reason").filter({ hasText: "환경이 하나라고 보았습니다." })).toBeVisible();
  await question.getByRole("button", { name: "다시 풀기" }).click();
  await expect(question.locator(".reason")).toHaveCount(0);
  await question.getByRole("radio", { name: "셋이 같고, 동시에 온 둘 가운데 하나만 다르다" }).check();
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.getByRole("status")).toContainText("맞았습니다.");
});

test("A number that was expected to be wrong is answered with its own reason, the right one near enough is right.", async ({ page }) => {
  const question = asked(await openQuiz(page), "첫 호출의");
  const answer = async (value: string) => {
    await question.getByRole("textbox").fill(value);
    await page.keyboard.press("Enter");
  };
  await answer("1,500");
  await expect(question).toContainText("초기화에 쓴 1.5초를 뺐습니다.");
  await question.getByRole("button", { name: "다시 풀기" }).click();
  await answer("2950");
  await expect(question.getByRole("status")).toContainText("맞았습니다.");
});

test("Every option of a question with several right ones has to be right.", async ({ page }) => {
  const question = (await openQuiz(page)).filter({ has: page.getByRole("checkbox", { name: /START 줄과 REPORT 줄/ }) });
  await question.getByRole("checkbox", { name: /START 줄과 REPORT 줄/ }).check();
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.getByRole("button", { name: "다시 풀기" })).toBeVisible();
  await question.getByRole("button", { name: "다시 풀기" }).click();
  await question.getByRole("checkbox", { name: /다시 실행한 두 시도/ }).check();
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.getByRole("status")).toContainText("맞았습니다.");
});

test("Items are brought into their order by keyboard, the focus stays with what moves, and the places of wrong ones are told.", async ({
  page,
}) => {
  const question = (await openQuiz(page, CHAPTER)).filter({ has: page.locator(".order") });
  const items = question.getByRole("listitem");
  await question.getByRole("button", { name: "채점" }).click();
  const places = await items.evaluateAll((all) => all.map((item) => Number(/맞는 자리: (\d+)/.exec(item.textContent ?? "")?.[1] ?? 0)));
  expect(places.filter((place) => place > 0).length).toBeGreaterThan(1);
  const right = places.map((place, index) => (place === 0 ? index : place - 1));
  await question.getByRole("button", { name: "다시 풀기" }).click();

  const names = await items.locator("> span:first-child").allTextContents();
  for (const [place] of names.entries()) {
    const name = names[right.indexOf(place)] ?? "";
    const up = items.filter({ hasText: name }).getByRole("button", { name: /^위로/ });
    await up.focus();
    for (let from = (await items.allTextContents()).findIndex((text) => text.includes(name)); from > place; from -= 1) {
      await page.keyboard.press("Enter");
      await expect(items.nth(from - 1)).toContainText(name);
      await expect(up).toBeFocused();
    }
  }
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.getByRole("status")).toContainText("맞았습니다.");
  await expect(question.locator(".reason")).toHaveCount(names.length);
});

test("Lines of a log are answered line by line: a wrong answer is shown the run's own lines, which are right.", async ({ page }) => {
  const question = (await openQuiz(page, CHAPTER)).filter({ hasText: "로그 짐작하기" });
  const answer = question.getByRole("textbox");
  await expect(question.locator(".shown")).toContainText("export const handler");
  await answer.fill("없는 줄");
  await question.getByRole("button", { name: "채점" }).click();
  const lines = (await question.locator(".reason .snippet").textContent()) ?? "";
  expect(lines.split("\n").length).toBeGreaterThan(1);
  await question.getByRole("button", { name: "다시 풀기" }).click();
  await answer.fill(`${lines}\n`);
  await question.getByRole("button", { name: "채점" }).click();
  await expect(question.getByRole("status")).toContainText("맞았습니다.");
});

test("Answers and grades outlive a reload, and 틀린 문제만 다시 풀기 leaves the right ones.", async ({ page }) => {
  const questions = await openQuiz(page);
  const wrong = asked(questions, "네 손님의 접수 번호는");
  const right = asked(questions, "첫 호출의");
  await wrong.getByRole("radio", { name: "넷이 모두 같다" }).check();
  await wrong.getByRole("button", { name: "채점" }).click();
  await right.getByRole("textbox").fill("3000");
  await right.getByRole("button", { name: "채점" }).click();
  await openQuiz(page);
  await expect(wrong.locator(".reason").first()).toBeVisible();
  await expect(right.getByRole("status")).toContainText("맞았습니다.");
  expect((await axe(page).include(".quiz").analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "틀린 문제만 다시 풀기" }).click();
  await expect(wrong.locator(".reason")).toHaveCount(0);
  await expect(wrong.getByRole("radio", { checked: true })).toHaveCount(0);
  await expect(right.getByRole("status")).toContainText("맞았습니다.");
});

test("Without scripts every question has its answer and its reasons, closed.", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(SITE() + EXERCISES);
  const question = asked(page.locator(".quiz form"), "네 손님의 접수 번호는");
  await question.getByText("답과 까닭").click();
  await expect(question.getByText("환경이 하나라고 보았습니다.")).toBeVisible();
  await context.close();
});
