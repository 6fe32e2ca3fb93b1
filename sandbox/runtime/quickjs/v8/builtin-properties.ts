/** V8's messages for built-in functions that define, add or write properties. */
import type { GuestValue } from "./guest-memory.ts";
import { length, type Refusal, text } from "./refusal.ts";

export function notExtensible(refusal: Refusal): string | undefined {
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

export function descriptor({ name, frame, guest, values }: Refusal): string {
  if (!name.endsWith("defineProperties") && !name.endsWith("create"))
    return frame.argument(2) ? values.describe(frame.argument(2) as GuestValue) : "undefined";
  const all = frame.argument(1);
  const bad =
    all && [...guest.ownProperties(guest.object(all))].find(({ value }) => value !== undefined && guest.typeOf(value) !== "object")?.value;
  return bad ? values.describe(bad) : "undefined";
}

export function accessor({ frame, guest, values }: Refusal, which: "get" | "set"): string {
  const of = frame.argument(2);
  const value = of && values.property(guest.object(of), which);
  return value ? values.describe(value) : "undefined";
}
