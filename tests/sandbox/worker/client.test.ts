import { expect, test, vi } from "vitest";
import type { Scenario } from "../../../sandbox/scenario.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { type Client, type WorkerEvent, type WorkerLike, workerClient } from "../../../sandbox/worker/client.ts";
import type { Request, RunResult } from "../../../sandbox/worker/protocol.ts";

const scenario: Scenario = { seed: 1, startsAt: "2026-11-22T07:00:00.000Z", functions: [], stimuli: [] };
const traceOf = (run: number): Trace => ({ startsAt: 0, endsAt: run, events: [] });

/** A worker whose behaviour a test writes: it says nothing by itself. */
class ScriptedWorker implements WorkerLike {
  readonly requests: Request[] = [];
  terminated = false;
  readonly #listeners: { readonly type: string; readonly listener: (event: WorkerEvent) => void }[] = [];
  readonly #onRequest: (request: Request, worker: ScriptedWorker) => void;

  constructor(onRequest: (request: Request, worker: ScriptedWorker) => void = () => undefined) {
    this.#onRequest = onRequest;
  }
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void {
    this.#listeners.push({ type, listener });
  }
  postMessage(request: Request): void {
    this.requests.push(request);
    this.#onRequest(request, this);
  }
  terminate(): void {
    this.terminated = true;
  }
  /** What it says after its end is said all the same: a message may be under way. */
  say(data: unknown): void {
    this.#emit("message", { data });
  }
  die(message: string): void {
    this.#emit("error", { message });
  }
  garble(): void {
    this.#emit("messageerror", {});
  }
  #emit(type: string, event: WorkerEvent): void {
    for (const entry of this.#listeners) if (entry.type === type) entry.listener(event);
  }
}

const honest = (request: Request, worker: ScriptedWorker) => {
  worker.say({ type: "ready" });
  worker.say({ type: "finished", lab: request.lab, run: request.run, trace: traceOf(request.run) });
};

/** A client whose n-th worker behaves as the n-th script says; the last script goes on. */
function clientOf(...scripts: ((request: Request, worker: ScriptedWorker) => void)[]): { client: Client; workers: ScriptedWorker[] } {
  const workers: ScriptedWorker[] = [];
  const client = workerClient({
    spawn: () => {
      const worker = new ScriptedWorker(scripts[Math.min(workers.length, scripts.length - 1)]);
      workers.push(worker);
      return worker;
    },
    patience: { loading: 300, running: 100 },
  });
  return { client, workers };
}

const silent = () => undefined;
const readyThenSilent = (_: Request, worker: ScriptedWorker) => worker.say({ type: "ready" });
const failureOf = (result: RunResult) => (result.ok ? "none" : result.failure.why);

test("A run gives the trace that the worker sends.", async () => {
  const { client } = clientOf(honest);
  expect(await client.run("a", scenario)).toEqual({ ok: true, trace: traceOf(1) });
});

test("One worker serves every run that comes after.", async () => {
  const { client, workers } = clientOf(honest);
  await client.run("a", scenario);
  await client.run("b", scenario);
  expect(workers).toHaveLength(1);
});

test("No worker is started before the first run or prepare().", () => {
  const { client, workers } = clientOf(honest);
  expect(workers).toHaveLength(0);
  client.prepare();
  client.prepare();
  expect(workers).toHaveLength(1);
});

test("The worker is handed one request at a time, the labs in the order in which they asked.", async () => {
  const { client, workers } = clientOf(silent);
  const results = [client.run("a", scenario), client.run("b", scenario), client.run("c", scenario)];
  const worker = workers[0] as ScriptedWorker;
  expect(worker.requests.map(({ lab }) => lab)).toEqual(["a"]);
  for (const lab of ["a", "b", "c"]) {
    const request = worker.requests.at(-1) as Request;
    expect(request.lab).toBe(lab);
    honest(request, worker);
  }
  expect((await Promise.all(results)).map(({ ok }) => ok)).toEqual([true, true, true]);
});

test("The latest run of a lab wins, whether the earlier ones wait or have begun.", async () => {
  const { client, workers } = clientOf(silent);
  const runs = [1, 2, 3].map(() => client.run("a", scenario));
  const worker = workers[0] as ScriptedWorker;
  honest(worker.requests[0] as Request, worker);
  honest(worker.requests[1] as Request, worker);
  const results = await Promise.all(runs);
  expect(results.map(failureOf)).toEqual(["superseded", "superseded", "none"]);
  expect(results[2]).toEqual({ ok: true, trace: traceOf(3) });
});

