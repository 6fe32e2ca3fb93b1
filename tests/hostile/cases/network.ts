/** Requests without end, bodies without end, headers that would be two, and classes of fetch that are not what they were. */
import { type Expected, exits, type HostileCase, hostile, outOfMemory, returns, throws, timesOut } from "../case.ts";

const MODULE = `import http from "node:http";
import https from "node:https";
import net from "node:net";
import dns from "node:dns/promises";
import { Readable } from "node:stream";
const URL_ = "https://api.example.com";
const asked = (path, options = {}, body) => new Promise((ok, no) => {
  const request = https.request(URL_ + path, options, (response) => { response.resume(); response.on("end", () => ok(response.statusCode)); });
  request.on("error", no);
  request.end(body);
});
`;
const http: NonNullable<HostileCase["http"]> = [
  { url: "https://api.example.com/loop*", status: 302, headers: { Location: "/loop" }, latency: 1 },
  { url: "https://api.example.com/ping", status: 302, headers: { Location: "/pong" }, latency: 1 },
  { url: "https://api.example.com/pong", status: 302, headers: { Location: "/ping" }, latency: 1 },
  { url: "https://api.example.com/gigabyte", body: "0123456789abcdef", repeat: 2 ** 26, latency: 1 },
  { url: "https://api.example.com/terabyte", body: "0123456789abcdef", repeat: 2 ** 36, latency: 1 },
  {
    url: "https://api.example.com/bomb",
    headers: { "Content-Encoding": "gzip" },
    base64: "H4sIAAAAAAAAA+3BMQEAAADCoPVPbQsvoAAAAAAAAAAAAAAAAAAAAAB4GwkFkzQAIAAA",
    latency: 1,
  },
  { url: "https://api.example.com/nothing", error: "ETIMEDOUT" },
  { url: "https://api.example.com/*", json: { ok: true }, latency: 1 },
];

const trick = (name: string, body: string, expected: Expected, more: Parameters<typeof hostile>[4] = {}) =>
  hostile("network trick", name, body, expected, { module: MODULE, http, ...more });
const LONG = { options: { Timeout: 900 } };

