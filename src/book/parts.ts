/** How many things a chapter has that a reader can finish: labs, exercises, questions. */
import { type CollectionEntry, getEntry } from "astro:content";
import { namesUsed } from "./uses.ts";

export async function partsOf({ id, body = "" }: CollectionEntry<"chapters">): Promise<number> {
  const quiz = /<Quiz\b/.test(body) ? await getEntry("quizzes", id) : undefined;
  return namesUsed(body, "Lab").length + namesUsed(body, "Exercise").length + (quiz?.data.questions.length ?? 0);
}
