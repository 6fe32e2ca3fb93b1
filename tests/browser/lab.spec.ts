import { CHAPTER, expect, SITE, test } from "./lab-page.ts";

test("Nothing of the engine or of Monaco is fetched before a reader turns to the lab, and both when the editor has the focus.", async ({
  labPage,
  page,
}) => {
  const fetched: string[] = [];
  page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await labPage.open();
  await page.waitForLoadState("networkidle");
  expect(fetched.filter((path) => /worker|quickjs|boot|monaco/i.test(path))).toEqual([]);
  await labPage.editor.focus();
  await expect.poll(() => fetched.some((path) => path.endsWith(".wasm"))).toBe(true);
  await expect.poll(() => fetched.some((path) => path.includes("monaco"))).toBe(true);
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
  await labPage.write("export const handler = async (event) => ({ 인사: '안녕하세요', event });");
  await labPage.run();
  await labPage.expectResult({ 인사: "안녕하세요", event: {} });
  await expect(labPage.environments).toHaveCount(2);
  await expect(labPage.environments.first()).toContainText("코드가 바뀌어 종료");
});

test("처음으로 brings the first code back and forgets what was run.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("export const handler = async () => 1;");
  await labPage.run();
  await labPage.expectResult(1);
  await labPage.button("처음으로").click();
  await expect(labPage.written).toContainText("outside, inside");
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  await expect(labPage.environments).toHaveCount(0);
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("A loop without end ends as Lambda's timeout, and the next run works.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("export const handler = async () => { while (true) {} };");
  await labPage.run();
  await expect(labPage.result).toContainText("타임아웃. 설정한 3초 안에 끝나지 않았습니다.");
  await expect(labPage.result).toContainText("Task timed out after 3.00 seconds");
  await labPage.write("export const handler = async () => 'ok';");
  await labPage.run();
  await labPage.expectResult("ok");
});

test("An error that the handler throws is shown as Lambda's error payload.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("export const handler = async () => { throw new TypeError('주문이 없습니다'); };");
  await labPage.run();
  await expect(labPage.result).toContainText("함수가 오류를 냈습니다.");
  await expect(labPage.result).toContainText('"errorType": "TypeError"');
  await expect(labPage.result).toContainText("주문이 없습니다");
});

test("A handler that returns nothing is said to have returned nothing.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("export const handler = async () => {};");
  await labPage.run();
  await expect(labPage.result).toContainText("핸들러가 값을 반환하지 않았습니다.");
});

test("Code that imports a part of Node's library loads it and runs.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("import { format } from 'node:util';\nexport const handler = async () => format('%s+%d', 'a', 1);");
  await labPage.run();
  await labPage.expectResult("a+1");
});

test("멈추기 ends a run at once, and the lab goes on from where it was.", async ({ labPage }) => {
  const counts = "let n = 0;\nexport const handler = async () => (n += 1);";
  await labPage.open();
  await labPage.write(counts);
  await labPage.run();
  await labPage.expectResult(1);
  await labPage.write("export const handler = async () => { while (true) {} };");
  await labPage.run();
  await labPage.button("멈추기").click();
  await expect(labPage.status).toHaveText("멈췄습니다. 코드는 그대로입니다.");
  await expect(labPage.button("멈추기")).toHaveCount(0);
  await labPage.expectResult(1);
  await labPage.write(counts);
  await labPage.run();
  await labPage.expectResult(2);
});

test("되돌리기 takes back 처음으로: the code that was written, and all that it had run.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write("let n = 0;\nexport const handler = async () => (n += 1);");
  await labPage.run();
  await labPage.expectResult(1);
  await labPage.button("처음으로").click();
  await expect(labPage.written).toContainText("outside, inside");
  await labPage.button("되돌리기").click();
  await expect(labPage.written).not.toContainText("outside");
  await labPage.expectResult(1);
  await labPage.run();
  await labPage.expectResult(2);
});

