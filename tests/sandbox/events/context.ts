import type { EventContext } from "../../../sandbox/events/index.ts";
import { seededRandom } from "../../../sandbox/time/random.ts";

/** 2026-11-22T07:00:00.214Z in Seoul's Region. */
export function eventContext(seed = 1): EventContext {
  return {
    at: Date.UTC(2026, 10, 22, 7, 0, 0, 214),
    random: seededRandom(seed),
    region: "ap-northeast-2",
    accountId: "123456789012",
  };
}
