/**
 * Where V8 says that an operation stands, for a stack. Mostly that of its expression; but V8 notes positions with instructions,
 * and a statement's first instruction has the statement's.
 */
import type { AnyNode, Node } from "acorn";
import { expressionPosition, skip } from "./expression-positions.ts";
import type { Operation } from "./operation-keys.ts";
import { operationsOf } from "./operations.ts";
import type { Program, Routine } from "./program.ts";

/** Offset in the program's text. `part`: which of a template's values is meant. */
export function operationPosition(program: Program, routine: Routine, operation: Operation, part = 0): number {
  const { key, node } = operation;
  const { text } = program;
  switch (node.type) {
    case "Identifier":
      return key.startsWith("assign ") ? writePosition(program, node) : readPosition(program, node);
    case "ThisExpression":
      return node.start;
    case "MemberExpression":
      return memberPosition(program, operation, node);
    case "UnaryExpression":
      return node.operator === "delete" ? behind(program, node.argument) : expressionPosition(node, text);
    case "AssignmentExpression":
      // `a += b` computes without a position of its own.
      return key.startsWith("assign") ? expressionPosition(node, text) : behind(program, node.left as AnyNode);
    case "TemplateLiteral":
      return substitutionPosition(program, node, part);
    case "ForOfStatement":
      if (key === "next" || key === "method 0" || key === "await") return loopVariable(node.left as AnyNode);
      return expressionPosition(node.right, text);
    case "ForInStatement":
      return expressionPosition(node.right, text);
    case "SpreadElement":
      return spreadPosition(program, node);
    case "Property":
      return node.value.start;
    case "RestElement":
      return key === "copy" ? node.argument.start : arrayPatternPosition(program, node);
    case "ObjectPattern":
      return objectPatternPosition(node);
    case "ArrayPattern":
      return key === "for of" ? arrayPatternPosition(program, node) : elementPosition(program, node);
    case "ClassDeclaration":
    case "ClassExpression":
      return classPosition(program, routine, operation, node);
    case "StaticBlock":
      return node.start;
    default:
      return expressionPosition(node, text);
  }
}

function substitutionPosition(program: Program, node: Extract<AnyNode, { type: "TemplateLiteral" }>, part: number): number {
  const value = node.expressions[part];
  if (value === undefined) return node.start;
  return value.type === "Identifier" ? readPosition(program, value) : expressionPosition(value, program.text);
}

/** Where in a template's arguments to `concat` an expression's value is. */
export function substitutionOf(node: Extract<AnyNode, { type: "TemplateLiteral" }>, argument: number): number {
  let at = -1;
  for (const [index] of node.expressions.entries()) {
    at += 1;
    if (at === argument) return index;
    if (node.quasis[index + 1]?.value.cooked !== "") at += 1;
  }
  return 0;
}

/** Where a function stands: what its frame has before it has done anything. */
export function routinePosition(routine: Routine): number {
  switch (routine.kind) {
    case "constructor":
      return routine.node?.start ?? routine.class.start;
    case "function":
      return routine.node.type === "ArrowFunctionExpression" && routine.node.async ? routine.node.start : routine.node.start;
    default:
      return routine.node.start;
  }
}

function memberPosition(program: Program, { key }: Operation, node: Extract<AnyNode, { type: "MemberExpression" }>): number {
  const parent = program.parents.get(node);
  const changes =
    parent?.type === "UpdateExpression" || (parent?.type === "AssignmentExpression" && parent.left === node && parent.operator !== "=");
  if (key.startsWith("put")) return parent === undefined || !isWrite(parent) ? node.start : expressionPosition(parent, program.text);
  if (changes && node.property.type === "PrivateIdentifier") return skip(program.text, node.object.end, ".");
  return changes ? behind(program, node.object as AnyNode) : expressionPosition(node, program.text);
}

const isWrite = (node: AnyNode) => node.type === "AssignmentExpression" || node.type === "UpdateExpression";

/** An operation without a position has that of what was done last: reading the object, or beginning the statement. */
function behind(program: Program, object: AnyNode): number {
  if (object.type === "MemberExpression" && object.object.type !== "Super" && program.parents.get(object)?.type !== "UnaryExpression") {
    const parent = program.parents.get(object);
    if (parent?.type === "MemberExpression") return expressionPosition(object, program.text);
    return behind(program, object.object);
  }
  const inner = object.type === "MemberExpression" ? (object.object as AnyNode) : object;
  return inner.type === "Identifier" || inner.type === "ThisExpression"
    ? readPosition(program, inner)
    : expressionPosition(inner, program.text);
}

function writePosition(program: Program, node: AnyNode): number {
  const parent = program.parents.get(node);
  return parent !== undefined && isWrite(parent) ? expressionPosition(parent, program.text) : node.start;
}

/** A variable's own place, unless reading it is the first thing that a statement does. */
function readPosition(program: Program, node: AnyNode): number {
  let inner: AnyNode = node;
  for (let parent = program.parents.get(inner); parent !== undefined; parent = program.parents.get(inner)) {
    const statement = statementPosition(program, parent, inner);
    if (statement !== undefined) return statement;
    if (firstEvaluated(parent) !== inner) return node.start;
    inner = parent;
  }
  return node.start;
}

