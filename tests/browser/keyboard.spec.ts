import { expect, test } from "./lab-page.ts";

for (const key of ["Control+Enter", "Meta+Enter"]) {
  test(`${key} runs the code.`, async ({ labPage, page }) => {
    await labPage.open();
    await labPage.edit();
    await page.keyboard.press(key);
    await labPage.expectResult({ outside: 1, inside: 1 });
  });
}

test("Ctrl+Enter leaves the text as it was.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.edit();
  const before = await labPage.written.textContent();
  await page.keyboard.press("Control+Enter");
  await labPage.expectResult({ outside: 1, inside: 1 });
  expect(await labPage.written.textContent()).toBe(before);
});

test("While Hangul is being composed, Ctrl+Enter runs nothing and nothing is kept; what was composed stands and is kept after.", async ({
  labPage,
  page,
  context,
}) => {
  await labPage.open();
  await labPage.write(" ");
  await page.waitForTimeout(600);
  const input = await context.newCDPSession(page);
  for (const text of ["ㅎ", "하", "한"]) await input.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
  // An input method hands keys that it takes as code 229; this is how Chromium sends them on.
  await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, modifiers: 2 });
  await page.waitForTimeout(600);
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  const keptText = () => page.evaluate(() => JSON.stringify(localStorage));
  expect(await keptText()).not.toMatch(/[ㅎ하한]"/);
  await input.send("Input.insertText", { text: "한" });
  await expect(labPage.written).toHaveText(/^\s*한$/);
  await expect.poll(keptText).toContain("한");
});

test("In Monaco Tab indents, and Escape lets it leave for the buttons in the order of reading.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.write("x");
  await page.keyboard.press("Tab");
  await expect(labPage.editor).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(labPage.button("실행")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(labPage.button("동시에 세 번")).toBeFocused();
});

test("The way out of the editor is written below it, and is its description.", async ({ labPage }) => {
  await labPage.open();
  const way = "Esc 다음 Tab을 누르면 편집기에서 나갑니다.";
  await expect(labPage.editor).toHaveAccessibleDescription(way);
  await labPage.edit();
  await expect(labPage.lab.getByText("누르면 편집기에서 나갑니다.")).toBeVisible();
  await expect(labPage.editor).toHaveAccessibleDescription(way);
});

test("Monaco speaks Korean.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.edit();
  await page.keyboard.press("ControlOrMeta+F");
  await expect(labPage.lab.getByPlaceholder("찾기")).toBeVisible();
});

test("A run by keyboard leaves the focus where it was.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.button("실행").focus();
  await page.keyboard.press("Enter");
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.button("실행")).toBeFocused();
});
