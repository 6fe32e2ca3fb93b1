/** Errors of the Lambda runtime clients (fidelity.md §1.2, §1.3): their `name` is `Runtime.<Class>`. */
import type { Configuration } from "./host.ts";
import { primordials as p } from "./primordials.ts";

export type RuntimeErrorName =
  | "ImportModuleError"
  | "HandlerNotFound"
  | "MalformedHandlerName"
  | "UserCodeSyntaxError"
  | "NodeJsExit"
  | "UnhandledPromiseRejection"
  | "CallbackHandlerDeprecated"
  | "JSONStringifyError";

/** Where the client of nodejs22.x and before stood, as recorded on AWS (fidelity.md §1.4). */
const LOAD_FRAMES = [
  "    at async UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1119:21)",
  "    at async start (file:///var/runtime/index.mjs:1282:23)",
  "    at async file:///var/runtime/index.mjs:1288:1",
];

const FRAMES: Readonly<Record<"v3" | "v4", Partial<Record<RuntimeErrorName, readonly string[]>>>> = {
  v3: {
    ImportModuleError: ["    at _loadUserApp (file:///var/runtime/index.mjs:1087:17)", ...LOAD_FRAMES],
    UserCodeSyntaxError: ["    at _loadUserApp (file:///var/runtime/index.mjs:1084:17)", ...LOAD_FRAMES],
    HandlerNotFound: ["    at UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1122:15)", ...LOAD_FRAMES.slice(1)],
    MalformedHandlerName: ["    at UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1115:11)", ...LOAD_FRAMES.slice(1)],
  },
  // Simplified: no recording of the frames of nodejs24.x's own init errors is known, so none are shown.
  v4: {},
};

/** Classes of the client of nodejs24.x that are not called as their errors are. */
const CLASS_NAMES: Partial<Record<RuntimeErrorName, string>> = {
  HandlerNotFound: "HandlerNotFoundError",
  MalformedHandlerName: "MalformedHandlerNameError",
  CallbackHandlerDeprecated: "CallbackHandlerDeprecatedError",
};

/** In v3 the name is the prototype's; in v4 each error has its own, so that it shows among its properties in log lines. */
export function runtimeError(name: RuntimeErrorName, message: string, generation: Configuration["generation"], fields: object = {}): Error {
  const RuntimeError = class extends p.ErrorCtor {};
  p.defineProperty(RuntimeError, "name", { value: (generation === "v4" && CLASS_NAMES[name]) || name });
  const error = new RuntimeError(message);
  const fullName = `Runtime.${name}`;
  const owner = generation === "v3" ? RuntimeError.prototype : error;
  p.defineProperty(owner, "name", { value: fullName, enumerable: true, configurable: true, writable: true });
  const frames = FRAMES[generation][name] ?? [];
  let stack = `${fullName}: ${message}`;
  for (let index = 0; index < frames.length; index += 1) stack += `\n${frames[index]}`;
  p.defineProperty(error, "stack", { value: stack, enumerable: false, configurable: true, writable: true });
  return p.ObjectAssign(error, fields);
}
