/** Cycles are collected, suspended async functions are not: engine/suspended.ts. */
import { expect, test } from "vitest";
import { run } from "../../harness.ts";

const MANY_CYCLES = "for (let count = 0; count < 60_000; count += 1) { const cycle = { pad: [count] }; cycle.self = cycle; }";
const result = (trace: ReturnType<typeof run>) =>
  trace.events.flatMap((event) => (event.type === "invocation-responded" ? [event.Payload] : []));

const WAITING = {
  "an async function":
    "async function wait(bell) { let ring; bell.push(() => ring(1)); return await new Promise((done) => { ring = done; }); }",
  "an async arrow function":
    "const wait = async (bell) => { let ring; bell.push(() => ring(1)); return await new Promise((done) => { ring = done; }); };",
  "an async method":
    "const wait = (bell) => ({ async run() { let ring; bell.push(() => ring(1)); return await new Promise((done) => { ring = done; }); } }).run();",
  "an async generator":
    "const wait = async (bell) => (await (async function* () { let ring; bell.push(() => ring(1)); yield await new Promise((done) => { ring = done; }); })().next()).value;",
} as const;

for (const [what, code] of Object.entries(WAITING)) {
  test(`While cycles are collected, ${what} keeps its variables although only a closure over them leads back to it.`, () => {
    const handler = `${code}
      export const handler = async () => {
        const bell = [];
        const waiting = wait(bell);
        await undefined;
        ${MANY_CYCLES}
        bell[0]();
        return waiting;
      };`;
    expect(result(run(handler, { MemorySize: 512 }))).toEqual(["1"]);
  });
}

test("Async functions that have come to their end are collected with the cycles that hold them.", () => {
  const handler = `export const handler = async () => {
    for (let count = 0; count < 8_000; count += 1) {
      const kept = { bytes: new Uint8Array(20_000) };
      kept.work = (async () => { await undefined; return kept; })();
      await kept.work;
    }
    return "done";
  };`;
  // 160 MB, were they kept, in a function that has 128.
  expect(result(run(handler, { Timeout: 60 }))).toEqual(['"done"']);
});
