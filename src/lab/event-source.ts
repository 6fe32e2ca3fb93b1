/**
 * What a lab.yaml says under `source`. The build and the checks of content/ know every source at once; a reader's browser loads the
 * one that its lab has (event-source-chunks.ts) and makes the event by the same builder, so that what a form's first values say is
 * what the lab first sends.
 */
import { EVENT_SOURCES, type FieldValues, isEventSourceName } from "../../sandbox/events/index.ts";
import type { EventForm } from "./definition.ts";
import { eventMadeBy, type MadeEvent } from "./made-event.ts";

export function madeEvent(id: string, name: EventForm["name"], values: FieldValues): MadeEvent {
  return eventMadeBy(EVENT_SOURCES[name], id, values);
}

/** The form of the source, or what is wrong with what is written. */
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