test("A run of one lab does not supersede another lab's.", async () => {
  const { client, workers } = clientOf(silent);
  const first = client.run("a", scenario);
  const second = client.run("b", scenario);
  const worker = workers[0] as ScriptedWorker;
  honest(worker.requests[0] as Request, worker);
  honest(worker.requests[1] as Request, worker);
  expect([await first, await second].map(failureOf)).toEqual(["none", "none"]);
});

test("cancel() ends the worker at once and the run with it, and another lab's run goes on in a new worker.", async () => {
  const { client, workers } = clientOf(silent, honest);
  const cancelled = client.run("a", scenario);
  const other = client.run("b", scenario);
  client.cancel("a");
  expect(workers[0]?.terminated).toBe(true);
  expect([await cancelled, await other].map(failureOf)).toEqual(["cancelled", "none"]);
  expect(workers).toHaveLength(2);
});

test("cancel() of a lab that only waits leaves the worker at its work.", async () => {
  const { client, workers } = clientOf(silent);
  const first = client.run("a", scenario);
  const waiting = client.run("b", scenario);
  client.cancel("b");
  const worker = workers[0] as ScriptedWorker;
  expect(worker.terminated).toBe(false);
  honest(worker.requests[0] as Request, worker);
  expect([await first, await waiting].map(failureOf)).toEqual(["none", "cancelled"]);
});

test("A worker that dies settles its run, and the next run has a new worker.", async () => {
  const { client, workers } = clientOf((_, worker) => {
    worker.say({ type: "ready" });
    worker.die("out of memory");
  }, honest);
  expect(await client.run("a", scenario)).toEqual({ ok: false, failure: { why: "worker died", message: "out of memory" } });
  expect(failureOf(await client.run("a", scenario))).toBe("none");
  expect(workers).toHaveLength(2);
});

test("A worker that dies before it was ready could not be loaded.", async () => {
  const { client } = clientOf((_, worker) => worker.die(""));
  expect(failureOf(await client.run("a", scenario))).toBe("could not load");
});

test("Workers that die one after another settle every run that waits.", async () => {
  const { client, workers } = clientOf((_, worker) => worker.die("again"));
  const results = await Promise.all(["a", "b", "c"].map((lab) => client.run(lab, scenario)));
  expect(results.map(failureOf)).toEqual(["could not load", "could not load", "could not load"]);
  expect(workers).toHaveLength(3);
});

test("A worker that cannot even be started settles the run.", async () => {
  const client = workerClient({
    spawn: () => {
      throw new Error("forbidden");
    },
  });
  expect(await client.run("a", scenario)).toEqual({ ok: false, failure: { why: "mistake", message: "Error: forbidden" } });
});

test("A reply that cannot be read ends the worker.", async () => {
  const { client, workers } = clientOf((_, worker) => {
    worker.say({ type: "ready" });
    worker.garble();
  });
  expect(failureOf(await client.run("a", scenario))).toBe("worker died");
  expect(workers[0]?.terminated).toBe(true);
});

test("A worker that hangs after it was ready took too long, and is ended.", async () => {
  const { client, workers } = clientOf(readyThenSilent, honest);
  expect(failureOf(await client.run("a", scenario))).toBe("took too long");
  expect(workers[0]?.terminated).toBe(true);
  expect(failureOf(await client.run("a", scenario))).toBe("none");
});

test("A worker that is never ready could not be loaded.", async () => {
  const { client } = clientOf(silent);
  expect(failureOf(await client.run("a", scenario))).toBe("could not load");
});

test("The patience for a run begins when the worker is ready, not while it loads.", async () => {
  const { client, workers } = clientOf(silent);
  const run = client.run("a", scenario);
  const worker = workers[0] as ScriptedWorker;
  await new Promise((resolve) => setTimeout(resolve, 200));
  honest(worker.requests[0] as Request, worker);
  expect(failureOf(await run)).toBe("none");
});

test("Each sign of life gives the run its patience anew.", async () => {
  const { client, workers } = clientOf(readyThenSilent);
  const run = client.run("a", scenario);
  const worker = workers[0] as ScriptedWorker;
  for (let stimulus = 0; stimulus < 4; stimulus += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    worker.say({ type: "progress", lab: "a", run: 1, stimulus, stimuli: 4 });
  }
  honest(worker.requests[0] as Request, worker);
  expect(failureOf(await run)).toBe("none");
});

