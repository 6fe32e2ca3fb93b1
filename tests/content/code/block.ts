/** Every piece of code that the book shows, with the place where it stands. */
import { extname } from "node:path";
import type { Files } from "../../../sandbox/scenario.ts";
import type { Book, ChapterFolder } from "../book.ts";
import type { Problem } from "../problem.ts";
import { isShellCommand, quizCodes } from "./quiz-code.ts";

export interface CodeBlock {
  /** From the project's folder. */
  readonly file: string;
  /** Of its first line, from 1. */
  readonly line: number;
  /** The fence's word, or a file's ending. */
  readonly language: string;
  /** The name of the file that the fence shows. */
  readonly name: string | undefined;
  readonly text: string;
  /** Whole, a piece of something larger, or one command named in a sentence. */
  readonly extent: "whole" | "fragment" | "mention";
  /** Why the author lets no check look at it. */
  readonly unchecked: string | undefined;
  /** The folder of its chapter. */
  readonly chapter: string;
  /** What its relative imports can reach, by the path from where it stands. */
  readonly beside: Files;
}

/** A problem at a line of the block, from 1. */
export function problemIn({ file, line }: CodeBlock, lineInBlock: number, says: string): Problem {
  return { file, line: line + lineInBlock - 1, severity: "error", says };
}

/** Of the chapters named, or of all and the template's. */
export function codeBlocks(book: Book, only?: string): readonly CodeBlock[] {
  const chapters = book.chapters.filter(({ name }) => only === undefined || name === only);
  const glossary = only === undefined && book.glossary !== undefined ? mentionsIn(book.glossary.file, book.glossary.text, "content") : [];
  return [...chapters.flatMap((chapter) => [...shownIn(chapter), ...filesOf(chapter)]), ...glossary];
}

/** In chapter.mdx and quiz.yaml. */
function shownIn(chapter: ChapterFolder): readonly CodeBlock[] {
  const { prose, quiz, path } = chapter;
  const fences = prose === undefined ? [] : fencesIn(prose.file, prose.text, path);
  const named = fences.flatMap(({ name, text }) => (name === undefined ? [] : [[name, text] as const]));
  const beside = { ...codeFilesOf(chapter), ...Object.fromEntries(named) };
  const told = [...chapter.exercises.map(({ exercise }) => exercise), ...chapter.labs.flatMap(({ lab, prediction }) => [lab, prediction])];
  const sources = [prose, quiz, ...told].filter((source) => source !== undefined);
  return [
    ...fences.map((fence) => ({ ...fence, beside })),
    ...(quiz === undefined ? [] : quizCodes(quiz.text)).map(({ line, text, language }): CodeBlock => {
      const isWhole = language === "sh" || /^import /m.test(text);
      return block({ file: quiz?.file ?? path, line, language, text, extent: isWhole ? "whole" : "fragment", chapter: path, beside });
    }),
    ...sources.flatMap(({ file, text }) => mentionsIn(file, text, path)),
  ];
}

/** Labs' code and exercises' solutions. Starters and mistakes are wrong on purpose: check:content runs them. */
function filesOf(chapter: ChapterFolder): readonly CodeBlock[] {
  const folders = [
    ...chapter.labs.map(({ path, starter, layers }) => [`${path}/starter`, starter, layers] as const),
    ...chapter.exercises.map(({ path, solution, layers }) => [`${path}/solution`, solution, layers] as const),
  ];
  return folders.flatMap(([folder, files, layers]) =>
    Object.entries(files).flatMap(([name, text]) =>
      CODE_FILE.test(name)
        ? [
            block({
              file: `${folder}/${name}`,
              line: 1,
              language: extname(name).slice(1),
              name,
              text,
              chapter: chapter.path,
              beside: { ...packagesOf(layers), ...files },
            }),
          ]
        : [],
    ),
  );
}

/** The packages of a lab's layers, where the code finds them by their names. */
function packagesOf(layers: ReadonlyMap<string, Files>): Files {
  const all = [...layers.values()].flatMap((files) => Object.entries(files));
  return Object.fromEntries(
    all.flatMap(([path, text]) => {
      const inPackages = /^nodejs\/(?:node\d+\/)?(node_modules\/.+)$/.exec(path)?.[1];
      return inPackages === undefined ? [] : [[inPackages, text]];
    }),
  );
}

/** Labs also read plain text. */
const CODE_FILE = /\.(?:[cm]?js|m?ts|json)$/;

function block(
  given: Pick<CodeBlock, "file" | "line" | "language" | "text" | "chapter" | "beside"> & Partial<Pick<CodeBlock, "name" | "extent">>,
): CodeBlock {
  return { name: undefined, extent: "whole", unchecked: undefined, ...given };
}

/** The chapter's own modules by their bare names, for what a page shows beside its labs. */
function codeFilesOf(chapter: ChapterFolder): Files {
  const all = [...chapter.exercises.map(({ solution }) => solution), ...chapter.labs.map(({ starter }) => starter)];
  return Object.fromEntries(all.flatMap((files) => Object.entries(files).filter(([name]) => !/^index\./.test(name))));
}

/** ```js title="index.mjs" fragment: what stands between the fences, without the fence's own indentation. */
export function fencesIn(file: string, mdx: string, chapter: string): readonly CodeBlock[] {
  return [...mdx.matchAll(/^([ \t]*)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)^\1\2[ \t]*$/gm)].map((match): CodeBlock => {
    const [, indentation = "", , meta = "", text = ""] = match;
    const [language = ""] = meta.trim().split(/\s/);
    const marks = meta.replaceAll(/"[^"]*"/g, "");
    return {
      file,
      line: mdx.slice(0, match.index).split("\n").length + 1,
      language,
      name: /\btitle="([^"]*)"/.exec(meta)?.[1],
      text: indentation === "" ? text : text.replaceAll(new RegExp(`^${indentation}`, "gm"), ""),
      extent: /\sfragment\b/.test(marks) ? "fragment" : "whole",
      unchecked: /\bunchecked="([^"]*)"/.exec(meta)?.[1],
      chapter,
      beside: {},
    };
  });
}

/** `aws lambda invoke` and `sam build` in a sentence: as much of a command as it names must exist. */
function mentionsIn(file: string, text: string, chapter: string): readonly CodeBlock[] {
  const prose = text.replaceAll(/^(```|~~~)[\s\S]*?^\1[^\n]*$/gm, (fence) => fence.replaceAll(/[^\n]/g, ""));
  return [...prose.matchAll(/`([^`\n]+)`/g)].flatMap(({ index, 1: code = "" }): CodeBlock[] => {
    if (!isShellCommand(code)) return [];
    const line = prose.slice(0, index).split("\n").length;
    return [block({ file, line, language: "sh", text: code, extent: "mention", chapter, beside: {} })];
  });
}
