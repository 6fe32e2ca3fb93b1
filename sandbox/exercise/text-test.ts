/** Whether a text is what an author asked for, and how to say what that was. */
import type { TextTest } from "./condition.ts";

export function matchesText({ containing, matching }: TextTest, text: string): boolean {
  return (containing === undefined || text.includes(containing)) && (matching === undefined || new RegExp(matching, "u").test(text));
}

/** How often. Without a wish, once. */
export function occurrences({ containing, matching }: TextTest, text: string): number {
  if (matching !== undefined) {
    const matches = [...text.matchAll(new RegExp(matching, "gu"))];
    return matches.filter(([match]) => containing === undefined || match.includes(containing)).length;
  }
  return containing === undefined ? 1 : text.split(containing).length - 1;
}

/** `‘연결’ 문구가 든`, to stand before a noun; empty where nothing is asked. */
export function textClause({ containing, matching }: TextTest): string {
  return [containing !== undefined && `‘${containing}’ 문구가 든`, matching !== undefined && `\`/${matching}/\` 꼴의`]
    .filter(Boolean)
    .join(" ");
}
