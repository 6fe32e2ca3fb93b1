/**
 * `exports` and `imports` of a package.json: Node's algorithm (lib/internal/modules/esm/resolve.js), with its refusals. Packages
 * that do the same for bundlers let pass what Node refuses, such as targets outside of the package.
 *
 * What comes out is the path of a URL, percent-encoded as it stood in package.json, perhaps with a query: resolve.ts finishes it.
 */
import { urlOf, withinUrl } from "./file-tree.ts";
import { LoadingError, loadingError } from "./loading-error.ts";
import { invalidSpecifier, type PackageScope } from "./packages.ts";

export interface Asker<Found> {
  readonly conditions: ReadonlySet<string>;
  /** The path of the file that asks, where messages name it. */
  readonly base?: string;
  /** An `imports` target that is no path: the name of another package. */
  readonly bare: (specifier: string, from: PackageScope) => Found;
  readonly path: (path: string) => Found;
}

/** Where `exports` send a subpath. */
export function exportedTarget<Found>(scope: PackageScope, subpath: string, asker: Asker<Found>): Found {
  const exports = subpathsOf(scope, asker.base);
  const found = matched(exports, subpath, !subpath.endsWith("/"));
  const search = found && { scope, asker, key: found.key, star: found.star, internal: false };
  const target = search && resolveTarget(search, exports[search.key]);
  if (target !== undefined && target !== null) return target;
  const which = subpath === "." ? 'No "exports" main defined' : `Package subpath '${subpath}' is not defined by "exports"`;
  const message = `${which} in ${scope.directory}/package.json${importedBy(asker.base)}`;
  throw loadingError("Error", message, "ERR_PACKAGE_PATH_NOT_EXPORTED", { bracketed: true });
}

/** Where the `imports` of the asking file's package send `#name`. */
export function importedTarget<Found>(scope: PackageScope | undefined, name: string, asker: Asker<Found>): Found {
  if (name === "#" || name.endsWith("/")) throw invalidSpecifier(name, "is not a valid internal imports specifier name", asker.base);
  const imports = (scope?.json.imports ?? {}) as Readonly<Record<string, unknown>>;
  const found = matched(imports, name, true);
  const target = scope && found && resolveTarget({ scope, asker, key: found.key, star: found.star, internal: true }, imports[found.key]);
  if (target !== undefined && target !== null) return target;
  const where = scope ? ` in package ${scope.directory}/package.json` : "";
  const message = `Package import specifier "${name}" is not defined${where}${importedBy(asker.base)}`;
  throw loadingError("TypeError", message, "ERR_PACKAGE_IMPORT_NOT_DEFINED", { bracketed: true });
}

interface Search<Found> {
  readonly scope: PackageScope;
  readonly asker: Asker<Found>;
  /** The key of `exports` or `imports` that matched. */
  readonly key: string;
  /** What its `*` stands for. */
  readonly star: string | undefined;
  readonly internal: boolean;
}

const importedBy = (base: string | undefined) => (base === undefined ? "" : ` imported from ${base}`);

/** `exports` by subpath: a text, a list or conditions alone are those of ".". */
function subpathsOf({ directory, json }: PackageScope, base: string | undefined): Readonly<Record<string, unknown>> {
  const { exports } = json;
  if (typeof exports !== "object" || exports === null || Array.isArray(exports)) return { ".": exports };
  const isCondition = Object.keys(exports).map((key) => !key.startsWith("."));
  if (isCondition.some((is) => is !== isCondition[0])) {
    const why =
      "\"exports\" cannot contain some keys starting with '.' and some not. The exports object must either be an object of package subpath keys or an object of main entry condition name keys only.";
    throw invalidConfig(directory, base, why);
  }
  // Of an object, which JSON made: its keys are texts.
  return isCondition[0] ? { ".": exports } : (exports as Readonly<Record<string, unknown>>);
}

function invalidConfig(directory: string, base: string | undefined, why: string): LoadingError {
  const by = base === undefined ? "" : ` while importing ${urlOf(base)}`;
  return loadingError("Error", `Invalid package config ${directory}/package.json${by}. ${why}`, "ERR_INVALID_PACKAGE_CONFIG", {
    bracketed: true,
  });
}

