/**
 * What a routine does, in the order in which the engine's compiler emits instructions for it, under the keys of
 * function-code.ts. The compiler goes through a text from left to right; the exceptions are said where they come.
 */
import type { AnyNode, ArrowFunctionExpression, CallExpression, Class, Expression, Function as FunctionNode, Super } from "acorn";
import { type Emit, emitWrite, isMember, type Operation, readKey } from "./operation-keys.ts";
import { visitLoopTarget, visitTarget, type Walk } from "./pattern-operations.ts";
import type { Routine } from "./program.ts";
import { childrenOf } from "./syntax-tree.ts";

const known = new WeakMap<Routine, readonly Operation[]>();

export function operationsOf(routine: Routine): readonly Operation[] {
  const operations = known.get(routine);
  if (operations !== undefined) return operations;
  const found: Operation[] = [];
  routineOperations(routine, (key, node) => found.push({ key, node }));
  known.set(routine, found);
  return found;
}

function routineOperations(routine: Routine, emit: Emit): void {
  switch (routine.kind) {
    case "file":
    case "static block":
      for (const statement of routine.node.body) visit(statement as AnyNode, emit);
      return;
    case "fields":
      for (const member of routine.class.body.body) {
        if (member.type === "PropertyDefinition" && member.static === routine.static && member.value) visit(member.value as AnyNode, emit);
        if (member.type === "StaticBlock" && routine.static) emit("method 0", member);
      }
      return;
    case "constructor":
      // A base class sets its fields first, a derived one after super() (below, at the call).
      if (routine.class.superClass == null) emit("method 0", routine.class as AnyNode);
      else if (routine.node === undefined) {
        emit("super", routine.class as AnyNode);
        emit("method 0", routine.class as AnyNode);
      }
      if (routine.node !== undefined) functionBody(routine.node, emit);
      return;
    case "function":
      functionBody(routine.node, emit);
  }
}

function functionBody(node: FunctionNode | ArrowFunctionExpression, emit: Emit): void {
  for (const parameter of node.params) visitTarget(parameter, walking(emit));
  visit(node.body as AnyNode, emit);
}

function walking(emit: Emit): Walk {
  return { emit, visit: (node) => visit(node, emit), visitMember: (node) => visitMember(node, emit) };
}

function visitAll(nodes: readonly (AnyNode | null | undefined)[], emit: Emit): void {
  for (const node of nodes) if (node) visit(node, emit);
}

function visit(node: AnyNode, emit: Emit): void {
  switch (node.type) {
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
    case "ImportDeclaration":
    case "ExportAllDeclaration":
    case "ExportSpecifier":
    case "MetaProperty":
    case "BreakStatement":
    case "ContinueStatement":
      return;
    case "ClassDeclaration":
    case "ClassExpression":
      return visitClass(node as Class, emit);
    case "ExportNamedDeclaration":
      if (node.declaration) visit(node.declaration as AnyNode, emit);
      return;
    case "LabeledStatement":
      return visit(node.body, emit);
    case "VariableDeclarator":
      if (node.id.type !== "Identifier") visitTarget(node.id, walking(emit));
      if (node.init) visit(node.init, emit);
      return;
    case "ForStatement":
      // With a test, the update is moved behind the body.
      visitAll([node.init, node.test] as AnyNode[], emit);
      visitAll((node.test ? [node.body, node.update] : [node.update, node.body]) as AnyNode[], emit);
      return;
    case "ForInStatement":
      visit(node.right, emit);
      emit("for in", node);
      visitLoopTarget(node.left, walking(emit));
      visit(node.body, emit);
      return;
    case "ForOfStatement":
      visit(node.right, emit);
      emit(node.await ? "for await" : "for of", node);
      visitLoopTarget(node.left, walking(emit));
      visit(node.body, emit);
      if (node.await) {
        emit("method 0", node);
        emit("await", node);
      } else emit("next", node);
      return;
    case "ThrowStatement":
      visit(node.argument, emit);
      emit("throw", node);
      return;
    case "CatchClause":
      if (node.param) visitTarget(node.param, walking(emit));
      visit(node.body, emit);
      return;
    default:
      visitExpression(node, emit);
  }
}

function visitExpression(node: AnyNode, emit: Emit): void {
  switch (node.type) {
    case "Identifier":
      emit(`name ${node.name}`, node);
      return;
    case "ThisExpression":
      emit("name this", node);
      return;
    case "MemberExpression":
      visitMember(node, emit);
      emit(readKey(node), node);
      return;
    case "CallExpression":
      return visitCall(node, emit);
    case "NewExpression":
      visit(node.callee, emit);
      visitArguments(node.arguments, "new", node, emit);
      return;
    case "TaggedTemplateExpression":
      visit(node.tag, emit);
      visitAll(node.quasi.expressions, emit);
      emit(`${isMember(node.tag) ? "method" : "call"} ${node.quasi.expressions.length + 1}`, node);
      return;
    case "TemplateLiteral":
      return visitTemplate(node, emit);
    case "AssignmentExpression":
      return visitAssignment(node, emit);
    case "AssignmentPattern":
    case "ObjectPattern":
    case "ArrayPattern":
    case "RestElement":
      return visitTarget(node, walking(emit));
    case "UpdateExpression":
      visitChanged(node.argument, emit);
      emit(node.operator, node);
      emitWrite(node.argument, emit);
      return;
    case "UnaryExpression":
      return visitUnary(node, emit);
    case "BinaryExpression":
      if (node.left.type !== "PrivateIdentifier") visit(node.left, emit);
      visit(node.right, emit);
      emit(node.left.type === "PrivateIdentifier" ? "in#" : node.operator, node);
      return;
    case "ArrayExpression":
      visitItems(node.elements, emit);
      return;
    case "Property":
      if (node.computed) visit(node.key as AnyNode, emit);
      visit(node.value, emit);
      return;
    case "SpreadElement":
      visit(node.argument, emit);
      emit("copy", node);
      return;
    case "AwaitExpression":
      visit(node.argument, emit);
      emit("await", node);
      return;
    case "YieldExpression":
      if (node.argument) visit(node.argument, emit);
      for (const key of node.delegate ? DELEGATING : ["yield"]) emit(key, node);
      return;
    case "ImportExpression":
      visitAll([node.source, node.options], emit);
      emit("import", node);
      return;
    default:
      visitAll(childrenOf(node), emit);
  }
}

