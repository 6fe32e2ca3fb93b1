/**
 * Built-ins as they were before any of the learner's code ran, under the names by which Node's own library knows them
 * (`ArrayPrototypeMap`: Array.prototype.map, its `this` the first argument). Captured once at boot: a handler that replaces
 * Array.prototype.map breaks its own code and not console.log.
 */
export type Primordials = Record<string, unknown>;

// Only what the library asks for: capturing costs time in every engine that boots. `@@`: a well-known symbol.
const CONSTRUCTORS = `AggregateError Array ArrayBuffer BigInt Boolean DataView Date Error Function Map Number Object Promise
RangeError RegExp Set String Symbol TypeError TypedArray Uint8Array WeakMap WeakSet`;
const STATICS: Readonly<Record<string, string>> = {
  Array: "isArray",
  JSON: "parse stringify",
  Math: "floor max min round sqrt trunc",
  Number: "isFinite isNaN parseFloat parseInt",
  Object:
    "assign defineProperty getOwnPropertyDescriptor getOwnPropertyNames getOwnPropertySymbols getPrototypeOf is keys seal setPrototypeOf",
  Reflect: "apply ownKeys",
  Symbol: "iterator toPrimitive toStringTag",
};
const METHODS: Readonly<Record<string, string>> = {
  Array: "filter forEach includes indexOf join map pop push slice sort splice unshift",
  BigInt: "valueOf",
  Boolean: "valueOf",
  Date: "getTime toISOString toString",
  Error: "toString",
  Function: "bind call toString @@hasInstance",
  Map: "entries",
  Number: "toString valueOf",
  Object: "hasOwnProperty propertyIsEnumerable toString",
  RegExp: "exec toString @@replace @@split",
  Set: "values",
  String: `charCodeAt codePointAt endsWith includes indexOf lastIndexOf normalize padEnd padStart repeat replace replaceAll
    slice split startsWith toLowerCase valueOf`,
  Symbol: "toString valueOf",
};
const GETTERS: Readonly<Record<string, string>> = { Map: "size", Set: "size", TypedArray: "length @@toStringTag" };

type Method = (...args: never[]) => unknown;
type Holder = Record<PropertyKey, unknown>;

export function capturePrimordials(): Primordials {
  const { bind, call, apply } = Function.prototype;
  // `call` with its `this` fixed to a method: that method, taking its own `this` as the first argument.
  const uncurry = bind.bind(call) as (method: unknown) => Method;
  const primordials: Primordials = { __proto__: null };
  for (const owner of words(CONSTRUCTORS)) {
    primordials[owner] = ownerOf(owner);
    primordials[`${owner}Prototype`] = ownerOf(owner).prototype;
  }
  for (const [owner, key] of each(STATICS)) primordials[owner + capital(key)] = descriptor(ownerOf(owner), key).value;
  for (const [owner, key] of each(METHODS))
    primordials[`${owner}Prototype${capital(key)}`] = uncurry(descriptor(prototypeOf(owner), key).value);
  for (const [owner, key] of each(GETTERS))
    primordials[`${owner}PrototypeGet${capital(key)}`] = uncurry(descriptor(prototypeOf(owner), key).get);
  return Object.assign(primordials, {
    uncurryThis: uncurry,
    ArrayPrototypePushApply: (bind.bind(apply) as (method: Method) => Method)(Array.prototype.push),
    SafeMap: safe(Map),
    SafeSet: safe(Set),
    SafeStringIterator: stringIterator(uncurry),
    /** The names that ECMAScript itself defines, which is what inspect asks the global object for. */
    globalThis: Object.fromEntries(Object.getOwnPropertyNames(globalThis).map((name) => [name, undefined])),
  });
}

const words = (text: string) => text.split(/\s+/);

function* each(table: Readonly<Record<string, string>>): Iterable<readonly [string, string]> {
  for (const [owner, keys] of Object.entries(table)) for (const key of words(keys)) yield [owner, key];
}

/** `charCodeAt` → CharCodeAt, `@@replace` → SymbolReplace. */
function capital(key: string): string {
  const name = key.replace("@@", "");
  const word = name.charAt(0).toUpperCase() + name.slice(1);
  return name === key ? word : `Symbol${word}`;
}

function ownerOf(owner: string): Holder {
  if (owner === "TypedArray") return Object.getPrototypeOf(Uint8Array) as Holder;
  // Looked up by its name, which the type of the global object does not allow.
  return (globalThis as unknown as Record<string, Holder>)[owner] ?? missing(owner);
}

const prototypeOf = (owner: string) => ownerOf(owner).prototype as Holder;

function descriptor(holder: Holder, key: string): PropertyDescriptor {
  const symbol = key.startsWith("@@") ? (Symbol as unknown as Record<string, symbol>)[key.slice(2)] : undefined;
  return Object.getOwnPropertyDescriptor(holder, symbol ?? key) ?? missing(key);
}

function missing(name: string): never {
  throw new Error(`primordials: this engine has no ${name}`);
}

/** A class with its own copies of all methods, out of reach of changes to Map.prototype. */
function safe<T extends MapConstructor | SetConstructor>(base: T): T {
  // TypeScript wants a mixin's base to take any arguments.
  class Safe extends (base as unknown as new (...args: unknown[]) => object) {}
  for (const key of Reflect.ownKeys(base.prototype)) {
    if (key === "constructor") continue;
    Object.defineProperty(Safe.prototype, key, Object.getOwnPropertyDescriptor(base.prototype, key) as PropertyDescriptor);
  }
  Object.setPrototypeOf(Safe.prototype, null);
  Object.freeze(Safe.prototype);
  return Safe as unknown as T;
}

function stringIterator(uncurry: (method: unknown) => Method) {
  const start = uncurry(String.prototype[Symbol.iterator]) as (text: string) => object;
  const step = uncurry(Object.getPrototypeOf(""[Symbol.iterator]()).next) as (iterator: object) => IteratorResult<string>;
  return class SafeStringIterator {
    readonly #iterator: object;
    constructor(text: string) {
      this.#iterator = start(text);
    }
    next(): IteratorResult<string> {
      return step(this.#iterator);
    }
    [Symbol.iterator](): this {
      return this;
    }
  };
}
