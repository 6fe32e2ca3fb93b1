/** Reads a lab out of content/, or says to its author what is missing and where. */
import type { CollectionEntry } from "astro:content";
import type { LabDefinition } from "./definition.ts";

const starters = import.meta.glob<string>("/content/chapters/*/labs/*/starter/**/*", { query: "?raw", import: "default", eager: true });

/** `chapter` is the chapter's folder: 07-cold-and-warm-starts. `runs`: how often the expected output has run the code. */
export function labOf(
  labs: readonly CollectionEntry<"labs">[],
  chapter: string,
  name: string,
): { readonly lab: LabDefinition; readonly runs: number } {
  const id = `${chapter}/${name}`;
  const entry = labs.find((candidate) => candidate.id === id);
  if (entry === undefined) {
    throw new Error(
      `content/chapters/${chapter}/chapter.mdx: <Lab name="${name}" />에 맞는 labs/${name}/lab.yaml이 없습니다. 이름을 고치거나 파일을 만드세요.`,
    );
  }
  const folder = `/content/chapters/${chapter}/labs/${name}/starter/`;
  const files = Object.fromEntries(
    Object.entries(starters).flatMap(([path, text]) => (path.startsWith(folder) ? [[path.slice(folder.length), text]] : [])),
  );
  const [file, ...others] = Object.keys(files);
  if (file === undefined || others.length > 0)
    throw new Error(`content${folder.slice("/content".length)}: 실습의 처음 코드는 파일 하나여야 합니다.`);
  const { title, event, runs } = entry.data;
  return { lab: { id, title, function: { ...entry.data.function, files }, file, event: JSON.stringify(event) }, runs };
}
