/** An exercise keeps its promises: its solution solves it, its starter does not, and each mistake is told by its own message. */
import type { Exercise, ExerciseFolder } from "../../sandbox/exercise/exercise.ts";
import { checkedExercise } from "../../sandbox/exercise/exercise-schema.ts";
import { explainedDiff } from "../../sandbox/exercise/explained-diff.ts";
import { type Grade, grade } from "../../sandbox/exercise/grade.ts";
import { holds } from "../../sandbox/exercise/judge.ts";
import { mistakenSubmission, NothingToReplace } from "../../sandbox/exercise/mistaken-files.ts";
import type { Submission } from "../../sandbox/exercise/situation.ts";
import { isCatalogueLayer } from "../../sandbox/lambda/layer-catalogue.ts";
import type { Files } from "../../sandbox/scenario.ts";
import type { ChapterFolder, ExerciseSource } from "./book.ts";
import { layersOf } from "./labs.ts";
import type { Problem } from "./problem.ts";
import type { Runs } from "./runs.ts";
import { placeIn, readYaml, schemaProblems, type YamlFile } from "./yaml-file.ts";

/** An exercise that could be read: its runs can be checked. */
export interface ReadExercise {
  readonly folder: ExerciseFolder;
  readonly yaml: YamlFile;
  readonly source: ExerciseSource;
}

export function readExercise(
  chapter: ChapterFolder,
  source: ExerciseSource,
): { readonly read: ReadExercise } | { readonly problems: readonly Problem[] } {
  const { exercise, starter, solution, path } = source;
  const file = `${path}/exercise.yaml`;
  if (exercise === undefined)
    return { problems: [{ file, severity: "error", says: "파일이 없습니다. content/_template의 연습에서 복사해 고치세요." }] };
  const parsed = readYaml(file, exercise.text);
  if ("problems" in parsed) return parsed;
  const checked = checkedExercise(parsed.yaml.value);
  if ("problems" in checked) return { problems: schemaProblems(parsed.yaml, checked.problems) };
  const { situation } = checked.value;
  const missing = (["starter", "solution"] as const).filter((part) => Object.keys(source[part]).length === 0);
  if (missing.length > 0 && situation.function.declared === undefined) {
    const says = "폴더가 없거나 비어 있습니다. 처음 코드는 starter/에, 풀이는 solution/에 두세요.";
    return { problems: missing.map((part) => ({ file: `${path}/${part}/`, severity: "error", says })) };
  }
  const { Layers = [] } = situation.function;
  const lost = Layers.find((name) => !source.layers.has(name) && !isCatalogueLayer(name));
  if (lost !== undefined) {
    const says = `레이어의 폴더가 없습니다. layers/${lost}/에 /opt 아래에 놓일 파일을 두세요.`;
    return { problems: [{ ...placeIn(parsed.yaml, ["function", "Layers"]), severity: "error", says }] };
  }
  const layers = layersOf(situation.function, source.layers);
  const withLayers = layers === undefined ? checked.value : { ...checked.value, situation: { ...situation, layers } };
  const folder = { id: `${chapter.name}/${source.name}`, exercise: withLayers, starter, solution };
  return { read: { folder, yaml: parsed.yaml, source } };
}

/** The solution as a reader would hand it in. */
export function solutionOf({ exercise, solution }: ExerciseFolder): Submission {
  const { configuration, chosen } = exercise.solution;
  return { files: solution, ...(configuration !== undefined && { configuration }), ...(chosen !== undefined && { chosen }) };
}

export function exerciseProblems(read: ReadExercise, runs: Runs): readonly Problem[] {
  return [...fileProblems(read), ...explanationProblems(read), ...runProblems(read, runs), ...mistakeProblems(read, runs)];
}

function fileProblems({ folder: { exercise, starter, solution }, yaml, source }: ReadExercise): Problem[] {
  const problems: Problem[] = [];
  const main = `${exercise.situation.function.Handler.split(".")[0] ?? ""}.`;
  if (exercise.situation.function.declared === undefined && !Object.keys(starter).some((path) => path.startsWith(main)))
    problems.push({ ...placeIn(yaml, ["function"]), severity: "error", says: `Handler가 가리키는 파일이 starter/에 없습니다: ${main}mjs` });
  exercise.readOnly.forEach((path, index) => {
    const says = readOnlyFault(path, starter, solution);
    if (says !== undefined) problems.push({ ...placeIn(yaml, ["readOnly", index]), severity: "error", says });
  });
  const fromFiles = exercise.mistakes.flatMap(({ name, made }) => (made.from === "files" ? [name] : []));
  for (const name of source.mistakes.keys()) {
    const says = "이 폴더를 쓰는 실수가 exercise.yaml에 없습니다. mistakes에 같은 이름으로 더하거나 폴더를 지우세요.";
    if (!fromFiles.includes(name)) problems.push({ file: `${source.path}/mistakes/${name}/`, severity: "error", says });
  }
  return problems;
}

function readOnlyFault(path: string, starter: Files, solution: Files): string | undefined {
  if (starter[path] === undefined) return `starter/에 없는 파일입니다: ${path}. 이름을 고치세요.`;
  return starter[path] === solution[path] ? undefined : `독자가 못 고치는 파일인데 solution/의 내용이 다릅니다: ${path}. 둘을 같게 하세요.`;
}

