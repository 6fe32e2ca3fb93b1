/** The command line as a caller sees it: a process with arguments, standard input, two outputs and an exit code. */
import { spawn } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { InvocationRecord } from "../../../sandbox/trace/invocations.ts";

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const LAB = new URL("../../../sandbox/node/lab.ts", import.meta.url);

export function lab(args: readonly string[], input = ""): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    // As plain `node sandbox/node/lab.ts`, not as the npm script that may be running these tests.
    const { INIT_CWD: _, ...env } = process.env;
    const child = spawn(process.execPath, [fileURLToPath(LAB), ...args], { env });
    const out = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      out.stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      out.stderr += text;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...out }));
    child.stdin.end(input);
  });
}

/** The records of `--json`; throws where the run failed or its output is not exactly one object. */
export async function invocations(args: readonly string[], input = ""): Promise<readonly InvocationRecord[]> {
  const { code, stdout, stderr } = await lab(["invoke", ...args, "--json"], input);
  if (code !== 0) throw new Error(`exit code ${code}: ${stderr}`);
  const { invocations: records, ...rest } = JSON.parse(stdout);
  if (Object.keys(rest).length > 0) throw new Error(`keys beside invocations: ${Object.keys(rest)}`);
  return records;
}

/** A new folder with these files, or the path of its only one. */
export function written(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "lab-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const [only, ...others] = Object.keys(files);
  return only === undefined || others.length > 0 ? folder : join(folder, only);
}
