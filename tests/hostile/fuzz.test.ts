/**
 * Strange programs, grown, mutated and reflected from seeds: the host never sees an exception that it did not expect, every trace
 * is well-formed, and a program that works does so afterwards. `FUZZ_SEED` and `FUZZ_RUNS` look further than `npm test` does.
 */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { fuzzScenario } from "./fuzz/scenario.ts";

const FIRST = Number(process.env.FUZZ_SEED ?? 1);
const RUNS = Number(process.env.FUZZ_RUNS ?? 200);
const THREADS = availableParallelism();
/** Real time in which one seed must come to its end on a busy machine. */
const LIMIT = 20_000;

test(
  `${RUNS} strange programs, from seed ${FIRST} on, surprise neither the host nor the next program`,
  async () => {
    const wrong: string[] = [];
    const seeds = Array.from({ length: RUNS }, (_, index) => FIRST + index).values();
    await Promise.all(Array.from({ length: THREADS }, () => judgeAll(seeds, wrong)));
    expect(wrong).toEqual([]);
  },
  RUNS * 2_000,
);

/** Takes seeds until there are none, or enough is wrong. */
async function judgeAll(seeds: Iterable<number>, wrong: string[]): Promise<void> {
  let worker = start();
  for (const seed of seeds) {
    if (wrong.length >= 5) break;
    const found = await wrongWith(worker, seed);
    if (found.length > 0) wrong.push(`seed ${seed}: ${found.join("; ")}\n${JSON.stringify(fuzzScenario(seed).functions[0])}`);
    if (found.includes(HUNG)) {
      await worker.terminate();
      worker = start();
    }
  }
  await worker.terminate();
}

const THREAD = new URL("./fuzz/thread.ts", import.meta.url);
const start = () => new Worker(THREAD);

const HUNG = `it did not end within ${LIMIT} ms of real time`;

function wrongWith(worker: Worker, seed: number): Promise<readonly string[]> {
  return new Promise((resolve) => {
    const settle = (found: readonly string[]) => {
      clearTimeout(timer);
      worker.off("message", settle).off("error", died);
      resolve(found);
    };
    const died = (error: unknown) => settle([`the thread died: ${String(error)}`]);
    const timer = setTimeout(() => settle([HUNG]), LIMIT);
    worker.on("message", settle).on("error", died);
    worker.postMessage(seed);
  });
}
