/** guide.yaml: that it leaves out nothing of the guide, and that the book has what it says, where it says. */
import { checkedCorrections } from "../../src/book/corrections.ts";
import { checkedGuide, firstLine, type Guide, type GuideBlock, type GuideRow, isHeading } from "../../src/book/guide.ts";
import { type Book, type ChapterFolder, source } from "./book.ts";
import { placeFault } from "./chapter-prose.ts";
import { guideOutline, numberOf, type Outline } from "./guide-outline.ts";
import { type Places, placesIn, type SectionText } from "./guide-places.ts";
import { readLater } from "./later.ts";
import type { Problem } from "./problem.ts";
import { placeIn, readYaml, schemaProblems, type YamlFile } from "./yaml-file.ts";

const FILE = "content/guide.yaml";

/** `outline`: of the guide, all of which the rows must name. */
export function guideProblems(book: Book, outline: Outline = guideOutline()): readonly Problem[] {
  const file = source(book.root, FILE);
  if (file === undefined) return [];
  const parsed = readYaml(file.file, file.text);
  if ("problems" in parsed) return parsed.problems;
  const checked = checkedGuide(parsed.yaml.value);
  if ("problems" in checked) return schemaProblems(parsed.yaml, checked.problems);
  const corrections = namesOfCorrections(book);
  const places = placesIn(book);
  const rows = checked.value.flatMap((row, index) => {
    const says = [...outlineFaults(row, outline), ...placeFaults(book, places, row), ...fixFaults(row, corrections)];
    return says.map((each): Problem => problemAt(parsed.yaml, [index], each));
  });
  return [...rows, ...missing(parsed.yaml, checked.value, outline), ...unsettled(parsed.yaml, checked.value, corrections)];
}

const problemAt = (yaml: YamlFile, path: readonly PropertyKey[], says: string): Problem => ({
  ...placeIn(yaml, path),
  severity: "error",
  says,
});

const quoted = (names: readonly string[]) => names.map((name) => `‘${name}’`).join(", ");

/** The row says of the guide what stands there. */
function outlineFaults(row: GuideRow, outline: Outline): readonly string[] {
  if (isHeading(row)) {
    const [, text] = outline.find(([line]) => line === row.line) ?? [];
    return text === numberOf(row.heading) ? [] : [`원문의 ${row.line}행은 ‘${row.heading}’이 아닙니다. 행이나 제목을 고치세요.`];
  }
  const [from, to] = row.lines;
  const there = new Set(outline.filter(([line]) => from <= line && line <= to).flatMap(([, , ...terms]) => terms));
  const named = [...row.shows, ...Object.keys(row.instead ?? {})];
  const numbers = new Set(named.map(numberOf));
  const extra = named.filter((name) => !there.has(numberOf(name)));
  const left = [...there].filter((number) => !numbers.has(number)).length;
  return [
    ...(extra.length > 0 ? [`원문의 이 코드에 없습니다: ${quoted(extra)}. 지우거나 행을 고치세요.`] : []),
    ...(left > 0 ? [`원문의 이 코드에 있는 이름 ${left}개가 빠졌습니다. shows나 instead에 적으세요.`] : []),
  ];
}

/** The book has it at the row's places, and what is said to run is in what runs. */
function placeFaults(book: Book, places: Places, row: GuideRow): readonly string[] {
  const faults = row.at.flatMap((at) => chapterFault(book, at) ?? []);
  if (faults.length > 0 || isHeading(row)) return faults;
  const texts = row.at.map(places);
  const lacking = [...row.shows, ...Object.values(row.instead ?? {})].filter((name) => !texts.some((text) => has(text, row, name)));
  return [
    ...(lacking.length > 0 ? [`${row.at.join(", ")}에 없습니다: ${quoted(lacking)}. 자리를 더하거나 instead에 적으세요.`] : []),
    ...runFaults(book, row),
    ...laterFaults(book, row),
  ];
}

function chapterFault(book: Book, at: string): string | undefined {
  const [name = "", anchor] = at.split("#");
  if (anchor !== undefined) return placeFault(book, { ...NOWHERE, name }, at);
  return book.chapters.some((chapter) => chapter.name === name) ? undefined : `없는 장입니다: ${name}. 폴더 이름을 그대로 쓰세요.`;
}

const NOWHERE: ChapterFolder = { name: "", path: "", prose: undefined, quiz: undefined, labs: [], exercises: [] };

