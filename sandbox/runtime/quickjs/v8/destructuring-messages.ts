/** V8's messages for a pattern that takes nothing apart. */
import type { AnyNode } from "acorn";
import { printed } from "./call-printer.ts";
import { type Failure, typeOf } from "./failure.ts";
import type { Program } from "./program.ts";

export function notDestructurable(failure: Failure): string {
  const { program, operation } = failure;
  const value = failure.frame.operand(0);
  const type = typeOf(failure, value);
  const { node } = operation;
  if (node.type !== "ObjectPattern") return "Cannot convert undefined or null to object";
  const source = destructuredValue(program, node);
  const first = node.properties[0];
  const name = first?.type === "Property" && !first.computed ? keyName(first.key) : undefined;
  if (name !== undefined && first?.type === "Property" && (first.value.type === "AssignmentPattern" || source === "nothing")) {
    return `Cannot read properties of ${type} (reading '${name}')`;
  }
  const text = typeof source === "object" ? printed(source) : source === "loop" ? ".for" : type === "null" ? "object null" : type;
  return name === undefined
    ? `Cannot destructure '${text}' as it is ${type}.`
    : `Cannot destructure property '${name}' of '${text}' as it is ${type}.`;
}

/** Whose value a pattern takes apart; "nothing" for a pattern inside another one, whose value V8 has no text of. */
function destructuredValue(program: Program, pattern: AnyNode): AnyNode | "parameter" | "loop" | "nothing" {
  const parent = program.parents.get(pattern);
  switch (parent?.type) {
    case "VariableDeclarator":
      return parent.init ?? "loop";
    case "AssignmentExpression":
      return parent.right;
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return "parameter";
    default:
      return "nothing";
  }
}

function keyName(key: AnyNode): string | undefined {
  if (key.type === "Identifier") return key.name;
  return key.type === "Literal" ? String(key.value) : undefined;
}
