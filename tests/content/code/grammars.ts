/** Languages whose own tools npm does not bring are read by Tree-sitter's grammars, the ones that VS Code uses. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import treeSitter, { type Node } from "@vscode/tree-sitter-wasm";

const folder = dirname(createRequire(import.meta.url).resolve("@vscode/tree-sitter-wasm"));
await treeSitter.Parser.init();

/** The first place, from 0, that the grammar does not know; undefined where the text is one of the language. */
export type Grammar = (text: string) => number | undefined;

export const GRAMMARS = {
  csharp: await grammar("c-sharp"),
  go: await grammar("go"),
  java: await grammar("java"),
  ruby: await grammar("ruby"),
  rust: await grammar("rust"),
} as const;

async function grammar(name: string): Promise<Grammar> {
  const parser = new treeSitter.Parser();
  parser.setLanguage(await treeSitter.Language.load(`${folder}/tree-sitter-${name}.wasm`));
  return (text) => {
    const tree = parser.parse(text);
    if (tree === null) throw new Error(`the grammar of ${name} gave no tree`);
    return firstFault(tree.rootNode);
  };
}

function firstFault(node: Node): number | undefined {
  if (!node.hasError) return undefined;
  if (node.isError || node.isMissing) return node.startIndex;
  for (const child of node.children) {
    const fault = child === null ? undefined : firstFault(child);
    if (fault !== undefined) return fault;
  }
  return node.startIndex;
}
