/** node:fs/promises: node:fs, each call answered in a later turn of the event loop. */
import { codes } from "../../internal/errors.js";
import fs from "../fs.js";

/** Runs `work` where Node's thread pool would have finished it. */
function later(work) {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      try {
        resolve(work());
      } catch (error) {
        reject(error);
      }
    });
  });
}

const aborted = (options) =>
  options?.signal?.aborted && new (require("internal/errors").AbortError)(undefined, { cause: options.signal.reason });

function promised(name, sync) {
  return {
    [name]: async (...args) => {
      const refusal = aborted(args.at(-1));
      if (refusal) throw refusal;
      return later(() => sync(...args));
    },
  }[name];
}

class FileHandle {
  #fd;
  constructor(fd) {
    this.#fd = fd;
  }
  get fd() {
    return this.#fd;
  }
  #open() {
    if (this.#fd === -1) throw Object.assign(new Error("file closed"), { code: "EBADF", syscall: "FileHandle" });
    return this.#fd;
  }
  appendFile(data, options) {
    return later(() => fs.writeFileSync(this.#open(), data, options));
  }
  chmod() {
    throw new codes.ERR_METHOD_NOT_IMPLEMENTED("FileHandle.chmod()");
  }
  close() {
    return later(() => {
      fs.closeSync(this.#open());
      this.#fd = -1;
    });
  }
  datasync() {
    return later(() => fs.fdatasyncSync(this.#open()));
  }
  read(buffer, ...rest) {
    return later(() => ({ bytesRead: fs.readSync(this.#open(), buffer, ...rest), buffer }));
  }
  readFile(options) {
    return later(() => fs.readFileSync(this.#open(), options));
  }
  stat(options) {
    return later(() => fs.fstatSync(this.#open(), options));
  }
  sync() {
    return later(() => fs.fsyncSync(this.#open()));
  }
  truncate(length) {
    return later(() => fs.ftruncateSync(this.#open(), length));
  }
  write(data, ...rest) {
    return later(() => ({ bytesWritten: fs.writeSync(this.#open(), data, ...rest), buffer: data }));
  }
  writeFile(data, options) {
    return later(() => fs.writeFileSync(this.#open(), data, options));
  }
  async *readLines(options) {
    const text = await this.readFile({ encoding: "utf8", ...options });
    const lines = text.split(/\r?\n/);
    if (lines.at(-1) === "") lines.pop();
    yield* lines;
  }
}

export const constants = fs.constants;
export const access = promised("access", fs.accessSync);
export const appendFile = promised("appendFile", fs.appendFileSync);
export const chmod = promised("chmod", fs.chmodSync);
export const copyFile = promised("copyFile", fs.copyFileSync);
export const cp = promised("cp", fs.cpSync);
export const lstat = promised("lstat", fs.lstatSync);
export const mkdir = promised("mkdir", fs.mkdirSync);
export const mkdtemp = promised("mkdtemp", fs.mkdtempSync);
export const open = promised("open", (...args) => new FileHandle(fs.openSync(...args)));
export const opendir = promised("opendir", fs.opendirSync);
export const readFile = promised("readFile", (path, options) =>
  path instanceof FileHandle ? fs.readFileSync(path.fd, options) : fs.readFileSync(path, options),
);
export const readdir = promised("readdir", fs.readdirSync);
export const realpath = promised("realpath", fs.realpathSync);
export const rename = promised("rename", fs.renameSync);
export const rm = promised("rm", fs.rmSync);
export const rmdir = promised("rmdir", fs.rmdirSync);
export const stat = promised("stat", fs.statSync);
export const truncate = promised("truncate", fs.truncateSync);
export const unlink = promised("unlink", fs.unlinkSync);
export const utimes = promised("utimes", fs.utimesSync);
export const writeFile = promised("writeFile", (path, data, options) =>
  path instanceof FileHandle ? fs.writeFileSync(path.fd, data, options) : fs.writeFileSync(path, data, options),
);
