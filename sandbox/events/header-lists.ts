/** Headers and query parameters as the older HTTP events have them: one map of single values and one of lists. */
import type { HeaderLine } from "./http-request.ts";

export type Texts = Readonly<Record<string, string>>;
export type TextLists = Readonly<Record<string, readonly string[]>>;

/** Values by name, sorted by name without regard to case; a name that comes twice has two values, in the first one's spelling. */
export function headerLists(lines: readonly HeaderLine[]): TextLists {
  const lists = new Map<string, { readonly name: string; readonly values: string[] }>();
  for (const [name, value] of lines) {
    const key = name.toLowerCase();
    const list = lists.get(key);
    if (list === undefined) lists.set(key, { name, values: [value] });
    else list.values.push(value);
  }
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([, { name, values }]) => [name, values]));
}

/** What a client sent and what AWS's edge adds: a header that both have is the edge's. */
export function deliveredLines(client: readonly HeaderLine[], edge: readonly HeaderLine[]): readonly HeaderLine[] {
  const ofEdge = new Set(edge.map(([name]) => name.toLowerCase()));
  return [...client.filter(([name]) => !ofEdge.has(name.toLowerCase())), ...edge];
}

/** The last value of each: what a map of single values keeps. */
export function lastValues(lists: TextLists): Texts {
  return Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? ""]));
}
