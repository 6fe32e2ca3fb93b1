/** V8's messages that need nothing but the engine's: they name nothing, or only what the engine names. */

/** Undefined where there is none. */
export function generalMessage(message: string): string | undefined {
  const [, verb, key, of] = /^cannot (read|set) property '([^]*)' of (undefined|null)$/.exec(message) ?? [];
  if (verb === "read") return `Cannot read properties of ${of} (reading '${key}')`;
  if (verb === "set") return `Cannot set properties of ${of} (setting '${key}')`;
  const uninitialized = /^(.*) is not initialized$/.exec(message)?.[1];
  if (uninitialized !== undefined && uninitialized !== "this") return `Cannot access '${uninitialized}' before initialization`;
  return FIXED[message];
}

/** The engine's message → V8's. */
export const FIXED: Readonly<Record<string, string>> = {
  "cannot convert symbol to string": "Cannot convert a Symbol value to a string",
  "cannot convert symbol to number": "Cannot convert a Symbol value to a number",
  "cannot convert BigInt to number": "Cannot convert a BigInt value to a number",
  "bigint argument with unary +": "Cannot convert a BigInt value to a number",
  "cannot convert to bigint": "Cannot mix BigInt and other types, use explicit conversions",
  "BigInt operands are forbidden for >>>": "BigInts have no unsigned right shift, use >> instead",
  "BigInt division by zero": "Division by zero",
  "BigInt negative exponent": "undefined must be positive",
  "BigInt is too large to allocate": "Maximum BigInt size exceeded",
  "BigInt is too large": "Maximum BigInt size exceeded",
  toPrimitive: "Cannot convert object to primitive value",
  "unsupported reference to 'super'": "Unsupported reference to 'super'",
  "iterator does not have a throw method": "The iterator does not provide a 'throw' method.",
  "cannot invoke a running generator": "Generator is already running",
  "Maximum call stack size exceeded": "Maximum call stack size exceeded",
  "invalid string length": "Invalid string length",
  "string too long": "Invalid string length",
  "too many arguments in function call (only 65535 allowed)": "Maximum call stack size exceeded",
  "invalid array length": "Invalid array length",
  "promise self resolution": "Chaining cycle detected for promise #<Promise>",
  "circular prototype chain": "Cyclic __proto__ value",
  "this is not initialized": "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
  "'this' can be initialized only once": "Super constructor may only be called once",
};