function matched(
  map: Readonly<Record<string, unknown>>,
  name: string,
  mayBeExact: boolean,
): { readonly key: string; readonly star: string | undefined } | undefined {
  if (mayBeExact && Object.hasOwn(map, name) && !name.includes("*")) return { key: name, star: undefined };
  let best: { readonly key: string; readonly star: string } | undefined;
  for (const key of Object.keys(map)) {
    const at = key.indexOf("*");
    if (at < 0 || key.lastIndexOf("*") !== at) continue;
    const tail = key.slice(at + 1);
    const fits = name.startsWith(key.slice(0, at)) && name.endsWith(tail) && name.length >= key.length;
    if (fits && (best === undefined || isMoreSpecific(key, best.key))) best = { key, star: name.slice(at, name.length - tail.length) };
  }
  return best;
}

function isMoreSpecific(key: string, than: string): boolean {
  const [one, other] = [key.indexOf("*"), than.indexOf("*")];
  return one === other ? key.length > than.length : one > other;
}

/** undefined: no condition holds, try what comes next; null: it is said that there is none. */
function resolveTarget<Found>(search: Search<Found>, target: unknown): Found | null | undefined {
  if (typeof target === "string") return textTarget(search, target);
  if (Array.isArray(target)) return firstOf(search, target);
  if (target === null) return null;
  if (typeof target !== "object") throw invalidTarget(search, target);
  // The order of a JSON object's keys, of which numbers would come first.
  const conditions = Object.entries(target as Readonly<Record<string, unknown>>);
  if (conditions.some(([key]) => isArrayIndex(key)))
    throw invalidConfig(search.scope.directory, search.asker.base, '"exports" cannot contain numeric property keys.');
  for (const [condition, inner] of conditions) {
    if (condition !== "default" && !search.asker.conditions.has(condition)) continue;
    const found = resolveTarget(search, inner);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isArrayIndex = (key: string) => String(Number(key)) === key && Number(key) >= 0 && Number(key) < 0xffff_ffff;

/** The first target that is a valid one, whether it exists or not. */
function firstOf<Found>(search: Search<Found>, targets: readonly unknown[]): Found | null | undefined {
  if (targets.length === 0) return null;
  let last: LoadingError | null | undefined;
  for (const target of targets) {
    try {
      const found = resolveTarget(search, target);
      if (found !== undefined && found !== null) return found;
      if (found === null) last = null;
    } catch (thrown) {
      if (!(thrown instanceof LoadingError) || thrown.error.code !== "ERR_INVALID_PACKAGE_TARGET") throw thrown;
      last = thrown;
    }
  }
  if (last instanceof LoadingError) throw last;
  return last;
}

/** `.`, `..` and `node_modules` as parts of a path, however they are written. */
const FORBIDDEN_PART =
  /(^|[\\/])((\.|%2e)(\.|%2e)?|(n|%6e|%4e)(o|%6f|%4f)(d|%64|%44)(e|%65|%45)(_|%5f)(m|%6d|%4d)(o|%6f|%4f)(d|%64|%44)(u|%75|%55)(l|%6c|%4c)(e|%65|%45)(s|%73|%53))([\\/]|$)/i;

function textTarget<Found>(search: Search<Found>, target: string): Found {
  const { scope, asker, star, internal, key } = search;
  const filled = star === undefined ? target : target.replaceAll("*", () => star);
  if (!target.startsWith("./")) {
    const isName = internal && !target.startsWith("/") && !target.startsWith("../") && !/^[a-z][a-z0-9+.-]*:/i.test(target);
    if (isName) return asker.bare(filled, scope);
    throw invalidTarget(search, target);
  }
  if (FORBIDDEN_PART.test(target.slice(2))) throw invalidTarget(search, target);
  if (star !== undefined && FORBIDDEN_PART.test(star)) {
    const field = internal ? "imports" : "exports";
    const reason = `request is not a valid match in pattern "${key}" for the "${field}" resolution of ${scope.directory}/package.json`;
    throw invalidSpecifier(
      key.replace("*", () => star),
      reason,
      asker.base,
    );
  }
  return asker.path(withinUrl(scope.directory, filled));
}

function invalidTarget({ scope, asker, key, internal }: Search<unknown>, target: unknown): LoadingError {
  const shown = typeof target === "object" ? JSON.stringify(target) : String(target);
  const field = internal ? "imports" : "exports";
  const what =
    key === "."
      ? `"${field}" main target ${JSON.stringify(shown)} defined`
      : `"${field}" target ${JSON.stringify(shown)} defined for '${key}'`;
  const remedy = !internal && shown !== "" && !shown.startsWith("./") ? '; targets must start with "./"' : "";
  const message = `Invalid ${what} in the package config ${scope.directory}/package.json${importedBy(asker.base)}${remedy}`;
  return loadingError("Error", message, "ERR_INVALID_PACKAGE_TARGET", { bracketed: true });
}
