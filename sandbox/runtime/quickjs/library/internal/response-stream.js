/**
 * The responseStream of a streaming handler: what the runtime clients make of an http.ClientRequest to the Runtime API
 * (aws-lambda-nodejs-runtime-interface-client, ResponseStream.js of 3.x and stream/response-stream of 4.x; the request itself is
 * Node's lib/_http_outgoing.js). It keeps the event loop alive until Lambda has all of it.
 *
 *   write ─► queue ─► (nextTick) binding.responseWrite, as the bandwidth allows ─► drain, finish ─► Lambda's reply ─► close
 */
import { codes, define } from "./errors.js";

const { Buffer } = require("buffer");
const EventEmitter = require("events");

define("ERR_HTTP_HEADERS_SENT", (what) => `Cannot ${what} headers after they are sent to the client`, Error);
define("ERR_HTTP_INVALID_HEADER_VALUE", (value, name) => `Invalid value "${value}" for header "${name}"`, TypeError);

/** Node's for http and sockets (lib/internal/streams/state.js). */
const HIGH_WATER_MARK = 65_536;
/** How often Lambda lets more bytes through (sandbox/lambda/stream-bandwidth.ts). */
const REFILL_INTERVAL = 125;
const LONGEST_TIMEOUT = 2 ** 31 - 1;
const CUT_OFF = -1;

const METHODS = [
  "cork",
  "destroy",
  "end",
  "uncork",
  "write",
  "addListener",
  "emit",
  "eventNames",
  "getMaxListeners",
  "listenerCount",
  "listeners",
  "off",
  "on",
  "once",
  "prependListener",
  "prependOnceListener",
  "rawListeners",
  "removeAllListeners",
  "removeListener",
  "setMaxListeners",
  "setContentType",
];
const READ_WRITE = { v3: ["destroyed", "writable", "_onBeforeFirstWrite"], v4: ["destroyed", "_onBeforeFirstWrite"] };
const READ_ONLY = [
  "writableFinished",
  "writableObjectMode",
  "writableEnded",
  "writableNeedDrain",
  "writableHighWaterMark",
  "writableCorked",
  "writableLength",
];
const READ_ONLY_OF = { v3: [...READ_ONLY, "writableBuffer"], v4: [...READ_ONLY, "writable"] };

const nop = () => {};

class ResponseRequest extends EventEmitter {
  destroyed = false;
  writable = true;
  _onBeforeFirstWrite = undefined;
  contentType = "application/octet-stream";
  /** end() was called. */
  ended = false;
  /** What Lambda has not taken yet. */
  queue = [];
  queued = 0;
  /** Of the first in the queue, how much Lambda has. */
  offset = 0;
  corked = 0;
  needsDrain = false;
  headersSent = false;
  flushing = false;
  failure = undefined;
  /** Lambda has answered, or the connection is lost. */
  closed = false;

  constructor(timers, highWaterMark, reply) {
    super();
    this.timers = timers;
    this.writableHighWaterMark = highWaterMark ?? HIGH_WATER_MARK;
    this.reply = reply;
    // The open socket.
    this.alive = timers.setTimeout(nop, LONGEST_TIMEOUT);
  }

  get writableObjectMode() {
    return false;
  }
  get writableEnded() {
    return this.ended;
  }
  get writableFinished() {
    return this.ended && this.queued === 0;
  }
  get writableLength() {
    return this.queued;
  }
  get writableCorked() {
    return this.corked;
  }
  get writableNeedDrain() {
    return !this.destroyed && !this.ended && this.needsDrain;
  }

  cork() {
    this.corked += 1;
  }

  uncork() {
    if (this.corked === 0) return;
    this.corked -= 1;
    this.schedule();
  }

  setHeaderContentType(contentType) {
    if (this.headersSent) throw new codes.ERR_HTTP_HEADERS_SENT("set");
    if (contentType === undefined) throw new codes.ERR_HTTP_INVALID_HEADER_VALUE(contentType, "Content-Type");
    this.contentType = `${contentType}`;
  }

  /** OutgoingMessage.prototype.write. */
  writeChunk(chunk, encoding, callback) {
    if (typeof encoding === "function") return this.enqueue(chunk, null, encoding);
    return this.enqueue(chunk, encoding, callback);
  }

