/** From a specifier to a file or a built-in module: Node's algorithms for require() and for import. */
import { dirname, type FileTree, join, pathOf, urlOf, withinUrl } from "./file-tree.ts";
import { LoadingError, loadingError } from "./loading-error.ts";
import { exportedTarget, importedTarget } from "./package-targets.ts";
import {
  type BareName,
  importedPackage,
  invalidSpecifier,
  type PackageScope,
  packageScope,
  readPackageJson,
  requiredName,
  searchFolders,
} from "./packages.ts";

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
  const found = ownName(resolver, specifier, parent) ?? requireTarget(resolver, specifier, parent);
  if (found !== undefined) return { kind: "file", path: found };
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

function conditions(resolver: Resolver, how: "import" | "require"): ReadonlySet<string> {
  return new Set(["node", how, "node-addons", ...resolver.conditions]);
}

/** `#name` and the package's own name, which its package.json decides alone. */
function ownName(resolver: Resolver, specifier: string, parent: string): string | undefined {
  const scope = packageScope(resolver.files, dirname(parent));
  if (scope === undefined) return undefined;
  const { directory, json } = scope;
  const asker = { conditions: conditions(resolver, "require"), base: parent };
  if (specifier.startsWith("#") && json.imports !== undefined) {
    const bare = (name: string) =>
      resolvePackage({ resolver, specifier: name, parent: join(directory, "package.json") }, name, asker.conditions);
    const resolved = withoutImporter(specifier, () => importedTarget<Resolved>(scope, specifier, { ...asker, bare, path: inUrl }));
    if ("kind" in resolved)
      throw loadingError("TypeError", "The URL must be of scheme file", "ERR_INVALID_URL_SCHEME", { bracketed: true });
    return requiredFile(resolver.files, resolved.url, { parent, path: join(directory, "package.json") });
  }
  const { name, subpath } = requiredName(specifier) ?? {};
  if (name === undefined || subpath === undefined || name !== json.name || json.exports === undefined) return undefined;
  const resolved = exportedTarget(scope, subpath, { ...asker, bare: neverBare, path: (url) => url });
  return requiredFile(resolver.files, resolved, { parent, path: directory });
}

/** What import would not find, in require()'s words. */
function withoutImporter<T>(specifier: string, find: () => T): T {
  try {
    return find();
  } catch (thrown) {
    if (!(thrown instanceof LoadingError) || thrown.error.code !== "ERR_MODULE_NOT_FOUND") throw thrown;
    throw loadingError("Error", `Cannot find module '${specifier}'`, "MODULE_NOT_FOUND");
  }
}

/** `exports` never lead to another package. */
function neverBare(): never {
  throw new Error("resolve: a target of `exports` was taken for a name");
}

/** What `exports` or `imports` gave to require(), if it is a file. */
function requiredFile(files: FileTree, url: string, { parent, path }: { readonly parent?: string; readonly path: string }): string {
  const { pathname } = parts(url);
  if (ENCODED_SEPARATOR.test(url)) throw encodedSeparator(`file://${url}`, parent);
  const filename = decode(pathname);
  if (!filename.endsWith("/") && files.read(filename) !== undefined) return filename;
  throw loadingError("Error", `Cannot find module '${filename}'`, "MODULE_NOT_FOUND", { fields: { path } });
}

const ENCODED_SEPARATOR = /%2F|%5C/i;

const encodedSeparator = (request: string, base: string | undefined) =>
  invalidSpecifier(request, 'must not include encoded "/" or "\\" characters', base);

