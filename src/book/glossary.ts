/** The book's terms: content/glossary.yaml. `npm run check:content` checks its shape. */
import { parse } from "yaml";
import source from "../../content/glossary.yaml?raw";
import { authorError } from "./author-error.ts";

export interface Entry {
  readonly term: string;
  readonly english: string;
  /** One sentence; backticks hold code. */
  readonly says: string;
  readonly synonyms?: readonly string[];
}

// Its shape is what `npm run check:content` checks.
const glossary = parse(source) as Readonly<Record<string, Entry>>;

/** By name, in the order of the Korean alphabet. */
export const allEntries = (): readonly (readonly [string, Entry])[] =>
  Object.entries(glossary).sort(([, a], [, b]) => a.term.localeCompare(b.term, "ko"));

export function entryNamed(name: string, chapter: string | undefined): Entry {
  const entry = glossary[name];
  if (entry !== undefined) return entry;
  throw authorError(chapter, `<Term id="${name}">`, "content/glossary.yaml에 그런 이름이 없습니다. 이름을 고치거나 용어를 더하세요.");
}

/** The sentence where no code can be drawn: a tooltip, an attribute. */
export const plainText = (says: string): string => says.replaceAll(/[`*]/g, "");
