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
  | "JSONStringifyError"
  | "PlatformError"
  | "MalformedStreamingHandler"
  | "InvalidStreamingOperation";

/** Where the client of nodejs22.x and before stood, as recorded on AWS (fidelity.md §1.4). */
const LOAD_FRAMES = [
  "    at async UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1119:21)",
  "    at async start (file:///var/runtime/index.mjs:1282:23)",
  "    at async file:///var/runtime/index.mjs:1288:1",
];

/** As aws-lambda-ric 4.0.2 has them, two lines further down: so far the recording of the handler's frames is from it (RIC issue #175). */
const IGNITION_V4 = "    at async ignition (file:///var/runtime/index.mjs:1637:21)";
const START_V4 = ["    at async createRuntime (file:///var/runtime/index.mjs:1221:52)", IGNITION_V4];
const LOAD_V4 = "    at async UserFunctionLoader.load (file:///var/runtime/index.mjs:508:20)";

const FRAMES: Readonly<Record<"v3" | "v4", Partial<Record<RuntimeErrorName, readonly string[]>>>> = {
  v3: {
    ImportModuleError: ["    at _loadUserApp (file:///var/runtime/index.mjs:1087:17)", ...LOAD_FRAMES],
    UserCodeSyntaxError: ["    at _loadUserApp (file:///var/runtime/index.mjs:1084:17)", ...LOAD_FRAMES],
    HandlerNotFound: ["    at UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1122:15)", ...LOAD_FRAMES.slice(1)],
    MalformedHandlerName: ["    at UserFunction.js.module.exports.load (file:///var/runtime/index.mjs:1115:11)", ...LOAD_FRAMES.slice(1)],
  },
  v4: {
    ImportModuleError: ["    at loadModule (file:///var/runtime/index.mjs:577:13)", LOAD_V4, ...START_V4],
    HandlerNotFound: [
      "    at resolveHandler (file:///var/runtime/index.mjs:591:11)",
      "    at UserFunctionLoader.load (file:///var/runtime/index.mjs:513:21)",
      ...START_V4,
    ],
    MalformedHandlerName: [
      "    at parseHandlerString (file:///var/runtime/index.mjs:489:11)",
      "    at UserFunctionLoader.load (file:///var/runtime/index.mjs:507:53)",
      "    at createRuntime (file:///var/runtime/index.mjs:1221:77)",
      IGNITION_V4,
    ],
    CallbackHandlerDeprecated: [
      "    at errorOnDeprecatedCallback (file:///var/runtime/index.mjs:617:11)",
      "    at createRuntime (file:///var/runtime/index.mjs:1222:5)",
      IGNITION_V4,
    ],
    MalformedStreamingHandler: [
      "    at UserFunctionLoader.isHandlerStreaming (file:///var/runtime/index.mjs:534:11)",
      "    at UserFunctionLoader.getHandlerMetadata (file:///var/runtime/index.mjs:521:23)",
      "    at UserFunctionLoader.load (file:///var/runtime/index.mjs:516:22)",
      ...START_V4,
    ],
    JSONStringifyError: [
      "    at serializeToJSON (file:///var/runtime/index.mjs:383:11)",
      "    at _RAPIDClient.postInvocationResponse (file:///var/runtime/index.mjs:915:24)",
      "    at _LifecycleManager.succeed (file:///var/runtime/index.mjs:1065:17)",
      "    at async BufferedInvokeProcessor.processInvoke (file:///var/runtime/index.mjs:1097:7)",
      "    at async _Runtime.processSingleConcurrent (file:///var/runtime/index.mjs:1182:7)",
      "    at async _Runtime.start (file:///var/runtime/index.mjs:1169:7)",
      "    at async ignition (file:///var/runtime/index.mjs:1638:5)",
    ],
  },
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
