/**
 * What patterns and other targets of assignments do. The compiler puts a pattern's code before that of the value which it takes
 * apart.
 */
import type { AnyNode, Expression, Pattern } from "acorn";
import { type Emit, emitWrite } from "./operation-keys.ts";

/** How the expressions in a pattern are gone through. */
export interface Walk {
  readonly emit: Emit;
  visit(node: AnyNode): void;
  /** The object and the key of a member, not the member. */
  visitMember(node: Extract<AnyNode, { type: "MemberExpression" }>): void;
}

/** Writes that a pattern makes. The pattern's code comes before that of the value it takes apart. */
export function visitTarget(node: Pattern | AnyNode, walk: Walk): void {
  switch (node.type) {
    case "Identifier":
      return;
    case "MemberExpression":
      return visitTargetMember(node, walk);
    case "AssignmentPattern":
      visitTarget(node.left, walk);
      walk.visit(node.right);
      return;
    case "RestElement":
      visitTarget(node.argument, walk);
      return;
    case "ObjectPattern":
      return visitObjectPattern(node, walk);
    case "ArrayPattern":
      return visitArrayPattern(node, walk);
    default:
      throw new Error(`operations: a ${node.type} is no target of an assignment`);
  }
}

function visitObjectPattern(node: Extract<Pattern, { type: "ObjectPattern" }>, walk: Walk): void {
  walk.emit("destructure", node);
  for (const property of node.properties) {
    if (property.type === "RestElement") {
      visitTarget(property.argument, walk);
      walk.emit("copy", property);
      emitWrite(property.argument as AnyNode, walk.emit);
      continue;
    }
    if (property.computed) {
      walk.visit(property.key);
      walk.emit("key", property as AnyNode);
    }
    const value = property.value.type === "AssignmentPattern" ? property.value.left : property.value;
    if (value.type === "MemberExpression") visitTargetMember(value, walk);
    walk.emit(propertyKey(property), property as AnyNode);
    if (value.type !== "MemberExpression") visitTarget(value, walk);
    if (property.value.type === "AssignmentPattern") walk.visit(property.value.right);
    emitWrite(value as AnyNode, walk.emit);
  }
}

function propertyKey(property: { computed: boolean; key: Expression }): string {
  if (property.computed) return "get[]";
  if (property.key.type === "Identifier") return `get ${property.key.name}`;
  return property.key.type === "Literal" ? `get ${property.key.value}` : "get[]";
}

function visitArrayPattern(node: Extract<Pattern, { type: "ArrayPattern" }>, walk: Walk): void {
  walk.emit("for of", node);
  for (const element of node.elements) {
    const target = element === null ? null : element.type === "AssignmentPattern" ? element.left : element;
    const inner = target?.type === "RestElement" ? target.argument : target;
    if (inner?.type === "MemberExpression") visitTargetMember(inner, walk);
    walk.emit("next", element ?? node);
    if (element?.type === "RestElement") walk.emit("++", element);
    if (inner && inner.type !== "MemberExpression") visitTarget(inner, walk);
    if (element?.type === "AssignmentPattern") walk.visit(element.right);
    if (inner) emitWrite(inner as AnyNode, walk.emit);
  }
}

export function visitLoopTarget(node: AnyNode, walk: Walk): void {
  if (node.type === "VariableDeclaration") {
    const target = node.declarations[0]?.id;
    if (target) visitTarget(target, walk);
    return;
  }
  visitTarget(node, walk);
  emitWrite(node, walk.emit);
}

function visitTargetMember(node: Extract<AnyNode, { type: "MemberExpression" }>, walk: Walk): void {
  walk.visitMember(node);
  if (node.computed && node.object.type !== "Super") walk.emit("key", node);
}
