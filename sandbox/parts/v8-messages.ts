import type { Parts } from "../parts.ts";
import { engineMessage } from "../runtime/quickjs/v8/engine-messages.ts";
import { jsonParseMessage } from "../runtime/quickjs/v8/json-parse-message.ts";

export const part: Parts["v8-messages"] = { engineMessage, jsonParseMessage };
