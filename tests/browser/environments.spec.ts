import { changeIslands } from "./island-props.ts";
import { expect, test } from "./lab-page.ts";

test("표로 보기 unfolds a table with a caption in which every call has its environment, start, Init and end.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await labPage.button("동시에 세 번").click();
  await expect(labPage.environments).toHaveCount(3);
  const table = labPage.lab.getByRole("table", { name: /실행 환경에서 일어난 일/ });
  await expect(table).toBeHidden();
  await labPage.lab.getByText("표로 보기").click();
  await expect(table.getByRole("row")).toHaveCount(5);
  await expect(table.getByRole("columnheader")).toHaveText(["시각", "환경", "시작", "환경 생성", "초기화", "호출", "끝"]);
  await expect(table.getByRole("row", { name: /환경 1 콜드 [\d.]+ms [\d.]+ms [\d.]+ms 성공/ })).toHaveCount(1);
  await expect(table.getByRole("row", { name: /환경 1 웜 없음 없음 [\d.]+ms 성공/ })).toHaveCount(1);
  await expect(table.getByRole("row", { name: /환경 [23] 콜드 [\d.]+ms [\d.]+ms [\d.]+ms 성공/ })).toHaveCount(2);
  const report = (await labPage.logLines.filter({ hasText: "Init Duration" }).first().textContent()) ?? "";
  const [, init] = /Init Duration: ([\d.]+) ms/.exec(report) ?? [];
  await expect(table).toContainText(`${init}ms`);
});

test("A timeout is marked by a sign and in words, in the lane and in the table, and so is the process that starts anew.", async ({
  labPage,
}) => {
  await labPage.open();
  await labPage.write("export const handler = () => new Promise(() => setTimeout(() => {}, 60_000));");
  await labPage.run();
  await expect(labPage.result).toContainText("Task timed out");
  await expect(labPage.environments.first()).toContainText("타임아웃으로 프로세스를 다시 시작");
  await expect(labPage.environments.locator(".sign.reset")).toBeVisible();
  await expect(labPage.lab.locator("figcaption")).toContainText("프로세스 다시 시작");
  await labPage.lab.getByText("표로 보기").click();
  await expect(labPage.lab.getByRole("row", { name: /환경 1 콜드 .* 타임아웃, 다시 시작/ })).toHaveCount(1);
});

test("An environment that ends carries a cross, and the table says when and why.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  await expect(labPage.environments.locator(".sign.end")).toHaveCount(0);
  await labPage.write("export const handler = async () => 'new';");
  await labPage.run();
  await labPage.expectResult("new");
  await expect(labPage.environments.first().locator(".sign.end")).toBeVisible();
  await labPage.lab.getByText("표로 보기").click();
  await expect(labPage.lab.getByRole("row", { name: /환경 1 코드가 바뀌어 종료/ })).toHaveCount(1);
});

test("The parts of Init carry their names where they are wide enough.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  const lane = labPage.environments.first();
  await expect(lane.locator(".environment b")).toBeVisible();
  await expect(lane.locator(".runtime b")).toBeVisible();
  for (const part of await lane.locator(".init").all()) {
    const { width } = (await part.boundingBox()) ?? { width: 0 };
    // 2.4 rem of 17 px.
    await expect(part.locator("b")).toBeVisible({ visible: width >= 2.4 * 17 });
  }
});

test("A request that is refused with 429 has a line of its own below the environments, and a row in the table.", async ({
  labPage,
  page,
}) => {
  await changeIslands(page, ({ lab, ...props }) =>
    lab === undefined ? props : { ...props, lab: { ...(lab as object), account: { ConcurrentExecutions: 2 } } },
  );
  await labPage.open();
  await labPage.button("동시에 세 번").click();
  await expect(labPage.environments).toHaveCount(3);
  await expect(labPage.environments.last()).toContainText("429 스로틀링 1회. 동시성 한도에 닿아 거절됐습니다.");
  await expect(labPage.environments.last().locator(".sign.throttle")).toBeVisible();
  await expect(labPage.result).toContainText("스로틀링. 동시성 한도에 닿아 429로 거절됐습니다.");
  await labPage.lab.getByText("표로 보기").click();
  await expect(labPage.lab.getByRole("row", { name: /환경에 닿지 못한 요청 429 스로틀링/ })).toHaveCount(1);
});

test("A stack trace gets the whole width, and the log stands below it.", async ({ labPage }) => {
  await labPage.open();
  await labPage.run();
  await labPage.expectResult({ outside: 1, inside: 1 });
  const [short, log] = [await labPage.result.boundingBox(), await labPage.lab.locator(".log").boundingBox()];
  expect(short?.y).toBe(log?.y);
  await labPage.write("export const handler = async () => { throw new TypeError('없음'); };");
  await labPage.run();
  await expect(labPage.result).toContainText("TypeError");
  const [long, below] = [await labPage.result.boundingBox(), await labPage.lab.locator(".log").boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((long?.y ?? 0) + (long?.height ?? 0) - 1);
  expect(long?.width).toBe(below?.width);
});
