import { frontEnds } from "../lambda/front-ends.ts";
import type { Parts } from "../parts.ts";

export const part: Parts["front-ends"] = frontEnds;
