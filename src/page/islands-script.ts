/**
 * Takes Astro's script for islands, which it writes into every page, out into a file that all pages share: 2.3 kB of each page,
 * gzipped, which a browser then fetches once. The policy of a page keeps the hashes of those scripts that still stand in it.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const INLINE_SCRIPT = /<script>([\s\S]*?)<\/script>/g;

/** `site`: the folder of the built site; `base`: its address, /class/3/. */
export function moveIslandsScript(site: URL, base: string): void {
  const folder = fileURLToPath(site);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".html")) continue;
    const html = readFileSync(join(folder, file), "utf8");
    const scripts = [...html.matchAll(INLINE_SCRIPT)].map(([, text = ""]) => text).filter(isOfIslands);
    if (scripts.length === 0) continue;
    const text = scripts.join("\n");
    const name = `_astro/islands.${digest(text, "hex").slice(0, 8)}.js`;
    writeFileSync(join(folder, name), text);
    // In the order of the page, after all of it was read: islands stand in it already and become alive as they are defined.
    const moved = html.replace(INLINE_SCRIPT, (script, inside: string) => (isOfIslands(inside) ? "" : script));
    const shared = moved.replace("</head>", `<script defer src="${base}${name}"></script></head>`);
    writeFileSync(join(folder, file), withOwnHashes(shared));
  }
}

/** The directive that waits for the reader (on-intent.ts), and the element that it is for. */
const isOfIslands = (script: string) => script.includes('"astro:intent"') || script.includes('customElements.define("astro-island"');

function withOwnHashes(html: string): string {
  const own = new Set([...html.matchAll(INLINE_SCRIPT)].map(([, text = ""]) => `'sha256-${digest(text, "base64")}'`));
  return html.replace(/(<meta http-equiv="content-security-policy" content=")([^"]*)"/, (_, start: string, policy: string) => {
    const kept = policy.replace(/ 'sha256-[^']*'/g, (hash) => (own.has(hash.trim()) ? hash : ""));
    return `${start}${kept}"`;
  });
}

const digest = (text: string, as: "hex" | "base64") => createHash("sha256").update(text).digest(as);
