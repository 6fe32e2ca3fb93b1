import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Server {
  readonly origin: string;
  /** Serves a file's content, or text as a script, until `close`; the answer is its URL. */
  addFile(path: string): string;
  addScript(text: string): string;
  close(): Promise<void>;
}

/** Serves exactly what it was given, on the loopback interface only. */
export async function startServer(): Promise<Server> {
  const resources: (() => Promise<{ type: string; body: string | Uint8Array }>)[] = [];
  const http = createServer((request, response) => {
    // An isolated page has a clock fine enough to measure with (Firefox's steps are 1 ms elsewhere).
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-embedder-policy", "require-corp");
    const resource = resources[Number(/^\/(\d+)/.exec(request.url ?? "")?.[1] ?? Number.NaN)];
    if (resource === undefined) {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>cross-engine</title>");
      return;
    }
    void resource().then(({ type, body }) => {
      response.setHeader("content-type", type);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  // `address` is an AddressInfo for every TCP server that listens.
  const origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const add = (resource: (typeof resources)[number], ending: string) => `${origin}/${resources.push(resource) - 1}${ending}`;
  return {
    origin,
    addFile: (path) => add(async () => ({ type: "application/octet-stream", body: await readFile(path) }), ""),
    addScript: (text) => add(async () => ({ type: "text/javascript; charset=utf-8", body: text }), ".js"),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}
