/** The answers to source-questions.ts that need a parser. */
import type { AnyNode, Options, Program } from "acorn";
import { parse, tokenizer, tokTypes } from "../parser/sound.ts";
import { childrenOf } from "../v8/syntax-tree.ts";
import type { ModuleSyntax } from "./source-questions.ts";

export const moduleSyntax: ModuleSyntax = { hasModuleSyntax, hasTopLevelAwait, staticImports, importMetaPlaces };

function hasModuleSyntax(text: string): boolean {
  const script = { sourceType: "script", allowReturnOutsideFunction: true } as const;
  return tree(text, script) === undefined && tree(text, { sourceType: "module" }) !== undefined;
}

function hasTopLevelAwait(text: string): boolean {
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

function staticImports(text: string): readonly string[] {
  const specifiers: string[] = [];
  for (const node of tree(text, { sourceType: "module" })?.body ?? []) {
    if ("source" in node && node.source) specifiers.push(String(node.source.value));
  }
  return specifiers;
}

function importMetaPlaces(text: string): number[] {
  const places: number[] = [];
  try {
    parse(text, { ecmaVersion: "latest", sourceType: "module" });
    let last: { type: unknown; start: number }[] = [];
    for (const token of tokenizer(text, { ecmaVersion: "latest", sourceType: "module" })) {
      last = [...last.slice(-2), token];
      const [first, dot] = last;
      const isMeta = token.type === tokTypes.name && text.slice(token.start, token.end) === "meta";
      if (isMeta && first?.type === tokTypes._import && dot?.type === tokTypes.dot && token.end - first.start === 11)
        places.push(first.start);
    }
  } catch {
    // Broken syntax: the engine will say so.
  }
  return places;
}

function tree(text: string, options: Omit<Options, "ecmaVersion">): Program | undefined {
  try {
    return parse(text, { ecmaVersion: "latest", allowHashBang: true, ...options });
  } catch {
    // Not of that kind, or broken: the caller decides.
    return undefined;
  }
}
