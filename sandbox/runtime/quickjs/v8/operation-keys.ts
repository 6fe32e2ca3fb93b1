/** The keys under which a program's operations and the engine's instructions meet (see function-code.ts). */
import type { AnyNode, Expression, Super } from "acorn";

export interface Operation {
  readonly key: string;
  readonly node: AnyNode;
}

export type Emit = (key: string, node: AnyNode) => void;

export function readKey(node: { object: Expression | Super; property: AnyNode; computed: boolean }): string {
  if (node.object.type === "Super") return "get super";
  if (node.property.type === "PrivateIdentifier") return "get#";
  return !node.computed && node.property.type === "Identifier" ? `get ${node.property.name}` : "get[]";
}

export function emitWrite(target: AnyNode, emit: Emit): void {
  if (target.type === "Identifier") emit(`assign ${target.name}`, target);
  else if (target.type === "MemberExpression") emit(readKey(target).replace("get", "put"), target);
}

export function isMember(callee: AnyNode): boolean {
  return callee.type === "MemberExpression" || (callee.type === "ChainExpression" && callee.expression.type === "MemberExpression");
}
