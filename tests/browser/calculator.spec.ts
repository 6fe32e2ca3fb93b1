import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { axe } from "./axe.ts";
import { expect, SITE, test } from "./lab-page.ts";

const total = (page: Page) => page.locator(".calculator .total b");

async function open(page: Page, hash = ""): Promise<void> {
  await page.goto(`${SITE()}calculator/${hash}`);
  await expect(page.getByLabel("한 달 요청 수", { exact: true })).toBeEnabled();
}

test("The guide's example costs $0.40 in the free tier and $5.60 without it.", async ({ page }) => {
  await open(page);
  await expect(total(page)).toHaveText("$0.40");
  await page.getByRole("checkbox", { name: "프리 티어의 무료 한도 빼기" }).uncheck();
  await expect(total(page)).toHaveText("$5.60");
});

test("A slider and its field are one value: the arrow key moves both, and the total is told once they rest.", async ({ page }) => {
  await open(page);
  const field = page.getByLabel("메모리", { exact: true });
  await page.getByRole("slider", { name: "메모리 눈금" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(field).toHaveValue("576");
  await field.fill("1769");
  await field.blur();
  await expect(field).toHaveValue("1,769");
  await expect(page.getByRole("slider", { name: "메모리 눈금" })).toHaveAttribute("aria-valuetext", "1,769MB");
  await expect(page.locator(".calculator [role=status]").last()).toHaveText(`한 달 합계 ${await total(page).textContent()}`);
});

test("A value that cannot be is told at its field, and the last sum stays in sight as old.", async ({ page }) => {
  await open(page);
  const field = page.getByLabel("메모리", { exact: true });
  await field.fill("64");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/메모리 값은 128부터 10,240까지의 정수\(MB\)여야 합니다\./);
  await expect(page.getByText("고칠 칸이 있어 그 전의 값을 보입니다.")).toBeVisible();
  await expect(total(page)).toHaveText("$0.40");
});

test("A line of the table opens its arithmetic.", async ({ page }) => {
  await open(page);
  const line = page.locator(".breakdown tbody tr").first();
  await line.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(line).toContainText("3,000,000건 − 무료 한도 1,000,000건 = 2,000,000건");
});

test("A shared link opens the same month, and what was set outlives a reload.", async ({ page }) => {
  await open(page);
  await page.getByLabel("한 달 요청 수", { exact: true }).fill("12000000");
  await page.getByLabel("아키텍처").selectOption("arm64");
  const sum = (await total(page).textContent()) ?? "";
  await page.getByRole("button", { name: "공유" }).click();
  await expect(page.getByText(/링크를 복사했습니다\.|복사하지 못했습니다\./)).toBeVisible();
  const link = page.url();
  expect(link).toContain("#v=1&r=12000000");
  await page.evaluate(() => localStorage.clear());
  await page.goto("about:blank");
  await page.goto(link);
  await expect(total(page)).toHaveText(sum);
  await page.getByLabel("평균 실행 시간", { exact: true }).fill("400");
  const changed = (await total(page).textContent()) ?? "";
  expect(changed).not.toBe(sum);
  await page.reload();
  await expect(total(page)).toHaveText(changed);
});

test("A link that was cut is told to be unreadable, and the example stands.", async ({ page }) => {
  await open(page, "#v=1&r=12&m=6");
  await expect(page.getByRole("alert")).toHaveText("링크를 읽지 못했습니다. 주소가 잘리지 않았는지 보세요.");
  await expect(total(page)).toHaveText("$0.40");
});

test("The CSV has the total that the page shows.", async ({ page }) => {
  await open(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "CSV로 저장" }).click();
  const text = readFileSync(await (await download).path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text).toContain('"합계",,,,,0.40');
});

test("Two settings stand side by side with their difference.", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "이 설정을 따로 두기" }).click();
  await page.getByLabel("한 달 요청 수", { exact: true }).fill("6000000");
  const sum = page.getByRole("row", { name: /^합계 \$0\.40/ }).last();
  await expect(sum).toContainText("+$");
});

test("Won are shown at the rate that was typed, and at none before.", async ({ page }) => {
  await open(page);
  await expect(page.getByText("오늘의 환율을 넣으면 원화로도 보입니다.")).toBeVisible();
  await page.getByLabel("1달러의 원화").fill("1400");
  await expect(page.getByText("약 560원")).toBeVisible();
});

test("Provisioned concurrency draws its break-even and takes the free tier away.", async ({ page }) => {
  await open(page, "#v=1&r=12000000&d=180&m=1769&c=0.02&i=420&pc=10&ph=730");
  await expect(page.locator(".utilisation")).toBeVisible();
  await expect(page.getByText("프로비저닝된 동시성을 켠 함수라 무료 한도가 없음")).toBeVisible();
});

test("A lab's run opens the calculator with what it measured.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.lab.getByText("계산 보기").click();
  await labPage.lab.getByRole("link", { name: /이 실행으로/ }).click();
  await expect(page.getByLabel("한 달 요청 수", { exact: true })).toHaveValue("1,000,000");
  await expect(page.getByLabel("콜드 스타트 비율", { exact: true })).toHaveValue("100");
  await expect(page.getByLabel("초기화 시간", { exact: true })).not.toHaveValue("0");
});

test("The calculator in a chapter counts, and leads to the page with its values.", async ({ page }) => {
  await page.goto(`${SITE()}chapters/pricing/`);
  const calculator = page.locator(".calculator.compact");
  await calculator.scrollIntoViewIfNeeded();
  await calculator.getByLabel("한 달 요청 수", { exact: true }).fill("6000000");
  const sum = (await total(page).textContent()) ?? "";
  await calculator.getByRole("link", { name: "이 값으로 요금 계산기 열기" }).click();
  await expect(page.getByLabel("한 달 요청 수", { exact: true })).toHaveValue("6,000,000");
  await expect(total(page)).toHaveText(sum);
});

test("Without scripts the example, its arithmetic and the prices are there to read.", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${SITE()}calculator/`);
  await expect(total(page)).toHaveText("$0.40");
  await page.locator(".breakdown summary").first().click();
  await expect(page.getByText("3,000,000건 − 무료 한도 1,000,000건 = 2,000,000건")).toBeVisible();
  await expect(page.getByRole("cell", { name: "$0.0000166667 A" }).first()).toBeVisible();
  await context.close();
});

test("In print the table and the arithmetic are there, and nothing to press.", async ({ page }) => {
  await open(page);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".breakdown")).toBeVisible();
  await expect(page.getByText("3,000,000건 − 무료 한도 1,000,000건 = 2,000,000건")).toBeVisible();
  await expect(page.getByRole("button")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`On a phone, with everything on and a wrong field, it is no wider than the window and axe finds no fault, ${colorScheme}.`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await open(page, "#v=1&r=900000000000&d=880&m=10240&c=0.02&i=420&pc=10&ph=730&l=4&s=8&e=1024");
    await page.getByRole("button", { name: "이 설정을 따로 두기" }).click();
    await page.getByLabel("한 달 로그", { exact: true }).fill("x");
    await expect(page.getByText(/한 달 로그 값은/)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect((await axe(page).analyze()).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  });
}
