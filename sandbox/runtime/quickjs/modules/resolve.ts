/** From a specifier to a file or a built-in module: Node's algorithms for require() and for import. */
import { dirname, type FileTree, join, pathOf } from "./file-tree.ts";
import { loadingError } from "./loading-error.ts";
import { exportedPath, importedName, packageScope, readPackageJson, searchFolders, splitBare } from "./packages.ts";

export interface Resolver {
  readonly files: FileTree;
  /** Built-in modules: name without `node:` → id in the library. */
  readonly builtins: Readonly<Record<string, string>>;
  readonly nodePath: string;
}

export type Target = { readonly kind: "builtin"; readonly name: string; readonly id: string } | { readonly kind: "file"; readonly path: string };

/** Built-ins that exist only with the `node:` prefix. */
const PREFIX_ONLY = new Set(["test", "sqlite", "sea", "test/reporters"]);

export function builtinTarget(resolver: Resolver, specifier: string): Target | undefined {
  const prefixed = specifier.startsWith("node:");
  const name = prefixed ? specifier.slice(5) : specifier;
  const id = Object.hasOwn(resolver.builtins, name) ? resolver.builtins[name] : undefined;
  if (id !== undefined && (prefixed || !PREFIX_ONLY.has(name))) return { kind: "builtin", name, id };
  if (!prefixed) return undefined;
  throw loadingError("Error", `No such built-in module: ${specifier}`, "ERR_UNKNOWN_BUILTIN_MODULE", { bracketed: true });
}

/** require(): tries extensions and folders. `stack`: the files that required one another, for the error. */
export function resolveRequire(resolver: Resolver, specifier: string, parent: string, stack: readonly string[]): Target {
  const builtin = builtinTarget(resolver, specifier);
  if (builtin) return builtin;
  const path = specifier.startsWith("#")
    ? requireTarget(resolver, importedName(packageScope(resolver.files, dirname(parent)), specifier, "require", parent), parent)
    : requireTarget(resolver, specifier, parent);
  if (path !== undefined) return { kind: "file", path };
  const requireStack = stack.map((file) => `\n- ${file}`).join("");
  throw loadingError("Error", `Cannot find module '${specifier}'${stack.length > 0 ? `\nRequire stack:${requireStack}` : ""}`, "MODULE_NOT_FOUND", {
    requireStack: stack,
  });
}

function requireTarget(resolver: Resolver, specifier: string, parent: string): string | undefined {
  const { files } = resolver;
  if (/^(?:\/|\.\.?(?:\/|$))/.test(specifier)) {
    const base = join(dirname(parent), specifier);
    return (specifier.endsWith("/") ? undefined : asFile(files, base)) ?? asDirectory(files, base);
  }
  const { name, subpath } = splitBare(specifier);
  const own = packageScope(files, dirname(parent));
  if (own?.json.name === name && own.json.exports !== undefined) return exportedPath(own, subpath, "require", parent);
  for (const folder of searchFolders(dirname(parent), resolver.nodePath)) {
    const directory = join(folder, name);
    const json = readPackageJson(files, directory);
    const exported = json && exportedPath({ directory, json }, subpath, "require", parent);
    if (exported !== undefined) return exported;
    const base = join(folder, specifier);
    const found = asFile(files, base) ?? asDirectory(files, base);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asFile(files: FileTree, base: string): string | undefined {
  return ["", ".js", ".json", ".node"].map((extension) => base + extension).find((path) => files.read(path) !== undefined);
}

function asDirectory(files: FileTree, base: string): string | undefined {
  if (!files.isDirectory(base)) return undefined;
  const main = readPackageJson(files, base)?.main;
  const byMain = typeof main === "string" ? (asFile(files, join(base, main)) ?? asFile(files, join(base, `${main}/index`))) : undefined;
  return byMain ?? asFile(files, join(base, "index"));
}

/** import: exact files, `exports`, and `main` without guessing of extensions beyond what Node's legacy main allows. */
export function resolveImport(resolver: Resolver, specifier: string, importer: string): Target {
  const parent = pathOf(importer);
  const builtin = builtinTarget(resolver, specifier);
  if (builtin) return builtin;
  if (specifier.startsWith("file://")) return existing(resolver.files, pathOf(specifier), parent);
  if (/^(?:\/|\.\.?\/)/.test(specifier)) return existing(resolver.files, join(dirname(parent), decode(specifier)), parent);
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
    const scheme = specifier.slice(0, specifier.indexOf(":") + 1);
    throw loadingError(
      "Error",
      `Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol '${scheme}'`,
      "ERR_UNSUPPORTED_ESM_URL_SCHEME",
      { bracketed: true },
    );
  }
  const name = specifier.startsWith("#") ? importedName(packageScope(resolver.files, dirname(parent)), specifier, "import", parent) : specifier;
  if (/^\.\.?\//.test(name)) return existing(resolver.files, join(packageScope(resolver.files, dirname(parent))?.directory ?? "/", name), parent);
  return importPackage(resolver, name, parent);
}

function importPackage(resolver: Resolver, specifier: string, parent: string): Target {
  const { files } = resolver;
  const { name, subpath } = splitBare(specifier);
  const own = packageScope(files, dirname(parent));
  if (own?.json.name === name && own.json.exports !== undefined) {
    return existing(files, exportedPath(own, subpath, "import", parent) as string, parent);
  }
  for (const folder of searchFolders(dirname(parent), resolver.nodePath)) {
    const directory = join(folder, name);
    if (!files.isDirectory(directory)) continue;
    const json = readPackageJson(files, directory) ?? {};
    const exported = exportedPath({ directory, json }, subpath, "import", parent);
    if (exported !== undefined) return existing(files, exported, parent);
    const path = subpath === "." ? legacyMain(files, directory, json.main) : join(directory, subpath);
    if (path !== undefined) return existing(files, path, parent);
  }
  throw loadingError("Error", `Cannot find package '${name}' imported from ${parent}`, "ERR_MODULE_NOT_FOUND", { bracketed: true });
}

function legacyMain(files: FileTree, directory: string, main: unknown): string | undefined {
  const tried = typeof main === "string" ? ["", ".js", ".json", ".node", "/index.js", "/index.json"].map((end) => `${main}${end}`) : [];
  return [...tried, "index.js", "index.json"].map((file) => join(directory, file)).find((path) => files.read(path) !== undefined);
}

function existing(files: FileTree, path: string, parent: string): Target {
  if (files.read(path) !== undefined) return { kind: "file", path };
  if (files.isDirectory(path)) {
    throw loadingError("Error", `Directory import '${path}' is not supported resolving ES modules imported from ${parent}`, "ERR_UNSUPPORTED_DIR_IMPORT", {
      bracketed: true,
    });
  }
  throw loadingError("Error", `Cannot find module '${path}' imported from ${parent}`, "ERR_MODULE_NOT_FOUND", { bracketed: true });
}

function decode(specifier: string): string {
  try {
    return decodeURIComponent(specifier.replace(/[?#].*$/, ""));
  } catch {
    // Not percent-encoded after all; the name is taken as it stands.
    return specifier;
  }
}
