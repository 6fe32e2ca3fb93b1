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
  uncurry,
  ArrayIsArray: Array.isArray,
  DateCtor: Date,
  DateToISOString: uncurry(Date.prototype.toISOString),
  ErrorCtor: Error,
  JSONParse: JSON.parse,
  JSONStringify: JSON.stringify,
  MapCtor: Map,
  MapGet: uncurry(Map.prototype.get),
  MapSet: uncurry(Map.prototype.set),
  MapDelete: uncurry(Map.prototype.delete),
  MapHas: uncurry(Map.prototype.has),
  NumberIsFinite: Number.isFinite,
  ObjectAssign: Object.assign,
  ObjectCreate: Object.create,
  ObjectFreeze: Object.freeze,
  ObjectKeys: Object.keys,
  PromiseCtor: Promise,
  PromiseResolve: Promise.resolve.bind(Promise),
  PromiseThen: uncurry(Promise.prototype.then),
  StringCtor: String,
  StringIncludes: uncurry(String.prototype.includes),
  StringIndexOf: uncurry(String.prototype.indexOf),
  StringReplaceAll: uncurry(String.prototype.replaceAll as (search: string, replacement: string) => string),
  StringSlice: uncurry(String.prototype.slice),
  StringSplit: uncurry(String.prototype.split as (separator: string) => string[]),
  StringToUpperCase: uncurry(String.prototype.toUpperCase),
  StringToWellFormed: uncurry(String.prototype.toWellFormed),
  SyntaxErrorCtor: SyntaxError,
  SymbolFor: Symbol.for,
  SymbolToString: uncurry(Symbol.prototype.toString),
};

/** Text of any value without running a learner's code where that can be avoided. */
export const text = (value: unknown): string => `${value as string}`;

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
