/** The programs and texts below programs/, one a line. */
import { readFileSync } from "node:fs";
import type { Program } from "./program.ts";

const lines = (file: string) =>
  readFileSync(new URL(`programs/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "");

/** Lines that begin with `cjs: ` are CommonJS files, the others ES modules. */
export function programsOf(list: string): Program[] {
  return lines(`${list}.txt`).map((title) => {
    const commonJs = title.startsWith("cjs: ");
    const entry = commonJs ? "index.js" : "index.mjs";
    return { title, files: { [entry]: commonJs ? title.slice("cjs: ".length) : title }, entry };
  });
}

/** Of lists whose lines are JSON strings. */
export function textsOf(list: string): string[] {
  return lines(`${list}.txt`).map((line) => JSON.parse(line) as string);
}
