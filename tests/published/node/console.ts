/** console as the runtime client patches it: seven methods with a level; the others write to stdout and stderr as Node does. */
import { format } from "node:util";

const LEVELS = { log: "INFO", info: "INFO", debug: "DEBUG", trace: "TRACE", warn: "WARN", error: "ERROR", fatal: "FATAL" } as const;

/** The list that every line is added to from now on. */
export function recordConsole(): string[] {
  const lines: string[] = [];
  const record = (text: string) => lines.push(...text.split("\n"));
  for (const [method, level] of Object.entries(LEVELS)) {
    Object.assign(console, { [method]: (message: unknown, ...args: unknown[]) => void record(`${level} ${format(message, ...args)}`) });
  }
  for (const stream of [process.stdout, process.stderr]) {
    const write = (chunk: string | Uint8Array, encoding?: unknown, done?: () => void) => {
      const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
      if (text !== "") record(text.replace(/\n$/, ""));
      const callback = typeof encoding === "function" ? encoding : done;
      if (callback !== undefined) process.nextTick(callback);
      return true;
    };
    Object.assign(stream, { write });
  }
  return lines;
}
