/** Puts an error that the guest captured a stack of into V8's words: message, frames, and the runtime client's frames below. */
import type { ModuleLoader } from "./loader.ts";
import { type Generation, type Stage, withClientFrames } from "./stack-frames.ts";

interface RawError {
  readonly name: string;
  readonly message: string;
  readonly frames: readonly {
    readonly functionName: string;
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly native: boolean;
  }[];
}

/** `stage`, a newline, and the guest's JSON; the answer is JSON for guest/errors.ts. */
export function describeError(raw: string, generation: Generation, _modules: ModuleLoader): string {
  const end = raw.indexOf("\n");
  const stage = raw.slice(0, end) as Stage;
  const error = JSON.parse(raw.slice(end + 1)) as RawError;
  const frames = error.frames.map((frame) => `${frame.functionName} (${frame.file}:${frame.line}:${frame.column})`);
  const stack = withClientFrames(frames, stage, generation)
    .map((frame) => `\n    at ${frame}`)
    .join("");
  return JSON.stringify({ message: error.message, stack });
}