/** What V8 notes for a statement whose first expression is `first`; undefined where `parent` is no statement. */
function statementPosition(program: Program, parent: AnyNode, first: AnyNode): number | undefined {
  switch (parent.type) {
    case "ExpressionStatement":
    case "ReturnStatement":
    case "ThrowStatement":
    case "IfStatement":
    case "SwitchStatement":
      return parent.start;
    case "VariableDeclarator":
      return parent.init === first ? first.start : undefined;
    case "ForOfStatement":
    case "ForInStatement":
      return parent.right === first ? expressionPosition(first, program.text) : undefined;
    case "WhileStatement":
    case "DoWhileStatement":
    case "ForStatement":
    case "ArrowFunctionExpression":
      return expressionPosition(first, program.text);
    default:
      return undefined;
  }
}

/** The part of an expression that is evaluated before anything else of it happens. */
function firstEvaluated(node: AnyNode): Node | undefined {
  switch (node.type) {
    case "MemberExpression":
      return node.object;
    case "CallExpression":
    case "NewExpression":
      return node.callee;
    case "TaggedTemplateExpression":
      return node.tag;
    case "BinaryExpression":
    case "LogicalExpression":
      return node.left;
    case "AssignmentExpression":
      return node.left.type === "MemberExpression" ? node.left : node.operator === "=" ? node.right : node.left;
    case "UnaryExpression":
    case "UpdateExpression":
    case "AwaitExpression":
      return node.argument;
    case "YieldExpression":
      return node.argument ?? undefined;
    case "ConditionalExpression":
      return node.test;
    case "SequenceExpression":
      return node.expressions[0];
    case "TemplateLiteral":
      return node.quasis[0]?.value.cooked === "" ? node.expressions[0] : undefined;
    case "ChainExpression":
      return node.expression;
    default:
      return undefined;
  }
}

/** A call whose last argument alone is spread does the spreading itself. */
function spreadPosition(program: Program, node: Extract<AnyNode, { type: "SpreadElement" }>): number {
  const parent = program.parents.get(node);
  return expressionPosition(parent !== undefined && spreadsItself(parent, node) ? parent : node.argument, program.text);
}

export function spreadsItself(call: AnyNode, spread: AnyNode): boolean {
  if (call.type !== "CallExpression" && call.type !== "NewExpression") return false;
  return call.arguments.at(-1) === spread && call.arguments.every((argument) => argument === spread || argument.type !== "SpreadElement");
}

function loopVariable(left: AnyNode): number {
  const target = left.type === "VariableDeclaration" ? left.declarations[0]?.id : left;
  return target?.start ?? left.start;
}

/** V8 reads the first property to find out that there is none. */
function objectPatternPosition(node: Extract<AnyNode, { type: "ObjectPattern" }>): number {
  const first = node.properties[0];
  if (first === undefined) return node.start;
  if (first.type === "RestElement") return first.argument.start;
  return first.computed ? node.start : first.value.start;
}

function arrayPatternPosition(program: Program, node: AnyNode): number {
  const parent = program.parents.get(node);
  if (parent?.type === "VariableDeclarator" && parent.id === node) {
    if (parent.init) return parent.init.start;
    // The hidden variable of `for (const [a] of b)` stands where the pattern ends.
    return node.end - 1;
  }
  if (parent?.type === "AssignmentExpression") return expressionPosition(parent, program.text);
  if (parent !== undefined && /Function/.test(parent.type)) return parent.start;
  return node.start;
}

function elementPosition(program: Program, node: AnyNode): number {
  return arrayPatternPosition(program, node);
}

/** Expressions that V8 makes a value of without noting where. */
const UNPLACED = new Set([
  "Literal",
  "TemplateLiteral",
  "ArrayExpression",
  "ObjectExpression",
  "ArrowFunctionExpression",
  "FunctionExpression",
]);

function classPosition(
  program: Program,
  routine: Routine,
  operation: Operation,
  node: Extract<AnyNode, { type: "ClassDeclaration" | "ClassExpression" }>,
): number {
  if (operation.key === "class" && node.superClass && !UNPLACED.has(node.superClass.type))
    return expressionPosition(node.superClass, program.text);
  if (routine.kind === "constructor") return routinePosition(routine);
  const parent = program.parents.get(node);
  if (parent?.type === "VariableDeclarator") return node.start;
  if (parent?.type === "ReturnStatement" && operation.key === "class") return parent.start;
  return lastPosition(program, routine, operation);
}

/** The position of what came before in the code, else the function's. */
function lastPosition(program: Program, routine: Routine, operation: Operation): number {
  const operations = operationsOf(routine);
  const before = operations[operations.indexOf(operation) - 1];
  if (before === undefined) return routinePosition(routine);
  if (before.node === operation.node) return lastPosition(program, routine, before);
  return operationPosition(program, routine, before);
}
