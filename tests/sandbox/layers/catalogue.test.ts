/** The catalogue's layers as a function sees them, and as an edge loads them. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { LAYER_CATALOGUE, layerWith } from "../../../sandbox/lambda/layer-catalogue.ts";
import { nodeLibrary } from "../../../sandbox/node/library.ts";
import { quickjsRuntime } from "../../../sandbox/runtime/quickjs/runtime.ts";
import { Needs } from "../../../sandbox/runtime/runtime.ts";
import { checkedScenario } from "../../../sandbox/scenario-schema.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { invoke, payload, run, scenario } from "../../harness.ts";

const ENGINE = new URL("../../../sandbox/runtime/quickjs/engine/dist/quickjs.wasm", import.meta.url);
const LODASH = 'import _ from "lodash"; export const handler = async () => _.chunk([1, 2, 3], 2);';
const NAMES = Object.keys(LAYER_CATALOGUE);

test.each([["lodash"], ["lodash:1"], ["arn:aws:lambda:ap-northeast-2:123456789012:layer:lodash:1"]])(
  "a function that names %s imports the package",
  (name) => {
    expect(payload(run(LODASH, { Layers: [name] }))).toBe("[[1,2],[3]]");
  },
);

test("a package whose layer the function does not name is not found, as on Lambda", () => {
  const { errorType, errorMessage } = JSON.parse(payload(run(LODASH)));
  expect([errorType, errorMessage]).toEqual(["Error", "Cannot find package 'lodash' imported from /var/task/index.mjs"]);
});

test("a scenario's own layer comes before one of the catalogue of the same name", () => {
  const own = { LayerName: "lodash", files: { "nodejs/node_modules/lodash/index.js": "exports.chunk = () => 'own';" } };
  expect(payload(run(LODASH, { Layers: ["lodash"], layers: [own] }))).toBe('"own"');
});

test("a configuration update gives a function a layer of the catalogue", () => {
  const update = { type: "updateFunctionConfiguration", FunctionName: "fn", configuration: { Layers: ["lodash"] } } as const;
  const trace = run(
    'export const handler = async () => { try { return typeof (await import("lodash")).default; } catch (e) { return e.code; } };',
    {},
    [invoke(), update, invoke()],
  );
  expect([payload(trace, 0), payload(trace, 1)]).toEqual(['"ERR_MODULE_NOT_FOUND"', '"function"']);
});

test("a layer's files are asked for when a function names it, and not before", () => {
  const asked: string[] = [];
  const library = nodeLibrary();
  const source = (id: string) => {
    if (!id.startsWith("layer-")) return library.source(id);
    asked.push(id);
    throw new Needs([id]);
  };
  const runtime = quickjsRuntime({ engine: new WebAssembly.Module(readFileSync(ENGINE)), library: { ...library, source } });
  simulate(scenario("export const handler = async () => 1;"), runtime);
  expect(asked).toEqual([]);
  expect(() => simulate(scenario("export const handler = async () => 1;", { Layers: ["uuid"] }), runtime)).toThrow(Needs);
  expect(asked).toEqual(["layer-uuid"]);
});

test("the schema knows the catalogue's names and refuses others", () => {
  const problems = (Layers: readonly string[]) => {
    const checked = checkedScenario(scenario("export const handler = 1;", { Layers }));
    return "problems" in checked ? checked.problems.length : 0;
  };
  expect([problems(["lodash", "zod:1"]), problems(["nodash"]), problems(["lodash:2"]), problems(["lodash", "lodash:1"])]).toEqual([
    0, 1, 1, 1,
  ]);
});

test("a package's layer is found by what code imports", () => {
  expect(
    ["lodash/debounce", "date-fns/format", "@middy/core", "@aws-lambda-powertools/batch", "serverless-http", "left-pad", "@middy"].map(
      layerWith,
    ),
  ).toEqual(["lodash", "date-fns", "middy", "powertools", "express", undefined, undefined]);
});

test.each(NAMES)("every package of %s is in its layer with the version that package.json pins, and with its licence's name", (name) => {
  const files: Record<string, string> = JSON.parse(nodeLibrary().source(`layer-${name}`));
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const packages: readonly string[] = LAYER_CATALOGUE[name as keyof typeof LAYER_CATALOGUE];
  for (const wanted of packages) {
    const described = JSON.parse(files[`nodejs/node_modules/${wanted}/package.json`] ?? "{}");
    const pinned = { ...dependencies, ...devDependencies }[wanted];
    if (pinned !== undefined) expect(described.version).toBe(pinned);
    expect(described).toMatchObject({ name: wanted, license: expect.any(String) });
  }
});
