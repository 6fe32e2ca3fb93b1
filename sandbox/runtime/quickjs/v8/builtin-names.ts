/** The full names of built-in functions: `Array.prototype.map`, `Object.keys`, `JSON.parse`, `Map`. */
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";
import type { GuestValues } from "./guest-values.ts";

export class BuiltinNames {
  readonly #guest: GuestMemory;
  readonly #values: GuestValues;
  readonly #known = new Map<Pointer, string>();

  constructor(guest: GuestMemory, values: GuestValues) {
    this.#guest = guest;
    this.#values = values;
  }

  /** "" for a function that is not, or no longer, where the language has it. */
  of(builtin: Pointer): string {
    const known = this.#known.get(builtin);
    if (known !== undefined) return known;
    const name = this.#find(builtin);
    // Another function may once have the address of one that has no name.
    if (name !== "") this.#known.set(builtin, name);
    return name;
  }

  #find(builtin: Pointer): string {
    for (const [name, value] of this.#named(this.#guest.globalObject)) {
      const object = this.#guest.object(value);
      if (object === builtin) return name;
      if (object === 0 || !/^[A-Z]/.test(name)) continue;
      const found = this.#member(builtin, object, name);
      if (found !== "") return found;
      const prototype = this.#values.property(object, "prototype");
      const method = prototype && this.#member(builtin, this.#guest.object(prototype), `${name}.prototype`);
      if (method) return method;
    }
    return this.#ofTypedArrays(builtin);
  }

  /** What all typed arrays inherit has no name of its own in the language. */
  #ofTypedArrays(builtin: Pointer): string {
    const array = [...this.#named(this.#guest.globalObject)].find(([name]) => name === "Uint8Array")?.[1];
    const prototype = array && this.#values.property(this.#guest.object(array), "prototype");
    const inherited = prototype && this.#guest.prototypeOf(this.#guest.object(prototype));
    return inherited ? this.#member(builtin, inherited, "TypedArray.prototype") : "";
  }

  #member(builtin: Pointer, object: Pointer, name: string): string {
    for (const { atom, value, accessors } of this.#guest.ownProperties(object)) {
      if (value !== undefined && this.#guest.object(value) === builtin) return `${name}.${this.#guest.atom(atom)}`;
      if (accessors.includes(builtin)) return `get ${name}.${this.#guest.atom(atom)}`;
    }
    return "";
  }

  *#named(object: Pointer): Generator<readonly [string, GuestValue]> {
    for (const { atom, value } of this.#guest.ownProperties(object)) if (value !== undefined) yield [this.#guest.atom(atom), value];
  }
}
