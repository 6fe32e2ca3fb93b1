/** Runs a scenario in a thread of its own and ends it where it takes too long of real time. */
import { Worker } from "node:worker_threads";
import type { Scenario } from "../scenario.ts";
import type { Trace } from "../trace/events.ts";

/** The simulation gave no trace: a mistake of ours, never an outcome of the code. */
export class SimulationFailed extends Error {}

export interface SimulationOptions {
  /** Milliseconds of real time. They end a run, and never shape a trace. */
  readonly limit: number;
  /** What runs in the thread. */
  readonly thread?: URL;
}

export function simulateInThread(scenario: Scenario, { limit, thread = THREAD }: SimulationOptions): Promise<Trace> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(thread, { workerData: scenario });
    const end = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      // Nothing waits for this: the promise above is settled.
      void worker.terminate();
    };
    const fail = (message: string) => end(() => reject(new SimulationFailed(message)));
    const timer = setTimeout(() => fail(`시뮬레이션이 실제 시간 ${limit / 1000}초 안에 끝나지 않아 멈췄습니다.`), limit);
    worker.once("message", (trace: Trace) => end(() => resolve(trace)));
    worker.once("error", (error) => fail(`시뮬레이터가 멈췄습니다: ${error instanceof Error ? error.message : String(error)}`));
    worker.once("exit", (code) => fail(`시뮬레이터가 멈췄습니다: 스레드가 코드 ${code}로 끝났습니다.`));
  });
}

const THREAD = new URL("./simulation-thread.ts", import.meta.url);
