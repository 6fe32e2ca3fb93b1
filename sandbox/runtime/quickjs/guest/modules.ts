/** CommonJS inside the guest: require, module, the cache. What a specifier means is decided by the host (../modules/). */
import type { Host, HostError } from "./host.ts";
import { coded, errorFromHost } from "./host-error.ts";
import { append, primordials as p } from "./primordials.ts";
import { argumentTypeError } from "./timers.ts";

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
  resolve: ((specifier: string, options?: { paths?: string[] }) => string) & { paths: () => string[] };
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
  /** `refused`: why require() may not load what it finds. */
  | { readonly kind: "commonjs" | "json" | "module"; readonly path: string; readonly text?: string; readonly refused?: HostError }
  | ({ readonly kind: "error" } & HostError);

type Wrapper = (this: unknown, exports: unknown, require: Require, module: Module, filename: string, dirname: string) => void;

export interface CommonJsParts {
  readonly host: Host;
  readonly library: { readonly binding: unknown; readonly primordials: unknown };
  /** JSON.parse with V8's messages. */
  readonly parseJson: (text: string) => unknown;
  /** process.emitWarning. */
  readonly warn: (message: string) => void;
}

export function makeCommonJs({ host, library, parseJson, warn }: CommonJsParts): CommonJs {
  const cache: Record<string, Module> = p.ObjectCreate(null);
  const builtins: Record<string, { exports: unknown }> = p.ObjectCreate(null);
  /** What require() gave for ES modules, by path. */
  const required: Record<string, { readonly value: unknown }> = p.ObjectCreate(null);

  const parseJsonFile = (path: string, text: string): unknown => {
    try {
      return parseJson(text);
    } catch (error) {
      // Node puts the file's name before the message (lib/internal/modules/cjs/loader.js).
      if (error instanceof p.ErrorCtor) error.message = `${path}: ${error.message}`;
      throw error;
    }
  };

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

  const evaluate = (resolution: { kind: string; path: string; text?: string }, parent?: Module): unknown => {
    const { path } = resolution;
    const directory = p.StringSlice(path, 0, lastSlash(path)) || "/";
    const module = {
      id: path,
      path: directory,
      filename: path,
      exports: {},
      loaded: false,
      children: [],
      paths: lookupFolders(directory),
    } as unknown as Module;
    module.require = requireFrom(path, module);
    cache[path] = module;
    if (parent !== undefined) append(parent.children, module);
    let finished = false;
    try {
      if (resolution.kind === "json") {
        module.exports = parseJsonFile(path, resolution.text ?? (p.JSONParse(host.resolve(path, path)) as { text: string }).text);
      } else p.apply(compile(path), module.exports, [module.exports, module.require, module, path, directory]);
      module.loaded = finished = true;
    } finally {
      if (!finished) delete cache[path];
    }
    return module.exports;
  };

  const compile = (path: string): Wrapper => {
    try {
      return host.compile(path) as Wrapper;
    } catch (error) {
      if (error instanceof p.SyntaxErrorCtor && host.hasModuleSyntax(path) === 1) {
        warn(
          `Failed to load the ES module: ${path}. Make sure to set "type": "module" in the nearest package.json file or use the .mjs extension.`,
        );
      }
      throw error;
    }
  };

  /** An ES module: its namespace, with `__esModule` where it has a default export, or what it exports as "module.exports". */
  const requireModule = (path: string, parent: string): unknown => {
    const known = required[path];
    if (known !== undefined) return known.value;
    const name = host.required(path, parent);
    const namespace = host.importSync(name) as Record<string, unknown>;
    const value = p.hasOwn(namespace, "module.exports")
      ? namespace["module.exports"]
      : p.hasOwn(namespace, "default") && !p.hasOwn(namespace, "__esModule")
        ? host.importSync(`lambda-lab:required?${name}`)
        : namespace;
    required[path] = { value };
    return value;
  };

  const requireFrom = (filename: string, module?: Module): Require => {
    const require = ((specifier: string) => {
      const resolution = resolve(specifier, filename);
      if (resolution.kind === "builtin") return builtin(resolution.id);
      const known = cache[resolution.path];
      if (known !== undefined) return known.exports;
      if (resolution.refused !== undefined) throw errorFromHost(resolution.refused);
      if (resolution.kind === "module") return requireModule(resolution.path, filename);
      return evaluate(resolution, module);
    }) as Require;
    const resolveFrom = ((specifier: string, options?: { paths?: string[] }) => {
      const found = options?.paths === undefined ? undefined : resolveIn(options.paths, specifier);
      const resolution = found ?? resolve(specifier, filename);
      return resolution.kind === "builtin" ? specifier : resolution.path;
    }) as Require["resolve"];
    resolveFrom.paths = () => lookupFolders(p.StringSlice(filename, 0, lastSlash(filename)));
    require.cache = cache;
    require.resolve = resolveFrom;
    require.main = undefined;
    return require;
  };

  const resolveIn = (folders: readonly string[], specifier: string) => {
    for (let index = 0; index < folders.length; index += 1) {
      const resolution = p.JSONParse(host.resolve(specifier, `${folders[index]}/`)) as Resolution;
      if (resolution.kind !== "error") return resolution;
    }
    return undefined;
  };

  const resolve = (specifier: unknown, parent: string): Exclude<Resolution, { kind: "error" }> => {
    if (typeof specifier !== "string") throw argumentTypeError("id", "string", specifier);
    if (specifier === "")
      throw coded(new p.TypeErrorCtor("The argument 'id' must be a non-empty string. Received ''"), "ERR_INVALID_ARG_VALUE");
    const resolution = p.JSONParse(host.resolve(specifier, parent)) as Resolution;
    if (resolution.kind === "error") throw errorFromHost(resolution);
    return resolution;
  };

  return { requireFrom, builtin, load };
}

/** module.paths: where a bare specifier is looked for, without NODE_PATH. */
function lookupFolders(directory: string): string[] {
  const folders: string[] = [];
  for (let folder = directory; ; folder = p.StringSlice(folder, 0, lastSlash(folder)) || "/") {
    const isRoot = folder === "" || folder === "/";
    if (p.StringSlice(folder, -13) !== "/node_modules") append(folders, isRoot ? "/node_modules" : `${folder}/node_modules`);
    if (isRoot) return folders;
  }
}

const kindOf = (path: string) => (p.StringSlice(path, -5) === ".json" ? "json" : "commonjs");

function lastSlash(path: string): number {
  for (let index = path.length - 1; index >= 0; index -= 1) if (path[index] === "/") return index;
  return 0;
}
