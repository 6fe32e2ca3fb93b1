/** Events of a source as the command line makes them. */
import { EVENT_SOURCES, type EventSourceName, FieldError, type FieldValues } from "../events/index.ts";
import { ACCOUNT_DEFAULTS } from "../scenario.ts";
import type { Millis } from "../time/instant.ts";
import type { Random } from "../time/random.ts";
import { BadInput } from "./bad-input.ts";

/** When the command line's clock starts: always the same, so that the same command prints the same. */
export const STARTS_AT = "2026-11-22T07:00:00.000Z";

/** The event of a source at so many milliseconds after the start. */
export function sourceEvent(name: EventSourceName, fields: FieldValues, random: Random, after: Millis = 0): unknown {
  const context = {
    at: Date.parse(STARTS_AT) + after,
    random,
    region: ACCOUNT_DEFAULTS.Region,
    accountId: ACCOUNT_DEFAULTS.AccountId,
  };
  try {
    return EVENT_SOURCES[name].build(fields, context);
  } catch (thrown) {
    // A value that the field cannot have is the caller's mistake, told in the field's words.
    if (thrown instanceof FieldError) throw new BadInput(thrown.message);
    throw thrown;
  }
}
