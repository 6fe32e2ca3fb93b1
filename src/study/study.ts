/** What a reader has done, chapter by chapter, out of what the browser keeps. Pure. */

import { readWorkName } from "../kept-names.ts";
import { isKept } from "../lab/kept-record.ts";
import { type ChapterProgress, progressIn } from "../progress.ts";

export interface ChapterOnPage {
  /** The chapter's words. */
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly address: string;
  readonly labs: Titles;
  readonly exercises: Titles;
  /** The questions' ids. */
  readonly questions: readonly string[];
}

/** By the name of the folder. */
export type Titles = Readonly<Record<string, string>>;

/** What the browser keeps, under the names of src/kept.ts. */
export type Records = Readonly<Record<string, unknown>>;

/** What records become: undefined for one that goes. */
export type Changes = Readonly<Record<string, unknown>>;

export interface ChapterStudy {
  readonly chapter: ChapterOnPage;
  readonly labsRun: number;
  readonly exercisesSolved: number;
  readonly exercisesTried: number;
  readonly questionsRight: number;
  readonly questionsWrong: number;
  /** Labs and exercises whose code the reader has changed, by their titles. */
  readonly drafts: readonly string[];
  readonly isEmpty: boolean;
}

export function studyOf(chapter: ChapterOnPage, records: Records): ChapterStudy {
  const { labs, exercises, quiz } = progressIn(records.progress, chapter.slug);
  const count = (of: ChapterProgress[keyof ChapterProgress], names: readonly string[], came: string) =>
    names.filter((name) => Object.hasOwn(of, name) && of[name] === came).length;
  return {
    chapter,
    labsRun: count(labs, Object.keys(chapter.labs), "run"),
    exercisesSolved: count(exercises, Object.keys(chapter.exercises), "solved"),
    exercisesTried: count(exercises, Object.keys(chapter.exercises), "tried"),
    questionsRight: count(quiz, chapter.questions, "right"),
    questionsWrong: count(quiz, chapter.questions, "wrong"),
    drafts: draftsOf(chapter, records),
    isEmpty: Object.keys(cleared(chapter.slug, records)).length === 0,
  };
}

function draftsOf({ slug, labs, exercises }: ChapterOnPage, records: Records): readonly string[] {
  return Object.entries(records).flatMap(([key, value]) => {
    const work = readWorkName(key);
    if (work?.chapter !== slug || work.kind === "quiz" || !isKept(value)) return [];
    return [(work.kind === "lab" ? labs : exercises)[work.name] ?? work.name];
  });
}

/** Chapters that the book no longer has, or has not yet: by their words. */
export function strangers(chapters: readonly ChapterOnPage[], records: Records): readonly string[] {
  const known = new Set(chapters.map(({ slug }) => slug));
  const named = Object.keys(records).flatMap((key) => readWorkName(key)?.chapter ?? []);
  return [...new Set([...named, ...Object.keys(asObject(records.progress))])].filter((slug) => !known.has(slug)).sort();
}

/** What clearing a chapter changes. Nothing, where there is nothing. */
export function cleared(slug: string, records: Records): Changes {
  const works = Object.keys(records).filter((key) => readWorkName(key)?.chapter === slug);
  const { [slug]: gone, ...progress } = asObject(records.progress);
  return { ...Object.fromEntries(works.map((key) => [key, undefined])), ...(gone !== undefined && { progress }) };
}

/** What takes changes back. */
export function before(changes: Changes, records: Records): Changes {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, records[key]]));
}

export const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
