/** The code of an anticipated mistake, so that it can be run and recognised. */
import type { Files } from "../scenario.ts";
import type { ExerciseFolder, Mistake, Replacement } from "./exercise.ts";
import type { Submission } from "./situation.ts";

/** Says which replacement has nothing to replace: `name`, the file and the text. */
export class NothingToReplace extends Error {
  readonly replacement: Replacement;
  constructor(replacement: Replacement) {
    super(`nothing to replace in ${replacement.file}: ${replacement.from}`);
    this.replacement = replacement;
  }
}

/** `ownFiles`: what stands in mistakes/<name>/. */
export function mistakenSubmission(folder: ExerciseFolder, { made }: Mistake, ownFiles: Files): Submission {
  const { configuration, chosen } = folder.exercise.solution;
  const configured = { ...(configuration !== undefined && { configuration }), ...(chosen !== undefined && { chosen }) };
  switch (made.from) {
    case "files":
      return { files: { ...folder.solution, ...ownFiles }, ...configured };
    case "solution":
      return { files: replaced(folder.solution, made.replace), ...configured };
    case "starter":
      return { files: replaced(folder.starter, made.replace) };
    case "configuration":
      return { files: folder.solution, configuration: { ...configuration, ...made.configuration }, chosen: { ...chosen, ...made.chosen } };
  }
}

function replaced(files: Files, replacements: readonly Replacement[]): Files {
  const edited: Record<string, string> = { ...files };
  for (const replacement of replacements) {
    const { file, from, to } = replacement;
    const text = edited[file];
    if (text === undefined || !text.includes(from)) throw new NothingToReplace(replacement);
    // A function, because `$` has a meaning in a replacement text.
    edited[file] = text.replace(from, () => to);
  }
  return edited;
}
