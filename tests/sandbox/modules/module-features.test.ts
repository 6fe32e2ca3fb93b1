/** What each runtime's Node does with modules, as Lambda starts it (dg "Building Lambda functions with Node.js"). */
import { expect, test } from "vitest";
import { payload, run } from "../../harness.ts";

const REQUIRES = { "index.cjs": 'exports.handler = async () => require("./module.mjs").a;', "module.mjs": "export const a = 1;" };
const DETECTS = { "index.mjs": 'export { handler } from "./module.js";', "module.js": "export const handler = async () => 1;" };
const options = (Runtime: "nodejs22.x" | "nodejs24.x", NODE_OPTIONS?: string) => ({
  Runtime,
  ...(NODE_OPTIONS === undefined ? {} : { Environment: { Variables: { NODE_OPTIONS } } }),
});

test("nodejs22.x refuses require() of an ES module, unless NODE_OPTIONS asks for it", () => {
  expect(payload(run(REQUIRES, options("nodejs22.x")))).toContain(
    "require() of ES Module /var/task/module.mjs from /var/task/index.cjs not supported.",
  );
  expect(payload(run(REQUIRES, options("nodejs22.x", "--experimental-require-module")))).toBe("1");
  expect(payload(run(REQUIRES, options("nodejs22.x", "--experimental-detect-module")))).toContain("not supported.");
});

test("nodejs22.x looks into no file that neither extension nor package.json assigns, unless NODE_OPTIONS asks for it", () => {
  expect(payload(run(DETECTS, options("nodejs22.x")))).toContain("Runtime.UserCodeSyntaxError");
  expect(payload(run(DETECTS, options("nodejs22.x", "--enable-source-maps --experimental-detect-module")))).toBe("1");
});

test("nodejs24.x does both, unless NODE_OPTIONS forbids it", () => {
  expect(payload(run(REQUIRES, options("nodejs24.x")))).toBe("1");
  expect(payload(run(REQUIRES, options("nodejs24.x", "--no-experimental-require-module")))).toContain("not supported.");
  expect(payload(run(DETECTS, options("nodejs24.x")))).toBe("1");
  expect(payload(run(DETECTS, options("nodejs24.x", "--no-experimental-detect-module")))).toContain("Runtime.UserCodeSyntaxError");
});

test("a .ts file is CommonJS or an ES module as a .js file would be; .mts and .cts say it themselves", () => {
  const files = {
    "index.mjs": `import { createRequire } from "node:module"; import * as m from "./m.mts"; import c from "./c.cts"; import * as t from "./t.ts";
      const require = createRequire(import.meta.url);
      export const handler = async () => [m.a, c.b, t.kind, require("./c.cts").b];`,
    "m.mts": "export const a: number = 1;",
    "c.cts": "const b: number = 2; module.exports = { b };",
    "t.ts": "exports.kind = typeof module as string;",
  };
  for (const Runtime of ["nodejs22.x", "nodejs24.x"] as const) expect(payload(run(files, { Runtime }))).toBe('[1,2,"object",2]');
});

test("an extension is never guessed to be .ts", () => {
  const files = {
    "index.cjs": 'exports.handler = async () => { try { require("./lib"); } catch (error) { return error.code; } };',
    "lib.ts": "",
  };
  expect(payload(run(files))).toBe('"MODULE_NOT_FOUND"');
});

test("the stack of an error in a .ts file names its line and column, where nothing has moved", () => {
  const files = {
    "index.mjs":
      'import { fail } from "./lib.ts"; export const handler = async () => { try { fail(null); } catch (error) { return error.stack.split("\\n")[1].trim(); } };',
    "lib.ts": "interface A { b: string }\n\nexport function fail(a: A | null): string {\n  return a!.b as string;\n}",
  };
  expect(payload(run(files))).toBe('"at fail (file:///var/task/lib.ts:4:13)"');
});

test.each([
  ["an enum", "enum A { B }", "SyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: TypeScript enum is not supported in strip-only mode"],
  [
    "a parameter property",
    "class A { constructor(public b: string) {} }",
    "SyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: TypeScript parameter property is not supported in strip-only mode",
  ],
  [
    "a namespace",
    "namespace A { export const b = 1 }",
    "SyntaxError [ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX]: TypeScript namespace declaration is not supported in strip-only mode",
  ],
  ["no TypeScript", "let a: = 1", "SyntaxError [ERR_INVALID_TYPESCRIPT_SYNTAX]: "],
])("%s in an imported .ts file is a Runtime.UserCodeSyntaxError", (_name, text, message) => {
  const trace = run({ "index.mjs": 'import "./lib.ts"; export const handler = async () => 1;', "lib.ts": text });
  const { errorType, errorMessage } = JSON.parse(payload(trace)) as { errorType: string; errorMessage: string };
  expect(errorType).toBe("Runtime.UserCodeSyntaxError");
  expect(errorMessage.startsWith(message)).toBe(true);
});

test("types under node_modules are not erased", () => {
  const files = {
    "index.mjs": 'import "pkg"; export const handler = async () => 1;',
    "node_modules/pkg/package.json": '{"type":"module","exports":"./index.ts"}',
    "node_modules/pkg/index.ts": "export const a: number = 1;",
  };
  expect(payload(run(files))).toContain(
    'Stripping types is currently unsupported for files under node_modules, for \\"file:///var/task/node_modules/pkg/index.ts\\"',
  );
});
