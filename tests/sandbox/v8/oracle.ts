/**
 * Runs programs in the Node that runs this file and prints what V8 and Node say of each one's error. A process of its own, so
 * that nothing of the test runner is in a stack.
 *
 * Standard input: JSON of Program[]; standard output: JSON of (Outcome | null)[].
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Outcome, Program } from "./program.ts";

/** As the Lambda runtime client calls a handler: as its own method. */
class Runtime {
  handler: (event: unknown, context: unknown) => unknown;
  constructor(handler: (event: unknown, context: unknown) => unknown) {
    this.handler = handler;
  }
  run(): unknown {
    return this.handler({}, {});
  }
}

async function run(program: Program, root: string): Promise<Outcome | null> {
  for (const [path, text] of Object.entries(program.files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  try {
    const module = await import(pathToFileURL(join(root, program.entry)).href);
    const handler = module.handler ?? module.default?.handler;
    if (typeof handler === "function") await new Runtime(handler).run();
    return null;
  } catch (error) {
    return outcome(error, root);
  }
}

function outcome(error: unknown, root: string): Outcome {
  if (!(error instanceof Error)) return { name: typeof error, message: String(error), frames: [], header: "" };
  const { name } = error;
  const message = clean(String(error.message), root);
  const stack = clean(String(error.stack), root);
  const lines = stack.split("\n    at ");
  const header = lines.shift() ?? "";
  const theirs = lines.findLastIndex((line) => line.includes("/var/task/"));
  const frames = lines.slice(0, theirs + 1).filter((line) => !line.startsWith("async ") && !line.includes("node:"));
  return { name, message, frames, header };
}

const clean = (text: string, root: string) => text.replaceAll(root, "/var/task");

const programs = JSON.parse(readFileSync(0, "utf8")) as Program[];
const root = mkdtempSync(join(tmpdir(), "oracle-"));
const outcomes: (Outcome | null)[] = [];
for (const [index, program] of programs.entries()) outcomes.push(await run(program, join(root, String(index))));
rmSync(root, { recursive: true });
process.stdout.write(JSON.stringify(outcomes));
