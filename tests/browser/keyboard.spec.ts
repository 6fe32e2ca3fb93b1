import { expect, test } from "./lab-page.ts";

for (const key of ["Control+Enter", "Meta+Enter"]) {
  test(`${key} runs the code.`, async ({ labPage, page }) => {
    await labPage.open();
    await labPage.editor.focus();
    await page.keyboard.press(key);
    await labPage.expectResult({ outside: 1, inside: 1 });
  });
}

test("Ctrl+Enter leaves the text as it was.", async ({ labPage, page }) => {
  await labPage.open();
  const before = await labPage.editor.inputValue();
  await labPage.editor.focus();
  await page.keyboard.press("Control+Enter");
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.editor).toHaveValue(before);
});

test("While Hangul is being composed, Ctrl+Enter runs nothing, and what was composed is kept.", async ({ labPage, page, context }) => {
  await labPage.open();
  await labPage.editor.fill("");
  const input = await context.newCDPSession(page);
  for (const text of ["ㅎ", "하", "한"]) await input.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
  // An input method hands keys that it takes as code 229; this is how Chromium sends them on.
  await input.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, modifiers: 2 });
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  await input.send("Input.insertText", { text: "한" });
  await expect(labPage.editor).toHaveValue("한");
});

test("Tab leaves the editor and goes through the buttons in the order of reading.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.editor.focus();
  await page.keyboard.press("Tab");
  await expect(labPage.button("실행")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(labPage.button("동시에 세 번")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Shift+Tab");
  await expect(labPage.editor).toBeFocused();
});

test("A run by keyboard leaves the focus where it was.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.button("실행").focus();
  await page.keyboard.press("Enter");
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.button("실행")).toBeFocused();
});
