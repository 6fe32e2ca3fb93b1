/**
 * The other side: the handlers of a group in the Node that the project brings, one process for all of them. Started with one
 * argument, a folder with jobs.json; leaves outcomes.json there.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Outcome, Result } from "../case.ts";
import { setClock } from "./clock.ts";
import { recordConsole } from "./console.ts";
import { context } from "./context.ts";
import type { Job } from "./jobs.ts";
import { findLayersAndSources } from "./modules.ts";
import { describe, settled } from "./settled.ts";
import { runStreaming, STREAMING } from "./streaming.ts";
import { answerWith } from "./stubs.ts";

const [folder = "."] = process.argv.slice(2);
const jobs = JSON.parse(readFileSync(join(folder, "jobs.json"), "utf8")) as readonly Job[];
const outcomes: Record<string, Outcome> = {};
const written = recordConsole();
findLayersAndSources();
// undici, which it needs, would be in every handler's require.cache.
if (jobs.some(({ http }) => http !== undefined)) await (await import("./network.ts")).takeNetwork();

for (const job of jobs) {
  written.length = 0;
  const restore = surround(job);
  outcomes[job.name] = { results: await results(job), lines: [...written] };
  restore();
}
writeFileSync(join(folder, "outcomes.json"), JSON.stringify(outcomes));
// Handlers may have left timers and sockets behind.
process.exit(0);

type Handler = (...args: unknown[]) => unknown;

async function results(job: Job): Promise<Result[]> {
  const module = await settled(() => import(pathToFileURL(job.file).href) as Promise<Record<string, unknown>>);
  if ("error" in module) return job.events.map(() => describe(module.error));
  const [, name = ""] = /\.([^.]+)$/.exec(job.Handler) ?? [];
  const own = module.value as { readonly [name: string]: unknown; readonly default?: Record<string, unknown> };
  const handler = (own[name] ?? own.default?.[name]) as Handler;
  const found: Result[] = [];
  for (const event of job.events) found.push(await invoke(job, handler, event));
  return found;
}

async function invoke(job: Job, handler: Handler, event: unknown): Promise<Result> {
  const given = context(job);
  if (STREAMING in handler) return await runStreaming(handler, event, given.context);
  const outcome = await settled(() => {
    if (handler.length < 3) return afterwards(handler(event, given.context));
    return given.withCallback((callback) => handler(event, given.context, callback));
  });
  if ("error" in outcome) return describe(outcome.error);
  return { payload: JSON.stringify(outcome.value) ?? "null" };
}

/** The runtime client lets one turn of the event loop pass before it answers. */
async function afterwards(returned: unknown): Promise<unknown> {
  try {
    return await returned;
  } finally {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Environment, clock and network of one function; returns how to take its environment away again. */
function surround(job: Job): () => void {
  const before = { ...process.env };
  Object.assign(process.env, job.environment, { TMPDIR: join(job.root, "tmp"), LAMBDA_TASK_ROOT: join(job.root, "task") });
  process.chdir(join(job.root, "task"));
  setClock(job.startsAt);
  answerWith(job.http ?? []);
  return () => {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  };
}
