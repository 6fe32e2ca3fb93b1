/**
 * A text with short names for its parameters and variables, which nobody sees: frames of ours are in no stack. What a learner
 * can see stays: names of functions and classes (`setTimeout.name`, a Timeout in a log line), and private names, which stand in
 * the engine's refusals. The build stops where one of them would change.
 *
 * Simplified: a built-in function's text, `String(util.promisify)`, is the short one; Node's has its authors' names and remarks.
 */
import { type AnyNode, type PrivateIdentifier, parse } from "acorn";
import { minifySync } from "rolldown/utils";
import { childrenOf } from "../../v8/syntax-tree.ts";

/** A script's text, or an expression's, which stays one. `name` is for the sentence that the build stops with. */
export function withShortNames(text: string, name: string): string {
  const before = [...nodesOf(text)];
  const { code, errors } = minifySync(`${name}.js`, text, {
    module: false,
    compress: false,
    mangle: { keepNames: true, reserved: before.flatMap(namedByDefault) },
    codegen: { removeWhitespace: true },
  });
  if (errors[0] !== undefined) throw new Error(`short-names: ${name}: ${errors[0].message}`);
  const short = withPrivateNames(code.trim().replace(/;$/, ""), before.filter(isPrivate));
  const was = [...before.flatMap(nameToSee), "the end"];
  const is = [...[...nodesOf(short)].flatMap(nameToSee), "the end"];
  const changed = was.findIndex((seen, index) => seen !== is[index]);
  if (changed >= 0) throw new Error(`short-names: ${name}: ${was[changed]} became ${is[changed]}`);
  return short;
}

/** A parameter that a function is called after, `(later = () => {}) => …`: `keepNames` passes it over. */
function namedByDefault(node: AnyNode): string[] {
  return node.type === "AssignmentPattern" && node.left.type === "Identifier" && isAnonymous(node.right) ? [node.left.name] : [];
}

/** The minifier shortens private names whatever it is told: here they are what they were, one after the other. */
function withPrivateNames(short: string, names: readonly PrivateIdentifier[]): string {
  let text = "";
  let at = 0;
  for (const [nth, { start, end }] of [...nodesOf(short)].filter(isPrivate).entries()) {
    text += `${short.slice(at, start)}#${names[nth]?.name}`;
    at = end;
  }
  return text + short.slice(at);
}

const isPrivate = (node: AnyNode) => node.type === "PrivateIdentifier";

/** What a node says of the names that a learner can see: of functions, classes, properties, and what a function is called after. */
function nameToSee(node: AnyNode): string[] {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ClassDeclaration":
    case "ClassExpression":
      return nameOf(node.id);
    case "VariableDeclarator":
      return isAnonymous(node.init) ? nameOf(node.id) : [];
    case "AssignmentExpression":
    case "AssignmentPattern":
      return isAnonymous(node.right) ? nameOf(node.left) : [];
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return node.computed ? [] : nameOf(node.key);
    case "MemberExpression":
      return node.computed ? [] : nameOf(node.property);
    case "PrivateIdentifier":
      return [node.name];
    default:
      return [];
  }
}

function nameOf(node: { readonly type: string } | null | undefined): string[] {
  const named = node as AnyNode | null | undefined;
  if (named?.type === "Identifier") return [named.name];
  return named?.type === "Literal" ? [String(named.value)] : [];
}

function isAnonymous(node: AnyNode | null | undefined): boolean {
  if (node?.type === "FunctionExpression" || node?.type === "ClassExpression") return !node.id;
  return node?.type === "ArrowFunctionExpression";
}

/** All nodes of a text, in its order. */
function* nodesOf(text: string): Generator<AnyNode> {
  const waiting: AnyNode[] = [parse(text, { ecmaVersion: "latest", sourceType: "script" })];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node).reverse());
  }
}
