/** All parts, for edges that have everything on a disk. */
import type { Parts, PartsAtHand } from "../parts.ts";
import { part as commonJsExports } from "./commonjs-exports.ts";
import { part as frontEnds } from "./front-ends.ts";
import { part as moduleSyntax } from "./module-syntax.ts";
import { part as resources } from "./resources.ts";
import { part as v8Words } from "./v8-words.ts";

const EVERY: Parts = {
  "commonjs-exports": commonJsExports,
  "front-ends": frontEnds,
  "module-syntax": moduleSyntax,
  resources,
  "v8-words": v8Words,
};

export const everyPart: PartsAtHand = (name) => EVERY[name];
