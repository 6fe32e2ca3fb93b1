/** Where V8 says that an expression stands: the offset that its parser notes in the expression's node. */
import type { AnyNode, CallExpression, MemberExpression, NewExpression, TaggedTemplateExpression } from "acorn";

/** `Expression::position()`. */
export function expressionPosition(node: AnyNode, text: string): number {
  switch (node.type) {
    case "MemberExpression":
      if (node.computed) return skip(text, node.object.end, "[");
      return continues(node, text) ? skip(text, node.object.end, ".") : node.property.start;
    case "CallExpression":
      return callPosition(node, text);
    case "TaggedTemplateExpression":
      return node.quasi.start;
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      return skip(text, node.left.end, node.operator);
    case "UpdateExpression":
      return node.prefix ? node.start : skip(text, node.argument.end, node.operator);
    case "ChainExpression":
      return expressionPosition(node.expression, text);
    case "SequenceExpression":
      return node.expressions[0] ? skip(text, node.expressions[0].end, ",") : node.start;
    default:
      return node.start;
  }
}

/** Behind a call or `?.`, another function of V8's parser reads on, and notes a property's dot instead of its name. */
function continues(node: MemberExpression, text: string): boolean {
  const object = node.object as AnyNode;
  if (node.optional || object.type === "ChainExpression" || withoutComments(text.slice(object.end, node.property.start)).includes(")"))
    return false;
  return behindCall(object, text);
}

function behindCall(node: AnyNode, text: string): boolean {
  if (node.type === "CallExpression") return true;
  if (node.type === "MemberExpression") return node.optional || continues(node, text);
  return node.type === "TaggedTemplateExpression" && behindCall(node.tag, text);
}

/** The called name where one stands before the parenthesis, else the parenthesis. */
function callPosition(node: CallExpression, text: string): number {
  const { callee } = node;
  const between = skip(text, callee.end, "(");
  const direct = !/[)?]/.test(withoutComments(text.slice(callee.end, between)));
  if (direct && (callee.type === "Identifier" || callee.type === "Super")) return callee.start;
  if (direct && callee.type === "MemberExpression" && !callee.computed && callee.property.type === "Identifier") {
    return RESERVED.has(callee.property.name) ? between : callee.property.start;
  }
  return between;
}

/** Property names that are other tokens than identifiers: before them, V8 notes the parenthesis (Token::IsCallable). */
const RESERVED = new Set(
  (
    "break case catch class const continue debugger default delete do else enum export extends false finally for function if import in " +
    "instanceof new null return switch this throw true try typeof var void while with"
  ).split(" "),
);

/** The parenthesis or bracket that a call's or template's arguments begin with. */
export function argumentsStart(node: CallExpression | NewExpression | TaggedTemplateExpression, text: string): number {
  return node.type === "TaggedTemplateExpression" ? node.quasi.start : skip(text, node.callee.end, "(");
}

/** The next place of a token, past closing parentheses, `?.`, white space and comments. */
export function skip(text: string, from: number, token: string): number {
  let at = from;
  while (at < text.length && !text.startsWith(token, at)) {
    if (text.startsWith("//", at)) at = endOf(text.indexOf("\n", at), text);
    else if (text.startsWith("/*", at)) at = endOf(text.indexOf("*/", at) + 1, text);
    else at += 1;
  }
  return at;
}

const endOf = (index: number, text: string) => (index <= 0 ? text.length : index + 1);

const withoutComments = (text: string) => text.replace(/\/\*[^]*?\*\/|\/\/.*/g, "");
