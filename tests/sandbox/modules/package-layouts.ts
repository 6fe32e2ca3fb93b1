/** Little packages in node_modules, each with the names by which it is asked for. Node and the simulator must find the same. */
import type { Files } from "../../../sandbox/scenario.ts";

export interface PackageLayout {
  readonly title: string;
  /** Path below /var/task → text; `asks` is added as index.mjs. */
  readonly files: Files;
  /** Specifiers, each imported, required and resolved both ways from index.mjs. */
  readonly asks: readonly string[];
  /** Files of packages that ask too: each gets the specifiers by `import()`, and by `require` where it is CommonJS. */
  readonly alsoFrom?: readonly string[];
}

const json = (value: unknown) => JSON.stringify(value);
/** A CommonJS file and an ES module that say who they are. */
const cjs = (name: string) => `exports.file = ${json(name)};`;
const esm = (name: string) => `export const file = ${json(name)};`;
/** A package `p` with some files; those that end in .mjs are ES modules. */
function p(packageJson: unknown, names: readonly string[], name = "p"): Files {
  const module = typeof packageJson === "object" && packageJson !== null && "type" in packageJson && packageJson.type === "module";
  const text = (file: string) =>
    file.endsWith(".json") ? json({ file }) : file.endsWith(".mjs") || (module && file.endsWith(".js")) ? esm(file) : cjs(file);
  const folder = `node_modules/${name}`;
  return {
    ...(packageJson === undefined ? {} : { [`${folder}/package.json`]: typeof packageJson === "string" ? packageJson : json(packageJson) }),
    ...Object.fromEntries(names.map((file) => [`${folder}/${file}`, text(file)])),
  };
}

const ASK_ESM = `export const ask = async (names, attempt) => { const answers = []; for (const name of names) answers.push(await attempt(() => import(name))); return answers; };`;
const ASK_CJS = `exports.ask = async (names, attempt) => { const answers = []; for (const name of names) answers.push(await attempt(() => import(name)), await attempt(() => require(name))); return answers; };`;

