/** What a lab of the service shows after its buttons: lanes of queues, what was left behind, and all that happened, in words. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, SITE, test } from "./lab-page.ts";

const WITH_QUEUE = "chapters/error-handling/";
const FIRST_STEP = "비동기로 부르고 끝까지 기다리기";
const SECOND_STEP = "재시도를 한 번으로 줄여 다시 부르기";

async function open(page: Page): Promise<Locator> {
  await page.goto(SITE() + WITH_QUEUE);
  const lab = page.locator(".lab").filter({ has: page.getByRole("heading", { name: "세 번 실패한 이벤트가 가는 곳" }) });
  await lab.scrollIntoViewIfNeeded();
  await page.mouse.move(5, 200);
  await expect(step(lab, FIRST_STEP)).toBeEnabled();
  return lab;
}

const step = (lab: Locator, name: string) => lab.getByRole("button", { name, exact: true });
const lanes = (lab: Locator) => lab.getByRole("group", { name: "실행 환경 시간표" }).getByRole("listitem");

test("After a step the timeline has lanes of the internal queue and of the dead-letter queue, with their words.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  const internal = lanes(lab).filter({ hasText: "send-receipt 내부 큐" });
  await expect(internal).toContainText("재시도 두 번, 재시도 소진 한 개");
  // Before the first attempt, and between two.
  await expect(internal.locator(".mark.wait")).toHaveCount(3);
  await expect(lanes(lab).filter({ hasText: "큐 receipts-dead" })).toContainText("지금 남은 메시지 한 개");
  await expect(lanes(lab).filter({ hasText: "보낸 곳 receipts-dead" }).locator(".sign.sent")).toBeVisible();
  await expect(lab.locator("figcaption").first()).toContainText("큐에서 기다림");
});

test("A second step adds to what the first one left: two messages lie in the queue.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  const left = lab.locator(".service dl > div").filter({ hasText: "receipts-dead" }).locator("dd");
  await expect(left).toHaveText(['{"orderId":"A-1024","email":"jimin@example.com"}']);
  await step(lab, SECOND_STEP).click();
  await expect(left).toHaveText([/A-1024/, /A-1025/]);
  await expect(lanes(lab).filter({ hasText: "send-receipt 내부 큐" })).toContainText("재시도 세 번, 재시도 소진 두 개");
});

test("The table has a row for each attempt of an event, and the list tells in order what became of it.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  await lab.getByText("표로 보기").click();
  const table = lab.getByRole("table", { name: /실행 환경에서 일어난 일/ });
  await expect(table.getByRole("row", { name: /환경 1 (콜드|웜)/ })).toHaveCount(3);
  await lab.getByText("일어난 일을 차례로 보기").click();
  await expect(lab.getByRole("list", { name: "일어난 일" }).getByRole("listitem")).toHaveText([
    /내부 큐가 이벤트 \w{8} 하나를 받음$/,
    /되돌아옴: 함수 오류$/,
    /되돌아옴: 함수 오류$/,
    /끝남: 재시도 소진, 실행 세 번$/,
    /큐 receipts-dead에 메시지 \w{8} 들어옴$/,
    /DLQ receipts-dead에 보냄$/,
  ]);
});

test("Steps are pressed by keyboard, and all that unfolds or scrolls is reached by it.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).focus();
  await page.keyboard.press("Enter");
  await expect(lanes(lab).first()).toContainText("내부 큐");
  const summary = lab.locator("summary").filter({ hasText: "일어난 일을 차례로 보기" });
  await summary.focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(lab.getByRole("list", { name: "일어난 일" })).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds no fault in a lab of the service with everything unfolded.", async ({ page }) => {
      const lab = await open(page);
      await step(lab, FIRST_STEP).click();
      await lab.getByText("표로 보기").click();
      await lab.getByText("CloudWatch 지표 보기").click();
      await lab.getByText("일어난 일을 차례로 보기").click();
      await expect(lab.locator(".metrics svg").first()).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).include(".lab .environments").include(".service").analyze();
      expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html) }))).toEqual([]);
    });
  });
}

test.describe("390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("On a phone the page stays as wide as the screen, and the timeline scrolls within itself.", async ({ page }) => {
    const lab = await open(page);
    await step(lab, FIRST_STEP).click();
    await step(lab, SECOND_STEP).click();
    await expect(lanes(lab).filter({ hasText: "send-receipt 내부 큐" })).toContainText("재시도 소진 두 개");
    await lab.getByText("일어난 일을 차례로 보기").click();
    await lab.getByText("CloudWatch 지표 보기").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const scroll = lab.getByRole("group", { name: "실행 환경 시간표" });
    expect(await scroll.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeGreaterThan(0);
  });
});
