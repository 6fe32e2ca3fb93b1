/** The whole of acorn, bounded: it knows what is wrong with a text, and is a third larger than sound.ts. */
import { Parser } from "acorn";
import { bounded } from "./bounded.ts";

export const WholeParser = bounded(Parser);
