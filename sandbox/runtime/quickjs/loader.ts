/** Module loading for one process: what the engine's own loader (import) and the guest's require() ask the host for. */
import type { PartsAtHand } from "../../parts.ts";
import type { Disk } from "../runtime.ts";
import type { Costs } from "./host-codec.ts";
import { commonJsExportNames, type ExportNamesOptions } from "./modules/export-names.ts";
import { dirname, type FileTree, pathOf, urlOf, withoutByteOrderMark } from "./modules/file-tree.ts";
import { type Format, formatOf } from "./modules/format.ts";
import { LoadingError, loadingError } from "./modules/loading-error.ts";
import { type Resolver, resolveImport, resolveRequire, type Target } from "./modules/resolve.ts";
import { sourceQuestions } from "./modules/source-questions.ts";
import {
  builtinSource,
  commonJsSource,
  INTERNAL,
  INTERNAL_SOURCE,
  importMetaSource,
  isMeta,
  jsonSource,
  metaName,
  requiredSource,
  withImportMeta,
} from "./modules/synthetic.ts";
import { compiledFiles, type EraseTypes } from "./modules/typescript-files.ts";
import type { Generation } from "./stack-frames.ts";

export interface ModuleLoader {
  /** import: the full name of what `importer` calls `specifier`. Throws LoadingError. */
  normalize(importer: string, specifier: string): string;
  /** import: the source of a module by its full name. Throws LoadingError. */
  load(name: string): string;
  /** require(): JSON for guest/modules.ts. Refusals are in it. A parent that is a folder asks where to look, and loads nothing. */
  resolve(specifier: string, parent: string): string;
  /** import.meta.resolve(): a URL, also of what does not exist. Throws LoadingError. */
  resolveImport(specifier: string, parent: string): string;
  /** A CommonJS file is none, and would be an ES module. */
  hasModuleSyntax(path: string): boolean;
  /** The full name of an ES module that `parent` requires. Throws LoadingError where it, or one that it imports, awaits at top level. */
  required(path: string, parent: string): string;
  /** The text of a CommonJS file as it was compiled; undefined for what is none of the function's files. */
  commonJsText(path: string): string;
  exists(path: string): boolean;
  readFile(path: string): string;
  /** The learner's text behind a file name or URL in a stack. */
  source(file: string): string | undefined;
}

export interface ModuleLoaderOptions {
  /** Path below /var/task → text. */
  readonly files: Readonly<Record<string, string>>;
  /** Path below /opt → text. */
  readonly opt: Readonly<Record<string, string>>;
  readonly tmp: Disk;
  readonly generation: Generation;
  readonly nodePath: string;
  /** The environment variable NODE_OPTIONS. */
  readonly nodeOptions: string;
  /** Specifier without `node:` → id in the library. */
  readonly builtins: Readonly<Record<string, string>>;
  readonly exportNames: (builtin: string) => readonly string[];
  readonly part: PartsAtHand;
  readonly eraseTypes: EraseTypes;
  readonly costs: Costs;
  /** A file of the function is being loaded: its path and length in bytes, more or less. */
  readonly onLoad: (path: string, bytes: number) => void;
}

const TASK_ROOT = "/var/task";
const LAYERS_ROOT = "/opt";
const REQUIRED = "lambda-lab:required?";
/** The importer of what require() loads. */
export const REQUIRE = "lambda-lab:require";
const decoder = new TextDecoder();

