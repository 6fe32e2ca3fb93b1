/** What is wrong with the content: a file, a place in it, and a Korean sentence that says what to do. */

export interface Problem {
  /** From the project's folder: content/chapters/… */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** A key, a name: `mistakes[0].when`. */
  readonly place?: string;
  /** A warning is for a person to judge. */
  readonly severity: "error" | "warning";
  readonly says: string;
}

/** `content/chapters/07-…/quiz.yaml 12행, questions[1].id: 같은 id가 …` */
export function problemText({ file, line, place, says }: Problem): string {
  const lineText = line === undefined ? "" : ` ${line}행`;
  return `${file}${lineText}${place === undefined ? "" : `, ${place}`}: ${says}`;
}

/** By file and line, errors and warnings together. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)));
}
