/** CommonJS inside the guest: require, module, the cache. What a specifier means is decided by the host (../modules/). */
import type { Host } from "./host.ts";
import { primordials as p } from "./primordials.ts";

export interface Module {
  id: string;
  path: string;
  filename: string;
  exports: unknown;
  loaded: boolean;
  children: Module[];
  paths: string[];
  require: Require;
}

export type Require = ((specifier: string) => unknown) & {
  cache: Record<string, Module>;
  resolve: (specifier: string, options?: { paths?: string[] }) => string;
  main: unknown;
};

export interface CommonJs {
  /** A require function as seen from a file. */
  requireFrom(filename: string): Require;
  /** A built-in module's exports, by id without `node:`. */
  builtin(id: string): unknown;
  /** Evaluates a CommonJS or JSON file once and gives its exports. */
  load(path: string): unknown;
}

type Resolution =
  | { readonly kind: "builtin"; readonly id: string }
  | { readonly kind: "commonjs" | "json" | "module"; readonly path: string; readonly text?: string }
  | {
      readonly kind: "error";
      readonly message: string;
      readonly code: string;
      readonly requireStack?: string[];
      readonly name?: "SyntaxError" | "TypeError";
    };

type Wrapper = (this: unknown, exports: unknown, require: Require, module: Module, filename: string, dirname: string) => void;

export function makeCommonJs(
  host: Host,
  importSync: (path: string) => unknown,
  library: { readonly binding: unknown; readonly primordials: unknown },
): CommonJs {
  const cache: Record<string, Module> = p.ObjectCreate(null);
  const builtins: Record<string, { exports: unknown }> = p.ObjectCreate(null);

  const builtin = (id: string): unknown => {
    const known = builtins[id];
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    builtins[id] = module;
    const make = host.builtin(id) as (...args: unknown[]) => void;
    make(module, module.exports, builtin, library.binding, library.primordials);
    return module.exports;
  };

  const load = (path: string): unknown => {
    const known = cache[path];
    if (known !== undefined) return known.exports;
    return evaluate({ kind: kindOf(path), path });
  };

  const evaluate = (resolution: { kind: string; path: string; text?: string }): unknown => {
    const { path } = resolution;
    const directory = p.StringSlice(path, 0, lastSlash(path)) || "/";
    const require = requireFrom(path);
    const module: Module = { id: path, path: directory, filename: path, exports: {}, loaded: false, children: [], paths: [], require };
    cache[path] = module;
    let finished = false;
    try {
      if (resolution.kind === "json")
        module.exports = parseJsonFile(path, resolution.text ?? (p.JSONParse(host.resolve(path, path)) as { text: string }).text);
      else p.apply(host.compile(path) as Wrapper, module.exports, [module.exports, require, module, path, directory]);
      module.loaded = finished = true;
    } finally {
      if (!finished) delete cache[path];
    }
    return module.exports;
  };

  const requireFrom = (filename: string): Require => {
    const require = ((specifier: string) => {
      const resolution = resolve(specifier, filename);
      if (resolution.kind === "builtin") return builtin(resolution.id);
      const known = cache[resolution.path];
      if (known !== undefined) return known.exports;
      if (resolution.kind === "module") return importSync(resolution.path);
      return evaluate(resolution);
    }) as Require;
    require.cache = cache;
    require.resolve = (specifier) => {
      const resolution = resolve(specifier, filename);
      return resolution.kind === "builtin" ? specifier : resolution.path;
    };
    require.main = undefined;
    return require;
  };

  const resolve = (specifier: unknown, parent: string): Exclude<Resolution, { kind: "error" }> => {
    if (typeof specifier !== "string") {
      throw coded(
        new TypeError(`The "id" argument must be of type string. Received ${specifier === null ? "null" : typeof specifier}`),
        "ERR_INVALID_ARG_TYPE",
      );
    }
    const resolution = p.JSONParse(host.resolve(specifier, parent)) as Resolution;
    if (resolution.kind !== "error") return resolution;
    const make = resolution.name === "SyntaxError" ? SyntaxError : resolution.name === "TypeError" ? TypeError : Error;
    const error = coded(new make(resolution.message), resolution.code);
    if (resolution.requireStack !== undefined) {
      p.defineProperty(error, "requireStack", { value: resolution.requireStack, writable: true, enumerable: true, configurable: true });
    }
    throw error;
  };

  return { requireFrom, builtin, load };
}

export function coded<E extends Error>(error: E, code: string): E {
  p.defineProperty(error, "code", { value: code, writable: true, enumerable: true, configurable: true });
  return error;
}

function parseJsonFile(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Node puts the file's name before the message (lib/internal/modules/cjs/loader.js).
    if (error instanceof p.ErrorCtor) error.message = `${path}: ${error.message}`;
    throw error;
  }
}

const kindOf = (path: string) => (p.StringSlice(path, -5) === ".json" ? "json" : "commonjs");

function lastSlash(path: string): number {
  for (let index = path.length - 1; index >= 0; index -= 1) if (path[index] === "/") return index;
  return 0;
}
