/**
 * net and tls for Node's own http files: a socket whose other end is the sandbox's network. What is written to it is parsed as an
 * HTTP request would be by a server; when it is whole it is sent, and what comes back is read from the socket.
 */

import EventEmitter from "events";
import { Duplex } from "stream";
import "./http-errors.js";
import { codes } from "./errors.js";
import { HTTPParser } from "./http-parser.js";
import { impossibleError } from "./impossible.js";
import { connectionError, lookedUp, nameError, send } from "./network.js";

const PIECE = 65_536;
const NO_SERVER =
  "람다 랩의 시뮬레이터에서는 서버를 열 수 없습니다. Lambda 함수는 포트를 열고 기다리지 않고 핸들러로 요청을 받습니다. Express 같은 프레임워크는 serverless-http 같은 어댑터로 핸들러에 연결하세요.";
const NO_SOCKET =
  "람다 랩의 시뮬레이터는 HTTP와 HTTPS 요청만 전하고 다른 TCP 연결은 열지 못합니다. 상대가 HTTP를 지원하면 fetch나 https 모듈로 요청하고, 데이터베이스 연결은 실제 AWS에서 시험하세요.";

const kConnection = Symbol("connection");

export function Socket(options) {
  if (!(this instanceof Socket)) return new Socket(options);
  Duplex.call(this, { autoDestroy: true, allowHalfOpen: Boolean(options?.allowHalfOpen), decodeStrings: true });
  this.connecting = false;
  this._hadError = false;
  this._host = null;
  this._parent = null;
  this.timeout = 0;
  this.bytesRead = 0;
  this.bytesWritten = 0;
  this.remoteAddress = undefined;
  this.remotePort = undefined;
  this.remoteFamily = undefined;
  this.localAddress = undefined;
  this.localPort = undefined;
  hide(this, kConnection, undefined);
}
Object.setPrototypeOf(Socket.prototype, Duplex.prototype);
Object.setPrototypeOf(Socket, Duplex);

export function TLSSocket(_socket, options) {
  if (!(this instanceof TLSSocket)) return new TLSSocket(_socket, options);
  Socket.call(this, options);
  this.encrypted = true;
  this.authorized = false;
  this.authorizationError = null;
  this.alpnProtocol = null;
  this.servername = null;
  this.secureConnecting = true;
}
Object.setPrototypeOf(TLSSocket.prototype, Socket.prototype);
Object.setPrototypeOf(TLSSocket, Socket);
const SECURE = {
  getPeerCertificate: () => ({}),
  getPeerX509Certificate: () => undefined,
  getCipher: () => ({ name: "TLS_AES_256_GCM_SHA384", standardName: "TLS_AES_256_GCM_SHA384", version: "TLSv1.3" }),
  getProtocol: () => "TLSv1.3",
  getSession: () => undefined,
  isSessionReused: () => false,
  setServername(name) {
    this.servername = name;
  },
};
for (const [name, value] of Object.entries(SECURE)) {
  Object.defineProperty(TLSSocket.prototype, name, { value, writable: true, configurable: true, enumerable: true });
}

