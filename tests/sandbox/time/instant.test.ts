import { expect, test } from "vitest";
import { isoTime, logStreamDate } from "../../../sandbox/time/instant.ts";
import { payload, run } from "../../harness.ts";

const at = Date.UTC(2026, 10, 22, 23, 59, 59, 999);

test("times are written in UTC, cut to whole milliseconds, whatever zone the host is in", () => {
  expect(isoTime(at + 0.9)).toBe("2026-11-22T23:59:59.999Z");
  expect(logStreamDate(at)).toBe("2026/11/22");
});

test("a handler's clock is in UTC, whatever zone the host is in", () => {
  const body = `const date = new Date(2026, 10, 22, 7);
    return [date.toISOString(), date.getTimezoneOffset(), date.getHours(), String(date), process.env.TZ];`;
  expect(payload(run(`export const handler = async () => { ${body} };`))).toBe(
    JSON.stringify(["2026-11-22T07:00:00.000Z", 0, 7, "Sun Nov 22 2026 07:00:00 GMT+0000 (Coordinated Universal Time)", ":UTC"]),
  );
});

test("a handler's clock starts where the scenario says", () => {
  const trace = run("export const handler = async () => new Date().toISOString().slice(0, 16);", { startsAt: "2031-02-03T04:05:00.000Z" });
  expect(payload(trace)).toBe('"2031-02-03T04:05"');
});
