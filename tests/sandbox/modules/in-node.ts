/**
 * What real Node makes of the same files: they are written to temporary folders, a Node of its own imports each entry and
 * calls its handler, and the answers come back with the folder's name replaced by /var/task.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Files, NodeRuntime } from "../../../sandbox/scenario.ts";

export interface Program {
  readonly files: Files;
  /** Where `handler` is. Default: index.mjs, index.cjs or index.js, whichever there is. */
  readonly entry?: string;
}

/** Lambda starts Node 22 with these (dg "Building Lambda functions with Node.js"). */
const FLAGS: Readonly<Record<NodeRuntime, readonly string[]>> = {
  "nodejs22.x": ["--no-experimental-require-module", "--no-experimental-detect-module"],
  "nodejs24.x": [],
};

const SCRIPT = `
const answers = [];
for (const url of JSON.parse(process.argv[2])) {
  // Lambda's working directory is the function's folder.
  process.chdir(new URL(".", url).pathname);
  try {
    const namespace = await import(url);
    const handler = namespace.handler ?? namespace.default.handler;
    answers.push({ value: await handler() });
  } catch (error) {
    answers.push({ error: error.name + ": " + error.message, code: error.code });
  }
}
process.stdout.write(JSON.stringify(answers));
`;

export type Answer = { readonly value: unknown } | { readonly error: string; readonly code?: string };

export function inNode(programs: readonly Program[], runtime: NodeRuntime): readonly Answer[] {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "lambda-lab-modules-")));
  try {
    const folders = programs.map(({ files }, index) => writeFiles(join(root, `p${index}`, "task"), files));
    const urls = programs.map((program, index) => pathToFileURL(join(folders[index] ?? "", entryOf(program))).href);
    const script = join(root, "ask.mjs");
    writeFileSync(script, SCRIPT);
    const output = execFileSync(process.execPath, [...FLAGS[runtime], "--no-warnings", script, JSON.stringify(urls)], {
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "" },
      cwd: root,
    });
    const answers = JSON.parse(output) as readonly Answer[];
    return answers.map((answer, index) => JSON.parse(JSON.stringify(answer).replaceAll(folders[index] ?? "", "/var/task")) as Answer);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

export function entryOf({ files, entry }: Program): string {
  const found = entry ?? ["index.mjs", "index.cjs", "index.js"].find((file) => file in files);
  if (found === undefined) throw new Error("the program has no entry");
  return found;
}

function writeFiles(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