const SOCKET = {
  /** A socket of a handler's own. */
  connect() {
    throw impossibleError("net.Socket.connect", NO_SOCKET);
  },
  address() {
    return this.localAddress === undefined ? {} : { address: this.localAddress, family: "IPv4", port: this.localPort };
  },
  setTimeout(msecs, callback) {
    if (this.destroyed) return this;
    this.timeout = msecs;
    const delay = timerDuration(msecs, "msecs");
    const connection = connectionOf(this);
    globalThis.clearTimeout(connection.idle);
    connection.idle = undefined;
    if (callback !== undefined) {
      if (typeof callback !== "function") throw new codes.ERR_INVALID_ARG_TYPE("callback", "Function", callback);
      if (delay === 0) this.removeListener("timeout", callback);
      else this.once("timeout", callback);
    }
    if (delay > 0) {
      connection.idle = globalThis.setTimeout(() => this._onTimeout(), delay);
      connection.idle.unref();
    }
    return this;
  },
  _onTimeout() {
    this.emit("timeout");
  },
  _unrefTimer() {
    connectionOf(this).idle?.refresh();
  },
  setNoDelay() {
    return this;
  },
  setKeepAlive() {
    return this;
  },
  ref() {
    connectionOf(this).exchange?.timer.ref();
    return this;
  },
  unref() {
    connectionOf(this).exchange?.timer.unref();
    return this;
  },
  destroySoon() {
    if (this.writable) this.end();
    if (this.writableFinished) this.destroy();
    else this.once("finish", this.destroy);
  },
  resetAndDestroy() {
    return this.destroy();
  },
  _read() {
    pushBody(this);
  },
  _write(chunk, _encoding, done) {
    this.bytesWritten += chunk.length;
    this._unrefTimer();
    const connection = connectionOf(this);
    if (connection.open) {
      received(this, chunk);
      done();
    } else connection.waiting = { chunk, done };
  },
  _final(done) {
    const connection = connectionOf(this);
    if (connection.open || !this.connecting) done();
    else this.once("connect", () => done());
  },
  _destroy(error, done) {
    const connection = connectionOf(this);
    this.connecting = false;
    globalThis.clearTimeout(connection.idle);
    globalThis.clearTimeout(connection.lookup);
    connection.exchange?.drop();
    connection.exchange = undefined;
    connection.body = undefined;
    const { waiting } = connection;
    connection.waiting = undefined;
    waiting?.done(error ?? new Error("The socket was closed before the connection was established"));
    done(error);
  },
};
for (const [name, value] of Object.entries(SOCKET)) {
  Object.defineProperty(Socket.prototype, name, { value, writable: true, configurable: true, enumerable: true });
}
for (const [name, get] of Object.entries({
  pending() {
    return !connectionOf(this).open;
  },
  readyState() {
    if (this.connecting) return "opening";
    if (this.readable && this.writable) return "open";
    if (this.readable) return "readOnly";
    return this.writable ? "writeOnly" : "closed";
  },
  _bytesDispatched() {
    return this.bytesWritten;
  },
})) {
  Object.defineProperty(Socket.prototype, name, { get, configurable: true, enumerable: true });
}

/** What a socket is in the middle of. */
function connectionOf(socket) {
  if (socket[kConnection] === undefined) {
    hide(socket, kConnection, {
      open: false,
      hostname: "",
      address: undefined,
      port: 0,
      /** A chunk that waits for the connection, and its callback. */
      waiting: undefined,
      parser: undefined,
      request: undefined,
      exchange: undefined,
      body: undefined,
      idle: undefined,
      lookup: undefined,
    });
  }
  return socket[kConnection];
}

function connectTo(socket, options) {
  const connection = connectionOf(socket);
  connection.hostname = options.host ?? options.hostname ?? "localhost";
  const port = options.port ?? (socket.encrypted ? 443 : 80);
  if (+port !== +port >>> 0 || port > 0xffff || String(port).trim() === "") throw new codes.ERR_SOCKET_BAD_PORT("Port", port);
  connection.port = Number(port);
  socket._host = connection.hostname;
  socket.connecting = true;
  if (options.timeout) socket.setTimeout(options.timeout);
  if (options.path) {
    globalThis.setImmediate(() => socket.destroy(connectionError("ENOENT", { address: options.path })));
    return;
  }
  const { after, address } = lookedUp(connection.hostname);
  if (typeof options.lookup === "function" && address !== connection.hostname) return askOther(socket, options);
  // What the code writes in this turn belongs to the request.
  globalThis.setImmediate(() => {
    if (socket.destroyed) return;
    if (address !== undefined) opened(socket, address);
    else noSuchHost(socket, after);
  });
}

/** A lookup function of the code's own. */
function askOther(socket, options) {
  const { hostname } = connectionOf(socket);
  options.lookup(hostname, { family: options.family, hints: options.hints, all: false }, (error, found, family) => {
    if (socket.destroyed) return;
    const address = Array.isArray(found) ? found[0]?.address : found;
    socket.emit("lookup", error, address, family, hostname);
    if (error) socket.destroy(error);
    else opened(socket, address, true);
  });
}

