/** fidelity.md §1.11 and §9: layers under /opt, NODE_PATH. */
import { payload, reports } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const merged = fidelity("| layers | 5, merged into /opt in list order, later overrides earlier;");
const nodePath = fidelity(
  'Since nodejs18.x Lambda also resolves ESM bare imports through NODE_PATH (AWS Compute blog on the Node.js 18 runtime; from memory, not re-read), so `import {S3} from "@aws-sdk/client-s3"` and layer packages work in `.mjs`.',
);
const order = fidelity(
  "`NODE_PATH=/opt/nodejs/node24/node_modules:/opt/nodejs/node_modules:/var/runtime/node_modules:/var/runtime:/var/task`",
);

const layer = (LayerName: string, files: Readonly<Record<string, string>>) => ({ LayerName, files });
const greet = layer("greet", {
  "nodejs/node_modules/greet/package.json": '{"name":"greet","exports":{"import":"./index.mjs","require":"./index.cjs"}}',
  "nodejs/node_modules/greet/index.mjs": "export const from = import.meta.filename;",
  "nodejs/node_modules/greet/index.cjs": "exports.from = __filename;",
});
const named = (LayerName: string, version: string) =>
  layer(LayerName, { [`nodejs/${version}node_modules/which/index.js`]: `exports.layer = ${JSON.stringify(LayerName)};` });
const which = "import { layer } from 'which'; export const handler = async () => layer;";

export const layerCases: readonly FidelityCase[] = [
  {
    section: "9",
    title: "A layer's files are under /opt, and fs reads them.",
    says: merged,
    files: `import { readFileSync, readdirSync } from "node:fs";
      export const handler = async () => [readFileSync("/opt/data/a.txt", "utf8"), readdirSync("/opt")];`,
    options: { layers: [layer("data", { "data/a.txt": "text", "b.txt": "" })], Layers: ["data"] },
    see: payload,
    expected: '["text",["b.txt","data"]]',
  },
  {
    section: "9",
    title: "Layers are merged in list order: a later one overrides an earlier one.",
    says: merged,
    files: which,
    options: { layers: [named("first", ""), named("second", "")], Layers: ["first", "second"] },
    see: payload,
    expected: '"second"',
  },
  {
    section: "9",
    title: "A layer may be named by its ARN, and a function sees the version that it names.",
    says: fidelity("Layer `arn:…:layer:NAME:VER`"),
    files: which,
    options: {
      layers: [
        { ...named("one", ""), Version: 1 },
        { ...layer("one", { "nodejs/node_modules/which/index.js": "exports.layer = 'two';" }), Version: 2 },
      ],
      Layers: ["arn:aws:lambda:ap-northeast-2:123456789012:layer:one:1"],
    },
    see: payload,
    expected: '"one"',
  },
  {
    section: "9",
    title: "A layer is read-only.",
    says: fidelity("cwd /var/task (read-only), `/tmp` writable."),
    files: `import { writeFileSync } from "node:fs";
      export const handler = async () => { try { writeFileSync("/opt/data/a.txt", "b"); } catch (error) { return error.code; } };`,
    options: { layers: [layer("data", { "data/a.txt": "a" })], Layers: ["data"] },
    see: payload,
    expected: '"EROFS"',
  },
  {
    section: "1.11",
    title: "require finds a layer's package through NODE_PATH.",
    says: order,
    files: { "index.cjs": "exports.handler = async () => require('greet').from;" },
    options: { layers: [greet], Layers: ["greet"] },
    see: payload,
    expected: '"/opt/nodejs/node_modules/greet/index.cjs"',
  },
  {
    section: "1.11",
    title: "A bare import of an ES module finds a layer's package through NODE_PATH.",
    says: nodePath,
    files: "import { from } from 'greet'; export const handler = async () => from;",
    options: { layers: [greet], Layers: ["greet"] },
    see: payload,
    expected: '"/opt/nodejs/node_modules/greet/index.mjs"',
  },
  {
    section: "1.11",
    title: "In nodejs24.x /opt/nodejs/node24/node_modules comes before /opt/nodejs/node_modules.",
    says: order,
    files: which,
    options: { layers: [named("plain", ""), named("node24", "node24/")], Layers: ["node24", "plain"] },
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: '"node24"',
  },
  {
    section: "1.11",
    title: "The function's own node_modules come before a layer's.",
    says: order,
    files: { "index.mjs": which, "node_modules/which/index.js": "exports.layer = 'own';" },
    options: { layers: [named("layer", "")], Layers: ["layer"] },
    see: payload,
    expected: '"own"',
  },
  {
    section: "1.11",
    title: "A module of a layer finds its own packages beside it.",
    says: order,
    files: "import { from } from 'outer'; export const handler = async () => from;",
    options: {
      layers: [
        layer("both", {
          "nodejs/node_modules/outer/index.js": "exports.from = require('inner').from;",
          "nodejs/node_modules/inner/index.js": "exports.from = __filename;",
        }),
      ],
      Layers: ["both"],
    },
    see: payload,
    expected: '"/opt/nodejs/node_modules/inner/index.js"',
  },
  {
    section: "1.2",
    title: "A handler may live in a layer.",
    says: fidelity("lets a handler live in node_modules or a layer"),
    files: { "other.mjs": "" },
    options: {
      Handler: "wrapped.handler",
      layers: [layer("wrapper", { "nodejs/node_modules/wrapped/index.js": "exports.handler = async () => __dirname;" })],
      Layers: ["wrapper"],
    },
    see: payload,
    expected: '"/opt/nodejs/node_modules/wrapped"',
  },
  {
    section: "1.11",
    title: "Loading a layer's files is part of Init.",
    says: fidelity("INIT = extension init, runtime init, function (module) init."),
    files: "import 'big'; export const handler = async () => 1;",
    options: { layers: [layer("big", { "nodejs/node_modules/big/index.js": `// ${"x".repeat(1_000_000)}` })], Layers: ["big"] },
    see: (trace) => [(reports(trace)[0]?.initDuration ?? 0) > 200],
    expected: [true],
  },
];
