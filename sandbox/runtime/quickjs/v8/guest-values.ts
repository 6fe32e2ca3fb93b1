/** Values of the guest as V8's messages write them, found out without running any code (Object::NoSideEffectsToString). */
import type { GuestMemory, GuestValue, Pointer } from "./guest-memory.ts";

/** JSClassID. */
const CLASS = {
  array: 2,
  error: 3,
  number: 4,
  string: 5,
  boolean: 6,
  date: 10,
  module: 11,
  native: 12,
  function: 13,
  bound: 14,
  nativeData: 15,
  nativeClosure: 16,
  generator: 17,
  regExp: 19,
  generatorObject: 49,
  proxy: 50,
  async: 54,
  asyncGenerator: 58,
} as const;

/** V8 knows the prototypes of its iterators by what they print themselves as. */
const ITERATORS: Readonly<Record<number, string>> = {
  42: "Iterator Helper",
  44: "Map Iterator",
  45: "Set Iterator",
  46: "Array Iterator",
  47: "String Iterator",
  48: "RegExp String Iterator",
};
/** JSGeneratorData.func_state.frame.cur_func. */
const GENERATOR_FUNCTION = 32;

const CALLABLE = new Set<number>([
  CLASS.native,
  CLASS.function,
  CLASS.bound,
  CLASS.nativeData,
  CLASS.nativeClosure,
  CLASS.generator,
  CLASS.async,
  CLASS.asyncGenerator,
]);
const WITH_CODE = new Set<number>([CLASS.function, CLASS.generator, CLASS.async, CLASS.asyncGenerator]);
const LONGEST_CHAIN = 64;

export class GuestValues {
  readonly #guest: GuestMemory;
  readonly #textOf: (bytecode: Pointer) => string;

  constructor(guest: GuestMemory, textOf: (bytecode: Pointer) => string) {
    this.#guest = guest;
    this.#textOf = textOf;
  }

