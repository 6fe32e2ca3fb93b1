/** {fact:name} in the texts of exercises and quizzes becomes the figure of content/facts.yaml. For the build only. */
import { factNamed, factText } from "../book/facts.ts";

/** The same value with every text in it written out. */
export function withFacts<T>(value: T): T {
  // A map over JSON keeps its shape: only the texts change.
  return writtenOut(value) as T;
}

function writtenOut(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/\{fact:([\w-]+)\}/g, (_, name: string) => factText(factNamed(name, undefined)));
  if (Array.isArray(value)) return value.map(writtenOut);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, writtenOut(part)]));
  return value;
}
