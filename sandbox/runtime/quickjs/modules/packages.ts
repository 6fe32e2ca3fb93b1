/** package.json and node_modules, as Node resolves them (Node's documentation, "Modules: Packages"). */
import { exports as resolveExports, imports as resolveImports } from "resolve.exports";
import { dirname, type FileTree, join } from "./file-tree.ts";
import { loadingError } from "./loading-error.ts";

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

/** How a module is asked for, and the conditions of `exports` and `imports` that hold besides. */
export interface Conditions {
  readonly how: "import" | "require";
  readonly also: readonly string[];
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

export function readPackageJson(files: FileTree, directory: string): PackageJson | undefined {
  const path = join(directory, "package.json");
  const text = files.read(path);
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? (parsed as PackageJson) : {};
  } catch (error) {
    throw loadingError("Error", `Invalid package config ${path}.`, "ERR_INVALID_PACKAGE_CONFIG", { cause: error });
  }
}

/** Folders in which a bare specifier is looked for: node_modules upwards, then NODE_PATH. */
export function searchFolders(from: string, nodePath: string): string[] {
  const folders: string[] = [];
  for (let directory = from; ; directory = dirname(directory)) {
    if (!directory.endsWith("/node_modules")) folders.push(join(directory, "node_modules"));
    if (directory === "/") break;
  }
  return [...folders, ...nodePath.split(":").filter((folder) => folder !== "")];
}

export function splitBare(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split("/");
  const name = specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] as string);
  return { name, subpath: `.${specifier.slice(name.length)}` };
}

/** Where a package's `exports` send a subpath; undefined where it has none. */
export function exportedPath(scope: PackageScope, subpath: string, conditions: Conditions, importer: string): string | undefined {
  if (scope.json.exports === undefined || scope.json.exports === null) return undefined;
  let targets: readonly string[] | undefined;
  try {
    targets = resolveExports({ ...scope.json, name: scope.json.name ?? "package" }, subpath, optionsOf(conditions)) as
      | readonly string[]
      | undefined;
  } catch {
    // resolve.exports throws where nothing matches; Node's sentence follows.
  }
  if (targets?.[0] !== undefined) return join(scope.directory, targets[0]);
  const which = subpath === "." ? 'No "exports" main defined' : `Package subpath '${subpath}' is not defined by "exports"`;
  const by = conditions.how === "import" ? ` imported from ${importer}` : "";
  throw loadingError("Error", `${which} in ${scope.directory}/package.json${by}`, "ERR_PACKAGE_PATH_NOT_EXPORTED", { bracketed: true });
}

const optionsOf = ({ how, also }: Conditions) => ({ require: how === "require", conditions: ["node", ...also] });

/** `#name`, by the `imports` of the importing package. */
export function importedName(scope: PackageScope | undefined, specifier: string, conditions: Conditions, importer: string): string {
  let targets: readonly string[] | undefined;
  try {
    if (scope) {
      targets = resolveImports({ ...scope.json, name: scope.json.name ?? "package" }, specifier, optionsOf(conditions)) as
        | readonly string[]
        | undefined;
    }
  } catch {
    // As above.
  }
  const target = targets?.[0];
  if (target !== undefined && scope !== undefined && /^[a-z][a-z0-9+.-]*:/i.test(target)) {
    const message = `Invalid "imports" target ${JSON.stringify(target)} defined for '${specifier}' in the package config ${scope.directory}/package.json imported from ${importer}`;
    throw loadingError("Error", message, "ERR_INVALID_PACKAGE_TARGET", { bracketed: true });
  }
  if (target !== undefined) return target;
  const where = scope ? ` in package ${scope.directory}/package.json` : "";
  throw loadingError(
    "TypeError",
    `Package import specifier "${specifier}" is not defined${where} imported from ${importer}`,
    "ERR_PACKAGE_IMPORT_NOT_DEFINED",
    {
      bracketed: true,
    },
  );
}