export const NETWORK_TRICKS: readonly HostileCase[] = [
  trick("a redirect to itself", 'await fetch(URL_ + "/loop");', throws("TypeError", "fetch failed")),
  trick("two addresses that redirect to each other", 'await fetch(URL_ + "/ping");', throws("TypeError", "fetch failed")),
  trick(
    "redirects that are followed by hand for ever",
    'for (let u = "/ping"; ; ) u = (await fetch(URL_ + u, { redirect: "manual" })).headers.get("location");',
    timesOut(),
  ),
  trick("requests one after the other for ever", 'for (;;) await fetch(URL_ + "/a");', timesOut()),
  trick("https requests one after the other for ever", 'for (;;) await asked("/a");', timesOut()),
  trick(
    "ten thousand requests at once",
    'const all = await Promise.all(Array.from({ length: 10_000 }, () => asked("/a"))); return all.length;',
    timesOut(900, { simplified: "work budget" }),
    LONG,
  ),
  trick("requests that nobody waits for, without end", 'for (;;) fetch(URL_ + "/a");', timesOut()),
  trick(
    "requests to hosts that do not exist, without end",
    'for (let n = 0; ; n += 1) await fetch("https://h" + n + ".invalid").catch(() => 0);',
    timesOut(),
  ),
  trick("a body of a gigabyte as one text", 'return (await (await fetch(URL_ + "/gigabyte")).text()).length;', outOfMemory, LONG),
  trick(
    "a body of a gigabyte from https in one list",
    'const list = []; await new Promise((ok, no) => https.get(URL_ + "/gigabyte", (r) => r.on("data", (c) => list.push(c)).on("end", ok)).on("error", no)); return list.length;',
    outOfMemory,
    LONG,
  ),
  trick(
    "a body of a terabyte that is read and thrown away",
    'const reader = (await fetch(URL_ + "/terabyte")).body.getReader(); for (let r; !(r = await reader.read()).done; );',
    timesOut(),
  ),
  trick(
    "a request body without end",
    'await fetch(URL_ + "/a", { method: "POST", duplex: "half", body: (async function* () { for (;;) yield "x".repeat(65536); })() });',
    outOfMemory,
    LONG,
  ),
  trick(
    "an https request that is never ended",
    'const r = https.request(URL_ + "/a", { method: "POST" }); for (;;) if (!r.write("x".repeat(65536))) await new Promise((ok) => setImmediate(ok));',
    timesOut(900, { simplified: "work budget" }),
    LONG,
  ),
  trick("a server that never answers", 'await asked("/nothing");', timesOut()),
  trick(
    "a header with a line break in fetch",
    'await fetch(URL_ + "/a", { headers: { "x-a": "1\\r\\nHost: evil.example" } });',
    throws("TypeError", /Headers\.append: .*is an invalid header value\./),
  ),
  trick(
    "a header with a line break in https",
    'await asked("/a", { headers: { "x-a": "1\\r\\nHost: evil.example" } });',
    throws("TypeError", 'Invalid character in header content ["x-a"]'),
  ),
  trick(
    "a path with a line break",
    'https.get({ host: "api.example.com", path: "/a HTTP/1.1\\r\\nHost: evil.example\\r\\n\\r\\n" });',
    throws("TypeError", "Request path contains unescaped characters"),
  ),
  trick(
    "a second request smuggled through the socket",
    'const r = https.request(URL_ + "/a", { method: "POST", headers: { "content-length": 1 } }); const s = await new Promise((ok) => r.on("socket", ok)); s.write("x\\r\\nGET /b HTTP/1.1\\r\\n\\r\\n"); r.on("error", () => 0); const m = await new Promise((ok) => { r.on("response", ok); r.end("y"); setTimeout(ok, 100); }); return typeof m;',
    returns('"object"'),
  ),
  trick(
    "nonsense written to the socket",
    'const r = https.request(URL_ + "/a"); const s = await new Promise((ok) => r.on("socket", ok)); s.write("\\0\\0\\0\\r\\n\\r\\n"); return await new Promise((ok) => { r.on("error", (e) => ok("error")); r.on("response", (m) => ok(m.statusCode)); });',
    returns("400"),
  ),
  trick(
    "Response.prototype.json that is another",
    'Response.prototype.json = () => 1; Headers.prototype.get = () => { throw new Error("no"); }; const r = await fetch(URL_ + "/loop", { redirect: "manual" }); return [r.status, await r.json()];',
    returns("[302,1]"),
  ),
  trick(
    "Object.prototype with the names of a request's options",
    'Object.prototype.method = "POST"; Object.prototype.headers = { a: "b" }; try { return (await fetch(URL_ + "/a")).status; } finally { delete Object.prototype.method; delete Object.prototype.headers; }',
    returns("200"),
  ),
  trick(
    "Array.prototype and Promise.prototype that lie",
    'const then = Promise.prototype.then, push = Array.prototype.push; Array.prototype.push = function () { return 0; }; let s; try { s = asked("/a"); } finally { Array.prototype.push = push; } return await Promise.race([s.catch(() => 500), new Promise((ok) => setTimeout(ok, 200, 0))]) >= 0;',
    returns("true"),
  ),
  trick(
    "a toString of a header's value that never ends",
    'await fetch(URL_ + "/a", { headers: { a: { toString() { for (;;); } } } });',
    timesOut(),
  ),
  trick(
    "a URL whose getter asks for itself",
    "const u = { toString() { return String(this); } }; await fetch(u);",
    throws("RangeError", "Maximum call stack size exceeded"),
  ),
  trick(
    "a signal that is aborted while it is followed",
    'const c = new AbortController(); c.signal.addEventListener("abort", () => { for (let n = 0; n < 100; n += 1) fetch(URL_ + "/a", { signal: c.signal }).catch(() => 0); }); const p = fetch(URL_ + "/a", { signal: c.signal }); c.abort(); return await p.catch((e) => e.name);',
    returns('"AbortError"'),
  ),
  trick("a FormData of itself without end", 'const f = new FormData(); for (;;) f.append("a", "x".repeat(65536));', outOfMemory, LONG),
  trick("Headers without end", "const h = new Headers(); for (let n = 0; ; n += 1) h.append('a' + n, 'x');", timesOut()),
  trick(
    "a clone of a clone without end",
    'let r = await fetch(URL_ + "/a"); const all = []; for (;;) { all.push(r); r = r.clone(); }',
    timesOut(),
  ),
  trick(
    "a globalThis.fetch that is replaced, and a dispatcher of one's own",
    'globalThis[Symbol.for("undici.globalDispatcher.1")] = { dispatch() { throw new Error("mine"); } }; try { return await fetch(URL_ + "/a").catch((e) => [e.message, e.cause?.message]); } finally { delete globalThis[Symbol.for("undici.globalDispatcher.1")]; }',
    returns('["fetch failed","mine"]'),
  ),
  trick("names looked up without end", 'for (;;) await dns.lookup("api.example.com");', timesOut()),
  trick("a server", "http.createServer().listen(80);", throws("Error", /server\.listen: .*니다.*/)),
  trick("a connection of its own", 'net.connect(443, "api.example.com");', throws("Error", /net\.connect: .*니다.*/)),
  trick(
    "exit in the middle of an answer",
    'https.get(URL_ + "/a", () => process.exit(3)); await new Promise(() => {});',
    exits("exit status 3"),
  ),
];
