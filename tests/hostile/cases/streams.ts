/** Streams that never end, compression bombs, giant buffers, and paths out of /tmp by way of streams. */
import { type Expected, exits, type HostileCase, hostile, outOfMemory, returns, throws, timesOut } from "../case.ts";

const MODULE = `import fs from "node:fs";
import zlib from "node:zlib";
import readline from "node:readline";
import { Duplex, PassThrough, Readable, Transform, Writable, compose } from "node:stream";
import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
const nowhere = () => new Writable({ objectMode: true, write(chunk, encoding, done) { done(); } });
`;

const odd = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("endless stream", name, body, expected, { module: MODULE, ...more });
const bomb = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("compression bomb", name, body, expected, { module: MODULE, options: { Timeout: 900, MemorySize: 128 }, ...more });
const way = (name: string, body: string, expected: Expected) => hostile("way out of /tmp", name, body, expected, { module: MODULE });

/** Node ends where nothing is left that could settle a promise. */
const NOTHING_LEFT = exits("exit status 13");

export const ENDLESS_STREAMS: readonly HostileCase[] = [
  odd("a Readable that never ends", "for await (const chunk of new Readable({ read() { this.push('x'); } }));", timesOut()),
  odd("a source that never pushes", "for await (const chunk of new Readable({ read() {} }));", NOTHING_LEFT),
  odd(
    "Readable.from an endless generator into a pipeline",
    "await pipeline(Readable.from((function* () { for (;;) yield 'x'; })()), nowhere());",
    timesOut(),
  ),
  odd(
    "an endless async generator in the middle",
    "await pipeline(['a'], async function* () { for (;;) yield 'x'; }, nowhere());",
    timesOut(),
  ),
  odd("a Transform that never calls back", "await pipeline(['a'], new Transform({ transform() {} }), nowhere());", NOTHING_LEFT),
  odd(
    "a Transform that pushes for ever",
    "new Transform({ transform(c, e, done) { for (;;) this.push(c); } }).on('data', () => {}).end('x'); await new Promise(() => {});",
    timesOut(),
  ),
  odd(
    "a Writable that drains for ever",
    "const w = new Writable({ highWaterMark: 1, write(c, e, done) { process.nextTick(done); } }); const go = () => w.write('xx'); w.on('drain', go); go(); await new Promise(() => {});",
    timesOut(),
  ),
  odd("a stream that reads itself", "const p = new PassThrough(); p.pipe(p); p.write('x'); await new Promise(() => {});", timesOut()),
  odd(
    "two streams that feed each other",
    "const a = new PassThrough(), b = new PassThrough(); a.pipe(b).pipe(a); a.write('x'); await new Promise(() => {});",
    timesOut(),
  ),
  odd(
    "read() that calls read()",
    "const r = new Readable({ read() { this.read(); } }); r.resume(); await new Promise(() => {});",
    NOTHING_LEFT,
  ),
  odd(
    "an iterator helper over an endless stream",
    "return await Readable.from((function* () { for (let n = 0; ; n++) yield n; })()).filter(() => false).toArray();",
    timesOut(),
  ),
  odd(
    "lines of an endless stream",
    "let n = 0; for await (const line of readline.createInterface({ input: Readable.from((function* () { for (;;) yield 'line\\n'; })()) })) n++;",
    timesOut(),
  ),
  odd("a web stream that never closes", "for await (const chunk of new ReadableStream({ pull(c) { c.enqueue(1); } }));", timesOut()),
  odd(
    "a byte stream that answers each request",
    "for await (const chunk of new ReadableStream({ type: 'bytes', autoAllocateChunkSize: 1, pull(c) { c.byobRequest.respond(1); } }));",
    timesOut(),
  ),
  odd(
    "a pipe between endless web streams",
    "await new ReadableStream({ pull(c) { c.enqueue(1); } }).pipeTo(new WritableStream());",
    timesOut(),
  ),
  odd(
    "a compression that is written to for ever",
    "await pipeline(new Readable({ read() { this.push(Buffer.alloc(65536)); } }), zlib.createGzip(), nowhere());",
    timesOut(),
  ),
  odd("toArray of an endless stream", "return await new Readable({ read() { this.push(Buffer.alloc(1e5)); } }).toArray();", outOfMemory, {
    options: { Timeout: 900, MemorySize: 128 },
  }),
  odd("writing without waiting for drain", "const w = new Writable({ write() {} }); for (;;) w.write(Buffer.alloc(1e5));", outOfMemory, {
    options: { Timeout: 900, MemorySize: 128 },
  }),
  odd(
    "a giant highWaterMark that is filled",
    "const r = new Readable({ highWaterMark: Number.MAX_SAFE_INTEGER, read() { this.push(Buffer.alloc(1e5)); } }); r.read(0); await new Promise(() => {});",
    outOfMemory,
    { options: { Timeout: 900, MemorySize: 128 } },
  ),
  odd(
    "a web queue without a limit",
    "const s = new ReadableStream({ pull(c) { c.enqueue(new Uint8Array(1e5)); } }, { highWaterMark: Infinity }); await new Promise(() => {});",
    outOfMemory,
    { options: { Timeout: 900, MemorySize: 128 } },
  ),
  odd(
    "a tee of which one half is read",
    "const [a] = new ReadableStream({ pull(c) { c.enqueue(new Uint8Array(1e5)); } }).tee(); for await (const chunk of a);",
    outOfMemory,
    { options: { Timeout: 900, MemorySize: 128 } },
  ),
  odd(
    "ten thousand Transforms in a row",
    "let s = Readable.from(['x']); for (let n = 0; n < 1e4; n++) s = s.pipe(new PassThrough()); return await text(s);",
    exits("exit status 1"),
    { options: { Timeout: 900, MemorySize: 128 } },
  ),
  odd(
    "a composition of itself",
    "const twice = (s) => compose(s, new PassThrough()); let s = new PassThrough(); for (let n = 0; n < 30; n++) s = twice(s); s.end('x'); return await text(s);",
    returns('"x"'),
  ),
  odd(
    "a prototype that lies",
    "Object.defineProperty(Object.prototype, 'highWaterMark', { value: -1, configurable: true }); try { new Readable(); return 'made'; } finally { delete Object.prototype.highWaterMark; }",
    throws("TypeError", /.*highWaterMark.*/),
  ),
];

