/**
 * Takes what only scripts read out of the built pages: the properties of islands, which repeat the text that stands in the page
 * already. Those of each island wait in a file beside the page until on-intent.ts asks. A long chapter is a quarter lighter that way.
 *
 *   <astro-island props="{…}">  →  <astro-island data-props="/_astro/props.4f1c….0.json">
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ISLAND_PROPS = /(<astro-island\b[^>]*?) props="([^"]*)"/g;

/** `site`: the folder of the built site; `base`: its address, /class/3/. */
export function moveIslandsProps(site: URL, base: string): void {
  const folder = fileURLToPath(site);
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".html")) continue;
    const html = readFileSync(join(folder, file), "utf8");
    const all = [...html.matchAll(ISLAND_PROPS)].map(([, , escaped = ""]) => unescaped(escaped));
    if (all.length === 0) continue;
    // One name for the islands of a page: names of their own would make it heavier.
    const page = `_astro/props.${createHash("sha256").update(JSON.stringify(all)).digest("hex").slice(0, 8)}`;
    for (const [index, props] of all.entries()) writeFileSync(join(folder, `${page}.${index}.json`), props);
    let index = 0;
    const lighter = html.replace(ISLAND_PROPS, (_, before: string) => `${before} data-props="${base}${page}.${index++}.json"`);
    writeFileSync(join(folder, file), lighter);
  }
}

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", apos: "'" };

function unescaped(attribute: string): string {
  return attribute.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (NAMED[name ?? ""] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
