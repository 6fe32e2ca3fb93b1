import { brotliCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { guest } from "./guest.ts";
import { sameInLambda, sameLinesInLambda } from "./whole-process.ts";

const brotli = (text: string) => brotliCompressSync(text).toString("base64");

const prelude = `
  const zlib = require("node:zlib");
  const { promisify } = require("node:util");
  const { pipeline } = require("node:stream/promises");
  const { Readable, Writable } = require("node:stream");
  const text = "람다 lambda ".repeat(40);
  const gz = Buffer.from("H4sIAAAAAAAAA8tIzcnJBwCGphA2BQAAAA==", "base64");
  const hex = (bytes) => Buffer.from(bytes).toString("hex");
  const out = async (stream) => Buffer.concat(await stream.toArray());`;

sameLinesInLambda(
  `
  // What there is
  Object.keys(zlib)
  Object.keys(zlib.constants).length
  [zlib.constants.Z_BEST_COMPRESSION, zlib.constants.BROTLI_PARAM_QUALITY, zlib.codes.Z_DATA_ERROR, zlib.codes["-3"], Object.isFrozen(zlib.constants)]
  [zlib.createGzip() instanceof zlib.Gzip, zlib.createGzip() instanceof require("stream").Transform, zlib.Gzip.name, zlib.gzip.name, zlib.gzipSync.length]

  // The same bytes
  hex(zlib.gzipSync("hello"))
  hex(zlib.deflateSync("hello"))
  hex(zlib.deflateRawSync("hello"))
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) => hex(zlib.deflateSync(text, { level })))
  [1, 2, 3, 4].map((strategy) => hex(zlib.deflateSync(text, { strategy })))
  [8, 9, 12, 15].map((windowBits) => hex(zlib.deflateSync(text, { windowBits })))
  [1, 5, 9].map((memLevel) => hex(zlib.deflateSync(text, { memLevel })))
  hex(zlib.deflateSync("hello world", { dictionary: Buffer.from("hello") }))
  hex(zlib.gzipSync(""))
  hex(zlib.gzipSync(new Uint16Array([1, 2])))
  hex(zlib.gzipSync(new Uint8Array([1, 2]).buffer))
  hex(zlib.gzipSync(new DataView(new ArrayBuffer(3))))
  [zlib.crc32("hello"), zlib.crc32(Buffer.from("lo"), zlib.crc32("hel")), zlib.crc32("")]

  // And back
  zlib.gunzipSync(gz).toString()
  zlib.unzipSync(gz).toString()
  zlib.unzipSync(zlib.deflateSync("d")).toString()
  zlib.inflateSync(zlib.deflateSync(text)).toString() === text
  zlib.inflateRawSync(zlib.deflateRawSync(text)).toString() === text
  zlib.inflateSync(zlib.deflateSync("hello world", { dictionary: Buffer.from("hello") }), { dictionary: Buffer.from("hello") }).toString()
  zlib.inflateRawSync(zlib.deflateRawSync("hello world", { dictionary: Buffer.from("hello") }), { dictionary: Buffer.from("hello") }).toString()
  zlib.gunzipSync(Buffer.concat([gz, gz])).toString()
  zlib.gunzipSync(Buffer.concat([gz, Buffer.alloc(9)])).toString()
  zlib.gunzipSync(Buffer.from("H4sICAAAAAAAA25hbWUudHh0AMtIzcnJBwCGphA2BQAAAA==", "base64")).toString()
  zlib.inflateSync(zlib.deflateSync(text, { windowBits: 9 }), { windowBits: 9 }).length
  const big = Buffer.alloc(300000, "abcdefghij"); return [zlib.gunzipSync(zlib.gzipSync(big)).equals(big), zlib.inflateSync(zlib.deflateSync(big), { chunkSize: 1000 }).equals(big)];
  zlib.brotliDecompressSync(Buffer.from("${brotli("브로틀리 brotli")}", "base64")).toString()
  zlib.brotliDecompressSync(Buffer.from("${brotli("x".repeat(100000))}", "base64")).length
  zlib.brotliDecompressSync(Buffer.from("${brotli("")}", "base64")).length
  (await promisify(zlib.brotliDecompress)(Buffer.from("${brotli("later")}", "base64"))).toString()

  // Callbacks, promises, options
  hex(await promisify(zlib.gzip)("hello"))
  (await promisify(zlib.gunzip)(gz)).toString()
  (await promisify(zlib.deflate)(text, { level: 9 })).length
  await new Promise((resolve) => zlib.gunzip(Buffer.from("junk"), (error, result) => resolve([error.code, error.errno, error.message, result])))
  const { buffer, engine } = zlib.gzipSync("hello", { info: true }); return [hex(buffer), engine.bytesWritten, engine.constructor.name];
  zlib.gzip("x")
  zlib.gzip("x", {}, 5)

  // Refusals
  zlib.gunzipSync("not gzip")
  zlib.inflateSync(Buffer.from("not zlib"))
  zlib.inflateRawSync(Buffer.from([0xff, 0xff]))
  zlib.gunzipSync(gz.subarray(0, 12))
  zlib.gunzipSync(gz.subarray(0, -4))
  zlib.gunzipSync(Buffer.alloc(0))
  zlib.unzipSync(Buffer.from("x"))
  const bad = Buffer.from(gz); bad[18] ^= 1; return zlib.gunzipSync(bad);
  const bad = Buffer.from(gz); bad[bad.length - 1] ^= 1; return zlib.gunzipSync(bad);
  const bad = Buffer.from(gz); bad[2] = 7; return zlib.gunzipSync(bad);
  zlib.gunzipSync(Buffer.concat([gz, Buffer.from("junk")]))
  zlib.gunzipSync(Buffer.concat([gz, Buffer.from("junk")]), { rejectGarbageAfterEnd: true })
  zlib.inflateSync(Buffer.concat([zlib.deflateSync("a"), Buffer.from("junk")])).toString()
  zlib.inflateSync(Buffer.concat([zlib.deflateSync("a"), Buffer.from("junk")]), { rejectGarbageAfterEnd: true })
  zlib.inflateSync(zlib.deflateSync("hello", { dictionary: Buffer.from("hel") }))
  zlib.inflateSync(zlib.deflateSync("hello", { dictionary: Buffer.from("hel") }), { dictionary: Buffer.from("other") })
  zlib.gunzipSync(gz, { maxOutputLength: 3 })
  await promisify(zlib.gunzip)(gz, { maxOutputLength: 3 })
  zlib.gunzipSync(gz, { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString()
  zlib.gunzipSync(gz.subarray(0, 14), { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString()
  zlib.gzipSync(5)
  zlib.gzipSync(null)
  zlib.gzipSync({})
  zlib.gzipSync("x", { level: 10 })
  zlib.gzipSync("x", { level: "9" })
  zlib.gzipSync("x", { windowBits: 8 })
  zlib.gzipSync("x", { memLevel: 0 })
  zlib.gzipSync("x", { strategy: 9 })
  zlib.gzipSync("x", { chunkSize: 10 })
  zlib.gzipSync("x", { chunkSize: Infinity })
  zlib.gzipSync("x", { flush: 99 })
  zlib.gzipSync("x", { maxOutputLength: 0 })
  zlib.deflateSync("x", { dictionary: "text" })
  zlib.brotliDecompressSync(Buffer.from("${brotli("cut off here, in the middle of a text")}", "base64").subarray(0, 20))
  zlib.crc32(5)
  zlib.crc32("x", -1)

  // Streams
  const g = zlib.createGzip(); g.end("hello"); return hex(await out(g));
  const g = zlib.createGunzip(); g.end(gz); return [String(await out(g)), g.bytesWritten];
  const g = zlib.createGunzip(); for (const byte of gz) g.write(Buffer.from([byte])); g.end(); return String(await out(g));
  const g = zlib.createUnzip(); for (const byte of gz) g.write(Buffer.from([byte])); g.end(); return String(await out(g));
  const g = zlib.createGunzip(); g.end(Buffer.concat([gz, gz, gz])); return String(await out(g));
  const g = zlib.createInflate(); g.end(Buffer.concat([zlib.deflateSync("a"), Buffer.from("junk")])); return [String(await out(g)), g.bytesWritten];
  const g = zlib.createGunzip(); const seen = []; g.on("error", (error) => seen.push(error.code, error.errno, error.message)).on("close", () => seen.push("close")).resume(); g.end("junk"); await new Promise((resolve) => g.on("close", resolve)); return seen;
  const g = zlib.createGunzip(); const seen = []; g.on("error", (error) => seen.push(error.code, error.message)).resume(); g.end(gz.subarray(0, 12)); await new Promise((resolve) => g.on("close", resolve)); return seen;
  const d = zlib.createDeflate(); const parts = []; d.on("data", (part) => parts.push(hex(part))); d.write("hello"); await new Promise((resolve) => d.flush(resolve)); d.write(" world"); await new Promise((resolve) => d.flush(zlib.constants.Z_SYNC_FLUSH, resolve)); d.end(); await new Promise((resolve) => d.on("end", resolve)); return parts;
  const d = zlib.createDeflate({ level: 9 }); d.write(text); await new Promise((resolve) => d.params(0, zlib.constants.Z_DEFAULT_STRATEGY, resolve)); d.end(text); return hex(await out(d));
  const d = zlib.createDeflate({ level: 0 }); d.write(text); await new Promise((resolve) => d.params(6, zlib.constants.Z_DEFAULT_STRATEGY, resolve)); d.end(text); return zlib.inflateSync(await out(d)).toString() === text + text;
  const d = zlib.createDeflate(); d.end("once"); const first = hex(await out(d)); return first;
  const d = zlib.createDeflate(); const seen = []; d.on("close", () => seen.push("close")); d.close(() => seen.push("callback")); await new Promise((resolve) => setTimeout(resolve, 5)); d.write("late", (error) => seen.push(error.code)); await new Promise((resolve) => setTimeout(resolve, 5)); return seen;
  const d = zlib.createInflateRaw(); d.reset(); d.end(zlib.deflateRawSync("after a reset")); return String(await out(d));
  const got = []; await pipeline(Readable.from([Buffer.from(text), Buffer.from(text)]), zlib.createGzip(), zlib.createGunzip(), async (source) => { for await (const chunk of source) got.push(chunk.length); }); return got;
  const n = []; const g = zlib.createGzip({ chunkSize: 64, level: 0 }); g.on("data", (part) => n.push(part.length)); g.end("x".repeat(200)); await new Promise((resolve) => g.on("end", resolve)); return n;
  const b = zlib.createBrotliDecompress(); b.end(Buffer.from("${brotli("a stream of brotli")}", "base64")); return String(await out(b));
  [zlib.Gzip() instanceof zlib.Gzip, util.inspect(zlib.createGunzip()).length > 100]
  zlib.createGzip({ objectMode: true }).writableObjectMode
`,
  { prelude },
);

sameInLambda(
  {
    "a CloudWatch Logs event is opened": `
      const logs = { messageType: "DATA_MESSAGE", logGroup: "/aws/lambda/fn", logEvents: [{ id: "1", timestamp: 1, message: "안녕" }] };
      const event = { awslogs: { data: zlib.gzipSync(JSON.stringify(logs)).toString("base64") } };
      return JSON.parse(zlib.gunzipSync(Buffer.from(event.awslogs.data, "base64")).toString("utf8"));`,
    "an answer for API Gateway is what its client unpacks": `
      const body = JSON.stringify({ items: Array.from({ length: 20 }, (_, id) => ({ id, name: "item " + id })) });
      const answer = { statusCode: 200, headers: { "content-encoding": "gzip" }, isBase64Encoded: true, body: zlib.gzipSync(body).toString("base64") };
      return JSON.parse(zlib.gunzipSync(Buffer.from(answer.body, "base64")));`,
    "two streams that take turns do not mix": `
      const a = zlib.createDeflate(), b = zlib.createDeflate();
      for (let i = 0; i < 20; i++) { a.write("a" + i); b.write("b" + i); await new Promise((resolve) => setImmediate(resolve)); }
      a.end(); b.end();
      return [zlib.inflateSync(await out(a)).toString(), zlib.inflateSync(await out(b)).toString()];`,
  },
  { prelude },
);

test("what zlib cannot do here says so in Korean, when it is called and not before", () => {
  const run = (body: string) => guest().run(`const zlib = require("zlib"); ${body}`);
  expect(run("return typeof zlib.brotliCompressSync + typeof zlib.createZstdCompress")).toBe("functionfunction");
  expect(() => run('zlib.brotliCompressSync("x")')).toThrow("람다 랩의 시뮬레이터는 아직 zlib의 brotli 압축");
  expect(() => run('zlib.zstdCompressSync("x")')).toThrow("람다 랩의 시뮬레이터는 아직 zlib의 zstd 압축");
});
