/** HTTP in virtual time, and what of it is in the trace. */
import { expect, test } from "vitest";
import type { HttpStub } from "../../../sandbox/network/http-stub.ts";
import type { Stimulus } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import type { HttpRequested, HttpResponded, Trace } from "../../../sandbox/trace/events.ts";
import { invoke, type Options, payload, runtime, scenario, wait } from "../../harness.ts";

const API = "https://api.example.com";

function over(http: readonly HttpStub[], code: string, options: Options = {}, stimuli: readonly Stimulus[] = [invoke()]): Trace {
  return simulate({ ...scenario(code, { MemorySize: 1769, Timeout: 60, ...options }, stimuli), http }, runtime());
}

const value = (trace: Trace) => JSON.parse(payload(trace)) as unknown;
const requested = (trace: Trace) => trace.events.filter((event): event is HttpRequested => event.type === "http-requested");
const responded = (trace: Trace) => trace.events.filter((event): event is HttpResponded => event.type === "http-responded");
const handler = (body: string) => `export const handler = async () => { ${body} };`;

test("three requests of 100 ms at a time take 100 ms, and one after the other 300 ms", () => {
  const http = [{ url: `${API}/*`, json: 1, latency: 100 }];
  const measured = (run: string) => Number(value(over(http, handler(`const from = Date.now(); ${run}; return Date.now() - from;`))));
  const get = `fetch("${API}/a").then((r) => r.json())`;
  expect(measured(`await fetch("${API}/warm")`)).toBeGreaterThanOrEqual(100);
  const together = measured(`await Promise.all([${get}, ${get}, ${get}])`);
  expect(together).toBeGreaterThanOrEqual(100);
  expect(together).toBeLessThan(115);
  const apart = measured(`await ${get}; await ${get}; await ${get}`);
  expect(apart).toBeGreaterThanOrEqual(300);
  expect(apart).toBeLessThan(315);
});

test("an answer comes exactly the stub's latency after its request", () => {
  const trace = over([{ url: `${API}/*`, body: "", latency: 2_000 }], handler(`await fetch("${API}/a");`));
  const [request, response] = [requested(trace)[0], responded(trace)[0]];
  expect((response?.at ?? 0) - (request?.at ?? 0)).toBeCloseTo(2_000, 0);
});

test("an answer that takes longer than the function's timeout is cut off by it", () => {
  const trace = over([{ url: `${API}/*`, body: "", latency: 5_000 }], handler(`await fetch("${API}/a");`), { Timeout: 3 });
  expect(payload(trace)).toContain("Task timed out after 3.00 seconds");
  expect(responded(trace)).toEqual([]);
});

test("a host without a stub fails as DNS does, with its own cause", () => {
  const trace = over([], handler(`try { await fetch("${API}/a"); } catch (e) { return [e.message, e.cause.code, e.cause.hostname]; }`));
  expect(value(trace)).toEqual(["fetch failed", "ENOTFOUND", "api.example.com"]);
  expect(responded(trace).map(({ error }) => error)).toEqual(["ENOTFOUND"]);
});

test("a connection that never comes ends fetch after 10 s, and https after Linux has sent SYN for 127 s", () => {
  const http: HttpStub[] = [{ url: `${API}/*`, error: "ETIMEDOUT" }];
  const caught = (run: string) =>
    value(
      over(
        http,
        handler(
          `const from = Date.now(); try { ${run} } catch (e) { return [Math.round((Date.now() - from) / 1000), (e.cause ?? e).code]; }`,
        ),
        { Timeout: 900 },
      ),
    );
  expect(caught(`await fetch("${API}/a");`)).toEqual([10, "UND_ERR_CONNECT_TIMEOUT"]);
  const get = `await new Promise((ok, no) => require("https").get("${API}/a", ok).on("error", no));`;
  expect(caught(`const { createRequire } = await import("module"); const require = createRequire(import.meta.url); ${get}`)).toEqual([
    127,
    "ETIMEDOUT",
  ]);
});

test("a request that was sent before the freeze is answered at the thaw", () => {
  const code = `let late = "none"; export const handler = async () => { const before = late; fetch("${API}/a").then(() => { late = "came"; }); return before; };`;
  const trace = over([{ url: `${API}/*`, body: "", latency: 500 }], code, { Runtime: "nodejs22.x" }, [
    invoke(),
    wait(60_000),
    invoke(),
    wait(60_000),
    invoke(),
  ]);
  const payloads = trace.events.flatMap((event) => (event.type === "invocation-responded" ? [event.Payload] : []));
  expect(payloads[0]).toBe('"none"');
  expect(payloads[2]).toBe('"came"');
  expect(responded(trace).every((event) => event.at - (requested(trace)[event.exchange - 1]?.at ?? 0) > 1_000)).toBe(true);
});

test("a stub that is used up gives way to the next one, across environments", () => {
  const http: HttpStub[] = [
    { url: `${API}/*`, status: 503, times: 2 },
    { url: `${API}/*`, json: { ok: true } },
  ];
  const retry = `for (let n = 1; n < 5; n += 1) { const r = await fetch("${API}/a"); if (r.ok) return [n, await r.json()]; await new Promise((ok) => setTimeout(ok, 100)); }`;
  expect(value(over(http, handler(retry)))).toEqual([3, { ok: true }]);
});

