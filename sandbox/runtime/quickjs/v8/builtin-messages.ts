/** V8's messages for what a built-in function refuses. */
import type { AnyNode } from "acorn";
import { printed } from "./call-printer.ts";
import { circularMessage } from "./circular-message.ts";
import type { Frame } from "./frames.ts";
import type { GuestMemory, GuestValue } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";
import { jsonParseMessage } from "./json-parse-message.ts";
import { generalMessage } from "./operation-messages.ts";
import { regExpMessage } from "./regexp-message.ts";

export interface Refusal {
  /** The engine's. */
  readonly message: string;
  /** The name of the error's class. */
  readonly errorName: string;
  /** The function's full name: `Array.prototype.map`. */
  readonly name: string;
  readonly frame: Frame;
  readonly receiver: GuestValue | undefined;
  /** The call in the program, where it is one. */
  readonly call: AnyNode | undefined;
  readonly caller: Frame | undefined;
  readonly guest: GuestMemory;
  readonly values: GuestValues;
}

/** Undefined where the engine's message is V8's too, or V8's is not known. */
export function builtinMessage(refusal: Refusal): string | undefined {
  const { message, errorName, name } = refusal;
  if (errorName === "URIError") return "URI malformed";
  if (name === "JSON.parse" && errorName === "SyntaxError") return notJson(refusal);
  if (errorName === "SyntaxError") {
    const invalid = invalidRegExp(refusal);
    if (invalid !== undefined) return invalid;
  }
  return (
    ANYWHERE[message]?.(refusal) ?? (message.endsWith(" object expected") ? incompatibleReceiver(refusal) : undefined) ?? byPattern(refusal)
  );
}

type Wording = (refusal: Refusal) => string | undefined;

const text = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : values.describe(value);
};
const typed = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : values.withType(value);
};
const type = ({ frame, guest }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : guest.typeOf(value);
};
const isNothing = (refusal: Refusal, index: number) => /^(undefined|null)$/.test(type(refusal, index));
const short = (name: string) => name.slice(name.lastIndexOf(".") + 1);
const received = ({ receiver, values }: Refusal) => (receiver === undefined ? "undefined" : values.describe(receiver));
const incompatibleReceiver: Wording = (refusal) => {
  if (refusal.name === "DataView") return "First argument to DataView constructor must be an ArrayBuffer";
  return `Method ${refusal.name} called on incompatible receiver ${received(refusal)}`;
};
const requiresThis =
  (what: string): Wording =>
  ({ name }) =>
    `${name} requires that 'this' be a ${what}`;
const onNothing: Wording = ({ name }) =>
  /^(?!Object|Date)\w+\.prototype\.|toLocaleString$/.test(name) ? `${name} called on null or undefined` : undefined;
const requiresNew: Wording = ({ name }) =>
  name === "Promise" ? "Promise constructor cannot be invoked without 'new'" : `Constructor ${name} requires 'new'`;
const notInteger: Wording = (refusal) => `The number ${text(refusal, 0)} cannot be converted to a BigInt because it is not an integer`;
const noBigInt: Wording = (refusal) => `Cannot convert ${plainText(refusal, refusal.frame.argument(0)) ?? text(refusal, 0)} to a BigInt`;

