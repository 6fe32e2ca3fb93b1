/**
 * Error messages and stacks as V8 gives them. The engine calls `Error.prepareStackTrace` whenever it captures a stack, for its
 * own errors too; there the host puts message and frames into V8's words (../v8/).
 *
 * Simplified: V8 formats a stack when it is first read, and calls a learner's own Error.prepareStackTrace with CallSite
 * objects that have 20 methods. Here the stack is formatted at once, and CallSites have the engine's.
 */
import type { Host } from "./host.ts";
import { primordials as p } from "./primordials.ts";

interface CallSite {
  getFunctionName(): string | null;
  getFileName(): string | null;
  getLineNumber(): number | null;
  getColumnNumber(): number | null;
  isNative(): boolean;
}

const OWN_FILES = "lambda-lab:";

export function installErrors(host: Host): void {
  const engineHook = p.getOwnPropertyDescriptor(Error, "prepareStackTrace");
  let learners: unknown;
  const prepare = (error: unknown, callSites: CallSite[]): unknown => {
    if (typeof learners === "function") return p.apply(learners, Error, [error, callSites]);
    return standardStack(host, error, callSites);
  };
  engineHook?.set?.call(Error, prepare);
  p.defineProperty(Error, "prepareStackTrace", {
    configurable: true,
    enumerable: false,
    get: () => learners,
    set: (value: unknown) => {
      learners = value;
    },
  });
  fixJsonParse(host);
}

function standardStack(host: Host, error: unknown, callSites: CallSite[]): string {
  const name = stringOf(error, "name", "Error");
  const message = stringOf(error, "message", "");
  const frames: Record<string, unknown>[] = [];
  for (let index = 0; index < callSites.length; index += 1) {
    const site = callSites[index] as CallSite;
    const file = site.getFileName() ?? "";
    if (p.StringIndexOf(file, OWN_FILES) === 0) continue;
    frames[frames.length] = {
      functionName: site.getFunctionName() ?? "",
      file,
      line: site.getLineNumber() ?? 0,
      column: site.getColumnNumber() ?? 0,
      native: site.isNative(),
    };
  }
  const answer = p.JSONParse(host.describeError(p.JSONStringify({ name, message, frames }))) as { message: string; stack: string };
  if (answer.message !== message) {
    p.defineProperty(error as object, "message", { value: answer.message, writable: true, enumerable: false, configurable: true });
  }
  const header = answer.message === "" ? name : name === "" ? answer.message : `${name}: ${answer.message}`;
  return header + answer.stack;
}

function stringOf(error: unknown, key: "name" | "message", otherwise: string): string {
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
