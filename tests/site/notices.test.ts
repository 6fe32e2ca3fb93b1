import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { noticesOf } from "../../src/licences/notices.ts";

const roots: string[] = [];
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true });
});

/** A project that has one package with these files installed. */
function projectWith(name: string, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "notices-"));
  roots.push(root);
  const folder = join(root, "node_modules", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  return root;
}

const description = JSON.stringify({ version: "1.2.3", license: "MIT", repository: { url: "git+https://example.com/a.git" } });

test("A package is named with its version, licence and address, and every notice that it brings stands below.", () => {
  const root = projectWith("@scope/a", { "package.json": description, LICENSE: "Copyright A", "ThirdPartyNotices.txt": "Copyright B" });
  const notices = noticesOf(root, ["@scope/a"]);
  expect(notices).toContain("@scope/a 1.2.3 (MIT)\nhttps://example.com/a\n");
  expect(notices).toMatch(/Copyright A[\s\S]*Copyright B/);
});

test("A licence that stands only in the readme is taken from there.", () => {
  const root = projectWith("a", { "package.json": description, "README.md": "# a\n\nuse it\n\n## License\n\nMIT, Copyright C\n" });
  expect(noticesOf(root, ["a"])).toContain("MIT, Copyright C");
  expect(noticesOf(root, ["a"])).not.toContain("use it");
});

test("A package without a licence text stops the build.", () => {
  expect(() => noticesOf(projectWith("a", { "package.json": description }), ["a"])).toThrow("a brings no licence text");
});

test("A package that only names its licence has the words of one that brings them.", () => {
  const notices = noticesOf(process.cwd(), ["@fluent/syntax", "emitter-listener"]);
  expect(notices).toMatch(/@fluent\/syntax [\d.]+ \(Apache-2\.0\)[\s\S]*Version 2\.0, January 2004/);
  expect(notices).toMatch(/emitter-listener [\d.]+ \(BSD-2-Clause\)[\s\S]*Copyright \(c\) [\d-]+, Forrest L Norvell/);
});
