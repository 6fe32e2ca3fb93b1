/** What a lab of the service shows after its buttons: lanes of queues, what was left behind, and all that happened, in words. */
import type { Locator, Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { expect, SITE, test } from "./lab-page.ts";

const WITH_QUEUE = "chapters/error-handling/";
const FIRST_STEP = "비동기로 부르고 끝까지 기다리기";
const SECOND_STEP = "재시도를 한 번으로 줄여 다시 부르기";

const LOANS_STEP = "대출 여섯 건을 보내고 끝까지 기다리기";
const FENCE_STEP = "좌석 120건이 몰린 사이에 결제 20건";
const ASK_STEP = "허락한 출처에서 묻고 예매하기";

async function open(page: Page): Promise<Locator> {
  return openLab(page, WITH_QUEUE, "세 번 실패한 이벤트가 가는 곳", FIRST_STEP);
}

async function openLab(page: Page, chapter: string, title: string, first: string): Promise<Locator> {
  await page.goto(SITE() + chapter);
  const lab = page.locator(".lab").filter({ has: page.getByRole("heading", { name: title }) });
  await lab.scrollIntoViewIfNeeded();
  await page.mouse.move(5, 200);
  await expect(step(lab, first)).toBeEnabled();
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
  await expect(lab.locator("figcaption").first()).toContainText(/큐에서 기다림.*실패.*대상이나 DLQ로 보냄/);
});

test("A second step adds to what the first one left: two messages lie in the queue.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  const left = lab.locator(".service dl > div").filter({ hasText: "receipts-dead" }).locator("dd > code");
  await expect(left).toHaveText(['{"orderId":"A-1024","email":"jimin@example.com"}']);
  await expect(lab.locator(".service dd small")).toHaveText([
    /RequestID: \S{36}$/,
    /ErrorCode: 200$/,
    /ErrorMessage: 메일 서버에 닿지 못했습니다/,
  ]);
  await step(lab, SECOND_STEP).click();
  await expect(left).toHaveText([/A-1024/, /A-1025/]);
  await expect(lanes(lab).filter({ hasText: "send-receipt 내부 큐" })).toContainText("재시도 세 번, 재시도 소진 두 개");
});

test("The table has a row for each attempt of an event, and the list tells in order what became of it.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  await lab.getByText("표로 보기", { exact: true }).click();
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

test("Each lane is a table too, named by its lane, in which every row says when, what and to what.", async ({ page }) => {
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  const summary = lab.getByText("줄마다 표로 보기");
  await expect(lab.getByRole("table", { name: /내부 큐/ })).toHaveCount(0);
  await summary.click();
  await expect(lab.locator(".as-table").filter({ hasText: "줄마다 표로 보기" }).getByRole("table")).toHaveCount(
    await lab.locator(".service-lane").count(),
  );
  const table = lab.getByRole("table", { name: /^send-receipt 내부 큐/ });
  await expect(table.getByRole("columnheader")).toHaveText(["시각", "일어난 일", "무엇에"]);
  await expect(table.locator("tbody tr")).toHaveText([
    /^[\d:.]{12}내부 큐에 들어와 .+ 기다림이벤트 \w{8}$/,
    /^[\d:.]{12}함수 오류로 되돌아와 1분 기다림이벤트 \w{8}$/,
    /^[\d:.]{12}함수 오류로 되돌아와 2분 기다림이벤트 \w{8}$/,
    /^[\d:.]{12}끝남: 재시도 소진이벤트 \w{8}$/,
  ]);
});

test("What happens to messages while no function runs has room: half a second at the end of half a minute can be seen.", async ({
  page,
}) => {
  const lab = await openLab(page, "chapters/error-handling/", "고친 다음 되돌린 메시지", LOANS_STEP);
  await step(lab, LOANS_STEP).click();
  const moved = lanes(lab).filter({ hasText: "큐 failed-loans" }).locator(".mark.level");
  // From when the first message is moved until the second one is, which is the end of all.
  await expect(moved).toHaveCount(2);
  expect((await moved.first().boundingBox())?.width).toBeGreaterThan(40);
});

test("A lane with hundreds of marks says how many of them are drawn, and its table has the first 200 rows and says of how many.", async ({
  page,
}) => {
  const lab = await openLab(page, "chapters/concurrency/", "열까지만 받는 울타리", FENCE_STEP);
  await step(lab, FENCE_STEP).click();
  const internal = lanes(lab).filter({ hasText: "hold-seat 내부 큐" });
  await expect(internal).toContainText(/표시 450개 가운데 225개를 그렸습니다\.$/);
  await expect(internal.locator(".mark")).toHaveCount(225);
  await lab.getByText("줄마다 표로 보기").click();
  const table = lab.getByRole("table", { name: /^hold-seat 내부 큐.* [\d,]+가지 가운데 처음 200가지입니다\.$/ });
  await expect(table.locator("tbody tr")).toHaveCount(200);
});

test("An HTTP answer stands below its request, and its status is told in words.", async ({ page }) => {
  const lab = await openLab(page, "chapters/function-urls/", "먼저 묻는 브라우저", ASK_STEP);
  await step(lab, ASK_STEP).click();
  const exchanges = lab.locator(".exchange");
  await expect(exchanges.locator("p")).toHaveText(["OPTIONS / → 함수 URL seat-api200, 성공", "POST / → 함수 URL seat-api201, 성공"]);
  await expect(exchanges.last().locator("pre").first()).toContainText("HTTP/1.1 201 Created");
  const legend = lab.locator(".environments figcaption");
  await expect(legend).toContainText("HTTP 요청");
  // No queue is drawn, and nothing failed.
  await expect(legend).not.toContainText(/큐에서 기다림|실패|DLQ/);
});

test("What draws the service is fetched by the first run that has something of it, and by no other.", async ({ page, labPage }) => {
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (/\/service-drawing[^/]*\.js$/.test(request.url())) fetched.push(request.url());
  });
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  expect(fetched).toEqual([]);
  const lab = await open(page);
  await step(lab, FIRST_STEP).click();
  await expect(lanes(lab).first()).toContainText("내부 큐");
  expect(fetched).toHaveLength(1);
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
      await lab.getByText("표로 보기", { exact: true }).click();
      await lab.getByText("줄마다 표로 보기").click();
      await lab.getByText("CloudWatch 지표 보기").click();
      await lab.getByText("일어난 일을 차례로 보기").click();
      await expect(lab.locator(".metrics svg").first()).toBeVisible();
      const { violations } = await axe(page).include(".lab .environments").include(".service").analyze();
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
