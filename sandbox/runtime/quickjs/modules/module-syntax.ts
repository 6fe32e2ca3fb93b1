/** What can be told from a module's text before it runs: whether it is one, what it imports, whether it awaits at top level. */
import { type AnyNode, type Options, parse, type Program } from "acorn";
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

function awaits(node: AnyNode): boolean {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return false;
    case "AwaitExpression":
      return true;
    case "ForOfStatement":
      return node.await || childrenOf(node).some(awaits);
    default:
      return childrenOf(node).some(awaits);
  }
}

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
