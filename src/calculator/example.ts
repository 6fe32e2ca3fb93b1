/** What the calculator shows first, and the page without scripts: the guide's own example, 3,000,000 × 200 ms × 512 MB. */
import { BLANK_FORM, type UsageForm } from "../../sandbox/index.ts";

export const EXAMPLE: UsageForm = { ...BLANK_FORM, requests: 3_000_000, durationMs: 200, memoryMB: 512 };