const ANYWHERE: Readonly<Record<string, Wording>> = {
  "not a function": notAFunction,
  "not an object": notAnObject,
  "not a object": (refusal) =>
    refusal.name === "Reflect.construct" && !callable(refusal, 0)
      ? `${text(refusal, 0)} is not a constructor`
      : "CreateListFromArrayLike called on non-object",
  "not a constructor": notAConstructor,
  "value is not iterable": notIterable,
  "empty array": () => "Reduce of empty array with no initial value",
  "empty iterator": () => "Reduce of a done iterator with no initial value",
  "Cannot convert undefined or null to object": onNothing,
  "null or undefined are forbidden": onNothing,
  "object prototype may only be an Object or null": (refusal) => `Object prototype may only be an Object or null: ${text(refusal, 0)}`,
  "Property description must be an object": (refusal) => `Property description must be an object: ${descriptor(refusal)}`,
  "Getter must be a function": (refusal) => `Getter must be a function: ${accessor(refusal, "get")}`,
  "Setter must be a function": (refusal) => `Setter must be a function: ${accessor(refusal, "set")}`,
  "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute": (refusal) =>
    `${refusal.message}, ${text(refusal, 2)}`,
  "property is not configurable": (refusal) => `Cannot redefine property: ${text(refusal, 1)}`,
  "object is not extensible": notExtensible,
  "could not delete property": (refusal) => `Cannot delete property '${Math.max(0, length(refusal) - 1)}' of ${received(refusal)}`,
  "invalid number of digits": ({ name }) => DIGITS[short(name)],
  "not a number": requiresThis("Number"),
  "not a boolean": requiresThis("Boolean"),
  "not a string": requiresThis("String"),
  "not a symbol": (refusal) => (refusal.name === "Symbol.keyFor" ? `${text(refusal, 0)} is not a symbol` : requiresThis("Symbol")(refusal)),
  "invalid repeat count": (refusal) => `Invalid count value: ${text(refusal, 0)}`,
  "bad normalization form": () => "The normalization form should be one of NFC, NFD, NFKC, NFKD.",
  "regexp not supported": ({ name }) => `First argument to ${name} must not be a regular expression`,
  "regexp must have the 'g' flag": ({ name }) => `${name} called with a non-global RegExp argument`,
  "invalid code point": (refusal) => `Invalid code point ${invalidCodePoint(refusal)}`,
  "Date value is NaN": () => "Invalid time value",
  "not a Date object": (refusal) =>
    refusal.name === "Date.prototype.toISOString" ? incompatibleReceiver(refusal) : "this is not a Date object.",
  "invalid hint": (refusal) => `Invalid hint: ${text(refusal, 0)}`,
  "cannot convert to BigInt: not an integer": notInteger,
  "cannot convert NaN or Infinity to BigInt": notInteger,
  "invalid BigInt literal": noBigInt,
  "cannot convert to BigInt": noBigInt,
  "must be called with new": requiresNew,
  "constructor requires 'new'": requiresNew,
  "Constructor requires 'new'": requiresNew,
  "abstract class not constructable": ({ name }) => `Abstract class ${name} not directly constructable`,
  "invalid value used as WeakMap key": () => "Invalid value used as weak map key",
  "invalid value used as WeakSet key": () => "Invalid value used in weak set",
  "invalid target": () => "WeakRef: invalid target",
  ".size is undefined": (refusal) =>
    type(refusal, 0) === "object" ? "The .size property is NaN" : `${refusal.name} argument must be an object`,
  "BigInt are forbidden in JSON.stringify": () => "Do not know how to serialize a BigInt",
  "circular reference": ({ frame, guest, values }) => {
    const value = frame.argument(0);
    return value && circularMessage(value, guest, values);
  },
  "invalid array index": (refusal) =>
    refusal.name === "ArrayBuffer" ? "Invalid array buffer length" : `Invalid typed array length: ${text(refusal, 0)}`,
  "invalid array buffer length": () => "Invalid array buffer length",
  "invalid array length": ({ name }) => (name.endsWith(".set") ? "offset is out of bounds" : undefined),
  "invalid length": (refusal) =>
    type(refusal, 2) === "undefined" ? `byte length of ${multiple(refusal)}` : `Invalid typed array length: ${text(refusal, 2)}`,
  "invalid offset": (refusal) =>
    Number(text(refusal, 1)) % elementSize(refusal.name) === 0 ? outside(refusal) : `start offset of ${multiple(refusal)}`,
  "invalid byteOffset": outside,
  "invalid byteLength": (refusal) => `Invalid DataView length ${text(refusal, 2)}`,
  "out of bound": () => "Offset is outside the bounds of the DataView",
  "not a TypedArray": (refusal) => (refusal.name.startsWith("get ") ? incompatibleReceiver(refusal) : "this is not a typed array."),
  "not a generator": (refusal) =>
    `Method [Generator].prototype.${short(refusal.name) || "next"} called on incompatible receiver ${received(refusal)}`,
  "must be positive": (refusal) => `${text(refusal, 0)} must be positive`,
  "proxy: defineProperty exception": (refusal) => `'defineProperty' on proxy: trap returned falsish for property '${text(refusal, 1)}'`,
  "proxy preventExtensions handler returned false": () => "'preventExtensions' on proxy: trap returned falsish",
  "proxy: inconsistent prototype": () => "'getPrototypeOf' on proxy: trap returned neither object nor null",
  "operand 'prototype' property is not an object": ({ caller, guest, values }) => {
    const called = caller?.operand(0);
    const prototype = called && values.property(guest.object(called), "prototype");
    return `Function has non-object prototype '${prototype ? values.describe(prototype) : "undefined"}' in instanceof check`;
  },
  "invalid property access": () =>
    "'caller', 'callee', and 'arguments' properties may not be accessed on strict mode functions or the arguments objects for calls to them",
};

const DIGITS: Readonly<Record<string, string>> = {
  toFixed: "toFixed() digits argument must be between 0 and 100",
  toExponential: "toExponential() argument must be between 0 and 100",
  toPrecision: "toPrecision() argument must be between 1 and 100",
};

/** Messages that name something. */
function byPattern(refusal: Refusal): string | undefined {
  const { message, values, receiver, name } = refusal;
  const readOnly = /^'([^]*)' is read-only$/.exec(message)?.[1];
  if (readOnly !== undefined) {
    const target = name === "Object.assign" ? refusal.frame.argument(0) : receiver;
    return `Cannot assign to read only property '${readOnly}' of object '${target ? values.describe(target) : "#<Object>"}'`;
  }
  const index = /^invalid array index: (.*)$/.exec(message)?.[1];
  if (index !== undefined) return `Invalid index : ${index}`;
  if (/^cannot read property 'Symbol.iterator' of /.test(message)) return notIterable(refusal);
  if (name === "Object.prototype.toLocaleString") return onNothing(refusal);
  return generalMessage(message);
}

