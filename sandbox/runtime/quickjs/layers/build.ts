/**
 * Makes the catalogue's layers: `node sandbox/runtime/quickjs/layers/build.ts`.
 *
 * Each becomes guest/dist/layer-<name>.js, which is JSON: path below /opt → text. What lies there is what npm would have
 * installed, less what Node never loads: types, source maps, what is built for browsers, comments. Nothing is bundled: `import`
 * and `require` find by package.json what they find in the real package, and the lines of a stack are the real package's.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type CatalogueLayer, LAYER_CATALOGUE } from "../../../lambda/layer-catalogue.ts";
import { reachedFiles } from "./build/reached-files.ts";
import { withoutComments } from "./build/without-comments.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
const out = fileURLToPath(new URL("../guest/dist/", import.meta.url));

export async function buildLayers(): Promise<void> {
  mkdirSync(out, { recursive: true });
  // Object.keys forgets that they are the catalogue's.
  for (const name of Object.keys(LAYER_CATALOGUE) as CatalogueLayer[]) {
    writeFileSync(`${out}layer-${name}.js`, JSON.stringify(await layerFiles(LAYER_CATALOGUE[name])));
  }
}

/** Path below /opt → text. */
async function layerFiles(packages: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const files = new Set<string>();
  for (const name of packages) for (const file of await reachedFiles(root, name)) files.add(file);
  for (const file of [...files]) files.add(packageJsonOf(file));
  return Object.fromEntries([...files].sort().map((file) => [`nodejs/${file}`, shortened(file)]));
}

/** `node_modules/a/node_modules/@b/c/lib/d.js` → `node_modules/a/node_modules/@b/c/package.json` */
function packageJsonOf(file: string): string {
  const [folder] = /^.*node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(file) ?? [];
  if (folder === undefined) throw new Error(`layers: ${file} is in no package`);
  return `${folder}package.json`;
}

function shortened(file: string): string {
  const text = readFileSync(`${root}${file}`, "utf8");
  if (file === packageJsonOf(file)) return describedAsLoaded(text);
  if (file.endsWith(".json")) return JSON.stringify(JSON.parse(text));
  return withoutComments(text);
}

/** What Node and `require("x/package.json").version` read. */
function describedAsLoaded(text: string): string {
  const { name, version, license, type, main, exports, imports } = JSON.parse(text) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ name, version, license, type, main, exports: withoutTypes(exports), imports });
}

function withoutTypes(exports: unknown): unknown {
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) return exports;
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([condition]) => condition !== "types")
      .map(([key, target]) => [key, withoutTypes(target)]),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildLayers();
