/** fetch and its classes are Node's: the same answers, statuses, headers and errors. */
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { sameLinesOverHttp } from "./same-as-node.ts";

const packed = (pack: (text: string) => Buffer) => pack(JSON.stringify({ 이름: "지민" })).toString("base64");

sameLinesOverHttp(
  [
    { path: "/json", json: { ok: true, 수: 3 } },
    { path: "/text", body: "안녕하세요" },
    { path: "/empty", status: 204 },
    { path: "/bad", status: 500, body: "no" },
    { path: "/missing", status: 404, json: { message: "없음" } },
    { path: "/broken-json", headers: { "content-type": "application/json" }, body: '{"a": 1,}' },
    { path: "/created", method: "POST", status: 201, headers: { Location: "/json", "X-Trace": "a, b" }, json: { id: 1 } },
    { path: "/gzip", headers: { "content-encoding": "gzip", "content-type": "application/json" }, base64: packed(gzipSync) },
    { path: "/deflate", headers: { "content-encoding": "deflate" }, base64: packed(deflateSync) },
    { path: "/br", headers: { "content-encoding": "br" }, base64: packed(brotliCompressSync) },
    { path: "/not-gzip", headers: { "content-encoding": "gzip" }, body: "plain" },
    { path: "/301", status: 301, headers: { location: "/json" } },
    { path: "/302", status: 302, headers: { location: "/json" } },
    { path: "/303", status: 303, headers: { location: "/json" } },
    { path: "/307", status: 307, headers: { location: "/post" } },
    { path: "/308", status: 308, headers: { location: "/post" } },
    { path: "/post", json: { posted: true } },
    { path: "/loop", status: 302, headers: { location: "/loop" } },
    { path: "/nowhere", status: 302 },
    { path: "/bad-location", status: 302, headers: { location: "http://" } },
    { path: "/reset", error: "ECONNRESET" },
    { path: "/slow", body: "late", latency: 2_000 },
    { path: "/big", body: "0123456789abcdef", repeat: 20_000 },
    { path: "/cookies", headers: { "Set-Cookie": "a=1" }, body: "" },
  ],
  `
  await fetch(API + "/json").then((r) => r.json())
  const r = await fetch(API + "/json"); return [r.status, r.statusText, r.ok, r.redirected, r.type, r.bodyUsed, plain(Object.fromEntries(r.headers)), new URL(r.url).pathname]
  await fetch(new URL("/text?q=안녕", API)).then(async (r) => [await r.text(), new URL(r.url).search])
  await fetch(new Request(API + "/text")).then((r) => r.text())
  const r = await fetch(API + "/empty"); return [r.status, r.statusText, r.body, await r.text()]
  const r = await fetch(API + "/bad"); return [r.status, r.ok, await r.text()]
  const r = await fetch(API + "/missing"); return [r.status, r.statusText, await r.json()]
  await fetch(API + "/broken-json").then((r) => r.json())
  await fetch(API + "/text").then((r) => r.json())
  const r = await fetch(API + "/json"); await r.text(); return rejects(r.text())
  const r = await fetch(API + "/json"); await r.text(); return rejects(r.json())
  const r = await fetch(API + "/json"); const c = r.clone(); return [await r.text(), await c.json(), r.bodyUsed, c.bodyUsed]
  const r = await fetch(API + "/json"); await r.text(); try { r.clone() } catch (e) { return described(e) }
  const r = await fetch(API + "/text"); return [...new Uint8Array(await r.arrayBuffer())]
  const r = await fetch(API + "/text"); const b = await r.blob(); return [b.size, b.type, await b.text()]
  const r = await fetch(API + "/text"); return (await r.bytes()).length
  const r = await fetch(API + "/text"); const p = []; for await (const c of r.body) p.push(Buffer.from(c)); return Buffer.concat(p).toString()
  const r = await fetch(API + "/big"); let n = 0; for await (const c of r.body) n += c.length; return n
  const r = await fetch(API + "/big"); return (await r.text()).length
  const r = await fetch(API + "/text"); const reader = r.body.getReader(); const { value, done } = await reader.read(); return [Buffer.from(value).toString(), done, (await reader.read()).done]
  const r = await fetch(API + "/text"); await r.body.cancel(); return r.bodyUsed
  const r = await fetch(API + "/text"); return require("stream/consumers").text(require("stream").Readable.fromWeb(r.body))
  // Methods, bodies
  const r = await fetch(API + "/created", { method: "POST", body: JSON.stringify({ a: 1 }), headers: { "content-type": "application/json" } }); return [r.status, r.headers.get("location"), r.headers.get("x-trace"), await r.json()]
  await fetch(API + "/created", { method: "post", body: "x" }).then((r) => r.status)
  await fetch(API + "/created", { method: "POST", body: Buffer.from("x") }).then((r) => r.status)
  await fetch(API + "/created", { method: "POST", body: new URLSearchParams({ a: "1 2" }) }).then((r) => r.status)
  await fetch(API + "/json", { method: "HEAD" }).then(async (r) => [r.status, r.headers.get("content-length"), await r.text()])
  await fetch(API + "/json", { method: "DELETE" }).then((r) => r.status)
  rejects(fetch(API + "/json", { method: "GET", body: "x" }))
  rejects(fetch(API + "/json", { method: "TRACE" }))
  rejects(fetch(API + "/json", { method: "A B" }))
  rejects(fetch(API + "/created", { method: "POST", body: new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode("a")); c.close() } }) }))
  rejects(fetch(API + "/created", { method: "POST", duplex: "half", body: new ReadableStream({ start(c) { c.error(new Error("broke")) } }) }))
  const r = await fetch(API + "/created", { method: "POST", duplex: "half", body: new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode("a")); c.close() } }) }); return r.status
  const r = await fetch(API + "/created", { method: "POST", duplex: "half", body: (async function* () { yield "a"; yield Buffer.from("b") })() }); return r.status
  rejects(fetch(API + "/created", { method: "POST", body: "abc", headers: { "content-length": "5" } }))
  rejects(fetch(API + "/created", { method: "POST", body: "abc", headers: { "transfer-encoding": "chunked" } }))
  rejects(fetch(API + "/json", { headers: { expect: "100-continue" } }))
  // Compressed
  await fetch(API + "/gzip").then((r) => r.json())
  await fetch(API + "/deflate").then((r) => r.json())
  await fetch(API + "/br").then((r) => r.json())
  await fetch(API + "/gzip").then((r) => [r.headers.get("content-encoding")])
  await fetch(API + "/not-gzip").then((r) => r.text())
  // Redirects
  const r = await fetch(API + "/301"); return [r.status, r.redirected, new URL(r.url).pathname, await r.json()]
  const r = await fetch(API + "/302", { method: "POST", body: "x" }); return [r.status, r.redirected, await r.json()]
  const r = await fetch(API + "/303", { method: "PUT", body: "x" }); return [r.status, r.redirected, await r.json()]
  const r = await fetch(API + "/307", { method: "POST", body: "x" }); return [r.status, r.redirected, await r.json()]
  const r = await fetch(API + "/308", { method: "POST", body: "x" }); return [r.status, r.redirected, await r.json()]
  rejects(fetch(API + "/307", { method: "POST", duplex: "half", body: new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode("a")); c.close() } }) }))
  const r = await fetch(API + "/302", { redirect: "manual" }); return [r.status, r.type, r.headers.get("location"), r.redirected]
  rejects(fetch(API + "/302", { redirect: "error" }))
  rejects(fetch(API + "/loop"))
  const r = await fetch(API + "/nowhere"); return [r.status, await r.text()]
  rejects(fetch(API + "/bad-location"))
  // Failures
  rejects(fetch(GONE + "/x"))
  const e = await fetch(GONE + "/x").catch((e) => e); return [Object.keys(e), e.cause.errno, e.cause.syscall, e.cause.address]
  rejects(fetch(API + "/reset"))
  rejects(fetch("https://no-such-host.invalid/"))
  const e = await fetch("https://no-such-host.invalid/").catch((e) => e); return [e.cause.errno, e.cause.syscall, e.cause.hostname, Object.keys(e.cause)]
  rejects(fetch("/relative"))
  rejects(fetch(""))
  rejects(fetch())
  rejects(fetch("ftp://x/y"))
  rejects(fetch("http://user:pass@127.0.0.1/"))
  rejects(fetch("http://127.0.0.1:6667/"))
  await fetch("data:text/plain;base64,7JWI64WV").then(async (r) => [r.status, r.headers.get("content-type"), await r.text()])
  rejects(fetch("data:x"))
  await fetch("about:blank").catch(described)
  await fetch("blob:nodedata:x").catch(described)
  // Aborting
  rejects(fetch(API + "/slow", { signal: AbortSignal.timeout(50) }))
  rejects(fetch(API + "/slow", { signal: AbortSignal.abort() }))
  rejects(fetch(API + "/slow", { signal: AbortSignal.abort(new Error("mine")) }))
  const c = new AbortController(); setTimeout(() => c.abort(), 20); return rejects(fetch(API + "/slow", { signal: c.signal }))
  const c = new AbortController(); setTimeout(() => c.abort("why"), 20); try { await fetch(API + "/slow", { signal: c.signal }) } catch (e) { return e }
  const c = new AbortController(); const p = fetch(API + "/slow", { signal: c.signal }); c.abort(); return rejects(p)
  const c = new AbortController(); const r = await fetch(API + "/big", { signal: c.signal }); c.abort(); return rejects(r.text())
  rejects(fetch(API + "/slow", { signal: AbortSignal.any([AbortSignal.timeout(30), new AbortController().signal]) }))
  rejects(fetch(API + "/slow", { signal: {} }))
  // Headers
  rejects(fetch(API + "/json", { headers: { "x-a": "a\\r\\nx-b: c" } }))
  rejects(fetch(API + "/json", { headers: { "x a": "b" } }))
  rejects(fetch(API + "/json", { headers: { "x-a": "한글" } }))
  rejects(fetch(API + "/json", { headers: 3 }))
  await Promise.all([1, 2, 3].map(() => fetch(API + "/json").then((r) => r.json())))
  await Promise.allSettled([fetch(API + "/json"), fetch(GONE)]).then((all) => all.map((one) => one.status))
  await Promise.race([fetch(API + "/slow"), fetch(API + "/text")]).then((r) => r.text())
`,
);

