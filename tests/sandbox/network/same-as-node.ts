/**
 * The same program against the same servers, in the simulator (HTTP stubs) and in a child process of the Node that runs the tests
 * (real servers on 127.0.0.1 that answer what the stubs say): what it returns, or throws, must be the same.
 *
 *   API  = http://127.0.0.1:<port>     where the stubs are        GONE = http://127.0.0.1:<port>  where nobody listens
 */
import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { HttpStub } from "../../../sandbox/network/http-stub.ts";
import { STATUS_TEXT } from "../../../sandbox/network/status-text.ts";
import { fitsWildcards } from "../../../sandbox/network/wildcards.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { payload, runtime, scenario } from "../../harness.ts";

/** A stub without its host: `path` may hold `*`. `echo` answers with what arrived, as JSON. */
export interface Served extends Omit<HttpStub, "url"> {
  readonly path: string;
}

export function sameOverHttp(served: readonly Served[], bodies: Readonly<Record<string, string>>): void {
  let both: Promise<readonly [readonly string[], readonly string[]]> | undefined;
  const outcomes = () => (both ??= withServers(served, (api, gone) => outcomesOf(served, Object.values(bodies), api, gone)));
  Object.keys(bodies).forEach((title, index) => {
    test(title, async () => {
      const [lambda, node] = await outcomes();
      expect(lambda[index]).toBe(node[index]);
      expect(lambda[index]).not.toContain("it waits for ever");
    });
  });
}

/** The same from programs that stand one on a line; `//` begins a remark. */
export function sameLinesOverHttp(served: readonly Served[], text: string): void {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"));
  sameOverHttp(served, Object.fromEntries(lines.map((line) => [`Lambda and Node agree on ${line}`, line])));
}

async function outcomesOf(served: readonly Served[], bodies: readonly string[], api: number, gone: number) {
  const program = programOf(bodies, `http://127.0.0.1:${api}`, `http://127.0.0.1:${gone}`);
  const node = inNode(program);
  const http = served.map(({ path, ...stub }): HttpStub => ({ latency: 5, ...stub, url: `http://127.0.0.1:${api}${path}` }));
  const files = { "index.js": `exports.handler = async () => { ${program} };` };
  const trace = simulate({ ...scenario(files, { MemorySize: 1769, Timeout: 900 }), http }, runtime());
  const answer: unknown = JSON.parse(payload(trace));
  if (!Array.isArray(answer))
    throw new Error(
      `the function failed: ${JSON.stringify(answer)} ${JSON.stringify(trace.events.filter(({ type }) => type === "log").slice(-3))}`,
    );
  const hidden = (text: string) => text.replaceAll(String(api), "PORT").replaceAll(String(gone), "GONE-PORT");
  return [(answer as string[]).map(hidden), (await node).map(hidden)] as const;
}

async function inNode(program: string): Promise<string[]> {
  const script = `(async () => { ${program} })().then((answer) => process.stdout.write(JSON.stringify(answer), () => process.exit()))`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", script], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout) as string[];
}

async function withServers<T>(served: readonly Served[], use: (api: number, gone: number) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => serve(served, request, response));
  const other = createServer();
  try {
    const [api, gone] = [await listening(server), await listening(other)];
    await new Promise((resolve) => other.close(resolve));
    return await use(api, gone);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)));
}

function serve(served: readonly Served[], request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const { url = "", method = "" } = request;
  const stub = served.find(
    (one) => (one.method ?? method) === method && [one.path, `${one.path}?*`].some((path) => fitsWildcards(path, url)),
  );
  if (stub === undefined) throw new Error(`no stub is served under ${method} ${url}`);
  const { status = 200, headers = {}, body, json, base64, repeat = 1, error, latency = 5 } = stub;
  request.on("end", () => {
    if (error === "ECONNRESET") return void request.socket.resetAndDestroy();
    const whole = Buffer.concat(Array.from({ length: repeat }, () => bytesOf(body, json, base64)));
    const type =
      body === undefined
        ? json === undefined
          ? {}
          : { "Content-Type": "application/json" }
        : { "Content-Type": "text/plain; charset=utf-8" };
    const given = Object.keys(headers).some((name) => name.toLowerCase() === "content-type") ? headers : { ...headers, ...type };
    const isEmpty = status === 204 || status === 304;
    response.shouldKeepAlive = false;
    response.sendDate = false;
    response.removeHeader("connection");
    response.writeHead(status, STATUS_TEXT[status] ?? "", {
      ...given,
      Date: "DATE",
      ...(isEmpty ? {} : { "Content-Length": whole.length }),
    });
    setTimeout(() => response.end(method === "HEAD" || isEmpty ? undefined : whole), latency);
  });
}

function bytesOf(body: string | undefined, json: unknown, base64: string | undefined): Buffer {
  if (base64 !== undefined) return Buffer.from(base64, "base64");
  return Buffer.from(body ?? (json === undefined ? "" : JSON.stringify(json)));
}

/** What begins so is no expression. */
const STATEMENT = /^\s*(const|let|for|try|class|function|return)\b/;

function programOf(bodies: readonly string[], api: string, gone: string): string {
  const functions = bodies.map((body) => `async () => { ${STATEMENT.test(body) ? body : `return ${body}`}\n }`);
  return `const API = ${JSON.stringify(api)}, GONE = ${JSON.stringify(gone)}; ${OUTCOME}
    const outcomes = [];
    for (const body of [${functions.join(",\n")}]) outcomes.push(await outcome(body));
    return outcomes;`;
}

const OUTCOME = `
  const util = require("util"), http = require("http"), https = require("https");
  const plain = (headers) => Object.fromEntries(Object.entries(headers).filter(([name]) => !["date", "connection", "keep-alive"].includes(name.toLowerCase())));
  const rejects = async (promise) => { try { return ["no error", await promise]; } catch (error) { return described(error); } };
  const described = (error) => [error?.name, error?.message, error?.code, error?.constructor?.name, ...(error?.cause === undefined ? [] : ["cause", ...described(error.cause)])];
  const asked = (url, options = {}, body = undefined) => new Promise((resolve, reject) => {
    const request = http.request(url, options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk)).on("error", reject);
      response.on("end", () => resolve([response.statusCode, response.statusMessage, plain(response.headers), Buffer.concat(chunks).toString(), response.complete]));
    });
    request.on("error", reject);
    request.end(body);
  });
  const show = (value) => util.inspect(value, { depth: 8, breakLength: Infinity, maxArrayLength: null, maxStringLength: null });
  let uncaught = [];
  process.on("uncaughtException", (error) => uncaught.push(described(error)));
  const outcome = async (body) => {
    const text = await outcomeOf(body);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const left = uncaught.length > 0 ? " and leaves " + show(uncaught) : "";
    uncaught = [];
    return text + left;
  };
  const outcomeOf = async (body) => {
    let timer;
    const stuck = new Promise((resolve) => { timer = setTimeout(resolve, 15_000, "it waits for ever"); });
    try {
      return show(await Promise.race([body(), stuck]));
    } catch (error) {
      return "throws " + show(described(error));
    } finally {
      clearTimeout(timer);
    }
  };`;
