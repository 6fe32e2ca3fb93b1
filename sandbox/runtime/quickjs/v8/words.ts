/**
 * What V8 says, in place of the engine. Three parts of the host's side (../../../parts.ts): every error needs the first; only what
 * the engine refuses while a program runs needs the second, and only a text that it cannot read, or link, the third.
 */
import type { engineMessage } from "./engine-messages.ts";
import type { unlinked, unreadable } from "./node-syntax-errors.ts";
import type { Sources } from "./raw-error.ts";
import type { V8Errors } from "./v8-errors.ts";

export interface V8Stacks {
  /** Of one engine; its memory and a function of the guest's as in `V8Errors`. */
  errorsOf(memory: WebAssembly.Memory, aFunction: number, sources: Sources, words: V8Words): V8Errors;
}

export interface V8Messages {
  readonly engineMessage: typeof engineMessage;
  /** Undefined where the text is JSON. */
  jsonParseMessage(text: string): string | undefined;
}

export interface V8Syntax {
  readonly unreadable: typeof unreadable;
  readonly unlinked: typeof unlinked;
}

/** Each is asked for when an error needs it. */
export interface V8Words {
  messages(): V8Messages;
  syntax(): V8Syntax;
}