test("method, wildcards and queries decide which stub answers", () => {
  const http: HttpStub[] = [
    { url: `${API}/items/*/price`, json: "price" },
    { url: `${API}/items?page=2`, json: "second" },
    { url: `${API}/items`, method: "POST", json: "made", status: 201 },
    { url: `${API}/items`, json: "list" },
    { url: "http://*.example.org:8080/*", json: "elsewhere" },
  ];
  const urls = ["/items/7/price", "/items?page=2", "/items?page=3", "/items", "/else"].map((path) => `${API}${path}`);
  const list = JSON.stringify([...urls, "http://a.example.org:8080/x", "http://a.example.org/x"]);
  const trace = over(
    http,
    handler(`const seen = await Promise.all(${list}.map((url) => fetch(url).then((r) => r.json(), (e) => e.cause.code)));
      return [...seen, await fetch("${API}/items", { method: "POST", body: "{}" }).then((r) => r.json())];`),
  );
  expect(value(trace)).toEqual(["price", "second", "list", "list", "ENOTFOUND", "elsewhere", "ENOTFOUND", "made"]);
});

test("the trace has each request with its headers and body, and what became of it", () => {
  const trace = over(
    [{ url: "https://hooks.slack.com/services/*", body: "ok", latency: 120 }],
    `import https from "node:https"; export const handler = () => new Promise((ok, no) => {
      const request = https.request("https://hooks.slack.com/services/T/B/x", { method: "POST", headers: { "Content-Type": "application/json" } }, (r) => { r.resume(); r.on("end", () => ok(r.statusCode)); });
      request.on("error", no); request.end(JSON.stringify({ text: "주문이 들어왔습니다" })); });`,
  );
  expect(value(trace)).toBe(200);
  const [request] = requested(trace);
  expect(request).toMatchObject({
    exchange: 1,
    method: "POST",
    url: "https://hooks.slack.com/services/T/B/x",
    body: '{"text":"주문이 들어왔습니다"}',
    bodyBytes: 39,
  });
  expect(request?.headers["content-type"]).toBe("application/json");
  expect(responded(trace)).toMatchObject([{ exchange: 1, status: 200, bodyBytes: 2 }]);
});

test("a request during Init belongs to no invocation, and its wait is part of Init", () => {
  const trace = over(
    [{ url: `${API}/*`, json: { a: 1 }, latency: 700 }],
    `const config = await fetch("${API}/config").then((r) => r.json()); export const handler = async () => config;`,
  );
  expect(value(trace)).toEqual({ a: 1 });
  expect(requested(trace)[0]?.requestId).toBeUndefined();
  expect(trace.events.find((event) => event.type === "init-ended")?.duration).toBeGreaterThan(700);
});

test("a file is downloaded to /tmp piece by piece", () => {
  const code = `import { createWriteStream, statSync } from "node:fs"; import { Readable } from "node:stream"; import { pipeline } from "node:stream/promises";
    export const handler = async () => { const r = await fetch("${API}/file"); await pipeline(Readable.fromWeb(r.body), createWriteStream("/tmp/file")); return statSync("/tmp/file").size; };`;
  expect(value(over([{ url: `${API}/file`, body: "0123456789", repeat: 100_000 }], code))).toBe(1_000_000);
});

test("two runs of the same scenario have the same trace", () => {
  const code = handler(
    `const f = new FormData(); f.append("a", "1"); return fetch("${API}/f", { method: "POST", body: f }).then((r) => r.status);`,
  );
  const http = [{ url: `${API}/*` }];
  expect(over(http, code)).toEqual(over(http, code));
});

test("an agent that keeps connections alive uses one socket again, and an idle one holds nothing up", () => {
  const code = `import https from "node:https"; const agent = new https.Agent({ keepAlive: true }); const sockets = new Set();
    const get = () => new Promise((ok, no) => { const request = https.get("${API}/a", { agent }, (r) => { let t = ""; r.on("data", (c) => { t += c; }).on("end", () => ok([t, request.reusedSocket])); });
      request.on("socket", (socket) => sockets.add(socket)).on("error", no); });
    export const handler = async () => { const seen = []; for (let n = 0; n < 3; n += 1) { seen.push(await get()); await new Promise((ok) => setTimeout(ok, 5)); } return [...seen, sockets.size]; };`;
  const trace = over([{ url: `${API}/*`, body: "ok" }], code);
  expect(value(trace)).toEqual([["ok", false], ["ok", true], ["ok", true], 1]);
  expect(trace.events.find((event) => event.type === "invoke-ended")?.duration).toBeLessThan(500);
});

test("Express's way to answer works without a socket: ServerResponse writes where it is told", () => {
  const code = `import http from "node:http"; import { Writable } from "node:stream";
    export const handler = async () => { const written = []; const response = new http.ServerResponse({ method: "GET", httpVersionMajor: 1, httpVersionMinor: 1, headers: {} });
      response.assignSocket(Object.assign(new Writable({ write(chunk, encoding, done) { written.push(chunk.toString()); done(); } }), { destroySoon() {} }));
      response.sendDate = false; response.writeHead(201, { "x-a": "b" }); await new Promise((ok) => { response.on("finish", ok); response.end("hi"); }); return written.join(""); };`;
  expect(value(over([], code))).toContain("HTTP/1.1 201 Created\r\nx-a: b\r\n");
});