  isCallable(value: GuestValue): boolean {
    const object = this.#guest.object(value);
    return object !== 0 && CALLABLE.has(this.#guest.classOf(object));
  }

  isProxy(value: GuestValue | undefined): boolean {
    return value !== undefined && this.#guest.object(value) !== 0 && this.#guest.classOf(this.#guest.object(value)) === CLASS.proxy;
  }

  /** A class, or a constructor that is built in. */
  isClass(value: GuestValue): boolean {
    if (!this.isCallable(value)) return false;
    const object = this.#guest.object(value);
    const kind = this.#guest.classOf(object);
    if (kind === CLASS.function) return this.#textOf(this.#guest.u32(this.#guest.payload(object))).startsWith("class");
    return kind === CLASS.native && this.#guest.isConstructor(object);
  }

  /** `undefined`, `3`, `text`, `Symbol(x)`, `#<Map>`, `[object Array]`, a function's text. */
  describe(value: GuestValue): string {
    const guest = this.#guest;
    switch (guest.typeOf(value)) {
      case "undefined":
      case "null":
        return guest.typeOf(value);
      case "boolean":
        return value.low === 0 ? "false" : "true";
      case "number":
        return String(guest.number(value));
      case "bigint":
        return String(guest.shortBigInt(value) ?? "");
      case "string":
        return guest.string(value);
      case "symbol":
        return `Symbol(${guest.description(value)})`;
      case "object":
        return this.#describeObject(guest.object(value));
      default:
        return "";
    }
  }

  /** `number 5`, `object null`, `string "a"`, `function`: BuildDefaultCallSite. */
  withType(value: GuestValue): string {
    const type = this.#guest.typeOf(value);
    switch (type) {
      case "string":
        return `string "${this.#guest.string(value).slice(0, 100)}"`;
      case "null":
        return "object null";
      case "boolean":
      case "number":
        return `${type} ${this.describe(value)}`;
      case "object":
        return this.isCallable(value) ? "function" : "object";
      default:
        return type;
    }
  }

  /** The class of an object as V8 prints it before a method's name. */
  constructorName(value: GuestValue): string {
    const guest = this.#guest;
    const type = guest.typeOf(value);
    if (type !== "object") return type === "bigint" ? "BigInt" : type.charAt(0).toUpperCase() + type.slice(1);
    const object = guest.object(value);
    const kind = guest.classOf(object);
    if (kind === CLASS.proxy) return "Proxy";
    if (CALLABLE.has(kind)) return "Function";
    if (kind === CLASS.generatorObject)
      return this.functionName(this.#guest.u32(this.#guest.u32(this.#guest.payload(object)) + GENERATOR_FUNCTION));
    const iterator = ITERATORS[kind];
    if (iterator !== undefined) return iterator;
    const made = this.#constructorOf(guest.prototypeOf(object));
    if (made !== "" && made !== "Object") return made;
    return this.tag(object) || this.#constructorOf(object) || "Object";
  }

  functionName(object: Pointer): string {
    const name = this.#guest.ownProperty(object, "name");
    return name !== undefined && this.#guest.typeOf(name) === "string" ? this.#guest.string(name) : "";
  }

  length(object: Pointer): number {
    const length = this.#guest.ownProperty(object, "length");
    return length === undefined ? 0 : this.#guest.number(length);
  }

  /** A data property of an object or of what it inherits from. */
  property(object: Pointer, name: string): GuestValue | undefined {
    for (const holder of this.chain(object)) {
      const value = this.#guest.ownProperty(holder, name);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  /** A method of the program's own: built-in ones that nobody has called yet are not there. */
  method(object: Pointer, name: string): boolean {
    for (const holder of this.chain(object)) {
      for (const { atom, value } of this.#guest.ownProperties(holder))
        if (this.#guest.atom(atom) === name) return value === undefined || this.isCallable(value);
    }
    return false;
  }

  *chain(object: Pointer): Generator<Pointer> {
    let at = object;
    for (let steps = 0; at !== 0 && steps < LONGEST_CHAIN; steps += 1) {
      yield at;
      at = this.#guest.prototypeOf(at);
    }
  }

  #describeObject(object: Pointer): string {
    const guest = this.#guest;
    const kind = guest.classOf(object);
    if (CALLABLE.has(kind)) return this.#functionText(object, kind);
    if (kind === CLASS.error) return this.#errorText(object);
    // Only what prints itself as Object.prototype does is named by its constructor.
    if (this.#prints(object) === "Object") {
      const name = this.constructorName({ low: object, high: -1 });
      if (name !== "") return `#<${name}>`;
    }
    return `[object ${this.tag(object) || this.#builtinTag(kind)}]`;
  }

  #functionText(object: Pointer, kind: number): string {
    if (WITH_CODE.has(kind)) return this.#textOf(this.#guest.u32(this.#guest.payload(object)));
    return `function ${this.functionName(object)}() { [native code] }`;
  }

  #errorText(object: Pointer): string {
    const text = (name: string, otherwise: string) => {
      const value = this.property(object, name);
      return value === undefined ? otherwise : this.describe(value);
    };
    const name = text("name", "Error");
    const message = text("message", "");
    return name === "" ? message : message === "" ? name : `${name}: ${message}`;
  }

  /** Whose toString an object has. */
  #prints(object: Pointer): "Object" | "other" {
    let last = 0;
    for (const holder of this.chain(object)) {
      for (const { atom } of this.#guest.ownProperties(holder)) {
        if (this.#guest.atom(atom) === "toString" && this.#guest.prototypeOf(holder) !== 0) return "other";
      }
      last = holder;
    }
    return last === object || last === 0 ? "other" : "Object";
  }

  #constructorOf(object: Pointer): string {
    const value = object === 0 ? undefined : this.property(object, "constructor");
    return value !== undefined && this.isCallable(value) ? this.functionName(this.#guest.object(value)) : "";
  }

  /** Its Symbol.toStringTag. */
  tag(object: Pointer): string {
    const tag = this.property(object, "Symbol.toStringTag");
    return tag !== undefined && this.#guest.typeOf(tag) === "string" ? this.#guest.string(tag) : "";
  }

  #builtinTag(kind: number): string {
    switch (kind) {
      case CLASS.array:
        return "Array";
      case CLASS.date:
        return "Date";
      case CLASS.regExp:
        return "RegExp";
      case CLASS.number:
        return "Number";
      case CLASS.string:
        return "String";
      case CLASS.boolean:
        return "Boolean";
      default:
        return "Object";
    }
  }
}
