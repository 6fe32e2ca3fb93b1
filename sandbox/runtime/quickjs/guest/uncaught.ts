/** Node's end of a process by an error that nobody caught: source line, caret, stack, version, on stderr; exit code 1. */
import type { Host } from "./host.ts";
import { primordials as p, split } from "./primordials.ts";

export interface FatalParts {
  readonly host: Host;
  readonly nodeVersion: string;
  readonly builtin: (id: string) => unknown;
}

export function uncaughtFatally(parts: FatalParts, error: unknown, origin?: "unhandledRejection"): void {
  const { host } = parts;
  const description = describe(parts, error, origin);
  host.write(2, -1, `${source(host, error)}\n\n${description}\n\nNode.js ${parts.nodeVersion}\n`);
  host.exit(1);
}

function describe({ builtin }: FatalParts, error: unknown, origin: "unhandledRejection" | undefined): string {
  const inspect = (builtin("util") as { inspect(value: unknown): string }).inspect;
  if (error instanceof p.ErrorCtor) return inspect(error);
  if (origin === undefined)
    return `Uncaught:\n${inspect(error)}\n(Use \`node --trace-uncaught ...\` to show where the exception was thrown)`;
  const reason = inspect(error);
  return `[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "${reason}".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}`;
}

/** `file:line`, the source line, a caret: only where the stack names a file of the function. */
function source(host: Host, error: unknown): string {
  const stack = error instanceof p.ErrorCtor && typeof error.stack === "string" ? error.stack : "";
  const found = p.RegExpExec(/\n {4}at (?:.*\()?((?:file:\/\/)?(\/var\/task\/[^:\n]+)):(\d+):(\d+)\)?/, stack);
  if (found === null) return "node:internal/process/promises:394\n      triggerUncaughtException(err, true /* fromPromise */);\n      ^";
  const line = +(found[3] as string);
  const text = split(host.readFile(found[2] as string), "\n")[line - 1] ?? "";
  return `${found[1]}:${line}\n${text}\n${p.StringRepeat(" ", p.MathMax(0, +(found[4] as string) - 1))}^`;
}
