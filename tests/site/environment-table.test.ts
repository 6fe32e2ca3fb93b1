import { expect, test } from "vitest";
import { environmentRows, type Trace } from "../../sandbox/index.ts";
import { environmentTable } from "../../src/lab/environment-table.ts";
import { coldThenWarm, failedInit, throttled } from "../sandbox/trace/hand-made.ts";

/** `+0 환경 1 cold creation 50 init 100 invoke 10 success` */
function table(trace: Trace): string[] {
  return environmentTable(environmentRows(trace), trace).map((row) => {
    const at = `+${row.at - trace.startsAt}`;
    if (row.kind === "throttle") return `${at} 429`;
    if (row.kind === "shutdown") return `${at} environment ${row.environment} ends: ${row.why}`;
    const { environment, coldStart, creation, init, invoke, end, isReset } = row;
    return `${at} environment ${environment} ${coldStart ? "cold" : "warm"} ${creation} ${init} ${invoke} ${end}${isReset ? " reset" : ""}`;
  });
}

test("A cold start has its creation and its Init, a warm one has neither, and the end is a row of its own.", () => {
  expect(table(coldThenWarm)).toMatchInlineSnapshot(`
    [
      "+0 environment 1 cold 50 100 10 success",
      "+1160 environment 1 warm undefined undefined 10 success",
      "+3600000 environment 1 ends: idle",
    ]
  `);
});

test("An Init that failed and ran again is one row with all its time, and says that the process starts anew.", () => {
  expect(table(failedInit)).toMatchInlineSnapshot(`
    [
      "+0 environment 1 cold 50 3150 0 timeout reset",
    ]
  `);
});

test("A throttled request is a row without an environment.", () => {
  expect(table(throttled)).toMatchInlineSnapshot(`
    [
      "+0 environment 1 cold 50 100 10 success",
      "+0 429",
    ]
  `);
});
