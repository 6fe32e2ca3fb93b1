/** Which files of a package, and of what it depends on, Node can load: esbuild follows the imports of every entry point. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { LAYER_CATALOGUE } from "../../../../lambda/layer-catalogue.ts";

/** Paths below `root`, of files that begin with node_modules/. */
export async function reachedFiles(root: string, name: string): Promise<readonly string[]> {
  // As nodejs22.x and nodejs24.x have them.
  const [without, withSync] = await Promise.all([["node"], ["node", "module-sync"]].map((conditions) => reached(root, name, conditions)));
  return [...new Set([...(without ?? []), ...(withSync ?? [])])];
}

async function reached(root: string, name: string, conditions: string[]): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    // One file that asks for all: each is read once. Names are exported, or what has no side effects would be left out.
    stdin: { contents: entryPoints(root, name).map(asking).join("\n"), resolveDir: root, loader: "js" },
    external: [...OPTIONAL, ...otherPackages(name)],
    bundle: true,
    write: false,
    metafile: true,
    outdir: "layers",
    format: "esm",
    platform: "node",
    mainFields: ["main"],
    conditions,
    logLevel: "error",
  });
  return Object.keys(metafile.inputs).filter((file) => file.startsWith("node_modules/"));
}

const asking = (file: string, index: number) => `export * as n${index} from ${JSON.stringify(`./${file}`)};`;

/** What packages import if it is there. */
const OPTIONAL = [
  "@aws/durable-execution-sdk-js",
  "@aws-lambda-powertools/jmespath",
  "@aws-lambda-powertools/jmespath/*",
  "@aws-lambda-powertools/tracer",
];

/** Every package of the catalogue is in one layer only. */
function otherPackages(name: string): readonly string[] {
  const others = Object.values(LAYER_CATALOGUE)
    .flat()
    .filter((other) => other !== name);
  return others.flatMap((other) => (isNested(name, other) ? [] : [other, `${other}/*`]));
}

/** A package with a version of its own of another: npm has put it below. */
const isNested = (name: string, other: string) => existsSync(join("node_modules", name, "node_modules", other));

/** Conditions that never hold in Node on Lambda. */
const ELSEWHERE = ["types", "browser", "bun", "deno", "react-native", "workerd", "worker", "@zod/source"];

function entryPoints(root: string, name: string): readonly string[] {
  const folder = `node_modules/${name}`;
  const { main = "index.js", exports } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
    readonly main?: string;
    readonly exports?: unknown;
  };
  const all = scripts(root, folder);
  const wanted = exports === undefined ? (DEEP[name] ?? (() => false)) : matcher([...targets(exports)]);
  const found = all.filter((file) => wanted(`./${file.slice(folder.length + 1)}`));
  return exports === undefined ? [...new Set([`${folder}/${join(main)}`, ...found])] : found;
}

/** Packages without `exports` of which code loads single files: `lodash/debounce`, `dayjs/plugin/utc`. */
const DEEP: Readonly<Record<string, (file: string) => boolean>> = {
  lodash: (file) => /^\.\/(?:fp\/)?\w+\.js$/.test(file),
  dayjs: (file) => /^\.\/(?:plugin\/\w+|locale\/(?:en|ko|ja|zh-cn))\.js$/.test(file),
};

function matcher(patterns: readonly string[]): (file: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const escaped = pattern.replace(/[.+^$(){}|[\]\\]/g, "\\$&").replaceAll("*", ".+");
    return new RegExp(`^${escaped}(?:\\.js|/index\\.js)?$`);
  });
  return (file) => expressions.some((expression) => expression.test(file));
}

/** Every path to which `exports` may lead in Node. */
function* targets(exports: unknown): Generator<string> {
  if (typeof exports === "string") yield exports;
  else if (Array.isArray(exports)) for (const target of exports) yield* targets(target);
  else if (typeof exports === "object" && exports !== null) {
    for (const [condition, target] of Object.entries(exports)) {
      if (ELSEWHERE.includes(condition)) continue;
      yield* targets(target);
      // What comes after it is never reached.
      if (condition === "node") return;
    }
  }
}

function scripts(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules") return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return scripts(root, path);
    return /\.[cm]?js$/.test(entry.name) ? [path] : [];
  });
}
