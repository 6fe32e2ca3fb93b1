/** Node's end of a process by an error that nobody caught: where it came from, the error, Node's version, on stderr; exit code 1. */
import type { Host } from "./host.ts";
import { primordials as p, split } from "./primordials.ts";

export interface FatalParts {
  readonly host: Host;
  readonly nodeVersion: string;
  readonly builtin: (id: string) => unknown;
}

/** `init`: a rejection too, of the runtime client's own promise, in whose stead Node shows no line of the function. */
export type Origin = "exception" | "rejection" | "init";

export function uncaughtFatally(parts: FatalParts, error: unknown, origin: Origin): void {
  const { host } = parts;
  host.write(2, -1, `${report(parts, error, origin)}\n\nNode.js ${parts.nodeVersion}\n`);
  host.exit(1);
}

/** As Node 24 prints it (src/node_errors.cc, lib/internal/process/promises.js). */
function report({ host, builtin }: FatalParts, error: unknown, origin: Origin): string {
  const inspect = (value: unknown) => (builtin("util") as { inspect(value: unknown): string }).inspect(value);
  const isObject = typeof error === "object" && error !== null;
  if (error instanceof p.ErrorCtor) {
    const from = origin === "init" ? undefined : source(host, error, origin);
    if (from === undefined && origin === "exception") return inspect(error);
    return `${from ?? REJECTED}\n\n${inspect(error)}`;
  }
  if (origin === "exception") return isObject ? `\n${inspect(error)}` : `\n${p.StringCtor(error)}\n${HELP}`;
  if (isObject && p.hasOwn(error, "stack")) return `\n${REJECTED}\n${inspect(error)}`;
  return REASON[0] + reasonText(error) + REASON[1];
}

const REJECTED = `node:internal/process/promises:394
    triggerUncaughtException(err, true /* fromPromise */);
    ^`;

const HELP = "(Use `node --trace-uncaught ...` to show where the exception was thrown)";

const REASON = [
  `node:internal/process/promises:392
      new UnhandledPromiseRejection(reason);
      ^

UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "`,
  `".
    at throwUnhandledRejectionsMode (node:internal/process/promises:392:7)
    at processPromiseRejections (node:internal/process/promises:475:17)
    at process.processTicksAndRejections (node:internal/process/task_queues:106:37) {
  code: 'ERR_UNHANDLED_REJECTION'
}`,
] as const;

/** V8's text of a value without running any code of the learner's (Object::NoSideEffectsToString). */
function reasonText(reason: unknown): string {
  if (typeof reason === "function") return p.FunctionToString(reason);
  if (typeof reason !== "object" || reason === null) return p.StringCtor(reason);
  if ((reason as { toString?: unknown }).toString !== p.ObjectToString) return p.apply(p.ObjectToString, reason, []) as string;
  const { constructor } = reason as { constructor?: { name?: unknown } };
  return `#<${typeof constructor?.name === "string" ? constructor.name : "Object"}>`;
}

/** `file:line`, the source line, a caret; undefined where the stack names no file of the function. */
function source(host: Host, error: Error, origin: Origin): string | undefined {
  const stack = typeof error.stack === "string" ? error.stack : "";
  const found = p.RegExpExec(/\n {4}at (?:.*\()?((?:file:\/\/)?(\/var\/task\/[^:\n]+)):(\d+):(\d+)\)?/, stack);
  if (found === null) return undefined;
  const line = +(found[3] as string);
  const text = split(host.readFile(found[2] as string), "\n")[line - 1] ?? "";
  let before = p.StringSlice(text, 0, +(found[4] as string) - 1);
  // An exception is shown where it was thrown, a rejection where its error was made.
  const thrown = origin === "exception" ? p.RegExpExec(/throw\s+$/, before) : null;
  if (thrown !== null) before = p.StringSlice(before, 0, thrown.index);
  let indent = "";
  for (let index = 0; index < before.length; index += 1) indent += before[index] === "\t" ? "\t" : " ";
  return `${found[1]}:${line}\n${text}\n${indent}^`;
}
