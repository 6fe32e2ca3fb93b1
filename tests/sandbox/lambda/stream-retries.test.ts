import fc from "fast-check";
import { expect, test } from "vitest";
import { type BatchOutcome, nextStep, type RetrySettings, retryDelay } from "../../../sandbox/lambda/stream-retries.ts";

interface Played {
  readonly sent: readonly (readonly number[])[];
  readonly discarded: readonly number[];
  readonly done: readonly number[];
}

/** Follows the rule with a function that fails wherever a bad record is in its batch. */
function play(records: readonly number[], isBad: (record: number) => boolean, settings: RetrySettings, reports: boolean): Played {
  const work = [{ records, attempts: 0 }];
  const sent: (readonly number[])[] = [];
  const discarded: number[] = [];
  const done: number[] = [];
  for (let batch = work.pop(); batch !== undefined; batch = work.pop()) {
    if (sent.length > 5_000) throw new Error("the rule does not come to an end");
    sent.push(batch.records);
    const attempts = batch.attempts + 1;
    const first = batch.records.findIndex(isBad);
    const outcome: BatchOutcome = first === -1 ? { how: "success" } : reports ? { how: "partial", from: first } : { how: "failure" };
    const step = nextStep(outcome, batch.records.length, attempts, settings);
    switch (step.step) {
      case "go on":
        done.push(...batch.records);
        break;
      case "retry":
        done.push(...batch.records.slice(0, step.from));
        work.push({ records: batch.records.slice(step.from), attempts: step.anew ? 0 : attempts });
        break;
      case "bisect":
        work.push({ records: batch.records.slice(step.at), attempts: 0 }, { records: batch.records.slice(0, step.at), attempts: 0 });
        break;
      case "discard":
        done.push(...batch.records.slice(0, step.from));
        discarded.push(...batch.records.slice(step.from));
    }
  }
  return { sent, discarded, done };
}

const batches = fc.record({
  count: fc.integer({ min: 1, max: 60 }),
  bad: fc.uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 5 }),
  retries: fc.integer({ min: 0, max: 4 }),
});
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

test("With Bisect exactly the bad records are given up, whether or not the function reports them.", () => {
  fc.assert(
    fc.property(batches, fc.boolean(), ({ count, bad, retries }, reports) => {
      const settings = { MaximumRetryAttempts: retries, BisectBatchOnFunctionError: true };
      const { discarded, done, sent } = play(upTo(count), (record) => bad.includes(record), settings, reports);
      expect(discarded).toEqual(upTo(count).filter((record) => bad.includes(record)));
      expect(done).toEqual(upTo(count).filter((record) => !bad.includes(record)));
      const alone = sent.filter(([first, ...rest]) => rest.length === 0 && first !== undefined && bad.includes(first)).length;
      expect(alone).toBe(discarded.length * (retries + 1));
    }),
  );
});

test("Without Bisect a batch that fails whole is sent once and retried as often as it may be, and nothing of it is done.", () => {
  fc.assert(
    fc.property(batches, ({ count, bad, retries }) => {
      const settings = { MaximumRetryAttempts: retries, BisectBatchOnFunctionError: false };
      const { sent, discarded } = play(upTo(count), (record) => bad.includes(record), settings, false);
      const hasBad = bad.some((record) => record < count);
      expect(sent).toHaveLength(hasBad ? retries + 1 : 1);
      expect(discarded).toEqual(hasBad ? upTo(count) : []);
    }),
  );
});

test("Without Bisect a function that reports its first bad record loses that one and all after it.", () => {
  fc.assert(
    fc.property(batches, ({ count, bad, retries }) => {
      const settings = { MaximumRetryAttempts: retries, BisectBatchOnFunctionError: false };
      const { done, discarded } = play(upTo(count), (record) => bad.includes(record), settings, true);
      const first = upTo(count).findIndex((record) => bad.includes(record));
      const from = first === -1 ? count : first;
      expect([done, discarded]).toEqual([upTo(from), upTo(count).slice(from)]);
    }),
  );
});

test("Without a limit a failing batch is retried however often it has failed, and a throttle never uses up an attempt.", () => {
  const endless = { MaximumRetryAttempts: -1, BisectBatchOnFunctionError: false };
  expect(nextStep({ how: "failure" }, 10, 1_000, endless)).toEqual({ step: "retry", from: 0, anew: false });
  const none = { MaximumRetryAttempts: 0, BisectBatchOnFunctionError: true };
  expect(nextStep({ how: "throttled" }, 10, 0, none)).toEqual({ step: "retry", from: 0, anew: false });
});

test("Waits double from a quarter of a second and end at a minute: eight attempts take 31.75 seconds.", () => {
  const waits = upTo(12).map((tries) => retryDelay(tries + 1));
  expect(waits.slice(0, 7).reduce((sum, wait) => sum + wait)).toBe(31_750);
  expect(waits.at(-1)).toBe(60_000);
});
