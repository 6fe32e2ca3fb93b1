import { expect, test } from "vitest";
import { missingLayer } from "../../src/lab/missing-layer.ts";
import { payload, run } from "../harness.ts";

const answer = (code: string) => ({ outcome: "error" as const, payload: JSON.stringify(JSON.parse(payload(run(code))), undefined, 2) });
const ESM = 'import { format } from "date-fns/format"; export const handler = async () => format(0, "yyyy");';
const COMMON_JS = { "index.js": 'const middy = require("@middy/core"); exports.handler = middy();' };

test("an import of a package that the catalogue has and the function has not names its layer", () => {
  expect(missingLayer(answer(ESM), [])).toEqual({ specifier: "date-fns", layer: "date-fns" });
  const { errorMessage } = JSON.parse(payload(run(COMMON_JS))) as { errorMessage: string };
  expect(missingLayer({ outcome: "error", payload: JSON.stringify({ errorMessage }) }, ["lodash"])).toEqual({
    specifier: "@middy/core",
    layer: "middy",
  });
});

test("no layer is named where the function has it, where the catalogue has no such package, or where nothing failed", () => {
  expect(missingLayer(answer(ESM), ["date-fns"])).toBeUndefined();
  expect(missingLayer(answer(ESM), ["arn:aws:lambda:ap-northeast-2:123456789012:layer:date-fns:1"])).toBeUndefined();
  expect(missingLayer(answer(ESM.replace("date-fns", "left-pad")), [])).toBeUndefined();
  expect(missingLayer(answer('import "./gone.mjs"; export const handler = 1;'), [])).toBeUndefined();
  expect(missingLayer({ outcome: "value", payload: "\"Cannot find package 'lodash'\"" }, [])).toBeUndefined();
});
