/** Writes sw.js when the site is built: the service worker with the names of all files of this edition. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { build } from "esbuild";

/** Not every reader needs these (the editor, layers of npm packages); the service worker keeps them when they are used. */
const ON_USE = /^(_astro\/(?:(?:monaco|codicon)\.|layer-[a-z-]+-[\w-]{8}\.js$)|licenses\.txt$|sw\.js$)/;

/** Names that change with the content need no revision. */
const HASHED = /^_astro\//;

/** After every integration that still changes files. */
export function offline(): AstroIntegration {
  return {
    name: "offline",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = filesOf(folder).filter((file) => !ON_USE.test(file));
        const script = await serviceWorker(files.map((url) => ({ url, revision: HASHED.test(url) ? null : digest(join(folder, url)) })));
        writeFileSync(join(folder, "sw.js"), script);
      },
    },
  };
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"))
    .sort();
}

const digest = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex").slice(0, 16);

async function serviceWorker(files: readonly object[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("service-worker.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    define: { FILES: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
  });
  const [script] = outputFiles;
  if (script === undefined) throw new Error("offline: esbuild gave no service worker");
  return script.text;
}
