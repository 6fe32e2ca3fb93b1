/** From a specifier to a file or a built-in module: Node's algorithms for require() and for import. */
import { dirname, type FileTree, join, pathOf, urlOf } from "./file-tree.ts";
import { loadingError } from "./loading-error.ts";
import { type Conditions, exportedPath, importedName, packageScope, readPackageJson, searchFolders, splitBare } from "./packages.ts";

export interface Resolver {
  readonly files: FileTree;
  /** Built-in modules: name without `node:` → id in the library. */
  readonly builtins: Readonly<Record<string, string>>;
  readonly nodePath: string;
  /** Conditions of `exports` that hold besides `node` and `import` or `require`. */
  readonly conditions: readonly string[];
}

export type Target =
  | { readonly kind: "builtin"; readonly name: string; readonly id: string }
  /** `suffix`: query and fragment of an imported URL, by which Node tells modules of one file apart. */
  | { readonly kind: "file"; readonly path: string; readonly suffix?: string };

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
    ? requireTarget(
        resolver,
        importedName(packageScope(resolver.files, dirname(parent)), specifier, conditions(resolver, "require"), parent),
        parent,
      )
    : requireTarget(resolver, specifier, parent);
  if (path !== undefined) return { kind: "file", path };
  const requireStack = stack.map((file) => `\n- ${file}`).join("");
  throw loadingError(
    "Error",
    `Cannot find module '${specifier}'${stack.length > 0 ? `\nRequire stack:${requireStack}` : ""}`,
    "MODULE_NOT_FOUND",
    {
      fields: { requireStack: stack },
    },
  );
}

const conditions = (resolver: Resolver, how: Conditions["how"]): Conditions => ({ how, also: resolver.conditions });

function requireTarget(resolver: Resolver, specifier: string, parent: string): string | undefined {
  const { files } = resolver;
  if (/^(?:\/|\.\.?(?:\/|$))/.test(specifier)) {
    const base = join(dirname(parent), specifier);
    const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
    return (isFolder ? undefined : asFile(files, base)) ?? asDirectory(files, base, specifier);
  }
  const { name, subpath } = splitBare(specifier);
  const own = packageScope(files, dirname(parent));
  if (own?.json.name === name && own.json.exports !== undefined) return exportedPath(own, subpath, conditions(resolver, "require"), parent);
  for (const folder of searchFolders(dirname(parent), resolver.nodePath)) {
    const directory = join(folder, name);
    const json = readPackageJson(files, directory);
    const exported = json && exportedPath({ directory, json }, subpath, conditions(resolver, "require"), parent);
    if (exported !== undefined) return exported;
    const base = join(folder, specifier);
    const found = asFile(files, base) ?? asDirectory(files, base, specifier);
    if (found !== undefined) return found;
  }
  return undefined;
}

function asFile(files: FileTree, base: string): string | undefined {
  return ["", ".js", ".json", ".node"].map((extension) => base + extension).find((path) => files.read(path) !== undefined);
}

function asDirectory(files: FileTree, base: string, specifier: string): string | undefined {
  if (!files.isDirectory(base)) return undefined;
  const main = readPackageJson(files, base)?.main;
  if (typeof main !== "string" || main === "") return asFile(files, join(base, "index"));
  const found = asFile(files, join(base, main)) ?? asFile(files, join(base, `${main}/index`)) ?? asFile(files, join(base, "index"));
  if (found !== undefined) return found;
  const message = `Cannot find module '${join(base, main)}'. Please verify that the package.json has a valid "main" entry`;
  const fields = { path: join(base, "package.json"), requestPath: specifier };
  throw loadingError("Error", message, "MODULE_NOT_FOUND", { fields });
}

/** import: exact files, `exports`, and `main` without guessing of extensions beyond what Node's legacy main allows. */
export function resolveImport(resolver: Resolver, specifier: string, importer: string): Target {
  const parent = pathOf(importer);
  const builtin = builtinTarget(resolver, specifier);
  if (builtin) return builtin;
  const asked: Asked = { resolver, specifier, parent };
  if (specifier.startsWith("file://")) return existing(asked, pathOf(specifier));
  if (/^(?:\/|\.\.?(?:\/|$))/.test(specifier)) return existing(asked, join(dirname(parent), decode(specifier)));
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
    const scheme = specifier.slice(0, specifier.indexOf(":") + 1);
    const message = `Only URLs with a scheme in: file and data are supported by the default ESM loader. Received protocol '${scheme}'`;
    throw loadingError("Error", message, "ERR_UNSUPPORTED_ESM_URL_SCHEME", { bracketed: true });
  }
  const scope = packageScope(resolver.files, dirname(parent));
  const name = specifier.startsWith("#") ? importedName(scope, specifier, conditions(resolver, "import"), parent) : specifier;
  if (/^\.\.?\//.test(name)) return existing(asked, join(scope?.directory ?? "/", name));
  return builtinTarget(resolver, name) ?? importPackage(asked, name);
}