test("A worker that talks for ever and never finishes is ended all the same.", async () => {
  vi.useFakeTimers();
  try {
    const { client, workers } = clientOf(readyThenSilent);
    const run = client.run("a", scenario);
    const worker = workers[0] as ScriptedWorker;
    const talk = setInterval(() => {
      worker.say({ type: "ready" });
      worker.say({ type: "needs", lab: "a", run: 1, what: ["util"] });
    }, 50);
    await vi.advanceTimersByTimeAsync(60_000);
    clearInterval(talk);
    expect(failureOf(await run)).toBe("took too long");
    expect(worker.terminated).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  ["another lab's result", { type: "finished", lab: "z", run: 1, trace: traceOf(9) }],
  ["another run's result", { type: "finished", lab: "a", run: 7, trace: traceOf(9) }],
  ["a trace without events", { type: "finished", lab: "a", run: 1, trace: { startsAt: 0, endsAt: 0 } }],
  ["a type that does not exist", { type: "done", lab: "a", run: 1 }],
  ["a reason that does not exist", { type: "failed", lab: "a", run: 1, why: "superseded" }],
  ["no object", "finished"],
  ["nothing", null],
])("A worker that says %s is not believed.", async (_, lie) => {
  const { client, workers } = clientOf(readyThenSilent);
  const run = client.run("a", scenario);
  const worker = workers[0] as ScriptedWorker;
  worker.say(lie);
  honest(worker.requests[0] as Request, worker);
  expect(await run).toEqual({ ok: true, trace: traceOf(1) });
});

test("A second answer to the same run changes nothing.", async () => {
  const { client, workers } = clientOf((request, worker) => {
    honest(request, worker);
    honest(request, worker);
  });
  expect(failureOf(await client.run("a", scenario))).toBe("none");
  expect(failureOf(await client.run("a", scenario))).toBe("none");
  expect(workers[0]?.requests).toHaveLength(2);
});

test("What a worker says after its end is not heard.", async () => {
  const { client, workers } = clientOf(silent, silent);
  const cancelled = client.run("a", scenario);
  client.cancel("a");
  const run = client.run("a", scenario);
  const [first, second] = workers as [ScriptedWorker, ScriptedWorker];
  first.say({ type: "ready" });
  first.say({ type: "finished", lab: "a", run: 2, trace: traceOf(99) });
  first.die("late");
  honest(second.requests[0] as Request, second);
  expect([failureOf(await cancelled), await run]).toEqual(["cancelled", { ok: true, trace: traceOf(2) }]);
});

test("A simulator that reports a mistake of its own keeps its worker; one that could not load is replaced.", async () => {
  const fail = (why: string) => (request: Request, worker: ScriptedWorker) => {
    worker.say({ type: "ready" });
    worker.say({ type: "failed", lab: request.lab, run: request.run, why, message: "m" });
  };
  const mistaken = clientOf(fail("mistake"));
  expect(await mistaken.client.run("a", scenario)).toEqual({ ok: false, failure: { why: "mistake", message: "m" } });
  expect(mistaken.workers[0]?.terminated).toBe(false);
  const offline = clientOf(fail("could not load"));
  expect(failureOf(await offline.client.run("a", scenario))).toBe("could not load");
  expect(offline.workers[0]?.terminated).toBe(true);
});

test("The page is told of progress and of what is being loaded, and not of a run that was superseded.", async () => {
  const { client, workers } = clientOf(readyThenSilent);
  const heard: string[] = [];
  client.run("a", scenario, () => heard.push("first"));
  const run = client.run("a", scenario, (reply) => heard.push(reply.type));
  const worker = workers[0] as ScriptedWorker;
  worker.say({ type: "progress", lab: "a", run: 1, stimulus: 0, stimuli: 0 });
  honest(worker.requests[0] as Request, worker);
  worker.say({ type: "progress", lab: "a", run: 2, stimulus: 0, stimuli: 0 });
  worker.say({ type: "needs", lab: "a", run: 2, what: ["util"] });
  honest(worker.requests[1] as Request, worker);
  await run;
  expect(heard).toEqual(["progress", "needs"]);
});

test("close() settles what runs and what waits.", async () => {
  const { client, workers } = clientOf(silent);
  const runs = [client.run("a", scenario), client.run("b", scenario)];
  client.close();
  expect((await Promise.all(runs)).map(failureOf)).toEqual(["cancelled", "cancelled"]);
  expect(workers).toHaveLength(1);
  expect(workers[0]?.terminated).toBe(true);
});