/** A diagram's words may stand in a sentence; those of code must stand in code. */
function has({ all, code }: SectionText, { code: language }: GuideBlock, name: string): boolean {
  return includesName(language === "text" ? all : code, name);
}

/** As a whole name: `aws lambda invoke` is not in `aws lambda invoke-async`. */
function includesName(text: string, name: string): boolean {
  const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`).test(text);
}

function runFaults(book: Book, { runs = [], shows, instead = {}, code }: GuideBlock): readonly string[] {
  const found = runs.map((name) => ({ name, files: filesOf(book, name) }));
  const unknown = found.filter(({ files }) => files === undefined).map(({ name }) => name);
  if (unknown.length > 0) return [`없는 실습이나 연습입니다: ${quoted(unknown)}. ‘장/이름’으로 적으세요.`];
  if (runs.length === 0 || code === "text") return [];
  const all = found.map(({ files = "" }) => files).join("\n");
  const lacking = [...shows, ...Object.values(instead)].filter((name) => !includesName(all, name));
  return lacking.length === 0 ? [] : [`${runs.join(", ")}의 파일에 없습니다: ${quoted(lacking)}. 실습을 더하거나 shown으로 바꾸세요.`];
}

/** All files of a lab or an exercise, its solution too. */
function filesOf(book: Book, name: string): string | undefined {
  const [folder, part] = name.split("/");
  const chapter = book.chapters.find((each) => each.name === folder);
  const lab = chapter?.labs.find((each) => each.name === part);
  const exercise = chapter?.exercises.find((each) => each.name === part);
  if (lab === undefined && exercise === undefined) return undefined;
  return [lab?.starter, exercise?.starter, exercise?.solution].flatMap((files) => Object.values(files ?? {})).join("\n");
}

function laterFaults(book: Book, { later = [] }: GuideBlock): readonly string[] {
  return later.flatMap((name) => {
    const [folder, part = ""] = name.split("/");
    const chapter = book.chapters.find((each) => each.name === folder);
    if (chapter !== undefined && part in readLater(book, chapter).labs) return [];
    return [`없는 나중의 실습입니다: ${name}. 그 장의 later.yaml에 있는 이름을 쓰세요.`];
  });
}

function namesOfCorrections(book: Book): readonly string[] {
  const file = source(book.root, "content/corrections.yaml");
  if (file === undefined) return [];
  const parsed = readYaml(file.file, file.text);
  const checked = "yaml" in parsed ? checkedCorrections(parsed.yaml.value) : parsed;
  // What is wrong with that file is told where it is checked.
  return "value" in checked ? Object.keys(checked.value) : [];
}

function fixFaults({ fixes }: GuideRow, corrections: readonly string[]): readonly string[] {
  const unknown = fixes.filter((name) => !corrections.includes(name));
  return unknown.length === 0 ? [] : [`content/corrections.yaml에 없습니다: ${quoted(unknown)}.`];
}

/** Every heading and every line of code is some row's, and the rows are in order. */
function missing(yaml: YamlFile, guide: Guide, outline: Outline): readonly Problem[] {
  const spans = guide.map((row) => (isHeading(row) ? ([row.line, row.line] as const) : row.lines));
  const left = outline.map(([line]) => line).filter((line) => !spans.some(([from, to]) => from <= line && line <= to));
  const after = guide.findIndex((row, index) => {
    const [, end = 0] = spans[index - 1] ?? [];
    return firstLine(row) <= end;
  });
  return [
    ...(left.length > 0 ? [problemAt(yaml, [], `원문의 제목이나 코드가 빠졌습니다: ${left.join(", ")}행. 줄을 더하세요.`)] : []),
    ...(after >= 0 ? [problemAt(yaml, [after], "앞줄과 행이 겹치거나 차례가 바뀌었습니다. 원문의 차례로 적으세요.")] : []),
  ];
}

/** Every correction is settled somewhere. */
function unsettled(yaml: YamlFile, guide: Guide, corrections: readonly string[]): readonly Problem[] {
  const settled = new Set(guide.flatMap(({ fixes }) => fixes));
  const left = corrections.filter((name) => !settled.has(name));
  return left.length === 0 ? [] : [problemAt(yaml, [], `어느 줄의 fixes에도 없는 고친 점이 있습니다: ${left.join(", ")}.`)];
}
