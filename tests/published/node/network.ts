/**
 * The scenario's network on Node's side: fetch, http and https reach a server on this machine that answers as the stubs say;
 * any other host is not found, as it is not found in the simulator.
 */
import dns from "node:dns";
import http, { type ClientRequest, type IncomingMessage, type ServerResponse } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import type { AddressInfo } from "node:net";
import { Agent, type Dispatcher, setGlobalDispatcher } from "undici";
import { isStubbed, stubFor } from "./stubs.ts";

/** Which URL a request to the local server is meant for. */
const MEANT = "x-meant-for";

function answer(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  const found = stubFor(String(request.headers[MEANT]), request.method ?? "");
  response.writeHead(found?.status ?? (found === undefined ? 501 : 200), { ...found?.headers }).end(found?.body ?? "");
}

/** From now on until the process ends. */
export async function takeNetwork(): Promise<void> {
  const server = http.createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const request = http.request;
  lookUpNothing();
  setGlobalDispatcher(
    new Agent().compose((dispatch) => (options: Dispatcher.DispatchOptions, handler) => {
      const { host, origin } = new URL(String(options.origin));
      if (!isStubbed(host)) return dispatch(options, handler);
      const headers = Array.isArray(options.headers) ? [...options.headers, MEANT, origin + options.path] : options.headers;
      const added = Array.isArray(headers) ? headers : { ...(headers as object), [MEANT]: origin + options.path };
      return dispatch({ ...options, origin: `http://127.0.0.1:${port}`, headers: added as string[] }, handler);
    }),
  );
  for (const [module, protocol] of [
    [http, "http:"],
    [https, "https:"],
  ] as const) {
    const redirected = (...args: unknown[]): ClientRequest => {
      const callback = args.find((arg) => typeof arg === "function") as ((response: IncomingMessage) => void) | undefined;
      const { url, options } = target(args, protocol);
      if (!isStubbed(url.host)) return request({ ...options, protocol: "http:", hostname: url.hostname, port: url.port || 80 }, callback);
      const headers = { ...(options.headers as object), host: url.host, [MEANT]: url.href };
      const { agent: _, ...rest } = options;
      return request(
        { ...rest, protocol: "http:", hostname: "127.0.0.1", host: "127.0.0.1", port, path: url.pathname + url.search, headers },
        callback,
      );
    };
    const get = (...args: unknown[]) => {
      const made = redirected(...args);
      made.end();
      return made;
    };
    Object.assign(module, { request: redirected, get });
  }
  syncBuiltinESMExports();
}

function target(args: readonly unknown[], protocol: string): { url: URL; options: Record<string, unknown> } {
  const [first, second] = args;
  const given = typeof first === "string" || first instanceof URL ? new URL(first) : undefined;
  const options = ((given === undefined ? first : typeof second === "object" ? second : {}) ?? {}) as Record<string, unknown>;
  if (given !== undefined) return { url: given, options };
  const { hostname, host, port, path = "/" } = options;
  return { url: new URL(`${protocol}//${hostname ?? host ?? "localhost"}${port === undefined ? "" : `:${port}`}${path}`), options };
}

/** As Node words it where DNS knows no such name; this machine's own resolver may have other words, or none. */
function lookUpNothing(): void {
  Object.assign(dns, {
    lookup: (hostname: string, options: unknown, callback: unknown) => {
      const done = (typeof options === "function" ? options : callback) as (error: Error) => void;
      const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), {
        errno: -3008,
        code: "ENOTFOUND",
        syscall: "getaddrinfo",
        hostname,
      });
      process.nextTick(done, error);
    },
  });
}
