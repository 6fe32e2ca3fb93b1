/**
 * The event of a lab that names its source. The build, the checks of content/ and the reader's browser all make it here, so that
 * what a form's first values say is what the lab first sends. Only the sandbox's builders: zod stays out of pages.
 */
import { EVENT_SOURCES, FieldError, type FieldValues, isEventSourceName } from "../../sandbox/events/index.ts";
import { ACCOUNT_DEFAULTS } from "../../sandbox/index.ts";
import { seededRandom } from "../../sandbox/time/random.ts";
import type { EventForm } from "./definition.ts";
import { STARTS_AT, seedOf } from "./session.ts";

/** `event` is JSON text; `says` is a sentence about the field's value. */
export type MadeEvent = { readonly event: string } | { readonly field: string; readonly says: string };

/** `id` is the lab's: the same lab has the same message ids every time. */
export function madeEvent(id: string, name: EventForm["name"], values: FieldValues): MadeEvent {
  const { Region, AccountId } = ACCOUNT_DEFAULTS;
  const context = { at: Date.parse(STARTS_AT), random: seededRandom(seedOf(id)), region: Region, accountId: AccountId };
  try {
    return { event: JSON.stringify(EVENT_SOURCES[name].build(values, context), undefined, 2) };
  } catch (thrown) {
    // A value that the field cannot have: whoever wrote it is told so.
    if (thrown instanceof FieldError) return { field: thrown.field, says: thrown.message };
    throw thrown;
  }
}

/** What a lab.yaml says under `source`, or what is wrong with it. */
export function eventFormOf(source: unknown): { readonly form: EventForm } | { readonly says: string } {
  const { name, fields = {} } = typeof source === "object" && source !== null ? (source as { name?: unknown; fields?: unknown }) : {};
  if (typeof name !== "string" || !isEventSourceName(name)) {
    return { says: `source.name에는 ${Object.keys(EVENT_SOURCES).join(", ")} 가운데 하나를 적으세요.` };
  }
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) return { says: "source.fields에는 ‘필드: 값’을 적으세요." };
  const given = Object.fromEntries(Object.entries(fields).map(([field, value]: [string, unknown]) => [field, asText(value)]));
  const { label, fields: all } = EVENT_SOURCES[name];
  const made = madeEvent("", name, given);
  if ("says" in made) return { says: `source.fields의 ${made.says}` };
  const values = Object.fromEntries(all.map((field) => [field.name, given[field.name] ?? field.default]));
  return { form: { name, label, fields: all, values } };
}

/** A form's values are text. In YAML a number is a number, and JSON is easier to write as YAML. */
const asText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));