// What needs no server.
sameLinesOverHttp(
  [],
  `
  const h = new Headers({ b: "2", A: "1" }); h.append("a", "3"); return [[...h], h.get("A"), h.has("c"), h]
  const h = new Headers([["set-cookie", "a=1"], ["set-cookie", "b=2"]]); return [h.getSetCookie(), h.get("set-cookie"), [...h]]
  const h = new Headers(); h.set("x", " v "); h.delete("y"); return [...h.entries()]
  try { new Headers({ "a b": "c" }) } catch (e) { return described(e) }
  try { new Headers([["a"]]) } catch (e) { return described(e) }
  try { new Headers("x") } catch (e) { return described(e) }
  try { new Headers(null) } catch (e) { return described(e) }
  try { new Headers().append("a") } catch (e) { return described(e) }
  try { new Headers().set("a", "x\\ny") } catch (e) { return described(e) }
  try { new Headers().get("") } catch (e) { return described(e) }
  const h = new Headers({ z: "1", a: "2" }); const seen = []; h.forEach((v, k, o) => seen.push([k, v, o === h])); return seen
  const r = new Response("x", { status: 201, statusText: "Made", headers: { a: "b" } }); return [r.status, r.ok, r.statusText, [...r.headers], await r.text()]
  const r = new Response(); return [r.body, r.status, await r.text(), [...r.headers]]
  const r = Response.json({ a: 1 }, { status: 202 }); return [r.status, r.headers.get("content-type"), await r.json()]
  const r = Response.redirect("https://a.example/b", 301); return [r.status, r.headers.get("location")]
  const r = Response.error(); return [r.type, r.status]
  try { Response.redirect("https://a.example", 200) } catch (e) { return described(e) }
  try { new Response("x", { status: 99 }) } catch (e) { return described(e) }
  try { new Response("x", { status: 204 }) } catch (e) { return described(e) }
  try { new Response("x", { status: 200, statusText: "a\\nb" }) } catch (e) { return described(e) }
  try { Response.json() } catch (e) { return described(e) }
  try { Response.json(undefined) } catch (e) { return described(e) }
  try { const a = {}; a.a = a; Response.json(a) } catch (e) { return described(e).slice(0, 1) }
  new Response("안녕").arrayBuffer().then((b) => b.byteLength)
  new Response(new URLSearchParams({ a: "b c" })).text()
  new Response(new Blob(["a", "b"], { type: "text/x" })).headers.get("content-type")
  new Response(new Uint8Array([104, 105])).text()
  new Response(new Uint8Array([104, 105]).buffer).text()
  new Response(new DataView(new Uint8Array([104, 105]).buffer)).text()
  new Response(5).text()
  new Response({}).text()
  new Response("{").json()
  new Response("").json()
  new Response("not json").json()
  new Response("a=1&b=2", { headers: { "content-type": "application/x-www-form-urlencoded" } }).formData().then((f) => [...f])
  new Response("x").formData().catch(described)
  const r = new Response("x"); r.body.getReader(); return rejects(r.text())
  const r = new Response("x"); await r.text(); return [r.bodyUsed, r.body.locked]
  util.inspect(new Response("x"))
  util.inspect(new Request("https://a.example/"))
  util.inspect(new Headers({ a: "b" }))
  const f = new FormData(); f.append("a", "1"); return [util.inspect(f), String(f), f.get("a"), f.getAll("b"), f.has("a")]
  const f = new FormData(); f.append("f", new Blob(["hi"], { type: "text/plain" }), "a.txt"); const x = f.get("f"); return [x.name, x.size, x.type, x instanceof File, await x.text()]
  const f = new FormData(); f.append("a", "1"); f.append("a", "2"); f.set("a", "3"); f.delete("z"); return [...f.entries()]
  try { new FormData().append("a") } catch (e) { return described(e) }
  try { new FormData().append("a", "b", "c") } catch (e) { return described(e) }
  try { new FormData({}) } catch (e) { return described(e) }
  const f = new FormData(); f.append("a", "한글"); f.append("f", new File(["x"], "이름.txt")); const t = await new Response(f).text(); return t.replace(/formdata-undici-\\d+/g, "B")
  const f = new FormData(); f.append("a", "한글"); f.append("f", new File(["x"], "n.txt", { type: "text/plain" })); const g = await new Response(f).formData(); return [g.get("a"), g.get("f").name, await g.get("f").text()]
  const r = new Request("https://a.example/x", { method: "put", body: "b", headers: { a: "b" } }); return [r.method, r.url, [...r.headers], r.credentials, r.mode, r.redirect, r.cache, r.duplex, await r.text()]
  const r = new Request("https://a.example/x", { method: "POST", body: "b" }); const c = r.clone(); return [await r.text(), await c.text()]
  const r = new Request("https://a.example/x"); return new Request(r, { headers: { x: "y" } }).headers.get("x")
  try { new Request("x") } catch (e) { return described(e) }
  try { new Request("https://u:p@a.example") } catch (e) { return described(e) }
  try { new Request("https://a.example", { method: "GET", body: "x" }) } catch (e) { return described(e) }
  try { new Request("https://a.example", { mode: "navigate" }) } catch (e) { return described(e) }
  try { new Request("https://a.example", { redirect: "x" }) } catch (e) { return described(e) }
  try { new Request() } catch (e) { return described(e) }
  [typeof fetch, fetch.length, fetch.name, Request.length, Response.length, Headers.length, FormData.length]
  [Object.prototype.toString.call(new Headers()), Object.prototype.toString.call(new Response()), Object.prototype.toString.call(new FormData())]
  [typeof WebSocket, typeof Request.prototype.bytes, "body" in Response.prototype]
  Object.getOwnPropertyNames(Response.prototype).sort().join()
  Object.getOwnPropertyNames(Headers.prototype).sort().join()
  class MyResponse extends Response { hi() { return this.status } }; return new MyResponse("x", { status: 203 }).hi()
  await Response.prototype.text.call({}).catch(described)
  try { Headers.prototype.get.call({}, "a") } catch (e) { return described(e) }
`,
);
