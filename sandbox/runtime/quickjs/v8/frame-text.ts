/**
 * A frame as V8 writes it into a stack: `handler (file:///var/task/index.mjs:3:9)` (SerializeJSStackFrame).
 */
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";

export interface NamedCall {
  readonly function: Pointer;
  /** The function's name, or what V8 infers where it has none. */
  readonly name: string;
  readonly receiver: GuestValue | undefined;
  readonly construct: boolean;
}

/** Atoms from here on are array indices, under which V8 does not look. */
const FIRST_INDEX = 0x80000000;
const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

export function calledName(call: NamedCall, guest: GuestMemory, values: GuestValues): string {
  if (call.construct) return `new ${call.name || "<anonymous>"}`;
  const { receiver } = call;
  if (receiver === undefined || isNobody(guest.typeOf(receiver))) return call.name;
  const type = typeName(receiver, guest, values);
  const method = methodName(call, receiver, guest, values);
  if (call.name === "") return `${type === "" ? "" : `${type}.`}${method || "<anonymous>"}`;
  const prefix = type !== "" && IDENTIFIER.test(call.name) && call.name !== type ? `${type}.` : "";
  const suffix = method === "" || endsWithMethod(call.name, method) ? "" : ` [as ${method}]`;
  return prefix + call.name + suffix;
}

const isNobody = (type: string) => type === "undefined" || type === "null" || type === "internal";

function typeName(receiver: GuestValue, guest: GuestMemory, values: GuestValues): string {
  // A class, and a constructor that is built in, is named itself: `Foo.create`, `Object.keys`.
  if (values.isClass(receiver)) return values.functionName(guest.object(receiver)) || "Function";
  return values.constructorName(receiver);
}

/** Under which name an object has the function that was called on it, where it has it under one. */
function methodName(call: NamedCall, receiver: GuestValue, guest: GuestMemory, values: GuestValues): string {
  const object = guest.object(receiver);
  if (object === 0) return "";
  const plain = /^[gs]et /.test(call.name) ? call.name.slice(4) : (call.name.split(".").at(-1) ?? "");
  const names = new Set<string>();
  for (const holder of values.chain(object)) {
    for (const { atom, value, accessors, enumerable } of guest.ownProperties(holder)) {
      const is = value === undefined ? accessors.includes(call.function) : guest.object(value) === call.function;
      if (!is || atom >= FIRST_INDEX) continue;
      const name = guest.atom(atom);
      // V8 passes over symbols; the engine's have names like this one.
      if (name.startsWith("Symbol.")) continue;
      if (name === plain) return name;
      if (enumerable) names.add(name);
    }
  }
  return names.size === 1 ? ([...names][0] ?? "") : "";
}

function endsWithMethod(name: string, method: string): boolean {
  return name === method || name.endsWith(`.${method}`) || name.endsWith(` ${method}`);
}
