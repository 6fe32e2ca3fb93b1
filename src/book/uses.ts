/** What a chapter's text refers to by name, read from the text itself: its sources and terms are listed where they are used. */

/** Each name once, in the order of the first use. */
export function namesUsed(mdx: string, component: "Fact" | "Term" | "Lab" | "Exercise"): readonly string[] {
  const uses = mdx.matchAll(new RegExp(`<${component}\\b[^>]*?\\b(?:id|name)="([^"]*)"`, "g"));
  return [...new Set([...uses].map(([, name = ""]) => name))];
}
