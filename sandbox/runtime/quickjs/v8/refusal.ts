/** A built-in function that refuses: what the engine says, and what the function was called with. */
import type { AnyNode } from "acorn";
import type { Frame } from "./frames.ts";
import type { GuestMemory, GuestValue } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";

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

export type Wording = (refusal: Refusal) => string | undefined;

/** An argument as text, with its type, or its type alone. */
export const text = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : values.describe(value);
};
export const typed = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : values.withType(value);
};
export const type = ({ frame, guest }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value === undefined ? "undefined" : guest.typeOf(value);
};
export const isNothing = (refusal: Refusal, index: number) => /^(undefined|null)$/.test(type(refusal, index));
export const short = (name: string) => name.slice(name.lastIndexOf(".") + 1);
export const received = ({ receiver, values }: Refusal) => (receiver === undefined ? "undefined" : values.describe(receiver));

export const callable = ({ frame, values }: Refusal, index: number) => {
  const value = frame.argument(index);
  return value !== undefined && values.isCallable(value);
};

/** What String() makes of a value, where that runs no code of the program's. */
export function plainText({ guest, values }: Refusal, value: GuestValue | undefined): string | undefined {
  if (value === undefined) return "undefined";
  if (guest.typeOf(value) !== "object") return values.describe(value);
  const described = values.describe(value);
  return described.startsWith("#<") ? `[object ${values.tag(guest.object(value)) || "Object"}]` : undefined;
}

/** The length of the array that a method was called on. */
export const length = ({ receiver, guest, values }: Refusal) => (receiver ? values.length(guest.object(receiver)) : 0);
