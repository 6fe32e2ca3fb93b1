/** Serves a folder of plain files over http, below a base path: what any school's web server does. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { root } from "./places.mjs";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".woff2": "font/woff2",
};

/**
 * Only this machine is served, unless HOST names another address to listen on (0.0.0.0 for a class room's network).
 * @param {{ folder: string, basePath?: string, firstPort: number }} site `folder` below the root; port 0: any free one.
 * @returns {Promise<{ address: string, port: number, close: () => void }>}
 */
export async function serve({ folder, basePath = "/", firstPort }) {
  const base = `/${basePath}/`.replace(/\/+/g, "/");
  const server = createServer((request, response) => {
    const answer = found(join(root, folder), base, request.url ?? "/");
    response.writeHead(answer.status, answer.headers);
    if (answer.file === undefined) response.end(String(answer.status));
    else createReadStream(answer.file).pipe(response);
  });
  const port = await listen(server, firstPort);
  return { address: `http://localhost:${port}${base}`, port, close: () => server.close().closeAllConnections() };
}

/** What is not there is answered with the site's own page for that, as any web server can be told to. */
function found(folder, base, url) {
  const answer = find(folder, base, url);
  const page = join(folder, "404.html");
  if (answer.status !== 404 || !existsSync(page)) return answer;
  return { status: 404, headers: { "content-type": TYPES[".html"], "cache-control": "no-cache" }, file: page };
}

function find(folder, base, url) {
  const missing = { status: 404, headers: { "content-type": "text/plain" } };
  const path = decode(url.split("?")[0]);
  if (!path?.startsWith(base)) return missing;
  const full = join(folder, path.slice(base.length));
  if (!`${full}${sep}`.startsWith(`${folder}${sep}`)) return missing;
  const stats = statSync(full, { throwIfNoEntry: false });
  if (stats === undefined) return missing;
  if (stats.isDirectory() && !path.endsWith("/")) return { status: 301, headers: { location: `${path.split("/").at(-1)}/` } };
  const file = stats.isDirectory() ? join(full, "index.html") : full;
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return missing;
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  return { status: 200, headers: { "content-type": type, "cache-control": "no-cache" }, file };
}

function decode(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    // A malformed escape in an address names no file.
    return undefined;
  }
}

/** The first free port from `port` up. */
function listen(server, port) {
  const host = process.env.HOST ?? "127.0.0.1";
  return new Promise((resolve, reject) => {
    const tryPort = (candidate) => {
      server.removeAllListeners("error");
      server.once("error", (error) => (error.code === "EADDRINUSE" ? tryPort(candidate + 1) : reject(error)));
      server.listen(candidate, host, () => resolve(server.address().port));
    };
    tryPort(port);
  });
}
