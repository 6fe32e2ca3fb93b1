/** Puts an error that the guest captured a stack of into V8's words: message, frames, and the runtime client's frames below. */
import { type Generation, type Stage, withClientFrames } from "./stack-frames.ts";
import type { RawError } from "./v8/raw-error.ts";
import type { V8Errors } from "./v8/v8-errors.ts";

/**
 * `raw`: the stage, a newline, and the guest's JSON; the answer is JSON for guest/errors.ts. `v8` is absent where the guest is
 * so deep in its stack that the host's may not hold a parser on top: then the engine's own words stay.
 */
export function describeError(raw: string, generation: Generation, v8: V8Errors | undefined): string {
  const end = raw.indexOf("\n");
  const stage = raw.slice(0, end) as Stage;
  const error = JSON.parse(raw.slice(end + 1)) as RawError & { readonly whole: boolean };
  const { message, frames } = v8?.describe(error) ?? { message: error.message, frames: error.frames.map(plainFrame) };
  const stack = (error.whole ? withClientFrames(frames, stage, generation) : frames).map((frame) => `\n    at ${frame}`).join("");
  return JSON.stringify({ message, stack });
}

function plainFrame({ functionName, file, line, column }: RawError["frames"][number]): string {
  const location = file === "" ? "<anonymous>" : `${file}:${line}:${column}`;
  return functionName === "" ? location : `${functionName} (${location})`;
}
