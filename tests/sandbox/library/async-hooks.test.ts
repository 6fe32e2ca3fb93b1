/** node:async_hooks follows promises, timers and events in the whole process as it does in Node. */
import { sameInLambda } from "./whole-process.ts";

const prelude = `
  const { AsyncLocalStorage, AsyncResource, createHook, executionAsyncId } = require("async_hooks");
  const { EventEmitter, EventEmitterAsyncResource } = require("events");
  const { pipeline, Readable, Transform } = require("stream");
  const storage = new AsyncLocalStorage();
  const seen = [];
  const see = (name) => seen.push(name + " " + storage.getStore());
  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));`;

sameInLambda(
  {
    "runs side by side keep each their store through awaits, timers and thenables": `
      const work = async (name) => { see(name); await wait(3); see(name); await null; see(name); await { then(done) { see(name + " then"); done(); } }; see(name); return name; };
      const all = [storage.run(1, work, "a"), storage.run(2, work, "b"), storage.run(3, () => storage.run(4, work, "c"))];
      see("after");
      seen.push(await Promise.all(all), await Promise.race([storage.run(5, work, "d"), storage.run(6, work, "e")]));
      await wait(10);
      return [seen, storage.getStore()];`,
    "what a promise continues has the store of who asked, not of who settles it": `
      let open;
      const gate = new Promise((resolve) => { open = resolve; });
      const inside = storage.run("waits", async () => { await gate; see("gate"); });
      gate.then(() => see("outside"));
      storage.run("opens", () => { gate.then(() => see("second")).finally(() => see("finally")); open(); });
      await inside;
      await storage.run("catches", () => Promise.reject(1).catch(() => see("catch")));
      await wait(1);
      return seen;`,
    "timers, ticks, microtasks, intervals and bound functions keep the store that they were made with": `
      let bound, snapshot, resource;
      storage.run("kept", () => {
        setTimeout((x) => see("timer " + x), 1, "arg ");
        let turns = 0;
        const interval = setInterval(() => { see("interval"); if (++turns === 2) clearInterval(interval); }, 1);
        setImmediate(() => see("immediate"));
        queueMicrotask(() => see("microtask"));
        process.nextTick(() => see("tick"));
        bound = AsyncLocalStorage.bind((x) => x + storage.getStore());
        snapshot = AsyncLocalStorage.snapshot();
        resource = new AsyncResource("MINE");
      });
      await wait(10);
      return [seen.sort(), bound("b "), snapshot(() => storage.getStore()), resource.runInAsyncScope((x) => x + storage.getStore(), null, "r "), storage.getStore()];`,
    "timers/promises, node:timers and events.once keep the store": `
      const timers = require("timers"), { setTimeout: sleep, setInterval: every } = require("timers/promises"), { once, on } = require("events");
      await Promise.all([storage.run(1, async () => { await sleep(2); see("sleep"); }), storage.run(2, async () => { for await (const _ of every(1)) { see("every"); break; } }),
        storage.run(3, () => new Promise((done) => timers.setTimeout(() => { see("timers"); done(); }, 3)))]);
      const emitter = new EventEmitter();
      const waiting = storage.run(4, async () => { await once(emitter, "go"); see("once"); });
      storage.run(5, () => emitter.emit("go"));
      await waiting;
      return seen.sort();`,
    "an emitter's listeners have the emitter's caller's store, bound ones their own": `
      const emitter = new EventEmitter();
      storage.run("listens", () => { emitter.on("x", () => see("plain")); emitter.on("x", AsyncResource.bind(() => see("bound"))); });
      storage.run("emits", () => emitter.emit("x"));
      const own = storage.run("made", () => new EventEmitterAsyncResource({ name: "Mine" }));
      own.on("y", () => see("own"));
      storage.run("emits", () => own.emit("y"));
      return [seen, typeof own.asyncId, own.asyncResource.eventEmitter === own];`,
    "streams call back in the store of the pipeline": `
      await new Promise((done) => storage.run("piped", () => {
        const upper = new Transform({ transform(chunk, _encoding, next) { setImmediate(() => { see("transform"); next(null, String(chunk).toUpperCase()); }); } });
        pipeline(Readable.from(["a", "b"]), upper, async (source) => { let all = ""; for await (const chunk of source) { see("chunk"); all += chunk; } seen.push(all); }, () => { see("done"); done(); });
      }));
      return seen;`,
    "generators run in the store of who asks for the next value": `
      async function* numbers() { see("1"); yield 1; see("2"); await null; see("3"); yield 2; see("4"); }
      const all = storage.run("made", () => numbers());
      await storage.run("first", () => all.next());
      await storage.run("second", () => all.next());
      await storage.run("third", async () => { for await (const _ of all) see("loop"); });
      function* plain() { see("p"); yield 1; }
      storage.run("plain", () => [...plain()]);
      return seen;`,
    "enterWith lasts as long as the task, and exit, disable and nesting end": `
      const other = new AsyncLocalStorage({ defaultValue: "d", name: "n" });
      seen.push(other.getStore(), other.name);
      storage.enterWith("entered");
      await null;
      see("await");
      setTimeout(() => see("timer"), 1);
      await wait(3);
      other.run("inner", () => { see(other.getStore()); storage.exit(() => see(other.getStore())); });
      storage.run(undefined, () => see("undefined"));
      try { storage.run("thrown", () => { throw new Error("no"); }); } catch { see("caught"); }
      storage.disable();
      see("disabled");
      return seen;`,
    "a hook is told of what is called later, in Node's order": `
      const kinds = new Map();
      let on = true;
      const told = (what) => (id) => { if (on && kinds.has(id)) seen.push(what + " " + kinds.get(id)); };
      const hook = createHook({ init(id, type) { if (on && type !== "PROMISE") kinds.set(id, type); }, before: told("before"), after: told("after") }).enable();
      await new Promise((done) => setTimeout(() => { seen.push(kinds.get(executionAsyncId())); done(); }, 2));
      process.nextTick(() => seen.push("tick"));
      queueMicrotask(() => seen.push("micro"));
      setImmediate(() => seen.push("immediate"));
      await wait(5);
      const mine = new AsyncResource("MINE", { triggerAsyncId: 7 });
      mine.runInAsyncScope(() => seen.push(executionAsyncId() === mine.asyncId(), mine.triggerAsyncId()));
      on = false;
      hook.disable();
      return seen;`,
    "continuation-local storage that is made of a hook finds its context": `
      const contexts = new Map();
      let active;
      const hook = createHook({ init: (id) => void contexts.set(id, active), before: (id) => { active = contexts.get(id); }, after: () => { active = undefined; } }).enable();
      const run = (value, fn) => { active = value; const result = fn(); active = undefined; return result; };
      const work = async () => { const at = [active]; await wait(2); at.push(active); await null; at.push(active); return at; };
      const both = await Promise.all([run("a", work), run("b", work)]);
      hook.disable();
      return both;`,
    "a hook must be made of functions": "createHook({ init: 1 })",
    "a resource's type must be a string": "new AsyncResource(1)",
    "a resource's trigger must be a number of Node's": 'new AsyncResource("X", { triggerAsyncId: -2 })',
    "bind refuses what is no function": "AsyncResource.bind(1)",
    "storage options must be an object": "new AsyncLocalStorage(null)",
    "module async_hooks has the names and the kinds that Node's has": `
      const hooks = require("async_hooks");
      return [Object.keys(hooks), hooks.asyncWrapProviders, storage.name, AsyncResource.bind(function two(a, b) {}).length, Object.getOwnPropertyNames(AsyncLocalStorage.prototype).sort()];`,
  },
  { prelude },
);
