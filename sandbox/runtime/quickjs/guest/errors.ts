/**
 * Error messages and stacks as V8 gives them. The engine calls `Error.prepareStackTrace` whenever it captures a stack, for its
 * own errors too; there the host puts message and frames into V8's words (../v8/).
 *
 * Simplified: V8 calls a learner's own Error.prepareStackTrace when the stack is first read; here it is called at once.
 */
import { type CallSites, takeCallSites } from "./call-sites.ts";
import type { Host } from "./host.ts";
import { append, primordials as p } from "./primordials.ts";
import { makeStacks, type Stacks } from "./stacks.ts";

const OWN_FILES = "lambda-lab:";

export function installErrors(host: Host): void {
  const { ErrorCtor } = p;
  const engineHook = p.getOwnPropertyDescriptor(ErrorCtor, "prepareStackTrace");
  let sites: CallSites;
  const stacks = makeStacks();
  const captured: Captured = { target: undefined };
  const prepare = (error: object, callSites: object[]): unknown => {
    const learners = (ErrorCtor as { prepareStackTrace?: unknown }).prepareStackTrace;
    if (typeof learners === "function") {
      stacks.forget(error);
      return p.apply(learners, ErrorCtor, [error, theirs(sites, callSites)]);
    }
    // The engine would put what this function returns over the property; where it throws, the property stays as it is. Then
    // the engine asks again when the error is thrown out of a catch: by then it has its stack.
    if (error === captured.target || !p.hasOwn(error, "stack")) stacks.define(error, framesOf(host, error, callSites, sites));
    throw undefined;
  };
  engineHook?.set?.call(ErrorCtor, (_error: unknown, callSites: object[]) => {
    sites = takeCallSites(callSites[0] as object);
  });
  void new ErrorCtor("shows a call site");
  engineHook?.set?.call(ErrorCtor, prepare);
  // In V8 there is none until a learner sets one.
  delete (ErrorCtor as { prepareStackTrace?: unknown }).prepareStackTrace;
  wrapCaptureStackTrace(stacks, captured);
  fixJsonParse(host);
}

interface Captured {
  /** What Error.captureStackTrace is working on. */
  target: unknown;
}

/** The engine's own puts a value where the hook has put the accessor. */
function wrapCaptureStackTrace(stacks: Stacks, captured: Captured): void {
  const capture = p.ErrorCtor.captureStackTrace;
  const wrapped = {
    captureStackTrace(target: object, ...until: unknown[]): void {
      captured.target = target;
      try {
        p.apply(capture, p.ErrorCtor, [target, ...until]);
      } finally {
        captured.target = undefined;
      }
      stacks.restore(target);
    },
  }.captureStackTrace;
  p.defineProperty(p.ErrorCtor, "captureStackTrace", { value: wrapped, writable: true, enumerable: false, configurable: true });
}

const isOurs = (sites: CallSites, site: object) => p.StringIndexOf(sites.fileName(site) ?? "", OWN_FILES) === 0;

function theirs(sites: CallSites, callSites: readonly object[]): object[] {
  const shown: object[] = [];
  for (let index = 0; index < callSites.length; index += 1) {
    const site = callSites[index] as object;
    if (!isOurs(sites, site)) append(shown, site);
  }
  return shown;
}

/** The lines below the first. An error of the engine's own gets V8's message. */
function framesOf(host: Host, error: object, callSites: readonly object[], sites: CallSites): string {
  const name = stringOf(error, "name", "Error");
  const message = stringOf(error, "message", "");
  let frames = "";
  // Where the stack reaches down to us, it was not cut at Error.stackTraceLimit.
  const deepest = callSites[callSites.length - 1];
  const whole = deepest !== undefined && isOurs(sites, deepest as object);
  for (let index = 0; index < callSites.length; index += 1) {
    const site = callSites[index] as object;
    const caller = callSites[index + 1];
    if (isOurs(sites, site) || (caller !== undefined && sites.isNative(site) && isOurs(sites, caller as object))) continue;
    const functionName = p.JSONStringify(sites.functionName(site) ?? "");
    const file = p.JSONStringify(sites.fileName(site) ?? "");
    const place = `"line":${sites.lineNumber(site) ?? 0},"column":${sites.columnNumber(site) ?? 0},"native":${sites.isNative(site)}`;
    frames += `${frames === "" ? "" : ","}{"functionName":${functionName},"file":${file},${place}}`;
  }
  // Not JSON.stringify of an object: that would ask it for a toJSON, which a learner may have given to all objects.
  const raw = `{"name":${p.JSONStringify(name)},"message":${p.JSONStringify(message)},"whole":${whole},"frames":[${frames}]}`;
  const answer = p.JSONParse(host.describeError(raw)) as { message: string; stack: string };
  if (answer.message !== message) {
    p.defineProperty(error, "message", { value: answer.message, writable: true, enumerable: false, configurable: true });
  }
  return answer.stack;
}

function stringOf(error: object, key: "name" | "message", otherwise: string): string {
  try {
    const value = (error as Record<string, unknown>)[key];
    return value === undefined ? otherwise : typeof value === "symbol" ? p.SymbolToString(value) : `${value}`;
  } catch {
    // A learner's getter threw while V8 would be printing the header: V8 leaves the name out too.
    return otherwise;
  }
}

/** V8's messages for texts that are not JSON name the offending token and quote the text; they need that text. */
function fixJsonParse(host: Host): void {
  const parse = {
    parse(text: unknown, reviver?: (this: unknown, key: string, value: unknown) => unknown): unknown {
      const source = typeof text === "string" ? text : `${text as string}`;
      try {
        return p.JSONParse(source, reviver);
      } catch (error) {
        const message = error instanceof p.SyntaxErrorCtor ? host.jsonParseMessage(source) : "";
        if (message === "") throw error;
        throw new p.SyntaxErrorCtor(message);
      }
    },
  }.parse;
  p.defineProperty(JSON, "parse", { value: parse, writable: true, enumerable: false, configurable: true });
}
