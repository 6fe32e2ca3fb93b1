/** What a reader turns beside the code. */
import { expect, SITE, test } from "./lab-page.ts";

test("A value that is turned lets the lab begin anew, outlives a reload, and 처음으로 brings the written one back.", async ({ page }) => {
  await page.goto(`${SITE()}chapters/error-handling/`);
  const lab = page.locator(".lab").filter({ has: page.getByRole("heading", { name: "세 번 실패한 이벤트가 가는 곳" }) });
  const retries = lab.getByLabel("재시도 횟수(MaximumRetryAttempts)");
  const call = lab.getByRole("button", { name: "비동기로 부르고 끝까지 기다리기" });
  const left = lab.locator(".service dl > div").filter({ hasText: "receipts-dead" }).locator("dd");
  const tried = lab.getByRole("listitem").filter({ hasText: "재시도 소진, 실행" });
  await lab.scrollIntoViewIfNeeded();
  await page.mouse.move(5, 200);
  await expect(retries).toBeEnabled();
  await call.click();
  await expect(left).toHaveCount(1);
  await call.click();
  await expect(left).toHaveCount(2);

  await retries.selectOption({ label: "0" });
  await call.click();
  await expect(left).toHaveCount(1);
  await lab.getByText("일어난 일을 차례로 보기").click();
  await expect(tried).toHaveText([/실행 한 번$/]);

  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("chosen");
  await page.reload();
  await lab.scrollIntoViewIfNeeded();
  await expect(retries).toHaveValue("2");
  await page.mouse.move(5, 300);
  await expect(retries).toBeEnabled();
  await lab.getByRole("button", { name: "처음으로" }).click();
  await expect(retries).toHaveValue("0");
});
