/** The methods that format as a locale does: thin ones here, which load Intl when one of them is first called. */

import { primordials as p } from "./primordials.ts";
import { receiverText } from "./receiver-text.ts";

/** What internal/intl exports for them. */
interface IntlModule {
  dateToLocale(method: string, instant: number, locales: unknown, options: unknown): string;
  numberToLocale(value: number | bigint, locales: unknown, options: unknown): string;
  localeCompare(a: string, b: string, locales: unknown, options: unknown): number;
  checkLocales(locales: unknown): void;
}

const { isNaN } = Number;
const getTime = p.uncurry(Date.prototype.getTime);
const numberValue = p.uncurry(Number.prototype.valueOf);
const bigintValue = p.uncurry(BigInt.prototype.valueOf);
const toUpperCase = p.uncurry(String.prototype.toUpperCase);
const toLowerCase = p.uncurry(String.prototype.toLowerCase);

export function installLocaleMethods(builtin: (id: string) => unknown): void {
  const intl = () => builtin("internal/intl") as IntlModule;
  const dates = (method: string) => ({
    [method](this: unknown) {
      const [locales, options] = firstTwo(arguments);
      const instant = valueOf(getTime, this, () => `Method Date.prototype.${method} called on incompatible receiver ${receiverText(this)}`);
      return isNaN(instant) ? "Invalid Date" : intl().dateToLocale(method, instant, locales, options);
    },
  });
  for (const method of ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]) install(Date.prototype, dates(method));
  install(Number.prototype, {
    toLocaleString(this: unknown) {
      const [locales, options] = firstTwo(arguments);
      const value = valueOf(numberValue, this, () => "Number.prototype.toLocaleString requires that 'this' be a Number");
      return intl().numberToLocale(value, locales, options);
    },
  });
  install(BigInt.prototype, {
    toLocaleString(this: unknown) {
      const [locales, options] = firstTwo(arguments);
      const value = valueOf(bigintValue, this, () => "BigInt.prototype.toLocaleString requires that 'this' be a BigInt");
      return intl().numberToLocale(value, locales, options);
    },
  });
  install(String.prototype, {
    localeCompare(this: unknown, that: unknown) {
      const text = stringOf(this, "localeCompare");
      const other = `${that as string}`;
      return intl().localeCompare(text, other, arguments[1], arguments[2]);
    },
    toLocaleUpperCase(this: unknown) {
      const text = stringOf(this, "toLocaleUpperCase");
      if (arguments[0] !== undefined) intl().checkLocales(arguments[0]);
      return toUpperCase(text);
    },
    toLocaleLowerCase(this: unknown) {
      const text = stringOf(this, "toLocaleLowerCase");
      if (arguments[0] !== undefined) intl().checkLocales(arguments[0]);
      return toLowerCase(text);
    },
  });
  installLists();
}

/** Array's and the typed arrays': the engine's own pass no locales on. */
function installLists(): void {
  const joined = (list: { readonly length: number; readonly [index: number]: unknown }, args: IArguments) => {
    let text = "";
    const { length } = list;
    for (let index = 0; index < length; index += 1) {
      if (index > 0) text += ",";
      const item = list[index];
      if (item === undefined || item === null) continue;
      const method = (item as { toLocaleString: (...args: unknown[]) => unknown }).toLocaleString;
      text += `${p.apply(method, item, [args[0], args[1]]) as string}`;
    }
    return text;
  };
  const open: unknown[] = [];
  install(Array.prototype, {
    toLocaleString(this: unknown) {
      const list = Object(this) as { readonly length: number };
      for (let index = 0; index < open.length; index += 1) if (open[index] === list) return "";
      const depth = open.length;
      p.defineProperty(open, depth, { value: list, writable: true, enumerable: true, configurable: true });
      try {
        return joined(list, arguments);
      } finally {
        open.length = depth;
      }
    },
  });
  const typedArray = p.getPrototypeOf(Uint8Array.prototype) as object;
  const lengthOf = p.uncurry(p.getOwnPropertyDescriptor(typedArray, "length")?.get as () => number);
  install(typedArray, {
    toLocaleString(this: unknown) {
      lengthOf(this);
      return joined(this as Uint8Array, arguments);
    },
  });
}

const firstTwo = (args: IArguments): readonly [unknown, unknown] => [args[0], args[1]];

function valueOf<T>(read: (self: unknown) => T, self: unknown, message: () => string): T {
  try {
    return read(self);
  } catch {
    // The method's only refusal: another kind of receiver.
    throw new p.TypeErrorCtor(message());
  }
}

function stringOf(value: unknown, method: string): string {
  if (value === undefined || value === null) throw new p.TypeErrorCtor(`String.prototype.${method} called on null or undefined`);
  return `${value as string}`;
}

function install(target: object, methods: object): void {
  for (const name of p.ObjectKeys(methods)) {
    p.defineProperty(target, name, { value: methods[name as keyof typeof methods], writable: true, enumerable: false, configurable: true });
  }
}
