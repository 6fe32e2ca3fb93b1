/** Which named exports an import of a CommonJS file sees: what cjs-module-lexer finds, through re-exports, as in Node. */
import { parse } from "cjs-module-lexer";
import type { FileTree } from "./file-tree.ts";
import type { Target } from "./resolve.ts";

export interface ExportNamesOptions {
  readonly files: FileTree;
  /** What a file's require(specifier) would load; undefined where that fails. */
  readonly required: (specifier: string, parent: string) => Target | undefined;
  readonly isCommonJs: (path: string) => boolean;
}

export function commonJsExportNames(options: ExportNamesOptions, path: string, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const { exports, reexports } = lexed(options.files.read(path) ?? "");
  const names = new Set(exports);
  for (const specifier of reexports) {
    const target = options.required(specifier, path);
    if (target?.kind !== "file" || seen.has(target.path) || !options.isCommonJs(target.path)) continue;
    for (const name of commonJsExportNames(options, target.path, new Set([...seen, path]))) names.add(name);
  }
  return [...names];
}

function lexed(text: string): { readonly exports: readonly string[]; readonly reexports: readonly string[] } {
  try {
    return parse(text);
  } catch {
    // ES module syntax or an error of syntax: evaluating the file will say so in V8's words.
    return { exports: [], reexports: [] };
  }
}
