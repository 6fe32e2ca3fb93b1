import { describe, expect, test } from "vitest";
import { eventsOf, FUNCTION_NAME, invoke, MINUTE, payload, reports, responses, run, wait } from "../../harness.ts";

const COUNTER = "let n = 0; export const handler = async () => { n += 1; return n; };";
const SLOW = "export const handler = async () => { await new Promise((resolve) => setTimeout(resolve, 500)); return 'slept'; };";
const payloads = (trace: Parameters<typeof responses>[0]) => responses(trace).map(({ Payload }) => Payload);

describe("reuse", () => {
  test("three requests at once get three environments, three in turn get one", () => {
    expect(eventsOf(run(COUNTER, {}, [invoke(undefined, { count: 3 })]), "environment-created")).toHaveLength(3);
    expect(eventsOf(run(COUNTER, {}, [invoke(), invoke(), invoke()]), "environment-created")).toHaveLength(1);
  });

  test("of several idle environments the one that was used last is used first", () => {
    const trace = run(SLOW, {}, [invoke(undefined, { count: 2 }), invoke(), invoke()]);
    const [first, second, third, fourth] = eventsOf(trace, "invoke-ended").map(({ environment }) => environment);
    expect(new Set([first, second]).size).toBe(2);
    expect([third, fourth]).toEqual([second, second]);
  });

  test("a request that comes when all environments are busy gets a new one, and later both are used again", () => {
    const trace = run(COUNTER, {}, [invoke(undefined, { count: 2 }), invoke(undefined, { count: 2 })]);
    expect(payloads(trace).toSorted()).toEqual(["1", "1", "2", "2"]);
  });

  test("two functions never share an environment", () => {
    const both = { type: "invoke", count: 1 } as const;
    const scenarioOf = (names: readonly string[]) => names.map((FunctionName) => ({ ...both, FunctionName }));
    const trace = run(COUNTER, {}, scenarioOf([FUNCTION_NAME, "other", FUNCTION_NAME]));
    expect(responses(trace).map(({ StatusCode }) => StatusCode)).toEqual([200, 404, 200]);
    expect(eventsOf(trace, "environment-created")).toHaveLength(1);
  });
});

describe("Init", () => {
  test("it has four parts, of which three make up the Init Duration", () => {
    const trace = run("await new Promise((resolve) => setTimeout(resolve, 50)); export const handler = async () => 1;");
    const parts = eventsOf(trace, "init-part");
    expect(parts.map(({ part }) => part)).toEqual(["environment", "runtime", "modules", "code"]);
    const sum = parts.slice(1).reduce((total, { duration }) => total + duration, 0);
    expect(sum).toBeCloseTo(reports(trace)[0]?.initDuration ?? 0, 3);
    expect(parts[3]?.duration).toBeGreaterThan(50);
  });

  test("more code takes longer to load", () => {
    const big = `const text = ${JSON.stringify("x".repeat(200_000))}; ${COUNTER}`;
    const modules = (files: string) => eventsOf(run(files), "init-part").find(({ part }) => part === "modules")?.duration ?? 0;
    expect(modules(big)).toBeGreaterThan(modules(COUNTER) + 10);
  });

  test("a caller waits for the whole cold start, and nearly nothing for a warm one", () => {
    const trace = run(COUNTER, {}, [invoke(), invoke()]);
    const asked = eventsOf(trace, "invocation-requested");
    const [cold = 0, warm = 0] = responses(trace).map(({ at }, index) => at - (asked[index]?.at ?? 0));
    expect(cold).toBeGreaterThan(200);
    expect(warm).toBeLessThan(20);
  });
});

