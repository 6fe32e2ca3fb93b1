/** process.emitWarning, and what Node prints of a warning (lib/internal/process/warning.js): on Lambda a console.error like any other. */
import { primordials as p } from "./primordials.ts";

export interface WarningParts {
  readonly pid: number;
  readonly nextTick: (run: () => void) => void;
  readonly emit: (event: string, warning: Error) => void;
  readonly print: (text: string) => void;
}

interface Warning extends Error {
  code?: string;
  detail?: string;
}

export function makeEmitWarning({ pid, nextTick, emit, print }: WarningParts) {
  let explained = false;
  const show = (warning: Warning) => {
    let text = `(node:${pid}) ${warning.code ? `[${warning.code}] ` : ""}${warning.toString()}`;
    if (typeof warning.detail === "string") text += `\n${warning.detail}`;
    if (!explained) {
      const flag = warning.name === "DeprecationWarning" ? "--trace-deprecation" : "--trace-warnings";
      text += `\n(Use \`node ${flag} ...\` to show where the warning was created)`;
    }
    explained = true;
    print(text);
  };
  return (warning: unknown, type?: unknown, code?: unknown) => {
    const emitted = warning instanceof p.ErrorCtor ? warning : warningOf(`${warning as string}`, type, code);
    nextTick(() => {
      show(emitted);
      emit("warning", emitted);
    });
  };
}

function warningOf(message: string, type: unknown, code: unknown): Warning {
  const options = typeof type === "object" && type !== null ? (type as Record<string, unknown>) : { type, code };
  const warning: Warning = new p.ErrorCtor(message);
  warning.name = typeof options.type === "string" ? options.type : "Warning";
  if (typeof options.code === "string") warning.code = options.code;
  if (typeof options.detail === "string") warning.detail = options.detail;
  return warning;
}
