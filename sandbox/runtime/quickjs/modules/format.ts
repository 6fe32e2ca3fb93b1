/** Which module system a file belongs to (Node's documentation, "Determining module system"). */
import { dirname, type FileTree } from "./file-tree.ts";
import { packageScope } from "./packages.ts";

export type Format = "module" | "commonjs" | "json";

/**
 * `hasModuleSyntax`: Node 24 looks at the syntax where neither extension nor package.json decides; undefined where that is
 * switched off, as in Lambda's nodejs22.x.
 */
export function formatOf(files: FileTree, path: string, hasModuleSyntax: ((text: string) => boolean) | undefined): Format {
  if (/\.m[jt]s$/.test(path)) return "module";
  if (path.endsWith(".json")) return "json";
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  const type = packageScope(files, dirname(path))?.json.type;
  if (type === "module") return "module";
  if (type === "commonjs" || hasModuleSyntax === undefined) return "commonjs";
  return hasModuleSyntax(files.read(path) ?? "") ? "module" : "commonjs";
}
