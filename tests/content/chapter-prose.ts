/** What a chapter.mdx refers to: headings, links, pictures, components. */
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import type { Book, ChapterFolder, SourceFile } from "./book.ts";
import type { Problem } from "./problem.ts";

/** The slug of a heading as Astro makes it (github-slugger): lower case, letters and figures of every script, spaces as hyphens. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
    .replaceAll(" ", "-");
}

/** In order; a heading that comes again gets a number. */
export function slugsOf(mdx: string): readonly string[] {
  const seen = new Map<string, number>();
  return [...withoutCode(mdx).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(([, heading = ""]) => {
    const slug = slugOf(heading.replaceAll(/<[^>]*>|[`*_]|\]\([^)]*\)|\[/g, ""));
    const times = seen.get(slug) ?? 0;
    seen.set(slug, times + 1);
    return times === 0 ? slug : `${slug}-${times}`;
  });
}

/** Fenced code as empty lines, so that what follows keeps its line. */
export function withoutCode(mdx: string): string {
  return mdx.replaceAll(/^(```|~~~)[\s\S]*?^\1[^\n]*$/gm, (block) => block.replaceAll(/[^\n]/g, ""));
}

export interface Use {
  readonly component: string;
  readonly name: string;
  readonly line: number;
}

/** `<Lab name="…" />` and the like. */
export function usesIn(mdx: string): readonly Use[] {
  return [...withoutCode(mdx).matchAll(/<(Lab|Exercise|Prediction|Term|Fact)\b[^>]*?\bname="([^"]*)"/g)].map((match) => ({
    component: match[1] ?? "",
    name: match[2] ?? "",
    line: lineAt(mdx, match.index),
  }));
}

export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;

/** A place that a link or a quiz names: `#안과-밖`, `05-context#남은-시간`. */
export function placeFault(book: Book, chapter: ChapterFolder, read: string): string | undefined {
  const [name = "", anchor = ""] = read.split("#");
  const target = name === "" ? chapter : book.chapters.find((each) => each.name === name);
  if (target === undefined) return `없는 장입니다: ${name}. 폴더 이름을 그대로 쓰세요.`;
  const slugs = target.prose === undefined ? [] : slugsOf(target.prose.text);
  if (slugs.includes(decoded(anchor))) return undefined;
  return `없는 제목입니다: #${anchor}. ${target.name}에 있는 제목: ${slugs.map((slug) => `#${slug}`).join(" ") || "없음"}`;
}

const decoded = (anchor: string) => (/%[0-9A-F]{2}/i.test(anchor) ? decodeURIComponent(anchor) : anchor);

export function linkProblems(book: Book, chapter: ChapterFolder, prose: SourceFile): readonly Problem[] {
  const text = withoutCode(prose.text).replaceAll(/`[^`\n]*`/g, (code) => " ".repeat(code.length));
  const problems: Problem[] = [];
  const report = (index: number, says: string) => problems.push({ file: prose.file, line: lineAt(text, index), severity: "error", says });
  for (const { index, 1: mark, 2: words = "", 3: target = "" } of text.matchAll(/(!?)\[([^\]]*)\]\(([^)\s]+)[^)]*\)/g)) {
    if (mark === "!" && words.trim() === "") report(index, "그림에 대체 글이 없습니다. 대괄호 안에 그림이 말하는 것을 적으세요.");
    if (/<(Fact|Term)\b/.test(words))
      report(index, "링크의 글 안에 <Fact>나 <Term>이 있습니다. 그것도 링크라 하나만 남습니다. 링크는 옆의 다른 낱말에 거세요.");
    const says = targetFault(book, chapter, target);
    if (says !== undefined) report(index, says);
  }
  for (const { index } of text.matchAll(/^\| *\|[^\n]*\n\|[ :|-]+$/gm))
    report(index, "표의 첫 칸에 제목이 없습니다. 화면 낭독기가 열의 이름을 읽지 못하니 ‘견줄 것’처럼 적으세요.");
  for (const { index } of text.matchAll(/<img\b(?![^>]*\balt=)/g))
    report(index, "그림에 대체 글이 없습니다. alt에 그림이 말하는 것을 적으세요.");
  for (const { index, 1: target = "" } of text.matchAll(/\bsrc="([^"]+)"/g)) {
    const says = targetFault(book, chapter, target);
    if (says !== undefined) report(index, says);
  }
  return problems;
}

/** Undefined where it is there, or where only the network or the site's build could tell. */
function targetFault(book: Book, chapter: ChapterFolder, target: string): string | undefined {
  if (/^(https?:|mailto:|\/)/.test(target)) return undefined;
  if (target.startsWith("#")) return placeFault(book, chapter, target);
  const sibling = /^\.\.\/(\d{2}-[a-z0-9-]+)\/?#(.+)$/.exec(target);
  if (sibling !== null) return placeFault(book, chapter, `${sibling[1]}#${sibling[2]}`);
  const [path = ""] = target.split("#");
  const file = normalize(join(dirname(`${chapter.path}/chapter.mdx`), path));
  return existsSync(join(book.root, file)) ? undefined : `없는 파일입니다: ${file}. 경로를 고치거나 파일을 두세요.`;
}
