/**
 * V8's messages for what an operation of the program's own code cannot do, from the engine's message, the operation and the
 * values that it found.
 */
import type { AnyNode } from "acorn";
import { printed } from "./call-printer.ts";
import { expressionPosition } from "./expression-positions.ts";
import type { Frame } from "./frames.ts";
import type { GuestMemory, GuestValue } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";
import { spreadsItself } from "./operation-positions.ts";
import type { Operation } from "./operations.ts";
import type { Program, Routine } from "./program.ts";

export interface Failure {
  /** The engine's. */
  readonly message: string;
  readonly frame: Frame;
  readonly program: Program;
  readonly routine: Routine;
  readonly operation: Operation;
  readonly guest: GuestMemory;
  readonly values: GuestValues;
}

/** Undefined where the engine's message is V8's too, or V8's is not known. */
export function operationMessage(failure: Failure): string | undefined {
  const { message, operation } = failure;
  const property = /^cannot (read|set) property '([^]*)' of (undefined|null)$/.exec(message);
  if (property !== null) return unknownProperty(failure, property[1] === "read", property[2] ?? "", property[3] ?? "");
  const readOnly = /^'([^]*)' is read-only$/.exec(message);
  if (readOnly !== null) {
    return operation.key.startsWith("assign ") ? "Assignment to constant variable." : readOnlyProperty(failure, readOnly[1] ?? "");
  }
  const fixed = FIXED[message];
  if (fixed !== undefined && message !== "cannot convert BigInt to number") return fixed;
  const uninitialized = /^(.*) is not initialized$/.exec(message)?.[1];
  if (uninitialized !== undefined) return `Cannot access '${uninitialized}' before initialization`;
  const privateName = /^private class field '(.*)' does not exist$/.exec(message)?.[1];
  if (privateName !== undefined) return unknownPrivate(failure, privateName);
  return byMessage(failure);
}

const SYMBOL_ITERATOR = "Symbol(Symbol.iterator)";

function byMessage(failure: Failure): string | undefined {
  const { message, operation, values, frame } = failure;
  if (/^(\S+ is )?not a constructor$/.test(message)) return notAConstructor(failure);
  switch (message) {
    case "not a function":
      return notAFunction(failure);
    case "value is not iterable":
      return notIterable(failure);
    case "Cannot convert undefined or null to object":
      return operation.key === "destructure" ? notDestructurable(failure) : undefined;
    case "iterator must return an object":
      return iteratorIsNoObject(failure);
    case "object is not extensible":
      return operation.key.startsWith("put") ? `Cannot add property ${keyOf(failure)}, object is not extensible` : undefined;
    case "no setter for property":
      return `Cannot set property ${keyOf(failure)} of ${described(failure, target(failure))} which has only a getter`;
    case "revoked proxy":
      return `Cannot perform '${trapOf(operation.key)}' on a proxy that has been revoked`;
    case "proxy: cannot set property":
      return `'set' on proxy: trap returned falsish for property '${keyOf(failure)}'`;
    case "could not delete property":
      if (values.isProxy(frame.operand(1))) return `'deleteProperty' on proxy: trap returned falsish for property '${described(failure, frame.operand(0))}'`;
      return `Cannot delete property '${described(failure, frame.operand(0))}' of ${described(failure, frame.operand(1))}`;
    case "not an object":
      return notAnObject(failure);
    case "invalid 'in' operand":
      if (operation.key === "in#") return `Cannot use 'in' operator to search for '#${privateName(operation.node)}' in ${described(failure, frame.operand(1))}`;
      return `Cannot use 'in' operator to search for '${described(failure, frame.operand(1))}' in ${described(failure, frame.operand(0))}`;
    case "invalid 'instanceof' right operand":
      return `Right-hand side of 'instanceof' is not ${isObject(failure, frame.operand(0)) ? "callable" : "an object"}`;
    case "parent class must be constructor":
      return `Class extends value ${superclass(failure)} is not a constructor or null`;
    case "parent prototype must be an object or null":
      return invalidPrototype(failure);
    case "value has no property":
      return unknownProperty(failure, true, described(failure, frame.operand(0)), described(failure, frame.operand(1)));
    case "cannot convert BigInt to number":
      return BINARY.has(operation.key) ? FIXED["cannot convert to bigint"] : FIXED[message];
    case "invalid brand on object":
      return `Receiver must be ${brandOf(failure)}`;
    default:
      return undefined;
  }
}

