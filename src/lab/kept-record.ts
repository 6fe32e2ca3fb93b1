/** A lab's or an exercise's record as the browser keeps it. */
import type { Draft } from "./session.ts";

/** What the browser holds: for which first text it was written, and what came before. */
export interface Kept {
  readonly first: string;
  readonly draft?: Draft;
  readonly older?: Draft;
}

export function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null || !("first" in value)) return false;
  const { draft, older } = value as Kept;
  return [draft, older].every((part) => part === undefined || (isObject(part) && isDraft(part)));
}

function isDraft({ files, event, configuration, chosen }: Partial<Draft>): boolean {
  return isObject(files) && typeof event === "string" && isObject(configuration) && (chosen === undefined || isObject(chosen));
}

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null;

/** A draft of an older lab in today's: what it could not choose yet is as it is written. */
export function broughtUpToDate(draft: Draft, { chosen }: Draft): Draft {
  return chosen === undefined ? draft : { ...draft, chosen: { ...chosen, ...draft.chosen } };
}