describe("an update", () => {
  const second = {
    type: "updateFunctionCode",
    FunctionName: FUNCTION_NAME,
    files: { "index.mjs": "export const handler = async () => 'second';" },
  } as const;

  test("the next request runs the new code in a new environment, and the old one is shut down", () => {
    const trace = run(COUNTER, {}, [invoke(), second, invoke()]);
    expect(payloads(trace)).toEqual(["1", '"second"']);
    expect(eventsOf(trace, "environment-shutdown").map(({ environment, why }) => [environment, why])).toEqual([["1", "new version"]]);
    expect(eventsOf(trace, "function-updated").map(({ what }) => what)).toEqual(["code"]);
  });

  test("a configuration update keeps the code", () => {
    const update = {
      type: "updateFunctionConfiguration",
      FunctionName: FUNCTION_NAME,
      configuration: { Environment: { Variables: { MODE: "new" } } },
    } as const;
    const trace = run("export const handler = async () => process.env.MODE ?? 'none';", {}, [invoke(), update, invoke()]);
    expect(payloads(trace)).toEqual(['"none"', '"new"']);
  });

  test("an update of a function that does not exist is a mistake in the scenario", () => {
    expect(() => run(COUNTER, {}, [{ ...second, FunctionName: "nobody" }])).toThrow("there is no function nobody to update");
  });
});

describe("idle", () => {
  test("an environment lives through four minutes of idleness, and not through sixteen", () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      expect(payloads(run(COUNTER, { seed }, [invoke(), wait(4 * MINUTE), invoke()]))).toEqual(["1", "2"]);
      expect(payloads(run(COUNTER, { seed }, [invoke(), wait(16 * MINUTE), invoke()]))).toEqual(["1", "1"]);
    }
  });

  test("time that passes while nothing is sent is in the trace's end", () => {
    const trace = run(COUNTER, {}, [wait(5 * MINUTE)]);
    expect(trace.endsAt - trace.startsAt).toBe(5 * MINUTE);
  });
});

describe("a reset", () => {
  test("it is in the trace with its reason: timeout, crash, failed init", () => {
    const why = (body: string) => eventsOf(run(body, { Timeout: 1 }), "environment-reset").map((event) => event.why);
    expect(why("export const handler = async () => { await new Promise(() => setInterval(() => {}, 100)); };")).toEqual(["timeout"]);
    expect(why("export const handler = async () => { process.exit(1); };")).toEqual(["crash"]);
    expect(why("throw new Error('no');")).toEqual(["init failed", "init failed"]);
  });

  test("after a failed init every request tries again, and a repaired cause lets it through", () => {
    const fails = `import { existsSync } from "node:fs"; if (!existsSync("/tmp/ok")) throw new Error("not yet"); ${COUNTER}`;
    const trace = run(fails, {}, [invoke(), invoke()]);
    expect(responses(trace).map(({ FunctionError }) => FunctionError)).toEqual(["Unhandled", "Unhandled"]);
    expect(eventsOf(trace, "environment-created")).toHaveLength(1);
    expect(eventsOf(trace, "invoke-started").map(({ coldStart }) => coldStart)).toEqual([true, false]);
  });

  test("the next invocation of a crashed environment includes the new process's start in its Duration", () => {
    const trace = run("export const handler = async (event) => { if (event === 1) process.exit(1); return 'up'; };", {}, [
      invoke(1),
      invoke(2),
      invoke(3),
    ]);
    const [, again = 0, warm = 0] = reports(trace).map(({ duration }) => duration);
    expect(payload(trace, 1)).toBe('"up"');
    expect(again).toBeGreaterThan(100);
    expect(warm).toBeLessThan(20);
    expect(reports(trace)[1]?.initDuration).toBeUndefined();
  });
});

describe("the account's concurrency", () => {
  test("requests beyond it are refused at once, and the next one is served", () => {
    const trace = run(SLOW, { account: { ConcurrentExecutions: 1 } }, [invoke(undefined, { count: 2 }), invoke()]);
    expect(
      responses(trace)
        .map(({ StatusCode }) => StatusCode)
        .toSorted(),
    ).toEqual([200, 200, 429]);
    const refused = responses(trace).find(({ StatusCode }) => StatusCode === 429);
    expect((refused?.at ?? 0) - trace.startsAt).toBeLessThan(20);
  });

  test("idle environments do not count", () => {
    const trace = run(COUNTER, { account: { ConcurrentExecutions: 2 } }, [
      invoke(undefined, { count: 2 }),
      invoke(undefined, { count: 2 }),
    ]);
    expect(responses(trace).map(({ StatusCode }) => StatusCode)).toEqual([200, 200, 200, 200]);
  });
});
