/** The lab under a finger: a plain text area, nothing of Monaco. */
import { expect, SITE, test } from "./lab-page.ts";

test("On a phone the focus brings the engine and nothing of Monaco, and what is typed runs.", async ({ labPage, page }) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(request.url()));
  await labPage.open();
  await labPage.editor.fill("export const handler = async () => '손가락';");
  await labPage.run();
  await labPage.expectResult("손가락");
  expect(fetched.filter((url) => url.includes("monaco"))).toEqual([]);
});

test("A phone's keyboard is asked not to correct, capitalise or complete code.", async ({ labPage }) => {
  await labPage.open();
  for (const name of ["autocorrect", "autocapitalize", "autocomplete"]) await expect(labPage.editor).toHaveAttribute(name, "off");
  await expect(labPage.editor).toHaveAttribute("spellcheck", "false");
});

test("Hangul that is being composed in the text area is neither run nor kept before it is done.", async ({ labPage, page, context }) => {
  await labPage.open();
  await labPage.editor.fill("");
  await page.waitForTimeout(600);
  const input = await context.newCDPSession(page);
  for (const text of ["ㅎ", "하", "한"]) await input.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
  await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, modifiers: 2 });
  await page.waitForTimeout(600);
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  const keptText = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await keptText()).not.toContain("한");
  await input.send("Input.insertText", { text: "한" });
  await expect(labPage.editor).toHaveValue("한");
  await expect.poll(keptText).toContain("한");
});

test("Tab leaves the text area at once.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.editor.focus();
  await page.keyboard.press("Tab");
  await expect(labPage.button("실행")).toBeFocused();
});

test("A tap on 실행 right after the page came runs the handler.", async ({ labPage, page }) => {
  // Tall enough for the button to be in view without scrolling, which would wake the lab before the tap.
  await page.setViewportSize({ width: 390, height: 4_000 });
  await page.goto(SITE());
  const box = await labPage.button("실행").boundingBox();
  if (box === null) throw new Error("the lab has no 실행 button");
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  await expect(labPage.result.locator("pre")).toContainText("1");
});
