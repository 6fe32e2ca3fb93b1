import type { Locator, Page } from "@playwright/test";
import type { EventSourceName } from "../../sandbox/events/index.ts";
import { eventFormOf } from "../../src/lab/event-source.ts";
import { expect, type LabPage, SITE, test } from "./lab-page.ts";
import { openWithSource } from "./source-lab.ts";

const eventTab = ({ lab }: LabPage): Locator => lab.getByRole("tab", { name: /event\.json/ });
const view = ({ lab }: LabPage, name: string): Locator => lab.getByRole("radio", { name, exact: true });
const json = ({ lab }: LabPage): Locator => lab.getByRole("textbox", { name: "event.json" });

async function tabUntil(page: Page, target: Locator): Promise<void> {
  for (let tab = 0; tab < 12; tab += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("By keyboard alone: from the tab into the form, a field changed, and the run gets the event that AWS would have made of it.", async ({
  labPage,
  page,
}) => {
  await openWithSource(labPage, { name: "sqs", fields: { body: "주문 {n}" } });
  await labPage.write("export const handler = async ({ Records }) => Records.map(({ body, eventSource }) => [body, eventSource]);");
  await labPage.lab.getByRole("tab", { name: "index.mjs" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(eventTab(labPage)).toBeFocused();
  await tabUntil(page, view(labPage, "양식"));
  const count = labPage.lab.getByLabel("메시지 수");
  await expect(count).toBeEnabled();
  await tabUntil(page, count);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2");
  await page.keyboard.press("Control+Enter");
  await labPage.expectResult([
    ["주문 1", "aws:sqs"],
    ["주문 2", "aws:sqs"],
  ]);
  await page.keyboard.press("Shift+Tab");
  await tabUntil(page, labPage.lab.getByLabel("받은 횟수"));
});

test("Form and JSON are two views of one event: what is typed in the form stands in the JSON, also after a reload.", async ({
  labPage,
  page,
}) => {
  await openWithSource(labPage, { name: "s3" });
  await eventTab(labPage).click();
  await labPage.lab.getByLabel("객체 키").fill("사진/여름 바다.jpg");
  await view(labPage, "JSON").check();
  await expect(json(labPage)).toHaveValue(/"key": "%EC%82%AC%EC%A7%84\/%EC%97%AC%EB%A6%84\+%EB%B0%94%EB%8B%A4\.jpg"/);
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("여름 바다");
  await page.reload();
  await labPage.come();
  await eventTab(labPage).click();
  await expect(labPage.lab.getByLabel("객체 키")).toHaveValue("사진/여름 바다.jpg");
  await labPage.button("처음으로").click();
  await expect(labPage.lab.getByLabel("객체 키")).toHaveValue("photos/summer.jpg");
});

test("A value that cannot be is answered below its field in a sentence, and nothing is sent until it is put right.", async ({
  labPage,
}) => {
  await openWithSource(labPage, { name: "sqs" });
  await eventTab(labPage).click();
  const count = labPage.lab.getByLabel("메시지 수");
  await count.fill("0");
  await expect(count).toHaveAccessibleDescription("1부터 10,000까지의 정수여야 합니다.");
  await expect(count).toHaveAttribute("aria-invalid", "true");
  await labPage.run();
  await expect(labPage.status).toContainText("이벤트 양식에 고칠 곳이 있습니다.");
  await expect(labPage.environments).toHaveCount(0);
  await count.fill("3");
  await expect(count).toHaveAccessibleDescription("");
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("JSON written by hand is what is sent; the form says that it differs, makes it anew when asked to, and that can be undone.", async ({
  labPage,
  page,
}) => {
  await openWithSource(labPage, { name: "schedule" });
  await labPage.write("export const handler = async (event) => event['detail-type'] ?? event;");
  await eventTab(labPage).click();
  await view(labPage, "JSON").check();
  await json(labPage).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("1024");
  await labPage.run();
  await labPage.expectResult(1024);
  await view(labPage, "양식").check();
  await expect(labPage.lab.getByText("JSON을 직접 고쳐서 양식과 다릅니다.")).toBeVisible();
  await expect(labPage.lab.getByLabel("규칙 이름")).toBeDisabled();
  await labPage.button("양식으로 다시 만들기").click();
  await expect(labPage.lab.getByLabel("규칙 이름")).toBeEnabled();
  await labPage.run();
  await labPage.expectResult("Scheduled Event");
  await view(labPage, "JSON").check();
  await expect(labPage.written).toContainText("aws.events");
});

test("되돌리기 brings back the JSON that the form has replaced.", async ({ labPage, page }) => {
  await openWithSource(labPage, { name: "schedule" });
  await labPage.write("export const handler = async (event) => event;");
  await eventTab(labPage).click();
  await view(labPage, "JSON").check();
  await json(labPage).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("2048");
  await view(labPage, "양식").check();
  await labPage.button("양식으로 다시 만들기").click();
  await labPage.button("되돌리기").click();
  await expect(labPage.lab.getByText("JSON을 직접 고쳐서 양식과 다릅니다.")).toBeVisible();
  await labPage.run();
  await labPage.expectResult(2048);
});

/** Of each kind of chunk one; tests/site/event-source.test.ts loads them all. */
const CHUNKS = [
  "api-gateway-rest",
  "s3",
  "sqs",
  "cloudwatch-logs",
  "cognito-pre-token-generation",
  "step-functions",
] as const satisfies readonly EventSourceName[];

for (const name of CHUNKS) {
  test(`Every field of the form for ${name} has its own label, and what makes the event comes only with the form.`, async ({
    labPage,
    page,
  }) => {
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await openWithSource(labPage, { name });
    await labPage.run();
    await labPage.expectResult({ outside: 1, inside: 1 });
    expect(fetched.filter((address) => address.includes("event-source"))).toEqual([]);
    await eventTab(labPage).click();
    const read = eventFormOf({ name });
    for (const { label } of "form" in read ? read.form.fields : []) {
      await expect(labPage.lab.getByLabel(label, { exact: true })).toBeEnabled();
    }
    expect(fetched.filter((address) => address.includes("event-source"))).toHaveLength(1);
    // One source's chunk comes, and not all of them: compression is CloudWatch Logs' alone.
    expect(fetched.some((address) => address.includes("cloudwatch-logs"))).toBe(name === "cloudwatch-logs");
  });
}

test("A lab of the book that names its source has the form, and sends what the form says.", async ({ page }) => {
  await page.goto(`${SITE()}chapters/handlers/#lab-order-in-the-body`);
  const lab = page.locator("#lab-order-in-the-body");
  await lab.getByRole("tab", { name: "event.json 함수 URL 요청" }).click();
  await expect(lab.getByLabel("메서드")).toHaveValue("POST");
  await lab.getByLabel("본문", { exact: true }).fill('{"item":"지우개"}');
  await lab.getByRole("radio", { name: "JSON" }).check();
  await expect(lab.getByRole("textbox", { name: "event.json" })).toHaveValue(/지우개/);
  await lab.getByRole("button", { name: "실행", exact: true }).click();
  await expect(lab.locator(".result pre")).toContainText("statusCode");
});
