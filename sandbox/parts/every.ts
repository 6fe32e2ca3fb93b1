/** All parts, for edges that have everything on a disk. */
import type { Parts, PartsAtHand } from "../parts.ts";
import { part as commonJsExports } from "./commonjs-exports.ts";
import { part as frontEnds } from "./front-ends.ts";
import { part as moduleSyntax } from "./module-syntax.ts";
import { part as resources } from "./resources.ts";
import { part as traffic } from "./traffic.ts";
import { part as v8Messages } from "./v8-messages.ts";
import { part as v8Stacks } from "./v8-stacks.ts";
import { part as v8Syntax } from "./v8-syntax.ts";

const EVERY: Parts = {
  "commonjs-exports": commonJsExports,
  "front-ends": frontEnds,
  "module-syntax": moduleSyntax,
  resources,
  traffic,
  "v8-messages": v8Messages,
  "v8-stacks": v8Stacks,
  "v8-syntax": v8Syntax,
};

export const everyPart: PartsAtHand = (name) => EVERY[name];
