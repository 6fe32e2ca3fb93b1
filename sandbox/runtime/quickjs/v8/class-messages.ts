/** V8's messages for classes whose superclass is none. */
import type { Failure } from "./failure.ts";

export function notASuper({ frame, guest, values, routine }: Failure): string {
  const parent = guest.prototypeOf(frame.function);
  // What `extends null` leaves is the prototype of all functions.
  const isNull =
    parent === 0 ||
    (guest.prototypeOf(guest.prototypeOf(parent)) === 0 &&
      values.isCallable({ low: parent, high: -1 }) &&
      values.functionName(parent) === "");
  const named = routine.kind === "constructor" ? routine.class.id?.name : undefined;
  return `Super constructor ${isNull ? "null" : values.describe({ low: parent, high: -1 })} of ${named ?? "anonymous class"} is not a constructor`;
}

/** The engine has dropped the value by then: it is looked up where the program has it. */
export function superclass({ operation: { node }, program, frame, values }: Failure): string {
  const from = node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node.superClass : undefined;
  if (from?.type === "Literal") return String(from.value);
  if (from?.type === "ArrowFunctionExpression" || from?.type === "FunctionExpression") return program.text.slice(from.start, from.end);
  const value = from?.type === "Identifier" ? frame.local(from.name) : undefined;
  return value === undefined ? "undefined" : values.describe(value);
}

export function invalidPrototype({ operation: { node }, frame, guest, values }: Failure): string {
  const from = node.type === "ClassDeclaration" || node.type === "ClassExpression" ? node.superClass : undefined;
  const value = from?.type === "Identifier" ? frame.local(from.name) : undefined;
  const prototype = value && values.property(guest.object(value), "prototype");
  return `Class extends value does not have valid prototype property ${prototype ? values.describe(prototype) : "undefined"}`;
}
