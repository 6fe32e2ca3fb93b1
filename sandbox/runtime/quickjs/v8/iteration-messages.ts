/** V8's messages for what cannot be iterated over: by a loop, a spread, or a pattern. */
import type { AnyNode } from "acorn";
import { printed } from "./call-printer.ts";
import { expressionPosition } from "./expression-positions.ts";
import { type Failure, typeOf } from "./failure.ts";
import { spreadsItself } from "./operation-positions.ts";

/** Operations that iterate. */
export const ITERATES = new Set(["for of", "for await", "spread", "yield*", "next"]);

export function notIterable(failure: Failure): string {
  const { operation, program } = failure;
  const { node } = operation;
  switch (node.type) {
    case "ForOfStatement":
      return notIterableExpression(node.right, node.await ? "async iterable" : "iterable");
    case "SpreadElement":
      return notSpreadable(failure, node);
    case "ArrayPattern": {
      const parent = program.parents.get(node);
      const value = parent?.type === "VariableDeclarator" ? parent.init : undefined;
      if (value && value.start === expressionPosition(value, program.text)) return notIterableExpression(value, "iterable");
      if (parent?.type === "VariableDeclarator" && !value) return ".for is not iterable";
      if (parent?.type === "Property") return notIterableProperty(failure, parent);
      return withSymbol(failure);
    }
    default:
      return withSymbol(failure);
  }
}

export function iteratorIsNoObject(failure: Failure): string {
  if (failure.operation.key !== "next") return "Result of the Symbol.iterator method is not an object";
  // The engine has dropped the value; a `next` that returns nothing is the likeliest.
  return "Iterator result undefined is not an object";
}

/** V8 takes a call that is iterated over for what fails, whether calling or iterating does. */
export function iteratedCall({ program }: Failure, node: AnyNode): string {
  const parent = program.parents.get(node);
  const subject =
    (parent?.type === "ForOfStatement" && parent.right === node) ||
    (parent?.type === "VariableDeclarator" && parent.id.type === "ArrayPattern");
  if (!subject) return "";
  return ` or its return value is not ${parent?.type === "ForOfStatement" && parent.await ? "async " : ""}iterable`;
}

const SYMBOL_ITERATOR = "Symbol(Symbol.iterator)";

function notIterableExpression(node: AnyNode, what: string): string {
  const call = node.type === "CallExpression" || node.type === "NewExpression";
  return `${printed(call ? (node.callee as AnyNode) : node, true)} is not ${call ? `a function or its return value is not ${what}` : what}`;
}

/** `undefined is not iterable (cannot read property Symbol(Symbol.iterator))`. */
function withSymbol(failure: Failure): string {
  const value = failure.frame.operand(0);
  return `${value === undefined ? "object" : failure.values.withType(value)} is not iterable (cannot read property ${SYMBOL_ITERATOR})`;
}

/** V8 looks at the value that the whole pattern takes apart. */
function notIterableProperty(failure: Failure, property: AnyNode): string {
  const pattern = failure.program.parents.get(property);
  const declarator = pattern && failure.program.parents.get(pattern);
  const init = declarator?.type === "VariableDeclarator" ? declarator.init : undefined;
  if (!init) return withSymbol(failure);
  const value = failure.frame.operand(0);
  const type = typeOf(failure, value);
  if (type === "undefined" || type === "null") {
    return `Cannot destructure property '${SYMBOL_ITERATOR}' of '${printed(init)}' as it is ${type}.`;
  }
  return `${printed(init)} is not iterable (cannot read property ${SYMBOL_ITERATOR})`;
}

function notSpreadable(failure: Failure, node: Extract<AnyNode, { type: "SpreadElement" }>): string {
  const call = failure.program.parents.get(node);
  if (call?.type !== "CallExpression" && call?.type !== "NewExpression") return `${printed(node.argument, true)} is not iterable`;
  if (!spreadsItself(call, node)) return withSymbol(failure);
  const value = failure.frame.operand(0);
  const type = typeOf(failure, value);
  return type === "undefined" || type === "null"
    ? `${printed(node.argument)} is not iterable (cannot read property ${type})`
    : "Spread syntax requires ...iterable[Symbol.iterator] to be a function";
}
