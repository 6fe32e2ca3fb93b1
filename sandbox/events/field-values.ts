/** Field values that more than one source reads: JSON objects and lists, names with a pattern, contents of a batch. */
import { thousands } from "../thousands.ts";
import { FieldError, type FieldReader } from "./source.ts";

/** `‘topic’ 필드: …` */
export const refused = (field: string, sentence: string) => new FieldError(field, `‘${field}’ 필드: ${sentence}`);

export function jsonObject(read: FieldReader, field: string): Readonly<Record<string, unknown>> {
  const value = read.json(field);
  if (!isJsonObject(value)) throw refused(field, "JSON 객체여야 합니다.");
  return value;
}

/** An object whose values are all text, as attributes and parameters of many services are. */
export function jsonTexts(read: FieldReader, field: string): Readonly<Record<string, string>> {
  const entries = Object.entries(jsonObject(read, field)).map(([name, value]): [string, string] => {
    if (typeof value !== "string") throw refused(field, `‘${name}’의 값은 문자열이어야 합니다.`);
    return [name, value];
  });
  return Object.fromEntries(entries);
}

export function jsonList(read: FieldReader, field: string): readonly unknown[] {
  const value = read.json(field);
  if (!Array.isArray(value)) throw refused(field, "JSON 배열이어야 합니다.");
  return value;
}

/** Text of a pattern, or a refusal that repeats what the name may be. */
export function textMatching(read: FieldReader, field: string, pattern: RegExp, sentence: string): string {
  const text = read.text(field);
  if (pattern.test(text)) return text;
  throw refused(field, `${sentence} 받은 값: ${text}`);
}

/** Lambda API, CreateFunction. */
export function functionNameOf(read: FieldReader): string {
  return textMatching(read, "functionName", /^[a-zA-Z0-9-_]{1,64}$/, "함수 이름은 영문자, 숫자, 붙임표, 밑줄로 된 1~64자입니다.");
}

/** IAM API, CreateUser. */
export function userNameOf(read: FieldReader): string {
  return textMatching(read, "user", /^[\w+=,.@-]{1,64}$/, "사용자 이름은 영문자, 숫자, + = , . @ - _로 된 1~64자입니다.");
}

/** Names divided by commas; blanks around them do not count. */
export function commaSeparated(text: string): readonly string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The fields that say what a batch holds. */
export interface ContentFields {
  /** One text for all, in which {n} becomes a number. */
  readonly one: string;
  /** A JSON list of contents that differ. */
  readonly many: string;
  readonly count: string;
  /** A batch has no more. */
  readonly most: number;
}

/** Texts are contents as they are; any other JSON value is sent as its text. */
export function contentsOf(read: FieldReader, fields: ContentFields): readonly string[] {
  const many = jsonList(read, fields.many);
  if (many.length > fields.most) throw refused(fields.many, `배치 하나에 ${thousands(fields.most)}개까지입니다.`);
  if (many.length > 0) return many.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
  return Array.from({ length: read.number(fields.count) }, (_, index) => numbered(read.text(fields.one), index));
}

/** `user-{n}` → `user-1` for the first. */
export const numbered = (text: string, index: number) => text.replaceAll("{n}", String(index + 1));

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
