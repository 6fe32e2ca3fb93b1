/** What `event --list` prints: each source with the fields of its form. */
import { EVENT_SOURCES, type Field } from "../events/index.ts";
import { thousands } from "../thousands.ts";
import { table } from "./table.ts";

export function eventList(): string {
  return Object.values(EVENT_SOURCES)
    .map(({ name, label, fields }) => `${name}  ${label}\n${table(fields.map(row))}`)
    .join("\n\n");
}

function row(field: Field): string[] {
  return [`  ${field.name}`, field.label, `기본값 ${field.default === "" ? "없음" : field.default}`, allowed(field)];
}

function allowed(field: Field): string {
  switch (field.kind) {
    case "select":
      return field.options.join(", ");
    case "number":
      return `${thousands(field.least)}~${thousands(field.most)}`;
    case "json":
      return "JSON";
    case "text":
      return "";
  }
}
