/** Files that end in .ts, .mts or .cts, as Node loads them: without their types (Node's documentation, "Modules: TypeScript"). */
import type { Erased, Refusal } from "../typescript/erase.ts";
import { sourceExcerpt } from "../v8/source-excerpt.ts";
import { type FileTree, urlOf } from "./file-tree.ts";
import { LoadingError } from "./loading-error.ts";

export type EraseTypes = (text: string) => Erased;

export const isTypeScript = (path: string): boolean => /\.[mc]?ts$/.test(path);

/** The files as they are compiled. Reading one that has no types to erase throws LoadingError. */
export function compiledFiles(files: FileTree, erase: EraseTypes): FileTree {
  /** Path → the text that was erased last. */
  const known = new Map<string, { readonly text: string; readonly code: string }>();
  return {
    ...files,
    read(path) {
      const text = files.read(path);
      if (text === undefined || !isTypeScript(path)) return text;
      if (path.includes("/node_modules/")) throw inPackage(path);
      const before = known.get(path);
      if (before?.text === text) return before.code;
      const erased = erase(text);
      if ("refusal" in erased) throw refused(path, text, erased.refusal);
      known.set(path, { text, code: erased.code });
      return erased.code;
    },
  };
}

function inPackage(path: string): LoadingError {
  const name = path.endsWith(".cts") ? path : urlOf(path);
  return new LoadingError({
    name: "Error",
    message: `Stripping types is currently unsupported for files under node_modules, for "${name}"`,
    code: "ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING",
    bracketed: true,
  });
}

function refused(path: string, text: string, { code, message, start, end }: Refusal): LoadingError {
  const name = path.endsWith(".cts") ? path : urlOf(path);
  const excerpt = `${sourceExcerpt(name, text, start, end)}\n`;
  return new LoadingError({ name: "SyntaxError", message, code, bracketed: true, excerpt });
}
