/**
 * What a reader has done, kept in the browser by the words of chapters, labs, exercises and questions (numbers may change).
 * Whoever shows it reads it here and listens for changes; whoever makes some notes it here.
 */
import { keep, kept } from "./kept.ts";

export interface ChapterProgress {
  readonly labs: Readonly<Record<string, "run">>;
  readonly exercises: Readonly<Record<string, "tried" | "solved">>;
  /** By the question's id. */
  readonly quiz: Readonly<Record<string, "wrong" | "right">>;
}

export type Made =
  | { readonly of: "labs"; readonly name: string; readonly came: "run" }
  | { readonly of: "exercises"; readonly name: string; readonly came: "tried" | "solved" }
  | { readonly of: "quiz"; readonly name: string; readonly came: "wrong" | "right" };

const KEY = "progress";
const CHANGED = "lambda-lab-progress";

/** `chapter`: its words, `cold-and-warm-starts`. */
export function progressOf(chapter: string): ChapterProgress {
  return progressIn(kept(KEY), chapter);
}

/** The same, of what stands kept under `progress` or in a reader's file. */
export function progressIn(record: unknown, chapter: string): ChapterProgress {
  const { labs, exercises, quiz } = chapterIn(record, chapter);
  return { labs: only(labs, ["run"]), exercises: only(exercises, ["tried", "solved"]), quiz: only(quiz, ["wrong", "right"]) };
}

/** Two readers' records, or one reader's from two devices: the further of both. */
export function mergedProgress(here: unknown, arriving: unknown): Readonly<Record<string, ChapterProgress>> {
  const chapters = new Set([here, arriving].flatMap((record) => Object.keys(asObject(record))));
  return Object.fromEntries(
    [...chapters].map((chapter) => {
      const [one, other] = [progressIn(here, chapter), progressIn(arriving, chapter)];
      return [
        chapter,
        {
          labs: { ...one.labs, ...other.labs },
          exercises: { ...one.exercises, ...other.exercises, ...having(one.exercises, "solved") },
          quiz: { ...one.quiz, ...other.quiz, ...having(one.quiz, "right") },
        },
      ];
    }),
  );
}

const having = <T extends string>(of: Readonly<Record<string, T>>, came: T) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value === came)) as Readonly<Record<string, T>>;

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const chapterIn = (record: unknown, chapter: string) =>
  Object.hasOwn(asObject(record), chapter) ? asObject(asObject(record)[chapter]) : {};

/** The entries of a record that say one of these words: what a browser keeps, or a file brings, may be anything. */
function only<T extends string>(value: unknown, words: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(asObject(value)).filter((entry): entry is [string, T] => words.includes(entry[1] as T)));
}

/** `07-cold-and-warm-starts/reuse-the-client` → the words under which progress is kept. */
export function wordsOf(id: string): { readonly chapter: string; readonly name: string } {
  const [folder = "", name = ""] = id.split("/");
  return { chapter: folder.replace(/^\d+-/, ""), name };
}

/** What was solved stays solved. A question may be answered anew. */
export function noteProgress(chapter: string, { of, name, came }: Made): void {
  const before = progressOf(chapter);
  if (before[of][name] === came || before[of][name] === "solved") return;
  keep(KEY, { ...asObject(kept(KEY)), [chapter]: { ...before, [of]: { ...before[of], [name]: came } } });
  tellProgress();
}

/** Whoever changed what is kept by other means tells those who show it. */
export function tellProgress(): void {
  globalThis.dispatchEvent(new Event(CHANGED));
}

/** Also where another tab of the browser has made it. Returns what ends it. */
export function onProgress(listen: () => void): () => void {
  globalThis.addEventListener(CHANGED, listen);
  globalThis.addEventListener("storage", listen);
  return () => {
    globalThis.removeEventListener(CHANGED, listen);
    globalThis.removeEventListener("storage", listen);
  };
}
