import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

const storage = new AsyncLocalStorage();
const log = (...args) => console.log(`[${storage.getStore()?.id ?? "-"}]`, ...args);
const bus = new EventEmitter();
bus.on("saved", (what) => log("saved", what));

async function save(what) {
  await sleep(1);
  log("saving", what);
  bus.emit("saved", what);
  return storage.getStore().user ?? "anonymous";
}

export const handler = async (event) => {
  log("outside");
  const user = await storage.run({ id: event.id, user: event.user }, async () => {
    const [first] = await Promise.all([save("a"), storage.run({ id: `${event.id}/child` }, () => save("b"))]);
    await new Promise((resolve) => setImmediate(resolve));
    queueMicrotask(() => log("microtask"));
    process.nextTick(log, "tick");
    await null;
    const bound = AsyncResource.bind(() => storage.getStore().id);
    const snapshot = AsyncLocalStorage.snapshot();
    return [first, storage.exit(() => bound()), storage.exit(() => snapshot(() => storage.getStore().id))];
  });
  log("after");
  return user;
};
