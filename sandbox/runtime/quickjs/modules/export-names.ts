/** Which named exports an import of a CommonJS file sees: what cjs-module-lexer finds, through re-exports, as in Node. */
import type { FileTree } from "./file-tree.ts";
import type { Target } from "./resolve.ts";

/** Throws where the text is not CommonJS. */
export type LexCommonJs = (text: string) => { readonly exports: readonly string[]; readonly reexports: readonly string[] };

export interface ExportNamesOptions {
  readonly files: FileTree;
  /** What a file's require(specifier) would load; undefined where that fails. */
  readonly required: (specifier: string, parent: string) => Target | undefined;
  readonly isCommonJs: (path: string) => boolean;
  readonly lexer: () => LexCommonJs;
}

/** Without recursion: files may re-export each other ten thousand deep. */
export function commonJsExportNames(options: ExportNamesOptions, path: string): readonly string[] {
  const names = new Set<string>();
  const lex = options.lexer();
  const seen = new Set([path]);
  for (const file of seen) {
    const { exports, reexports } = lexed(lex, options.files.read(file) ?? "");
    for (const name of exports) names.add(name);
    for (const specifier of reexports) {
      const target = options.required(specifier, file);
      if (target?.kind === "file" && options.isCommonJs(target.path)) seen.add(target.path);
    }
  }
  return [...names];
}

function lexed(lex: LexCommonJs, text: string): ReturnType<LexCommonJs> {
  try {
    return lex(text);
  } catch {
    // ES module syntax or an error of syntax: evaluating the file will say so in V8's words.
    return { exports: [], reexports: [] };
  }
}
