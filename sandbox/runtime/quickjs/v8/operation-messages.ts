/**
 * V8's messages for what an operation of the program's own code cannot do, from the engine's message, the operation and the
 * values that it found.
 */
import { printed } from "./call-printer.ts";
import { invalidPrototype, notASuper, superclass } from "./class-messages.ts";
import { notDestructurable } from "./destructuring-messages.ts";
import { described, type Failure, keyOf, target, typeOf } from "./failure.ts";
import { FIXED } from "./general-messages.ts";
import type { GuestValue } from "./guest-memory.ts";
import { ITERATES, iteratedCall, iteratorIsNoObject, notIterable } from "./iteration-messages.ts";
import { brandOf, privateName, privateOfNothing, unknownPrivate } from "./private-messages.ts";
import { noTrap, trapOf } from "./proxy-messages.ts";

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
      if (values.isProxy(frame.operand(1)))
        return `'deleteProperty' on proxy: trap returned falsish for property '${described(failure, frame.operand(0))}'`;
      return `Cannot delete property '${described(failure, frame.operand(0))}' of ${described(failure, frame.operand(1))}`;
    case "not an object":
      return notAnObject(failure);
    case "invalid 'in' operand":
      if (operation.key === "in#")
        return `Cannot use 'in' operator to search for '#${privateName(operation.node)}' in ${described(failure, frame.operand(1))}`;
      return `Cannot use 'in' operator to search for '${described(failure, frame.operand(1))}' in ${described(failure, frame.operand(0))}`;
    case "invalid 'instanceof' right operand":
      return `Right-hand side of 'instanceof' is not ${typeOf(failure, frame.operand(0)) === "object" ? "callable" : "an object"}`;
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

function unknownProperty(failure: Failure, reads: boolean, name: string, of: string): string {
  if (failure.operation.key === "delete") return "Cannot convert undefined or null to object";
  if (name === "Symbol.iterator" || name === "Symbol.asyncIterator") {
    if (ITERATES.has(failure.operation.key)) return notIterable(failure);
  }
  const key = failure.operation.key === "get[]" ? keyText(failure, failure.frame.operand(0), name) : name;
  return reads ? `Cannot read properties of ${of} (reading '${key}')` : `Cannot set properties of ${of} (setting '${key}')`;
}

/** The engine prints symbols without `Symbol()`; it has freed the key by then, but not forgotten what kind of value it was. */
function keyText(failure: Failure, key: GuestValue | undefined, text: string): string {
  return key !== undefined && failure.guest.typeOf(key) === "symbol" ? `Symbol(${text})` : text;
}

function readOnlyProperty(failure: Failure, name: string): string {
  const of = target(failure);
  const type = of === undefined ? "object" : failure.values.isCallable(of) ? "function" : failure.guest.typeOf(of);
  return `Cannot assign to read only property '${name}' of ${type} '${described(failure, of)}'`;
}

function notAConstructor(failure: Failure): string | undefined {
  const { node, key } = failure.operation;
  if (node.type === "NewExpression") return `${printed(node.callee)} is not a constructor`;
  if (node.type === "CallExpression" || key === "super") return notASuper(failure);
  return undefined;
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

function notAnObject(failure: Failure): string | undefined {
  const { operation, guest } = failure;
  if (operation.key.startsWith("put") && operation.key !== "put#") {
    const of = target(failure);
    const type = typeOf(failure, of);
    if (of !== undefined && type === "string" && Number(keyOf(failure)) < guest.string(of).length)
      return readOnlyProperty(failure, keyOf(failure));
    return `Cannot create property '${keyOf(failure)}' on ${type} '${described(failure, of)}'`;
  }
  if (operation.key === "get#" || operation.key === "put#") return privateOfNothing(failure);
  if (ITERATES.has(operation.key)) return iteratorIsNoObject(failure);
  return undefined;
}
