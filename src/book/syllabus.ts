/** The plan of the book and of courses with it: content/syllabus.yaml. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import { type AuthorProblem, checkedWith, list, must, prose, refuse, strict, text } from "../../sandbox/exercise/author-schema.ts";

export interface PlannedChapter {
  /** Stands where the chapter is not written yet. */
  readonly title: string;
  /** Folders of the chapters whose content it takes for granted. */
  readonly after: readonly string[];
  /** What to know that this book does not teach. */
  readonly knows?: string | undefined;
}

export interface Week {
  /** What the class can do at its end. */
  readonly goal: string;
  readonly chapters: readonly string[];
}

export interface Course {
  /** For whom, and how. */
  readonly says: string;
  /** As many as the course has. */
  readonly weeks: readonly Week[];
}

export interface Syllabus {
  /** By folder, in the order of the book. */
  readonly chapters: Readonly<Record<string, PlannedChapter>>;
  readonly courses: readonly Course[];
}

const folder = text.regex(/^\d{2}-[a-z0-9-]+$/, { error: "장의 폴더 이름이어야 합니다(예: 04-handlers)." });

const syllabus = strict({
  chapters: z.record(
    folder,
    strict({ title: prose, after: list(folder), knows: prose.exactOptional() }),
    must("장의 폴더 이름과 내용의 객체여야 합니다."),
  ),
  courses: list(strict({ says: prose, weeks: list(strict({ goal: prose, chapters: list(folder, 1) }), 1) }), 1),
}).check((context) => {
  for (const { path, says } of orderProblems(context.value)) refuse(context, [...path], says);
});

export const checkedSyllabus = (value: unknown): { readonly value: Syllabus } | { readonly problems: readonly AuthorProblem[] } =>
  checkedWith<Syllabus>(syllabus, value);

function orderProblems({ chapters, courses }: Syllabus): readonly AuthorProblem[] {
  const inBook = Object.entries(chapters).flatMap(([name, { after }]) =>
    after.flatMap((before, index) => {
      const path = ["chapters", name, "after", index];
      if (chapters[before] === undefined) return [{ path, says: unknown(before) }];
      return before < name ? [] : [{ path, says: `${before} 장은 이 장보다 앞에 있지 않습니다. 앞에 있는 장만 적으세요.` }];
    }),
  );
  return [...inBook, ...courses.flatMap(({ weeks }, index) => courseProblems(weeks, chapters, ["courses", index, "weeks"]))];
}

/** A chapter comes once, and what it takes for granted has come before. */
function courseProblems(weeks: readonly Week[], plan: Syllabus["chapters"], above: readonly PropertyKey[]): readonly AuthorProblem[] {
  const taught = new Set<string>();
  const problems: AuthorProblem[] = [];
  for (const [week, { chapters }] of weeks.entries()) {
    for (const [index, name] of chapters.entries()) {
      const report = (says: string) => problems.push({ path: [...above, week, "chapters", index], says });
      const missing = (plan[name]?.after ?? []).filter((before) => !taught.has(before));
      if (plan[name] === undefined) report(unknown(name));
      else if (taught.has(name)) report(`${name} 장이 이 과정에 두 번 나옵니다. 하나를 지우세요.`);
      else if (missing.length > 0) report(`${name}보다 먼저 배울 장이 앞에 없습니다: ${missing.join(", ")}. 앞으로 옮기거나 더하세요.`);
      taught.add(name);
    }
  }
  return problems;
}

const unknown = (name: string) => `chapters에 없는 장입니다: ${name}. 폴더 이름을 그대로 쓰세요.`;
