/** V8's messages for what a built-in function refuses. */
import { accessor, descriptor, notExtensible } from "./builtin-properties.ts";
import { incompatibleReceiver, notAConstructor, notAFunction, notAnObject, notIterable, requiresThis } from "./builtin-values.ts";
import { circularMessage } from "./circular-message.ts";
import { generalMessage } from "./general-messages.ts";
import { jsonParseMessage } from "./json-parse-message.ts";
import { callable, length, plainText, type Refusal, received, short, text, type, type Wording } from "./refusal.ts";
import { regExpMessage } from "./regexp-message.ts";

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
  "invalid array buffer length": () => "Array buffer allocation failed",
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
