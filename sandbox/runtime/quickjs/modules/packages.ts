/** package.json and node_modules, as Node reads them (Node's documentation, "Modules: Packages"). */
import { dirname, type FileTree, join } from "./file-tree.ts";
import { loadingError } from "./loading-error.ts";

/** What Node takes from a package.json. Fields of another kind count as missing (src/node_modules.cc). */
export interface PackageJson {
  readonly name?: string;
  readonly type?: string;
  readonly main?: string;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

export interface PackageScope {
  readonly directory: string;
  readonly json: PackageJson;
}

/** The nearest package.json at or above a folder; the search ends at a node_modules. */
export function packageScope(files: FileTree, folder: string): PackageScope | undefined {
  for (let directory = folder; ; directory = dirname(directory)) {
    if (directory.endsWith("/node_modules")) return undefined;
    const json = readPackageJson(files, directory);
    if (json !== undefined) return { directory, json };
    if (directory === "/") return undefined;
  }
}

/** `whileImporting`: what the message says besides. */
export function readPackageJson(files: FileTree, directory: string, whileImporting = ""): PackageJson | undefined {
  const path = join(directory, "package.json");
  const text = files.read(path);
  if (text === undefined) return undefined;
  const known = readBefore.get(files) ?? new Map<string, Read>();
  readBefore.set(files, known);
  const before = known.get(path);
  if (before?.text === text) return before.json;
  const json = parsed(text);
  if (json === undefined) {
    throw loadingError("Error", `Invalid package config ${path}${whileImporting}.`, "ERR_INVALID_PACKAGE_CONFIG");
  }
  known.set(path, { text, json });
  return json;
}

interface Read {
  readonly text: string;
  readonly json: PackageJson;
}

const readBefore = new WeakMap<FileTree, Map<string, Read>>();

/** As deep as simdjson, with which Node reads it, goes. */
const DEEPEST = 1024;

function isTooDeep(text: string): boolean {
  let depth = 0;
  let inText = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (inText && character === "\\") index += 1;
    else if (character === '"') inText = !inText;
    else if (!inText && (character === "[" || character === "{")) depth += 1;
    else if (!inText && (character === "]" || character === "}")) depth -= 1;
    if (depth > DEEPEST) return true;
  }
  return false;
}

function parsed(text: string): PackageJson | undefined {
  if (isTooDeep(text)) return undefined;
  try {
    const whole: unknown = JSON.parse(text);
    return typeof whole === "object" && whole !== null && !Array.isArray(whole) ? fieldsOf(whole) : undefined;
  } catch {
    // No JSON: the caller says so in Node's words.
    return undefined;
  }
}

function fieldsOf({ name, type, main, exports, imports }: Partial<Record<keyof PackageJson, unknown>>): PackageJson {
  return {
    ...(typeof name === "string" ? { name } : {}),
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof main === "string" ? { main } : {}),
    ...(typeof exports === "string" || isObject(exports) ? { exports } : {}),
    ...(isObject(imports) ? { imports } : {}),
  };
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

/** Folders in which a bare specifier is looked for: node_modules upwards, then NODE_PATH. */
export function searchFolders(from: string, nodePath: string): string[] {
  const folders: string[] = [];
  for (let directory = from; ; directory = dirname(directory)) {
    if (!directory.endsWith("/node_modules")) folders.push(join(directory, "node_modules"));
    if (directory === "/") break;
  }
  return [...folders, ...nodePath.split(":").filter((folder) => folder !== "")];
}

export interface BareName {
  readonly name: string;
  /** `.` or `./…` */
  readonly subpath: string;
}

/** What require() takes for the name of a package; undefined: it can be a file only (EXPORTS_PATTERN of lib/internal/modules/cjs/loader.js). */
export function requiredName(specifier: string): BareName | undefined {
  const [, name, subpath = ""] = /^((?:@[^/\\%]+\/)?[^./\\%][^/\\%]*)(\/.*)?$/.exec(specifier) ?? [];
  return name === undefined ? undefined : { name, subpath: `.${subpath}` };
}

/** The same for import (parsePackageName of lib/internal/modules/package_json_reader.js). */
export function importedPackage(specifier: string, importer: string): BareName {
  const first = specifier.indexOf("/");
  const end = specifier.startsWith("@") && first >= 0 ? specifier.indexOf("/", first + 1) : first;
  const name = end < 0 ? specifier : specifier.slice(0, end);
  if ((specifier.startsWith("@") && first < 0) || /^\.|%|\\/.test(name))
    throw invalidSpecifier(specifier, "is not a valid package name", importer);
  return { name, subpath: `.${end < 0 ? "" : specifier.slice(end)}` };
}

/** `base`: who asked; not told in every case. */
export function invalidSpecifier(request: string, reason: string, base: string | undefined) {
  const by = base === undefined ? "" : ` imported from ${base}`;
  return loadingError("TypeError", `Invalid module "${request}" ${reason}${by}`, "ERR_INVALID_MODULE_SPECIFIER", { bracketed: true });
}
