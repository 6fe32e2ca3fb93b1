/**
 * A namespace as tsc and esbuild write it, on the lines on which it stands: its exports are properties of its object, which the
 * code inside reads by the constants and functions themselves. What that would not be right for is refused.
 */
import type { Blanks } from "../blanks.ts";
import { child, type Node, Unsupported } from "../nodes.ts";
import { nameOf } from "./declared.ts";
import { closing, opening } from "./iife.ts";
import type { Translation } from "./translation.ts";

export function translateNamespace(node: Node, blanks: Blanks, translation: Translation, visit: (node: Node) => void): void {
  const name = nameOf(child(node, "id"));
  const body = child(node, "body");
  if (child(node, "id").type !== "Identifier" || body.type !== "TSModuleBlock") throw refused("A namespace of several names", node);
  if (translation.namespaces.has(node)) throw refused("A namespace in two parts", node);
  blanks.replace(node.start, body.start + 1, opening(node, name, blanks, translation));
  for (const statement of body.body as readonly Node[]) {
    exportTo(name, statement, blanks);
    visit(statement);
  }
  blanks.replace(node.end - 1, node.end, closing(node, name, translation));
}

function exportTo(namespace: string, statement: Node, blanks: Blanks): void {
  if (statement.type === "ExportDefaultDeclaration" || statement.type === "ExportAllDeclaration")
    throw refused("This export in a namespace", statement);
  if (statement.type !== "ExportNamedDeclaration" || statement.exportKind === "type") return;
  const declaration = statement.declaration as Node | null;
  if (declaration === null) throw refused("An export list in a namespace", statement);
  if (declaration.declare === true) return;
  if (declaration.type === "FunctionDeclaration" || declaration.type === "ClassDeclaration") {
    const name = nameOf(child(declaration, "id"));
    blanks.add(statement.start, declaration.start);
    blanks.insert(statement.end, ` ${namespace}.${name} = ${name};`);
  } else if (declaration.type === "VariableDeclaration") {
    blanks.add(statement.start, declaration.start);
    for (const declarator of declaration.declarations as readonly Node[]) exportConstant(namespace, declaration, declarator, blanks);
  }
}

function exportConstant(namespace: string, declaration: Node, declarator: Node, blanks: Blanks): void {
  const id = child(declarator, "id");
  const init = declarator.init as Node | null;
  if (declaration.kind !== "const" || id.type !== "Identifier" || init === null)
    throw refused("An exported variable of a namespace that is no plain constant", declarator);
  blanks.insert(init.start, `${namespace}.${nameOf(id)} = `);
}

const refused = (what: string, node: Node) => new Unsupported(`${what} is not supported by this build`, node);
