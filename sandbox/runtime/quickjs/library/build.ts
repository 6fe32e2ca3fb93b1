/**
 * Builds Node's built-in modules for the guest: `node sandbox/runtime/quickjs/library/build.ts`.
 *
 * Each module becomes one text in guest/dist/<id>.js, a function expression `(function (module, exports, require, binding,
 * primordials) { … })`; what it imports of the library becomes a `require` by id, so that nothing is evaluated twice, and
 * nothing before it is asked for. guest/dist/exports.js, which is JSON, says what each module exports.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type OnResolveResult, type Plugin } from "esbuild";
import { withCompanions } from "../library.ts";
import { asFunction } from "./build/as-function.ts";
import { companions } from "./build/companions.ts";
import { exportNames } from "./build/export-names.ts";
import { inspectCore } from "./build/inspect-core.ts";
import { nodeGroup } from "./build/node-source.ts";
import { withShortNames } from "./build/short-names.ts";
import { undiciPlugin } from "./build/undici.ts";
import { LIBRARY } from "./manifest.ts";

const root = fileURLToPath(new URL(".", import.meta.url));
const out = fileURLToPath(new URL("../guest/dist/", import.meta.url));
const require = createRequire(import.meta.url);

export async function buildLibrary(): Promise<void> {
  for (const module of LIBRARY) {
    const path = `${out}${module.id}.js`;
    mkdirSync(dirname(path), { recursive: true });
    const text = module.file === undefined ? await nodeGroup(module.nodeFiles) : await buildModule(module.file);
    writeFileSync(path, withShortNames(text, module.id));
  }
  const texts = new Map(LIBRARY.map(({ id }) => [id, readFileSync(`${out}${id}.js`, "utf8")]));
  const source = (id: string) => texts.get(id) ?? fail(`library: there is no ${id}`);
  writeFileSync(`${out}exports.js`, JSON.stringify(await exportNames(source)));
  for (const [id, others] of await companions([...texts.keys()], source))
    writeFileSync(`${out}${id}.js`, withCompanions(source(id), others));
}

function fail(message: string): never {
  throw new Error(message);
}

async function buildModule(file: string): Promise<string> {
  const result = await build({
    entryPoints: [`${root}${file}`],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    target: "es2024",
    // build/short-names.ts knows which names are to be seen: no minifyIdentifiers, and no minifySyntax, which drops those of
    // function expressions.
    minifyWhitespace: true,
    legalComments: "none",
    charset: "utf8",
    plugins: [undiciPlugin(root), libraryPlugin(file)],
  });
  const text = result.outputFiles[0]?.text;
  if (text === undefined) throw new Error(`library: esbuild gave nothing for ${file}`);
  return asFunction(text, file);
}

/** What packages ask for, and what they get instead: modules of ours, or their own without what they would be wrapped in. */
const REPLACEMENTS: readonly { readonly name: RegExp; readonly by: RegExp; readonly to: OnResolveResult }[] = [
  { name: /^\.\/encoding$/, by: /whatwg-url\/lib\//, to: { path: `${root}internal/whatwg-url/encoding.js` } },
  { name: /^\.\/URL(SearchParams)?$/, by: /whatwg-url\/lib\//, to: { path: `${root}internal/whatwg-url/search-params.js` } },
  { name: /^@exodus\/bytes\/whatwg\.js$/, by: /whatwg-url\/lib\//, to: { path: `${root}internal/whatwg-url/percent-encode.js` } },
  { name: /^@exodus\/bytes\/encoding\.js$/, by: /whatwg-url\/lib\//, to: { path: "encoding", namespace: "nothing" } },
  { name: /^tr46$/, by: /whatwg-url\/lib\//, to: { path: "internal/idna", external: true } },
  { name: /^punycode\/$/, by: /url\/url\.js$/, to: { path: "internal/idna", external: true } },
  { name: /^qs$/, by: /url\/url\.js$/, to: { path: `${root}internal/legacy-url/query.js` } },
  // Trailing slashes: the packages, not Node's modules of the same names.
  { name: /^url-package$/, by: /legacy-url\.js$/, to: { path: require.resolve("url/") } },
  { name: /^events$/, by: /modules\/events\.js$/, to: { path: require.resolve("events/") } },
];

function libraryPlugin(entry: string): Plugin {
  const ids = new Map(LIBRARY.flatMap(({ id, file }) => (file === undefined ? [] : [[file, id] as const])));
  const byId = new Set(LIBRARY.map(({ id }) => id));
  return {
    name: "library",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ path, resolveDir }) => {
        const file = relative(root, `${resolveDir}/${path}`);
        const id = file === entry ? undefined : ids.get(file);
        return id === undefined ? undefined : { path: id, external: true };
      });
      onResolve({ filter: /./ }, ({ path, importer, kind }) => {
        if (kind === "entry-point") return undefined;
        const replacement = REPLACEMENTS.find(({ name, by }) => name.test(path) && by.test(importer));
        if (replacement !== undefined) return replacement.to;
        const id = path.replace(/^node:/, "");
        return byId.has(id) ? { path: id, external: true } : undefined;
      });
      onLoad({ filter: /./, namespace: "nothing" }, () => ({ contents: "" }));
      onResolve({ filter: /^inspect-core$/ }, ({ path }) => ({ path, namespace: "inspect-core" }));
      onLoad({ filter: /./, namespace: "inspect-core" }, () => ({
        contents: inspectCore(readFileSync(require.resolve("node-inspect-extracted"), "utf8")),
      }));
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLibrary();
