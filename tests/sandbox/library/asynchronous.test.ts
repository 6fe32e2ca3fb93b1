import { expect, test } from "vitest";
import { guest, inNodeAsync } from "./guest.ts";

/** Bodies of async functions, by what they show. */
const CASES: Readonly<Record<string, string>> = {
  "util.promisify resolves with the callback's value and rejects with its error": `
    const { promisify } = require("util");
    const ok = promisify((a, callback) => callback(null, a + 1));
    const bad = promisify((callback) => callback(new Error("no")));
    return [await ok(1), await bad().catch((error) => error.message), ok.name, ok.length];`,
  "util.promisify honours promisify.custom": `
    const { promisify } = require("util");
    const original = () => {};
    original[promisify.custom] = async () => "custom";
    return await promisify(original)();`,
  "util.promisify(setTimeout) waits and gives the value": `return await require("util").promisify(setTimeout)(5, "done");`,
  "util.callbackify calls back with value, error and falsy rejection": `
    const { callbackify } = require("util");
    const call = (fn) => new Promise((resolve) => callbackify(fn)((error, value) => resolve([error && (error.message ?? error), error?.code, value])));
    return [await call(async () => 1), await call(async () => { throw new Error("x"); }), await call(async () => { throw null; })];`,
  "util.aborted resolves when the signal aborts": `
    const controller = new AbortController();
    const waiting = require("util").aborted(controller.signal, {});
    controller.abort();
    return String(await waiting);`,
  "timers/promises waits, keeps the value and can be aborted": `
    const { setTimeout, setImmediate } = require("timers/promises");
    const controller = new AbortController();
    const aborted = setTimeout(1000, "x", { signal: controller.signal }).catch((error) => [error.name, error.code, error.message, error.cause.name]);
    controller.abort();
    return [await setTimeout(2, "a"), await setImmediate("b"), await aborted];`,
  "timers/promises refuses a delay that is no number": `
    return await require("timers/promises").setTimeout("5").catch((error) => [error.name, error.code, error.message]);`,
  "timers/promises setInterval gives its value again and again": `
    const seen = [];
    for await (const value of require("timers/promises").setInterval(1, "tick")) { seen.push(value); if (seen.length === 3) break; }
    return seen;`,
  "scheduler.wait resolves without a value": `return String(await require("timers/promises").scheduler.wait(1));`,
  "events.once gives the arguments, or rejects with an error event": `
    const EventEmitter = require("events");
    const emitter = new EventEmitter();
    const first = EventEmitter.once(emitter, "a");
    emitter.emit("a", 1, 2);
    const second = EventEmitter.once(emitter, "a").catch((error) => error.message);
    emitter.emit("error", new Error("bad"));
    return [await first, await second, emitter.listenerCount("error"), emitter.listenerCount("a")];`,
  "events.once listens to an EventTarget": `
    const target = new EventTarget();
    const waiting = require("events").once(target, "x");
    target.dispatchEvent(new Event("x"));
    return (await waiting)[0].type;`,
  "events.once rejects when its signal aborts": `
    const controller = new AbortController();
    const waiting = require("events").once(new (require("events"))(), "a", { signal: controller.signal }).catch((error) => [error.name, error.code]);
    controller.abort();
    return await waiting;`,
  "events.on iterates over what was and will be emitted": `
    const EventEmitter = require("events");
    const emitter = new EventEmitter();
    const seen = [];
    const iterator = EventEmitter.on(emitter, "a");
    emitter.emit("a", 1);
    emitter.emit("a", 2);
    setTimeout(() => emitter.emit("a", 3), 1);
    for await (const [value] of iterator) { seen.push(value); if (value === 3) break; }
    return [seen, emitter.listenerCount("a")];`,
  "events.on ends at the event that closes it": `
    const EventEmitter = require("events");
    const emitter = new EventEmitter();
    const iterator = EventEmitter.on(emitter, "a", { close: ["end"] });
    emitter.emit("a", 1);
    emitter.emit("end");
    const seen = [];
    for await (const [value] of iterator) seen.push(value);
    return seen;`,
  "events.on throws what the error event brings": `
    const EventEmitter = require("events");
    const emitter = new EventEmitter();
    const iterator = EventEmitter.on(emitter, "a");
    setTimeout(() => emitter.emit("error", new Error("bad")), 1);
    try { for await (const _ of iterator); } catch (error) { return error.message; }
    return "no error";`,
  "AbortSignal.timeout aborts with a TimeoutError": `
    const signal = AbortSignal.timeout(1);
    setTimeout(() => {}, 20);
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return [signal.aborted, signal.reason.name, signal.reason.message, signal.reason.code];`,
  "AbortSignal.any follows whichever aborts": `
    const [a, b] = [new AbortController(), new AbortController()];
    const any = AbortSignal.any([a.signal, b.signal]);
    const seen = [];
    any.addEventListener("abort", () => seen.push(any.reason));
    b.abort("b");
    a.abort("a");
    return [seen, any.aborted];`,
  "assert.rejects and assert.doesNotReject judge promises": `
    const assert = require("assert");
    const say = (promise) => promise.then(() => "passed", (error) => [error.name, error.code, error.message]);
    const failing = async () => { throw new TypeError("bad"); };
    return [
      await say(assert.rejects(failing, TypeError)),
      await say(assert.rejects(failing(), /bad/)),
      await say(assert.rejects(failing, { message: "other" })),
      await say(assert.rejects(async () => 1)),
      await say(assert.rejects(async () => 1, "said")),
      await say(assert.rejects(() => 1)),
      await say(assert.rejects("x")),
      await say(assert.doesNotReject(failing)),
      await say(assert.doesNotReject(async () => 1)),
    ];`,
  "fs callbacks come later, with the error or the value": `
    const fs = require("fs");
    const order = [];
    await new Promise((resolve) => {
      fs.readFile("/nowhere/at/all", (error, value) => { order.push(error.code, value === undefined); resolve(); });
      order.push("returned");
    });
    return order;`,
  "fs/promises rejects with Node's error": `
    const fs = require("fs/promises");
    const say = (promise) => promise.then((value) => ["value", value], (error) => [error.message, error.code, error.errno, error.syscall, error.path]);
    return [await say(fs.readFile("/nowhere/x")), await say(fs.stat("/nowhere")), await say(fs.mkdir("/nowhere/a/b")), await say(fs.access("/nowhere"))];`,
  "inspecting a promise shows what has become of it": `
    const { inspect } = require("util");
    const settled = Promise.resolve({ a: [1] });
    const failed = Promise.reject(new Error("x").message);
    failed.catch(() => {});
    let release;
    const pending = new Promise((resolve) => { release = resolve; });
    const before = inspect(pending);
    release("now");
    return [inspect(settled), inspect(failed), before, inspect(pending), inspect((async () => 5)())];`,
  "queued work keeps its order: microtasks before timers": `
    const order = [];
    setTimeout(() => order.push("timer"), 1);
    Promise.resolve().then(() => order.push("then"));
    queueMicrotask(() => order.push("microtask"));
    await new Promise((resolve) => setTimeout(resolve, 5));
    return order;`,
  "addAbortListener is called once, also when the signal has aborted already": `
    const { addAbortListener } = require("events");
    const seen = [];
    addAbortListener(AbortSignal.abort(), () => seen.push("late"));
    const controller = new AbortController();
    addAbortListener(controller.signal, () => seen.push("now"));
    controller.abort();
    await null;
    return seen;`,
};

for (const [claim, body] of Object.entries(CASES)) {
  test(`${claim}, as in Node`, async () => {
    expect(guest().runAsync(body)).toEqual(await inNodeAsync(body));
  });
}

test("fs/promises reads and writes the guest's /tmp", () => {
  const body = `
    const fs = require("node:fs/promises");
    await fs.writeFile("/tmp/a.txt", "한글\\nzweite\\n");
    const handle = await fs.open("/tmp/a.txt");
    const lines = [];
    for await (const line of handle.readLines()) lines.push(line);
    await handle.close();
    const { size } = await fs.stat("/tmp/a.txt");
    await fs.rename("/tmp/a.txt", "/tmp/b.txt");
    return [lines, size, await fs.readdir("/tmp"), await fs.readFile("/tmp/b.txt", { encoding: "utf8" })];`;
  expect(guest().runAsync(body)).toEqual([["한글", "zweite"], 14, ["b.txt"], "한글\nzweite\n"]);
});
