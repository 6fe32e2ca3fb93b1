/**
 * The name that V8 gives to a function that has none: that of what it is assigned to, `exports.handler` (FuncNameInferrer).
 */
import type { AnyNode, Node } from "acorn";
import type { Program, Routine } from "./program.ts";

export function inferredName(program: Program, routine: Routine): string {
  if (routine.kind === "fields") return routine.static ? "<static_initializer>" : "<instance_members_initializer>";
  if (routine.kind === "static block") return "<static_initializer>";
  if (routine.kind !== "function") return "";
  const path: string[] = [];
  let node: AnyNode = routine.node as AnyNode;
  for (let parent = program.parents.get(node); parent !== undefined; parent = program.parents.get(node)) {
    if (parent.type === "Property") path.unshift(keyName(parent));
    else if (parent.type === "VariableDeclarator") return [...targetNames(parent.id as AnyNode), ...path].join(".");
    else if (parent.type === "AssignmentExpression")
      return parent.right === node ? [...targetNames(parent.left as AnyNode), ...path].join(".") : "";
    else if (parent.type !== "ArrayExpression" && parent.type !== "ObjectExpression") return "";
    node = parent;
  }
  return "";
}

/** `a.b["c"][i]` → a, b, c, <computed>. */
function targetNames(target: AnyNode): string[] {
  if (target.type === "Identifier") return [target.name];
  if (target.type !== "MemberExpression") return [];
  const object = targetNames(target.object as AnyNode);
  const name = memberName(target);
  return name === "prototype" ? object : [...object, name];
}

function memberName(member: { property: AnyNode; computed: boolean }): string {
  const { property } = member;
  if (property.type === "PrivateIdentifier") return `#${property.name}`;
  if (!member.computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : "<computed>";
}

function keyName(property: { key: Node; computed: boolean }): string {
  return memberName({ property: property.key as AnyNode, computed: property.computed });
}
