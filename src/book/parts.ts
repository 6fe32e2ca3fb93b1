/** How many things a chapter has that a reader can finish: labs, exercises, questions. */
import { type CollectionEntry, getEntry } from "astro:content";
import { namesUsed } from "./uses.ts";

export async function partsOf({ id, body = "" }: CollectionEntry<"chapters">): Promise<number> {
  const quiz = /<Quiz\b/.test(body) ? await getEntry("quizzes", id) : undefined;
  return namesUsed(body, "Lab").length + namesUsed(body, "Exercise").length + (quiz?.data.questions.length ?? 0);
}

/** The titles of a chapter's labs or exercises, in the order of the text, by the names of their folders. */
export function titlesOf(
  { id, body = "" }: CollectionEntry<"chapters">,
  component: "Lab" | "Exercise",
  entries: readonly { readonly id: string; readonly data: { readonly title: string } }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    namesUsed(body, component).map((name) => [name, entries.find((entry) => entry.id === `${id}/${name}`)?.data.title ?? name]),
  );
}