function noSuchHost(socket, after) {
  const connection = connectionOf(socket);
  const { hostname } = connection;
  const fail = () => {
    const error = nameError(hostname);
    socket.emit("lookup", error, undefined, undefined, hostname);
    socket.destroy(error);
  };
  // Told to the network too, as far as it was written: a trace shows whom the code wanted to reach.
  if (connection.waiting !== undefined) received(socket, connection.waiting.chunk);
  const { request } = connection;
  if (request === undefined) connection.lookup = globalThis.setTimeout(fail, after);
  else if (connection.exchange === undefined) connection.exchange = send(request.head, joined(request.chunks), fail);
}

function opened(socket, address, wasLookedUp = false) {
  const connection = connectionOf(socket);
  const { hostname, port } = connection;
  connection.address = address;
  connection.open = true;
  socket.connecting = false;
  Object.assign(socket, { remoteAddress: address, remotePort: port, remoteFamily: address.includes(":") ? "IPv6" : "IPv4" });
  Object.assign(socket, { localAddress: "169.254.76.1", localPort: 49_152 + (port % 1000) });
  if (!wasLookedUp && address !== hostname) socket.emit("lookup", null, address, 4, hostname);
  socket.emit("connect");
  socket.emit("ready");
  if (socket.encrypted) {
    socket.secureConnecting = false;
    socket.authorized = true;
    socket.emit("secureConnect");
  }
  const { waiting } = connection;
  connection.waiting = undefined;
  if (waiting === undefined || socket.destroyed) return;
  received(socket, waiting.chunk);
  waiting.done();
}

// ── The server's side of the connection ──────────────────────────────────────────────────────────────────────────────

