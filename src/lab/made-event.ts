/** The event of a lab that names its source, as that source makes it. */
import { type EventSource, FieldError, type FieldValues } from "../../sandbox/events/source.ts";
import { ACCOUNT_DEFAULTS } from "../../sandbox/index.ts";
import { seededRandom } from "../../sandbox/time/random.ts";
import { STARTS_AT, seedOf } from "./session.ts";

/** `event` is JSON text; `says` is a sentence about the field's value. */
export type MadeEvent = { readonly event: string } | { readonly field: string; readonly says: string };

/** `id` is the lab's: the same lab has the same message ids every time. */
export function eventMadeBy(source: EventSource<unknown>, id: string, values: FieldValues): MadeEvent {
  const { Region, AccountId } = ACCOUNT_DEFAULTS;
  const context = { at: Date.parse(STARTS_AT), random: seededRandom(seedOf(id)), region: Region, accountId: AccountId };
  try {
    return { event: JSON.stringify(source.build(values, context), undefined, 2) };
  } catch (thrown) {
    // A value that the field cannot have: whoever wrote it is told so.
    if (thrown instanceof FieldError) return { field: thrown.field, says: thrown.message };
    throw thrown;
  }
}