const BINARY = new Set(["+", "-", "*", "/", "%", "**", "&", "|", "^", "<<", ">>"]);

/** Messages that name nothing. */
export const FIXED: Readonly<Record<string, string>> = {
  "cannot convert symbol to string": "Cannot convert a Symbol value to a string",
  "cannot convert symbol to number": "Cannot convert a Symbol value to a number",
  "cannot convert BigInt to number": "Cannot convert a BigInt value to a number",
  "bigint argument with unary +": "Cannot convert a BigInt value to a number",
  "cannot convert to bigint": "Cannot mix BigInt and other types, use explicit conversions",
  "BigInt operands are forbidden for >>>": "BigInts have no unsigned right shift, use >> instead",
  "BigInt division by zero": "Division by zero",
  "BigInt negative exponent": "undefined must be positive",
  "BigInt is too large to allocate": "Maximum BigInt size exceeded",
  "BigInt is too large": "Maximum BigInt size exceeded",
  toPrimitive: "Cannot convert object to primitive value",
  "unsupported reference to 'super'": "Unsupported reference to 'super'",
  "iterator does not have a throw method": "The iterator does not provide a 'throw' method.",
  "cannot invoke a running generator": "Generator is already running",
  "Maximum call stack size exceeded": "Maximum call stack size exceeded",
  "invalid string length": "Invalid string length",
  "invalid array length": "Invalid array length",
  "promise self resolution": "Chaining cycle detected for promise #<Promise>",
  "circular prototype chain": "Cyclic __proto__ value",
  "this is not initialized": "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
  "'this' can be initialized only once": "Super constructor may only be called once",
};

function unknownProperty(failure: Failure, reads: boolean, name: string, of: string): string {
  if (failure.operation.key === "delete") return "Cannot convert undefined or null to object";
  if (name === "Symbol.iterator" || name === "Symbol.asyncIterator") {
    if (ITERATES.has(failure.operation.key)) return notIterable(failure);
  }
  const key = failure.operation.key === "get[]" ? keyText(failure, failure.frame.operand(0), name) : name;
  return reads ? `Cannot read properties of ${of} (reading '${key}')` : `Cannot set properties of ${of} (setting '${key}')`;
}

const ITERATES = new Set(["for of", "for await", "spread", "yield*", "next"]);

/** The engine prints symbols without `Symbol()`; it has freed the key by then, but not forgotten what kind of value it was. */
function keyText(failure: Failure, key: GuestValue | undefined, text: string): string {
  return key !== undefined && failure.guest.typeOf(key) === "symbol" ? `Symbol(${text})` : text;
}

function readOnlyProperty(failure: Failure, name: string): string {
  const of = target(failure);
  const type = of === undefined ? "object" : failure.values.isCallable(of) ? "function" : failure.guest.typeOf(of);
  return `Cannot assign to read only property '${name}' of ${type} '${described(failure, of)}'`;
}

function unknownPrivate(failure: Failure, name: string): string {
  return failure.operation.key === "put#"
    ? `Cannot write private member ${name} to an object whose class did not declare it`
    : `Cannot read private member ${name} from an object whose class did not declare it`;
}

function notAConstructor(failure: Failure): string | undefined {
  const { node, key } = failure.operation;
  if (node.type === "NewExpression") return `${printed(node.callee)} is not a constructor`;
  if (node.type === "CallExpression" || key === "super") return notASuper(failure);
  return undefined;
}