export const LAYOUTS: readonly PackageLayout[] = [
  // ── Without exports ────────────────────────────────────────────────────────────────────────────────────────────────
  { title: "no package.json: index.js", files: p(undefined, ["index.js"]), asks: ["p", "p/index", "p/index.js", "p/"] },
  { title: "no package.json and no index.js", files: p(undefined, ["other.js"]), asks: ["p", "p/other", "p/other.js"] },
  { title: "an empty package.json", files: p({}, ["index.js", "index.mjs"]), asks: ["p", "p/index.mjs"] },
  { title: "index.json alone", files: p({}, ["index.json"]), asks: ["p"] },
  { title: "main", files: p({ main: "./lib/main.js" }, ["lib/main.js", "index.js"]), asks: ["p", "p/lib/main", "p/lib/main.js", "p/lib"] },
  { title: "main without an extension", files: p({ main: "lib/main" }, ["lib/main.js"]), asks: ["p"] },
  { title: "main that names a folder", files: p({ main: "./lib" }, ["lib/index.js"]), asks: ["p", "p/lib"] },
  { title: "main that names a folder, with a slash", files: p({ main: "./lib/" }, ["lib/index.js"]), asks: ["p"] },
  { title: "main that is missing, beside index.js", files: p({ main: "gone.js" }, ["index.js"]), asks: ["p"] },
  { title: "main that is missing, without index.js", files: p({ main: "gone.js" }, ["a.js"]), asks: ["p"] },
  { title: "main that is empty", files: p({ main: "" }, ["index.js"]), asks: ["p"] },
  { title: "main that is a dot", files: p({ main: "." }, ["index.js"]), asks: ["p"] },
  { title: "main that is no text", files: p({ main: 5 }, ["index.js"]), asks: ["p"] },
  { title: "main that is an .mjs file", files: p({ main: "index.mjs" }, ["index.mjs"]), asks: ["p"] },
  { title: "main that is a .json file", files: p({ main: "data.json" }, ["data.json"]), asks: ["p"] },
  { title: "main that leaves the package", files: { ...p({ main: "../q/index.js" }, []), ...p({}, ["index.js"], "q") }, asks: ["p"] },
  {
    title: "module and browser are ignored",
    files: p({ main: "main.js", module: "module.mjs", browser: "browser.js" }, ["main.js", "module.mjs", "browser.js"]),
    asks: ["p"],
  },
  {
    title: "browser as a map is ignored",
    files: p({ main: "main.js", browser: { "./main.js": "./browser.js" } }, ["main.js", "browser.js"]),
    asks: ["p"],
  },
  {
    title: "type module without exports",
    files: p({ type: "module" }, ["index.js", "b.cjs", "c.mjs"]),
    asks: ["p", "p/b.cjs", "p/c.mjs", "p/c"],
  },
  {
    title: "type commonjs with module syntax",
    files: { "node_modules/p/package.json": json({ type: "commonjs" }), "node_modules/p/index.js": esm("index.js") },
    asks: ["p"],
  },
  {
    title: "no type with module syntax",
    files: { "node_modules/p/package.json": json({}), "node_modules/p/index.js": esm("index.js") },
    asks: ["p"],
  },
  {
    title: "a package.json in a folder of the package",
    files: {
      ...p({ main: "./esm/a.js" }, []),
      "node_modules/p/esm/package.json": json({ type: "module" }),
      "node_modules/p/esm/a.js": esm("a"),
    },
    asks: ["p", "p/esm/a.js"],
  },
  {
    title: "a folder of the package with its own main",
    files: { ...p({}, ["index.js"]), "node_modules/p/sub/package.json": json({ main: "./x.js" }), "node_modules/p/sub/x.js": cjs("x") },
    asks: ["p/sub", "p/sub/", "p/sub/x"],
  },
  { title: "a package.json that is broken", files: p("{ no json", ["index.js"]), asks: ["p", "p/index.js"] },
  { title: "a package.json that is a list", files: p("[]", ["index.js"]), asks: ["p"] },
  { title: "a package.json that is a number", files: p("5", ["index.js"]), asks: ["p"] },
  { title: "a package.json that is null", files: p("null", ["index.js"]), asks: ["p"] },
  { title: "a package.json that is empty", files: p("", ["index.js"]), asks: ["p"] },

  // ── Where packages are ─────────────────────────────────────────────────────────────────────────────────────────────
  { title: "a package that is not there", files: {}, asks: ["p", "p/sub", "@s/p", "@s/p/sub", "@s"] },
  {
    title: "a scoped package",
    files: p({ main: "m.js" }, ["m.js", "sub/x.js"], "@s/p"),
    asks: ["@s/p", "@s/p/sub/x", "@s/p/sub/x.js", "@s", "@s/"],
  },
  { title: "a file beside the packages", files: { "node_modules/p.js": cjs("p.js") }, asks: ["p", "p.js"] },
  { title: "a folder without anything to load", files: { "node_modules/p/readme.md": "x" }, asks: ["p", "p/readme.md"] },
  {
    title: "a package in a package",
    files: {
      ...p({}, [], "p"),
      "node_modules/p/index.js": ASK_CJS,
      ...p({}, ["index.js"], "q"),
      "node_modules/p/node_modules/q/index.js": cjs("inner q"),
      "node_modules/p/node_modules/q/package.json": "{}",
    },
    asks: ["q"],
    alsoFrom: ["p"],
  },
  {
    title: "a package beside a package",
    files: { "node_modules/p/index.js": ASK_CJS, ...p({ exports: "./a.js" }, ["a.js"], "q") },
    asks: ["q", "q/a.js"],
    alsoFrom: ["p"],
  },
  {
    title: "an inner package without the file does not hide the outer one from require",
    files: {
      "node_modules/p/index.js": ASK_CJS,
      "node_modules/p/node_modules/q/package.json": "{}",
      "node_modules/p/node_modules/q/a.js": cjs("inner a"),
      ...p({}, ["b.js", "index.js"], "q"),
    },
    asks: ["q/b.js", "q"],
    alsoFrom: ["p"],
  },
  { title: "names that are no packages", files: {}, asks: [".p", "_p", "p%2Fq", "p\\q", "@", "@s", "/", "p q"] },
  { title: "a subpath with an encoded slash", files: p({}, ["a.js"]), asks: ["p/%2e/a.js", "p/a%2Ejs", "p/x%2Fa.js", "p/x%5Ca.js"] },
  { title: "a subpath that goes up", files: { ...p({}, ["a.js"]), ...p({}, ["b.js"], "q") }, asks: ["p/../q/b.js", "p/./a.js"] },
  {
    title: "node_modules of a folder above",
    files: { ...p({}, ["index.js"]), "lib/index.mjs": ASK_ESM },
    asks: ["p"],
    alsoFrom: ["./lib/index.mjs"],
  },

  // ── exports ────────────────────────────────────────────────────────────────────────────────────────────────────────
  {
    title: "exports as a text",
    files: p({ exports: "./a.js", main: "b.js" }, ["a.js", "b.js"]),
    asks: ["p", "p/b.js", "p/package.json", "p/a"],
  },
  {
    title: "exports with subpaths",
    files: p({ exports: { ".": "./a.js", "./b": "./lib/b.js" } }, ["a.js", "lib/b.js"]),
    asks: ["p", "p/b", "p/b.js", "p/lib/b.js", "p/"],
  },
  { title: "exports without a main one", files: p({ exports: { "./b": "./b.js" }, main: "./a.js" }, ["a.js", "b.js"]), asks: ["p", "p/b"] },
  { title: "exports that are empty", files: p({ exports: {}, main: "./a.js" }, ["a.js"]), asks: ["p", "p/a.js"] },
  { title: "exports that are null", files: p({ exports: null, main: "./a.js" }, ["a.js"]), asks: ["p", "p/a.js"] },
  { title: "exports that are false", files: p({ exports: false, main: "./a.js" }, ["a.js"]), asks: ["p", "p/a.js"] },
  { title: "exports that are a number", files: p({ exports: 5 }, ["a.js"]), asks: ["p"] },
  { title: "exports that are an empty text", files: p({ exports: "" }, ["a.js"]), asks: ["p"] },
  { title: "import and require", files: p({ exports: { import: "./a.mjs", require: "./a.js" } }, ["a.js", "a.mjs"]), asks: ["p"] },
  {
    title: "conditions in the order in which they stand",
    files: p({ exports: { default: "./d.js", import: "./a.mjs", require: "./a.js" } }, ["a.js", "a.mjs", "d.js"]),
    asks: ["p"],
  },
  {
    title: "conditions that hold for neither",
    files: p({ exports: { browser: "./b.js", deno: "./d.js" } }, ["b.js", "d.js"]),
    asks: ["p"],
  },
  {
    title: "conditions in conditions",
    files: p({ exports: { ".": { node: { import: "./n.mjs", require: "./n.js" }, default: "./d.js" } } }, ["n.mjs", "n.js", "d.js"]),
    asks: ["p"],
  },
  {
    title: "conditions in which the first that holds leads nowhere",
    files: p({ exports: { ".": { node: { browser: "./b.js" }, default: "./d.js" } } }, ["b.js", "d.js"]),
    asks: ["p"],
  },
  { title: "require alone", files: p({ exports: { require: "./a.js" } }, ["a.js"]), asks: ["p"] },
  { title: "import alone", files: p({ exports: { import: "./a.mjs" } }, ["a.mjs"]), asks: ["p"] },
  {
    title: "node-addons, module-sync and development",
    files: p(
      {
        exports: {
          "./a": { "node-addons": "./1.js", default: "./2.js" },
          "./m": { "module-sync": "./m.mjs", default: "./2.js" },
          "./d": { development: "./1.js", production: "./3.js", default: "./2.js" },
        },
      },
      ["1.js", "2.js", "3.js", "m.mjs"],
    ),
    asks: ["p/a", "p/m", "p/d"],
  },
  {
    title: "types is no condition of Node's",
    files: p({ exports: { ".": { types: "./a.d.ts", default: "./a.js" } } }, ["a.js"]),
    asks: ["p"],
  },
  { title: "a condition that is null", files: p({ exports: { ".": { import: null, default: "./a.js" } } }, ["a.js"]), asks: ["p"] },
  {
    title: "a subpath that is null",
    files: p({ exports: { ".": "./a.js", "./*": "./*.js", "./secret": null } }, ["a.js", "secret.js", "b.js"]),
    asks: ["p/b", "p/secret"],
  },
  { title: "a list of targets", files: p({ exports: { ".": ["./a.js", "./b.js"] } }, ["a.js", "b.js"]), asks: ["p"] },
  { title: "a list whose first target is missing", files: p({ exports: { ".": ["./gone.js", "./b.js"] } }, ["b.js"]), asks: ["p"] },
  { title: "a list whose first target is invalid", files: p({ exports: { ".": ["bad", "./b.js"] } }, ["b.js"]), asks: ["p"] },
  {
    title: "a list of conditions",
    files: p({ exports: { ".": [{ browser: "./a.js" }, { require: "./r.js", import: "./i.mjs" }] } }, ["a.js", "r.js", "i.mjs"]),
    asks: ["p"],
  },
  { title: "a list of null", files: p({ exports: { ".": [null, null] } }, ["a.js"]), asks: ["p"] },
  { title: "an empty list", files: p({ exports: { ".": [] } }, ["a.js"]), asks: ["p"] },
  { title: "a list for the whole of exports", files: p({ exports: ["./a.js"] }, ["a.js"]), asks: ["p"] },
  { title: "subpaths and conditions mixed", files: p({ exports: { ".": "./a.js", import: "./b.mjs" } }, ["a.js", "b.mjs"]), asks: ["p"] },
  { title: "conditions that are numbers", files: p({ exports: { "0": "./a.js", default: "./b.js" } }, ["a.js", "b.js"]), asks: ["p"] },
  { title: "a target that is missing", files: p({ exports: { ".": "./gone.js", "./x": "./gone" } }, ["a.js"]), asks: ["p", "p/x"] },
  { title: "a target without an extension", files: p({ exports: "./a" }, ["a.js"]), asks: ["p"] },
  { title: "a target that is a folder", files: p({ exports: { ".": "./lib", "./s": "./lib/" } }, ["lib/index.js"]), asks: ["p", "p/s"] },
  {
    title: "a target without ./",
    files: p({ exports: { ".": "a.js", "./u": "http://example.com/x.js", "./abs": "/etc/passwd", "./pkg": "q" } }, ["a.js"]),
    asks: ["p", "p/u", "p/abs", "p/pkg"],
  },
  {
    title: "a target that goes up",
    files: {
      ...p({ exports: { ".": "../q/index.js", "./a": "./../q/index.js", "./b": "./lib/../../q/index.js", "./c": "./lib/%2e%2e/a.js" } }, [
        "a.js",
      ]),
      ...p({}, ["index.js"], "q"),
    },
    asks: ["p", "p/a", "p/b", "p/c"],
  },
  {
    title: "a target in node_modules",
    files: {
      ...p({ exports: { ".": "./node_modules/q/index.js", "./n": "./lib/node_modules/q.js" } }, []),
      "node_modules/p/node_modules/q/index.js": cjs("q"),
    },
    asks: ["p", "p/n"],
  },
  {
    title: "a target with a dot in the middle",
    files: p({ exports: { ".": "./lib/./a.js", "./d": "././a.js" } }, ["lib/a.js", "a.js"]),
    asks: ["p", "p/d"],
  },
  { title: "a target that is a number", files: p({ exports: { ".": 5 } }, ["a.js"]), asks: ["p"] },
  {
    title: "a target with double slashes",
    files: p({ exports: { ".": ".//a.js", "./x": "./lib//x.js" } }, ["a.js", "lib/x.js"]),
    asks: ["p", "p/x"],
  },
  {
    title: "a pattern",
    files: p({ exports: { "./*": "./lib/*.js" } }, ["lib/a.js", "lib/sub/b.js"]),
    asks: ["p/a", "p/sub/b", "p/a.js", "p/", "p"],
  },
  {
    title: "a pattern with an end",
    files: p({ exports: { "./*.js": "./lib/*.js", "./x/*/y": "./lib/*.js" } }, ["lib/a.js"]),
    asks: ["p/a.js", "p/a", "p/x/a/y", "p/.js"],
  },
  { title: "a pattern whose target has several stars", files: p({ exports: { "./*": "./lib/*/*.js" } }, ["lib/a/a.js"]), asks: ["p/a"] },
  {
    title: "the longest pattern wins",
    files: p({ exports: { "./*": "./1/*.js", "./f/*": "./2/*.js", "./f/x/*": null } }, ["1/a.js", "2/a.js", "1/f/a.js", "2/x/a.js"]),
    asks: ["p/a", "p/f/a", "p/f/x/a"],
  },
  {
    title: "an exact name wins over a pattern",
    files: p({ exports: { "./*": "./1/*.js", "./a": "./2/a.js" } }, ["1/a.js", "2/a.js"]),
    asks: ["p/a"],
  },
  {
    title: "patterns of the same start",
    files: p({ exports: { "./f/*": "./1/*.js", "./f/*.js": "./2/*.js" } }, ["1/a.js", "2/a.js"]),
    asks: ["p/f/a", "p/f/a.js"],
  },
  {
    title: "a pattern's name that goes up",
    files: p({ exports: { "./*": "./lib/*" } }, ["a.js", "lib/b.js"]),
    asks: ["p/../a.js", "p/b.js", "p/./b.js", "p/node_modules/x.js", "p/%2e%2e/a.js"],
  },
  { title: "a folder target, as it once was", files: p({ exports: { "./lib/": "./lib/" } }, ["lib/a.js"]), asks: ["p/lib/a.js"] },
  {
    title: "package.json as an export",
    files: p({ name: "p", exports: { ".": "./a.js", "./package.json": "./package.json" } }, ["a.js"]),
    asks: ["p"],
  },
  {
    title: "a dual package with a folder for each",
    files: {
      ...p({ exports: { import: "./esm/i.js", require: "./cjs/i.js" } }, []),
      "node_modules/p/esm/package.json": json({ type: "module" }),
      "node_modules/p/esm/i.js": esm("esm"),
      "node_modules/p/cjs/package.json": json({ type: "commonjs" }),
      "node_modules/p/cjs/i.js": cjs("cjs"),
    },
    asks: ["p"],
  },
  {
    title: "a scoped package with exports",
    files: p({ name: "@s/p", exports: { ".": "./a.js", "./sub/*": "./sub/*.js" } }, ["a.js", "sub/x.js"], "@s/p"),
    asks: ["@s/p", "@s/p/sub/x", "@s/p/x"],
  },
  { title: "exports of a broken inner package", files: { ...p({ exports: { ".": { import: { import: {} } } } }, ["a.js"]) }, asks: ["p"] },

  // ── Self-reference and imports ─────────────────────────────────────────────────────────────────────────────────────
  {
    title: "a package that names itself",
    files: { ...p({ name: "p", exports: { ".": "./ask.js", "./b": "./b.js" } }, ["b.js"]), "node_modules/p/ask.js": ASK_CJS },
    asks: ["p/b"],
    alsoFrom: ["p"],
  },
  {
    title: "a package that names itself and exports not that",
    files: { ...p({ name: "p", exports: { ".": "./ask.js" } }, ["b.js"]), "node_modules/p/ask.js": ASK_CJS },
    asks: ["p/b"],
    alsoFrom: ["p"],
  },
  {
    title: "a package without exports that names itself",
    files: { ...p({ name: "p", main: "./ask.js" }, ["b.js"]), "node_modules/p/ask.js": ASK_CJS },
    asks: ["p/b.js"],
    alsoFrom: ["p"],
  },
  {
    title: "the function's own package names itself",
    files: {
      "package.json": json({ name: "app", exports: { ".": "./index.mjs", "./lib": "./lib.mjs", "./c": "./c.cjs" } }),
      "lib.mjs": esm("lib"),
      "c.cjs": cjs("c"),
    },
    asks: ["app/lib", "app/c", "app/nothing"],
  },
  {
    title: "the function's own package names itself without exports",
    files: { "package.json": json({ name: "app" }), "lib.mjs": esm("lib") },
    asks: ["app/lib.mjs", "app"],
  },
  {
    title: "imports of the function's own package",
    files: {
      "package.json": json({
        imports: { "#a": "./lib/a.mjs", "#c": "./lib/c.cjs", "#u/*": "./lib/*.mjs", "#no": null, "#gone": "./gone.mjs" },
      }),
      "lib/a.mjs": esm("a"),
      "lib/c.cjs": cjs("c"),
    },
    asks: ["#a", "#c", "#u/a", "#u/b", "#no", "#gone", "#x", "#", "#/"],
  },
  {
    title: "imports that lead to packages and built-ins",
    files: {
      "package.json": json({
        imports: { "#p": "p", "#psub": "p/sub", "#os": "node:path", "#os2": "path", "#q": "q", "#u": "http://x.y/z", "#up": "../x.js" },
      }),
      ...p({ exports: { ".": "./a.js", "./sub": "./b.js" } }, ["a.js", "b.js"]),
    },
    asks: ["#p", "#psub", "#q", "#u", "#up", "#os", "#os2"],
  },
  {
    title: "imports with conditions",
    files: {
      "package.json": json({
        imports: {
          "#d": { import: "./a.mjs", require: "./c.cjs" },
          "#b": { browser: "./c.cjs" },
          "#f": { browser: "./c.cjs", default: "p" },
          "#l": ["bad name", "./c.cjs"],
        },
      }),
      "a.mjs": esm("a"),
      "c.cjs": cjs("c"),
      ...p({}, ["index.js"]),
    },
    asks: ["#d", "#b", "#f", "#l"],
  },
  { title: "imports where there are none", files: { "package.json": json({ name: "app" }) }, asks: ["#a"] },
  { title: "imports where there is no package.json", files: {}, asks: ["#a"] },
  {
    title: "imports of a package in node_modules are its own",
    files: {
      "package.json": json({ imports: { "#a": "./outer.cjs" } }),
      "outer.cjs": cjs("outer"),
      ...p({ imports: { "#a": "./inner.js", "#b": { node: "./inner.js" } } }, ["inner.js"]),
      "node_modules/p/index.js": ASK_CJS,
    },
    asks: ["#a", "#b"],
    alsoFrom: ["p"],
  },
  {
    title: "imports do not reach out of node_modules",
    files: { "package.json": json({ imports: { "#a": "./outer.cjs" } }), "outer.cjs": cjs("outer"), "node_modules/p/index.js": ASK_CJS },
    asks: ["#a"],
    alsoFrom: ["p"],
  },

  // ── What packages do to one another ────────────────────────────────────────────────────────────────────────────────
  {
    title: "packages that need each other",
    files: {
      "node_modules/p/index.js": `exports.file = "p"; exports.q = require("q").file;`,
      "node_modules/q/index.js": `exports.file = "q"; exports.p = require("p").file;`,
    },
    asks: ["p", "q"],
  },
  {
    title: "exports that lead to each other's names",
    files: {
      ...p({ name: "p", exports: { ".": "./a.js", "./b": "./b.js" } }, ["b.js"]),
      "node_modules/p/a.js": `exports.file = require("p/b").file + require("p").file;`,
    },
    asks: ["p"],
  },
  { title: "a name of a built-in", files: p({}, ["index.js"], "url"), asks: ["url/index.js", "url/"] },
  {
    title: "__proto__ and constructor as names",
    files: p({ exports: { "./__proto__": "./a.js", "./constructor": "./a.js" } }, ["a.js"]),
    asks: ["p/__proto__", "p/constructor", "p/toString", "__proto__", "constructor"],
  },
];

/** index.mjs: asks for everything each way, and lets the packages of `alsoFrom` ask. */
export function asking({ asks, alsoFrom = [] }: PackageLayout): string {
  return `import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const said = (value) => value?.sep !== undefined ? "node:path" : typeof value === "string" ? value : value?.file ?? value?.default?.file ?? Object.keys(value ?? {});
const attempt = async (load) => { try { return said(await load()); } catch (error) { return [error.code ?? null, error.name, error.message]; } };
const names = ${json(asks)};
export const handler = async () => {
  const answers = {};
  for (const name of names) {
    answers["import " + name] = await attempt(() => import(name));
    answers["require " + name] = await attempt(() => require(name));
    answers["require.resolve " + name] = await attempt(() => require.resolve(name));
    answers["import.meta.resolve " + name] = await attempt(() => import.meta.resolve(name));
  }
  for (const from of ${json(alsoFrom)}) answers["from " + from] = await (await import(from)).ask(names, attempt);
  return answers;
};`;
}
