import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { pagesOf } from "./pages.ts";

/** Where the site stood when it was built: tests/browser/site.setup.ts builds it at the root. */
const FOLDER = "dist";

test("Every link of the site leads to a page, a file or a heading that is there.", () => {
  const dead: string[] = [];
  for (const path of pagesOf(FOLDER)) {
    for (const target of targetsOf(htmlOf(path))) {
      const found = new URL(target, `https://site.invalid/${path}`);
      if (found.host === "site.invalid" && !leadsSomewhere(decodeURI(found.pathname), decodeURIComponent(found.hash.slice(1)))) {
        dead.push(`${path}: ${target}`);
      }
    }
  }
  expect(dead).toEqual([]);
});

const htmlOf = (path: string) => readFileSync(fileOf(path), "utf8");
const fileOf = (path: string) => join(FOLDER, path === "" || path.endsWith("/") ? `${path}index.html` : path);

function targetsOf(html: string): readonly string[] {
  const withoutScripts = html.replaceAll(/<script\b.*?<\/script>/gs, "");
  return [...withoutScripts.matchAll(/<(?:a|link|img|script|use)\b[^>]*?\s(?:href|src)="([^"]+)"/g)].map((match) =>
    unescaped(match[1] ?? ""),
  );
}

const unescaped = (text: string) => text.replaceAll("&amp;", "&").replaceAll("&#38;", "&");

function leadsSomewhere(path: string, anchor: string): boolean {
  const file = fileOf(path.slice(1));
  if (!existsSync(file)) return false;
  // What a shared link says to the calculator (src/calculator/share-link.ts) is no heading.
  return anchor === "" || /^v=\d/.test(anchor) || !file.endsWith(".html") || readFileSync(file, "utf8").includes(`id="${anchor}"`);
}
