/** What V8 says, in place of the engine. */
import { jsonParseMessage } from "./json-parse-message.ts";
import type { Sources } from "./raw-error.ts";
import { V8Errors } from "./v8-errors.ts";

export interface V8Words {
  /** Of one engine; its memory and a function of the guest's as in `V8Errors`. */
  errorsOf(memory: WebAssembly.Memory, aFunction: number, sources: Sources): V8Errors;
  /** Undefined where the text is JSON. */
  jsonParseMessage(text: string): string | undefined;
}

export const v8Words: V8Words = {
  errorsOf: (memory, aFunction, sources) => new V8Errors(memory, aFunction, sources),
  jsonParseMessage,
};
