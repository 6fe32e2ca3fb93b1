/**
 * Built-ins as they were before any code of the learner's ran. What our guest code needs while a handler runs goes through
 * these, so that a handler that replaces `JSON.stringify` or `Array.prototype.push` breaks its own code and not the runtime.
 */
const { apply, construct, getOwnPropertyDescriptor, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
const reflectDefineProperty = Reflect.defineProperty;

/** Takes a fresh descriptor, and cuts it off from Object.prototype, where a learner may have put a `get` or a `value`. */
function defineProperty(target: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  setPrototypeOf(descriptor, null);
  return reflectDefineProperty(target, key, descriptor);
}

/** `uncurry(Array.prototype.slice)(list, 1)`: a method as a function, without touching Function.prototype.call. */
// biome-ignore lint/suspicious/noExplicitAny: a method's this and arguments are of any type by nature
const uncurry = <F extends (...args: any[]) => any>(method: F) => {
  return (self: unknown, ...args: Parameters<F>): ReturnType<F> => apply(method, self, args);
};

export const primordials = {
  apply,
  construct,
  defineProperty,
  getOwnPropertyDescriptor,
  getPrototypeOf,
  hasOwn: Object.hasOwn,
  ownKeys,
  setPrototypeOf,
  uncurry,
  ArrayIsArray: Array.isArray,
  BigIntFrom: BigInt,
  DateCtor: Date,
  DateToISOString: uncurry(Date.prototype.toISOString),
  FunctionToString: uncurry(Function.prototype.toString),
  ErrorCtor: Error,
  JSONParse: JSON.parse,
  JSONStringify: JSON.stringify,
  WeakMapCtor: WeakMap,
  WeakMapDelete: uncurry(WeakMap.prototype.delete),
  WeakMapGet: uncurry(WeakMap.prototype.get),
  WeakMapSet: uncurry(WeakMap.prototype.set),
  MapCtor: Map,
  MapGet: uncurry(Map.prototype.get),
  MapSet: uncurry(Map.prototype.set),
  MapDelete: uncurry(Map.prototype.delete),
  MapHas: uncurry(Map.prototype.has),
  MathFloor: Math.floor,
  MathMax: Math.max,
  MathRound: Math.round,
  MathTrunc: Math.trunc,
  NumberCtor: Number,
  NumberIsFinite: Number.isFinite,
  ObjectAssign: Object.assign,
  ObjectCreate: Object.create,
  ObjectFreeze: Object.freeze,
  ObjectKeys: Object.keys,
  ObjectToString: Object.prototype.toString,
  PromiseCtor: Promise,
  PromiseResolve: Promise.resolve.bind(Promise),
  PromiseThen: uncurry(Promise.prototype.then),
  RangeErrorCtor: RangeError,
  ReferenceErrorCtor: ReferenceError,
  RegExpExec: uncurry(RegExp.prototype.exec),
  StringCtor: String,
  StringIncludes: uncurry(String.prototype.includes),
  StringIndexOf: uncurry(String.prototype.indexOf),
  StringLastIndexOf: uncurry(String.prototype.lastIndexOf),
  StringRepeat: uncurry(String.prototype.repeat),
  StringSlice: uncurry(String.prototype.slice),
  StringToUpperCase: uncurry(String.prototype.toUpperCase),
  StringToWellFormed: uncurry(String.prototype.toWellFormed),
  SyntaxErrorCtor: SyntaxError,
  SymbolFor: Symbol.for,
  SymbolToString: uncurry(Symbol.prototype.toString),
  SymbolToStringTag: Symbol.toStringTag,
  TypeErrorCtor: TypeError,
  Uint8ArrayCtor: Uint8Array,
};

/** The global object, by a name that cannot be deleted. */
export const scope = globalThis as unknown as Record<PropertyKey, unknown>;

/** Text of any value without running a learner's code where that can be avoided. */
export const text = (value: unknown): string => `${value as string}`;

/** Puts an item at a list's end: an assignment would call a setter that stands at that index of Array.prototype. */
export function append<T>(list: T[], item: T): void {
  defineProperty(list, list.length, { value: item, writable: true, enumerable: true, configurable: true });
}

/** String.prototype.split and replaceAll ask their argument for methods of its own, which a learner can give to all strings. */
export function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (;;) {
    const end = primordials.StringIndexOf(text, separator, start);
    if (end < 0) break;
    append(parts, primordials.StringSlice(text, start, end));
    start = end + separator.length;
  }
  append(parts, primordials.StringSlice(text, start));
  return parts;
}

export function join(parts: readonly string[], separator: string): string {
  let text = "";
  for (let index = 0; index < parts.length; index += 1) text += index === 0 ? parts[index] : separator + parts[index];
  return text;
}

/** A first-in-first-out queue that uses no method a learner could have replaced. */
export interface Queue<T> {
  push(item: T): void;
  shift(): T | undefined;
  readonly size: number;
}

export function queue<T>(): Queue<T> {
  let items: Record<number, T> = primordials.ObjectCreate(null);
  let head = 0;
  let tail = 0;
  return {
    push(item) {
      items[tail] = item;
      tail += 1;
    },
    shift() {
      if (head === tail) return undefined;
      const item = items[head];
      delete items[head];
      head += 1;
      if (head === tail) {
        items = primordials.ObjectCreate(null);
        head = tail = 0;
      }
      return item;
    },
    get size() {
      return tail - head;
    },
  };
}
