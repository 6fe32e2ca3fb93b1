/** The laws of a lab session (design: a run is a pure function; a simulation that is kept alive is only a cache). */
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { Scenario } from "../../../sandbox/scenario.ts";
import { simulate, startSimulation } from "../../../sandbox/simulate.ts";
import type { Trace } from "../../../sandbox/trace/events.ts";
import { eventsOf, runtime } from "../../harness.ts";
import { sessions } from "./sessions.ts";

const RUNS = { seed: 20_261_122, numRuns: 10 };

/** Simulated once: what follows only looks at them. */
let samples: readonly { readonly session: Scenario; readonly trace: Trace }[] = [];

beforeAll(() => {
  samples = fc.sample(sessions, { seed: 20_261_122, numRuns: 30 }).map((session) => ({ session, trace: simulate(session, runtime()) }));
});

function forEachTrace(check: (trace: Trace, session: Scenario) => void): void {
  expect(samples.length).toBeGreaterThan(0);
  for (const { trace, session } of samples) check(trace, session);
}

test("continuing equals rerunning from zero, after every stimulus", () => {
  fc.assert(
    fc.property(sessions, (session) => {
      const kept = startSimulation(session, runtime());
      session.stimuli.forEach((stimulus, index) => {
        kept.apply(stimulus);
        const again = simulate({ ...session, stimuli: session.stimuli.slice(0, index + 1) }, runtime());
        expect(kept.trace()).toEqual(again);
      });
    }),
    RUNS,
  );
});

test("the same scenario twice gives the same trace, byte for byte", () => {
  fc.assert(
    fc.property(sessions, (session) => {
      expect(JSON.stringify(simulate(session, runtime()))).toBe(JSON.stringify(simulate(session, runtime())));
    }),
    RUNS,
  );
});

test("another seed gives another trace", () => {
  fc.assert(
    fc.property(
      sessions.filter(({ stimuli }) => stimuli.some(({ type }) => type === "invoke")),
      (session) => {
        expect(simulate({ ...session, seed: session.seed + 1 }, runtime())).not.toEqual(simulate(session, runtime()));
      },
    ),
    { ...RUNS, numRuns: 5 },
  );
});

test("the events of a trace are in order of time, between its start and its end", () => {
  forEachTrace(({ events, startsAt, endsAt }) => {
    const instants = events.map(({ at }) => at);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
    expect(instants.every((at) => at >= startsAt && at <= endsAt)).toBe(true);
  });
});

test("every request gets exactly one response, and no two have the same id", () => {
  forEachTrace((trace) => {
    const asked = eventsOf(trace, "invocation-requested").map(({ requestId }) => requestId);
    const answered = eventsOf(trace, "invocation-responded").map(({ requestId }) => requestId);
    expect(new Set(asked).size).toBe(asked.length);
    expect(answered.toSorted()).toEqual(asked.toSorted());
  });
});

test("an environment handles one invocation at a time, and none after its shutdown", () => {
  forEachTrace((trace) => {
    for (const { environment } of eventsOf(trace, "environment-created")) {
      const own = trace.events.filter((event) => "environment" in event && event.environment === environment);
      let busy: string | undefined;
      let over = false;
      for (const event of own) {
        if (event.type === "invoke-started") {
          expect([busy, over]).toEqual([undefined, false]);
          busy = event.requestId;
        }
        if (event.type === "invoke-ended") {
          expect(event.requestId).toBe(busy);
          busy = undefined;
        }
        if (event.type === "environment-shutdown") over = true;
      }
      expect(busy).toBeUndefined();
    }
  });
});

test("environments are numbered in order of creation, and each has a log stream of its own", () => {
  forEachTrace((trace) => {
    const created = eventsOf(trace, "environment-created");
    expect(created.map(({ environment }) => environment)).toEqual(created.map((_one, index) => String(index + 1)));
    expect(new Set(created.map(({ logStream }) => logStream)).size).toBe(created.length);
  });
});

test("only the first invocation of an environment is a cold start", () => {
  forEachTrace((trace) => {
    const seen = new Set<string>();
    for (const { environment, coldStart } of eventsOf(trace, "invoke-started")) {
      expect(coldStart).toBe(!seen.has(environment));
      seen.add(environment);
    }
  });
});

test("what is billed is a whole number of milliseconds, and not less than the duration", () => {
  forEachTrace((trace) => {
    for (const { billedDuration, duration } of eventsOf(trace, "invoke-ended")) {
      expect(Number.isInteger(billedDuration)).toBe(true);
      expect(billedDuration).toBeGreaterThanOrEqual(Number(duration.toFixed(2)));
    }
  });
});

test("no invocation lasts longer than the function's timeout, and Init no longer than 10 seconds", () => {
  forEachTrace((trace, session) => {
    const timeout = (session.functions[0]?.Timeout ?? 3) * 1000;
    for (const { duration } of eventsOf(trace, "invoke-ended")) expect(duration).toBeLessThanOrEqual(timeout);
    for (const { duration, phase } of eventsOf(trace, "init-ended")) if (phase === "init") expect(duration).toBeLessThanOrEqual(10_000);
  });
});

test("memory used is at least what Node takes, at most the function's, and never falls within an environment", () => {
  forEachTrace((trace) => {
    const most = new Map<string, number>();
    for (const { environment, maxMemoryUsedMB, memorySizeMB } of eventsOf(trace, "invoke-ended")) {
      expect(maxMemoryUsedMB > 0 && maxMemoryUsedMB <= memorySizeMB).toBe(true);
      expect(maxMemoryUsedMB).toBeGreaterThanOrEqual(most.get(environment) ?? 0);
      most.set(environment, maxMemoryUsedMB);
    }
  });
});

test("the account's concurrency is never exceeded", () => {
  forEachTrace((trace, session) => {
    let running = 0;
    const limit = session.account?.ConcurrentExecutions ?? 1_000;
    for (const event of trace.events) {
      if (event.type === "invoke-started") running += 1;
      if (event.type === "invoke-ended") running -= 1;
      expect(running).toBeLessThanOrEqual(limit);
    }
  });
});

test("the sessions hold every way of ending: success, failure, error and timeout, throttles and suppressed inits", () => {
  const statuses = new Set(samples.flatMap(({ trace }) => eventsOf(trace, "invoke-ended").map(({ status }) => status)));
  expect([...statuses].toSorted()).toEqual(["error", "failure", "success", "timeout"]);
  expect(samples.some(({ trace }) => eventsOf(trace, "invocation-responded").some(({ StatusCode }) => StatusCode === 429))).toBe(true);
  expect(samples.some(({ trace }) => eventsOf(trace, "init-started").some(({ phase }) => phase === "invoke"))).toBe(true);
});
