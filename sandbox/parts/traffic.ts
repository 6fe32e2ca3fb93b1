import type { Parts } from "../parts.ts";
import { applyTraffic } from "../traffic.ts";

export const part: Parts["traffic"] = applyTraffic;
