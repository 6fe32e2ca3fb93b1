/** Places in JSON values, and where two values differ. */
import type { Json } from "./condition.ts";

/** `items[0].name` → ["items", "0", "name"]. */
export const pathOf = (at: string): readonly string[] => at.split(/[.[\]]+/).filter((part) => part !== "");

/** Undefined where there is no such place. */
export function valueAt(value: unknown, at: string): unknown {
  return pathOf(at).reduce(member, value);
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Reflect.get(value, key);
}

export interface Difference {
  /** `items[0].name`; empty: the whole. */
  readonly at: string;
  readonly seen: unknown;
  /** Undefined: it should not be there. */
  readonly expected: unknown;
}

/** The first place where the values differ. `open`: objects may have more keys than are expected. */
export function firstDifference(seen: unknown, expected: Json, open: boolean, at = ""): Difference | undefined {
  if (typeof expected !== "object" || expected === null || !isLike(seen, expected))
    return Object.is(seen, expected) ? undefined : { at, seen, expected };
  for (const [key, part] of Object.entries(expected)) {
    const difference = firstDifference(member(seen, key), part, open, step(at, key, expected));
    if (difference !== undefined) return difference;
  }
  if (open && !Array.isArray(expected)) return undefined;
  const extra = Object.keys(seen).find((key) => !Object.hasOwn(expected, key));
  return extra === undefined ? undefined : { at: step(at, extra, expected), seen: member(seen, extra), expected: undefined };
}

/** An object for an object, an array for an array. */
function isLike(seen: unknown, expected: object): seen is object {
  return typeof seen === "object" && seen !== null && Array.isArray(seen) === Array.isArray(expected);
}

function step(at: string, key: string, parent: object): string {
  if (Array.isArray(parent)) return `${at}[${key}]`;
  return at === "" ? key : `${at}.${key}`;
}