/** Each hunk of the difference has its reason, and each reason its hunk. */
function explanationProblems({ folder: { exercise, starter, solution }, yaml }: ReadExercise): Problem[] {
  const { explains } = exercise.solution;
  const { hunks, astray } = explainedDiff(starter, solution, explains);
  const unexplained = hunks
    .filter((hunk) => hunk.says.length === 0)
    .map((hunk): Problem => {
      const line = (hunk.added.find((added) => added.trim() !== "") ?? hunk.removed.find((removed) => removed.trim() !== "") ?? "").trim();
      const says = `풀이에서 바뀐 곳에 까닭이 없습니다: ${hunk.file} ${hunk.toLine}행 ‘${line}’. explains에 이 줄의 글자를 ${hunk.added.length > 0 ? "added" : "removed"}로 하는 항목을 더하세요.`;
      return { ...placeIn(yaml, ["solution", "explains"]), severity: "error", says };
    });
  const lost = astray.map((explanation): Problem => {
    const [key, piece] = "added" in explanation ? ["added", explanation.added] : ["removed", explanation.removed];
    const says = `${key === "added" ? "풀이에 생긴" : "처음 코드에서 없어진"} 줄에 이 글자가 없습니다: ‘${piece}’. 그 줄의 일부를 그대로 쓰세요.`;
    return { ...placeIn(yaml, ["solution", "explains", explains.indexOf(explanation), key]), severity: "error", says };
  });
  return [...unexplained, ...lost];
}

function runProblems({ folder, yaml, source }: ReadExercise, runs: Runs): Problem[] {
  const { exercise, starter } = folder;
  const evidence = runs.ofSubmission(folder, solutionOf(folder));
  const solved = grade(exercise, evidence);
  const problems = failedChecks(solved).map(({ index, answers }): Problem => {
    return { ...placeIn(yaml, ["checks", index]), severity: "error", says: `풀이가 이 조건을 채우지 못합니다. ${answers}` };
  });
  const broad = exercise.mistakes.flatMap(({ name, when }, index): Problem[] => {
    if (!holds(when, evidence)) return [];
    const says = `풀이에도 들어맞습니다. 실수 ${name}만 가려내도록 조건을 좁히세요.`;
    return [{ ...placeIn(yaml, ["mistakes", index, "when"]), severity: "error", says }];
  });
  if (grade(exercise, runs.ofSubmission(folder, { files: starter })).isSolved) {
    const says = "고치지 않은 처음 코드가 모든 조건을 채웁니다. 처음 코드에서 못 채우는 조건을 checks에 더하세요.";
    problems.push({ file: `${source.path}/starter/`, severity: "error", says });
  }
  return [...problems, ...broad];
}

function failedChecks({ checks }: Grade): { readonly index: number; readonly answers: string }[] {
  return checks.flatMap(({ isMet, answers }, index) => (isMet ? [] : [{ index, answers: answers.join(" ") }]));
}

function mistakeProblems({ folder, yaml, source }: ReadExercise, runs: Runs): Problem[] {
  return folder.exercise.mistakes.flatMap((mistake, index): Problem[] => {
    const ownFiles = source.mistakes.get(mistake.name);
    const at = (key: string) => placeIn(yaml, ["mistakes", index, key]);
    if (mistake.made.from === "files" && ownFiles === undefined) {
      const says = `실수의 코드가 없습니다. mistakes/${mistake.name}/ 폴더에 파일을 두거나 replace를 쓰세요.`;
      return [{ ...at("name"), severity: "error", says }];
    }
    try {
      const submission = mistakenSubmission(folder, mistake, ownFiles ?? {});
      const says = unrecognised(folder.exercise, mistake.name, grade(folder.exercise, runs.ofSubmission(folder, submission)));
      return says === undefined ? [] : [{ ...at("when"), severity: "error", says }];
    } catch (thrown) {
      // The author's replacement does not fit the code; all else is a fault of ours.
      if (!(thrown instanceof NothingToReplace)) throw thrown;
      const { file, from } = thrown.replacement;
      return [
        { ...at("replace"), severity: "error", says: `${file} 파일에 바꿀 글자가 없습니다: ‘${from}’. 코드에 있는 글자를 그대로 쓰세요.` },
      ];
    }
  });
}

function unrecognised({ mistakes }: Exercise, name: string, { isSolved, mistake }: Grade): string | undefined {
  if (isSolved) return `실수 ${name} 코드가 모든 조건을 채웁니다. 이 실수를 잡는 조건을 checks에 더하세요.`;
  if (mistake === undefined) return `실수 ${name} 코드를 실행해도 when이 들어맞지 않습니다. 그 실행에서 보이는 일로 조건을 고치세요.`;
  if (mistake.name === name) return undefined;
  const order = mistakes.map((each) => each.name).join(", ");
  return `실수 ${name} 코드가 ‘${mistake.name}’의 메시지를 받습니다. 먼저 맞는 것이 이깁니다(${order}). 순서를 바꾸거나 when을 좁히세요.`;
}
