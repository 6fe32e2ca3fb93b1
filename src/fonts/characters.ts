/** The characters that the book and its pages can show: read from everything that they are made of. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface Characters {
  /** In prose, labels, sentences. */
  readonly text: string;
  /** In code, logs and results. */
  readonly code: string;
}

/** `root`: the project's folder. */
export function charactersOf(root: string): Characters {
  const sources = ["content", "src", "sandbox"].flatMap((folder) => filesBelow(join(root, folder)));
  const all = sources.map((file) => readFileSync(file, "utf8"));
  const chapters = sources.filter((file) => file.endsWith(".mdx")).map((file) => codeIn(readFileSync(file, "utf8")));
  const code = sources.filter((file) => /content[\\/].*\.(mjs|cjs|js|json|yaml)$/.test(file)).map((file) => readFileSync(file, "utf8"));
  return { text: distinct([...all, ALWAYS]), code: distinct([...code, ...chapters, ALWAYS]) };
}

/** Printable ASCII, and signs that interfaces compute: a particle that depends on a value, an arrow. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}은는이가을를과와으로₩·…–→×`;

const distinct = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => [...new Set(text)]))].sort().join("");

/** Fenced and inline. */
const codeIn = (mdx: string) => [...mdx.matchAll(/^```[\s\S]*?^```|`[^`\n]+`/gm)].map(([code]) => code).join("");

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "dist" ? [] : filesBelow(path);
    return /\.(mdx|astro|tsx?|mjs|cjs|js|json|ya?ml|svg)$/.test(entry.name) ? [path] : [];
  });
}
