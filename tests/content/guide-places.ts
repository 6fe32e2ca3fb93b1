/** What the book has at a place that guide.yaml names. */
import { parse } from "yaml";
import { sectionAt } from "../../src/book/sections.ts";
import type { Book, ChapterFolder } from "./book.ts";
import { slugsOf, withoutCode } from "./chapter-prose.ts";

export interface SectionText {
  /** Its sentences, pictures' descriptions, figures and code. */
  readonly all: string;
  /** Its code: blocks, names in sentences, and the files of its labs and exercises. */
  readonly code: string;
}

/** `05-context#남은-시간`: from that heading to the next that is not below it; a chapter alone: all of it. */
export type Places = (at: string) => SectionText;

export function placesIn(book: Book): Places {
  const facts: unknown = parse(book.facts?.text ?? "{}");
  return (at) => {
    const [name, anchor] = at.split("#");
    const chapter = book.chapters.find((each) => each.name === name);
    const mdx = chapter?.prose?.text ?? "";
    const section = anchor === undefined ? mdx : sectionAt(mdx, slugsOf(mdx).indexOf(anchor));
    const files = chapter === undefined ? "" : filesIn(chapter, section);
    const blocks = section.match(/^```[\s\S]*?^```/gm) ?? [];
    const spans = withoutCode(section).match(/`[^`\n]+`/g) ?? [];
    return { all: `${withFigures(section, facts)}\n${files}`, code: [...blocks, ...spans, files].join("\n") };
  };
}

function filesIn(chapter: ChapterFolder, section: string): string {
  const placed = (component: string, name: string) => section.includes(`<${component} name="${name}"`);
  const labs = chapter.labs.filter(({ name }) => placed("Lab", name)).map(({ starter }) => starter);
  const exercises = chapter.exercises.filter(({ name }) => placed("Exercise", name)).map(({ solution }) => solution);
  return [...labs, ...exercises].flatMap((files) => Object.values(files)).join("\n");
}

/** `<Fact name="…" />` as its value. */
function withFigures(text: string, facts: unknown): string {
  return text.replaceAll(/<Fact name="([^"]*)" \/>/g, (_, name: string) => {
    const fact = member(facts, name);
    return (
      `${member(fact, "value") ?? ""}`.replace(/^\d{4,}$/, (digits) => Number(digits).toLocaleString("en-US")) +
      (member(fact, "unit") ?? "")
    );
  });
}

function member(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