export function moduleLoader(options: ModuleLoaderOptions): ModuleLoader {
  const { files, begin } = paid(fileTree(options), options.costs);
  const compiled = compiledFiles(files, options.eraseTypes);
  const { requiresModules, detectsModules } = moduleFeatures(options);
  const syntax = sourceQuestions(() => options.part("module-syntax"));
  const conditions = requiresModules ? ["module-sync"] : [];
  const resolver: Resolver = { files, builtins: options.builtins, nodePath: options.nodePath, conditions };
  const formats = new Map<string, Format>();
  /** Which file was first required by which: the “Require stack”. */
  const parents = new Map<string, string>();
  /** Names of the modules whose source we wrote: only they may reach the guest's module loader. */
  const ours = new Set<string>();

  const format = (path: string): Format => {
    const known = formats.get(path) ?? formatOf(compiled, path, detectsModules ? syntax.hasModuleSyntax : undefined);
    formats.set(path, known);
    return known;
  };
  const text = (path: string): string => compiled.read(path) ?? "";

  const nameOf = (target: Target): string =>
    target.kind === "builtin" ? `node:${target.name}` : urlOf(target.path) + (target.suffix ?? "");

  const resolve = (specifier: string, parent: string): object => {
    // The guest asks for the text of a JSON file that it knows by its path.
    if (specifier === parent && files.read(specifier) !== undefined) return { kind: "json", path: specifier, text: text(specifier) };
    const target = resolveRequire(resolver, specifier, parent, requireStack(parents, parent));
    if (target.kind === "builtin") return { kind: "builtin", id: target.id };
    const { path } = target;
    if (parent.endsWith("/")) return { kind: "commonjs", path };
    if (!parents.has(path)) parents.set(path, parent);
    const kind = format(path);
    if (kind === "json") options.onLoad(path, text(path).length);
    if (kind === "json") return { kind, path, text: text(path) };
    // require.resolve() finds what require() refuses.
    return kind === "module" && !requiresModules ? { kind, path, refused: notRequired(path, parent).error } : { kind, path };
  };

  const names: ExportNamesOptions = {
    files: compiled,
    required: (specifier, parent) => attempt(() => resolveRequire(resolver, specifier, parent, [])),
    isCommonJs: (path) => format(path) === "commonjs",
    lexer: () => options.part("commonjs-exports"),
  };

  /** The module or one that it imports has a top-level await. Without recursion, as in export-names.ts. */
  const awaits = (path: string): boolean => {
    const seen = new Set([path]);
    for (const file of seen) {
      if (format(file) !== "module") continue;
      if (syntax.hasTopLevelAwait(text(file))) return true;
      for (const specifier of syntax.staticImports(text(file))) {
        const target = attempt(() => resolveImport(resolver, specifier, file));
        if (target?.kind === "file") seen.add(target.path);
      }
    }
    return false;
  };

  return {
    normalize(importer, specifier) {
      begin();
      if (specifier === metaName(importer) || (specifier === INTERNAL && ours.has(importer))) return specifier;
      if (specifier.startsWith(REQUIRED) && importer === REQUIRE) return specifier;
      const name = nameOf(resolveImport(resolver, specifier, importer));
      if (pathOf(name).endsWith(".json") && !importer.startsWith("lambda-lab:"))
        requireJsonAttribute(text(pathOf(importer)), specifier, name);
      return name;
    },
    load(name) {
      begin();
      if (name === INTERNAL) return INTERNAL_SOURCE;
      if (isMeta(name)) {
        ours.add(name);
        return importMetaSource(name);
      }
      if (name.startsWith(REQUIRED)) return requiredSource(name.slice(REQUIRED.length));
      if (name.startsWith("node:")) ours.add(name);
      if (name.startsWith("node:"))
        return builtinSource(options.builtins[name.slice(5)] ?? name.slice(5), options.exportNames(name.slice(5)));
      const path = pathOf(name);
      refuseExtension(path);
      const source = text(path);
      options.onLoad(path, source.length);
      const kind = format(path);
      if (kind !== "module") ours.add(name);
      if (kind === "json") return jsonSource(path);
      return kind === "commonjs"
        ? commonJsSource(path, commonJsExportNames(names, path), options.generation === "v4")
        : withImportMeta(name, source, syntax.importMetaPlaces(source));
    },
    resolveImport(specifier, parent) {
      begin();
      try {
        return nameOf(resolveImport(resolver, specifier, parent));
      } catch (thrown) {
        // Node answers with the URL of what it did not find.
        const url = thrown instanceof LoadingError ? thrown.error.fields?.url : undefined;
        if (typeof url === "string") return url;
        throw thrown;
      }
    },
    resolve(specifier, parent) {
      begin();
      try {
        return JSON.stringify(resolve(specifier, parent));
      } catch (thrown) {
        if (thrown instanceof LoadingError) return JSON.stringify({ kind: "error", ...thrown.error });
        throw thrown;
      }
    },
    commonJsText(path) {
      const source = text(path);
      options.onLoad(path, source.length);
      return source.startsWith("#!") ? `//${source}` : source;
    },
    exists: (path) => files.read(path) !== undefined,
    hasModuleSyntax: (path) => syntax.hasModuleSyntax(text(path)),
    required(path, parent) {
      begin();
      if (!awaits(path)) return urlOf(path);
      const stack = requireStack(parents, parent).map((file) => `\n- ${file}`);
      const message = `require() cannot be used on an ESM graph with top-level await. Use import() instead. To see where the top-level await comes from, use --experimental-print-required-tla.\nRequired module: ${path}\nRequire stack:${stack.join("")}`;
      throw loadingError("Error", message, "ERR_REQUIRE_ASYNC_MODULE", { bracketed: true });
    },
    readFile: (path) => files.read(path) ?? "",
    source: (file) => sourceOf(compiled, pathOf(file)),
  };
}

/** Node without require() of ES modules. */
function notRequired(path: string, parent: string): LoadingError {
  const what = path.endsWith(".mjs") ? path : `${path.slice(path.lastIndexOf("/") + 1)} in ${parent}`;
  const message = `require() of ES Module ${path} from ${parent} not supported.\nInstead change the require of ${what} to a dynamic import() which is available in all CommonJS modules.`;
  return loadingError("Error", message, "ERR_REQUIRE_ESM", { bracketed: true });
}

/** What import loads by its extension (lib/internal/modules/esm/formats.js); a file without one is looked into. */
function refuseExtension(path: string): void {
  const [extension = ""] = /(?<=[^/])\.[^./]*$/.exec(path) ?? [];
  if (/^(?:|\.[cm]?[jt]s|\.json)$/.test(extension)) return;
  throw loadingError("TypeError", `Unknown file extension ${JSON.stringify(extension)} for ${path}`, "ERR_UNKNOWN_FILE_EXTENSION", {
    bracketed: true,
  });
}

