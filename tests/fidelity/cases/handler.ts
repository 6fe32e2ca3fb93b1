/** fidelity.md §1.1 and §1.2: from a handler string to a module and a function. */
import { functionLines, logs, type Options, payload, printed, reports } from "../../harness.ts";
import type { FidelityCase } from "../case.ts";
import { fidelity } from "../recorded.ts";

const errorMessage = (trace: Parameters<FidelityCase["see"]>[0]): string =>
  (JSON.parse(payload(trace)) as { errorMessage: string }).errorMessage;
const answer = "export const handler = async () => import.meta.filename;";
const handler = (Handler: string): Options => ({ Handler });
const splitting = fidelity(
  "`moduleRoot` = everything before `path.basename(handler)`; then basename matched by `/^([^.]*)\\.(.*)$/` → module = text before the FIRST dot, handler path = rest",
);
const order = fidelity("So `.js` wins over `.mjs` wins over `.cjs`.");
const v4Order = fidelity(
  "tries `base`, `base.js`, `base.mjs`, `base.cjs` in that order, always through `await import()`, so Node itself decides CJS/ESM",
);

export const handlerCases: readonly FidelityCase[] = [
  {
    section: "1.1",
    title: "A handler that contains .. anywhere is a Runtime.MalformedHandlerName.",
    says: fidelity("contains `..` anywhere"),
    files: answer,
    options: handler("../index.handler"),
    see: (trace) => [payload(trace), errorMessage(trace)],
    expected: [
      fidelity("Runtime.MalformedHandlerName"),
      fidelity("'<full>' is not a valid handler name. Use absolute paths when specifying root directories in handler names.", {
        fill: { "<full>": "../index.handler" },
        whole: true,
      }),
    ],
  },
  {
    section: "1.1",
    title: "No dot in the basename is a Bad handler.",
    files: answer,
    options: handler("index"),
    see: (trace) => [payload(trace), errorMessage(trace)],
    expected: [fidelity("Runtime.MalformedHandlerName"), fidelity("Bad handler", { whole: true })],
  },
  {
    section: "1.1",
    title:
      "The module is the text before the first dot, and the handler path is the rest: my.module.handler is module my, path module.handler.",
    says: fidelity("`my.module.handler` → module `my`, path `module.handler` (a dotted file name cannot be addressed)"),
    files: {
      "my.mjs": 'export const module = { handler: async () => "my" };',
      "my.module.mjs": "export const handler = async () => 'dotted';",
    },
    options: handler("my.module.handler"),
    see: payload,
    expected: '"my"',
  },
  {
    section: "1.1",
    title: "src/app.handler is the export handler of /var/task/src/app.",
    says: splitting,
    files: { "src/app.mjs": answer },
    options: handler("src/app.handler"),
    see: payload,
    expected: '"/var/task/src/app.mjs"',
  },
  {
    section: "1.1",
    title: "./x/y.h is the export h of /var/task/x/y.",
    says: fidelity("`./x/y.h`"),
    files: { "x/y.js": "exports.h = async () => __filename;" },
    options: handler("./x/y.h"),
    see: payload,
    expected: '"/var/task/x/y.js"',
  },
  {
    section: "1.1",
    title: "The handler path is split on dots and walked with property reads: a.b.c works for nested objects.",
    says: fidelity("split on `.`, walked with property reads (`a.b.c` works for nested objects) on the module object"),
    files: 'export const a = { b: { handler: async () => "nested" } };',
    options: handler("index.a.b.handler"),
    see: payload,
    expected: '"nested"',
  },
  {
    section: "1.1",
    title: "In nodejs24.x what is not found on the namespace is looked up on module.default.",
    says: fidelity("if not found on the namespace it is looked up on `module.default`"),
    files: 'export default { handler: async () => "default" };',
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: '"default"',
  },
  {
    section: "1.1",
    title: "A handler that is not found is a Runtime.HandlerNotFound: undefined or not exported.",
    files: "export const other = 1;",
    see: (trace) => [payload(trace), errorMessage(trace)],
    expected: [
      fidelity("Runtime.HandlerNotFound"),
      fidelity("<full> is undefined or not exported", { fill: { "<full>": "index.handler" }, whole: true }),
    ],
  },
  {
    section: "1.1",
    title: "A handler that is not a function is a Runtime.HandlerNotFound: is not a function.",
    files: "export const handler = 1;",
    see: (trace) => [payload(trace), errorMessage(trace)],
    expected: [
      fidelity("Runtime.HandlerNotFound"),
      fidelity("<full> is not a function", { fill: { "<full>": "index.handler" }, whole: true }),
    ],
  },
  {
    section: "1.2",
    title: "A file without extension comes first.",
    says: fidelity("If file `base` exists without extension → `require`."),
    files: { index: "exports.handler = async () => 'none';", "index.js": "exports.handler = async () => 'js';" },
    see: payload,
    expected: '"none"',
  },
  {
    section: "1.2",
    title: ".js wins over .mjs wins over .cjs.",
    says: order,
    files: {
      "index.js": "exports.handler = async () => 'js';",
      "index.mjs": "export const handler = async () => 'mjs';",
      "index.cjs": "exports.handler = async () => 'cjs';",
    },
    see: payload,
    expected: '"js"',
  },
  {
    section: "1.2",
    title: ".mjs wins over .cjs.",
    says: v4Order,
    files: { "index.mjs": "export const handler = async () => 'mjs';", "index.cjs": "exports.handler = async () => 'cjs';" },
    see: payload,
    expected: '"mjs"',
  },
  {
    section: "1.2",
    title: '.js is imported where the nearest package.json says "type":"module".',
    says: fidelity('nearest `package.json` says `"type":"module"`'),
    files: { "package.json": '{"type":"module"}', "index.js": answer },
    see: payload,
    expected: '"/var/task/index.js"',
  },
  {
    section: "1.2",
    title: "The walk up to the nearest package.json stops at a folder ending /node_modules.",
    says: fidelity("walk up from the file; stop false at a folder ending `/node_modules` or at `/`."),
    files: { "package.json": '{"type":"module"}', "node_modules/index.js": "exports.handler = async () => __filename;" },
    options: handler("node_modules/index.handler"),
    see: payload,
    expected: '"/var/task/node_modules/index.js"',
  },
  {
    section: "1.2",
    title: "In nodejs22.x an invalid package.json is warned of: it will be ignored for ES module detection purposes.",
    files: { "package.json": '{"type":"module"', "index.js": "exports.handler = async () => 1;" },
    only: { Runtime: "nodejs22.x" },
    see: (trace) => [functionLines(trace)[0], logs(trace).find(({ source }) => source === "function")?.level],
    expected: [
      fidelity("<pj> cannot be read, it will be ignored for ES module detection purposes.", { fill: { "<pj>": "/var/task/package.json" } }),
      "WARN",
    ],
  },
  {
    section: "1.2",
    title: "A handler may live in node_modules, by the fallback require.resolve(module, {paths:[appRoot, moduleRoot]}).",
    says: fidelity("Fallback `require.resolve(module, {paths:[appRoot, moduleRoot]})` (lets a handler live in node_modules or a layer)."),
    files: { "node_modules/pkg/index.js": "exports.handler = async () => __filename;" },
    options: handler("pkg.handler"),
    see: payload,
    expected: '"/var/task/node_modules/pkg/index.js"',
  },
  {
    section: "1.2",
    title: "In nodejs24.x Node itself decides CJS or ESM, including ESM syntax detection in .js without package type.",
    says: fidelity("including ESM syntax detection in `.js` without package type, and `require(esm)`"),
    files: { "index.js": answer },
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: '"/var/task/index.js"',
  },
  {
    section: "1.2",
    title: "In nodejs24.x require(esm) works.",
    says: fidelity("including ESM syntax detection in `.js` without package type, and `require(esm)`"),
    files: { "index.cjs": 'exports.handler = async () => require("./m.mjs").n;', "m.mjs": "export const n = 5;" },
    only: { Runtime: "nodejs24.x" },
    see: payload,
    expected: "5",
  },
  {
    section: "1.2",
    title: "A SyntaxError while loading is a Runtime.UserCodeSyntaxError whose message is the SyntaxError's string.",
    says: fidelity("`SyntaxError` → `Runtime.UserCodeSyntaxError` (message = the SyntaxError's string"),
    files: "export const handler = async () => { throw ",
    see: (trace) => [(JSON.parse(payload(trace)) as { errorType: string }).errorType, errorMessage(trace).startsWith("SyntaxError: ")],
    expected: ["Runtime.UserCodeSyntaxError", true],
  },
  {
    section: "1.2",
    title: "MODULE_NOT_FOUND is a Runtime.ImportModuleError.",
    says: fidelity("`err.code === 'MODULE_NOT_FOUND'` → `Runtime.ImportModuleError`"),
    files: { "other.mjs": "" },
    see: (trace) => [(JSON.parse(payload(trace)) as { errorType: string }).errorType, errorMessage(trace)],
    expected: ["Runtime.ImportModuleError", "Error: Cannot find module 'index'\nRequire stack:\n- /var/runtime/index.mjs"],
  },
  {
    section: "1.2",
    title: "ERR_MODULE_NOT_FOUND from an ESM import is not wrapped: the errorType is Error, the code is in the log line.",
    says: fidelity(
      "`ERR_MODULE_NOT_FOUND` from ESM import is therefore NOT wrapped in v3: the errorType is `Error`, code is in the log line",
    ),
    files: 'import "./missing.mjs"; export const handler = async () => 1;',
    see: (trace) => [
      (JSON.parse(payload(trace)) as { errorType: string }).errorType,
      /"code":"ERR_MODULE_NOT_FOUND"/.test(functionLines(trace)[0] ?? ""),
    ],
    expected: ["Error", true],
  },
  {
    section: "1.2",
    title: "Top-level await works in ESM and is part of the INIT phase.",
    says: fidelity("Top-level `await` works in ESM only; it is part of the INIT phase (counts toward the 10 s)."),
    files: "await new Promise((resolve) => setTimeout(resolve, 700)); export const handler = async () => 'up';",
    see: (trace) => [payload(trace), (reports(trace)[0]?.initDuration ?? 0) > 700, (reports(trace)[0]?.duration ?? 0) < 100],
    expected: ['"up"', true, true],
  },
  {
    section: "1.2",
    title: "A CJS handler may not be a promise-valued export.",
    says: fidelity("CJS `handler` may not be a promise-valued export."),
    files: { "index.js": "exports.handler = Promise.resolve(async () => 1);" },
    see: errorMessage,
    expected: "index.handler is not a function",
  },
  {
    section: "1.2",
    title: "Loading runs once: the module's first lines are logged during Init, before the handler's.",
    says: fidelity("INIT = extension init, runtime init, function (module) init."),
    files: "console.log('module'); export const handler = async () => { console.log('handler'); };",
    see: (trace) => [printed(trace).join(" "), logs(trace).find(({ message }) => message.endsWith("\tmodule"))?.requestId],
    expected: ["module handler", undefined],
  },
];
