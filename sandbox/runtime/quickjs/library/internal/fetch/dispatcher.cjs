/**
 * What carries fetch's requests: in place of undici's Agent, Pool and Client, straight to the sandbox's network. What of them a
 * program can see is kept: the header checks of undici's Request, the order of its calls to fetch, its errors.
 */
const { ConnectTimeoutError, RequestContentLengthMismatchError } = require("undici/lib/core/errors.js");
const Request = require("undici/lib/core/request.js");

/** undici's connect timeout. */
const CONNECT_TIMEOUT = 10_000;
const PIECE = 65_536;
/** Methods whose requests say that they have no body (client-h1.js, shouldSendContentLength). */
const NO_LENGTH = ["GET", "HEAD", "OPTIONS", "TRACE", "CONNECT"];

class Dispatcher {
  dispatch(options, handler) {
    try {
      const request = new Request(options.origin, options, handler);
      globalThis.setImmediate(() => void carry(request, new URL(options.origin)));
    } catch (error) {
      handler.onError(error);
      return false;
    }
    return true;
  }
  close(callback) {
    return settled(callback);
  }
  destroy(callback) {
    return settled(callback);
  }
}

const settled = (callback) => (typeof callback === "function" ? void queueMicrotask(callback) : Promise.resolve());

async function carry(request, origin) {
  const { lookedUp, nameError, send, connectionError } = require("internal/network");
  const hostname = origin.hostname.replace(/^\[|\]$/g, "");
  const { address } = lookedUp(hostname);
  const place = { hostname, address, port: Number(origin.port || (origin.protocol === "https:" ? 443 : 80)) };
  let exchange;
  let aborted = false;
  const abort = (reason) => {
    if (aborted || request.completed) return;
    aborted = true;
    exchange?.drop();
    request.onError(reason);
    // What the request still reads of its body is read no more.
    if (request.body?.return !== undefined) void request.body.return().catch(() => undefined);
  };
  // A connection to a host that does not exist is never made, and fetch never hears of it.
  if (address !== undefined) {
    request.onConnect(abort);
    if (aborted) return;
  }
  let body;
  try {
    body = address === undefined ? undefined : await wholeBody(request);
  } catch (error) {
    abort(error);
    return;
  }
  if (aborted) return;
  const head = {
    method: request.method,
    protocol: origin.protocol,
    ...place,
    path: request.path,
    headers: headersOf(request, origin, body),
  };
  const answered = (answer) => {
    if (aborted) return;
    if (answer.error === undefined) return receive(request, answer, () => aborted, exchange.drop);
    aborted = true;
    if (answer.gaveUp) request.onError(connectTimeout(place));
    else request.onError(address === undefined ? nameError(hostname) : connectionError(answer.error, place));
  };
  exchange = send(head, body, answered, CONNECT_TIMEOUT);
}

async function wholeBody(request) {
  if (request.body === null) return undefined;
  const chunks = [];
  let length = 0;
  const expected = request.contentLength;
  for await (const chunk of request.body) {
    if (request.aborted) return undefined;
    const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    length += bytes.byteLength;
    if (expected !== null && length > expected) throw new RequestContentLengthMismatchError();
  }
  if (expected !== null && length !== expected) throw new RequestContentLengthMismatchError();
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
}

/** As client-h1.js writes them. */
function headersOf(request, origin, body) {
  const headers = [
    ["host", request.host ?? origin.host],
    ["connection", request.reset ? "close" : "keep-alive"],
  ];
  for (let index = 0; index < request.headers.length; index += 2) {
    const value = request.headers[index + 1];
    for (const one of Array.isArray(value) ? value : [value]) headers.push([request.headers[index], one]);
  }
  if (body === undefined) {
    if (!NO_LENGTH.includes(request.method)) headers.push(["content-length", "0"]);
  } else if (request.contentLength === null) headers.push(["transfer-encoding", "chunked"]);
  else headers.push(["content-length", String(request.contentLength)]);
  return headers;
}

function receive(request, answer, isAborted, drop) {
  request.onResponseStarted();
  const end = request.method === "HEAD" ? 0 : answer.length;
  let at = 0;
  let goesOn = false;
  const resume = () => {
    if (goesOn) push();
  };
  const push = () => {
    goesOn = false;
    while (at < end) {
      if (isAborted() || request.aborted) return;
      const bytes = answer.read(at, Math.min(end, at + PIECE));
      at += bytes.length;
      if (request.onData(bytes) === false && at < end) {
        goesOn = true;
        return;
      }
    }
    drop();
    if (!isAborted() && !request.aborted) request.onComplete([]);
  };
  const raw = answer.headers.flatMap(([name, value]) => [Buffer.from(name, "latin1"), Buffer.from(value, "latin1")]);
  request.onHeaders(answer.status, raw, resume, answer.statusText);
  if (!isAborted() && !request.aborted) push();
}

function connectTimeout({ hostname, port }) {
  return new ConnectTimeoutError(`Connect Timeout Error (attempted address: ${hostname}:${port}, timeout: ${CONNECT_TIMEOUT}ms)`);
}

module.exports = { dispatcher: new Dispatcher() };
