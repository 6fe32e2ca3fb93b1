import type { Parts } from "../parts.ts";
import { V8Errors } from "../runtime/quickjs/v8/v8-errors.ts";

export const part: Parts["v8-stacks"] = {
  errorsOf: (memory, aFunction, sources, words) => new V8Errors(memory, aFunction, sources, words),
};
