/** From a handler string to a function, as the runtime clients do it (fidelity.md §1.1, §1.2). */
import { explainCommonJsGlobal } from "./commonjs-in-module.ts";
import type { Configuration, Host } from "./host.ts";
import { runtimeError } from "./lambda-errors.ts";
import type { CommonJs } from "./modules.ts";
import { primordials as p } from "./primordials.ts";

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
  if (handler.includes("..")) {
    const message = `'${handler}' is not a valid handler name. Use absolute paths when specifying root directories in handler names.`;
    throw runtimeError("MalformedHandlerName", message, generation);
  }
  const last = handler.slice(handler.lastIndexOf("/") + 1);
  const dot = last.indexOf(".");
  if (dot < 0) throw runtimeError("MalformedHandlerName", "Bad handler", generation);
  return {
    root: handler.slice(0, handler.length - last.length),
    module: last.slice(0, dot),
    path: last.slice(dot + 1).split("."),
  };
}

const walkV3 = (start: unknown, path: readonly string[]): unknown =>
  path.reduce((value: unknown, key) => (value ? (value as Record<string, unknown>)[key] : value), start);

/** Goes through objects only: what hangs on a function is not found any more. */
const walkV4 = (start: unknown, path: readonly string[]): unknown =>
  path.reduce((value: unknown, key) => (value && typeof value === "object" ? (value as Record<string, unknown>)[key] : undefined), start);

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

/** The same places in order, each through import(): Node itself tells CommonJS from ES modules. */
async function loadModuleV4(parts: LoaderParts, name: HandlerName): Promise<unknown> {
  const base = resolvePath(TASK_ROOT, name.root, name.module);
  for (const extension of ["", ".js", ".mjs", ".cjs"]) {
    if (parts.host.exists(base + extension)) return importFile(parts, base + extension);
  }
  return fromPackage(parts, name);
}

async function importFile(parts: LoaderParts, path: string): Promise<unknown> {
  try {
    return await parts.importModule(path);
  } catch (error) {
    const silent = { ...parts, warn: () => undefined };
    explainCommonJsGlobal(error, path.endsWith(".js") ? typeModule(silent, folderOf(path)) : undefined);
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
  if (folder.endsWith("/node_modules")) return undefined;
  const file = `${folder === "/" ? "" : folder}/package.json`;
  if (parts.host.exists(file)) {
    try {
      const parsed: unknown = JSON.parse(parts.host.readFile(file));
      if (parsed) return (parsed as { type?: unknown }).type === "module" ? file : undefined;
    } catch (error) {
      // The client warns and treats the package as CommonJS.
      parts.warn(`${file} cannot be read, it will be ignored for ES module detection purposes.`, error);
      return undefined;
    }
  }
  return folder === "/" ? undefined : typeModule(parts, folderOf(folder));
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf("/")) || "/";

function resolvePath(...parts: readonly string[]): string {
  const names: string[] = [];
  for (const part of parts) {
    if (part.startsWith("/")) names.length = 0;
    for (const name of part.split("/")) if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}`;
}
