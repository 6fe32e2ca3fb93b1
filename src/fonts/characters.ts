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
  const read = (file: string) => readFileSync(file, "utf8");
  const text = sources.filter((file) => !DATA.test(file)).map(read);
  const quoted = sources.filter((file) => /content[\\/].*\.(mdx|yaml)$/.test(file)).map((file) => codeIn(read(file)));
  const code = sources.filter((file) => /content[\\/].*\.(mjs|cjs|js|json)$/.test(file)).map(read);
  return { text: distinct([...text, ALWAYS]), code: distinct([...code, ...quoted, ALWAYS]) };
}

/** Tables that the simulator computes with, with every character of Korean collation in them: nobody reads them. */
const DATA = /runtime[\\/]quickjs[\\/](codecs|library)[\\/]/;

/** Printable ASCII, and signs that interfaces compute: a particle that depends on a value, an arrow. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}은는이가을를과와으로₩·…–→×`;

const distinct = (texts: readonly string[]) => [...new Set(texts.flatMap((text) => [...new Set(text)]))].sort().join("");

/** Fenced, inline, and in the block scalars of YAML (`code: |`). */
const codeIn = (text: string) =>
  [...text.matchAll(/^ *```[\s\S]*?^ *```|`[^`\n]+`|(?:code|log|answer|(?:[\w.-]+\.(?:mjs|cjs|js|ts|json))): \|-?\n(?:(?: {2,}.*)?\n)+/gm)]
    .map(([code]) => code)
    .join("");

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "dist" ? [] : filesBelow(path);
    return /\.(mdx|astro|tsx?|mjs|cjs|js|json|ya?ml|svg)$/.test(entry.name) ? [path] : [];
  });
}
