import { sameInLambda, sameLinesInLambda } from "./whole-process.ts";

const prelude = `
  const stream = require("node:stream");
  const { Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished, compose, addAbortSignal } = stream;
  const promises = require("node:stream/promises");
  const consumers = require("node:stream/consumers");
  const events = (one, names) => { const seen = []; for (const name of names) one.on(name, (...args) => seen.push([name, ...args.map((arg) => arg?.message ?? String(arg))])); return seen; };
  const collect = (into = []) => new Writable({ objectMode: true, write(chunk, encoding, done) { into.push(typeof chunk === "string" ? chunk : chunk?.toString?.() ?? chunk); done(); } });
  const upper = () => new Transform({ transform(chunk, encoding, done) { done(null, String(chunk).toUpperCase()); } });
  const turn = () => new Promise((resolve) => setImmediate(resolve));`;

sameLinesInLambda(
  `
  // What there is
  Object.keys(stream)
  Object.keys(promises)
  Object.keys(consumers)
  [Object.getOwnPropertyNames(Readable.prototype).sort(), Object.getOwnPropertyNames(Writable.prototype).sort()]
  [Object.getOwnPropertyNames(Readable).sort(), Object.getOwnPropertyNames(Duplex).sort(), Object.getOwnPropertyNames(Transform.prototype)]
  [stream.getDefaultHighWaterMark(false), stream.getDefaultHighWaterMark(true), new Readable().readableHighWaterMark, new Writable({ objectMode: true }).writableHighWaterMark]
  [new PassThrough() instanceof Readable, new PassThrough() instanceof Writable, new PassThrough() instanceof stream, Readable.from([]) instanceof Duplex, new Duplex() instanceof Writable]
  [stream === stream.Stream, stream.promises === promises, require("stream") === stream, util.promisify(pipeline) === promises.pipeline]
  util.inspect(new PassThrough())
  util.inspect(Readable.from(["a"]))
  util.inspect(new Writable({ highWaterMark: 3, write() {} }), { depth: 0 })

  // Reading
  const out = []; for await (const chunk of Readable.from(["a", "b"])) out.push(chunk); return out;
  const out = []; for await (const chunk of Readable.from((function* () { yield 1; yield 2; })())) out.push(chunk); return out;
  const out = []; for await (const chunk of Readable.from((async function* () { yield "x"; await null; yield "y"; })())) out.push(chunk); return out;
  const out = []; for await (const chunk of Readable.from("text")) out.push(chunk); return out;
  const out = []; for await (const chunk of Readable.from(Buffer.from("bytes"))) out.push(chunk); return out;
  const out = []; for await (const chunk of Readable.from(Promise.resolve(["p"]))) out.push(chunk); return out;
  Readable.from(5)
  const r = new Readable({ read() { this.push("héllo"); this.push(null); } }); r.setEncoding("utf8"); const out = []; for await (const chunk of r) out.push(chunk); return out;
  const r = new Readable({ encoding: "utf8", read() {} }); const bytes = Buffer.from("가나"); for (const byte of bytes) r.push(Buffer.from([byte])); r.push(null); const out = []; for await (const c of r) out.push(c); return out;
  const r = new Readable({ read() {} }); r.push("abcdef"); r.push(null); await turn(); return [r.read(2), r.read(1), r.read(), r.read()];
  const r = new Readable({ read() {} }); r.push("abc"); r.unshift("xyz"); return r.read();
  const r = new Readable({ highWaterMark: 2, read() {} }); return [r.push("a"), r.push("b"), r.push("c"), r.readableLength];
  const r = new Readable({ objectMode: true, read() {} }); return [r.push({ a: 1 }), r.push(null), r.read(), r.readableEnded];
  const r = new Readable({ read() {} }); r.push(5)
  const r = new Readable({ read() {} }); r.push(null); r.on("error", () => {}); return [r.push("late"), r.errored?.code, r.destroyed];
  const r = new Readable(); r.on("error", () => {}); r.read(); await turn(); return [r.errored.code, r.errored.message];
  const r = Readable.from(["a", "b", "c"]); const seen = events(r, ["data", "end", "close", "pause", "resume", "readable"]); r.resume(); await turn(); await turn(); return seen;
  const r = Readable.from(["a", "b"]); const seen = []; r.on("readable", () => { let c; while ((c = r.read()) !== null) seen.push(c); }); await new Promise((done) => r.on("end", done)); return seen;
  const r = new Readable({ read() {} }); const seen = events(r, ["data", "end", "error", "close"]); r.destroy(new Error("gone")); await turn(); return [seen, r.destroyed, r.readableAborted, r.readableDidRead];
  const r = new Readable({ read() {}, destroy(error, done) { done(new Error("other")); } }); const seen = events(r, ["error", "close"]); r.destroy(); await turn(); return seen;
  const r = Readable.from([1, 2, 3]); for await (const chunk of r) break; await turn(); return [r.destroyed, r.readableAborted];
  const r = Readable.from([1, 2, 3]); for await (const chunk of r.iterator({ destroyOnReturn: false })) break; return [r.destroyed, await r.toArray()];
  const r = new Readable({ read() { this.destroy(new Error("read failed")); } }); for await (const c of r);
  const r = Readable.from((async function* () { yield 1; throw new TypeError("in the generator"); })()); const out = []; try { for await (const c of r) out.push(c); } catch (error) { out.push(error.message); } return out;
  const r = new Readable({ construct(done) { setImmediate(done); }, read() { this.push("late"); this.push(null); } }); return await r.toArray();
  const r = new Readable({ construct(done) { done(new Error("construct failed")); }, read() {} }); return await r.toArray();
  const r = Readable.from(["a"]); r.pause(); return [r.isPaused(), r.readableFlowing, Readable.from([]).readableFlowing];
  await Readable.from(["q"])[Symbol.asyncDispose]()
  Readable.prototype[Symbol.asyncIterator].name

  // Iterator helpers
  await Readable.from([1, 2, 3, 4]).filter((n) => n % 2).toArray()
  await Readable.from([1, 2, 3]).map(async (n) => n * 2).toArray()
  await Readable.from([1, 2, 3]).map(async (n) => n * 2, { concurrency: 2 }).toArray()
  await Readable.from([1, 2, 3]).flatMap((n) => [n, n]).toArray()
  [await Readable.from([1, 2, 3]).drop(1).toArray(), await Readable.from([1, 2, 3]).take(2).toArray()]
  [await Readable.from([1, 2, 3]).some((n) => n > 2), await Readable.from([1, 2, 3]).every((n) => n > 2), await Readable.from([1, 2, 3]).find((n) => n > 1)]
  [await Readable.from([1, 2, 3]).reduce((a, b) => a + b), await Readable.from([1, 2, 3]).reduce((a, b) => a + b, 10)]
  await Readable.from([]).reduce((a, b) => a + b)
  const seen = []; await Readable.from([1, 2]).forEach((n) => { seen.push(n); }); return seen;
  await Readable.from([1]).map(() => { throw new RangeError("mapped"); }).toArray()
  Readable.from([1]).map(5)
  Readable.from([1]).take(-1)
  await Readable.from(["a"]).compose(async function* (source) { for await (const c of source) yield c + "!"; }).toArray()
  await Readable.from([1, 2]).toArray({ signal: AbortSignal.abort() })

  // Writing
  const out = []; const w = collect(out); w.write("a"); w.write("b"); w.end("c"); await promises.finished(w); return [out, w.writableFinished, w.writableEnded, w.closed];
  const w = new Writable({ highWaterMark: 3, write(c, e, done) { setImmediate(done); } }); const seen = events(w, ["drain", "finish", "close"]); const ok = [w.write("ab"), w.write("cd")]; w.end(); await promises.finished(w); return [ok, seen];
  const w = new Writable({ writev(chunks, done) { seen.push(chunks.map(({ chunk, encoding }) => [String(chunk), encoding])); done(); } }); const seen = []; w.cork(); w.write("a"); w.write("b"); w.uncork(); w.end(); await promises.finished(w); return seen;
  const w = new Writable({ decodeStrings: false, write(chunk, encoding, done) { seen.push([typeof chunk, encoding]); done(); } }); const seen = []; w.write("a", "latin1"); w.setDefaultEncoding("hex"); w.write("ff"); w.end(); await promises.finished(w); return seen;
  const w = new Writable({ write(c, e, done) { done(new Error("disk full")); } }); const seen = events(w, ["error", "close", "finish"]); w.write("x", (error) => seen.push(["callback", error.message])); await turn(); return [seen, w.errored.message];
  const w = collect(); w.end(); const seen = events(w, ["error"]); w.write("late", (error) => seen.push(["callback", error.code])); await turn(); return seen;
  const w = collect(); w.destroy(); const seen = []; w.write("late", (error) => seen.push(error.code, error.message)); await turn(); return seen;
  const w = collect(); w.end(); w.end((error) => seen.push(error?.code)); const seen = []; await turn(); await turn(); w.end((error) => seen.push(error?.code)); await turn(); return seen;
  new Writable({ write() {} }).write(null)
  new Writable({ write() {} }).write(5)
  new Writable({ write() {} }).write("x", "no-such-encoding")
  new Writable().setDefaultEncoding("nope")
  const w = new Writable(); w.on("error", () => {}); w.write("x"); await turn(); return [w.errored.code, w.errored.message];
  const w = new Writable({ write(c, e, done) { done(); done(); } }); const seen = events(w, ["error"]); w.write("x"); await turn(); return seen;
  const w = new Writable({ final(done) { seen.push("final"); setImmediate(done); }, write(c, e, done) { done(); } }); const seen = events(w, ["prefinish", "finish"]); w.end("x"); await promises.finished(w); return seen;
  const w = new Writable({ write(c, e, done) { done(); } }); w.end("x"); await promises.finished(w); return [w.writable, w.writableLength, w.writableNeedDrain, w.writableCorked, w.writableObjectMode];
  const w = new Writable({ highWaterMark: "x" })
  new Readable({ highWaterMark: -1 })
  new Transform({ readableHighWaterMark: NaN })

  // Transform, Duplex
  const t = upper(); t.end("abc"); return (await t.toArray()).map(String);
  const t = new Transform({ objectMode: true, transform(c, e, done) { this.push(c); this.push(c); done(); }, flush(done) { done(null, "end"); } }); t.write(1); t.end(2); return await t.toArray();
  const t = new Transform({ transform(c, e, done) { done(new Error("no")); } }); t.on("error", () => {}); t.write("x"); await turn(); return [t.destroyed, t.errored.message];
  const t = new Transform(); t.on("error", () => {}); t.write("x"); return [t.errored?.code];
  const t = new Transform({ transform: async (c, e, done) => done(null, c) }); t.end("x"); return (await t.toArray()).map(String);
  const [a, b] = stream.duplexPair(); a.write("ping"); a.end(); return (await b.toArray()).map(String);
  const d = Duplex.from(async function* (source) { for await (const c of source) yield String(c).toUpperCase(); }); d.end("abc"); return await d.toArray();
  const d = Duplex.from({ readable: Readable.from(["r"]), writable: collect() }); d.end("w"); return await d.toArray();
  await Duplex.from(["a", "b"]).toArray()
  await Duplex.from(Promise.resolve("p")).toArray()
  Duplex.from(5)
  const d = new Duplex({ read() { this.push("out"); this.push(null); }, write(c, e, done) { done(); }, allowHalfOpen: false }); d.resume(); await promises.finished(d); return [d.writableEnded, d.readableEnded];
  const p = new PassThrough({ objectMode: true }); p.end({ a: 1 }); return await p.toArray();

  // pipe, pipeline, finished, compose
  const out = []; Readable.from(["a", "b"]).pipe(upper()).pipe(collect(out)); await turn(); await turn(); return out;
  const r = new PassThrough(); const w = collect(); const seen = events(w, ["pipe", "unpipe"]).length; r.pipe(w); r.unpipe(w); return [seen, r.readableFlowing];
  const out = []; await promises.pipeline(Readable.from(["a", "b"]), upper(), collect(out)); return out;
  const out = []; await promises.pipeline(["a", "b"], async function* (source) { for await (const c of source) yield c + c; }, collect(out)); return out;
  const value = await promises.pipeline(Readable.from(["a", "b"]), async (source) => { let all = ""; for await (const c of source) all += c; return all; }); return value;
  const out = []; const w = collect(out); await promises.pipeline(Readable.from(["a"]), w, { end: false }); w.end("more"); await turn(); return out;
  await promises.pipeline(Readable.from(["a"]), new Transform({ transform(c, e, done) { done(new Error("in the middle")); } }), collect())
  await promises.pipeline(Readable.from((function* () { yield "a"; throw new Error("at the source"); })()), collect())
  await promises.pipeline(Readable.from(["a"]), new Writable({ write(c, e, done) { done(new Error("at the end")); } }))
  const controller = new AbortController(); const waiting = promises.pipeline(new Readable({ read() {} }), collect(), { signal: controller.signal }); controller.abort(); return await waiting;
  const source = new Readable({ read() {} }); const t = upper(); const waiting = promises.pipeline(source, t, collect()).catch((error) => error.code); t.destroy(); return [await waiting, source.destroyed];
  await new Promise((resolve) => pipeline(Readable.from(["a"]), upper(), collect(), (error) => resolve(String(error))))
  pipeline(Readable.from(["a"]))
  pipeline(Readable.from(["a"]), collect())
  await promises.pipeline(5, collect())
  await promises.pipeline(Readable.from(["a"]), () => 5, collect())
  const out = []; await promises.pipeline(new ReadableStream({ start(c) { c.enqueue("web"); c.close(); } }), collect(out)); return out;
  const r = Readable.from(["a"]); const waiting = promises.finished(r); r.resume(); return String(await waiting);
  const r = new PassThrough(); const waiting = promises.finished(r); r.destroy(); return await waiting;
  const r = new PassThrough(); const waiting = promises.finished(r, { signal: AbortSignal.abort(new Error("why")) }); return await waiting.catch((error) => [error.name, error.code, error.cause?.message]);
  await new Promise((resolve) => { const r = Readable.from([]); finished(r, (error) => resolve(error)); r.resume(); })
  finished(5, () => {})
  const out = []; const c = compose(async function* (source) { for await (const chunk of source) yield String(chunk) + "1"; }, upper()); c.end("x"); return (await c.toArray()).map(String);
  const r = addAbortSignal(AbortSignal.abort(), new Readable({ read() {} })); return await r.toArray();
  addAbortSignal(5, new PassThrough())
  [stream.isReadable(new PassThrough()), stream.isErrored(new PassThrough()), stream.isDisturbed(new PassThrough()), stream.isWritable(collect())]
  new (require("events"))().pipe

  // consumers
  [await consumers.text(Readable.from(["가", "나"])), await consumers.json(Readable.from(['{"a"', ":1}"])), await consumers.buffer(Readable.from([Buffer.from("b")]))]
  [new Uint8Array(await consumers.arrayBuffer(Readable.from([Buffer.from("b")]))), await (await consumers.blob(Readable.from(["blob"]))).text(), await consumers.bytes(Readable.from([Buffer.from("q")]))]
  await consumers.json(Readable.from(["{"])).catch((error) => error.name)
  await consumers.text(new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode("웹")); c.close(); } }))
  await consumers.array?.(Readable.from([1, 2]))
`,
  { prelude },
);

