import { sameInLambda, sameLinesInLambda } from "./whole-process.ts";

const prelude = `
  const fs = require("node:fs");
  const fsp = require("node:fs/promises");
  const { pipeline } = require("node:stream/promises");
  const { Readable, Writable, Transform } = require("node:stream");
  const readline = require("node:readline");
  const file = (name, content) => { fs.writeFileSync(dir + "/" + name, content); return dir + "/" + name; };
  const text = (name) => fs.readFileSync(dir + "/" + name, "utf8");
  const ended = (one) => new Promise((resolve) => { const seen = []; for (const name of ["open", "ready", "end", "finish", "error", "close"]) one.on(name, (value) => { seen.push(name === "error" ? [value.code, value.syscall, value.message] : name); if (name === "close") resolve(seen); }); });`;

sameLinesInLambda(
  `
  // Reading
  const chunks = []; for await (const chunk of fs.createReadStream(file("a", "hello"))) chunks.push(chunk); return chunks;
  const chunks = []; for await (const chunk of fs.createReadStream(file("a", "가나다"), { encoding: "utf8", highWaterMark: 2 })) chunks.push(chunk); return chunks;
  const chunks = []; for await (const chunk of fs.createReadStream(file("a", "0123456789"), { start: 2, end: 5, encoding: "ascii" })) chunks.push(chunk); return chunks;
  const chunks = []; for await (const chunk of fs.createReadStream(file("a", "x".repeat(200000)), "latin1")) chunks.push(chunk.length); return chunks;
  const r = fs.createReadStream(file("a", "abc")); r.resume(); const seen = await ended(r); return [seen, r.bytesRead, r.pending, r.closed, r.fd];
  const r = fs.createReadStream(dir + "/missing"); return await ended(r);
  const r = fs.createReadStream(dir); r.resume(); return await ended(r);
  for await (const chunk of fs.createReadStream(dir + "/missing"));
  fs.createReadStream(5)
  fs.createReadStream(dir + "/a\\0b")
  fs.createReadStream(file("a", "abc"), { start: 5, end: 2 })
  fs.createReadStream(file("a", "abc"), { start: "1" })
  fs.createReadStream(file("a", "abc"), { encoding: "nope" })
  const r = fs.createReadStream(file("a", "")); return [(await r.toArray()).length, r.bytesRead];
  const r = fs.createReadStream(file("a", "abc"), { signal: AbortSignal.abort() }); return await r.toArray();
  const fd = fs.openSync(file("a", "abcdef")); const r = fs.createReadStream(null, { fd, start: 1, autoClose: false, encoding: "utf8" }); const got = await r.toArray(); fs.closeSync(fd); return got;
  const r = fs.createReadStream(new (require("url").URL)("file://" + file("a", "by URL")), "utf8"); return await r.toArray();
  const r = fs.createReadStream(Buffer.from(file("a", "by Buffer")), "utf8"); return await r.toArray();
  [fs.createReadStream(file("a", "")) instanceof fs.ReadStream, fs.createReadStream(file("a", "")) instanceof Readable, fs.createReadStream(file("a", "")).constructor.name, typeof fs.ReadStream]
  new fs.ReadStream(file("a", "with new"), "utf8").toArray()
  fs.ReadStream(file("a", "without new"), "utf8").toArray()
  const r = fs.createReadStream(file("a", "abc")); r.close(); return await ended(r);

  // Writing
  const w = fs.createWriteStream(dir + "/o"); w.write("a"); w.write(Buffer.from("b")); w.end("c"); const seen = await ended(w); return [seen, text("o"), w.bytesWritten];
  const w = fs.createWriteStream(file("o", "old "), { flags: "a" }); w.end("new"); await ended(w); return text("o");
  const w = fs.createWriteStream(file("o", "0123456789"), { flags: "r+", start: 3 }); w.end("abc"); await ended(w); return text("o");
  const w = fs.createWriteStream(file("o", "old"), { flags: "wx" }); return await ended(w);
  const w = fs.createWriteStream(dir + "/no/such/folder"); w.end("x"); return await ended(w);
  const w = fs.createWriteStream(dir + "/o", "latin1"); w.end("é"); await ended(w); return fs.readFileSync(dir + "/o");
  const w = fs.createWriteStream(dir + "/o", { mode: 0o600 }); w.end(); await ended(w); return (fs.statSync(dir + "/o").mode & 0o777).toString(8);
  const w = fs.createWriteStream(dir + "/o"); for (let i = 0; i < 5; i++) w.write(String(i).repeat(3)); w.end(); await ended(w); return [text("o"), w.bytesWritten, w.path === dir + "/o"];
  const w = fs.createWriteStream(dir + "/o"); w.end("x"); await ended(w); w.write("late", (error) => seen.push(error.code)); const seen = []; w.on("error", (error) => seen.push(error.message)); await new Promise((resolve) => setTimeout(resolve, 5)); return seen;
  const w = fs.createWriteStream(dir + "/o", { flush: true }); w.end("flushed"); await ended(w); return text("o");
  fs.createWriteStream(dir + "/o", { start: -1 })
  const w = fs.createWriteStream(dir + "/o"); w.write(5)

  // Through
  await pipeline(fs.createReadStream(file("a", "copy me")), fs.createWriteStream(dir + "/b")); return text("b");
  await pipeline(fs.createReadStream(file("a", "up")), async function* (source) { for await (const c of source) yield String(c).toUpperCase(); }, fs.createWriteStream(dir + "/b")); return text("b");
  const { createGzip, gunzipSync } = require("zlib"); await pipeline(fs.createReadStream(file("a", "zip me ".repeat(5000))), createGzip(), fs.createWriteStream(dir + "/a.gz")); return gunzipSync(fs.readFileSync(dir + "/a.gz")).toString() === text("a");
  const { createGzip, createGunzip } = require("zlib"); let n = 0; await pipeline(Readable.from(["x".repeat(100000), "y".repeat(100000)]), createGzip(), createGunzip(), new Writable({ write(c, e, done) { n += c.length; done(); } })); return n;
  await pipeline(fs.createReadStream(dir + "/missing"), fs.createWriteStream(dir + "/b"))

  // FileHandle
  const h = await fsp.open(file("a", "one\\ntwo\\n")); const lines = []; for await (const line of h.readLines()) lines.push(line); return lines;
  const h = await fsp.open(file("a", "abc")); const got = await h.createReadStream({ encoding: "utf8" }).toArray(); return [got, h.fd];
  const h = await fsp.open(dir + "/o", "w"); const w = h.createWriteStream(); w.end("by handle"); await ended(w); return [text("o"), h.fd];
  const h = await fsp.open(file("a", "abcdef")); const b = Buffer.alloc(4); const one = await h.read(b, 0, 4, 1); const two = await h.read({ buffer: b, length: 2 }); await h.close(); return [one.bytesRead, String(b), two.bytesRead];
  const h = await fsp.open(file("a", "abc")); await h.close(); return [await h.close(), await h.readFile().catch((error) => [error.code, error.message, error.syscall])];
  const h = await fsp.open(dir + "/o", "w+"); const n = await h.writev([Buffer.from("ab"), Buffer.from("cd")]); await h.close(); return [n.bytesWritten, text("o")];
  const h = await fsp.open(file("a", "web bytes")); const got = []; for await (const c of h.readableWebStream()) got.push(Buffer.from(c).toString()); await h.close(); return got;
  const h = await fsp.open(file("a", "x")); const seen = []; h.on("close", () => seen.push("close")); await h.close(); return [seen, h instanceof require("events")];
  const h = await fsp.open(file("a", "abc")); const text2 = await fsp.readFile(h, "utf8"); await fsp.writeFile(dir + "/b", "w"); await h.close(); return [text2, text("b")];
  [fs.writevSync(fs.openSync(dir + "/v", "w"), [Buffer.from("12"), Buffer.from("3")]), text("v")]
  const [a, b] = [Buffer.alloc(2), Buffer.alloc(4)]; const n = fs.readvSync(fs.openSync(file("a", "12345")), [a, b]); return [n, String(a), b];
  await new Promise((resolve) => fs.writev(fs.openSync(dir + "/v", "w"), [Buffer.from("x")], (error, n, list) => resolve([error, n, list])))

  // readline
  const lines = []; for await (const line of readline.createInterface({ input: fs.createReadStream(file("a", "a\\r\\nb\\nc")), crlfDelay: Infinity })) lines.push(line); return lines;
  const lines = []; for await (const line of readline.createInterface({ input: Readable.from(["on", "e\\ntw", "o"]) })) lines.push(line); return lines;
  const rl = readline.createInterface({ input: Readable.from(["1\\n2\\n3\\n"]) }); const lines = []; rl.on("line", (line) => lines.push(line)); await require("events").once(rl, "close"); return lines;
  const rl = readline.createInterface({ input: Readable.from(["1\\n2\\n3\\n"]) }); for await (const line of rl) { if (line === "2") break; } return rl.closed;
  const out = []; const rl = readline.createInterface({ input: Readable.from(["ans\\n"]), output: new Writable({ write(c, e, done) { out.push(String(c)); done(); } }) }); return await new Promise((resolve) => rl.question("name? ", (answer) => { rl.close(); resolve([answer, out]); }));
  const rl = require("readline/promises").createInterface({ input: Readable.from(["ans\\n"]), output: new Writable({ write(c, e, done) { done(); } }) }); const answer = await rl.question("? "); rl.close(); return answer;
  const lines = []; for await (const line of readline.createInterface({ input: Readable.from([]) })) lines.push(line); return lines;
  const lines = []; for await (const line of readline.createInterface({ input: fs.createReadStream(file("a", Array.from({ length: 5000 }, (_, i) => "line " + i).join("\\n"))) })) lines.push(line); return [lines.length, lines[4999]];
  Object.keys(readline)
`,
  { prelude },
);

sameInLambda(
  {
    "a CSV is summed line by line": `
      const csv = "id,amount\\n" + Array.from({ length: 300 }, (_, i) => i + "," + i * 3).join("\\n");
      const lines = readline.createInterface({ input: fs.createReadStream(file("a.csv", csv)), crlfDelay: Infinity });
      let sum = 0, head;
      for await (const line of lines) { if (!head) { head = line.split(","); continue; } sum += Number(line.split(",")[1]); }
      return [head, sum];`,
    "a file is changed on its way through a Transform": `
      const replaced = new Transform({ decodeStrings: false, encoding: "utf8", transform(chunk, e, done) { done(null, chunk.toString().replaceAll("cat", "dog")); } });
      await pipeline(fs.createReadStream(file("in", "cat and cat")), replaced, fs.createWriteStream(dir + "/out"));
      return text("out");`,
    "reading while writing the same file sees what is there": `
      const w = fs.createWriteStream(dir + "/log"); w.write("first\\n");
      await new Promise((resolve) => w.once("open", resolve)); await new Promise((resolve) => setTimeout(resolve, 5));
      const seen = text("log"); w.end("second\\n"); await ended(w);
      return [seen, text("log")];`,
  },
  { prelude },
);
