/** V8's messages for built-in functions that are given, or called on, a value of the wrong kind. */
import { printed } from "./call-printer.ts";
import { callable, isNothing, type Refusal, received, text, type, typed, type Wording } from "./refusal.ts";

export const incompatibleReceiver: Wording = (refusal) => {
  if (refusal.name === "DataView") return "First argument to DataView constructor must be an ArrayBuffer";
  return `Method ${refusal.name} called on incompatible receiver ${received(refusal)}`;
};

export const requiresThis =
  (what: string): Wording =>
  ({ name }) =>
    `${name} requires that 'this' be a ${what}`;

export function notAFunction(refusal: Refusal): string | undefined {
  const { name, call } = refusal;
  switch (name) {
    case "Promise":
      return `Promise resolver ${text(refusal, 0)} is not a function`;
    case "Reflect.apply":
      return `Function.prototype.apply was called on ${text(refusal, 0)}, which is ${article(type(refusal, 0))} and not a function`;
    case "Function.prototype.call":
    case "Function.prototype.apply":
      return call?.type === "CallExpression" ? `${printed(call.callee)} is not a function` : undefined;
    case "Function.prototype.bind":
      return "Bind must be called on a function";
    case "Function.prototype.toString":
      return requiresThis("Function")(refusal);
    case "FinalizationRegistry":
      return "FinalizationRegistry: cleanup must be callable";
    case "Object.prototype.__defineGetter__":
    case "Object.prototype.__defineSetter__":
      return `${name}: Expecting function`;
    case "Object.groupBy":
    case "Map.groupBy":
      return `${text(refusal, 1)} is not a function`;
    case "Array.from":
      return `${typed(refusal, 1)} is not a function`;
    default:
      if (/\.(sort|toSorted)$/.test(name)) return `The comparison function must be either a function or undefined: ${text(refusal, 0)}`;
      return callable(refusal, 0) ? undefined : `${typed(refusal, 0)} is not a function`;
  }
}

const article = (type: string) => (type === "undefined" ? "undefined" : type === "object" ? "an object" : `a ${type}`);

export function notAnObject(refusal: Refusal): string | undefined {
  const { name } = refusal;
  switch (name) {
    case "Object.setPrototypeOf":
      return isNothing(refusal, 0)
        ? "Object.setPrototypeOf called on null or undefined"
        : `Object prototype may only be an Object or null: ${text(refusal, 1)}`;
    case "Reflect.setPrototypeOf":
      return type(refusal, 0) === "object"
        ? `Object prototype may only be an Object or null: ${text(refusal, 1)}`
        : `${name} called on non-object`;
    case "Object.getPrototypeOf":
      return "Cannot convert undefined or null to object";
    case "Map":
    case "WeakMap":
    case "Object.fromEntries":
      return `Iterator value ${noEntry(refusal)} is not an entry object`;
    case "Proxy":
      return "Cannot create proxy with a non-object as target or handler";
    case "Promise.resolve":
    case "Promise.reject":
      return "PromiseResolve called on non-object";
    case "Error.captureStackTrace":
      return "invalid_argument";
    default:
      if (name.startsWith("RegExp.prototype.")) return incompatibleReceiver({ ...refusal, name: name.replace("Symbol.", "@@") });
      return name === "" ? undefined : `${name} called on non-object`;
  }
}

/** The first element of a list of pairs that is none. */
function noEntry({ frame, guest, values }: Refusal): string {
  const list = frame.argument(0);
  const bad = list && guest.elements(guest.object(list)).find((element) => guest.typeOf(element) !== "object");
  return bad === undefined ? "undefined" : values.describe(bad);
}

export function notAConstructor(refusal: Refusal): string | undefined {
  if (refusal.name === "Reflect.construct")
    return `${text(refusal, callable(refusal, 0) && refusal.frame.argument(2) ? 2 : 0)} is not a constructor`;
  return refusal.name === "" ? undefined : `${refusal.name} is not a constructor`;
}

export function notIterable(refusal: Refusal): string | undefined {
  if (refusal.name === "Object.groupBy" && isNothing(refusal, 0)) return "Object.groupBy called on null or undefined";
  if (refusal.name === "Object.fromEntries" && isNothing(refusal, 0)) return `${text(refusal, 0)} is not iterable`;
  return `${typed(refusal, 0)} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}