sameInLambda(
  {
    "ticks, promise jobs and stream events come in Node's order": `
      const seen = [];
      const r = new Readable({ read() { seen.push("read"); this.push("a"); this.push(null); } });
      process.nextTick(() => seen.push("tick"));
      Promise.resolve().then(() => seen.push("job"));
      r.on("data", () => seen.push("data")).on("end", () => seen.push("end")).on("close", () => seen.push("close"));
      await new Promise((resolve) => setTimeout(resolve, 5));
      return seen;`,
    "a stream that is waited for outlives the engine's garbage collections": `
      const churn = () => { for (let i = 0; i < 60000; i++) { const a = {}; a.self = a; a.pad = [i]; } };
      const source = new Readable({ objectMode: true, read() {} });
      const seen = [];
      const waiting = (async () => { for await (const chunk of source.map(async (n) => n * 2, { concurrency: 2 })) seen.push(chunk); })();
      const slow = new PassThrough({ highWaterMark: 1 });
      const piped = promises.pipeline(async function* () { yield "a"; yield "b"; }, slow);
      await turn(); churn(); await turn(); churn();
      for (let n = 0; n < 40; n++) { source.push(n); if (n % 10 === 0) { await turn(); churn(); } }
      source.push(null); await waiting;
      slow.resume(); await piped;
      return seen;`,
    "backpressure stops a fast source as in Node": `
      let made = 0;
      const source = new Readable({ highWaterMark: 4, objectMode: true, read() { made += 1; this.push(made <= 40 ? made : null); } });
      const steps = [];
      const slow = new Writable({ highWaterMark: 2, objectMode: true, write(chunk, encoding, done) { steps.push([chunk, made]); setTimeout(done, 1); } });
      await promises.pipeline(source, slow);
      return steps;`,
    "a class of one's own inherits, with util.inherits too": `
      class Counter extends Readable { #n = 0; constructor(options) { super(options); } _read() { this.push(this.#n < 3 ? String(this.#n++) : null); } }
      function Old(options) { Transform.call(this, options); }
      util.inherits(Old, Transform);
      Old.prototype._transform = function (chunk, encoding, done) { done(null, chunk + ";"); };
      const old = new Old(); new Counter().pipe(old);
      return [(await old.toArray()).map(String), Counter.name, old instanceof Transform];`,
    "a stream of lines is split across chunks": `
      const split = new Transform({ readableObjectMode: true, construct(done) { this.rest = ""; done(); },
        transform(chunk, e, done) { const lines = (this.rest + chunk).split("\\n"); this.rest = lines.pop(); for (const line of lines) this.push(line); done(); },
        flush(done) { done(null, this.rest || null); } });
      return await Readable.from(["a\\nb", "c\\nd"]).pipe(split).toArray();`,
    "a pipeline of many stages gives what each made of it": `
      const double = () => new Transform({ objectMode: true, transform(n, e, done) { done(null, n * 2); } });
      const out = [];
      await promises.pipeline(Readable.from([1, 2, 3]), ...Array.from({ length: 20 }, double), collect(out));
      return out;`,
  },
  { prelude },
);
