/** The CallSite objects that Error.prepareStackTrace is handed: how we read them, and what a learner's code sees of them. */
import { primordials as p } from "./primordials.ts";

/** The engine's own methods, out of reach of changes to their prototype. */
export interface CallSites {
  fileName(site: object): string | null;
  functionName(site: object): string | null;
  lineNumber(site: object): number | null;
  columnNumber(site: object): number | null;
  isNative(site: object): boolean;
}

type Method = (...args: never[]) => unknown;

/**
 * Gives call sites V8's methods. Simplified: what the engine does not know of a call is answered as V8 answers it for a
 * function in strict mode. `getFunction` above all: the engine's would hand out any function on the stack, ours too.
 */
export function takeCallSites(site: object): CallSites {
  const prototype = p.getPrototypeOf(site) as Record<string, Method>;
  const own = (name: string) => p.uncurry(prototype[name] as Method) as (site: object) => never;
  const sites: CallSites = {
    fileName: own("getFileName"),
    functionName: own("getFunctionName"),
    lineNumber: own("getLineNumber"),
    columnNumber: own("getColumnNumber"),
    isNative: own("isNative"),
  };
  const answers: Record<string, unknown> = {
    getFunction: undefined,
    getThis: undefined,
    getTypeName: null,
    getMethodName: null,
    getEvalOrigin: undefined,
    getPromiseIndex: null,
    isToplevel: true,
    isEval: false,
    isAsync: false,
    isPromiseAll: false,
  };
  for (const name of p.ObjectKeys(answers)) define(prototype, name, () => answers[name]);
  define(prototype, "getScriptNameOrSourceURL", function (this: object) {
    return sites.fileName(this);
  });
  define(prototype, "toString", function (this: object) {
    const place = `${sites.fileName(this) ?? "<anonymous>"}:${sites.lineNumber(this) ?? 0}:${sites.columnNumber(this) ?? 0}`;
    const name = sites.functionName(this);
    return name ? `${name} (${place})` : place;
  });
  return sites;
}

function define(prototype: object, name: string, value: unknown): void {
  p.defineProperty(prototype, name, { value, writable: true, enumerable: false, configurable: true });
}