function received(socket, chunk) {
  const connection = connectionOf(socket);
  connection.parser ??= requestParser(socket);
  const result = connection.parser.execute(chunk);
  if (result instanceof Error) answerText(socket, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", true);
}

function requestParser(socket) {
  const parser = new HTTPParser(HTTPParser.REQUEST);
  const connection = connectionOf(socket);
  parser[HTTPParser.kOnHeaders] = () => undefined;
  parser[HTTPParser.kOnHeadersComplete] = (_major, _minor, flat, method, url) => {
    const headers = [];
    for (let index = 0; index < flat.length; index += 2) headers.push([flat[index], flat[index + 1]]);
    const { hostname, port } = connection;
    const protocol = socket.encrypted ? "https:" : "http:";
    const head = { method: HTTPParser.methods[method], protocol, hostname, port, path: url, headers };
    connection.request = { head, chunks: [], closes: headerOf(headers, "connection").toLowerCase() === "close" };
    if (headerOf(headers, "expect").toLowerCase() === "100-continue") socket.push("HTTP/1.1 100 Continue\r\n\r\n", "latin1");
    return 0;
  };
  parser[HTTPParser.kOnBody] = (chunk) => {
    connection.request.chunks.push(chunk);
  };
  parser[HTTPParser.kOnMessageComplete] = () => {
    const { request } = connection;
    if (!connection.open) return;
    connection.exchange = send(request.head, joined(request.chunks), (answer) => answered(socket, request, answer));
    request.chunks = [];
  };
  return parser;
}

const headerOf = (headers, name) => headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? "";

const joined = (chunks) => (chunks.length === 1 ? chunks[0] : Buffer.concat(chunks));

function answered(socket, request, answer) {
  if (socket.destroyed) return;
  if (answer.error !== undefined) {
    const { hostname, address, port } = connectionOf(socket);
    socket.destroy(connectionError(answer.error, { hostname, address, port }));
    return;
  }
  const closes = request.closes || headerOf(answer.headers, "connection").toLowerCase() === "close";
  const lines = answer.headers.map(([name, value]) => `${name}: ${value}\r\n`).join("");
  const end = request.head.method === "HEAD" ? 0 : answer.length;
  if (end > 0) connectionOf(socket).body = { answer, at: 0, end, closes };
  answerText(socket, `HTTP/1.1 ${answer.status} ${answer.statusText}\r\n${lines}\r\n`, closes && end === 0);
  pushBody(socket);
}

function answerText(socket, text, closes) {
  const bytes = Buffer.from(text, "latin1");
  socket.bytesRead += bytes.length;
  socket._unrefTimer();
  socket.push(bytes);
  if (closes) socket.push(null);
}

function pushBody(socket) {
  const connection = connectionOf(socket);
  while (connection.body !== undefined) {
    const { body } = connection;
    const to = Math.min(body.end, body.at + PIECE);
    const bytes = body.answer.read(body.at, to);
    body.at = to;
    if (to === body.end) {
      connection.body = undefined;
      connection.exchange.drop();
    }
    socket.bytesRead += bytes.length;
    socket._unrefTimer();
    const more = socket.push(bytes);
    if (to === body.end && body.closes) socket.push(null);
    if (!more) return;
  }
}

// ── The modules ──────────────────────────────────────────────────────────────────────────────────────────────────────

export function Server(options, connectionListener) {
  if (!(this instanceof Server)) return new Server(options, connectionListener);
  EventEmitter.call(this);
  const listener = typeof options === "function" ? options : connectionListener;
  if (typeof listener === "function") this.on("connection", listener);
  this._connections = 0;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter);
const SERVER = {
  listen() {
    throw impossibleError(`${this.constructor?.name === "Server" ? "server" : this.constructor?.name}.listen`, NO_SERVER);
  },
  address: () => null,
  close(callback) {
    const error = Object.assign(new Error("Server is not running."), { code: "ERR_SERVER_NOT_RUNNING" });
    if (typeof callback === "function") process.nextTick(callback, error);
    return this;
  },
  getConnections(callback) {
    process.nextTick(callback, null, 0);
    return this;
  },
  ref() {
    return this;
  },
  unref() {
    return this;
  },
};
for (const [name, value] of Object.entries(SERVER)) {
  Object.defineProperty(Server.prototype, name, { value, writable: true, configurable: true, enumerable: true });
}
Object.defineProperty(Server.prototype, "listening", { get: () => false, configurable: true, enumerable: true });

export function TLSServer(options, connectionListener) {
  if (!(this instanceof TLSServer)) return new TLSServer(options, connectionListener);
  Server.call(this, options, connectionListener);
}
Object.setPrototypeOf(TLSServer.prototype, Server.prototype);
Object.setPrototypeOf(TLSServer, Server);
Object.defineProperty(TLSServer, "name", { value: "Server" });

/** `(options[, listener])`, `(port[, host][, listener])`, `(path[, listener])` → `[options, listener]`, as net has it. */
export function normalizeArgs(args) {
  const [first, second] = args;
  const last = args.at(-1);
  const listener = typeof last === "function" ? last : null;
  if (args.length === 0) return [{}, null];
  if (typeof first === "object" && first !== null) return [first, listener];
  if (typeof first === "string" && Number.isNaN(Number(first))) return [{ path: first }, listener];
  return [{ port: first, ...(typeof second === "string" && { host: second }) }, listener];
}

function connectWith(Class) {
  return (...args) => {
    const [options, listener] = normalizeArgs(args);
    const socket = new Class(options);
    if (listener !== null) socket.once(Class === TLSSocket ? "secureConnect" : "connect", listener);
    if (socket.encrypted) socket.servername = options.servername ?? options.host ?? null;
    connectTo(socket, options);
    return socket;
  };
}

/** lib/internal/timers.js's getTimerDuration. */
export function timerDuration(msecs, name) {
  if (typeof msecs !== "number") throw new codes.ERR_INVALID_ARG_TYPE(name, "number", msecs);
  if (msecs < 0 || !Number.isFinite(msecs)) throw new codes.ERR_OUT_OF_RANGE(name, "a non-negative finite number", msecs);
  return Math.min(msecs, 2 ** 31 - 1);
}

function hide(object, key, value) {
  Object.defineProperty(object, key, { value, writable: true, enumerable: false, configurable: true });
}

const connect = connectWith(Socket);

/** What Node's own http files get as `net` and as `tls`. */
export const net = {
  Socket,
  Server,
  connect,
  createConnection: connect,
  _normalizeArgs: normalizeArgs,
  get isIP() {
    return require("internal/net")("internal/net").isIP;
  },
};
export const tls = { TLSSocket, Server: TLSServer, connect: connectWith(TLSSocket), checkServerIdentity: () => undefined };