function notASuper({ frame, guest, values, routine }: Failure): string {
  const parent = guest.prototypeOf(frame.function);
  // What `extends null` leaves is the prototype of all functions.
  const isNull = parent === 0 || guest.prototypeOf(guest.prototypeOf(parent)) === 0 && values.isCallable({ low: parent, high: -1 }) && values.functionName(parent) === "";
  const named = routine.kind === "constructor" ? routine.class.id?.name : undefined;
  return `Super constructor ${isNull ? "null" : values.describe({ low: parent, high: -1 })} of ${named ?? "anonymous class"} is not a constructor`;
}

function notAFunction(failure: Failure): string | undefined {
  const { node, key } = failure.operation;
  switch (node.type) {
    case "CallExpression":
      if (node.callee.type === "Super") return notAConstructor(failure);
      return `${printed(node.callee)} is not a function${iteratedCall(failure, node)}`;
    case "NewExpression":
      return `${printed(node.callee)} is not a constructor`;
    case "TaggedTemplateExpression":
      return `${printed(node.tag)} is not a function`;
    default:
      if (ITERATES.has(key)) return notIterable(failure);
      return noTrap(failure);
  }
}

/** A handler of a proxy has something that is no function for a trap. */
function noTrap({ operation: { key }, frame, guest, values }: Failure): string | undefined {
  const proxy = [frame.operand(0), frame.operand(1)].find((value) => values.isProxy(value));
  if (proxy === undefined) return undefined;
  const handler = guest.value(guest.u32(guest.payload(guest.object(proxy))) + PROXY_HANDLER);
  const trap = values.property(guest.object(handler), trapOf(key));
  return trap && `'${values.describe(trap)}' returned for property '${trapOf(key)}' of object '${values.describe(handler)}' is not a function`;
}

/** JSProxyData.handler. */
const PROXY_HANDLER = 8;

function trapOf(key: string): string {
  if (key.startsWith("put")) return "set";
  if (key === "in") return "has";
  if (key === "delete") return "deleteProperty";
  if (/^(call|method|apply)/.test(key)) return "apply";
  return key.startsWith("new") ? "construct" : "get";
}

/** V8 takes a call that is iterated over for what fails, whether calling or iterating does. */
function iteratedCall({ program }: Failure, node: AnyNode): string {
  const parent = program.parents.get(node);
  const subject =
    (parent?.type === "ForOfStatement" && parent.right === node) ||
    (parent?.type === "VariableDeclarator" && parent.id.type === "ArrayPattern");
  if (!subject) return "";
  return ` or its return value is not ${parent?.type === "ForOfStatement" && parent.await ? "async " : ""}iterable`;
}

function notIterable(failure: Failure): string {
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
  const type = value === undefined ? "undefined" : failure.guest.typeOf(value);
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
  const type = value === undefined ? "object" : failure.guest.typeOf(value);
  return type === "undefined" || type === "null"
    ? `${printed(node.argument)} is not iterable (cannot read property ${type})`
    : "Spread syntax requires ...iterable[Symbol.iterator] to be a function";
}

function iteratorIsNoObject(failure: Failure): string {
  if (failure.operation.key !== "next") return "Result of the Symbol.iterator method is not an object";
  return `Iterator result ${described(failure, failure.frame.operand(0))} is not an object`;
}

