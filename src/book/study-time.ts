/** How long a chapter takes: an estimate from what stands in it, so that a teacher can plan lessons. */

/** Our rule of thumb, not a measurement; the teachers' page states it. */
export const PACE = { lettersAMinute: 500, codeLinesAMinute: 20, minutesALab: 5, minutesAnExercise: 10, minutesAQuestion: 1 } as const;

export interface ChapterParts {
  readonly mdx: string;
  readonly labs: number;
  readonly exercises: number;
  readonly questions: number;
}

/** Text and code, without what there is to do. In whole minutes, upwards. */
export function readingMinutes(mdx: string): number {
  const { letters, codeLines } = amountOf(mdx);
  return Math.ceil(letters / PACE.lettersAMinute + codeLines / PACE.codeLinesAMinute);
}

export function doingMinutes({ labs, exercises, questions }: Omit<ChapterParts, "mdx">): number {
  return labs * PACE.minutesALab + exercises * PACE.minutesAnExercise + questions * PACE.minutesAQuestion;
}

/** Letters that a reader reads, spaces apart, and lines of code that are not empty. */
export function amountOf(mdx: string): { readonly letters: number; readonly codeLines: number } {
  const fences = /^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)^\1/gm;
  const code = [...mdx.matchAll(fences)].map(([, , lines = ""]) => lines).join("");
  const text = mdx
    .replace(/^---\n[\s\S]*?\n---\n/, "")
    .replaceAll(fences, "")
    .replaceAll(/\{\/\*[\s\S]*?\*\/\}|<[^>]*>/g, "")
    .replaceAll(/\]\([^)]*\)/g, "]");
  return { letters: text.replaceAll(/[\s#*`|[\]_-]/g, "").length, codeLines: code.split("\n").filter((line) => line.trim() !== "").length };
}

/** 75 → 1시간 15분. */
export function minutesText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours}시간` : "", rest > 0 || hours === 0 ? `${rest}분` : ""].filter((part) => part !== "").join(" ");
}
