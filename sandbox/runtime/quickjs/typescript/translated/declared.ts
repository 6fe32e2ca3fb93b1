/** Where enums and namespaces stand, and which names are there before them: what decides how they are declared. */
import { child, children, type Node } from "../nodes.ts";

export interface Declared {
  /** Its name is declared before it in the same list: by an enum that it goes on, a function or a class that it adds to. */
  readonly again: boolean;
  /** `var` at the top of a file, `let` inside of anything, as esbuild has it. */
  readonly keyword: "var" | "let";
  /** The name of the namespace that exports it. */
  readonly exportedBy: string | undefined;
  /** The export declaration around it. */
  readonly exporting: Node | undefined;
}

export type Declarations = ReadonlyMap<Node, Declared>;

export function declarationsIn(program: Node): Declarations {
  const found = new Map<Node, Declared>();
  const walk = (node: Node, namespace: string | undefined) => {
    const list = STATEMENTS[node.type]?.(node);
    if (list !== undefined) declareAll(list, node.type === "Program", namespace, found);
    const inner = node.type === "TSModuleDeclaration" ? nameOf(child(node, "id")) : undefined;
    for (const below of children(node)) walk(below, below.type === "TSModuleBlock" ? inner : undefined);
  };
  walk(program, undefined);
  return found;
}

const STATEMENTS: Readonly<Record<string, (node: Node) => readonly Node[]>> = Object.fromEntries([
  ...["Program", "BlockStatement", "TSModuleBlock", "StaticBlock"].map((type) => [type, (node: Node) => node.body as readonly Node[]]),
  ["SwitchCase", (node: Node) => node.consequent as readonly Node[]],
]);

function declareAll(list: readonly Node[], isTop: boolean, namespace: string | undefined, found: Map<Node, Declared>): void {
  const names = new Set<string>();
  for (const statement of list) {
    const exporting = statement.type === "ExportNamedDeclaration" ? statement : undefined;
    const declaration = (exporting?.declaration ?? statement) as Node;
    const id = declaration.id as Node | null | undefined;
    if (id === null || id === undefined || !NAMED.has(declaration.type) || declaration.declare === true) continue;
    const name = nameOf(id);
    if (declaration.type.startsWith("TS")) {
      found.set(declaration, {
        again: names.has(name),
        keyword: isTop ? "var" : "let",
        exportedBy: exporting === undefined ? undefined : namespace,
        exporting,
      });
    }
    names.add(name);
  }
}

const NAMED = new Set(["TSEnumDeclaration", "TSModuleDeclaration", "FunctionDeclaration", "ClassDeclaration"]);

export const nameOf = (id: Node): string => (id.type === "Identifier" ? String(id.name) : String(id.value));
