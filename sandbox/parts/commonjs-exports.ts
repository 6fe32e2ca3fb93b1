import { parse } from "cjs-module-lexer";
import type { Parts } from "../parts.ts";

export const part: Parts["commonjs-exports"] = (text) => parse(text);
