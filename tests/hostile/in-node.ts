/** Observes cases in a thread of Node.js: one that hangs is ended with its thread, and the next gets a new one. */
import { Worker } from "node:worker_threads";
import type { Report } from "./report.ts";

export interface InNode {
  /** Observes the case at this index of CASES. */
  observe(index: number): Promise<Report>;
  close(): Promise<void>;
}

const THREAD = new URL("./thread.ts", import.meta.url);

/** `limit`: milliseconds of real time that a case may take. */
export function inNode(limit: number): InNode {
  let worker: Worker | undefined;
  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  return {
    async observe(index) {
      worker ??= new Worker(THREAD);
      const report = await answer(worker, index, limit);
      if ("failed" in report) await end();
      return report;
    },
    close: end,
  };
}

function answer(worker: Worker, index: number, limit: number): Promise<Report> {
  return new Promise((resolve) => {
    const settle = (report: Report) => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", died).off("exit", ended);
      resolve(report);
    };
    const died = (error: unknown) => settle({ failed: `the thread died: ${String(error)}` });
    const ended = (code: number) => settle({ failed: `the thread ended with code ${code}` });
    const timer = setTimeout(() => settle({ failed: `it did not end within ${limit} ms of real time` }), limit);
    worker.on("message", settle).on("error", died).on("exit", ended);
    worker.postMessage(index);
  });
}
