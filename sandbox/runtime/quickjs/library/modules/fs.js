/**
 * node:fs on the function's disk: /tmp, and everything else read-only. What works does so synchronously on the host; the
 * callback forms answer in a later turn of the event loop. Streams, links and watching are not there.
 */
import { unsupported } from "../internal/errors.js";
import { constants } from "../internal/fs/arguments.js";
import { chmodSync, cpSync, renameSync, rmdirSync, rmSync, unlinkSync, utimesSync } from "../internal/fs/changes.js";
import { closeSync, fdatasyncSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from "../internal/fs/descriptors.js";
import { Dirent, mkdirSync, mkdtempSync, opendirSync, readdirSync } from "../internal/fs/directories.js";
import { accessSync, existsSync, fstatSync, lstatSync, realpathSync, Stats, statSync } from "../internal/fs/stats.js";
import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from "../internal/fs/whole-files.js";
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

const fs = { ...synchronous, constants, existsSync, readSync, writeSync, Stats, Dirent, F_OK: 0, R_OK: 4, W_OK: 2, X_OK: 1 };
for (const [name, sync] of Object.entries(synchronous)) fs[name.slice(0, -4)] = asynchronous(name.slice(0, -4), sync);
fs.realpath.native = fs.realpath;

fs.exists = function exists(path, callback) {
  validateFunction(callback, "cb");
  setImmediate(() => callback(existsSync(path)));
};
fs.read = function read(fd, buffer, ...rest) {
  const callback = rest.pop();
  validateFunction(callback, "cb");
  setImmediate(() => {
    let count;
    try {
      count = readSync(fd, buffer, ...rest);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, count, buffer);
  });
};
fs.write = function write(fd, data, ...rest) {
  const callback = rest.pop();
  validateFunction(callback, "cb");
  setImmediate(() => {
    let count;
    try {
      count = writeSync(fd, data, ...rest);
    } catch (error) {
      callback(error);
      return;
    }
    callback(null, count, data);
  });
};

for (const name of [
  "createReadStream",
  "createWriteStream",
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