const callable = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value !== undefined && values.isCallable(value);
};

function notAFunction(refusal: Refusal): string | undefined {
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

function notAnObject(refusal: Refusal): string | undefined {
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

function notAConstructor(refusal: Refusal): string | undefined {
  if (refusal.name === "Reflect.construct")
    return `${text(refusal, callable(refusal, 0) && refusal.frame.argument(2) ? 2 : 0)} is not a constructor`;
  return refusal.name === "" ? undefined : `${refusal.name} is not a constructor`;
}

function notIterable(refusal: Refusal): string | undefined {
  if (refusal.name === "Object.groupBy" && isNothing(refusal, 0)) return "Object.groupBy called on null or undefined";
  if (refusal.name === "Object.fromEntries" && isNothing(refusal, 0)) return `${text(refusal, 0)} is not iterable`;
  return `${typed(refusal, 0)} is not iterable (cannot read property Symbol(Symbol.iterator))`;
}

function notExtensible(refusal: Refusal): string | undefined {
  const { name } = refusal;
  if (/^(Object|Reflect)\.definePropert/.test(name)) return `Cannot define property ${text(refusal, 1)}, object is not extensible`;
  if (name === "Object.assign") return `Cannot add property ${newProperty(refusal)}, object is not extensible`;
  return name.startsWith("Array.prototype.") ? `Cannot add property ${length(refusal)}, object is not extensible` : undefined;
}

/** The first property of a source of Object.assign that the target does not have. */
function newProperty({ frame, guest }: Refusal): string {
  const names = (value: GuestValue | undefined) =>
    value ? [...guest.ownProperties(guest.object(value))].map(({ atom }) => guest.atom(atom)) : [];
  const have = new Set(names(frame.argument(0)));
  for (let index = 1; frame.argument(index) !== undefined; index += 1) {
    const added = names(frame.argument(index)).find((name) => !have.has(name));
    if (added !== undefined) return added;
  }
  return "";
}

const length = ({ receiver, guest, values }: Refusal) => (receiver ? values.length(guest.object(receiver)) : 0);

function descriptor({ name, frame, guest, values }: Refusal): string {
  if (!name.endsWith("defineProperties") && !name.endsWith("create"))
    return frame.argument(2) ? values.describe(frame.argument(2) as GuestValue) : "undefined";
  const all = frame.argument(1);
  const bad =
    all && [...guest.ownProperties(guest.object(all))].find(({ value }) => value !== undefined && guest.typeOf(value) !== "object")?.value;
  return bad ? values.describe(bad) : "undefined";
}

function accessor({ frame, guest, values }: Refusal, which: "get" | "set"): string {
  const of = frame.argument(2);
  const value = of && values.property(guest.object(of), which);
  return value ? values.describe(value) : "undefined";
}

function invalidCodePoint({ frame, guest, values }: Refusal): string {
  for (let index = 0; ; index += 1) {
    const value = frame.argument(index);
    if (value === undefined) return "undefined";
    const point = guest.typeOf(value) === "number" ? guest.number(value) : Number(values.describe(value));
    if (!Number.isInteger(point) || point < 0 || point > 0x10ffff) return values.describe(value);
  }
}

function outside(refusal: Refusal): string {
  return `Start offset ${text(refusal, 1)} is outside the bounds of the buffer`;
}

const multiple = ({ name }: Refusal) => `${name} should be a multiple of ${elementSize(name)}`;
const elementSize = (name: string) => Number(/(\d+)(?:Clamped)?Array$/.exec(name)?.[1] ?? 8) / 8;

function invalidRegExp(refusal: Refusal): string | undefined {
  const pattern = refusal.frame.argument(0);
  if (pattern === undefined || refusal.guest.typeOf(pattern) !== "string") return undefined;
  const flags = type(refusal, 1) === "string" && !refusal.name.startsWith("String.") ? text(refusal, 1) : "";
  return regExpMessage(refusal.message, refusal.guest.string(pattern), flags);
}

function notJson(refusal: Refusal): string | undefined {
  const said = plainText(refusal, refusal.frame.argument(0));
  return said === undefined ? undefined : jsonParseMessage(said);
}

/** What String() makes of a value, where that runs no code of the program's. */
function plainText({ guest, values }: Refusal, value: GuestValue | undefined): string | undefined {
  if (value === undefined) return "undefined";
  if (guest.typeOf(value) !== "object") return values.describe(value);
  const described = values.describe(value);
  return described.startsWith("#<") ? `[object ${values.tag(guest.object(value)) || "Object"}]` : undefined;
}

/** Built-in functions that V8 leaves out of stacks. */
export function hidesItself(name: string): boolean {
  return HIDDEN.has(name) || (name.startsWith("[Symbol.") && name !== "[Symbol.hasInstance]");
}

const HIDDEN = new Set(["call", "apply", "construct"]);
