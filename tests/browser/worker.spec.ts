/** What a lab does when the browser takes its worker's work away in mid-run: no message comes any more, neither good nor bad. */
import type { Page } from "@playwright/test";
import { expect, test } from "./lab-page.ts";

/** Ends what every worker of the page is executing, as V8 does where it runs out of memory; loops inside WebAssembly too. */
async function killWorkersRun(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  const workers: string[] = [];
  protocol.on("Target.attachedToTarget", ({ sessionId }) => workers.push(sessionId));
  await protocol.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  await expect.poll(() => workers.length).toBe(1);
  for (const sessionId of workers) {
    const message = JSON.stringify({ id: 1, method: "Runtime.terminateExecution" });
    await protocol.send("Target.sendMessageToTarget", { sessionId, message });
  }
  await protocol.detach();
}

test("A worker killed in mid-run: the page lives, says in Korean that the run ended, and the next run works from where the lab was.", async ({
  labPage,
  page,
}) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  const own = await labPage.editor.inputValue();
  // Enough work for the killing to find it at it.
  await labPage.write("export const handler = async () => { while (true) {} };");
  await labPage.lab.getByRole("tab", { name: /설정/ }).click();
  await labPage.lab.getByLabel("메모리(MB)").fill("1769");
  await labPage.lab.getByLabel("타임아웃(초)").fill("900");
  await labPage.run();
  await expect(labPage.status).toHaveText("실행 중");
  await killWorkersRun(page);
  // The page does not hang meanwhile, and what it shows is still the run before.
  await labPage.lab.getByRole("tab", { name: "index.mjs" }).click();
  await labPage.expectResult({ outside: 1, inside: 1 });
  // A worker that is silent is given up after twenty seconds.
  await expect(labPage.status).toHaveText("코드가 끝나지 않아 실행기가 멈췄습니다. 반복문의 끝 조건을 보세요.", { timeout: 40_000 });
  await expect(labPage.button("멈추기")).toHaveCount(0);
  await expect(labPage.written).toContainText("while");

  await labPage.write(own);
  await labPage.run();
  // The settings were changed as well: a new environment, whose variables begin anew.
  await expect(labPage.environments).toHaveCount(2);
  await labPage.expectResult({ outside: 1, inside: 1 });
});
