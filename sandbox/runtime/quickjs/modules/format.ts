/** Which module system a file belongs to (Node's documentation, "Determining module system"). */
import { dirname, type FileTree } from "./file-tree.ts";
import { hasModuleSyntax } from "./module-syntax.ts";
import { packageScope } from "./packages.ts";

export type Format = "module" | "commonjs" | "json";

export interface FormatOptions {
  /** Node 24 looks at the syntax where neither extension nor package.json decides; Lambda's nodejs22.x has that switched off. */
  readonly detectSyntax: boolean;
}

export function formatOf(files: FileTree, path: string, options: FormatOptions): Format {
  if (/\.m[jt]s$/.test(path)) return "module";
  if (path.endsWith(".json")) return "json";
  if (/\.c[jt]s$/.test(path)) return "commonjs";
  const type = packageScope(files, dirname(path))?.json.type;
  if (type === "module") return "module";
  if (type === "commonjs" || !options.detectSyntax) return "commonjs";
  return hasModuleSyntax(files.read(path) ?? "") ? "module" : "commonjs";
}
