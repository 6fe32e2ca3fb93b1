import { sameLinesInLambda } from "./whole-process.ts";

const prelude = `
  const web = require("node:stream/web");
  const { Readable, Writable, Duplex, Transform, PassThrough } = require("node:stream");
  const { Blob, File } = require("node:buffer");
  const of = (...chunks) => new ReadableStream({ start(controller) { for (const chunk of chunks) controller.enqueue(chunk); controller.close(); } });
  const all = async (stream) => { const chunks = []; for await (const chunk of stream) chunks.push(chunk); return chunks; };
  const text = async (stream) => Buffer.concat(await all(stream)).toString();
  const sink = (into) => new WritableStream({ write(chunk) { into.push(chunk); }, close() { into.push("closed"); }, abort(reason) { into.push(["aborted", reason?.message]); } });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const fails = async (promise) => { try { return await promise; } catch (error) { return [error?.name, error?.message, error?.code]; } };`;

sameLinesInLambda(
  `
  // What there is
  Object.keys(web)
  Object.keys(web).map((name) => web[name] === globalThis[name])
  Object.getOwnPropertyNames(ReadableStream.prototype)
  [Object.getOwnPropertyNames(WritableStream.prototype), Object.getOwnPropertyNames(TransformStream.prototype), Object.getOwnPropertyNames(ReadableStream)]
  [String(new ReadableStream()), String(new WritableStream()), String(new TransformStream()), String(new CountQueuingStrategy({ highWaterMark: 1 }))]
  util.inspect(new ReadableStream())
  util.inspect([new WritableStream(), new TransformStream(), new ByteLengthQueuingStrategy({ highWaterMark: 5 })])
  new ReadableStreamDefaultController()
  new ReadableStreamBYOBRequest()
  util.types.isProxy(ReadableStream)

  // Reading
  await all(of("a", "b"))
  await all(ReadableStream.from(["a", "b"]))
  await all(ReadableStream.from((async function* () { yield 1; yield 2; })()))
  ReadableStream.from(5)
  const reader = of("a").getReader(); return [await reader.read(), await reader.read(), await reader.closed];
  const stream = of("a"); const reader = stream.getReader(); const locked = stream.locked; reader.releaseLock(); return [locked, stream.locked];
  const stream = of("a"); stream.getReader(); return await fails(stream.cancel());
  const stream = of("a"); stream.getReader(); stream.getReader()
  const stream = new ReadableStream({ start(c) { c.error(new Error("broken")); } }); return await fails(all(stream));
  const stream = new ReadableStream({ pull() { throw new TypeError("pull failed"); } }); return await fails(stream.getReader().read());
  const seen = []; const stream = new ReadableStream({ cancel(reason) { seen.push(reason); } }); await stream.cancel("enough"); return [seen, await stream.getReader().read()];
  let n = 0; const stream = new ReadableStream({ pull(c) { n += 1; c.enqueue(n); } }, { highWaterMark: 3 }); await turn(); const reader = stream.getReader(); return [n, await reader.read(), n];
  const [a, b] = of("x", "y").tee(); return [await all(a), await all(b)];
  const out = []; for await (const chunk of of(1, 2, 3).values({ preventCancel: true })) { out.push(chunk); break; } return out;
  const stream = new ReadableStream({ start(c) { c.enqueue(1); c.close(); c.enqueue(2); } })
  new ReadableStream({ type: "bites" })
  new ReadableStream({}, { highWaterMark: -1 })
  new ReadableStream({}, { highWaterMark: NaN })
  new ReadableStream({}, { size: () => { throw new Error("size"); } }) instanceof ReadableStream
  const sizes = []; const stream = new ReadableStream({ start(c) { c.enqueue("abc"); sizes.push(c.desiredSize); } }, { highWaterMark: 10, size: (chunk) => chunk.length }); return sizes;
  const reader = new ReadableStream({ type: "bytes", start(c) { c.enqueue(new Uint8Array([1, 2, 3])); c.close(); } }).getReader({ mode: "byob" }); const first = await reader.read(new Uint8Array(2)); return [first, await reader.read(new Uint8Array(2)), await reader.read(new Uint8Array(2))];
  const stream = new ReadableStream({ type: "bytes", autoAllocateChunkSize: 4, pull(c) { const { view } = c.byobRequest; view[0] = 7; c.byobRequest.respond(1); } }); return await stream.getReader().read();
  const stream = new ReadableStream({ type: "bytes", start(c) { c.enqueue("text"); } })
  const reader = of("a").getReader({ mode: "byob" })
  const reader = of().getReader(); reader.releaseLock(); return await fails(reader.read());

  // Writing
  const into = []; const writer = sink(into).getWriter(); await writer.write("a"); await writer.write("b"); await writer.close(); return into;
  const into = []; const writer = sink(into).getWriter(); await writer.abort(new Error("no more")); return [into, await fails(writer.closed)];
  const writer = new WritableStream({ write() { throw new RangeError("full"); } }).getWriter(); const one = await fails(writer.write("x")); return [one, await fails(writer.closed), await fails(writer.write("y"))];
  const writer = new WritableStream({}, { highWaterMark: 2 }).getWriter(); const sizes = [writer.desiredSize]; writer.write("a"); sizes.push(writer.desiredSize); writer.write("b"); sizes.push(writer.desiredSize); await writer.ready; return sizes;
  const stream = new WritableStream(); stream.getWriter(); return [stream.locked, await fails(stream.close()), await fails(stream.abort())];
  const stream = new WritableStream({ start(c) { c.error(new Error("at once")); } }); return await fails(stream.getWriter().closed);
  new WritableStream({ type: "x" })
  const writer = new WritableStream().getWriter(); writer.releaseLock(); return await fails(writer.write("x"));
  const seen = []; const w = new WritableStream({ write(chunk, c) { seen.push(c.signal.aborted); } }).getWriter(); await w.write(1); await w.abort(); return seen;

  // Pipes and transforms
  const into = []; await of("a", "b").pipeTo(sink(into)); return into;
  const into = []; await of("a").pipeTo(sink(into), { preventClose: true }); return into;
  await fails(of("a").pipeTo(new WritableStream({ write() { throw new Error("sink"); } })))
  await fails(new ReadableStream({ pull() { throw new Error("source"); } }).pipeTo(sink([])))
  await fails(of("a").pipeTo(sink([]), { signal: AbortSignal.abort() }))
  const controller = new AbortController(); const into = []; const waiting = new ReadableStream().pipeTo(sink(into), { signal: controller.signal }); controller.abort(new Error("why")); return [await fails(waiting), into];
  await all(of(1, 2).pipeThrough(new TransformStream({ transform(n, c) { c.enqueue(n * 2); }, flush(c) { c.enqueue("end"); } })))
  await fails(all(of(1).pipeThrough(new TransformStream({ transform() { throw new Error("middle"); } }))))
  await all(of(1, 2, 3).pipeThrough(new TransformStream({ transform(n, c) { if (n === 2) c.terminate(); else c.enqueue(n); } })))
  await all(of("a").pipeThrough(new TransformStream()))
  await fails(of("a").pipeTo(5))
  of("a").pipeThrough(5)
  of("a").pipeThrough({})

  // Text, compression
  await all(of("가", "b").pipeThrough(new TextEncoderStream()))
  await all(of(...Buffer.from("가나").map((byte) => byte)).pipeThrough(new TransformStream({ transform(b, c) { c.enqueue(new Uint8Array([b])); } })).pipeThrough(new TextDecoderStream()))
  await fails(all(of(new Uint8Array([0xff])).pipeThrough(new TextDecoderStream("utf-8", { fatal: true }))))
  [new TextDecoderStream().encoding, new TextDecoderStream("latin1").encoding, new TextDecoderStream("utf-8", { ignoreBOM: true }).ignoreBOM, new TextEncoderStream().encoding]
  await text(of("hello").pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream("gzip")).pipeThrough(new DecompressionStream("gzip")))
  await text(of("hello").pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream("deflate")).pipeThrough(new DecompressionStream("deflate")))
  await text(of("hello").pipeThrough(new TextEncoderStream()).pipeThrough(new CompressionStream("deflate-raw")).pipeThrough(new DecompressionStream("deflate-raw")))
  require("zlib").gunzipSync(Buffer.concat(await all(of(Buffer.from("from the web")).pipeThrough(new CompressionStream("gzip"))))).toString()
  new CompressionStream("zip")
  (await fails(text(of(Buffer.from("not gzip")).pipeThrough(new DecompressionStream("gzip"))))).slice(0, 2)

  // Between the two kinds of streams
  (await Readable.fromWeb(of("a", "b")).toArray()).map(String)
  await Readable.fromWeb(of({ a: 1 }), { objectMode: true }).toArray()
  await all(Readable.toWeb(Readable.from(["a", "b"])))
  const into = []; const w = Writable.fromWeb(sink(into)); w.write("a"); w.end("b"); await require("stream/promises").finished(w); return into.map(String);
  const out = []; const w = Writable.toWeb(new Writable({ write(c, e, done) { out.push(String(c)); done(); } })).getWriter(); await w.write("a"); await w.close(); return out;
  const { readable, writable } = Duplex.toWeb(new PassThrough()); const w = writable.getWriter(); w.write("x"); w.close(); return (await all(readable)).map((c) => Buffer.from(c).toString());
  (await of("a").pipeThrough(Duplex.toWeb(new Transform({ transform(c, e, done) { done(null, String(c) + "!"); } }))).getReader().read()).value
  const d = Duplex.fromWeb(new TransformStream()); d.end("through"); return (await d.toArray()).map(String);
  await fails(Readable.fromWeb(new ReadableStream({ pull() { throw new Error("web source"); } })).toArray())
  Readable.fromWeb(5)
  const r = Readable.fromWeb(of("a")); r.destroy(); return r.destroyed;

  // Strategies
  [new CountQueuingStrategy({ highWaterMark: 3 }).highWaterMark, new CountQueuingStrategy({ highWaterMark: 3 }).size(), new ByteLengthQueuingStrategy({ highWaterMark: 3 }).size({ byteLength: 9 })]
  new CountQueuingStrategy()
  new CountQueuingStrategy({})

  // Blob and File
  const blob = new Blob(["héllo ", new Uint8Array([119]), new Blob(["orld"]), new DataView(new ArrayBuffer(1))], { type: "Text/Plain" }); return [blob.size, blob.type, await blob.text()];
  const blob = new Blob(["abcdef"]); return [await blob.slice(1, 3).text(), await blob.slice(-2).text(), await blob.slice(2, 4, "x/y").text(), blob.slice(2, 4, "x/y").type, blob.slice(4, 2).size];
  const blob = new Blob(["ab", "cd", "ef"]); return [await blob.slice(1, 5).text(), await blob.slice(1, 5).slice(1, 3).arrayBuffer(), await blob.bytes()];
  (await all(new Blob(["ab", "cd"]).stream())).map((chunk) => Buffer.from(chunk).toString())
  [util.inspect(new Blob(["x"])), util.inspect(new File(["x"], "n.txt", { type: "a/b", lastModified: 5 })), String(new Blob()), String(new File([], "x"))]
  [new File(["abc"], "f.txt") instanceof Blob, new File(["abc"], "f.txt").name, new File(["abc"], "f.txt").size, new File([], "x", { lastModified: 7 }).lastModified]
  [new Blob([]).size, new Blob([1, null, { a: 1 }]).size, await new Blob([1, null]).text(), await new Blob(["a\\r\\nb"], { endings: "native" }).text()]
  [Blob === globalThis.Blob, new Blob() instanceof globalThis.Blob, globalThis.File === File, Blob.name, Blob.length, typeof Blob]
  new Blob("not a list")
  new Blob(5)
  new Blob([], { endings: "both" })
  new File([])
  new File()
  Blob.prototype.text.call({}).catch((error) => [error.name, error.code])
  class Named extends Blob { constructor(parts, name) { super(parts); this.name = name; } } const named = new Named(["x"], "n"); return [named.size, named.name, named instanceof Blob, await named.text()];
  const buffer = new Uint8Array([1, 2, 3]); const blob = new Blob([buffer]); buffer[0] = 9; return [...new Uint8Array(await blob.arrayBuffer())];
  JSON.stringify([new Blob(["x"]), new File(["x"], "n")])
`,
  { prelude },
);
