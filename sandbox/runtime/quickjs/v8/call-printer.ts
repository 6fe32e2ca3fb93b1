/**
 * Program text as V8 prints it in `… is not a function`: from the syntax tree, with calls as `(...)` and what has no text of its
 * own as `(intermediate value)` (CallPrinter).
 */
import type { AnyNode, CallExpression, MemberExpression } from "acorn";

const NO_TEXT = "(intermediate value)";

/** `iterating`: the error is that what an expression gives is not iterable; calls are then printed without `(...)`. */
export function printed(node: AnyNode, iterating = false): string {
  return print(node, iterating) || NO_TEXT;
}

function print(node: AnyNode, iterating: boolean): string {
  const inner = (child: AnyNode) => print(child, iterating) || NO_TEXT;
  switch (node.type) {
    case "Identifier":
      return node.name;
    case "ThisExpression":
      return "this";
    case "Super":
      return "";
    case "Literal":
      return literal(node);
    case "TemplateLiteral":
      return node.expressions.length === 0 ? `"${node.quasis[0]?.value.cooked ?? ""}"` : node.expressions.map(inner).join("");
    case "MemberExpression":
      return member(node, inner);
    case "CallExpression":
      return call(node, inner) + (iterating ? "" : "(...)");
    case "TaggedTemplateExpression":
      return `${inner(node.tag)}(...)`;
    case "NewExpression":
      return iterating ? inner(node.callee) : NO_TEXT;
    case "UnaryExpression":
      return `(${node.operator}${/[a-z]/.test(node.operator) ? " " : ""}${inner(node.argument)})`;
    case "UpdateExpression":
      return node.prefix ? `(${node.operator}${inner(node.argument)})` : `(${inner(node.argument)}${node.operator})`;
    case "BinaryExpression":
    case "LogicalExpression":
      return `(${inner(node.left as AnyNode)} ${node.operator} ${inner(node.right)})`;
    case "SequenceExpression":
      return `(${node.expressions.map(inner).join(" , ")})`;
    case "ConditionalExpression":
      return NO_TEXT.repeat(3);
    case "AssignmentExpression":
      return inner(node.left as AnyNode);
    case "ArrayExpression":
      return `[${node.elements.map((element) => (element ? inner(element) : "")).join(",")}]`;
    case "ObjectExpression":
      return `{${NO_TEXT.repeat(node.properties.length)}}`;
    case "SpreadElement":
      return `(...${inner(node.argument)})`;
    case "ImportExpression":
      return `import(${inner(node.source)})`;
    case "FunctionExpression":
      return NO_TEXT.repeat(node.body.body.length);
    case "ArrowFunctionExpression":
      return NO_TEXT.repeat(node.body.type === "BlockStatement" ? node.body.body.length : 1);
    default:
      return "";
  }
}

function literal(node: Extract<AnyNode, { type: "Literal" }>): string {
  if (node.regex) return `/${node.regex.pattern}/${node.regex.flags}`;
  return typeof node.value === "string" ? `"${node.value}"` : String(node.value ?? node.raw);
}

function member(node: MemberExpression, inner: (child: AnyNode) => string): string {
  const { property } = node;
  const object = inner(node.object as AnyNode);
  if (property.type === "PrivateIdentifier") return `${object}${node.optional ? "?." : ""}[#${property.name}]`;
  const name = !node.computed && property.type === "Identifier" ? property.name : literalName(property as AnyNode);
  if (name !== undefined) return `${object}${node.optional ? "?" : ""}.${name}`;
  return `${object}${node.optional ? "?." : ""}[${inner(property as AnyNode)}]`;
}

function literalName(property: AnyNode): string | undefined {
  if (property.type === "TemplateLiteral" && property.expressions.length === 0) return property.quasis[0]?.value.cooked ?? undefined;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}

function call(node: CallExpression, inner: (child: AnyNode) => string): string {
  return node.callee.type === "Super" ? "super" : inner(node.callee);
}
