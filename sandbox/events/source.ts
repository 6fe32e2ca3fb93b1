/**
 * What every event source has in common: a form whose fields describe what happened (a file was uploaded, a request came in)
 * and a builder that turns them into the event that AWS hands to the function. The command line's `--set field=value` and the
 * page's form are the same fields, so values are text, as a form has them.
 */
import { thousands } from "../thousands.ts";
import type { Instant } from "../time/instant.ts";
import type { Random } from "../time/random.ts";

export interface EventSource<Event> {
  readonly name: string;
  /** Korean, for the page. */
  readonly label: string;
  readonly fields: readonly Field[];
  /** Throws a FieldError where a value cannot be. Fields that are missing have their defaults. */
  build(values: FieldValues, context: EventContext): Event;
}

/** `default` is text, whatever the kind. */
export type Field = { readonly name: string; readonly label: string; readonly default: string } & (
  | { readonly kind: "text" }
  | { readonly kind: "number"; readonly least: number; readonly most: number }
  | { readonly kind: "select"; readonly options: readonly string[] }
  | { readonly kind: "json" }
);

export type FieldValues = Readonly<Record<string, string>>;

/** Where and when the event happens. The same context and the same fields give the same event. */
export interface EventContext {
  readonly at: Instant;
  /** Draws are for this one event (message ids); forks are for what stays (an API's id). */
  readonly random: Random;
  readonly region: string;
  readonly accountId: string;
}

/** A value that the field cannot have. The message is a Korean sentence for the reader. */
export class FieldError extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Reads a source's fields out of form values; refuses values for fields that the source does not have. */
export function fieldReader(fields: readonly Field[], values: FieldValues): FieldReader {
  const unknown = Object.keys(values).find((name) => !fields.some((field) => field.name === name));
  if (unknown !== undefined) {
    throw new FieldError(unknown, `‘${unknown}’ 필드는 없습니다. 쓸 수 있는 필드: ${fields.map((field) => field.name).join(", ")}`);
  }
  const field = (name: string) => {
    const found = fields.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`fieldReader: the builder reads "${name}", which is no field of its source`);
    return found;
  };
  const text = (name: string) => checked(field(name), Object.hasOwn(values, name) ? (values[name] ?? "") : field(name).default);
  return {
    text,
    number: (name) => Number(text(name)),
    json: (name) => JSON.parse(text(name)),
  };
}

export interface FieldReader {
  text(name: string): string;
  number(name: string): number;
  json(name: string): unknown;
}

function checked(field: Field, value: string): string {
  const problem = problemOf(field, value);
  if (problem !== undefined) throw new FieldError(field.name, `‘${field.name}’ 필드: ${problem} 받은 값: ${value}`);
  return value;
}

function problemOf(field: Field, value: string): string | undefined {
  switch (field.kind) {
    case "text":
      return undefined;
    case "select":
      return field.options.includes(value) ? undefined : `다음 가운데 하나여야 합니다: ${field.options.join(", ")}.`;
    case "number":
      return isWithin(field, value) ? undefined : `${thousands(field.least)}부터 ${thousands(field.most)}까지의 정수여야 합니다.`;
    case "json":
      return isJson(value) ? undefined : "올바른 JSON이 아닙니다.";
  }
}

function isWithin(range: { readonly least: number; readonly most: number }, value: string): boolean {
  return /^\d{1,16}$/.test(value) && Number(value) >= range.least && Number(value) <= range.most;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // What the reader typed; the caller says so in a sentence.
    return false;
  }
}