test("A changed event is what the handler gets, in the same environment; one that is no JSON is not sent.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.write("let n = 0;\nexport const handler = async (event) => ({ event, n: (n += 1) });");
  await labPage.run();
  await labPage.expectResult({ event: {}, n: 1 });
  await labPage.lab.getByRole("tab", { name: "event.json" }).click();
  await labPage.lab.getByRole("textbox", { name: "event.json" }).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("1024");
  await labPage.run();
  await labPage.expectResult({ event: 1024, n: 2 });
  await labPage.lab.getByRole("textbox", { name: "event.json" }).focus();
  await page.keyboard.insertText("x");
  await labPage.run();
  await expect(labPage.status).toContainText("이벤트가 올바른 JSON이 아닙니다.");
  await labPage.expectResult({ event: 1024, n: 2 });
});

test("Changed settings are deployed with the next run: memory, timeout and variables, in a new environment.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write(
    "export const handler = async (event, context) => [context.memoryLimitInMB, context.getRemainingTimeInMillis() > 3000, process.env.TABLE_NAME];",
  );
  await labPage.run();
  await labPage.expectResult(["128", false, null]);
  await labPage.lab.getByRole("tab", { name: /설정/ }).click();
  await labPage.lab.getByLabel("메모리(MB)").fill("512");
  await labPage.lab.getByLabel("타임아웃(초)").fill("30");
  await labPage.lab.getByLabel("환경 변수").fill("TABLE_NAME=orders");
  await labPage.run();
  await labPage.expectResult(["512", true, "orders"]);
  await expect(labPage.environments).toHaveCount(2);
  await labPage.lab.getByLabel("메모리(MB)").fill("64");
  await labPage.run();
  await expect(labPage.status).toContainText("메모리는 128MB에서 10,240MB 사이의 정수입니다.");
  await labPage.lab.getByLabel("메모리(MB)").fill("128");
  await labPage.lab.getByLabel("환경 변수").fill("AWS_REGION=x");
  await labPage.run();
  await expect(labPage.status).toContainText("AWS_REGION");
});

test("The bill of a run adds its requests and its billed time, and says how much of it is Init.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  const bill = labPage.lab.locator(".bill");
  const report = (await labPage.logLines.last().textContent()) ?? "";
  const billed = Number(/Billed Duration: (\d+) ms/.exec(report)?.[1]);
  const dollars = 0.0000002 + (billed / 1000) * (128 / 1024) * 0.0000166667;
  await expect(bill.locator("summary b").first()).toHaveText(`$${dollars.toFixed(10)}`);
  await bill.getByText("계산 보기").click();
  await expect(bill).toContainText(/청구 시간의 \d+%가 초기화입니다\./);
  await labPage.run();
  await labPage.expectResult({ outside: 2, inside: 1 });
  await expect(bill).toContainText("초기화가 없어");
});

test("The run answers a prediction: with the sentence of what was chosen, and only after enough calls.", async ({ labPage }) => {
  await labPage.open();
  const prediction = labPage.lab.getByRole("group", { name: /세 번 실행하면/ });
  await prediction.getByRole("radio", { name: "3과 3" }).check();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(prediction).toContainText("두 번 더 호출하면 답이 나옵니다.");
  for (let run = 2; run <= 3; run += 1) {
    await labPage.run();
    await labPage.expectResult({ outside: run, inside: 1 });
  }
  await expect(prediction).toContainText("실행한 결과: 3과 1");
  await expect(prediction.getByRole("radio", { name: "3과 1" })).toBeDisabled();
  await labPage.button("처음으로").click();
  await expect(prediction).toContainText("실행하기 전에 결과를 짐작해 보세요.");
  await expect(prediction.getByRole("radio", { name: "3과 1" })).toBeEnabled();
});

