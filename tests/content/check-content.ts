/** All that is wrong with the book, and what was checked. */
import type { Runtime } from "../../sandbox/runtime/runtime.ts";
import { readBook } from "./book.ts";
import { checkChapter } from "./check-chapter.ts";
import { textProblems } from "./check-texts.ts";
import { correctionProblems } from "./corrections.ts";
import { guideProblems } from "./guide-rows.ts";
import type { MutationScore } from "./mutation.ts";
import { inOrder, type Problem } from "./problem.ts";
import { readFacts, readGlossary } from "./reference-data.ts";
import { runsOn } from "./runs.ts";

export interface ContentReport {
  /** By file and line. */
  readonly problems: readonly Problem[];
  readonly scores: readonly MutationScore[];
  readonly checked: {
    readonly chapters: number;
    readonly labs: number;
    readonly exercises: number;
    readonly questions: number;
    /** Questions whose answer the simulator gives. */
    readonly fromTrace: number;
  };
}

/** There is no chapter of that name; these are there. */
export class NoSuchChapter extends Error {
  readonly chapters: readonly string[];
  constructor(name: string, chapters: readonly string[]) {
    super(`no chapter ${name}`);
    this.chapters = chapters;
  }
}

/** `root`: the project's folder. `only`: the folder of one chapter, or all of content/ and the texts of src/. */
export function checkContent(root: string, runtime: Runtime, only?: string): ContentReport {
  const book = readBook(root);
  const wanted = book.chapters.filter(({ name }) => only === undefined || name === only);
  if (only !== undefined && wanted.length === 0) {
    throw new NoSuchChapter(
      only,
      book.chapters.map(({ name }) => name),
    );
  }
  const runs = runsOn(runtime);
  const reference = { glossary: readGlossary(book.glossary), facts: readFacts(book.facts) };
  const chapters = wanted.map((chapter) => checkChapter(book, chapter, reference, runs));
  const folders = only === undefined ? ["content", "src"] : wanted.map(({ path }) => path);
  const sum = (of: (chapter: (typeof chapters)[number]) => number) => chapters.reduce((total, chapter) => total + of(chapter), 0);
  return {
    problems: inOrder([
      ...reference.glossary.problems,
      ...reference.facts.problems,
      ...correctionProblems(book),
      ...guideProblems(book),
      ...chapters.flatMap((chapter) => chapter.problems),
      ...textProblems(root, folders, reference.facts.names),
    ]),
    scores: chapters.flatMap((chapter) => chapter.scores),
    checked: {
      chapters: chapters.length,
      labs: sum((chapter) => chapter.labs),
      exercises: sum((chapter) => chapter.scores.length),
      questions: sum((chapter) => chapter.questions),
      fromTrace: sum((chapter) => chapter.fromTrace),
    },
  };
}
