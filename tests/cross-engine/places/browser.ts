/** What Chromium and Firefox have in common: a blank page that starts one dedicated module worker for each run. */
import type { Job, PlaceName, Report } from "../program.ts";
import type { Start } from "../serve.ts";
import type { Server } from "../server.ts";

/** Variables of the environment that a place's processes get besides this process's own. */
export type Environment = Readonly<Record<string, string>>;

/** The little that is used of a page, which Playwright and Puppeteer both have. */
export interface Page {
  evaluate(script: string): Promise<unknown>;
}

export async function runInWorker(page: Page, server: Server, place: PlaceName, job: Job): Promise<Report> {
  const files = Object.fromEntries(Object.entries(job.files).map(([name, path]) => [name, server.addFile(path)]));
  const start: Start = { place, files, input: job.input };
  const done = page.evaluate(inPage(server.addScript(job.script), start)).then((text) => JSON.parse(String(text)) as Report);
  const polls = job.onProgress === undefined ? undefined : pollProgress(page, job.onProgress);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Report>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, message: `no answer within ${job.timeoutMs} ms` }), job.timeoutMs);
  });
  try {
    return await Promise.race([
      done.catch((lost: unknown): Report => ({ ok: false, message: `the page was lost: ${String(lost)}` })),
      late,
    ]);
  } finally {
    clearTimeout(timer);
    await polls?.stop();
  }
}

/** Evaluated in the page; a string because both drivers serialize functions in ways of their own. */
const inPage = (url: string, start: Start) => `new Promise((resolve) => {
  const worker = new Worker(${JSON.stringify(url)}, { type: "module" });
  const settle = (report) => { worker.terminate(); resolve(JSON.stringify(report)); };
  globalThis.progress = [];
  worker.onmessage = ({ data }) => ("report" in data ? settle(data.report) : globalThis.progress.push(data.progress));
  worker.onerror = (event) => settle({ ok: false, message: "the worker died: " + event.message });
  worker.postMessage(${JSON.stringify(start)});
})`;

function pollProgress(page: Page, onProgress: (value: unknown) => void) {
  const take = async () => {
    const text = await page.evaluate("JSON.stringify((globalThis.progress ?? []).splice(0))").catch(() => "[]");
    for (const value of JSON.parse(String(text)) as unknown[]) onProgress(value);
  };
  const timer = setInterval(() => void take(), 200);
  return {
    stop: () => {
      clearInterval(timer);
      return take();
    },
  };
}
