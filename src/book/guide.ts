/** Where this book has each heading and each block of code of the guide that it follows: content/guide.yaml. For the build and Node only. */
import { z } from "zod";
import {
  type AuthorProblem,
  checkedWith,
  choice,
  list,
  must,
  slug,
  strict,
  text,
  wholeNumber,
} from "../../sandbox/exercise/author-schema.ts";

/** Why code is shown and never runs here, as readers see it. */
export const SHOWN = {
  command: "명령",
  template: "템플릿",
  language: "다른 언어",
  outline: "글과 그림",
} as const;
export type Shown = keyof typeof SHOWN;

/** As readers see them. */
export const LANGUAGES = {
  text: "글과 그림",
  sh: "셸",
  js: "Node.js",
  python: "Python",
  java: "Java",
  go: "Go",
  yaml: "YAML",
  dockerfile: "Dockerfile",
} as const;
export type Language = keyof typeof LANGUAGES;

interface Placed {
  /** `05-context#남은-시간`, or a chapter. The first is the place; the others have the rest of it. */
  readonly at: readonly string[];
  /** Names in corrections.yaml. */
  readonly fixes: readonly string[];
}

export interface GuideHeading extends Placed {
  readonly line: number;
  readonly heading: string;
}

export interface GuideBlock extends Placed {
  /** The first and the last. */
  readonly lines: readonly [number, number];
  readonly code: Language;
  /** Operations, options and names of an API in it that stand in the book's place, too. */
  readonly shows: readonly string[];
  /** Those for which something else stands there: `{ captureAWS: captureAWSv3Client }`. */
  readonly instead?: Readonly<Record<string, string>> | undefined;
  /** Labs and exercises in which it runs: `05-context/cut-off`. */
  readonly runs?: readonly string[] | undefined;
  /** Labs to come for which it waits: `03-runtimes/own-runtime`. */
  readonly later?: readonly string[] | undefined;
  readonly shown?: Shown | undefined;
}

export type GuideRow = GuideHeading | GuideBlock;
export type Guide = readonly GuideRow[];

export const isHeading = (row: GuideRow): row is GuideHeading => "heading" in row;

/** The first line, by which the rows are in order. */
export const firstLine = (row: GuideRow): number => (isHeading(row) ? row.line : row.lines[0]);

const PLACE = /^\d{2}-[a-z0-9-]+(#[^#\s]+)?$/;
const place = text.regex(PLACE, { error: "장의 폴더 이름이나 ‘장#제목’이어야 합니다(예: 05-context#남은-시간)." });
const ofChapter = text.regex(/^\d{2}-[a-z0-9-]+\/[a-z0-9-]+$/, { error: "‘장/이름’이어야 합니다(예: 05-context/cut-off)." });

const placed = { at: list(place, 1), fixes: list(slug) };

const heading = strict({ line: wholeNumber(1), heading: text, ...placed });

const block = strict({
  lines: z.tuple([wholeNumber(1), wholeNumber(1)], must("첫 행과 끝 행의 번호 둘이어야 합니다.")),
  code: choice(namesOf(LANGUAGES)),
  shows: list(text),
  instead: z.record(text, text, must("원문의 이름과 책의 이름이어야 합니다.")).exactOptional(),
  runs: list(ofChapter, 1).exactOptional(),
  later: list(ofChapter, 1).exactOptional(),
  shown: choice(namesOf(SHOWN)).exactOptional(),
  ...placed,
}).refine(({ runs, later, shown }) => [runs, later, shown].filter((each) => each !== undefined).length === 1, {
  error: "runs, later, shown 가운데 하나만 적으세요.",
});

const guide = list(z.union([heading, block], must("heading이 있는 제목의 줄이거나 lines가 있는 코드의 줄이어야 합니다.")), 1);

export const checkedGuide = (value: unknown): { readonly value: Guide } | { readonly problems: readonly AuthorProblem[] } =>
  checkedWith<Guide>(guide, value);

function namesOf<K extends string>(record: Readonly<Record<K, string>>): readonly [K, ...K[]] {
  // Object.keys forgets what the record's type knows: its keys, and that there are some.
  return Object.keys(record) as [K, ...K[]];
}
