/** A YAML file of content/ as the build needs it: right, or the build stops with its faults in an author's words. */
import { parse } from "yaml";
import type { AuthorProblem } from "../../sandbox/exercise/author-schema.ts";

type Checked<T> = { readonly value: T } | { readonly problems: readonly AuthorProblem[] };

/** `file`: from the project's folder. */
export function fromYaml<T>(file: string, source: string, check: (value: unknown) => Checked<T>): T {
  const checked = check(parse(source));
  if ("value" in checked) return checked.value;
  throw new Error(checked.problems.map(({ path, says }) => `${file}: ${path.join(".")}: ${says}`).join("\n"));
}
