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

const NONE: ChapterProgress = { labs: {}, exercises: {}, quiz: {} };

/** `chapter`: its words, `cold-and-warm-starts`. */
export function progressOf(chapter: string): ChapterProgress {
  return { ...NONE, ...all()[chapter] };
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
  keep(KEY, { ...all(), [chapter]: { ...before, [of]: { ...before[of], [name]: came } } });
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

function all(): Record<string, Partial<ChapterProgress>> {
  const value = kept(KEY);
  // What the browser kept is what noteProgress wrote, or nothing of ours.
  return typeof value === "object" && value !== null ? (value as Record<string, Partial<ChapterProgress>>) : {};
}
