/** Packages that are too many, too deep or not what they say. */
import { type Expected, type HostileCase, hostile, returns, timesOut } from "../case.ts";

const json = (value: unknown) => JSON.stringify(value);
const PACKAGE = "node_modules/p/package.json";
const ROOM = { Timeout: 3, MemorySize: 512 };

const packages = (
  name: string,
  body: string,
  expected: Expected,
  files: Readonly<Record<string, string>>,
  then?: Expected,
): HostileCase => {
  const made = hostile("package trick", name, body, expected, { options: ROOM, ...(then === undefined ? {} : { then }) });
  return { ...made, files: { ...made.files, ...files } };
};

const many = (count: number, file: (index: number) => readonly [path: string, text: string]) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => file(index)));

const DEEP = `${"a/".repeat(5000)}b.cjs`;
const code = (load: string) => `  try { ${load}; return "found"; } catch (error) { return error.code ?? error.name; }`;
const REQUIRE = 'const { createRequire } = await import("node:module"); const require = createRequire(import.meta.url);';

export const PACKAGE_TRICKS: readonly HostileCase[] = [
  packages(
    "a node_modules of 10,000 files",
    "  let sum = 0; for (let i = 0; i < 100; i++) sum += (await import(`p${i * 100}`)).default; return sum;",
    returns("495000"),
    many(10_000, (index) => [`node_modules/p${index}/index.js`, `module.exports = ${index};`]),
  ),
  packages(
    "10,000 files each of which re-exports the next, imported again and again",
    "  for (let i = 0; ; i++) await import(`./c${i % 10000}.cjs?${i}`);",
    { status: "timeout" },
    many(10_000, (index) => [`c${index}.cjs`, `module.exports = require("./c${index + 1}.cjs"); exports.x${index} = 1;`]),
  ),
  packages(
    "modules that import each other ten thousand deep",
    code('await import("./m0.mjs")'),
    returns(/.*/),
    many(10_000, (index) => [`m${index}.mjs`, `import "./m${index + 1}.mjs";`]),
  ),
  packages(
    "a module graph ten thousand deep that is required",
    `${REQUIRE}${code('require("./m0.mjs")')}`,
    returns(/.*/),
    many(10_000, (index) => [`m${index}.mjs`, `import "./m${index + 1}.mjs";`]),
  ),
  packages("exports that lead to the package itself", code('await import("p")'), returns('"ERR_MODULE_NOT_FOUND"'), {
    [PACKAGE]: json({ name: "p", exports: { ".": "./p", "./p": "./p/p" } }),
  }),
  packages("imports that lead to each other", code('await import("#a")'), returns('"ERR_MODULE_NOT_FOUND"'), {
    "package.json": json({ imports: { "#a": "#b", "#b": "#a" } }),
  }),
  packages(
    "a package that requires itself by its own name, in a circle",
    `${REQUIRE} return Object.keys(require("p"));`,
    returns('["a"]'),
    {
      [PACKAGE]: json({ name: "p", exports: "./index.js" }),
      "node_modules/p/index.js": 'exports.a = 1; require("p").a; for (const name of ["p"]) require(name);',
    },
  ),
  ...[
    "../../index.mjs",
    "/etc/passwd",
    "./../../index.mjs",
    "./%2e%2e/index.mjs",
    "./node_modules/../x.js",
    "file:///var/task/index.mjs",
    "./\u0000",
  ].map((target) =>
    packages(
      `exports that lead to ${json(target)}`,
      code('await import("p")'),
      returns(/"ERR_(?:INVALID_PACKAGE_TARGET|MODULE_NOT_FOUND)"/),
      {
        [PACKAGE]: json({ name: "p", exports: target }),
      },
    ),
  ),
  packages("a main that leaves the file system", code('await import("p")'), returns('"ERR_MODULE_NOT_FOUND"'), {
    [PACKAGE]: json({ main: `${"../".repeat(100)}proc/self/environ` }),
  }),
  packages(
    "exports with __proto__ and constructor",
    code('await import("p/__proto__"); await import("p/constructor")'),
    returns('"ERR_PACKAGE_PATH_NOT_EXPORTED"'),
    {
      [PACKAGE]: '{"name":"p","exports":{"./a":"./a.js","__proto__":{"./__proto__":"./a.js"}}}'.replace('"__proto__":', '"./__proto__x":'),
    },
  ),
  packages("conditions that are nested 100,000 deep", code('await import("p")'), returns('"ERR_INVALID_PACKAGE_CONFIG"'), {
    [PACKAGE]: `{"exports":${'{"default":'.repeat(100_000)}"./a.js"${"}".repeat(100_000)}}`,
  }),
  packages("conditions that are nested 1,000 deep", code('await import("p")'), returns('"ERR_MODULE_NOT_FOUND"'), {
    [PACKAGE]: `{"exports":${'{"default":'.repeat(1_000)}"./a.js"${"}".repeat(1_000)}}`,
  }),
  packages("100,000 patterns, looked through for ever", `${REQUIRE} for (;;) { try { require("p/none"); } catch {} }`, timesOut(3), {
    [PACKAGE]: json({ exports: many(100_000, (index) => [`./a${index}*b`, "./x.js"]) }),
  }),
  packages(
    "a name that is looked for in 5,000 folders, for ever",
    `${REQUIRE} const deep = require(${json(`./${DEEP}`)}); deep();`,
    timesOut(3),
    {
      [DEEP]: 'module.exports = () => { for (;;) { try { require.resolve("none"); } catch {} } };',
    },
  ),
  packages(
    "a package.json that is written anew each time",
    '  const { writeFileSync, mkdirSync } = await import("node:fs"); mkdirSync("/tmp/node_modules/p", { recursive: true }); writeFileSync("/tmp/a.mjs", "export default (n) => import(`p/${n}`)"); const load = (await import("/tmp/a.mjs")).default; for (let i = 0; ; i++) { writeFileSync("/tmp/node_modules/p/package.json", JSON.stringify({ exports: { ["./" + i]: "./" + i + ".js", big: "x".repeat(100000) } })); try { await load(i); } catch {} }',
    timesOut(3),
    {},
  ),
  packages("a specifier of a million characters", `${code('await import("p/" + "../".repeat(300000))')}`, returns(/.*/), {}),
  packages(
    "packages whose names are patterns",
    `  const names = ["*", "p*", "(a+)+$", "[", "\\\\"]; const codes = []; for (const name of names) try { await import(name); } catch (error) { codes.push(error.code); } return codes.length;`,
    returns("5"),
    {},
  ),
  packages(
    "a package that changes what it exports after it was imported",
    `${REQUIRE} const one = require("p"); require.cache[require.resolve("p")].exports = { evil: 1 }; return [one.a, require("p").evil, (await import("p")).default.evil ?? "old"];`,
    returns(/^\[1,1,.*\]$/),
    {
      [PACKAGE]: "{}",
      "node_modules/p/index.js": "exports.a = 1;",
    },
  ),
];