interface Asked {
  readonly resolver: Resolver;
  readonly specifier: string;
  /** Path of the file that imports. */
  readonly parent: string;
}

function importPackage(asked: Asked, wanted: string): Target {
  const { resolver, parent } = asked;
  const { files } = resolver;
  const { name, subpath } = splitBare(wanted);
  const own = packageScope(files, dirname(parent));
  if (own?.json.name === name && own.json.exports !== undefined) {
    return existing(asked, exportedPath(own, subpath, conditions(resolver, "import"), parent) as string);
  }
  for (const folder of searchFolders(dirname(parent), resolver.nodePath)) {
    const directory = join(folder, name);
    if (!files.isDirectory(directory)) continue;
    const json = readPackageJson(files, directory) ?? {};
    const exported = exportedPath({ directory, json }, subpath, conditions(resolver, "import"), parent);
    if (exported !== undefined) return existing(asked, exported);
    return existing(asked, subpath === "." ? legacyMain(files, directory, json.main, parent) : join(directory, decode(subpath)));
  }
  throw notFound(asked, `Cannot find package '${name}' imported from ${parent}`, {});
}

function legacyMain(files: FileTree, directory: string, main: unknown, parent: string): string {
  const tried =
    typeof main === "string" ? ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"].map((end) => `${main}${end}`) : [];
  const found = [...tried, "index.js", "index.json", "index.node"]
    .map((file) => join(directory, file))
    .find((path) => files.read(path) !== undefined);
  if (found !== undefined) return found;
  const wanted = join(directory, typeof main === "string" ? main : "index.js");
  throw loadingError("Error", `Cannot find package '${wanted}' imported from ${parent}`, "ERR_MODULE_NOT_FOUND");
}

function existing(asked: Asked, path: string): Target {
  const { files } = asked.resolver;
  const suffix = /^(?:\/|\.|file:)/.test(asked.specifier) ? (/[?#].*$/.exec(asked.specifier)?.[0] ?? "") : "";
  if (files.read(path) !== undefined) return { kind: "file", path, suffix };
  const url = urlOf(path) + suffix;
  if (files.isDirectory(path)) {
    const message = `Directory import '${path}' is not supported resolving ES modules imported from ${asked.parent}`;
    throw loadingError("Error", message + hint(asked), "ERR_UNSUPPORTED_DIR_IMPORT", { bracketed: true, fields: { url } });
  }
  throw notFound(asked, `Cannot find module '${path}' imported from ${asked.parent}`, { url });
}

function notFound(asked: Asked, message: string, fields: Readonly<Record<string, unknown>>) {
  return loadingError("Error", message + hint(asked), "ERR_MODULE_NOT_FOUND", { bracketed: true, fields });
}

/**
 * What require() would have found: Node's “Did you mean to import …?” (lib/internal/modules/esm/resolve.js). Relative names are
 * looked for from the working directory, as Node does by mistake.
 */
function hint({ resolver, specifier, parent }: Asked): string {
  const asPath = specifier.startsWith("file://") ? pathOf(specifier) : specifier;
  const isRelative = /^\.\.?(?:\/|$)/.test(asPath);
  const found = foundByRequire(resolver, asPath, isRelative ? `${WORKING_DIRECTORY}/.` : parent);
  if (found === undefined) return "";
  const suggestion = isRelative ? relativeUrl(dirname(parent), found) : insidePackage(asPath, found);
  return suggestion === asPath ? "" : `\nDid you mean to import ${JSON.stringify(suggestion)}?`;
}

const WORKING_DIRECTORY = "/var/task";

function foundByRequire(resolver: Resolver, specifier: string, parent: string): string | undefined {
  try {
    return requireTarget(resolver, specifier, parent);
  } catch {
    // require() would not have found it either, for a reason of its own.
    return undefined;
  }
}

function insidePackage(specifier: string, found: string): string {
  if (specifier.startsWith("/")) return found;
  const folder = `/node_modules/${specifier.slice(0, specifier.indexOf("/"))}/`;
  const at = found.lastIndexOf(folder);
  return at < 0 ? urlOf(found) : found.slice(at + "/node_modules/".length);
}

function relativeUrl(from: string, to: string): string {
  const here = from.split("/").filter((name) => name !== "");
  const there = to.split("/").filter((name) => name !== "");
  let common = 0;
  while (common < here.length && common < there.length && here[common] === there[common]) common += 1;
  const up = here.slice(common).map(() => "..");
  const path = [...up, ...there.slice(common).map((name) => encodeURIComponent(name))].join("/");
  return up.length > 0 ? path : `./${path}`;
}

function decode(specifier: string): string {
  try {
    return decodeURIComponent(specifier.replace(/[?#].*$/, ""));
  } catch {
    // Not percent-encoded after all; the name is taken as it stands.
    return specifier;
  }
}
