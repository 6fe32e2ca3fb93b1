/** later.yaml of a chapter: its shape, and that each lab to come has one place in the chapter's text. */
import { checkedLater, type LaterLabs } from "../../src/book/later.ts";
import { type Book, type ChapterFolder, source } from "./book.ts";
import { lineAt, withoutCode } from "./chapter-prose.ts";
import type { Problem } from "./problem.ts";
import { placeIn, readYaml, schemaProblems, type YamlFile } from "./yaml-file.ts";

export function laterProblems(book: Book, chapter: ChapterFolder): readonly Problem[] {
  const { labs, yaml, problems } = readLater(book, chapter);
  const uses = laterIn(chapter.prose?.text ?? "");
  const unknown = uses
    .filter(({ name }) => !(name in labs))
    .map(({ name, line }): Problem => {
      const says = `<LabLater name="${name}">이 가리키는 것이 없습니다. ${chapter.path}/later.yaml에 더하거나 이름을 고치세요.`;
      return { file: `${chapter.path}/chapter.mdx`, line, severity: "error", says };
    });
  const places = yaml === undefined ? [] : Object.keys(labs).flatMap((name) => placeProblems(chapter, yaml, uses, name));
  return [...problems, ...(problems.length > 0 ? [] : unknown), ...places];
}

interface Later {
  readonly labs: LaterLabs;
  readonly yaml?: YamlFile;
  readonly problems: readonly Problem[];
}

/** A chapter without the file has no lab to come. */
export function readLater(book: Book, chapter: ChapterFolder): Later {
  const file = source(book.root, `${chapter.path}/later.yaml`);
  if (file === undefined) return { labs: {}, problems: [] };
  const parsed = readYaml(file.file, file.text);
  if ("problems" in parsed) return { labs: {}, problems: parsed.problems };
  const checked = checkedLater(parsed.yaml.value);
  if ("problems" in checked) return { labs: {}, problems: schemaProblems(parsed.yaml, checked.problems) };
  return { labs: checked.value, yaml: parsed.yaml, problems: [] };
}

interface LaterUse {
  readonly name: string;
  readonly line: number;
}

function laterIn(mdx: string): readonly LaterUse[] {
  return [...withoutCode(mdx).matchAll(/<LabLater\b[^>]*?\bname="([^"]*)"/g)].map((match) => ({
    name: match[1] ?? "",
    line: lineAt(mdx, match.index),
  }));
}

function placeProblems(chapter: ChapterFolder, yaml: YamlFile, uses: readonly LaterUse[], name: string): readonly Problem[] {
  const report = (says: string): Problem[] => [{ ...placeIn(yaml, [name]), severity: "error", says }];
  const places = uses.filter((use) => use.name === name);
  if (places.length === 0) return report(`본문에 자리가 없습니다. 놓을 곳에 <LabLater name="${name}" />를 쓰세요.`);
  if (places.length > 1) return report(`본문에 두 번 나옵니다(${places.map(({ line }) => `${line}행`).join(", ")}). 하나를 지우세요.`);
  if (chapter.labs.some((lab) => lab.name === name)) return report("같은 이름의 실습이 이미 있습니다. 이 항목과 본문의 자리를 지우세요.");
  return [];
}
