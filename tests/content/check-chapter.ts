/** One chapter: its labs, exercises and quiz run, and its prose names what is there. */
import type { ChapterCode } from "../../sandbox/exercise/quiz-scenario.ts";
import type { Book, ChapterFolder } from "./book.ts";
import { linkProblems, placeFault, usesIn } from "./chapter-prose.ts";
import { exerciseProblems, type ReadExercise, readExercise } from "./exercises.ts";
import { labProblems, type ReadLab, readLab } from "./labs.ts";
import { laterProblems } from "./later.ts";
import { type MutationScore, mutationProblems, mutationScore } from "./mutation.ts";
import type { Problem } from "./problem.ts";
import { checkQuiz } from "./quizzes.ts";
import type { ReferenceData } from "./reference-data.ts";
import type { Runs } from "./runs.ts";

export interface Reference {
  readonly glossary: ReferenceData;
  readonly facts: ReferenceData;
}

export interface ChapterReport {
  readonly problems: readonly Problem[];
  /** Of its exercises that could be read. */
  readonly scores: readonly MutationScore[];
  readonly labs: number;
  readonly questions: number;
  readonly fromTrace: number;
}

export function checkChapter(book: Book, chapter: ChapterFolder, reference: Reference, runs: Runs): ChapterReport {
  const problems: Problem[] = [];
  const labs: ReadLab[] = [];
  const exercises: ReadExercise[] = [];
  for (const folder of chapter.labs) {
    const result = readLab(chapter, folder);
    if ("read" in result) labs.push(result.read);
    else problems.push(...result.problems);
  }
  for (const source of chapter.exercises) {
    const result = readExercise(chapter, source);
    if ("read" in result) exercises.push(result.read);
    else problems.push(...result.problems);
  }
  const code: ChapterCode = {
    labs: new Map(labs.map((lab) => [lab.folder.name, lab.code])),
    exercises: new Map(exercises.map((exercise) => [exercise.source.name, exercise.folder])),
  };
  const quiz = checkQuiz(chapter, code, runs);
  const places = quiz.places.flatMap(({ line, read }): Problem[] => {
    const says = placeFault(book, chapter, read);
    return says === undefined ? [] : [{ file: `${chapter.path}/quiz.yaml`, line, place: "read", severity: "error", says }];
  });
  const scored = exercises.map((exercise) => ({ exercise, score: mutationScore(exercise, runs) }));
  return {
    problems: [
      ...problems,
      ...labs.flatMap((lab) => labProblems(lab, runs)),
      ...exercises.flatMap((exercise) => exerciseProblems(exercise, runs)),
      ...scored.flatMap(({ exercise, score }) => mutationProblems(exercise, score)),
      ...quiz.problems,
      ...places,
      ...proseProblems(book, chapter, reference),
      ...laterProblems(book, chapter),
    ],
    scores: scored.map(({ score }) => score),
    labs: labs.length,
    questions: quiz.questions,
    fromTrace: quiz.fromTrace,
  };
}

/** What chapter.mdx names is there, and what is there is named. */
function proseProblems(book: Book, chapter: ChapterFolder, { glossary, facts }: Reference): readonly Problem[] {
  const { prose } = chapter;
  if (prose === undefined)
    return [{ file: `${chapter.path}/chapter.mdx`, severity: "error", says: "파일이 없습니다. 장의 본문을 두세요." }];
  const labs = chapter.labs.map(({ name }) => name);
  const exercises = chapter.exercises.map(({ name }) => name);
  const predicted = chapter.labs.filter((lab) => lab.prediction !== undefined).map(({ name }) => name);
  const known: Readonly<Record<string, readonly [names: readonly string[], remedy: string]>> = {
    Lab: [labs, "labs/ 폴더에 있는 이름을 쓰세요"],
    Prediction: [predicted, "prediction.yaml이 있는 실습의 이름을 쓰세요"],
    Exercise: [exercises, "exercises/ 폴더에 있는 이름을 쓰세요"],
    Term: [[...glossary.names], "content/glossary.yaml에 더하거나 이름을 고치세요"],
    Fact: [[...facts.names], "content/facts.yaml에 더하거나 이름을 고치세요"],
  };
  const uses = usesIn(prose.text);
  const unknown = uses.flatMap(({ component, name, line }): Problem[] => {
    const [names = [], remedy = ""] = known[component] ?? [];
    if (names.includes(name)) return [];
    return [{ file: prose.file, line, severity: "error", says: `<${component} name="${name}">이 가리키는 것이 없습니다. ${remedy}.` }];
  });
  const isPlaced = (component: string, name: string) => uses.some((use) => use.component === component && use.name === name);
  const unplaced = (component: string, kind: string, names: readonly string[]) =>
    names
      .filter((name) => !isPlaced(component, name))
      .map((name): Problem => {
        const says = `${kind} ${name} 자리가 본문에 없습니다. 놓을 곳에 <${component} name="${name}" />을 쓰세요.`;
        return { file: prose.file, severity: "warning", says };
      });
  return [...unknown, ...unplaced("Lab", "실습", labs), ...unplaced("Exercise", "연습", exercises), ...linkProblems(book, chapter, prose)];
}
