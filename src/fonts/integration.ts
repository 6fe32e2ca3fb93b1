/**
 * Makes the site's fonts when it is built: Pretendard and Nanum Gothic Coding (whose Hangul is exactly two cells wide) with the
 * characters that the book uses and no others. 2,300 kB become about 220; a reader's own rarer syllables come from the system's fonts.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import subsetFont from "subset-font";
import { type Characters, charactersOf } from "./characters.ts";

interface Font {
  /** What src/styles/fonts.css asks for. */
  readonly name: string;
  readonly source: string;
  readonly of: keyof Characters;
}

const FONTS: readonly Font[] = [
  { name: "pretendard-400", source: "@fontsource/pretendard/files/pretendard-latin-400-normal.woff2", of: "text" },
  { name: "pretendard-700", source: "@fontsource/pretendard/files/pretendard-latin-700-normal.woff2", of: "text" },
  { name: "code-400", source: "@fontsource/nanum-gothic-coding/files/nanum-gothic-coding-korean-400-normal.woff2", of: "code" },
];

export function subsetFonts(): AstroIntegration {
  return {
    name: "subset-fonts",
    hooks: {
      "astro:config:setup": async ({ config }) => {
        const root = fileURLToPath(config.root);
        const folder = join(root, "src/fonts/dist");
        const characters = charactersOf(root);
        const require = createRequire(join(root, "package.json"));
        mkdirSync(folder, { recursive: true });
        for (const { name, source, of } of FONTS) {
          const font = await subsetFont(readFileSync(require.resolve(source)), characters[of], { targetFormat: "woff2" });
          writeFileSync(join(folder, `${name}.woff2`), font);
        }
      },
    },
  };
}