function notDestructurable(failure: Failure): string {
  const { program, operation } = failure;
  const value = failure.frame.operand(0);
  const type = value === undefined ? "undefined" : failure.guest.typeOf(value);
  const { node } = operation;
  if (node.type !== "ObjectPattern") return "Cannot convert undefined or null to object";
  const source = destructuredValue(program, node);
  const first = node.properties[0];
  const name = first?.type === "Property" && !first.computed ? keyName(first.key) : undefined;
  if (name !== undefined && first?.type === "Property" && (first.value.type === "AssignmentPattern" || source === "nothing")) {
    return `Cannot read properties of ${type} (reading '${name}')`;
  }
  const text = typeof source === "object" ? printed(source) : source === "loop" ? ".for" : type === "null" ? "object null" : type;
  return name === undefined ? `Cannot destructure '${text}' as it is ${type}.` : `Cannot destructure property '${name}' of '${text}' as it is ${type}.`;
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

function notAnObject(failure: Failure): string | undefined {
  const { operation, frame, guest } = failure;
  if (operation.key.startsWith("put") && operation.key !== "put#") {
    const of = target(failure);
    const type = of === undefined ? "object" : guest.typeOf(of);
    if (of !== undefined && type === "string" && Number(keyOf(failure)) < guest.string(of).length) return readOnlyProperty(failure, keyOf(failure));
    return `Cannot create property '${keyOf(failure)}' on ${type} '${described(failure, of)}'`;
  }
  if (operation.key === "get#" || operation.key === "put#") return privateOfNothing(failure);
  if (ITERATES.has(operation.key)) return iteratorIsNoObject(failure);
  return undefined;
}

function privateOfNothing(failure: Failure): string {
  const { operation, frame, guest } = failure;
  const reads = operation.key === "get#";
  const value = frame.operand(reads ? 1 : 2);
  const name = `#${privateName(operation.node)}`;
  const type = value === undefined ? "object" : guest.typeOf(value);
  if (type !== "undefined" && type !== "null") return unknownPrivate(failure, name);
  return reads ? `Cannot read properties of ${type} (reading '${name}')` : `Cannot set properties of ${type} (setting '${name}')`;
}

function privateName(node: AnyNode): string {
  if (node.type === "BinaryExpression" && node.left.type === "PrivateIdentifier") return node.left.name;
  return node.type === "MemberExpression" && node.property.type === "PrivateIdentifier" ? node.property.name : "";
}

/** The engine has dropped the value by then: it is looked up where the program has it. */
function superclass({ operation: { node }, frame, values }: Failure): string {
  const from = node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node.superClass : undefined;
  if (from?.type === "Literal") return String(from.value);
  const value = from?.type === "Identifier" ? frame.local(from.name) : undefined;
  return value === undefined ? "undefined" : values.describe(value);
}

function invalidPrototype({ operation: { node }, frame, guest, values }: Failure): string {
  const from = node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node.superClass : undefined;
  const value = from?.type === "Identifier" ? frame.local(from.name) : undefined;
  const prototype = value && values.property(guest.object(value), "prototype");
  return `Class extends value does not have valid prototype property ${prototype ? values.describe(prototype) : "undefined"}`;
}

function brandOf({ program, operation }: Failure): string {
  const name = privateName(operation.node);
  for (let node: AnyNode | undefined = operation.node; node !== undefined; node = program.parents.get(node)) {
    if (node.type !== "ClassBody") continue;
    const declares = node.body.some((member) => member.type !== "StaticBlock" && member.key.type === "PrivateIdentifier" && member.key.name === name);
    const of = program.parents.get(node);
    if (declares && (of?.type === "ClassDeclaration" || of?.type === "ClassExpression")) return `an instance of class ${of.id?.name ?? "anonymous"}`;
  }
  return "an instance of class anonymous";
}

/** What a write writes to: under its value, and under its key where that was computed. */
function target({ operation, frame }: Failure): GuestValue | undefined {
  if (operation.key === "put super") return frame.operand(3);
  return frame.operand(operation.key === "put[]" ? 2 : 1);
}

function keyOf(failure: Failure): string {
  const { operation, frame } = failure;
  if (operation.key === "put[]" || operation.key === "put super") return described(failure, frame.operand(1));
  return operation.key.slice("put ".length);
}

function described({ values }: Failure, value: GuestValue | undefined): string {
  return value === undefined ? "#<Object>" : values.describe(value);
}

function isObject({ guest }: Failure, value: GuestValue | undefined): boolean {
  return value !== undefined && guest.typeOf(value) === "object";
}
