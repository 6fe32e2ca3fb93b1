/**
 * node:dgram. Who sends a datagram never learns whether it arrived: metrics and traces are sent so, to a daemon beside the function.
 *
 * Simplified: what is sent is taken and goes nowhere, and nothing ever arrives. A bound socket does not keep the process alive.
 */
import { EventEmitter } from "node:events";
import { codes } from "../internal/errors.js";
import { impossibles } from "../internal/impossible.js";
import { validateFunction } from "../internal/validators.js";

const WHY = "람다 랩의 시뮬레이터에는 UDP를 주고받을 상대가 없어 멀티캐스트와 브로드캐스트를 쓸 수 없습니다. 실제 AWS에서 시험하세요.";

function coded(Base, code, message) {
  const error = new Base(message);
  error.stack = error.stack?.replace(error.name, `${error.name} [${code}]`);
  return Object.assign(error, { code });
}

const notRunning = () => coded(Error, "ERR_SOCKET_DGRAM_NOT_RUNNING", "Not running");

class Socket extends EventEmitter {
  type;
  #open = true;
  #bound;
  #remote;

  constructor(type, listener) {
    super();
    const name = typeof type === "object" && type !== null ? type.type : type;
    if (name !== "udp4" && name !== "udp6")
      throw coded(TypeError, "ERR_SOCKET_BAD_TYPE", "Bad socket type specified. Valid types are: udp4, udp6");
    this.type = name;
    if (typeof listener === "function") this.on("message", listener);
  }

  /** `send(message[, offset, length][, port][, address][, callback])`: one piece, or a list of them. */
  send(message, ...rest) {
    this.#running();
    const callback = typeof rest.at(-1) === "function" ? rest.pop() : undefined;
    const hasRange = this.#remote === undefined ? typeof rest[1] === "number" : typeof rest[0] === "number" && rest.length >= 2;
    const [offset, length] = hasRange ? rest.splice(0, 2) : [0, undefined];
    const [port] = rest;
    if (this.#remote === undefined) portOf(port);
    const bytes = hasRange
      ? piece(message).subarray(offset, offset + length).length
      : [message].flat().reduce((sum, one) => sum + piece(one).length, 0);
    this.#bind();
    if (callback !== undefined) process.nextTick(callback, null, bytes);
  }

  bind(...args) {
    this.#running();
    if (this.#bound !== undefined) throw coded(Error, "ERR_SOCKET_ALREADY_BOUND", "Socket is already bound");
    const callback = args.find((argument) => typeof argument === "function");
    const [first] = args;
    this.#bind(typeof first === "object" && first !== null ? first.port : first);
    if (callback !== undefined) this.once("listening", callback);
    process.nextTick(() => this.emit("listening"));
    return this;
  }

  connect(port, address, callback) {
    this.#running();
    if (this.#remote !== undefined) throw coded(Error, "ERR_SOCKET_DGRAM_IS_CONNECTED", "Already connected");
    const called = typeof address === "function" ? address : callback;
    if (called !== undefined) validateFunction(called, "callback");
    this.#remote = { address: typeof address === "string" ? address : "127.0.0.1", family: this.#family, port: portOf(port) };
    this.#bind();
    if (called !== undefined) this.once("connect", called);
    process.nextTick(() => this.emit("connect"));
  }

  disconnect() {
    this.remoteAddress();
    this.#remote = undefined;
  }

  close(callback) {
    this.#running();
    if (typeof callback === "function") this.on("close", callback);
    this.#open = false;
    process.nextTick(() => this.emit("close"));
    return this;
  }

  address() {
    this.#running();
    if (this.#bound === undefined)
      throw Object.assign(new Error("getsockname EBADF"), { errno: -9, code: "EBADF", syscall: "getsockname" });
    return { address: this.type === "udp4" ? "0.0.0.0" : "::", family: this.#family, port: this.#bound };
  }

  remoteAddress() {
    this.#running();
    if (this.#remote === undefined) throw coded(Error, "ERR_SOCKET_DGRAM_NOT_CONNECTED", "Not connected");
    return { ...this.#remote };
  }

  ref() {
    return this;
  }
  unref() {
    return this;
  }
  getSendQueueCount() {
    return 0;
  }
  getSendQueueSize() {
    return 0;
  }

  get #family() {
    return this.type === "udp4" ? "IPv4" : "IPv6";
  }
  /** The port is the first free one of Linux's for such sockets. */
  #bind(port = 0) {
    this.#bound ??= port === 0 ? 32_768 : port;
  }
  #running() {
    if (!this.#open) throw notRunning();
  }
}

const impossible = impossibles(
  "dgram.Socket",
  WHY,
  "addMembership addSourceSpecificMembership dropMembership dropSourceSpecificMembership setBroadcast setMulticastInterface setMulticastLoopback setMulticastTTL setTTL",
);
for (const [name, value] of Object.entries(impossible))
  Object.defineProperty(Socket.prototype, name, { value, writable: true, configurable: true });

function piece(message) {
  if (typeof message === "string") return Buffer.from(message);
  if (ArrayBuffer.isView(message)) return Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE("buffer", ["string", "Buffer", "TypedArray", "DataView"], message);
}

function portOf(port) {
  const number = Number(port);
  if (!(number > 0 && number < 65_536 && Number.isInteger(number)))
    throw coded(RangeError, "ERR_SOCKET_BAD_PORT", `Port should be > 0 and < 65536. Received ${received(port)}.`);
  return number;
}

function received(value) {
  return value === undefined || value === null
    ? String(value)
    : `type ${typeof value} (${typeof value === "string" ? `'${value}'` : String(value)})`;
}

export function createSocket(type, listener) {
  if (listener !== undefined) validateFunction(listener, "listener");
  return new Socket(type, listener);
}

export function _createSocketHandle() {
  return impossibles("dgram", WHY, "_createSocketHandle")._createSocketHandle();
}

export { Socket };
