/**
 * The `stack` of an error as V8 has it: an accessor among the error's own properties, whose text is put together when it is
 * first read. So a name or message that was set after the error was made (`this.name = "ValidationError"`) stands in its
 * first line.
 */
import { primordials as p } from "./primordials.ts";

export interface Stacks {
  /** Gives the error its `stack`, from the lines below the first. */
  define(error: object, frames: string): void;
  /** Its `stack` is somebody else's from now on. */
  forget(error: object): void;
  /** Once more, where the engine has put a value in the accessor's place. */
  restore(error: object): void;
}

interface Stack {
  readonly frames: string;
  /** What was read, or assigned. */
  text?: unknown;
}

export function makeStacks(): Stacks {
  const stacks: WeakMap<object, Stack> = new p.WeakMapCtor();
  const accessor = {
    get stack(): unknown {
      const stack = p.WeakMapGet(stacks, this);
      if (stack === undefined) return undefined;
      if (!("text" in stack)) stack.text = firstLine(this) + stack.frames;
      return stack.text;
    },
    set stack(value: unknown) {
      const stack = p.WeakMapGet(stacks, this);
      if (stack !== undefined) stack.text = value;
    },
  };
  const { get, set } = p.getOwnPropertyDescriptor(accessor, "stack") as Required<Pick<PropertyDescriptor, "get" | "set">>;
  // V8's two functions have no names.
  for (const fn of [get, set]) p.defineProperty(fn, "name", { value: "" });
  const place = (error: object) => p.defineProperty(error, "stack", { get, set, enumerable: false, configurable: true });
  return {
    define(error, frames) {
      const isNew = p.WeakMapGet(stacks, error) === undefined && error instanceof p.ErrorCtor;
      p.WeakMapSet(stacks, error, { __proto__: null, frames } as unknown as Stack);
      if (isNew) placeFirst(error, place);
      else place(error);
    },
    forget: (error) => void p.WeakMapDelete(stacks, error),
    restore(error) {
      if (p.WeakMapGet(stacks, error) !== undefined) place(error);
    },
  };
}

/** Object.getOwnPropertyNames(error) is stack, message, cause in V8; the engine defines the last two before it asks for the stack. */
function placeFirst(error: object, place: (error: object) => void): void {
  const own = error as { message?: unknown; cause?: unknown };
  const message = p.getOwnPropertyDescriptor(own, "message");
  const cause = p.getOwnPropertyDescriptor(own, "cause");
  delete own.message;
  delete own.cause;
  place(error);
  if (message !== undefined) p.defineProperty(own, "message", message);
  if (cause !== undefined) p.defineProperty(own, "cause", cause);
}

/** ErrorUtils::ToString of V8. */
function firstLine(error: object): string {
  const { name, message } = error as { name?: unknown; message?: unknown };
  const title = name === undefined ? "Error" : text(name);
  const words = message === undefined ? "" : text(message);
  return words === "" ? title : title === "" ? words : `${title}: ${words}`;
}

const text = (value: unknown): string => (typeof value === "symbol" ? p.SymbolToString(value) : `${value as string}`);
