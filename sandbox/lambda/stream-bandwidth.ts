/**
 * How fast Lambda takes a streamed response from a function: the first 6 MB as they come, then 2 MBps (developer guide, "Bandwidth
 * limits for response streaming"). A bucket that is filled every eighth of a second, as Lambda's own runtime interface emulator
 * has it (core/bandwidthlimiter).
 */
import type { Instant, Millis } from "../time/instant.ts";
import { STREAM_BANDWIDTH } from "./quotas.ts";

export const REFILL_INTERVAL: Millis = 125;
const REFILL = (STREAM_BANDWIDTH.perSecond * REFILL_INTERVAL) / 1000;

export interface StreamBandwidth {
  /** Takes up to `wanted` bytes now; answers how many it took. */
  take(at: Instant, wanted: number): number;
}

export function streamBandwidth(): StreamBandwidth {
  let tokens: number = STREAM_BANDWIDTH.burst;
  /** The bucket begins to be filled with the first byte. */
  let filledAt: Instant | undefined;
  return {
    take(at, wanted) {
      filledAt ??= at;
      const fills = Math.floor((at - filledAt) / REFILL_INTERVAL);
      filledAt += fills * REFILL_INTERVAL;
      tokens = Math.min(STREAM_BANDWIDTH.burst, tokens + fills * REFILL);
      const taken = Math.min(tokens, wanted);
      tokens -= taken;
      return taken;
    },
  };
}