interface ModuleFeatures {
  /** require() of ES modules. */
  readonly requiresModules: boolean;
  /** A file that neither its extension nor its package assigns is looked into. */
  readonly detectsModules: boolean;
}

/**
 * Lambda starts the Node of nodejs22.x with --no-experimental-require-module and --no-experimental-detect-module, and leaves out
 * the one whose opposite stands in NODE_OPTIONS (dg "Building Lambda functions with Node.js", 2026-10).
 */
function moduleFeatures({ generation, nodeOptions }: ModuleLoaderOptions): ModuleFeatures {
  const flags = nodeOptions.split(/\s+/);
  const has = (feature: string) =>
    generation === "v4" ? !flags.includes(`--no-experimental-${feature}`) : flags.includes(`--experimental-${feature}`);
  return { requiresModules: has("require-module"), detectsModules: has("detect-module") };
}

/** Of a file that Node refuses, there is no line in a stack. */
function sourceOf(compiled: FileTree, path: string): string | undefined {
  try {
    return compiled.read(path);
  } catch (thrown) {
    if (thrown instanceof LoadingError) return undefined;
    throw thrown;
  }
}

/** What a specifier leads to; undefined where Node would refuse it, which whoever loads it will say. */
function attempt(resolve: () => Target): Target | undefined {
  try {
    return resolve();
  } catch (thrown) {
    if (thrown instanceof LoadingError) return undefined;
    throw thrown;
  }
}

/** Node wants `with { type: "json" }` on an import of JSON; the engine does not hand attributes on, so the text is looked at. */
function requireJsonAttribute(importer: string, specifier: string, name: string): void {
  const quoted = specifier.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const attributed = new RegExp(`["']${quoted}["']\\s*(?:,\\s*\\{\\s*)?with\\s*:?\\s*\\{[^}]*\\btype["']?\\s*:\\s*["']json["']`);
  if (attributed.test(importer)) return;
  throw loadingError("TypeError", `Module "${name}" needs an import attribute of "type: json"`, "ERR_IMPORT_ATTRIBUTE_MISSING", {
    bracketed: true,
  });
}

function requireStack(parents: ReadonlyMap<string, string>, from: string): readonly string[] {
  const stack: string[] = [];
  for (let file: string | undefined = from; file !== undefined && !stack.includes(file); file = parents.get(file)) stack.push(file);
  return stack;
}

/** Looks at the disk that one search for a module may take for nothing, and what each beyond them costs, in counts. */
const FREE_LOOKS = 1_000;
const LOOK_COST = 250;
/** Characters of a package.json, and of a path, that count as a look. */
const CHARACTERS_A_LOOK = 256;
const CHARACTERS_OF_A_PATH = 32;

/** Searches through very deep folders, very large package.json files and very long chains of files are work as loops are. */
function paid(files: FileTree, costs: Costs): { readonly files: FileTree; readonly begin: () => void } {
  let looks = 0;
  const look = (count: number) => {
    looks += count;
    if (looks > FREE_LOOKS) costs.spend(count * LOOK_COST);
  };
  const tree: FileTree = {
    read(path) {
      const text = files.read(path);
      look(
        1 +
          Math.floor(path.length / CHARACTERS_OF_A_PATH) +
          (text !== undefined && path.endsWith("/package.json") ? Math.floor(text.length / CHARACTERS_A_LOOK) : 0),
      );
      return text;
    },
    isDirectory(path) {
      look(1 + Math.floor(path.length / CHARACTERS_OF_A_PATH));
      return files.isDirectory(path);
    },
  };
  const begin = () => {
    looks = 0;
  };
  return { files: tree, begin };
}

/** Absolute path → text, and the folders on the way. */
interface Folder {
  readonly texts: ReadonlyMap<string, string>;
  readonly directories: ReadonlySet<string>;
}

function folderOf(root: string, contents: Readonly<Record<string, string>>): Folder {
  const texts = new Map(Object.entries(contents).map(([path, text]) => [`${root}/${path}`, withoutByteOrderMark(text)]));
  const directories = new Set<string>();
  for (const path of texts.keys()) {
    for (let directory = dirname(path); !directories.has(directory); directory = dirname(directory)) directories.add(directory);
  }
  return { texts, directories };
}

/** Layers have thousands of files, and every environment of a function has the same ones. */
const layersRead = new WeakMap<Readonly<Record<string, string>>, Folder>();

function fileTree({ files, opt, tmp }: ModuleLoaderOptions): FileTree {
  const task = folderOf(TASK_ROOT, files);
  const layers = layersRead.get(opt) ?? folderOf(LAYERS_ROOT, opt);
  layersRead.set(opt, layers);
  return {
    read(path) {
      const text = task.texts.get(path) ?? layers.texts.get(path);
      if (text !== undefined || !path.startsWith("/tmp/")) return text;
      const bytes = tmp.files.get(path);
      return bytes ? withoutByteOrderMark(decoder.decode(bytes)) : undefined;
    },
    isDirectory: (path) => task.directories.has(path) || layers.directories.has(path) || path === "/tmp" || tmp.files.get(path) === null,
  };
}
