/** A thread that simulates one scenario, and is ended where that takes too long of real time. */
import { Worker } from "node:worker_threads";
import type { Scenario } from "../scenario.ts";
import type { Trace } from "../trace/events.ts";

/** The simulation gave no trace: a mistake of ours, never an outcome of the code. */
export class SimulationFailed extends Error {}

export interface SimulationThread {
  /** Once. Rejects with SimulationFailed. */
  simulate(scenario: Scenario): Promise<Trace>;
  /** Ends the thread, whatever it is doing. */
  stop(): Promise<unknown>;
}

/** `limit`: milliseconds of real time. They end a run, and never shape a trace. */
export function startSimulationThread({ limit, thread = THREAD }: { readonly limit: number; readonly thread?: URL }): SimulationThread {
  const worker = new Worker(thread);
  const death = new Promise<never>((_, reject) => {
    worker.once("error", (error) => reject(stopped(error instanceof Error ? error.message : String(error))));
    worker.once("exit", (code) => reject(stopped(`스레드가 코드 ${code}로 끝났습니다.`)));
  });
  // Where nobody simulates (bad input), nobody listens to the thread's end either.
  death.catch(() => undefined);
  return {
    simulate: (scenario) => Promise.race([traceOf(worker, scenario), death, timeUp(limit)]),
    stop: () => worker.terminate(),
  };
}

const THREAD = new URL("./simulation-thread.ts", import.meta.url);

function traceOf(worker: Worker, scenario: Scenario): Promise<Trace> {
  worker.postMessage(scenario);
  return new Promise((resolve) => worker.once("message", resolve));
}

function timeUp(limit: number): Promise<never> {
  return new Promise((_, reject) => {
    const fail = () => reject(new SimulationFailed(`시뮬레이션이 실제 시간 ${limit / 1000}초 안에 끝나지 않아 멈췄습니다.`));
    // The thread keeps the process alive until then; an answer that comes earlier need not wait for the timer.
    setTimeout(fail, limit).unref();
  });
}

const stopped = (why: string) => new SimulationFailed(`시뮬레이터가 멈췄습니다: ${why}`);
