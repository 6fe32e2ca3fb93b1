import { expect, test } from "./lab-page.ts";

test("Nothing of the engine is fetched before a reader turns to the lab, and all of it when the editor has the focus.", async ({
  labPage,
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await labPage.open();
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((path) => /worker|quickjs|boot/.test(path))).toEqual([]);
  await labPage.editor.focus();
  await expect.poll(() => fetched.some((path) => path.endsWith(".wasm"))).toBe(true);
});

test("The first run is a cold start and gives the handler's value, the log and the environment.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.logLines.first()).toContainText("INIT_START Runtime Version: nodejs:24.");
  await expect(labPage.logLines.filter({ hasText: "바깥 1, 안 1" })).toHaveCount(1);
  await expect(labPage.logLines.last()).toContainText("Init Duration: ");
  await expect(labPage.environments).toHaveCount(1);
  await expect(labPage.environments.locator(".init")).toHaveCount(4);
  await expect(labPage.environments.locator(".invoke")).toHaveCount(1);
});

test("Running again is a warm start: the same environment, whose module variable goes on counting.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.run();
  await labPage.expectResult({ outside: 2, inside: 1 });
  await expect(labPage.environments).toHaveCount(1);
  await expect(labPage.environments.locator(".invoke")).toHaveCount(2);
  await expect(labPage.logLines.last()).toContainText("REPORT");
  await expect(labPage.logLines.last()).not.toContainText("Init Duration");
});

test("Three requests at the same instant start three environments.", async ({ labPage }) => {
  await labPage.open();
  await labPage.button("동시에 세 번").click();
  await expect(labPage.environments).toHaveCount(3);
  await expect(labPage.result.locator("pre")).toHaveCount(3);
  await expect(labPage.result.getByText("콜드 스타트")).toHaveCount(3);
});

test("After one run, three at the same instant use its environment once and start two more.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.button("동시에 세 번").click();
  await expect(labPage.environments).toHaveCount(3);
  await expect(labPage.result.getByText("웜 스타트")).toHaveCount(1);
  await expect(labPage.result.getByText("콜드 스타트")).toHaveCount(2);
});

test("Sending time ends an idle environment sooner or later, and the run after it is cold again.", async ({ labPage }) => {
  await labPage.open();
  await expect(labPage.button("시간 보내기 +10분")).toBeDisabled();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  const reaped = labPage.environments.filter({ hasText: "오래 쉬어 종료" });
  for (let clicks = 0; clicks < 30 && (await reaped.count()) === 0; clicks += 1) {
    const drawn = labPage.lab.locator(".scale span").last();
    const before = await drawn.textContent();
    await labPage.button("시간 보내기 +10분").click();
    await expect(drawn).not.toHaveText(before ?? "");
    await expect(labPage.status).toBeHidden();
  }
  await expect(reaped).toHaveCount(1);
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.environments).toHaveCount(2);
});

test("Edited code is deployed with the next run, in a new environment.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.editor.fill("export const handler = async (event) => ({ 인사: '안녕하세요', event });");
  await labPage.run();
  await labPage.expectResult({ 인사: "안녕하세요", event: {} });
  await expect(labPage.environments).toHaveCount(2);
  await expect(labPage.environments.first()).toContainText("코드가 바뀌어 종료");
});

test("처음으로 brings the first code back and forgets what was run.", async ({ labPage }) => {
  await labPage.open();
  const starter = await labPage.editor.inputValue();
  await labPage.editor.fill("export const handler = async () => 1;");
  await labPage.run();
  await labPage.expectResult(1);
  await labPage.button("처음으로").click();
  await expect(labPage.editor).toHaveValue(starter);
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  await expect(labPage.environments).toHaveCount(0);
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("A loop without end ends as Lambda's timeout, and the next run works.", async ({ labPage }) => {
  await labPage.open();
  await labPage.editor.fill("export const handler = async () => { while (true) {} };");
  await labPage.run();
  await expect(labPage.result).toContainText("타임아웃. 설정한 3초 안에 끝나지 않았습니다.");
  await expect(labPage.result).toContainText("Task timed out after 3.00 seconds");
  await labPage.editor.fill("export const handler = async () => 'ok';");
  await labPage.run();
  await labPage.expectResult("ok");
});

test("An error that the handler throws is shown as Lambda's error payload.", async ({ labPage }) => {
  await labPage.open();
  await labPage.editor.fill("export const handler = async () => { throw new TypeError('주문이 없습니다'); };");
  await labPage.run();
  await expect(labPage.result).toContainText("함수가 오류를 냈습니다.");
  await expect(labPage.result).toContainText('"errorType": "TypeError"');
  await expect(labPage.result).toContainText("주문이 없습니다");
});

test("A handler that returns nothing is said to have returned nothing.", async ({ labPage }) => {
  await labPage.open();
  await labPage.editor.fill("export const handler = async () => {};");
  await labPage.run();
  await expect(labPage.result).toContainText("핸들러가 값을 반환하지 않았습니다.");
});

test("Code that imports a part of Node's library loads it and runs.", async ({ labPage }) => {
  await labPage.open();
  await labPage.editor.fill("import { format } from 'node:util';\nexport const handler = async () => format('%s+%d', 'a', 1);");
  await labPage.run();
  await labPage.expectResult("a+1");
});

test("멈추기 ends a run at once, and the lab goes on from where it was.", async ({ labPage }) => {
  await labPage.open();
  const starter = await labPage.editor.inputValue();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.editor.fill("export const handler = async () => { while (true) {} };");
  await labPage.run();
  await labPage.button("멈추기").click();
  await expect(labPage.status).toHaveText("멈췄습니다. 코드는 그대로입니다.");
  await expect(labPage.button("멈추기")).toBeDisabled();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.editor.fill(starter);
  await labPage.run();
  await labPage.expectResult({ outside: 2, inside: 1 });
});

test("An engine that does not arrive is said to have not been loaded, and the next run asks for it again.", async ({ labPage, page }) => {
  await labPage.open();
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503 }));
  await labPage.run();
  await expect(labPage.status).toHaveText("불러오지 못했습니다. 연결을 확인하고 다시 시도하세요.");
  await page.unroute("**/*.wasm");
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});
