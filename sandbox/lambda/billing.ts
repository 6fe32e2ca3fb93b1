/** Billed Duration: whole milliseconds, rounded up (AWS, "AWS Lambda Pricing"). */
import type { Millis } from "../time/instant.ts";

/**
 * Since August 2025 Init is billed for every on-demand function: AWS rounds the sum, not the parts (developer guide, log
 * sample: 133.61 + 80.00 → 214).
 */
export function billedDuration(duration: Millis, initDuration: Millis | undefined, initBilling: boolean): Millis {
  const hundredths = Math.round(duration * 100) + (initBilling ? Math.round((initDuration ?? 0) * 100) : 0);
  return Math.max(1, Math.ceil(hundredths / 100));
}
