/** Internal slots of Intl's objects, as private fields: no prototype trick reaches them. */

/** A constructor that returns an object stamps its subclass's fields on it. */
class Given {
  constructor(object) {
    // biome-ignore lint/correctness/noConstructorReturn: the way to put a private field on an object that exists
    return object;
  }
}

/** A kind of slots: `put` on an object, `of` an object (undefined where it has none). */
export function slots() {
  return class Stamp extends Given {
    #held;
    constructor(object, held) {
      super(object);
      this.#held = held;
    }
    static put(object, held) {
      new Stamp(object, held);
      return object;
    }
    static of(object) {
      return typeof object === "object" && object !== null && #held in object ? object.#held : undefined;
    }
  };
}

/** How V8 shows a receiver that is of another kind. */
export function receiver(value) {
  if (typeof value === "object" && value !== null) {
    const name = value.constructor?.name;
    return Array.isArray(value) ? String(value) : `#<${typeof name === "string" && name !== "" ? name : "Object"}>`;
  }
  return typeof value === "function" ? String(value) : typeof value === "symbol" ? value.toString() : String(value);
}

export function incompatible(method, value) {
  return new TypeError(`Method ${method} called on incompatible receiver ${receiver(value)}`);
}

/** Methods as a class of V8's has them: writable, not enumerable. */
export function methods(target, functions) {
  for (const name of Object.keys(functions)) {
    Object.defineProperty(target, name, { __proto__: null, value: functions[name], writable: true, enumerable: false, configurable: true });
  }
  return target;
}

export function tag(target, name) {
  Object.defineProperty(target, Symbol.toStringTag, { __proto__: null, value: name, configurable: true });
}

/** What a bound `format` or `compare` is: made once for an object, without a name. */
export function boundGetter(target, name, read) {
  const getter = {
    [`get ${name}`]() {
      return read(this);
    },
  }[`get ${name}`];
  Object.defineProperty(target, name, { __proto__: null, get: getter, set: undefined, enumerable: false, configurable: true });
}

/** A list's items, put there without asking Array.prototype. */
export function append(list, item) {
  Object.defineProperty(list, list.length, { __proto__: null, value: item, writable: true, enumerable: true, configurable: true });
}

export function freshObject(pairs) {
  const object = {};
  for (let index = 0; index < pairs.length; index += 1) {
    const [key, value] = pairs[index];
    if (value !== undefined)
      Object.defineProperty(object, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
  }
  return object;
}

/** `[["type", "value"], …]` of the host as the parts that code sees. */
export function partsOf(json, names = ["type", "value"]) {
  const parts = [];
  for (const row of JSON_PARSE(json)) append(parts, freshObject(names.map((name, index) => [name, row[index]])));
  return parts;
}

const JSON_PARSE = JSON.parse;
