import { axe } from "./axe.ts";
import { expect, SITE, test } from "./lab-page.ts";

const STUDY = "my-study/";

test("내 학습 counts what was done, moves it to another browser by a file, clears it by chapter and takes that back.", async ({
  labPage,
  page,
  browser,
}, testInfo) => {
  await labPage.open();
  await labPage.write("export const handler = async () => 42;");
  await labPage.run();
  await labPage.expectResult(42);
  await page.goto(SITE() + STUDY);
  const chapter = page.locator(".study-chapters > li").filter({ has: page.getByRole("link", { name: "콜드 스타트와 웜 스타트" }) });
  await expect(chapter.getByText("가운데 1개")).toBeVisible();
  await expect(chapter.getByText("고친 코드: 환경은 기억한다")).toBeVisible();
  expect((await axe(page).analyze()).violations).toEqual([]);

  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "내보내기" }).click()]);
  const file = testInfo.outputPath("study.json");
  await download.saveAs(file);

  await chapter.getByRole("button", { name: "지우기" }).click();
  await expect(page.getByRole("status")).toContainText("장의 기록을 지웠습니다.");
  await expect(chapter.getByText("고친 코드")).toHaveCount(0);
  await page.getByRole("button", { name: "되돌리기" }).click();
  await expect(chapter.getByText("고친 코드: 환경은 기억한다")).toBeVisible();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await other.goto(SITE() + STUDY);
  await expect(other.getByText("고친 코드:")).toHaveCount(0);
  await other.getByLabel("가져오기").setInputFiles(file);
  await expect(other.getByRole("status")).toContainText("파일의 기록을 가져왔습니다.");
  await expect(other.getByText("고친 코드: 환경은 기억한다")).toBeVisible();
  await elsewhere.close();
});

test("A file that is none of ours is answered with a sentence, and changes nothing.", async ({ page }) => {
  await page.goto(SITE() + STUDY);
  await page.getByLabel("가져오기").setInputFiles({ name: "photo.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await expect(page.getByRole("status")).toContainText("‘내 학습’에서 내보낸 파일이 아닙니다.");
  await expect(page.getByRole("button", { name: "되돌리기" })).toHaveCount(0);
});
