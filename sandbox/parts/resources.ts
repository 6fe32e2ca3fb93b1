import type { Parts } from "../parts.ts";
import { resources } from "../resources.ts";

export const part: Parts["resources"] = resources;
