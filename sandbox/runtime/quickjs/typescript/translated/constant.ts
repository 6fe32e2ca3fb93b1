/** What an enum member's initializer is worth, where that can be known without running it (TypeScript's constant enum expressions). */
import { child, type Node } from "../nodes.ts";
import { nameOf } from "./declared.ts";

export type Constant = number | string;

/** Enum → member → its value, where it is known. */
export type EnumValues = ReadonlyMap<string, ReadonlyMap<string, Constant | undefined>>;

/** `own`: the name of the enum that it stands in, whose members need no qualifying. Undefined: it has to be run. */
export function constantOf(node: Node, own: string, values: EnumValues): Constant | undefined {
  const known = (of: string, member: string) => values.get(of)?.get(member);
  const below = (key: string) => constantOf(child(node, key), own, values);
  switch (node.type) {
    case "Literal":
      return typeof node.value === "number" || typeof node.value === "string" ? node.value : undefined;
    case "TemplateLiteral":
      return template(node, own, values);
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return below("expression");
    case "UnaryExpression":
      return unary(String(node.operator), below("argument"));
    case "BinaryExpression":
      return binary(String(node.operator), below("left"), below("right"));
    case "Identifier":
      return known(own, nameOf(node)) ?? GLOBALS[nameOf(node)];
    case "MemberExpression": {
      const [object, property] = [child(node, "object"), child(node, "property")];
      if (object.type !== "Identifier") return undefined;
      if (node.computed !== true) return known(nameOf(object), nameOf(property));
      return typeof property.value === "string" ? known(nameOf(object), property.value) : undefined;
    }
    default:
      return undefined;
  }
}

/** Is it a text whatever its parts are? As esbuild sees it, without types. */
export function isText(node: Node): boolean {
  switch (node.type) {
    case "Literal":
      return typeof node.value === "string";
    case "TemplateLiteral":
      return true;
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
    case "TSNonNullExpression":
      return isText(child(node, "expression"));
    case "BinaryExpression":
      return node.operator === "+" && (isText(child(node, "left")) || isText(child(node, "right")));
    default:
      return false;
  }
}

const GLOBALS: Readonly<Record<string, number>> = { Infinity: Number.POSITIVE_INFINITY, NaN: Number.NaN };

function template(node: Node, own: string, values: EnumValues): string | undefined {
  let text = "";
  const expressions = node.expressions as readonly Node[];
  for (const [index, quasi] of (node.quasis as readonly Node[]).entries()) {
    text += String((quasi.value as { readonly cooked: string }).cooked);
    const expression = expressions[index];
    if (expression === undefined) continue;
    const value = constantOf(expression, own, values);
    if (value === undefined) return undefined;
    text += value;
  }
  return text;
}

function unary(operator: string, value: Constant | undefined): number | undefined {
  if (typeof value !== "number") return undefined;
  return { "+": value, "-": -value, "~": ~value }[operator];
}

function binary(operator: string, left: Constant | undefined, right: Constant | undefined): Constant | undefined {
  if (left === undefined || right === undefined) return undefined;
  if (typeof left !== "number" || typeof right !== "number") return operator === "+" ? `${left}${right}` : undefined;
  return NUMERIC[operator]?.(left, right);
}

const NUMERIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "%": (a, b) => a % b,
  "**": (a, b) => a ** b,
  "<<": (a, b) => a << b,
  ">>": (a, b) => a >> b,
  ">>>": (a, b) => a >>> b,
  "&": (a, b) => a & b,
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
};
