/** Errors that Node itself would throw: described by the host, made here. */
import type { HostError } from "./host.ts";
import { primordials as p } from "./primordials.ts";

const CONSTRUCTORS = { Error: p.ErrorCtor, TypeError: p.TypeErrorCtor, SyntaxError: p.SyntaxErrorCtor, RangeError: p.RangeErrorCtor };

export function errorFromHost({ name, message, code, bracketed, excerpt, fields }: HostError): Error {
  const error = new CONSTRUCTORS[name](message);
  if (code === undefined) return error;
  if (bracketed) {
    error.stack = `${name} [${code}]${p.StringSlice(`${error.stack}`, name.length)}`;
    const text = function toString(this: Error) {
      return `${this.name} [${code}]: ${this.message}`;
    };
    p.defineProperty(error, "toString", { value: text, writable: true, enumerable: false, configurable: true });
  }
  if (excerpt !== undefined) error.stack = excerpt + error.stack;
  return p.ObjectAssign(coded(error, code), fields);
}

export function coded<E extends Error>(error: E, code: string): E {
  p.defineProperty(error, "code", { value: code, writable: true, enumerable: true, configurable: true });
  return error;
}
