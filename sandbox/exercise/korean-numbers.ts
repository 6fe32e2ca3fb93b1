/** Numbers in Korean sentences: native words up to ten, figures with units beyond. */
import { thousands } from "../thousands.ts";
import type { Count } from "./condition.ts";

const NATIVE = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열"];

/** 1 → 첫 번째, 12 → 12번째. */
export function ordinal(number: number): string {
  if (number === 1) return "첫 번째";
  const native = NATIVE[number];
  return native === undefined ? `${number}번째` : `${native} 번째`;
}

export type Counter = "줄" | "번" | "개" | "곳";

/** 3, 줄 → 세 줄; 12, 번 → 12회. */
export function counted(number: number, counter: Counter): string {
  const native = NATIVE[number];
  if (native !== undefined && native !== "") return `${native} ${counter}`;
  return `${thousands(number)}${counter === "번" ? "회" : counter}`;
}

export const isWithin = (number: number, count: Count): boolean =>
  typeof count === "number" ? number === count : number >= (count.atLeast ?? 0) && number <= (count.atMost ?? Number.POSITIVE_INFINITY);

/** `세 줄`, `두 줄 이상`, `한 줄 이상 세 줄 이하`. */
export function rangeText(count: Count, text: (number: number) => string): string {
  if (typeof count === "number") return text(count);
  const { atLeast, atMost } = count;
  return [atLeast !== undefined && `${text(atLeast)} 이상`, atMost !== undefined && `${text(atMost)} 이하`].filter(Boolean).join(" ");
}

/** At most so many decimals, and thousands with commas: 1234.5 → 1,234.5. */
export function decimal(number: number, decimals: number): string {
  const [whole = "0", fraction] = String(Number(number.toFixed(decimals))).split(".");
  const grouped = whole.startsWith("-") ? `-${thousands(Number(whole.slice(1)))}` : thousands(Number(whole));
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
