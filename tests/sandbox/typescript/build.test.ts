/** TypeScript sources are built to a deployment package as a team's build does it. */
import { expect, test } from "vitest";
import { buildPackage } from "../../../sandbox/runtime/quickjs/typescript/package-build.ts";
import { BuildRefused } from "../../../sandbox/runtime/runtime.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { invoke, payload, runtime, scenario } from "../../harness.ts";

test("sources become modules, imports are renamed, types are gone, other files stay", () => {
  const sources = {
    "index.ts":
      'import { a } from "./lib/a.ts"; import b from "./b.js"; const c = require("./c.cts"); export * from "x"; await import("./lib/a.ts"); let s: string = "./lib/a.ts";',
    "lib/a.ts": 'export { z } from "../z.mjs"; export const a: number = 1',
    "b.ts": "export default 1",
    "c.cts": "module.exports = 1",
    "types.d.ts": "declare const d: 1",
    "package.json": "{}",
    "z.mjs": "export const z = 1",
  };
  expect(buildPackage(sources)).toEqual({
    files: {
      "index.mjs":
        'import { a } from "./lib/a.mjs"; import b from "./b.mjs"; const c = require("./c.cjs"); export * from "x"; await import("./lib/a.mjs"); let s         = "./lib/a.ts";',
      "lib/a.mjs": 'export { z } from "../z.mjs"; export const a         = 1',
      "b.mjs": "export default 1",
      "c.cjs": "module.exports = 1",
      "package.json": "{}",
      "z.mjs": "export const z = 1",
    },
  });
});

test("what is refused is told with file, line and column", () => {
  expect(buildPackage({ "index.ts": "\n  import a = b.c;" })).toEqual({
    refused: {
      file: "index.ts",
      line: 2,
      column: 3,
      code: "ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX",
      message: "TypeScript import equals declaration is not supported in strip-only mode",
    },
  });
});

const SOURCES = {
  "index.ts":
    'import { total } from "./total.ts";\nexport const handler = async (event: { prices: number[] }): Promise<number> => total(event.prices);',
  "total.ts":
    "export function total(prices: readonly number[]): number {\n  return prices.reduce((sum: number, price) => sum + price, 0);\n}",
};

test("a function whose sources are TypeScript is built before it is deployed", () => {
  const built = scenario(SOURCES, { build: "typescript" }, [invoke({ prices: [1, 2, 3] })]);
  expect(payload(simulate(built, runtime()))).toBe("6");
});

test("new code is built too, and a change of configuration builds nothing anew", () => {
  const FunctionName = "fn";
  const stimuli = [
    {
      type: "updateFunctionCode",
      FunctionName,
      files: { ...SOURCES, "total.ts": "export const total = (prices: number[]): number => prices.length;" },
    },
    { type: "updateFunctionConfiguration", FunctionName, configuration: { Timeout: 9 } },
    invoke({ prices: [5, 5] }),
  ] as const;
  expect(payload(simulate(scenario(SOURCES, { build: "typescript" }, stimuli), runtime()))).toBe("2");
});

test("sources that cannot be built are not deployed: the run says where and why", () => {
  const broken = scenario({ "index.ts": "import color = red.one;" }, { build: "typescript" });
  expect(() => simulate(broken, runtime())).toThrow(BuildRefused);
  expect(() => simulate(broken, runtime())).toThrow(
    "빌드하지 못해 배포하지 않았습니다. index.ts 1행 1열: TypeScript import equals declaration is not supported in strip-only mode (ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX)",
  );
});

test("without a build a handler in a .ts file is not found, as on Lambda", () => {
  const trace = simulate(scenario({ "index.ts": "export const handler = async () => 1;" }), runtime());
  expect(payload(trace)).toContain("Cannot find module 'index'");
});
