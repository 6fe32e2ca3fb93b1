/** What this book says otherwise than the guide that it follows: content/corrections.yaml. For the build and Node only: zod stays out of pages. */
import { z } from "zod";
import { type AuthorProblem, checkedWith, choice, must, prose, slug, strict, text } from "../../sandbox/exercise/author-schema.ts";

/** In what way the guide falls short, as readers see it. */
export const KINDS = {
  wrong: "틀린 설명",
  outdated: "바뀐 내용",
  missing: "빠진 내용",
  code: "고친 코드",
} as const;
export type Kind = keyof typeof KINDS;

/** What a correction rests on where that is not AWS's own page, read for it. */
export const CERTAINTIES = {
  ran: "직접 실행해 확인했습니다.",
  copied: "AWS의 값을 옮겨 둔 자료로 확인했습니다.",
  unread: "출처를 다시 읽지 못했습니다.",
  unconfirmed: "확정하지 못한 것이 있습니다.",
} as const;
export type Certainty = keyof typeof CERTAINTIES;

export interface Correction {
  /** The folder: 04-handlers. It may still be to be written. */
  readonly chapter: string;
  /** The heading of that chapter under which it is told: 사라진-콜백. */
  readonly anchor?: string | undefined;
  readonly kind: Kind;
  /** What the guide says or leaves out, in our words. */
  readonly said: string;
  /** What is right today. */
  readonly now: string;
  readonly source?: string | undefined;
  /** 2026-11-22. */
  readonly checked: string;
  readonly certainty?: Certainty | undefined;
}

/** By name, in the order of the file. */
export type Corrections = Readonly<Record<string, Correction>>;

const chapterFolder = text.regex(/^\d{2}-[a-z0-9-]+$/, { error: "장의 폴더 이름이어야 합니다(예: 04-handlers)." });

const sentence = prose.regex(/\.$/, { error: "마침표로 끝나는 문장이어야 합니다." });

const corrections = z.record(
  slug,
  strict({
    chapter: chapterFolder,
    anchor: text.regex(/^[^#\s]+$/, { error: "#과 빈칸 없이 제목의 주소를 쓰세요(예: 사라진-콜백)." }).exactOptional(),
    kind: choice(namesOf(KINDS)),
    said: sentence,
    now: sentence,
    source: z.url({ protocol: /^https$/, error: "https로 시작하는 주소여야 합니다." }).exactOptional(),
    checked: z.iso.date(must("'2026-11-22' 꼴의 날짜여야 합니다. 따옴표로 감싸세요.")),
    certainty: choice(namesOf(CERTAINTIES)).exactOptional(),
  }),
  must("고친 점의 이름과 내용의 객체여야 합니다."),
);

export const checkedCorrections = (value: unknown): { readonly value: Corrections } | { readonly problems: readonly AuthorProblem[] } =>
  checkedWith<Corrections>(corrections, value);

/** Chapter by chapter, in the order of their numbers; those of a chapter in the order of the file. */
export function byChapter(
  all: Corrections,
): readonly (readonly [chapter: string, corrections: readonly (readonly [string, Correction])[]])[] {
  const grouped = Map.groupBy(Object.entries(all), ([, { chapter }]) => chapter);
  return [...grouped].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** AWS's pages and its repositories by the last part of their address, which is in words: invocation-async-error-handling. Others by their host. */
export function pageName(source: string): string {
  const { hostname, pathname } = new URL(source);
  const last = pathname.split("/").findLast((part) => part !== "");
  const isOfAws = /(^|\.)amazon\.com$/.test(hostname) || (hostname === "github.com" && /^\/aws\/[^/]+$/.test(pathname));
  if (last === undefined || !isOfAws) return hostname;
  return decodeURIComponent(last).replace(/\.html$/, "");
}

function namesOf<K extends string>(record: Readonly<Record<K, string>>): readonly [K, ...K[]] {
  // Object.keys forgets what the record's type knows: its keys, and that there are some.
  return Object.keys(record) as [K, ...K[]];
}
