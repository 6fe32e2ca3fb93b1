import type { Parts } from "../parts.ts";
import { unlinked, unreadable } from "../runtime/quickjs/v8/node-syntax-errors.ts";

export const part: Parts["v8-syntax"] = { unreadable, unlinked };
