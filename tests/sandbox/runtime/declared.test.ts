/** Functions without code: what their definition says happens, and nothing else. */
import { expect, test } from "vitest";
import type { DeclaredBehaviour, FunctionDefinition, Scenario, Stimulus } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { eventsOf, invoke, MINUTE, payload, reports, responses, runtime, wait } from "../../harness.ts";

const withCode: FunctionDefinition = {
  FunctionName: "code",
  Runtime: "nodejs24.x",
  Handler: "index.handler",
  files: { "index.mjs": "export const handler = async () => 'from code';" },
};

function scenario(declared: DeclaredBehaviour, stimuli: readonly Stimulus[], more: Partial<FunctionDefinition> = {}): Scenario {
  const fn = { FunctionName: "fn", Runtime: "nodejs24.x", Handler: "index.handler", files: {}, declared, ...more } as const;
  return { seed: 1, startsAt: "2026-11-22T07:00:00.000Z", functions: [fn, withCode], stimuli };
}

const run = (declared: DeclaredBehaviour, stimuli: readonly Stimulus[] = [invoke()], more: Partial<FunctionDefinition> = {}) =>
  simulate(scenario(declared, stimuli, more), runtime());

test("a declared function takes as long as is said, answers what is said and uses the memory that is said", () => {
  const trace = run({ duration: 200, init: 300, memoryUsedMB: 90, result: '{"ok":1}' }, [invoke(), invoke()]);
  const [cold, warm] = reports(trace);
  expect([payload(trace), payload(trace, 1)]).toEqual(['{"ok":1}', '{"ok":1}']);
  // Beside it stand the platform's own milliseconds.
  expect(cold?.duration).toBeGreaterThan(200);
  expect(warm?.duration).toBeLessThan(203);
  expect(cold?.maxMemoryUsedMB).toBe(90);
  expect(eventsOf(trace, "init-part").find(({ part }) => part === "code")?.duration).toBeCloseTo(300, 3);
});

test("durations between two are drawn from the seed: the same scenario gives the same trace, and not always the same duration", () => {
  const stimuli = Array.from({ length: 20 }, () => invoke());
  const durations = (seed: number) =>
    reports(simulate({ ...scenario({ duration: [50, 100] }, stimuli), seed }, runtime())).map(({ duration }) => duration);
  expect(durations(1)).toEqual(durations(1));
  expect(durations(1)).not.toEqual(durations(2));
  expect(new Set(durations(1).map(Math.round)).size).toBeGreaterThan(5);
  for (const duration of durations(1)) expect(duration).toBeGreaterThan(50);
});

test("an error is told as the runtime client tells one, and the environment is kept", () => {
  const trace = run({ duration: 10, failures: [{ how: { errorType: "TypeError", errorMessage: "no" } }] }, [invoke(), invoke()]);
  expect(JSON.parse(payload(trace))).toEqual({ errorType: "TypeError", errorMessage: "no", trace: ["TypeError: no"] });
  expect(responses(trace).map(({ FunctionError, environment }) => [FunctionError, environment])).toEqual([
    ["Unhandled", "1"],
    ["Unhandled", "1"],
  ]);
});

test("a timeout and a lack of memory end as they do of code: at the deadline, and as Runtime.OutOfMemory, the process lost", () => {
  const late = run({ duration: 10, failures: [{ how: "timeout" }] }, [invoke()], { Timeout: 2 });
  expect(reports(late)[0]).toMatchObject({ status: "timeout", duration: 2_000 });
  const slow = run({ duration: 5_000 }, [invoke()], { Timeout: 2 });
  expect(reports(slow)[0]).toMatchObject({ status: "timeout", duration: 2_000 });
  const full = run({ duration: 10, failures: [{ how: "out of memory" }] });
  expect(reports(full)[0]).toMatchObject({ status: "error", errorType: "Runtime.OutOfMemory", maxMemoryUsedMB: 128 });
  expect(eventsOf(full, "environment-reset")).toHaveLength(1);
});

test("a failure is of the events that contain a text, and of the share of them that is said", () => {
  const declared: DeclaredBehaviour = { duration: 1, failures: [{ eventContains: "poison", share: 0.5, how: "timeout" }] };
  const sent = [...Array.from({ length: 100 }, () => invoke("poison")), ...Array.from({ length: 20 }, () => invoke("water"))];
  const statuses = reports(run(declared, sent, { Timeout: 1 })).map(({ status }) => status);
  const failed = statuses.slice(0, 100).filter((status) => status === "timeout").length;
  expect(failed).toBeGreaterThan(30);
  expect(failed).toBeLessThan(70);
  expect(new Set(statuses.slice(100))).toEqual(new Set(["success"]));
});

test("an event that fails at its first two attempts succeeds at the third, in whichever environment that is", () => {
  const declared: DeclaredBehaviour = {
    duration: 1,
    failures: [{ firstAttempts: 2, how: { errorType: "Error", errorMessage: "again" } }],
  };
  const stimuli: Stimulus[] = [invoke({}, { InvocationType: "Event" }), wait(MINUTE / 2), { type: "settle" }];
  const first = run(declared, stimuli);
  expect(reports(first).map(({ status }) => status)).toEqual(["failure", "failure", "success"]);
  // Attempts of one simulation are not those of the next, which has the same request ids.
  expect(reports(run(declared, stimuli)).map(({ status }) => status)).toEqual(["failure", "failure", "success"]);
});

test("functions with code and functions without live in one account", () => {
  const trace = run({ duration: 1, result: '"declared"' }, [invoke(), invoke({}, { FunctionName: "code" })]);
  expect([payload(trace), payload(trace, 1)]).toEqual(['"declared"', '"from code"']);
});
