/**
 * The page's side of the worker: runs scenarios, one at a time, the latest of each lab; and settles every promise whatever
 * the worker does. It takes anything shaped like a worker.
 */
import type { Scenario } from "../scenario.ts";
import { asReply, type Reply, type Request, type RunFailure, type RunResult } from "./protocol.ts";

export interface WorkerLike {
  postMessage(message: Request): void;
  terminate(): void;
  addEventListener(type: "message" | "messageerror" | "error", listener: (event: WorkerEvent) => void): void;
}

export interface WorkerEvent {
  readonly data?: unknown;
  readonly message?: string;
}

export interface ClientOptions {
  readonly spawn: () => WorkerLike;
  readonly patience?: Patience;
}

/** Real milliseconds. They may only end a run as failed; they never shape a trace. */
export interface Patience {
  /** Until the worker says `ready`: the engine comes over a school's network. */
  readonly loading: number;
  /** From one sign of life to the next. */
  readonly running: number;
}

export interface Client {
  /** Runs a scenario for a lab, in place of any other run of the same lab. Never rejects. */
  run(lab: string, scenario: Scenario, observe?: (reply: Reply) => void): Promise<RunResult>;
  /** Ends the lab's run, by ending the worker if it is at it. */
  cancel(lab: string): void;
  /** Starts a worker before the first run needs it. */
  prepare(): void;
  /** Ends everything. */
  close(): void;
}

interface Run {
  readonly request: Request;
  readonly observe: (reply: Reply) => void;
  readonly settle: (result: RunResult) => void;
}

const ignore = () => undefined;

const DEFAULT_PATIENCE: Patience = { loading: 60_000, running: 20_000 };

/** A run that has given this many signs of life and no result is stuck in a way that talks. */
const MOST_SIGNS = 1_000;

export function workerClient({ spawn, patience = DEFAULT_PATIENCE }: ClientOptions): Client {
  /** At most one for each lab; a Map keeps the order in which they came. */
  const waiting = new Map<string, Run>();
  let worker: WorkerLike | undefined;
  let isReady = false;
  let active: Run | undefined;
  let signs = 0;
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let runs = 0;

  function startWorker(): WorkerLike {
    const started = spawn();
    const ifCurrent = (act: (event: WorkerEvent) => void) => (event: WorkerEvent) => {
      if (started === worker) act(event);
    };
    started.addEventListener("message", ifCurrent(hear));
    started.addEventListener(
      "messageerror",
      ifCurrent(() => lose({ why: "worker died", message: "a reply could not be read" })),
    );
    started.addEventListener(
      "error",
      ifCurrent(({ message = "" }) => lose({ why: isReady ? "worker died" : "could not load", message })),
    );
    isReady = false;
    return started;
  }

  function next(): void {
    const [run] = waiting.values();
    if (active !== undefined || run === undefined) return;
    waiting.delete(run.request.lab);
    active = run;
    signs = 0;
    try {
      worker ??= startWorker();
      worker.postMessage(run.request);
      watch();
    } catch (thrown) {
      // Workers that the browser forbids, scenarios that cannot be copied: both would otherwise leave the run unsettled.
      lose({ why: "mistake", message: String(thrown) });
    }
  }

  function watch(): void {
    clearTimeout(alarm);
    const failure: RunFailure = isReady ? { why: "took too long" } : { why: "could not load", message: "the engine did not arrive" };
    alarm = setTimeout(() => lose(failure), isReady ? patience.running : patience.loading);
  }

  function hear({ data }: WorkerEvent): void {
    const reply = asReply(data);
    if (reply?.type === "ready") {
      const wasReady = isReady;
      isReady = true;
      if (active !== undefined && !wasReady) watch();
    } else if (reply !== undefined && reply.lab === active?.request.lab && reply.run === active.request.run) {
      hearOf(active, reply);
    }
  }

  function hearOf(run: Run, reply: Exclude<Reply, { readonly type: "ready" }>): void {
    switch (reply.type) {
      case "progress":
      case "needs":
        run.observe(reply);
        signs += 1;
        if (signs < MOST_SIGNS) watch();
        return;
      case "finished":
        return end({ ok: true, trace: reply.trace });
      case "failed":
        // What was not loaded once may load the next time, but only in a worker that asks again.
        if (reply.why === "could not load") return lose({ why: reply.why, message: reply.message });
        return end({ ok: false, failure: { why: reply.why, message: reply.message } });
    }
  }

  function end(result: RunResult): void {
    clearTimeout(alarm);
    const ended = active;
    active = undefined;
    ended?.settle(result);
    next();
  }

  /** The worker is given up, and with it the run that it was at. The next run starts another one. */
  function lose(failure: RunFailure): void {
    worker?.terminate();
    worker = undefined;
    end({ ok: false, failure });
  }

  function give(run: Run | undefined, failure: RunFailure): void {
    run?.settle({ ok: false, failure });
  }

  return {
    run(lab, scenario, observe = ignore) {
      return new Promise((settle) => {
        if (active?.request.lab === lab) {
          // The worker may come to the end of it; nobody listens any more.
          give(active, { why: "superseded" });
          active = { request: active.request, observe: ignore, settle: ignore };
        }
        give(waiting.get(lab), { why: "superseded" });
        runs += 1;
        waiting.set(lab, { request: { type: "run", lab, run: runs, scenario }, observe, settle });
        next();
      });
    },
    cancel(lab) {
      give(waiting.get(lab), { why: "cancelled" });
      waiting.delete(lab);
      if (active?.request.lab === lab) lose({ why: "cancelled" });
    },
    prepare() {
      worker ??= startWorker();
    },
    close() {
      for (const run of waiting.values()) give(run, { why: "cancelled" });
      waiting.clear();
      lose({ why: "cancelled" });
    },
  };
}