function parts(url: string): { readonly pathname: string; readonly suffix: string } {
  const [, pathname = "", suffix = ""] = /^([^?#]*)(.*)$/s.exec(url) ?? [];
  return { pathname, suffix };
}

function requireTarget(resolver: Resolver, specifier: string, parent: string): string | undefined {
  const { files } = resolver;
  const isPath = /^(?:\/|\.\.?(?:\/|$))/.test(specifier);
  const isFolder = /(?:^|\/)\.{0,2}$/.test(specifier);
  const named = isPath ? undefined : requiredName(specifier);
  for (const folder of isPath ? [dirname(parent)] : searchFolders(dirname(parent), resolver.nodePath)) {
    if (!isPath && !files.isDirectory(folder)) continue;
    const exported = named && exportedFile(resolver, folder, named);
    if (exported !== undefined) return exported;
    const base = join(folder, specifier);
    const found = (isFolder ? undefined : asFile(files, base)) ?? asDirectory(files, base, specifier);
    if (found !== undefined) return found;
  }
  return undefined;
}

function exportedFile(resolver: Resolver, folder: string, { name, subpath }: BareName): string | undefined {
  const directory = join(folder, name);
  const json = readPackageJson(resolver.files, directory);
  if (json?.exports === undefined) return undefined;
  const asker = { conditions: conditions(resolver, "require"), bare: neverBare, path: (url: string) => url };
  return requiredFile(resolver.files, exportedTarget({ directory, json }, subpath, asker), { path: directory });
}

function asFile(files: FileTree, base: string): string | undefined {
  return ["", ".js", ".json", ".node"].map((extension) => base + extension).find((path) => files.read(path) !== undefined);
}

function asDirectory(files: FileTree, base: string, specifier: string): string | undefined {
  if (!files.isDirectory(base)) return undefined;
  const main = readPackageJson(files, base)?.main ?? "";
  if (main === "") return asFile(files, join(base, "index"));
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
  if (specifier.startsWith("file://")) return existing(asked, specifier.slice("file://".length));
  if (/^(?:\/|\.\.?(?:\/|$))/.test(specifier)) return existing(asked, withinUrl(dirname(parent), specifier));
  if (specifier.startsWith("#")) return finished(asked, internalName(asked));
  if (/^[a-z][a-z0-9+.-]*:/i.test(specifier)) {
    const scheme = specifier.slice(0, specifier.indexOf(":") + 1);
    const message = `Only URLs with a scheme in: file and data are supported by the default ESM loader. Received protocol '${scheme}'`;
    throw loadingError("Error", message, "ERR_UNSUPPORTED_ESM_URL_SCHEME", { bracketed: true });
  }
  return finished(asked, resolvePackage(asked, specifier, conditions(resolver, "import")));
}

interface Asked {
  readonly resolver: Resolver;
  readonly specifier: string;
  /** Path of the file that imports. */
  readonly parent: string;
}

/** A built-in, or the path of a URL that need not exist. */
type Resolved = Extract<Target, { kind: "builtin" }> | { readonly url: string };

const inUrl = (url: string): Resolved => ({ url });

function finished(asked: Asked, resolved: Resolved): Target {
  return "kind" in resolved ? resolved : existing(asked, resolved.url);
}

function internalName({ resolver, specifier, parent }: Asked): Resolved {
  const wanted = conditions(resolver, "import");
  const bare = (name: string, { directory }: PackageScope) =>
    resolvePackage({ resolver, specifier, parent: join(directory, "package.json") }, name, wanted);
  return importedTarget<Resolved>(packageScope(resolver.files, dirname(parent)), specifier, {
    conditions: wanted,
    base: parent,
    bare,
    path: inUrl,
  });
}

function resolvePackage(asked: Asked, wanted: string, conditions: ReadonlySet<string>): Resolved {
  const { resolver, parent } = asked;
  const { files } = resolver;
  const builtin = builtinTarget(resolver, wanted);
  if (builtin?.kind === "builtin") return builtin;
  const { name, subpath } = importedPackage(wanted, parent);
  const asker = { conditions, base: parent, bare: neverBare, path: inUrl };
  const own = packageScope(files, dirname(parent));
  if (own?.json.name === name && own.json.exports !== undefined) return exportedTarget(own, subpath, asker);
  for (const folder of searchFolders(dirname(parent), resolver.nodePath)) {
    const directory = join(folder, name);
    if (!files.isDirectory(directory)) continue;
    const json = readPackageJson(files, directory, ` while importing "${wanted}" from ${parent}`) ?? {};
    if (json.exports !== undefined) return exportedTarget({ directory, json }, subpath, asker);
    return { url: subpath === "." ? legacyMain(asked, directory, json.main) : withinUrl(directory, subpath) };
  }
  throw notFound(asked, `Cannot find package '${name}' imported from ${parent}`, {});
}

function legacyMain(asked: Asked, directory: string, main: string | undefined): string {
  const tried =
    main === undefined ? [] : ["", ".js", ".json", ".node", "/index.js", "/index.json", "/index.node"].map((end) => `${main}${end}`);
  const found = [...tried, "index.js", "index.json", "index.node"]
    .map((file) => join(directory, file))
    .find((path) => asked.resolver.files.read(path) !== undefined);
  if (found !== undefined) return urlOf(found).slice("file://".length);
  const wanted = join(directory, main ?? "index.js");
  throw notFound(asked, `Cannot find package '${wanted}' imported from ${asked.parent}`, {});
}

/** The file at a path of a URL. */
function existing(asked: Asked, reference: string): Target {
  const { files } = asked.resolver;
  const { pathname, suffix } = parts(reference);
  if (ENCODED_SEPARATOR.test(pathname)) throw encodedSeparator(pathname, asked.parent);
  const path = decode(pathname);
  if (files.read(path) !== undefined) return { kind: "file", path, suffix };
  const url = urlOf(path) + suffix;
  // Node takes everything that ends in a slash for a folder, whether it is there or not.
  if (path.endsWith("/") || files.isDirectory(path)) {
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
  const [name = ""] = specifier.split("/");
  const folder = `/node_modules/${name}/`;
  const at = found.lastIndexOf(folder);
  if (at < 0) return urlOf(found);
  const below = found.slice(at + folder.length).split("/");
  return `${name}/${below.map((part) => encodeURIComponent(part)).join("/")}`;
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

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // Not percent-encoded after all; the name is taken as it stands.
    return pathname;
  }
}
