/** JSON values in Korean sentences. */
import type { Json } from "./condition.ts";

const LONGEST = 120;

/** In backticks, cut where it is long. */
export function valueText(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return `\`${text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text}\``;
}

/** With a noun where the value alone does not say which particle follows it. */
export function namedValue(value: Json): string {
  if (typeof value === "number" || typeof value === "boolean" || value === null) return valueText(value);
  return `${valueText(value)} ${TYPE_NAMES[typeOf(value)]}`;
}

export const TYPE_NAMES = {
  string: "문자열",
  number: "숫자",
  boolean: "불리언",
  null: "`null`",
  array: "배열",
  object: "객체",
  missing: "없음",
} as const;

export function typeOf(value: unknown): keyof typeof TYPE_NAMES {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}
