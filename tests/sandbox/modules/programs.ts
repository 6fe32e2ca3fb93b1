/** Programs about modules, each a handler that answers with what it saw. Node and the simulator must answer alike. */
import type { RuntimeIdentifier } from "../../../sandbox/scenario.ts";
import type { Program } from "./in-node.ts";

export interface ModuleProgram extends Program {
  readonly title: string;
  /** Default: both. */
  readonly runtimes?: readonly RuntimeIdentifier[];
}

/** Answers with an error's code, name and message, or with what came of it. */
const attempt = `const attempt = async (load) => {
  try { return await load(); } catch (error) { return [error.code ?? null, error.name, error.message, Object.keys(error)]; }
};`;
const v24 = ["nodejs24.x"] as const;
const v22 = ["nodejs22.x"] as const;

export const PROGRAMS: readonly ModuleProgram[] = [
  {
    title: "module.exports is the default export of a CommonJS file, and assigned names are named exports",
    files: {
      "index.mjs": `import whole, { a, b as bee } from "./c.cjs"; import * as all from "./c.cjs";
        export const handler = async () => [whole, a, bee, all.default === whole];`,
      "c.cjs": "exports.a = 1; exports.b = 2; module.exports.c = 3;",
    },
  },
  {
    title: "the named exports of a CommonJS file are found through its re-exports",
    files: {
      "index.mjs": 'import { deep, own } from "./a.cjs"; export const handler = async () => [deep, own];',
      "a.cjs": 'module.exports = require("./b.cjs");',
      "b.cjs":
        '"use strict"; Object.defineProperty(exports, "__esModule", { value: true }); exports.own = 1; __exportStar(require("./c.cjs"), exports); function __exportStar(m, e) { for (const k in m) e[k] = m[k]; }',
      "c.cjs": "exports.deep = 2;",
    },
  },
  {
    title: "an import of CommonJS sees __esModule as any other name, and default is module.exports",
    files: {
      "index.mjs": 'import whole, * as all from "./e.cjs"; export const handler = async () => [whole, all.default, all.x, all.__esModule];',
      "e.cjs": 'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = 5; exports.x = 6;',
    },
  },
  {
    title: "the namespace of a CommonJS file has module.exports in Node 24",
    runtimes: v24,
    files: {
      "index.mjs": 'import * as all from "./c.cjs"; export const handler = async () => Object.keys(all);',
      "c.cjs": "exports.a = 1;",
    },
  },
  {
    title: "JSON is imported with an attribute, required without",
    files: {
      "index.mjs": `import { createRequire } from "node:module"; import data from "./data.json" with { type: "json" };
        const require = createRequire(import.meta.url);
        export const handler = async () => [data, require("./data.json"), require("./data"), (await import("./other.json", { with: { type: "json" } })).default];`,
      "data.json": '{"a":[1,null,"가"]}',
      "other.json": "[2]",
    },
  },
  {
    title: "JSON imported without the attribute is refused",
    files: { "index.mjs": `${attempt} export const handler = () => attempt(() => import("./data.json"));`, "data.json": "{}" },
  },
  {
    title: "JSON with a byte order mark can be required",
    files: { "index.cjs": 'exports.handler = async () => require("./data.json");', "data.json": "\ufeff[1]" },
  },
  {
    title: "ES modules that import each other see live bindings",
    files: {
      "index.mjs": `import { b, readA } from "./b.mjs"; export let a = 1;
        export const handler = async () => { const before = readA(); a = 2; return [b, before, readA()]; };`,
      "b.mjs": 'import { a } from "./index.mjs"; export const b = "b"; export const readA = () => a;',
    },
  },
  {
    title: "a binding that is read too early in a cycle is a ReferenceError",
    files: {
      "index.mjs": `${attempt} export const handler = () => attempt(() => import("./a.mjs"));`,
      "a.mjs": 'import { b } from "./b.mjs"; export let a = 1; export { b };',
      "b.mjs": 'import { a } from "./a.mjs"; export const b = a;',
    },
  },
  {
    title: "functions of ES modules that import each other are hoisted",
    files: {
      "index.mjs": 'import { early } from "./b.mjs"; export function a() { return "hoisted"; } export const handler = async () => early;',
      "b.mjs": 'import { a } from "./index.mjs"; export const early = a();',
    },
  },
  {
    title: "CommonJS files that require each other see what is exported so far",
    files: {
      "index.cjs": `exports.early = 1; const b = require("./b.cjs"); exports.late = 2;
        exports.handler = async () => [b.seen, b.keys()];`,
      "b.cjs": 'const a = require("./index.cjs"); exports.seen = { ...a }; exports.keys = () => Object.keys(a);',
    },
  },
  {
    title: "module.exports that is replaced after a cycle closed is not seen in it",
    files: {
      "index.cjs":
        'exports.old = 1; const b = require("./b.cjs"); module.exports = { handler: async () => [b.a(), b.a() === module.exports] };',
      "b.cjs": 'const a = require("./index.cjs"); exports.a = () => a;',
    },
  },
  {
    title: "modules are evaluated once, in the order of their imports, and wait for top-level await",
    files: {
      "index.mjs":
        'import "./a.mjs"; import "./b.cjs"; import "./c.mjs"; globalThis.order.push("index"); export const handler = async () => globalThis.order.splice(0);',
      "a.mjs": '(globalThis.order ??= []).push("a"); import "./c.mjs";',
      "b.cjs": '(globalThis.order ??= []).push("b"); require("./d.cjs");',
      "c.mjs": '(globalThis.order ??= []).push("c1"); await null; globalThis.order.push("c2");',
      "d.cjs": 'globalThis.order.push("d");',
    },
  },
  {
    title: "import() gives the same namespace each time, from ES modules and from CommonJS",
    files: {
      "index.cjs": `exports.handler = async () => {
        const [one, two, c] = await Promise.all([import("./m.mjs"), import("./m.mjs"), import("./c.cjs")]);
        return [one === two, one.default, one.n, c.default, Object.keys(one)];
      };`,
      "m.mjs": "export default 1; export const n = 2;",
      "c.cjs": "module.exports = { q: 1 };",
    },
  },
  {
    title: "a query makes another module of the same file",
    files: {
      "index.mjs": `import one from "./m.mjs?x=1"; import plain from "./m.mjs";
        export const handler = async () => [one === plain, one === (await import("./m.mjs?x=1")).default, (await import("./m.mjs?x=2#y")).url.split("/").pop()];`,
      "m.mjs": "export default {}; export const url = import.meta.url;",
    },
  },
  {
    title: "a module that throws throws the same error at every import, and a CommonJS file is run again by require",
    files: {
      "index.cjs": `exports.handler = async () => {
        const seen = [];
        for (let i = 0; i < 2; i++) { try { await import("./t.mjs"); } catch (error) { seen.push(error.message); } }
        for (let i = 0; i < 2; i++) { try { require("./t.cjs"); } catch (error) { seen.push(error.message); } }
        return seen;
      };`,
      "t.mjs": "globalThis.times = (globalThis.times ?? 0) + 1; throw new Error(`esm ${globalThis.times}`);",
      "t.cjs": "globalThis.cjsTimes = (globalThis.cjsTimes ?? 0) + 1; throw new Error(`cjs ${globalThis.cjsTimes}`);",
    },
  },
  {
    title: "import.meta has dirname, filename, main, resolve and url",
    files: {
      "index.mjs": `export const handler = async () => [Object.keys(import.meta), import.meta.url, import.meta.filename, import.meta.dirname, import.meta.main];`,
    },
  },
  {
    title: "import.meta.resolve answers with URLs, of packages, of built-ins and of what does not exist",
    files: {
      "index.mjs": `${attempt} export const handler = async () => [
        import.meta.resolve("./x.mjs"), import.meta.resolve("node:path"), import.meta.resolve("path"), import.meta.resolve("pkg"),
        await attempt(() => import.meta.resolve("nope")),
      ];`,
      "node_modules/pkg/index.js": "",
    },
  },
  {
    title: "ES modules have no require, module, exports, __filename or __dirname, and this is undefined",
    files: {
      "index.mjs": `const top = this;
        export const handler = async () => [typeof require, typeof module, typeof exports, typeof __filename, typeof __dirname, top === undefined];`,
    },
  },
  {
    title: "in CommonJS this is module.exports, and the wrapper's names are there",
    files: {
      "index.cjs": `const isExports = this === module.exports && exports === module.exports;
        exports.handler = async () => [isExports, __filename, __dirname, module.id, module.filename, module.loaded, arguments.length, typeof require.main];`,
    },
  },
  {
    title: "require.cache holds what was required, and a deleted entry is loaded again",
    files: {
      "index.cjs": `const first = require("./m.cjs"); const second = require("./m");
        exports.handler = async () => {
          const cached = Object.keys(require.cache).filter((path) => path.endsWith("m.cjs"));
          delete require.cache[require.resolve("./m.cjs")];
          return [first === second, cached, require("./m.cjs") === first, module.children.length];
        };`,
      "m.cjs": "module.exports = { loaded: true };",
      "m.js": "module.exports = require('./m.cjs');",
    },
  },
  {
    title: "require finds files, extensions, folders and their main",
    files: {
      "index.cjs": 'exports.handler = require("./sub/asker.cjs");',
      "sub/asker.cjs": `module.exports = async () => ["./b", "./b.js", "./d", "./d/", "./e", "./f", "./f.json", ".", "./", "..", "/var/task/none"].map((name) => {
        try { return require(name).it ?? require(name); } catch (error) { return error.code; }
      });`,
      "sub/b.js": "exports.it = 'b.js';",
      "sub/d/index.js": "exports.it = 'd/index.js';",
      "sub/e/package.json": '{"main":"./lib/m"}',
      "sub/e/lib/m.js": "exports.it = 'e/lib/m.js';",
      "sub/f.json": '"f.json"',
      "sub/index.js": "exports.it = 'sub/index.js';",
    },
  },
  {
    title: "require.resolve and its paths",
    files: {
      "index.cjs": `${attempt} exports.handler = async () => [
        require.resolve("./b"), require.resolve("path"), require.resolve("pkg"), require.resolve("inner", { paths: [__dirname + "/deep"] }),
        (await attempt(() => require.resolve("./zz")))[0], module.paths[0], require.resolve.paths("x")[0],
      ];`,
      "b.js": "",
      "node_modules/pkg/index.js": "",
      "deep/node_modules/inner/index.js": "",
    },
  },
  {
    title: "what require cannot find is MODULE_NOT_FOUND with a require stack",
    files: {
      "index.mjs": `import { createRequire } from "node:module"; ${attempt} const require = createRequire(import.meta.url);
        export const handler = async () => [await attempt(() => require("./nope")), await attempt(() => require("nope")), await attempt(() => require("./a.cjs"))];`,
      "a.cjs": 'require("./b.cjs");',
      "b.cjs": 'require("./missing");',
    },
  },
  {
    title: "require wants a string that is not empty",
    files: {
      "index.cjs": `${attempt} exports.handler = async () => [await attempt(() => require(5)), await attempt(() => require("")), await attempt(() => require())];`,
    },
  },
  {
    title: "what import cannot find is ERR_MODULE_NOT_FOUND, with a hint where require would have found it",
    files: {
      "index.mjs": `${attempt} export const handler = async () => {
        const seen = [];
        for (const name of ["./b", "./d", "./deep/../nope", "p/x", "@s/p/x", "./sp ace", "nope", "./no.json", "node:nope", "https://example.com/x.mjs", "main"]) seen.push(await attempt(() => import(name)));
        return seen;
      };`,
      "b.js": "",
      "d/index.js": "",
      "node_modules/p/x.js": "",
      "node_modules/@s/p/x.js": "",
      "sp ace.js": "",
      "node_modules/main/package.json": '{"main":"nope"}',
    },
  },
  {
    title: "a package's main, its index and its files",
    files: {
      "index.mjs": `import a from "a"; import b from "b"; import c from "c/lib/x.js"; import d from "@scope/d"; export const handler = async () => [a, b, c, d];`,
      "node_modules/a/package.json": '{"main":"lib"}',
      "node_modules/a/lib/index.js": "module.exports = 'a';",
      "node_modules/b/index.js": "module.exports = 'b';",
      "node_modules/c/lib/x.js": "module.exports = 'c';",
      "node_modules/@scope/d/index.js": "module.exports = 'd';",
    },
  },
  {
    title: "an exports map sends import and require to their files, and hides the others",
    files: {
      "index.mjs": `import { createRequire } from "node:module"; import main from "pkg"; import sub from "pkg/sub"; import star from "pkg/star/x"; ${attempt}
        const require = createRequire(import.meta.url);
        export const handler = async () => [main, sub, star, require("pkg"), require("pkg/sub"), await attempt(() => import("pkg/hidden.js")), await attempt(() => require("pkg/hidden.js")), await attempt(() => require("empty"))];`,
      "node_modules/pkg/package.json":
        '{"name":"pkg","exports":{".":{"import":"./i.mjs","require":"./r.cjs"},"./sub":"./s.cjs","./star/*":"./stars/*.mjs"}}',
      "node_modules/pkg/i.mjs": "export default 'esm';",
      "node_modules/pkg/r.cjs": "module.exports = 'cjs';",
      "node_modules/pkg/s.cjs": "module.exports = 'sub';",
      "node_modules/pkg/stars/x.mjs": "export default 'star x';",
      "node_modules/pkg/hidden.js": "",
      "node_modules/empty/package.json": '{"exports":{}}',
    },
  },
  {
    title: "conditions of an exports map are tried in order: node, default, and nested ones",
    files: {
      "index.mjs": `import a from "a"; import b from "b"; export const handler = async () => [a, b];`,
      "node_modules/a/package.json": '{"exports":{"browser":"./b.mjs","node":{"import":"./n.mjs"},"default":"./d.mjs"}}',
      "node_modules/a/b.mjs": "export default 'browser';",
      "node_modules/a/n.mjs": "export default 'node';",
      "node_modules/a/d.mjs": "export default 'default';",
      "node_modules/b/package.json": '{"exports":{"worker":"./w.mjs","default":"./d.mjs"}}',
      "node_modules/b/w.mjs": "export default 'worker';",
      "node_modules/b/d.mjs": "export default 'default';",
    },
  },
  {
    title: "a package imports itself by its name, and #names by its imports",
    files: {
      "package.json":
        '{"name":"me","type":"module","exports":{"./lib":"./lib.js"},"imports":{"#x":"./x.js","#p":"pkg","#path":"path","#bad":"node:path"}}',
      "index.js": `import lib from "me/lib"; import x from "#x"; import p from "#p"; import path from "#path"; ${attempt}
        export const handler = async () => [lib, x, p, path.sep, await attempt(() => import("#nope")), await attempt(() => import("#bad")), await attempt(() => import("me/nope"))];`,
      "lib.js": "export default 1;",
      "x.js": "export default 2;",
      "node_modules/pkg/index.js": "module.exports = 3;",
    },
  },
  {
    title: "node_modules is searched upwards from each file",
    files: {
      "index.mjs": 'import near from "./a/b/near.mjs"; import far from "dep"; export const handler = async () => [near, far];',
      "a/b/near.mjs": 'export { default } from "dep";',
      "a/node_modules/dep/index.js": "module.exports = 'near';",
      "node_modules/dep/index.js": "module.exports = 'far';",
    },
  },
  {
    title: "built-ins have a default export and named ones, with and without node:",
    files: {
      "index.mjs": `import path, { join } from "node:path"; import * as all from "path"; import { createRequire } from "module";
        const require = createRequire(import.meta.url);
        export const handler = async () => [join === path.join, all.default === path, require("path") === path, require("node:path") === path, Object.keys(all).includes("module.exports")];`,
    },
  },
  {
    title: "a byte order mark and a hashbang line are skipped in ES modules",
    files: { "index.mjs": "\ufeff#!/usr/bin/env node\nexport const handler = async () => 'read';" },
  },
  {
    title: "a hashbang line is skipped in CommonJS",
    files: { "index.cjs": 'exports.handler = async () => require("./h.cjs");', "h.cjs": "#!/usr/bin/env node\nmodule.exports = 'read';" },
  },
  {
    title: ".js is what the nearest package.json says, file by file",
    files: {
      "index.mjs":
        'import a from "./esm/a.js"; import b from "./esm/cjs/b.js"; import c from "./c.js"; export const handler = async () => [a, b, c];',
      "esm/package.json": '{"type":"module"}',
      "esm/a.js": "export default 'esm';",
      "esm/cjs/package.json": '{"type":"commonjs"}',
      "esm/cjs/b.js": "module.exports = 'cjs';",
      "c.js": "module.exports = 'no package.json';",
    },
  },
  {
    title: "require() of an ES module gives its namespace in Node 24",
    runtimes: v24,
    files: {
      "index.cjs": `exports.handler = async () => {
        const m = require("./m.mjs"); const named = require("./n.mjs");
        return [m, m.default, m.__esModule, m === require("./m.mjs"), named, require("./special.mjs")];
      };`,
      "m.mjs": "export default 1; export const n = 2;",
      "n.mjs": "export const only = 'named';",
      "special.mjs": 'const it = "as module.exports"; export { it as "module.exports" };',
    },
  },
  {
    title: "require() of an ES module with top-level await is refused in Node 24, before anything of it runs",
    runtimes: v24,
    files: {
      "index.cjs": `${attempt} exports.handler = async () => [(await attempt(() => require("./tla.mjs"))).slice(0, 2), (await attempt(() => require("./over.mjs"))).slice(0, 2), globalThis.ran ?? "nothing ran"];`,
      "tla.mjs": "globalThis.ran = 1; await 0; export default 1;",
      "over.mjs": 'import "./tla.mjs"; export default 1;',
    },
  },
  {
    title: "require() of an ES module that throws throws its error in Node 24",
    runtimes: v24,
    files: {
      "index.cjs": `${attempt} exports.handler = async () => [await attempt(() => require("./t.mjs")), await attempt(() => require("./t.mjs"))];`,
      "t.mjs": "throw new RangeError('from the module');",
    },
  },
  {
    title: "require() of an ES module is ERR_REQUIRE_ESM without the feature",
    runtimes: v22,
    files: {
      "index.cjs": `${attempt} exports.handler = async () => [await attempt(() => require("./m.mjs")), await attempt(() => require("./esm/x.js"))];`,
      "m.mjs": "export default 1;",
      "esm/package.json": '{"type":"module"}',
      "esm/x.js": "export default 1;",
    },
  },
  {
    title: "ES module syntax in .js is detected in Node 24",
    runtimes: v24,
    files: {
      "index.mjs": 'import a from "./a.js"; import b from "./b.js"; export const handler = async () => [a, b];',
      "a.js": "export default import.meta.filename;",
      "b.js": "const x = await 5; export default x;",
    },
  },
  {
    title: "process.nextTick, promises and timers of a module run in Node's order",
    files: {
      "index.mjs": `const order = [];
        process.nextTick(() => order.push("tick")); Promise.resolve().then(() => order.push("promise")); queueMicrotask(() => order.push("microtask")); order.push("module");
        await new Promise((resolve) => setTimeout(resolve, 5));
        export const handler = async () => {
          const during = [];
          process.nextTick(() => during.push("tick")); Promise.resolve().then(() => during.push("promise")); during.push("handler");
          await new Promise((resolve) => setTimeout(resolve, 5));
          return [order, during];
        };`,
    },
  },
];
