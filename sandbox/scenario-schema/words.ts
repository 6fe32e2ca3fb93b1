/** Pieces of the scenario's schema, and the Korean sentences in which they refuse. For the build and Node only. */
import { z } from "zod";
import { thousands } from "../thousands.ts";

export const text = z.string({ error: "문자열이어야 합니다." });
export const wholeNumber = z.int({ error: "정수여야 합니다." });
export const flag = z.boolean({ error: "true나 false여야 합니다." });

export const millis = z.number({ error: "0 이상의 수(ms)여야 합니다." }).min(0, { error: "0 이상의 수(ms)여야 합니다." });

export const between = ({ least, most }: { readonly least: number; readonly most: number }, unit: string) => {
  const error = `${thousands(least)}부터 ${thousands(most)}까지의 정수(${unit})여야 합니다.`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

export const share = z
  .number({ error: "0부터 1까지의 수여야 합니다." })
  .min(0, { error: "0부터 1까지의 수여야 합니다." })
  .max(1, { error: "0부터 1까지의 수여야 합니다." });

export function choice<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `다음 가운데 하나여야 합니다: ${values.join(", ")}.` });
}

export function list<T extends z.ZodType>(item: T) {
  return z.array(item, { error: "배열이어야 합니다." });
}

/** JSON text, of any value. */
export const jsonText = text.check((context) => {
  try {
    JSON.parse(context.value);
  } catch {
    // What the host's parser says differs from one to the other.
    refuse(context, [], "올바른 JSON이어야 합니다.");
  }
});

/** A name of these characters and at most so long. */
export function name(what: string, { most, also = "" }: { readonly most: number; readonly also?: string }) {
  const characters = also === "" ? "영문자, 숫자, 붙임표, 밑줄" : `영문자, 숫자, 붙임표, 밑줄, ${also}`;
  return text.regex(new RegExp(`^[a-zA-Z0-9-_${also.replaceAll(/[, ]/g, "").replace(".", "\\.")}]{1,${most}}$`), {
    error: `${what} 이름은 ${characters}로 된 1~${most}자입니다.`,
  });
}

/** An object that has these keys and no others. */
export function strict<const T extends z.ZodRawShape>(shape: T) {
  const keys = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) => (issue.code === "unrecognized_keys" ? `모르는 키입니다. 쓸 수 있는 키: ${keys}.` : "객체여야 합니다."),
  });
}

export function refuse(context: z.core.ParsePayload, path: PropertyKey[], message: string): void {
  context.issues.push({ code: "custom", input: context.value, path, message });
}
