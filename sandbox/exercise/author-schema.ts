/**
 * Pieces of the schemas of what authors write, and the Korean sentences in which they refuse. For the build and Node only: zod
 * stays out of pages.
 */
import { z } from "zod";
import type { Json } from "./condition.ts";

export interface AuthorProblem {
  /** Keys and indices from the file's top. */
  readonly path: readonly PropertyKey[];
  /** What is wrong and what to do, a sentence or two. */
  readonly says: string;
}

/** The value as its type, or all that is wrong with it. */
export function checkedWith<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly value: T } | { readonly problems: readonly AuthorProblem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.map((issue) => ({ path: pathOfIssue(issue), says: issue.message })) };
}

/** An unknown key is wrong where it stands, not where it is missing from. */
function pathOfIssue(issue: z.core.$ZodIssue): PropertyKey[] {
  return issue.code === "unrecognized_keys" ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
}

/** The message for a key that holds the wrong thing, or that is not there at all. */
export function must(says: string): { readonly error: (issue: { readonly input?: unknown }) => string } {
  return { error: (issue) => (issue.input === undefined ? `빠졌습니다. ${says}` : says) };
}

/** An object that has these keys and no others. */
export function strict<const T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => {
      if (issue.code === "unrecognized_keys") return `모르는 키입니다. 쓸 수 있는 키: ${keys}.`;
      return issue.input === undefined ? `빠졌습니다. 다음 키로 된 객체여야 합니다: ${keys}.` : `다음 키로 된 객체여야 합니다: ${keys}.`;
    },
  });
}

export function refuse(context: z.core.ParsePayload, path: readonly PropertyKey[], message: string): void {
  context.issues.push({ code: "custom", input: context.value, path: [...path], message });
}

const TEXT = "비어 있지 않은 글이어야 합니다. 콜론이나 백틱으로 시작하는 글은 따옴표로 감싸세요.";

export const text = z.string(must(TEXT)).trim().min(1, { error: TEXT });

/** Text in which the spaces around it count. */
export const rawText = z.string(must(TEXT)).min(1, { error: TEXT });

/** What a reader reads. */
export const prose = text.regex(/[가-힣]/, { error: "독자가 읽는 글이니 한국어로 쓰세요." });

/** A folder's or a question's name. */
export const slug = text.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
  error: "영어 소문자, 숫자, 붙임표로 된 이름이어야 합니다(예: reuse-the-client).",
});

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, must(`다음 가운데 하나여야 합니다: ${values.join(", ")}.`));
}

export function wholeNumber(least: number) {
  const says = `${least} 이상의 정수여야 합니다.`;
  return z.int(must(says)).min(least, { error: says });
}

export const flag = z.boolean(must("true나 false여야 합니다."));

export const json: z.ZodType<Json> = z.json(must("JSON으로 옮길 수 있는 값이어야 합니다."));

export function list<T extends z.ZodType>(item: T, least = 0) {
  const says =
    least === 0
      ? "목록이어야 합니다. 줄마다 `- `로 시작하세요."
      : `항목이 ${least}개 이상인 목록이어야 합니다. 줄마다 \`- \`로 시작하세요.`;
  return z.array(item, must(says)).min(least, { error: says });
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `10m`, `1h30m`, `200ms`, or a number of milliseconds. */
export const duration = quantity("10m, 90s, 200ms 꼴의 시간이거나 밀리초 수여야 합니다.", durationIn);

/** Milliseconds; undefined where the text is no such time. */
export function durationIn(written: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(written)) return undefined;
  const parts = [...written.matchAll(/([\d.]+)(ms|s|m|h|d)/g)];
  return parts.reduce((sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0), 0);
}

/** `128MB`, or a number of megabytes. */
export const megabytes = quantity("128MB 꼴이거나 MB 수여야 합니다.", (written) => suffixed(written, "MB"));

/** `50%`, or 50. */
export const percent = quantity("50% 꼴이거나 백분율 수여야 합니다.", (written) => suffixed(written, "%"));

function suffixed(written: string, unit: string): number | undefined {
  const number = written.endsWith(unit) ? written.slice(0, -unit.length) : "";
  return /^\d+(\.\d+)?$/.test(number) ? Number(number) : undefined;
}

function quantity(says: string, read: (written: string) => number | undefined) {
  return z.union([z.number().min(0), z.string()], must(says)).transform((written, context): number => {
    const value = typeof written === "number" ? written : read(written);
    if (value !== undefined) return value;
    context.issues.push({ code: "custom", input: written, message: says });
    return z.NEVER;
  });
}
