/**
 * Under which names a reader's work is kept (src/kept.ts). Words, not numbers: a chapter that moves in the book keeps its readers'
 * work.
 */
export type WorkKind = "lab" | "exercise" | "quiz";

export interface WorkName {
  readonly kind: WorkKind;
  /** The chapter's words: `cold-and-warm-starts`. */
  readonly chapter: string;
  /** The lab's or exercise's folder; "" for a quiz, which has one record for all of a chapter's questions. */
  readonly name: string;
}

/** `("lab", "07-cold-and-warm-starts/first")` → `lab:cold-and-warm-starts/first`. */
export function workName(kind: WorkKind, id: string): string {
  return `${kind}:${id.replace(/^\d+-/, "")}`;
}

/** Undefined for what is no reader's work: the theme, the list of what is done. */
export function readWorkName(key: string): WorkName | undefined {
  const [, kind, chapter, name = ""] = /^(lab|exercise|quiz):([\w-]+)(?:\/([\w-]+))?$/.exec(key) ?? [];
  if (kind === undefined || chapter === undefined || (kind === "quiz") !== (name === "")) return undefined;
  return { kind: kind as WorkKind, chapter, name };
}
