import type { Parts } from "../parts.ts";
import { v8Words } from "../runtime/quickjs/v8/words.ts";

export const part: Parts["v8-words"] = v8Words;
