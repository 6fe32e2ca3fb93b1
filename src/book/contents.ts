/** What stands in a chapter, in the order of its text: sections, the labs and exercises in them, and the quiz at the end. */

export interface ContentsEntry {
  readonly href: string;
  readonly text: string;
  readonly parts: readonly ContentsPart[];
}

export interface ContentsPart {
  readonly kind: "실습" | "연습";
  readonly href: string;
  readonly text: string;
}

export interface ChapterText {
  readonly mdx: string;
  /** Its headings of level 2. */
  readonly sections: readonly { readonly slug: string; readonly text: string }[];
  /** The title of a lab or an exercise. */
  readonly titleOf: (component: "Lab" | "Exercise", name: string) => string;
}

/** The id of the quiz's heading. */
export const QUIZ = { id: "확인-문제", text: "확인 문제" };

export function contentsOf({ mdx, sections, titleOf }: ChapterText): readonly ContentsEntry[] {
  const entries = sections.map(({ slug, text }) => ({ href: `#${slug}`, text, parts: [] as ContentsPart[] }));
  let section = -1;
  for (const [, heading, component, name = ""] of withoutCode(mdx).matchAll(/^(## )|<(Lab|Exercise)\b[^>]*?\bname="([^"]*)"/gm)) {
    if (heading !== undefined) section += 1;
    else if (component === "Lab" || component === "Exercise") {
      const kind = component === "Lab" ? "실습" : "연습";
      entries[section]?.parts.push({ kind, href: `#${anchorOf(component, name)}`, text: titleOf(component, name) });
    }
  }
  return /<Quiz\b/.test(mdx) ? [...entries, { href: `#${QUIZ.id}`, text: QUIZ.text, parts: [] }] : entries;
}

/** The id under which a lab or an exercise is linked: `lab-what-changes`. */
export const anchorOf = (component: "Lab" | "Exercise", name: string) => `${component.toLowerCase()}-${name}`;

/** A line of code may begin like a heading. */
const withoutCode = (mdx: string) => mdx.replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "");