  enqueue(chunk, encoding, callback) {
    const done = typeof callback === "function" ? callback : nop;
    if (chunk === null) throw new codes.ERR_STREAM_NULL_VALUES();
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) {
      throw new codes.ERR_INVALID_ARG_TYPE("chunk", ["string", "Buffer", "Uint8Array"], chunk);
    }
    if (this.ended || this.destroyed) {
      const error = this.ended ? new codes.ERR_STREAM_WRITE_AFTER_END() : new codes.ERR_STREAM_DESTROYED("write");
      this.report(error, done);
      return false;
    }
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, encoding ?? "utf8") : chunk;
    this.headersSent = true;
    this.queue.push({ bytes, size: bytes.length, done });
    this.queued += bytes.length;
    this.schedule();
    const hasRoom = this.queued < this.writableHighWaterMark;
    if (!hasRoom) this.needsDrain = true;
    return hasRoom;
  }

  /** A stream that is closed tells its caller only. */
  report(error, done) {
    const isClosed = this.destroyed;
    this.timers.nextTick(() => {
      done(error);
      if (!isClosed && !this.destroyed) this.emit("error", error);
    });
  }

  endChunk(chunk, encoding, callback) {
    if (typeof chunk === "function") return this.endChunk(null, null, chunk);
    if (typeof encoding === "function") return this.endChunk(chunk, null, encoding);
    if (chunk) {
      if (this.ended) {
        this.report(new codes.ERR_STREAM_WRITE_AFTER_END(), callback ?? nop);
        return this;
      }
      this.enqueue(chunk, encoding, undefined);
    } else if (this.ended) {
      if (typeof callback === "function") {
        if (this.writableFinished) callback(new codes.ERR_STREAM_ALREADY_FINISHED("end"));
        else this.on("finish", callback);
      }
      return this;
    }
    if (typeof callback === "function") this.once("finish", callback);
    this.headersSent = true;
    this.corked = 0;
    this.ended = true;
    this.schedule();
    return this;
  }

  /** Node corks the socket for a tick: what is written in it goes together. */
  schedule() {
    if (this.flushing || this.closed || this.corked > 0) return;
    this.flushing = true;
    this.timers.nextTick(() => this.flush());
  }

  flush() {
    this.flushing = false;
    if (this.closed || this.corked > 0) return;
    const isThrough = this.hand();
    binding.responseFlush();
    if (this.closed) return;
    if (!isThrough) {
      this.flushing = true;
      this.timers.setTimeout(() => this.flush(), REFILL_INTERVAL);
    } else if (this.ended) this.finish();
    else if (this.needsDrain) this.timers.setImmediate(() => this.drained());
  }

  /** Hands Lambda what it takes now. False where it has to wait. */
  hand() {
    while (this.queue.length > 0) {
      // Its buffer may have shrunk since.
      const { bytes, size, done } = this.queue[0];
      const taken = bytes.length <= this.offset ? 0 : binding.responseWrite(bytes, this.offset);
      if (taken === CUT_OFF) {
        this.cutOff();
        return true;
      }
      this.offset += taken;
      if (this.offset < bytes.length) return false;
      this.queued -= size;
      this.queue.shift();
      this.offset = 0;
      this.timers.nextTick(done);
    }
    return true;
  }

  drained() {
    if (!this.needsDrain || this.ended || this.destroyed || this.queued > 0) return;
    this.needsDrain = false;
    this.emit("drain");
  }

  finish() {
    const { failure } = this;
    binding.responseEnd(failure ? "error" : "complete", this.contentType, failure?.errorType ?? "", failure?.text ?? "");
    this.closed = true;
    this.timers.setImmediate(() => {
      this.emit("prefinish");
      this.emit("finish");
      this.timers.setImmediate(() => {
        this.disconnect();
        this.reply.resolve();
        this.emit("close");
      });
    });
  }

  /** The answer is too long: Lambda answers before its end, and closes the connection. */
  cutOff() {
    this.disconnect();
    this.reply.resolve();
    const error = Object.assign(new Error("write EPIPE"), { errno: -32, code: "EPIPE", syscall: "write" });
    this.timers.setImmediate(() => {
      this.emit("error", error);
      this.emit("close");
    });
  }

  disconnect() {
    this.closed = true;
    this.destroyed = true;
    this.alive.close();
  }

  destroy(error) {
    if (this.destroyed) return this;
    this.destroyed = true;
    if (this.closed) return this;
    this.disconnect();
    binding.responseEnd("truncated", this.contentType, "", "");
    const lost = error ?? Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
    this.timers.nextTick(() => {
      this.emit("error", lost);
      this.emit("close");
    });
    return this;
  }
}

/**
 * `timers`: setTimeout, setImmediate, nextTick of the client's own. `tooLate`: makes the error of a late setContentType.
 * `fail` tells Lambda of an error, given as its type and JSON text, and ends the stream; `then` hears when that is done.
 */
export function createResponseStream({ generation, highWaterMark, timers, tooLate }) {
  const reply = Promise.withResolvers();
  // The client awaits it when the handler is done; until then it may be rejected.
  reply.promise.catch(nop);
  const request = new ResponseRequest(timers, highWaterMark, reply);
  request.on("error", (error) => {
    reply.reject(error);
    request.destroy(error);
  });
  let isFirst = true;

  request.setContentType = (contentType) => {
    if (!isFirst) throw tooLate();
    request.setHeaderContentType(contentType);
  };
  request.write = (chunk, encoding, callback) => {
    // The clients' debug output asks for it first, which is why null and undefined are refused in these words.
    chunk.length;
    const isBytes =
      typeof chunk === "string" ||
      (generation === "v3" ? chunk?.constructor === Uint8Array || Buffer.isBuffer(chunk) : chunk instanceof Uint8Array);
    const data = isBytes ? chunk : JSON.stringify(chunk);
    if (isFirst && typeof request._onBeforeFirstWrite === "function") request._onBeforeFirstWrite((piece) => request.writeChunk(piece));
    const hasRoom = request.writeChunk(data, encoding, callback);
    isFirst = false;
    return hasRoom;
  };
  request.end =
    generation === "v3"
      ? (first) => void request.endChunk(first)
      : (chunk, encoding, callback) => request.endChunk(chunk, encoding, callback);

  return {
    responseStream: writableOnly(request, generation),
    replied: reply.promise,
    fail(failure, then) {
      if (request.closed) return void timers.nextTick(then);
      if (!request.ended) request.failure = failure;
      request.endChunk(() => then());
    },
  };
}

function writableOnly(request, generation) {
  const stream = {};
  for (const name of METHODS) stream[name] = request[name].bind(request);
  for (const name of READ_WRITE[generation]) {
    Object.defineProperty(stream, name, {
      get: () => request[name],
      set: (value) => {
        request[name] = value;
      },
    });
  }
  for (const name of READ_ONLY_OF[generation]) Object.defineProperty(stream, name, { get: () => request[name] });
  return stream;
}
