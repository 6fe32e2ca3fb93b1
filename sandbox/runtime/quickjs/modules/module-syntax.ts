/** What can be told from a module's text before it runs: whether it is one, what it imports, whether it awaits at top level. */
import type { AnyNode, Options, Program } from "acorn";
import { parse } from "../bounded-parser.ts";
import { childrenOf } from "../v8/syntax-tree.ts";

/** Only what CommonJS cannot parse and a module can makes a file a module. */
export function hasModuleSyntax(text: string): boolean {
  if (!/\b(?:import|export|await)\b/.test(text)) return false;
  const script = { sourceType: "script", allowReturnOutsideFunction: true } as const;
  return tree(text, script) === undefined && tree(text, { sourceType: "module" }) !== undefined;
}

export function hasTopLevelAwait(text: string): boolean {
  if (!text.includes("await")) return false;
  const module = tree(text, { sourceType: "module" });
  return module !== undefined && awaits(module);
}

/** Without recursion: a tree can be deeper than the text was nested (`a + b + c`). */
function awaits(module: Program): boolean {
  const open: AnyNode[] = [module];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await)) return true;
    if (FUNCTIONS.includes(node.type)) continue;
    for (const child of childrenOf(node)) open.push(child);
  }
  return false;
}

const FUNCTIONS: readonly string[] = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/** Specifiers of import and export declarations. */
export function staticImports(text: string): readonly string[] {
  if (!/\b(?:import|from)\b/.test(text)) return [];
  const specifiers: string[] = [];
  for (const node of tree(text, { sourceType: "module" })?.body ?? []) {
    if ("source" in node && node.source) specifiers.push(String(node.source.value));
  }
  return specifiers;
}

function tree(text: string, options: Omit<Options, "ecmaVersion">): Program | undefined {
  try {
    return parse(text, { ecmaVersion: "latest", allowHashBang: true, ...options });
  } catch {
    // Not of that kind, or broken: the caller decides.
    return undefined;
  }
}
