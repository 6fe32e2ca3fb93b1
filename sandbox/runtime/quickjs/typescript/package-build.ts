/**
 * What a team's build does before it deploys TypeScript, as far as a lab needs it: types out, `.ts` to `.mjs`, and imports of
 * those files to their new names. Lines stay where they are.
 *
 *   index.ts, lib/greet.ts, a.cts, types.d.ts, package.json  ──►  index.mjs, lib/greet.mjs, a.cjs, package.json
 *
 * Enums, namespaces, parameter properties and `<T>x` become what esbuild makes of them (translated/).
 *
 * Simplified: esbuild makes one file of all. Refused are `import x = …`, `export =`, namespaces in several parts and their exported
 * variables; decorators are left as they are.
 */
import type { AnyNode } from "acorn";
import type { Files } from "../../../scenario.ts";
import { join } from "../modules/file-tree.ts";
// The types were erased with the whole of acorn: it is there.
import { WholeParser } from "../parser/whole.ts";
import { positionAt } from "../v8/position.ts";
import { childrenOf } from "../v8/syntax-tree.ts";
import { type Refusal, translateTypes } from "./erase.ts";

export type Build = { readonly files: Files } | { readonly refused: BuildRefusal };

export interface BuildRefusal {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: Refusal["code"];
  /** Node's sentence. */
  readonly message: string;
}

const SOURCE = /\.([mc]?)ts$/;

/** Is there anything to build? */
export const hasTypeScript = (files: Files): boolean => Object.keys(files).some((path) => SOURCE.test(path));

export function buildPackage(files: Files): Build {
  const built: [string, string][] = [];
  for (const [path, text] of Object.entries(files)) {
    if (/\.d\.[mc]?ts$/.test(path)) continue;
    if (!SOURCE.test(path)) {
      built.push([path, text]);
      continue;
    }
    const erased = translateTypes(text);
    if ("refusal" in erased) {
      const { code, message, start } = erased.refusal;
      return { refused: { file: path, ...positionAt({ text }, start), code, message } };
    }
    built.push([builtName(path), renamedImports(path, erased.code, files)]);
  }
  return { files: Object.fromEntries(built) };
}

/** An ES module as source is one when it is built. */
const builtName = (path: string): string => path.replace(SOURCE, (_whole, kind: string) => (kind === "c" ? ".cjs" : ".mjs"));

/** `./greet.ts`, and `./greet.js` as TypeScript's own modules name it, become `./greet.mjs`. */
function renamedImports(path: string, code: string, files: Files): string {
  let result = "";
  let end = 0;
  for (const { start, value } of specifiers(code)) {
    const renamed = builtSpecifier(path, value, files);
    if (renamed === undefined) continue;
    result += code.slice(end, start + 1) + renamed;
    end = start + 1 + value.length;
  }
  return result + code.slice(end);
}

function builtSpecifier(path: string, specifier: string, files: Files): string | undefined {
  if (!/^\.\.?\//.test(specifier)) return undefined;
  const folder = `/${path}`.slice(0, `/${path}`.lastIndexOf("/")) || "/";
  const has = (name: string) => files[join(folder, name).slice(1)] !== undefined;
  if (SOURCE.test(specifier)) return has(specifier) ? builtName(specifier) : undefined;
  const source = specifier.replace(/\.([mc]?)js$/, ".$1ts");
  return source !== specifier && has(source) && !has(specifier) ? builtName(source) : undefined;
}

interface Specifier {
  readonly start: number;
  readonly value: string;
}

/** The strings of import and export declarations, import() and require(), in the order of the text. */
function specifiers(code: string): readonly Specifier[] {
  const found: Specifier[] = [];
  const open: AnyNode[] = [];
  try {
    open.push(
      WholeParser.parse(code, { ecmaVersion: "latest", sourceType: "module", allowHashBang: true, allowReturnOutsideFunction: true }),
    );
  } catch {
    // Broken JavaScript: what loads it will say so.
    return [];
  }
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const source = sourceOf(node);
    if (source?.type === "Literal" && typeof source.value === "string") found.push({ start: source.start, value: source.value });
    for (const below of childrenOf(node)) open.push(below);
  }
  return found.sort((a, b) => a.start - b.start);
}

function sourceOf(node: AnyNode): AnyNode | null | undefined {
  if (node.type === "CallExpression") return node.callee.type === "Identifier" && node.callee.name === "require" ? node.arguments[0] : null;
  return "source" in node ? (node.source as AnyNode | null | undefined) : undefined;
}
