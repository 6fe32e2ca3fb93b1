/** http.request, http.get, Agent, ClientRequest, IncomingMessage are Node's: the same answers, events and errors. */
import { gzipSync } from "node:zlib";
import { sameLinesOverHttp } from "./same-as-node.ts";

sameLinesOverHttp(
  [
    { path: "/json", json: { ok: true, 수: 3 } },
    { path: "/text", body: "안녕하세요" },
    { path: "/empty", status: 204 },
    { path: "/created", method: "POST", status: 201, headers: { Location: "/json", "X-Two": "a, b" }, json: { id: 1 } },
    { path: "/put", method: "PUT", body: "put" },
    { path: "/302", status: 302, headers: { location: "/json" } },
    { path: "/gzip", headers: { "content-encoding": "gzip" }, base64: gzipSync("압축").toString("base64") },
    { path: "/reset", error: "ECONNRESET" },
    { path: "/slow", body: "late", latency: 2_000 },
    { path: "/big", body: "0123456789abcdef", repeat: 20_000 },
    { path: "/teapot", status: 418 },
  ],
  `
  asked(API + "/json")
  asked(API + "/text?x=1")
  asked(API + "/empty")
  asked(API + "/teapot")
  asked(API + "/302")
  asked(API + "/created", { method: "POST", headers: { "content-type": "application/json" } }, JSON.stringify({ a: 1 }))
  asked(API + "/created", { method: "POST", headers: { "content-length": 3 } }, "abc")
  asked(API + "/created", { method: "POST", headers: { "transfer-encoding": "chunked" } }, "abc")
  asked(API + "/put", { method: "PUT" }, Buffer.from("x"))
  asked(API + "/json", { method: "HEAD" })
  asked(API + "/json", { method: "DELETE" })
  asked(API + "/json", { headers: { Connection: "close" } })
  asked(API + "/json", { agent: false })
  asked(API + "/json", { agent: new http.Agent({ keepAlive: true, maxSockets: 1 }) })
  asked({ ...require("url").urlToHttpOptions(new URL(API)), path: "/json" })
  asked(new URL("/json", API))
  (await asked(API + "/big"))[3].length
  new Promise((ok) => http.get(API + "/json", (r) => { r.setEncoding("utf8"); let t = ""; r.on("data", (c) => (t += c)).on("end", () => ok(t)) }))
  new Promise((ok) => http.get(API + "/text", async (r) => { const p = []; for await (const c of r) p.push(c); ok(Buffer.concat(p).toString()) }))
  new Promise((ok) => http.get(API + "/gzip", (r) => r.pipe(require("zlib").createGunzip()).setEncoding("utf8").on("data", ok)))
  new Promise((ok) => http.get(API + "/json").on("response", (r) => { r.resume(); ok([r.httpVersion, r.statusCode, r.constructor.name, r.rawHeaders.filter((_, i) => i % 2 === 0).filter((n) => !/date|connection/i.test(n)), typeof r.socket.remotePort, r.req instanceof http.ClientRequest]) }))
  new Promise((ok) => { const events = []; const r = http.get(API + "/json"); for (const e of ["socket", "finish", "response", "close"]) r.on(e, () => { events.push(e); if (e === "close") ok(events) }); r.on("response", (m) => m.resume()) })
  new Promise((ok) => { const r = http.request(API + "/created", { method: "POST" }); r.on("response", (m) => { m.resume(); ok(m.statusCode) }); r.write("a"); r.write("b"); r.end("c") })
  new Promise((ok) => { const r = http.request(API + "/created", { method: "POST" }, (m) => { m.resume(); m.on("end", () => ok([m.complete, r.writableFinished, r.headersSent])) }); r.flushHeaders(); setTimeout(() => r.end("x"), 5) })
  new Promise((ok) => require("stream").pipeline(require("stream").Readable.from(["a", "b"]), http.request(API + "/created", { method: "POST" }, (m) => { m.resume(); ok(m.statusCode) }), () => undefined))
  Promise.all([1, 2, 3].map(() => asked(API + "/json"))).then((all) => all.map((one) => one[0]))
  // Failures
  rejects(asked(GONE + "/x"))
  const e = await asked(GONE + "/x").catch((e) => e); return [Object.keys(e), e.errno, e.syscall, e.address]
  rejects(asked("http://no-such-host.invalid/"))
  const e = await asked("http://no-such-host.invalid/").catch((e) => e); return [Object.keys(e), e.errno, e.syscall, e.hostname]
  rejects(new Promise((ok, no) => https.get("https://no-such-host.invalid/", ok).on("error", no)))
  rejects(asked(API + "/reset"))
  new Promise((ok) => { const r = http.get(API + "/slow", { timeout: 50 }); r.on("timeout", () => { r.destroy(new Error("too slow")) }); r.on("error", (e) => ok(described(e))) })
  new Promise((ok) => { const r = http.get(API + "/slow"); r.setTimeout(50, () => r.destroy()); r.on("error", (e) => ok(described(e))) })
  new Promise((ok) => { const r = http.get(API + "/slow"); setTimeout(() => r.destroy(), 30); r.on("error", (e) => ok(described(e))) })
  new Promise((ok) => { const r = http.get(API + "/slow"); setTimeout(() => r.abort(), 30); r.on("abort", () => ok("abort")).on("error", () => undefined) })
  new Promise((ok) => { const c = new AbortController(); const r = http.get(API + "/slow", { signal: c.signal }); setTimeout(() => c.abort(), 30); r.on("error", (e) => ok(described(e))) })
  new Promise((ok) => http.get(API + "/big", (m) => { m.once("data", () => m.destroy()); m.on("close", () => ok([m.destroyed, m.complete])) }))
  new Promise((ok) => { const r = http.get({ host: "127.0.0.1", port: 1, socketPath: "/no/such.sock" }); r.on("error", (e) => ok(described(e))) })
  // What is refused at once
  try { http.get("nonsense") } catch (e) { return described(e) }
  try { http.get("https://a.example/") } catch (e) { return described(e) }
  try { https.get("http://a.example/") } catch (e) { return described(e) }
  try { http.request({ path: "/a b" }) } catch (e) { return described(e) }
  try { http.request({ method: "A B" }) } catch (e) { return described(e) }
  try { http.request({ method: 5 }) } catch (e) { return described(e) }
  try { http.request({ host: 5 }) } catch (e) { return described(e) }
  try { http.request({ port: 99999999 }) } catch (e) { return described(e) }
  try { http.request(API, { headers: { "a b": "c" } }) } catch (e) { return described(e) }
  try { http.request(API, { headers: { a: "b\\r\\nc: d" } }) } catch (e) { return described(e) }
  try { http.request(API, { headers: { a: undefined } }) } catch (e) { return described(e) }
  try { http.request(API, { timeout: "5" }) } catch (e) { return described(e) }
  try { http.request(API, { agent: {} }) } catch (e) { return described(e) }
  const r = http.request(API + "/json"); r.on("error", () => undefined); r.setHeader("X-A", "1"); const a = [r.getHeader("x-a"), r.getHeaderNames(), r.hasHeader("x-a"), r.method, r.path, r.protocol, r.host]; r.removeHeader("x-a"); a.push(r.hasHeader("x-a")); r.destroy(); return a
  const r = http.get(API + "/json", (m) => m.resume()); await new Promise((ok) => r.on("close", ok)); try { r.setHeader("a", "b") } catch (e) { return described(e) }
  // The module
  [http.METHODS.length, http.METHODS.includes("PATCH"), http.STATUS_CODES[404], http.maxHeaderSize, http.globalAgent.constructor.name, https.globalAgent.protocol, https.globalAgent.defaultPort]
  [typeof http.createServer(() => undefined).listen, http.createServer().listening]
  Object.keys(http.globalAgent.options).sort()
  try { http.validateHeaderName("a b") } catch (e) { return described(e) }
  try { http.validateHeaderValue("a", "b\\n") } catch (e) { return described(e) }
  const s = new http.ServerResponse({ method: "GET", httpVersionMajor: 1, httpVersionMinor: 1 }); s.setHeader("a", "b"); s.statusCode = 201; return [s.getHeaders(), s.statusCode, s.headersSent, s.finished]
  const m = new http.IncomingMessage(null); m.push("x"); m.push(null); return require("stream/consumers").text(m)
  require("dns").promises.lookup("127.0.0.1")
  require("dns").promises.lookup("127.0.0.1", { all: true })
  require("dns").promises.lookup("no-such-host.invalid").catch((e) => [e.message, e.code, e.errno, e.syscall, e.hostname, Object.keys(e)])
  new Promise((ok) => require("dns").lookup("127.0.0.1", (...all) => ok(all)))
  try { require("dns").lookup("a") } catch (e) { return described(e) }
  const net = require("net"); return [net.isIP("1.2.3.4"), net.isIP("::1"), net.isIPv4("x"), net.isIPv6("fe80::1")]
  const dc = require("diagnostics_channel"); const c = dc.channel("x"); const got = []; dc.subscribe("x", (m, n) => got.push([m, n])); c.publish({ a: 1 }); return [got, c.hasSubscribers, c.name]
  require("punycode").toASCII("mañana.com")
  require("vm").runInThisContext("1 + 1")
  [require("worker_threads").isMainThread, require("cluster").isPrimary, require("tty").isatty(1)]
  new (require("vm").Script)("2 * 3").runInThisContext()
  require("sys") === require("util")
`,
);