export const COMPRESSION_BOMBS: readonly HostileCase[] = [
  bomb(
    "1 MB of zeros, unpacked again and again",
    "const packed = zlib.gzipSync(Buffer.alloc(1e6)); const all = []; for (;;) all.push(zlib.gunzipSync(packed));",
    outOfMemory,
  ),
  bomb(
    "a packed gigabyte",
    "const z = zlib.deflateRawSync(Buffer.alloc(1e6), { finishFlush: 2 }); const all = Buffer.concat(Array(1000).fill(z)); return zlib.inflateRawSync(all, { finishFlush: 2, chunkSize: 1e6 }).length;",
    outOfMemory,
  ),
  bomb(
    "a packed gigabyte that may not become more than 1 MB",
    "const z = zlib.deflateRawSync(Buffer.alloc(1e6), { finishFlush: 2 }); const all = Buffer.concat(Array(100).fill(z)); return zlib.inflateRawSync(all, { finishFlush: 2, maxOutputLength: 1e6 }).length;",
    throws("RangeError", "Cannot create a Buffer larger than 1000000 bytes"),
  ),
  bomb(
    "a bomb through a stream that keeps everything",
    "const packed = zlib.gzipSync(Buffer.alloc(1e6)); return (await Readable.from(Array(200).fill(packed)).pipe(zlib.createGunzip({ chunkSize: 1e6 })).toArray()).length;",
    outOfMemory,
  ),
  bomb(
    "one brotli text that says the same for 100 MB",
    "return zlib.brotliDecompressSync(Buffer.from('W////38AAJAAgAAAAAA=', 'base64')).length;",
    { status: "failure" },
  ),
  bomb(
    "headers without end",
    "const b = Buffer.concat(Array(1e5).fill(Buffer.from('H4sIAAAAAAAAAwMAAAAAAAAAAAA=', 'base64'))); return zlib.gunzipSync(b).length;",
    timesOut(900),
  ),
  bomb(
    "the dearest search, on the dearest level",
    "const bytes = Buffer.alloc(4e6); for (let i = 0, x = 1; i < bytes.length; i += 4) { x = (x * 48271) % 2147483647; bytes.writeUInt32LE(x & 0x03030303, i); } for (;;) zlib.deflateSync(bytes, { level: 9 });",
    timesOut(3),
    { options: { Timeout: 3, MemorySize: 1769 } },
  ),
  bomb(
    "the same few bytes at level 9",
    "const bytes = Buffer.alloc(2e6, 'abcabdabeabf'); for (;;) zlib.deflateSync(bytes, { level: 9 });",
    timesOut(3),
    { options: { Timeout: 3, MemorySize: 1769 } },
  ),
  bomb(
    "streams of compression that nobody ends",
    "const all = []; for (;;) { const g = zlib.createGzip(); g.write('x'); all.push(g); await new Promise(setImmediate); }",
    outOfMemory,
  ),
  bomb("crc32 for ever", "const bytes = Buffer.alloc(1e6); for (;;) zlib.crc32(bytes);", timesOut(3), {
    options: { Timeout: 3, MemorySize: 128 },
  }),
  bomb(
    "a Blob of Blobs",
    "let blob = new Blob([new Uint8Array(1e6)]); for (let n = 0; n < 12; n++) blob = new Blob([blob, blob]); return (await blob.arrayBuffer()).byteLength;",
    outOfMemory,
  ),
];

export const WAYS_OUT_OF_TMP: readonly HostileCase[] = [
  way(
    "reading above /tmp by dots",
    "for await (const c of fs.createReadStream('/tmp/../etc/passwd')); return 'read';",
    throws("Error", "ENOENT: no such file or directory, open '/tmp/../etc/passwd'"),
  ),
  way(
    "writing above /tmp by dots",
    "const w = fs.createWriteStream('/tmp/../var/task/index.mjs'); await new Promise((resolve, reject) => w.on('error', reject).on('finish', resolve).end('x'));",
    throws("Error", "EROFS: read-only file system, open '/tmp/../var/task/index.mjs'"),
  ),
  way(
    "a stream to the process's memory",
    "for await (const c of fs.createReadStream('/proc/self/mem')); return 'read';",
    throws("Error", "ENOENT: no such file or directory, open '/proc/self/mem'"),
  ),
  way("a path that is an object", "const w = fs.createWriteStream({ toString: () => '/tmp/x' });", throws("TypeError", /.*path.*/)),
  way("a path with a null byte", "fs.createReadStream('/tmp/a\\0/../../etc/passwd');", throws("TypeError", /.*null bytes.*/)),
  way(
    "a file system of one's own that answers wrongly",
    "const r = fs.createReadStream('/tmp/x', { fs: { open: (p, f, m, cb) => cb(null, 99), read: (fd, b, o, l, p, cb) => cb(null, l, b), close: (fd, cb) => cb() } }); for await (const c of r);",
    timesOut(),
  ),
];
