/** The book's chapters in order. A folder's number orders, its words are the address: 07-cold-and-warm-starts. */
import { type CollectionEntry, getCollection } from "astro:content";
import { address } from "./address.ts";

export interface Chapter {
  readonly entry: CollectionEntry<"chapters">;
  readonly number: number;
  /** The words: `cold-and-warm-starts`. */
  readonly slug: string;
  readonly address: string;
}

export async function chapters(): Promise<readonly Chapter[]> {
  const all = (await getCollection("chapters")).map(fromEntry);
  return all.sort((a, b) => a.number - b.number);
}

/** The chapter that a page is about, from the page's own parameters; undefined on a page that is no chapter. */
export async function chapterOf(params: Readonly<Record<string, string | undefined>>): Promise<Chapter | undefined> {
  return (await chapters()).find(({ slug }) => slug === params.chapter);
}

function fromEntry(entry: CollectionEntry<"chapters">): Chapter {
  const [, number, slug] = /^(\d{2})-([a-z0-9-]+)$/.exec(entry.id) ?? [];
  if (number === undefined || slug === undefined) {
    throw new Error(`content/chapters/${entry.id}: 폴더 이름은 07-cold-and-warm-starts처럼 두 자리 수와 영어 소문자로 짓습니다.`);
  }
  return { entry, number: Number(number), slug, address: address(`chapters/${slug}/`) };
}
