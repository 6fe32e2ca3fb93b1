/** What fs.promises.open() gives (Node's lib/internal/fs/promises.js): a descriptor that closes when its last user is done. */
import EventEmitter from "../modules/events.js";
import fs from "../modules/fs.js";
import { codes } from "./errors.js";
import { later } from "./fs/later.js";
import { validateBoolean, validateObject } from "./validators.js";

export const kRef = Symbol("kRef");
export const kUnref = Symbol("kUnref");

const streams = () => require("internal/fs-streams")("internal/fs/streams");

export class FileHandle extends EventEmitter {
  #fd;
  #users = 1;
  #closing;
  #closed = Promise.withResolvers();
  #locked = false;
  constructor(fd) {
    super();
    this.#fd = fd;
    // In Node it is a property of each handle, which works when it is taken off it.
    const close = () => this.#close();
    Object.defineProperty(this, "close", { value: close, writable: true, enumerable: false, configurable: true });
  }
  get fd() {
    return this.#fd;
  }
  async #call(syscall, work) {
    if (this.#fd === -1) throw Object.assign(new Error("file closed"), { code: "EBADF", syscall });
    this[kRef]();
    try {
      return await later(() => work(this.#fd));
    } finally {
      this[kUnref]();
    }
  }
  appendFile(data, options) {
    return this.#call("writeFile", (fd) => fs.writeFileSync(fd, data, options));
  }
  chmod() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED("FileHandle.chmod()");
  }
  datasync() {
    return this.#call("fdatasync", fs.fdatasyncSync);
  }
  sync() {
    return this.#call("fsync", fs.fsyncSync);
  }
  read(buffer, ...rest) {
    // Without a buffer Node brings one of 16 KiB.
    const isBuffer = ArrayBuffer.isView(buffer);
    const target = isBuffer ? buffer : (buffer?.buffer ?? Buffer.alloc(16384));
    const where = isBuffer ? rest : [buffer];
    return this.#call("read", (fd) => ({ __proto__: null, bytesRead: fs.readSync(fd, target, ...where), buffer: target }));
  }
  readv(buffers, position) {
    return this.#call("readv", (fd) => ({ __proto__: null, bytesRead: fs.readvSync(fd, buffers, position), buffers }));
  }
  readFile(options) {
    return this.#call("readFile", (fd) => fs.readFileSync(fd, options));
  }
  readLines(options) {
    const { Interface } = require("readline");
    return new Interface({ input: this.createReadStream(options), crlfDelay: Number.POSITIVE_INFINITY });
  }
  stat(options) {
    return this.#call("fstat", (fd) => fs.fstatSync(fd, options));
  }
  truncate(length) {
    return this.#call("ftruncate", (fd) => fs.ftruncateSync(fd, length));
  }
  write(data, ...rest) {
    return this.#call("write", (fd) => ({ __proto__: null, bytesWritten: fs.writeSync(fd, data, ...rest), buffer: data }));
  }
  writev(buffers, position) {
    return this.#call("writev", (fd) => ({ __proto__: null, bytesWritten: fs.writevSync(fd, buffers, position), buffers }));
  }
  writeFile(data, options) {
    return this.#call("writeFile", (fd) => fs.writeFileSync(fd, data, options));
  }
  createReadStream(options) {
    return new (streams().ReadStream)(undefined, { ...options, fd: this });
  }
  createWriteStream(options) {
    return new (streams().WriteStream)(undefined, { ...options, fd: this });
  }
  readableWebStream(options = {}) {
    if (this.#fd === -1) throw new codes.ERR_INVALID_STATE("The FileHandle is closed");
    if (this.#closing) throw new codes.ERR_INVALID_STATE("The FileHandle is closing");
    if (this.#locked) throw new codes.ERR_INVALID_STATE("The FileHandle is locked");
    this.#locked = true;
    validateObject(options, "options");
    const { autoClose = false } = options;
    validateBoolean(autoClose, "options.autoClose");
    const { ReadableStream, readableStreamCancel } = require("internal/webstreams")("internal/webstreams/readablestream");
    const done = async () => {
      this[kUnref]();
      if (autoClose) await this.close();
    };
    const read = (view) => this.read(view, view.byteOffset, view.byteLength);
    const stream = new ReadableStream({
      type: "bytes",
      autoAllocateChunkSize: 16384,
      async pull(controller) {
        const { bytesRead } = await read(controller.byobRequest.view);
        if (bytesRead === 0) {
          controller.close();
          await done();
        }
        controller.byobRequest.respond(bytesRead);
      },
      cancel: done,
    });
    this[kRef]();
    this.once("close", () => readableStreamCancel(stream));
    return stream;
  }
  #close() {
    if (this.#fd === -1) return Promise.resolve();
    if (this.#closing) return this.#closing;
    this.#closing = this.#closed.promise;
    this[kUnref]();
    this.emit("close");
    return this.#closing;
  }
  [kRef]() {
    this.#users += 1;
  }
  [kUnref]() {
    this.#users -= 1;
    if (this.#users > 0) return;
    const fd = this.#fd;
    this.#fd = -1;
    later(() => fs.closeSync(fd)).then(this.#closed.resolve, this.#closed.reject);
  }
}

const kAsyncDispose = Symbol.asyncDispose ?? Symbol.for("Symbol.asyncDispose");
Object.defineProperty(FileHandle.prototype, kAsyncDispose, {
  configurable: true,
  writable: true,
  value: async function asyncDispose() {
    await this.close();
  },
});
