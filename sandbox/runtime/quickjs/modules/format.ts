/** Which module system a file belongs to (Node's documentation, "Determining module system"). */
import { parse } from "acorn";
import { dirname, type FileTree } from "./file-tree.ts";
import { packageScope } from "./packages.ts";

export type Format = "module" | "commonjs" | "json";

export interface FormatOptions {
  /** Node 24 looks at the syntax where neither extension nor package.json decides; Lambda's nodejs22.x has that switched off. */
  readonly detectSyntax: boolean;
}

export function formatOf(files: FileTree, path: string, options: FormatOptions): Format {
  if (path.endsWith(".mjs")) return "module";
  if (path.endsWith(".json")) return "json";
  if (path.endsWith(".cjs")) return "commonjs";
  const type = packageScope(files, dirname(path))?.json.type;
  if (type === "module") return "module";
  if (type === "commonjs" || !options.detectSyntax) return "commonjs";
  return hasModuleSyntax(files.read(path) ?? "") ? "module" : "commonjs";
}

/** Only what CommonJS cannot parse and a module can makes a file a module. */
export function hasModuleSyntax(text: string): boolean {
  if (!/\b(?:import|export|await)\b/.test(text)) return false;
  return !parses(text, "script") && parses(text, "module");
}

function parses(text: string, sourceType: "script" | "module"): boolean {
  try {
    parse(text, { ecmaVersion: "latest", sourceType, allowReturnOutsideFunction: sourceType === "script", allowHashBang: true });
    return true;
  } catch {
    // Not of that kind, or broken: the caller decides by the other kind.
    return false;
  }
}
