/** corrections.yaml and syllabus.yaml: their shape, and that they name chapters and headings that are there. */
import { type Correction, checkedCorrections } from "../../src/book/corrections.ts";
import { checkedSyllabus } from "../../src/book/syllabus.ts";
import { type Book, type SourceFile, source, TEMPLATE } from "./book.ts";
import { slugsOf } from "./chapter-prose.ts";
import type { Problem } from "./problem.ts";
import { placeIn, readYaml, schemaProblems, type YamlFile } from "./yaml-file.ts";

export function correctionProblems(book: Book): readonly Problem[] {
  const plan = read(source(book.root, "content/syllabus.yaml"), checkedSyllabus);
  const corrections = read(source(book.root, "content/corrections.yaml"), checkedCorrections);
  const planned = plan.value === undefined ? undefined : Object.keys(plan.value.chapters);
  const { value = {}, yaml } = corrections;
  const places = yaml === undefined ? [] : Object.entries(value).flatMap(([name, each]) => placeProblems(book, planned, yaml, name, each));
  return [...plan.problems, ...unplanned(book, planned), ...corrections.problems, ...places];
}

interface Read<T> {
  readonly value?: T;
  readonly yaml?: YamlFile;
  readonly problems: readonly Problem[];
}

/** A file that is not there has nothing wrong in it. */
function read<T>(file: SourceFile | undefined, check: (value: unknown) => Checked<T>): Read<T> {
  if (file === undefined) return { problems: [] };
  const parsed = readYaml(file.file, file.text);
  if ("problems" in parsed) return { problems: parsed.problems };
  const checked = check(parsed.yaml.value);
  if ("problems" in checked) return { problems: schemaProblems(parsed.yaml, checked.problems) };
  return { value: checked.value, yaml: parsed.yaml, problems: [] };
}

type Checked<T> = { readonly value: T } | { readonly problems: Parameters<typeof schemaProblems>[1] };

/** A chapter that is written is in the plan; one of the plan may still be to be written. */
function unplanned(book: Book, planned: readonly string[] | undefined): readonly Problem[] {
  if (planned === undefined) return [];
  return book.chapters
    .filter(({ name }) => name !== TEMPLATE && !planned.includes(name))
    .map(({ name }) => ({
      file: "content/syllabus.yaml",
      place: "chapters",
      severity: "error",
      says: `${name} 장이 빠졌습니다. 제목과 먼저 배울 장을 적어 더하세요.`,
    }));
}

function placeProblems(
  book: Book,
  planned: readonly string[] | undefined,
  yaml: YamlFile,
  name: string,
  { chapter, anchor }: Correction,
): readonly Problem[] {
  const report = (key: string, says: string): Problem[] => [{ ...placeIn(yaml, [name, key]), severity: "error", says }];
  if (planned !== undefined && !planned.includes(chapter)) {
    return report("chapter", `content/syllabus.yaml에 없는 장입니다: ${chapter}. 폴더 이름을 그대로 쓰세요.`);
  }
  if (anchor === undefined) return [];
  const prose = book.chapters.find((each) => each.name === chapter)?.prose;
  if (prose === undefined) return report("anchor", `${chapter} 장이 아직 없습니다. 장이 생길 때까지 anchor를 지우세요.`);
  const slugs = slugsOf(prose.text);
  if (slugs.includes(anchor)) return [];
  return report("anchor", `없는 제목입니다: ${anchor}. ${chapter}에 있는 제목: ${slugs.join(" ") || "없음"}`);
}