function visitMember(node: { object: Expression | Super; property: AnyNode; computed: boolean }, emit: Emit): void {
  if (node.object.type === "Super") emit("name this", node.object);
  else visit(node.object, emit);
  if (node.computed) visit(node.property, emit);
}

/** Reads what is then written: the key of `a[b]` is made a property's first. */
function visitChanged(node: AnyNode, emit: Emit): void {
  if (node.type !== "MemberExpression" || !node.computed || node.object.type === "Super") return visit(node, emit);
  visitMember(node, emit);
  emit("key", node);
  emit("get[]", node);
}

function visitCall(node: CallExpression, emit: Emit): void {
  const { callee } = node;
  if (callee.type === "Super") {
    visitArguments(node.arguments, "new", node, emit);
    emit("method 0", node);
    return;
  }
  if (callee.type === "MemberExpression" && callee.object.type === "Super") {
    visitMember(callee, emit);
    emit("get[]", callee);
  } else visit(callee, emit);
  if (callee.type === "Identifier" && callee.name === "eval") {
    visitAll(node.arguments, emit);
    emit("eval", node);
    return;
  }
  visitArguments(node.arguments, isMember(callee) ? "method" : "call", node, emit);
}

function visitArguments(args: CallExpression["arguments"], how: "call" | "method" | "new", node: AnyNode, emit: Emit): void {
  emit(visitItems(args, emit) ? "apply" : `${how} ${args.length}`, node);
}

/** `yield*` calls the other generator's methods. */
const DELEGATING = ["for of", "get done", "yield*", "get done", "get value", "get done", "get value"];

/** Items of a list; whether one of them is spread. Behind that one, the compiler counts. */
function visitItems(items: readonly (AnyNode | null)[], emit: Emit): boolean {
  let spread = false;
  for (const item of items) {
    if (item?.type === "SpreadElement") {
      visit(item.argument, emit);
      emit("spread", item);
      spread = true;
      continue;
    }
    if (item !== null) visit(item, emit);
    if (spread && item !== null) emit("++", item);
  }
  return spread;
}

/** A template is compiled to `"first".concat(expression, "text", …)` without its empty texts. */
function visitTemplate(node: Extract<AnyNode, { type: "TemplateLiteral" }>, emit: Emit): void {
  if (node.expressions.length === 0) return;
  emit("get concat", node);
  visitAll(node.expressions, emit);
  const texts = node.quasis.slice(1).filter((quasi) => quasi.value.cooked !== "").length;
  emit(`method ${node.expressions.length + texts}`, node);
}

function visitAssignment(node: Extract<AnyNode, { type: "AssignmentExpression" }>, emit: Emit): void {
  const { left, operator, right } = node;
  if (left.type === "ObjectPattern" || left.type === "ArrayPattern") {
    visitTarget(left, walking(emit));
    visit(right, emit);
    return;
  }
  if (operator !== "=") visitChanged(left, emit);
  else if (left.type === "MemberExpression") visitMember(left, emit);
  visit(right, emit);
  if (operator !== "=" && !/^(\|\||&&|\?\?)/.test(operator)) emit(operator.slice(0, -1), node);
  emitWrite(left, emit);
}

function visitUnary(node: Extract<AnyNode, { type: "UnaryExpression" }>, emit: Emit): void {
  const { argument, operator } = node;
  if (operator === "delete" && argument.type === "MemberExpression") {
    visitMember(argument, emit);
    emit("delete", node);
    return;
  }
  visit(argument, emit);
  if (operator === "-" && !isSmall(argument)) emit("neg", node);
  else if (operator === "+") emit("plus", node);
  else if (operator === "~") emit("~", node);
}

/** The compiler makes a constant of a small number with its sign. */
function isSmall(node: AnyNode): boolean {
  return (
    node.type === "Literal" && typeof node.value === "number" && Number.isInteger(node.value) && node.value > 0 && node.value <= 0x7fffffff
  );
}

function visitClass(node: Class, emit: Emit): void {
  if (node.superClass) visit(node.superClass, emit);
  emit("class", node as AnyNode);
  for (const member of node.body.body) if (member.type !== "StaticBlock" && member.computed) visit(member.key as AnyNode, emit);
  const setsStatics = node.body.body.some(
    (member) => member.type === "StaticBlock" || (member.type === "PropertyDefinition" && member.static),
  );
  if (setsStatics) emit("method 0", node as AnyNode);
}
