/**
 * node:fs on the function's disk: /tmp, and everything else read-only. What works does so synchronously on the host; the
 * callback forms answer in a later turn of the event loop. Links and watching are not there.
 */
import { unsupported } from "../internal/errors.js";
import { constants } from "../internal/fs/arguments.js";
import { chmodSync, cpSync, renameSync, rmdirSync, rmSync, unlinkSync, utimesSync } from "../internal/fs/changes.js";
import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  readvSync,
  writeSync,
  writevSync,
} from "../internal/fs/descriptors.js";
import { Dirent, mkdirSync, mkdtempSync, opendirSync, readdirSync } from "../internal/fs/directories.js";
import { accessSync, existsSync, fstatSync, lstatSync, realpathSync, Stats, statSync } from "../internal/fs/stats.js";
import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from "../internal/fs/whole-files.js";
import { lazyClass } from "../internal/lazy-class.js";
import { validateFunction } from "../internal/validators.js";

const synchronous = {
  accessSync,
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  opendirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  truncateSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
};

/** The callback form: Node checks arguments at once, and answers when its thread pool has. */
function asynchronous(name, sync) {
  const fn = {
    [name](...args) {
      const callback = args.length > 1 ? args.pop() : undefined;
      validateFunction(callback, "cb");
      setImmediate(() => {
        let value;
        try {
          value = sync(...args);
        } catch (error) {
          callback(error);
          return;
        }
        callback(null, value);
      });
    },
  }[name];
  return fn;
}

const fs = {
  ...synchronous,
  constants,
  existsSync,
  readSync,
  readvSync,
  writeSync,
  writevSync,
  Stats,
  Dirent,
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
};
for (const [name, sync] of Object.entries(synchronous)) fs[name.slice(0, -4)] = asynchronous(name.slice(0, -4), sync);
fs.realpath.native = fs.realpath;

fs.exists = function exists(path, callback) {
  validateFunction(callback, "cb");
  setImmediate(() => callback(existsSync(path)));
};
/** The forms whose callback is told a count and what was read into or written. */
function counting(name, sync) {
  return {
    [name](fd, data, ...rest) {
      const callback = rest.pop();
      validateFunction(callback, "cb");
      setImmediate(() => {
        let count;
        try {
          count = sync(fd, data, ...rest);
        } catch (error) {
          callback(error);
          return;
        }
        callback(null, count, data);
      });
    },
  }[name];
}
fs.read = counting("read", readSync);
fs.readv = counting("readv", readvSync);
fs.write = counting("write", writeSync);
fs.writev = counting("writev", writevSync);

/** Streams are loaded by those who use them. */
const streams = () => require("internal/fs-streams")("internal/fs/streams");
fs.createReadStream = function createReadStream(path, options) {
  return new (streams().ReadStream)(path, options);
};
fs.createWriteStream = function createWriteStream(path, options) {
  return new (streams().WriteStream)(path, options);
};
fs.ReadStream = lazyClass("ReadStream", () => streams().ReadStream);
fs.WriteStream = lazyClass("WriteStream", () => streams().WriteStream);
fs.FileReadStream = fs.ReadStream;
fs.FileWriteStream = fs.WriteStream;

for (const name of [
  "link",
  "linkSync",
  "readlink",
  "readlinkSync",
  "symlink",
  "symlinkSync",
  "watch",
  "watchFile",
  "unwatchFile",
  "statfs",
  "statfsSync",
  "openAsBlob",
]) {
  const refuse = () => {
    throw unsupported(`fs.${name}`);
  };
  fs[name] = Object.defineProperty(refuse, "name", { value: name });
}
Object.defineProperty(fs, "promises", { configurable: true, enumerable: true, get: () => require("fs/promises") });

export { fs as "module.exports" };
