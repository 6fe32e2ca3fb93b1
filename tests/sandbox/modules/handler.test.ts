/** What learners run into when a function is loaded: the sentences that they will search for. */
import { describe, expect, test } from "vitest";
import type { Files } from "../../../sandbox/scenario.ts";
import { functionLines, logs, type Options, payload, printed, reports, run } from "../../harness.ts";

interface Loaded {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}
const failure = (files: Files | string, options: Options): Loaded => JSON.parse(payload(run(files, options))) as Loaded;
const V22: Options = { Runtime: "nodejs22.x" };
const V24: Options = { Runtime: "nodejs24.x" };

describe("CommonJS words in an ES module", () => {
  test.each([V22, V24])("require is not defined in ES module scope, you can use import instead: %o", (options) => {
    expect(failure('const fs = require("node:fs"); export const handler = async () => 1;', options)).toMatchObject({
      errorType: "ReferenceError",
      errorMessage: "require is not defined in ES module scope, you can use import instead",
    });
  });

  test.each([V22, V24])("exports in a .js file of a package of type module says which package.json made it one: %o", (options) => {
    const files = { "package.json": '{"type":"module"}', "index.js": "exports.handler = async () => 1;" };
    const { errorMessage, trace } = failure(files, options);
    expect(errorMessage).toBe(
      "exports is not defined in ES module scope\nThis file is being treated as an ES module because it has a '.js' file extension and '/var/task/package.json' contains \"type\": \"module\". To treat it as a CommonJS script, rename it to use the '.cjs' file extension.",
    );
    expect(trace[0]).toBe("ReferenceError: exports is not defined in ES module scope");
  });

  test("another name that is not defined is explained no further", () => {
    expect(failure("nothing; export const handler = async () => 1;", V24).errorMessage).toBe("nothing is not defined");
  });
});

describe("ES module words in CommonJS", () => {
  const WARNING =
    'Failed to load the ES module: /var/task/index.js. Make sure to set "type": "module" in the nearest package.json file or use the .mjs extension.';

  test("in nodejs22.x import in index.js is warned of, and is a syntax error", () => {
    const trace = run({ "index.js": 'import fs from "node:fs"; export const handler = async () => 1;' }, V22);
    expect(printed(trace)[0]).toBe(
      `(node:2) Warning: ${WARNING}\n(Use \`node --trace-warnings ...\` to show where the warning was created)`,
    );
    expect(logs(trace).find(({ source }) => source === "function")?.level).toBe("ERROR");
    expect(JSON.parse(payload(trace))).toMatchObject({
      errorType: "Runtime.UserCodeSyntaxError",
      errorMessage: "SyntaxError: Cannot use import statement outside a module",
    });
  });

  test("in nodejs24.x the same file is an ES module", () => {
    expect(payload(run({ "index.js": 'import path from "node:path"; export const handler = async () => path.sep;' }, V24))).toBe('"/"');
  });

  test("a broken CommonJS file that would be no module either is not warned of", () => {
    const trace = run({ "index.js": "exports.handler = ;" }, V22);
    expect(printed(trace).some((line) => line.includes("Warning"))).toBe(false);
  });
});

describe("handlers", () => {
  test("what hangs on a function is found in nodejs22.x, and not in nodejs24.x", () => {
    const files = { "index.js": "exports.app = function () {}; exports.app.handler = async () => 'found';" };
    expect(payload(run(files, { ...V22, Handler: "index.app.handler" }))).toBe('"found"');
    expect(failure(files, { ...V24, Handler: "index.app.handler" }).errorType).toBe("Runtime.HandlerNotFound");
  });

  test("a default export is a handler by the name default", () => {
    expect(payload(run("export default async () => 'd';", { ...V24, Handler: "index.default" }))).toBe('"d"');
  });

  test("a handler in a folder of the folder's own node_modules is found", () => {
    expect(
      payload(run({ "a/node_modules/pkg/index.js": "exports.handler = async () => 'inner';" }, { ...V24, Handler: "a/pkg.handler" })),
    ).toBe('"inner"');
  });

  test("in nodejs22.x the require stack ends at the runtime client, in nodejs24.x at the function's file", () => {
    const files = { "index.js": 'require("./lib/a");', "lib/a.js": 'require("./nope");' };
    const stack = "Error: Cannot find module './nope'\nRequire stack:\n- /var/task/lib/a.js\n- /var/task/index.js";
    expect(failure(files, V22).errorMessage).toBe(`${stack}\n- /var/runtime/index.mjs`);
    expect(failure(files, V24).errorMessage).toBe(stack);
  });
});

describe("top-level await", () => {
  test("a promise that never settles ends Init: Runtime exited with error: exit status 13", () => {
    const trace = run("await new Promise(() => {}); export const handler = async () => 1;", V24);
    expect((JSON.parse(payload(trace)) as Loaded).errorMessage).toMatch(/Error: Runtime exited with error: exit status 13$/);
  });

  test("it may take the function's timeout when Init is run again, beyond the ten seconds", () => {
    const slow = "await new Promise((resolve) => setTimeout(resolve, 12_000)); export const handler = async () => 'up';";
    const trace = run(slow, { ...V24, Timeout: 20 });
    expect(payload(trace)).toBe('"up"');
    expect(reports(trace)[0]?.duration).toBeGreaterThan(12_000);
    expect(reports(trace)[0]?.initDuration).toBeUndefined();
  });
});

describe("an error of a module that is imported later", () => {
  test("it reaches the import's catch, and nothing is left unhandled", () => {
    const files = {
      "index.mjs": `export const handler = async () => {
        let seen;
        try { await import("./broken.mjs"); } catch (error) { seen = error.message; }
        await new Promise((resolve) => setTimeout(resolve, 10));
        return seen;
      };`,
      "broken.mjs": "throw new Error('broken');",
    };
    for (const options of [V22, V24]) {
      const trace = run(files, options);
      expect(payload(trace)).toBe('"broken"');
      expect(functionLines(trace)).toEqual([]);
    }
  });

  test("a floating rejection with the same kind of error is still unhandled", () => {
    const files = {
      "index.mjs": `export const handler = async () => {
        Promise.reject(new Error("floating"));
        try { await import("./broken.mjs"); } catch {}
        await new Promise((resolve) => setTimeout(resolve, 10));
      };`,
      "broken.mjs": "throw new Error('broken');",
    };
    expect((JSON.parse(payload(run(files, V22))) as Loaded).errorType).toBe("Runtime.UnhandledPromiseRejection");
  });
});
