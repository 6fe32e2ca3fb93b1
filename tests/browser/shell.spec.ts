import { pathToFileURL } from "node:url";
import { test as anywhere } from "@playwright/test";
import { CHAPTER, expect, SITE, SITE_BELOW_A_PATH, test } from "./lab-page.ts";

const CONTEXT = "chapters/context/";

test("The chosen theme is on the page before any script has arrived, and 기기 설정 follows the device again.", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(SITE());
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByLabel("화면 밝기").selectOption("어둡게");
  const dark = await background();
  expect(dark).not.toBe(light);
  await page.route("**/*.js", (route) => route.fulfill({ status: 200, contentType: "text/javascript", body: "" }));
  await page.goto(SITE() + CONTEXT);
  expect(await background()).toBe(dark);
  await page.unroute("**/*.js");
  await page.goto(SITE() + CONTEXT);
  await expect(page.getByLabel("화면 밝기")).toHaveValue("dark");
  await page.getByLabel("화면 밝기").selectOption("기기 설정");
  expect(await background()).toBe(light);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background()).toBe(dark);
});

test("The first Tab offers to skip to the text, and takes the focus there.", async ({ page }) => {
  await page.goto(SITE() + CONTEXT);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "본문으로 건너뛰기" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
});

test("The contents mark the section that is being read.", async ({ page }) => {
  await page.goto(SITE() + CONTEXT);
  const contents = page.getByRole("navigation", { name: "이 장의 차례" });
  await expect(contents.locator("[aria-current]")).toHaveCount(0);
  await contents.getByRole("link", { name: "주요 속성" }).click();
  await expect(contents.locator("[aria-current]")).toHaveText("주요 속성");
});

test("A lab that ran shows in the list of chapters, also after a reload.", async ({ labPage, page }) => {
  await labPage.open();
  const link = page.locator(".rail").getByRole("link", { name: "콜드 스타트와 웜 스타트" });
  await expect(link).not.toContainText("마침");
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(link).toContainText("마침");
  await page.reload();
  await expect(link).toContainText("마침");
});

test("The pager leads to the next chapter and back, and the first chapter has none before it.", async ({ page }) => {
  await page.goto(SITE());
  await page.getByRole("link", { name: "읽기 시작" }).click();
  const pager = page.getByRole("navigation", { name: "이전 장과 다음 장" });
  await expect(pager.getByRole("link", { name: /^이전/ })).toHaveCount(0);
  const first = page.url();
  await pager.getByRole("link", { name: /^다음/ }).click();
  await expect(page).not.toHaveURL(first);
  await pager.getByRole("link", { name: /^이전/ }).click();
  await expect(page).toHaveURL(first);
});

test("Below a path, an address without a page is answered with a page whose links work.", async ({ page, request }) => {
  const port = new URL(SITE_BELOW_A_PATH()).port;
  const answer = await request.get(`http://localhost:${port}/class/3/chapters/none/`);
  expect(answer.status()).toBe(404);
  expect(await answer.text()).toContain("이 주소에는 페이지가 없습니다");
  await page.goto(`${SITE_BELOW_A_PATH()}404.html`);
  await page.locator("main").getByRole("link", { name: "컨텍스트 객체" }).click();
  await expect(page).toHaveURL(SITE_BELOW_A_PATH() + CONTEXT);
});

test("Where the browser has no WebAssembly, the page says so.", async ({ page }) => {
  await page.goto(SITE() + CHAPTER);
  const sentence = page.getByText("WebAssembly나 워커가 없습니다");
  await expect(sentence).toBeHidden();
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await page.reload();
  await expect(sentence).toBeVisible();
});

anywhere("A page that is opened from a disk says how to open it instead.", async ({ page }) => {
  await page.goto(pathToFileURL(`dist/${CHAPTER}index.html`).href);
  await expect(page.getByText("파일을 디스크에서 바로 열었다면")).toBeVisible();
  await page.goto(SITE() + CHAPTER);
  await expect(page.getByText("파일을 디스크에서 바로 열었다면")).toBeHidden();
});

test("In the code font, Hangul is exactly two cells wide, and => stays two signs.", async ({ page }) => {
  await page.goto(SITE() + CHAPTER);
  const widths = await page.evaluate(async () => {
    await document.fonts.load('20px "Nanum Gothic Coding"', "핸들러 => 0");
    const measure = (text: string) => {
      const span = document.body.appendChild(document.createElement("code"));
      span.style.cssText = "font-size: 20px; white-space: pre; position: absolute; padding: 0; border: 0";
      span.textContent = text;
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    return { cell: measure("0"), hangul: measure("핸들러"), arrow: measure("=>") };
  });
  expect(widths.hangul).toBeCloseTo(widths.cell * 6, 3);
  expect(widths.arrow).toBeCloseTo(widths.cell * 2, 3);
});

test("Every page leads to the licences of all that it may fetch: the page's scripts, the editor, the engine, its library, the fonts.", async ({
  page,
}) => {
  await page.goto(SITE() + CONTEXT);
  const address = await page.getByRole("link", { name: "함께 실은 소프트웨어의 라이선스" }).getAttribute("href");
  const text = await page.evaluate(async (licences) => (await fetch(licences)).text(), address ?? "");
  for (const name of [
    "preact",
    "monaco-editor",
    "@jitl/quickjs-ng-wasmfile-release-sync",
    "acorn",
    "whatwg-url",
    "@fontsource/pretendard",
  ]) {
    expect(text).toMatch(new RegExp(`^${name} \\d.*[^]*?Copyright`, "m"));
  }
});
