/** What of TypeScript is more than a type, and what a build makes of it. */
import type { Blanks } from "../blanks.ts";
import { child, type Node } from "../nodes.ts";
import type { Constant } from "./constant.ts";
import { type Declarations, declarationsIn, nameOf } from "./declared.ts";
import { translateEnum } from "./enums.ts";
import { translateNamespace } from "./namespaces.ts";
import { translateParameterProperties } from "./parameter-properties.ts";

export class Translation {
  readonly declarations: Declarations;
  readonly enums = new Map<string, Map<string, Constant | undefined>>();
  /** Namespaces that go on another of the same list. */
  readonly namespaces: ReadonlySet<Node>;

  constructor(program: Node) {
    this.declarations = declarationsIn(program);
    const names = new Set<string>();
    const later = new Set<Node>();
    for (const [node] of this.declarations) {
      if (node.type !== "TSModuleDeclaration") continue;
      const name = nameOf(child(node, "id"));
      if (names.has(name)) later.add(node);
      names.add(name);
    }
    this.namespaces = later;
  }

  enumNamed(name: string): Map<string, Constant | undefined> {
    const known = this.enums.get(name) ?? new Map<string, Constant | undefined>();
    this.enums.set(name, known);
    return known;
  }
}

/** True where the node is done with. Types alone are none of its business. */
export function translate(node: Node, blanks: Blanks, translation: Translation, visit: (node: Node) => void): boolean {
  switch (node.type) {
    case "TSEnumDeclaration":
      if (node.declare === true) return false;
      translateEnum(node, blanks, translation, visit);
      return true;
    case "TSModuleDeclaration":
      if (node.global === true || node.declare === true) return false;
      translateNamespace(node, blanks, translation, visit);
      return true;
    case "TSTypeAssertion":
      blanks.add(node.start, blanks.after(child(node, "typeAnnotation").end) + 1);
      visit(child(node, "expression"));
      return true;
    case "TSParameterProperty":
      visit(child(node, "parameter"));
      return true;
    case "ClassDeclaration":
    case "ClassExpression":
      translateParameterProperties(node, blanks);
      return false;
    default:
      return false;
  }
}