test("크게 보기 covers the window and closes with Escape; meanwhile nothing behind it takes the focus.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.button("크게 보기").click();
  expect(await labPage.lab.boundingBox()).toEqual({ x: 0, y: 0, width: 1280, height: 900 });
  for (let tab = 0; tab < 25; tab += 1) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest(".lab") !== null)).toBe(
      true,
    );
  }
  await labPage.button("실행").focus();
  await page.keyboard.press("Escape");
  await expect(labPage.button("크게 보기")).toBeVisible();
  await labPage.expectResult({ outside: 1, inside: 1 });
});

test("What was written outlives a reload, code, event and settings; and 처음으로 is what brings the first text back.", async ({
  labPage,
  page,
}) => {
  await labPage.open();
  await labPage.write("export const handler = async () => '남은 코드';");
  await labPage.lab.getByRole("tab", { name: /설정/ }).click();
  await labPage.lab.getByLabel("메모리(MB)").fill("256");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("256");
  await page.reload();
  await labPage.come();
  await expect(labPage.editor).toHaveValue("export const handler = async () => '남은 코드';");
  await expect(labPage.lab.getByRole("tab", { name: /설정/ })).toContainText("256MB");
  await expect(labPage.status).toHaveText("아직 실행하지 않았습니다.");
  await labPage.button("처음으로").click();
  await expect(labPage.editor).toHaveValue(/outside/);
});

test("A draft that was written for an older text is kept beside the new one until the reader decides.", async ({ labPage, page }) => {
  await labPage.open();
  await labPage.write("export const handler = async () => '옛 코드';");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("옛 코드");
  await page.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.includes(":lab:")) ?? "";
    localStorage.setItem(name, JSON.stringify({ ...JSON.parse(localStorage.getItem(name) ?? ""), first: "another" }));
  });
  await page.goto(`${page.url()}?again`);
  await labPage.come();
  await expect(labPage.editor).toHaveValue(/outside/);
  await labPage.button("전에 쓰던 코드로 바꾸기").click();
  await expect(labPage.editor).toHaveValue("export const handler = async () => '옛 코드';");
});

test("Storage that is full is said to be full, and the lab runs on.", async ({ labPage, page }) => {
  await labPage.open();
  await page.evaluate(() => {
    const text = "x".repeat(256 * 1024);
    try {
      for (let part = 0; ; part += 1) localStorage.setItem(`other ${part}`, text);
    } catch {
      // Full.
    }
    try {
      for (let part = 0; ; part += 1) localStorage.setItem(`small ${part}`, "x".repeat(100));
    } catch {
      // Full to the brim.
    }
  });
  await labPage.write(`export const handler = async () => 1; // ${"가".repeat(300)}`);
  await expect(labPage.status).toContainText("저장 공간이 가득 차 저장하지 못했습니다.");
  await labPage.run();
  await labPage.expectResult(1);
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

test("A click on 실행 that comes before the lab's script has arrived counts once, as soon as it is there.", async ({ labPage, page }) => {
  await page.route("**/_astro/Lab.*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  await page.goto(SITE() + CHAPTER);
  await labPage.come();
  await expect(labPage.button("실행")).toBeDisabled();
  const box = await labPage.button("실행").boundingBox();
  if (box === null) throw new Error("the lab has no 실행 button");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.environments.locator(".invoke")).toHaveCount(1);
});

test("An answer of megabytes and thousands of log lines are cut where they are shown, and the page stays alive.", async ({ labPage }) => {
  await labPage.open();
  await labPage.write(
    'export const handler = async () => { for (let i = 0; i < 3_000; i += 1) console.log(i); return "가".repeat(1_500_000); };',
  );
  await labPage.run();
  await expect(labPage.result).toContainText("앞의 20,000자만 보입니다. 모두 1,500,002자입니다.");
  await expect(labPage.logLines.first()).toContainText("줄은 보이지 않습니다.");
  await expect(labPage.logLines).toHaveCount(1_001);
  await labPage.write("export const handler = async () => 1;");
  await labPage.run();
  await labPage.expectResult(1);
});
