import { setTimeout, setInterval, setImmediate, scheduler } from "node:timers/promises";

async function withTimeout(promise, ms) {
  const controller = new AbortController();
  try {
    return await Promise.race([
      promise,
      setTimeout(ms, undefined, { signal: controller.signal }).then(() => {
        throw new Error(`timed out after ${ms} ms`);
      }),
    ]);
  } finally {
    controller.abort();
  }
}

export const handler = async ({ limit }) => {
  const ticks = [];
  for await (const tick of setInterval(2, "tick")) {
    ticks.push(tick);
    if (ticks.length === limit) break;
  }
  const aborted = new AbortController();
  const pending = setTimeout(1000, "never", { signal: aborted.signal });
  aborted.abort(new Error("changed my mind"));
  const failure = await pending.catch((error) => [error.name, error.code, error.message, error.cause?.message]);
  const slow = await withTimeout(setTimeout(50), 5).catch((error) => error.message);
  await scheduler.wait(1);
  await scheduler.yield();
  return { ticks, failure, slow, fast: await withTimeout(setImmediate("fast"), 900), signal: aborted.signal.reason.message };
};
