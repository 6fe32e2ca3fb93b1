/** The published handlers of a group in the real Node: laid out in a temporary folder, run by one process. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LAYER_CATALOGUE } from "../../sandbox/lambda/layer-catalogue.ts";
import type { Case, Outcome } from "./case.ts";
import { comparable } from "./comparable.ts";
import type { Job } from "./node/jobs.ts";
import { ENVIRONMENT, FUNCTION, STARTS_AT } from "./surroundings.ts";

const RUN = fileURLToPath(new URL("node/run.ts", import.meta.url));
const INSTALLED = fileURLToPath(new URL("../../node_modules/", import.meta.url));

/** What a team's build does to TypeScript: Node's own translation of what is more than a type. */
const BUILDS = ["--experimental-transform-types"];

/** By name, with the temporary folder's paths as Lambda's. */
export async function inNode(cases: readonly Case[]): Promise<Readonly<Record<string, Outcome>>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "published-")));
  try {
    const jobs = cases.map((one, index) => layOut(one, join(folder, String(index))));
    writeFileSync(join(folder, "jobs.json"), JSON.stringify(jobs));
    const { PATH = "" } = process.env;
    await promisify(execFile)(process.execPath, ["--no-warnings", ...BUILDS, RUN, folder], { env: { ...ENVIRONMENT, PATH } });
    const outcomes = JSON.parse(readFileSync(join(folder, "outcomes.json"), "utf8")) as Record<string, Outcome>;
    return Object.fromEntries(
      cases.map((one, index) => [one.name, comparable(outcomes[one.name] ?? { results: [], lines: [] }, one, jobs[index]?.root)]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function layOut(one: Case, root: string): Job {
  for (const name of ["task", "tmp", "opt/nodejs/node_modules"]) mkdirSync(join(root, name), { recursive: true });
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, moved(text, root));
  };
  for (const [path, text] of Object.entries(one.files)) write(join(root, "task", path), text);
  for (const files of Object.values(one.layers)) for (const [path, text] of Object.entries(files)) write(join(root, "opt", path), text);
  for (const layer of one.packages ?? []) for (const name of LAYER_CATALOGUE[layer]) install(name, join(root, "opt/nodejs/node_modules"));
  // Layers are found as packages of the folder above the function's: plain Node's ES modules do not look along NODE_PATH.
  symlinkSync(join(root, "opt/nodejs/node_modules"), join(root, "node_modules"));
  const Handler = one.Handler ?? "index.handler";
  return {
    name: one.name,
    events: one.events,
    ...(one.http === undefined ? {} : { http: one.http }),
    ...(one.streams === undefined ? {} : { streams: one.streams }),
    Runtime: one.Runtime ?? "nodejs24.x",
    Handler,
    root,
    file: join(root, "task", moduleOf(one, Handler.replace(/\.[^.]+$/, ""))),
    environment: { ...one.Environment, AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(one.MemorySize ?? FUNCTION.MemorySize) },
    startsAt: STARTS_AT,
    function: { ...FUNCTION, MemorySize: one.MemorySize ?? FUNCTION.MemorySize },
  };
}

/** Lambda's absolute paths in a file's text, as they are below the temporary folder. */
function moved(text: string, root: string): string {
  return text.replace(
    /(["'`])\/(?:var\/(task)|(tmp|opt))\b/g,
    (_, quote: string, task = "", other = "") => `${quote}${root}/${task}${other}`,
  );
}

/** As npm lays it out for a layer: what a package depends on lies beside it. */
function install(name: string, into: string): void {
  const path = join(into, name);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(INSTALLED, name), path);
  const { dependencies = {} } = JSON.parse(readFileSync(join(INSTALLED, name, "package.json"), "utf8")) as {
    readonly dependencies?: Readonly<Record<string, string>>;
  };
  for (const needed of Object.keys(dependencies)) if (existsSync(join(INSTALLED, needed))) install(needed, into);
}

function moduleOf({ files }: Case, module: string): string {
  const found = [".js", ".mjs", ".cjs", ".ts", ".mts", ".cts"].map((extension) => module + extension).find((path) => path in files);
  if (found === undefined) throw new Error(`a published handler has no file ${module}.js, .mjs, .cjs or .ts`);
  return found;
}
