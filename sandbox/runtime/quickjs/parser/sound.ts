/** Parses texts that the engine has accepted, or will be asked to (build.ts says what this parser does not look at). */
import type { Options, Program } from "acorn";
import { bounded } from "./bounded.ts";
import { Parser } from "./dist/acorn.js";

export { tokenizer, tokTypes } from "./dist/acorn.js";

const BoundedParser = bounded(Parser);

/** Throws acorn's SyntaxError, or TooDeep. */
export function parse(text: string, options: Options): Program {
  return BoundedParser.parse(text, options);
}
