/** content/ as it stands in its folders, read but not judged. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Files } from "../../sandbox/scenario.ts";

export interface Book {
  readonly root: string;
  readonly chapters: readonly ChapterFolder[];
  readonly glossary: SourceFile | undefined;
  readonly facts: SourceFile | undefined;
}

export interface SourceFile {
  /** From the project's folder, with `/`. */
  readonly file: string;
  readonly text: string;
}

export interface ChapterFolder {
  /** `07-cold-and-warm-starts`, or `_template`. */
  readonly name: string;
  readonly path: string;
  readonly prose: SourceFile | undefined;
  readonly quiz: SourceFile | undefined;
  readonly labs: readonly LabFolder[];
  readonly exercises: readonly ExerciseSource[];
}

export interface LabFolder {
  readonly name: string;
  readonly path: string;
  readonly lab: SourceFile | undefined;
  readonly prediction: SourceFile | undefined;
  readonly starter: Files;
  /** By the layer's name: what is below /opt. */
  readonly layers: ReadonlyMap<string, Files>;
}

export interface ExerciseSource {
  readonly name: string;
  readonly path: string;
  readonly exercise: SourceFile | undefined;
  readonly starter: Files;
  readonly solution: Files;
  /** By the mistake's name. */
  readonly mistakes: ReadonlyMap<string, Files>;
  readonly layers: ReadonlyMap<string, Files>;
}

/** The folder to copy from is checked like a chapter. */
export const TEMPLATE = "_template";

export function readBook(root: string): Book {
  const chapters = folders(root, "content/chapters").map((name) => readChapter(root, `content/chapters/${name}`, name));
  const template = existsSync(join(root, "content", TEMPLATE)) ? [readChapter(root, `content/${TEMPLATE}`, TEMPLATE)] : [];
  return {
    root,
    chapters: [...chapters, ...template],
    glossary: source(root, "content/glossary.yaml"),
    facts: source(root, "content/facts.yaml"),
  };
}

function readChapter(root: string, path: string, name: string): ChapterFolder {
  return {
    name,
    path,
    prose: source(root, `${path}/chapter.mdx`),
    quiz: source(root, `${path}/quiz.yaml`),
    labs: folders(root, `${path}/labs`).map((lab) => readLab(root, `${path}/labs/${lab}`, lab)),
    exercises: folders(root, `${path}/exercises`).map((exercise) => readExercise(root, `${path}/exercises/${exercise}`, exercise)),
  };
}

function readLab(root: string, path: string, name: string): LabFolder {
  return {
    name,
    path,
    lab: source(root, `${path}/lab.yaml`),
    prediction: source(root, `${path}/prediction.yaml`),
    starter: filesIn(join(root, path, "starter")),
    layers: layersIn(root, path),
  };
}

function layersIn(root: string, path: string): ReadonlyMap<string, Files> {
  return new Map(folders(root, `${path}/layers`).map((name) => [name, filesIn(join(root, path, "layers", name))]));
}

function readExercise(root: string, path: string, name: string): ExerciseSource {
  const mistakes = folders(root, `${path}/mistakes`).map((mistake) => [mistake, filesIn(join(root, path, "mistakes", mistake))] as const);
  return {
    name,
    path,
    exercise: source(root, `${path}/exercise.yaml`),
    starter: filesIn(join(root, path, "starter")),
    solution: filesIn(join(root, path, "solution")),
    mistakes: new Map(mistakes),
    layers: layersIn(root, path),
  };
}

export function source(root: string, file: string): SourceFile | undefined {
  const path = join(root, file);
  return existsSync(path) && statSync(path).isFile() ? { file, text: readFileSync(path, "utf8") } : undefined;
}

function folders(root: string, path: string): readonly string[] {
  const folder = join(root, path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Path below the folder → text. */
function filesIn(folder: string): Files {
  if (!existsSync(folder)) return {};
  return Object.fromEntries(filesBelow(folder).map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

/** Every file below a folder, with `/`. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
