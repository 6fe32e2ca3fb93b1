/** From a handler string to a function, as the runtime clients do it (fidelity.md §1.1, §1.2). */
import { explainCommonJsGlobal } from "./commonjs-in-module.ts";
import type { Configuration, Host } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import type { CommonJs } from "./modules.ts";
import { append, join, primordials as p, split } from "./primordials.ts";

export type Handler = (event: unknown, context: object, callback?: unknown) => unknown;

type Generation = Configuration["generation"];

interface HandlerName {
  readonly root: string;
  readonly module: string;
  /** Property names from the module to the function. */
  readonly path: readonly string[];
}

export interface LoaderParts {
  readonly host: Host;
  readonly commonJs: CommonJs;
  readonly parseJson: (text: string) => unknown;
  readonly generation: Generation;
  readonly warn: (...args: unknown[]) => void;
  readonly importModule: (path: string) => Promise<unknown>;
}

const TASK_ROOT = "/var/task";
/** The runtime client's file, which requires the function's. */
const CLIENT = "/var/runtime/index.mjs";

export async function loadHandler(parts: LoaderParts, handler: string): Promise<Handler> {
  const { generation } = parts;
  const name = parseHandlerName(handler, generation);
  let module: unknown;
  try {
    module = await (generation === "v3" ? loadModuleV3(parts, name) : loadModuleV4(parts, name));
  } catch (error) {
    throw loadingError(error, generation);
  }
  const found =
    generation === "v3"
      ? walkV3(module, name.path)
      : walkV4(module, name.path) || walkV4((module as { default?: unknown })?.default, name.path);
  if (!found) throw runtimeError("HandlerNotFound", `${handler} is undefined or not exported`, generation);
  if (typeof found !== "function") throw runtimeError("HandlerNotFound", `${handler} is not a function`, generation);
  return found as Handler;
}

export function parseHandlerName(handler: string, generation: Generation): HandlerName {
  if (p.StringIncludes(handler, "..")) {
    const message = `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`;
    throw runtimeError("MalformedHandlerName", message, generation);
  }
  const last = p.StringSlice(handler, p.StringLastIndexOf(handler, "/") + 1);
  const dot = p.StringIndexOf(last, ".");
  if (dot < 0) throw runtimeError("MalformedHandlerName", "Bad handler", generation);
  return {
    root: p.StringSlice(handler, 0, handler.length - last.length),
    module: p.StringSlice(last, 0, dot),
    path: split(p.StringSlice(last, dot + 1), "."),
  };
}

function walkV3(start: unknown, path: readonly string[]): unknown {
  let value = start;
  for (let index = 0; index < path.length && value; index += 1) value = (value as Record<string, unknown>)[path[index] as string];
  return value;
}

/** Goes through objects only: what hangs on a function is not found any more. */
function walkV4(start: unknown, path: readonly string[]): unknown {
  let value = start;
  for (let index = 0; index < path.length; index += 1) {
    if (!value || typeof value !== "object") return undefined;
    value = (value as Record<string, unknown>)[path[index] as string];
  }
  return value;
}

function loadingError(error: unknown, generation: Generation): unknown {
  if (error instanceof p.SyntaxErrorCtor) {
    const wrapped = runtimeError("UserCodeSyntaxError", `${error}`, generation);
    if (generation === "v4")
      p.defineProperty(wrapped, "stack", { value: error.stack, writable: true, configurable: true, enumerable: false });
    return wrapped;
  }
  if ((error as { code?: unknown } | undefined)?.code === "MODULE_NOT_FOUND")
    return runtimeError("ImportModuleError", `${error}`, generation);
  return error;
}

/** `base` without extension, then .js by the package's type, then .mjs, then .cjs, then as Node finds it. */
async function loadModuleV3(parts: LoaderParts, name: HandlerName): Promise<unknown> {
  const { host, commonJs } = parts;
  const base = resolvePath(TASK_ROOT, name.root, name.module);
  const require = commonJs.requireFrom(CLIENT);
  if (host.exists(base)) return require(base);
  const isModule = host.exists(`${base}.js`) && typeModule(parts, folderOf(base)) !== undefined;
  if (!isModule && host.exists(`${base}.js`)) return require(`${base}.js`);
  if (isModule) return importFile(parts, `${base}.js`);
  if (host.exists(`${base}.mjs`)) return importFile(parts, `${base}.mjs`);
  if (host.exists(`${base}.cjs`)) return require(`${base}.cjs`);
  return fromPackage(parts, name);
}

const EXTENSIONS = ["", ".js", ".mjs", ".cjs"];

/** The same places in order, each through import(): Node itself tells CommonJS from ES modules. */
async function loadModuleV4(parts: LoaderParts, name: HandlerName): Promise<unknown> {
  const base = resolvePath(TASK_ROOT, name.root, name.module);
  for (let index = 0; index < EXTENSIONS.length; index += 1) {
    const path = `${base}${EXTENSIONS[index]}`;
    if (parts.host.exists(path)) return importFile(parts, path);
  }
  return fromPackage(parts, name);
}

async function importFile(parts: LoaderParts, path: string): Promise<unknown> {
  try {
    return await parts.importModule(path);
  } catch (error) {
    const silent = { ...parts, warn: () => undefined };
    explainCommonJsGlobal(error, p.StringSlice(path, -3) === ".js" ? typeModule(silent, folderOf(path)) : undefined);
    throw error;
  }
}

/** A handler may live in node_modules or in a layer. */
function fromPackage({ commonJs }: LoaderParts, name: HandlerName): unknown {
  const require = commonJs.requireFrom(CLIENT);
  return require(require.resolve(name.module, { paths: [TASK_ROOT, resolvePath(TASK_ROOT, name.root)] }));
}

/** The nearest package.json where it says `"type": "module"`; the walk up ends at node_modules and at the root. */
function typeModule(parts: LoaderParts, folder: string): string | undefined {
  if (p.StringSlice(folder, -13) === "/node_modules") return undefined;
  const file = `${folder === "/" ? "" : folder}/package.json`;
  if (parts.host.exists(file)) {
    try {
      const parsed: unknown = parts.parseJson(parts.host.readFile(file));
      if (parsed) return (parsed as { type?: unknown }).type === "module" ? file : undefined;
    } catch (error) {
      // The client warns and treats the package as CommonJS.
      parts.warn(`${file} cannot be read, it will be ignored for ES module detection purposes.`, error);
      return undefined;
    }
  }
  return folder === "/" ? undefined : typeModule(parts, folderOf(folder));
}

const folderOf = (path: string) => p.StringSlice(path, 0, p.StringLastIndexOf(path, "/")) || "/";

function resolvePath(...parts: readonly string[]): string {
  let names: string[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index] as string;
    if (part[0] === "/") names = [];
    const named = split(part, "/");
    for (let at = 0; at < named.length; at += 1) if (named[at] !== "" && named[at] !== ".") append(names, named[at] as string);
  }
  return `/${join(names, "/")}`;
}
