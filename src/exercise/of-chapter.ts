/** Reads an exercise out of content/, with all that its page shows; or says to its author what is missing and where. */
import type { CollectionEntry } from "astro:content";
import type { Exercise, ExerciseFolder } from "../../sandbox/exercise/exercise.ts";
import { explainedDiff, type Hunk } from "../../sandbox/exercise/explained-diff.ts";
import { filesIn, layersIn } from "../lab/of-chapter.ts";
import { withFacts } from "../prose/facts.ts";

export interface ExerciseOnPage {
  /** `07-cold-and-warm-starts/reuse-the-client`. */
  readonly id: string;
  /** Without what only those who check the book need. */
  readonly exercise: Exercise;
  readonly starter: ExerciseFolder["starter"];
  readonly solution: ExerciseFolder["solution"];
  readonly hunks: readonly Hunk[];
}

export function exerciseOf(entries: readonly CollectionEntry<"exercises">[], chapter: string, name: string): ExerciseOnPage {
  const id = `${chapter}/${name}`;
  const entry = entries.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new Error(
      `content/chapters/${chapter}/chapter.mdx: <Exercise name="${name}" />에 맞는 exercises/${name}/exercise.yaml이 없습니다. 이름을 고치거나 파일을 만드세요.`,
    );
  }
  const { starter, solution } = codeOf(entry);
  const written = withLayers(entry.id, withFacts(entry.data));
  const { hunks } = explainedDiff(starter, solution, written.solution.explains);
  const mistakes = written.mistakes.map((mistake) => ({ ...mistake, made: { from: "files" } as const }));
  return { id, exercise: { ...written, mistakes, solution: { ...written.solution, explains: [] } }, starter, solution, hunks };
}

/** As quizzes need it: with the author's own words. */
export const folderOf = (entry: CollectionEntry<"exercises">): ExerciseFolder => ({
  id: entry.id,
  exercise: withLayers(entry.id, entry.data),
  ...codeOf(entry),
});

/** The layers that the function names, out of the exercise's folder. */
function withLayers(id: string, exercise: Exercise): Exercise {
  const layers = layersIn(id.replace("/", "/exercises/"), exercise.situation.function.Layers);
  return layers === undefined ? exercise : { ...exercise, situation: { ...exercise.situation, layers } };
}

function codeOf({ id, data }: CollectionEntry<"exercises">): Pick<ExerciseFolder, "starter" | "solution"> {
  const folder = id.replace("/", "/exercises/");
  const { Handler, declared } = data.situation.function;
  // Where no code runs there is none.
  if (declared !== undefined) return { starter: {}, solution: {} };
  return { starter: filesIn(`${folder}/starter`, Handler), solution: filesIn(`${folder}/solution`, Handler) };
}
