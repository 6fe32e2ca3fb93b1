/** What real Node makes of a handler with the real package: npm's node_modules beside it, the same events, the same pinned chance. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LayerProgram, PIN } from "./programs.ts";

export interface Answers {
  /** What each invocation gave, as JSON text; or the error's type and message. */
  readonly answers: readonly string[];
  /** What was written to standard output and standard error. */
  readonly lines: readonly string[];
}

const SCRIPT = `
const lines = [];
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = (text, ...rest) => { lines.push(String(text).replace(/\\n$/, "")); rest.find((one) => typeof one === "function")?.(); return true; };
  stream.really = write;
}
const { handler } = await import("./index.mjs");
const answers = [];
for (const event of JSON.parse(process.argv[2])) {
  try { answers.push(JSON.stringify((await handler(event, {})) ?? null)); }
  catch (error) { answers.push(JSON.stringify({ errorType: error.name, errorMessage: error.message })); }
}
process.stdout.really(JSON.stringify({ answers, lines }));
`;

export function inNode({ code, events }: LayerProgram): Answers {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "lambda-lab-layer-")));
  try {
    mkdirSync(folder, { recursive: true });
    symlinkSync(fileURLToPath(new URL("../../../node_modules", import.meta.url)), join(folder, "node_modules"));
    writeFileSync(join(folder, "pin.mjs"), PIN);
    writeFileSync(join(folder, "index.mjs"), code);
    writeFileSync(join(folder, "ask.mjs"), SCRIPT);
    const output = execFileSync(process.execPath, ["--no-warnings", join(folder, "ask.mjs"), JSON.stringify(events)], {
      encoding: "utf8",
      env: { PATH: process.env.PATH ?? "", TZ: "UTC" },
      cwd: folder,
    });
    return JSON.parse(output) as Answers;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
