import { type ChildProcess, fork } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Job, Place, Report } from "../program.ts";
import type { Message, Start } from "../serve.ts";
import type { Environment } from "./browser.ts";

/** Node's main thread: a process of its own for each run. */
export async function openNode(env: Environment): Promise<Place> {
  const children = new Set<ChildProcess>();
  const scripts = await scriptFolder();
  return {
    name: "node",
    version: process.versions.node,
    async run(job) {
      const child = fork(await scripts.write(job.script), { serialization: "advanced", env: { ...process.env, ...env } });
      children.add(child);
      const report = await hear(job, "node", {
        send: (start) => child.send(start),
        onMessage: (heard) => child.on("message", heard),
        onEnd: (ended) => child.on("exit", (code, signal) => ended(`the process ended: ${signal ?? code}`)),
      });
      child.kill("SIGKILL");
      children.delete(child);
      return report;
    },
    async close() {
      for (const child of children) child.kill("SIGKILL");
      await scripts.remove();
    },
  };
}

/** A worker thread of this process with Node's defaults. */
export async function openNodeWorker(env: Environment): Promise<Place> {
  const workers = new Set<Worker>();
  const scripts = await scriptFolder();
  return {
    name: "node-worker",
    version: process.versions.node,
    async run(job) {
      const worker = new Worker(await scripts.write(job.script), { env: { ...process.env, ...env } });
      workers.add(worker);
      const report = await hear(job, "node-worker", {
        send: (start) => worker.postMessage(start),
        onMessage: (heard) => worker.on("message", heard),
        onEnd: (ended) => {
          worker.on("error", (error) => ended(`the worker died: ${String(error)}`));
          worker.on("exit", (code) => ended(`the worker ended: ${code}`));
        },
      });
      await worker.terminate();
      workers.delete(worker);
      return report;
    },
    async close() {
      for (const worker of workers) await worker.terminate();
      await scripts.remove();
    },
  };
}

interface Line {
  send(start: Start): void;
  onMessage(heard: (message: Message) => void): void;
  onEnd(ended: (why: string) => void): void;
}

function hear(job: Job, place: "node" | "node-worker", line: Line): Promise<Report> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ ok: false, message: `no answer within ${job.timeoutMs} ms` }), job.timeoutMs);
    const settle = (report: Report) => {
      clearTimeout(timer);
      resolve(report);
    };
    line.onMessage((message) => ("report" in message ? settle(message.report) : job.onProgress?.(message.progress)));
    line.onEnd((message) => settle({ ok: false, message }));
    line.send({ place, files: job.files, input: job.input });
  });
}

async function scriptFolder() {
  const folder = await mkdtemp(join(tmpdir(), "cross-engine-"));
  let count = 0;
  return {
    async write(script: string): Promise<string> {
      count += 1;
      const path = join(folder, `${count}.mjs`);
      await writeFile(path, script);
      return path;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
