/**
 * node:fs on the function's disk: /tmp, and everything else read-only. What works does so synchronously on the host; the
 * callback forms answer in a later turn of the event loop. Streams, links and watching are not there.
 */
import { codes, unsupported } from "../internal/errors.js";
import { fsError, systemError } from "../internal/fs-errors.js";
import { validateBoolean, validateFunction, validateInteger } from "../internal/validators.js";

const CREATE = 1;
const EXCLUSIVE = 2;
const TRUNCATE = 4;

const constants = {
  UV_FS_SYMLINK_DIR: 1,
  UV_FS_SYMLINK_JUNCTION: 2,
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  UV_DIRENT_UNKNOWN: 0,
  UV_DIRENT_FILE: 1,
  UV_DIRENT_DIR: 2,
  S_IFMT: 61440,
  S_IFREG: 32768,
  S_IFDIR: 16384,
  S_IFLNK: 40960,
  O_CREAT: 64,
  O_EXCL: 128,
  O_TRUNC: 512,
  O_APPEND: 1024,
  S_IRWXU: 448,
  S_IRUSR: 256,
  S_IWUSR: 128,
  S_IXUSR: 64,
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  COPYFILE_EXCL: 1,
  UV_FS_COPYFILE_EXCL: 1,
  COPYFILE_FICLONE: 2,
  COPYFILE_FICLONE_FORCE: 4,
};

/** The path as the caller wrote it, and as the host looks it up. */
function pathOf(path, name = "path") {
  let text = path;
  if (path instanceof URL) text = require("url").fileURLToPath(path);
  else if (ArrayBuffer.isView(path)) text = Buffer.from(path).toString();
  if (typeof text !== "string") throw new codes.ERR_INVALID_ARG_TYPE(name, ["string", "Buffer", "URL"], path);
  if (text.includes("\0")) throw new codes.ERR_INVALID_ARG_VALUE(name, path, "must be a string, Uint8Array, or URL without null bytes");
  const absolute = text === "" ? "" : require("path").resolve(text);
  return { text, absolute, slash: text.length > 1 && text.endsWith("/") };
}

/** Throws the host's refusal, if the answer is one. An empty path is never anything. */
function checked(answer, syscall, path, dest) {
  if (typeof answer === "string" && answer.startsWith("E")) throw fsError(answer, syscall, path, dest);
  return answer;
}

const factsOf = ({ absolute, slash }) => {
  const answer = absolute === "" ? "ENOENT" : binding.fsStat(absolute);
  if (answer.startsWith("E")) return answer;
  const facts = JSON.parse(answer);
  return slash && !facts.isDirectory ? "ENOTDIR" : facts;
};

function optionsOf(options, defaults = {}) {
  if (options === null || options === undefined || typeof options === "function") return defaults;
  if (typeof options === "string") return { ...defaults, encoding: options };
  if (typeof options !== "object") throw new codes.ERR_INVALID_ARG_TYPE("options", ["string", "Object"], options);
  if (options.encoding != null && options.encoding !== "buffer" && !Buffer.isEncoding(options.encoding)) throw unknownEncoding(options.encoding);
  return { ...defaults, ...options };
}

function unknownEncoding(encoding) {
  return new codes.ERR_INVALID_ARG_VALUE("encoding", encoding, "is invalid encoding");
}

function encodingOf(options) {
  const { encoding } = optionsOf(options);
  if (encoding != null && encoding !== "buffer" && !Buffer.isEncoding(encoding)) throw unknownEncoding(encoding);
  return encoding === "buffer" ? undefined : encoding;
}

const decoded = (buffer, encoding) => (encoding ? buffer.toString(encoding) : buffer);

/** "w+", 0o1101 …: what may be done with a descriptor, and how the file is opened. */
function flagsOf(flags) {
  if (typeof flags === "number") {
    const { O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND } = constants;
    return {
      read: (flags & O_WRONLY) === 0,
      write: (flags & (O_WRONLY | O_RDWR)) !== 0,
      append: (flags & O_APPEND) !== 0,
      open: (flags & O_CREAT ? CREATE : 0) | (flags & O_EXCL ? EXCLUSIVE : 0) | (flags & O_TRUNC ? TRUNCATE : 0),
    };
  }
  const match = /^(?:(r)s?(\+?)|(rs|sr)(\+?)|([wa])(x?)(\+?)|x([wa])(\+?)|(as|sa)(\+?))$/.exec(flags);
  if (match === null) throw new codes.ERR_INVALID_ARG_VALUE("flags", flags);
  const kind = flags.includes("w") ? "w" : flags.includes("a") ? "a" : "r";
  const plus = flags.includes("+");
  return {
    read: kind === "r" || plus,
    write: kind !== "r" || plus,
    append: kind === "a",
    open: kind === "r" ? 0 : CREATE | (flags.includes("x") ? EXCLUSIVE : 0) | (kind === "w" ? TRUNCATE : 0),
  };
}

function modeOf(mode, otherwise) {
  if (mode === undefined || mode === null) return otherwise;
  if (typeof mode === "string" && !/^[0-7]+$/.test(mode)) {
    throw new codes.ERR_INVALID_ARG_VALUE("mode", mode, "must be a 32-bit unsigned integer or an octal string");
  }
  const number = typeof mode === "string" ? Number.parseInt(mode, 8) : mode;
  validateInteger(number, "mode", 0, 4294967295);
  return number;
}

// Lambda's umask.
const masked = (mode) => mode & 0o7777 & ~0o022;

// ── Descriptors ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

const descriptors = new Map();

function openSync(path, flags = "r", mode = 0o666) {
  const place = pathOf(path);
  const how = flagsOf(flags ?? "r");
  const facts = factsOf(place);
  if (how.write) {
    if (place.slash && typeof facts === "string") throw fsError(facts === "ENOENT" ? "EISDIR" : facts, "open", place.text);
    checked(place.absolute === "" ? "ENOENT" : binding.fsOpenForWriting(place.absolute, how.open, masked(modeOf(mode, 0o666))), "open", place.text);
  } else checked(facts, "open", place.text);
  let fd = 3;
  while (descriptors.has(fd)) fd += 1;
  descriptors.set(fd, { path: place.absolute, ...how, position: 0 });
  return fd;
}

function descriptor(fd, syscall) {
  validateInteger(fd, "fd", 0, 2147483647);
  const open = descriptors.get(fd);
  if (open === undefined) throw fsError("EBADF", syscall);
  return open;
}

function closeSync(fd) {
  descriptor(fd, "close");
  descriptors.delete(fd);
}

function contentOf(open, syscall = "read") {
  return new Uint8Array(checked(binding.fsRead(open.path), syscall));
}

function readSync(fd, buffer, offsetOrOptions, length, position) {
  const options = typeof offsetOrOptions === "object" && offsetOrOptions !== null ? offsetOrOptions : { offset: offsetOrOptions, length, position };
  const target = viewOf(buffer);
  const offset = options.offset ?? 0;
  const most = options.length ?? target.length - offset;
  const open = descriptor(fd, "read");
  if (!open.read) throw fsError("EBADF", "read");
  if (!Number.isInteger(offset) || offset < 0) validateInteger(offset, "offset", 0);
  if (most < 0 || most > target.length - offset) throw new codes.ERR_OUT_OF_RANGE("length", `<= ${target.length - offset}`, most);
  const content = contentOf(open);
  const at = typeof options.position === "number" && options.position >= 0 ? options.position : typeof options.position === "bigint" ? Number(options.position) : open.position;
  const part = content.subarray(at, at + most);
  target.set(part, offset);
  if (at === open.position && typeof options.position !== "number") open.position += part.length;
  return part.length;
}

function viewOf(buffer) {
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE("buffer", ["Buffer", "TypedArray", "DataView"], buffer);
}

/** What a write takes: a string with its encoding, or bytes. */
function bytesOf(data, encoding, name = "data") {
  if (typeof data === "string") return Buffer.from(data, encoding ?? "utf8");
  if (ArrayBuffer.isView(data)) return viewOf(data);
  throw new codes.ERR_INVALID_ARG_TYPE(name, ["string", "Buffer", "TypedArray", "DataView"], data);
}

function writeSync(fd, data, offsetOrOptions, length, position) {
  const open = descriptor(fd, "write");
  if (!open.write) throw fsError("EBADF", "write");
  if (typeof data === "string") return put(open, bytesOf(data, length), offsetOrOptions);
  const options = typeof offsetOrOptions === "object" && offsetOrOptions !== null ? offsetOrOptions : { offset: offsetOrOptions, length, position };
  const bytes = bytesOf(data, undefined, "buffer");
  const offset = options.offset ?? 0;
  return put(open, bytes.subarray(offset, offset + (options.length ?? bytes.length - offset)), options.position);
}

function put(open, bytes, position) {
  const given = typeof position === "number";
  const at = open.append ? -1 : given ? position : open.position;
  checked(binding.fsWrite(open.path, bytes, at), "write");
  if (!given) open.position = (open.append ? JSON.parse(binding.fsStat(open.path)).size : at + bytes.length);
  return bytes.length;
}

function ftruncateSync(fd, length = 0) {
  const open = descriptor(fd, "ftruncate");
  if (!open.write) throw fsError("EINVAL", "ftruncate");
  checked(binding.fsTruncate(open.path, Math.max(0, length)), "ftruncate");
}

// ── Whole files ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

function readFileSync(path, options) {
  const { flag } = optionsOf(options, { flag: "r" });
  const encoding = encodingOf(options);
  if (typeof path === "number") return decoded(Buffer.from(contentOf(descriptor(path, "read")).buffer), encoding);
  const fd = openSync(path, flag ?? "r");
  try {
    return decoded(Buffer.from(contentOf(descriptor(fd, "read")).buffer), encoding);
  } finally {
    closeSync(fd);
  }
}

function writeFileSync(path, data, options) {
  const { encoding, mode, flag } = optionsOf(options, { encoding: "utf8", mode: 0o666, flag: "w" });
  const bytes = bytesOf(data, encoding);
  if (typeof path === "number") {
    put(descriptor(path, "write"), bytes, undefined);
    return;
  }
  const fd = openSync(path, flag ?? "w", mode);
  try {
    if (bytes.length > 0) put(descriptor(fd, "write"), bytes, undefined);
  } finally {
    closeSync(fd);
  }
}

function appendFileSync(path, data, options) {
  const given = optionsOf(options, { encoding: "utf8", mode: 0o666, flag: "a" });
  writeFileSync(path, data, { ...given, flag: given.flag ?? "a" });
}

function copyFileSync(from, to, mode = 0) {
  const [source, target] = [pathOf(from, "src"), pathOf(to, "dest")];
  validateInteger(mode, "mode", 0, 7);
  const fail = (answer) => checked(answer, "copyfile", source.text, target.text);
  const content = fail(binding.fsRead(source.absolute));
  const facts = fail(factsOf(source));
  fail(binding.fsOpenForWriting(target.absolute, CREATE | TRUNCATE | (mode & constants.COPYFILE_EXCL ? EXCLUSIVE : 0), facts.mode & 0o777));
  fail(binding.fsWrite(target.absolute, new Uint8Array(content), 0));
}

function truncateSync(path, length = 0) {
  const place = pathOf(path);
  checked(factsOf(place), "open", place.text);
  checked(binding.fsTruncate(place.absolute, Math.max(0, length)), "open", place.text);
}

// ── What is there ────────────────────────────────────────────────────────────────────────────────────────────────────────────

class Stats {
  constructor(facts, big) {
    const number = big ? (value) => BigInt(Math.floor(value)) : (value) => value;
    this.dev = number(facts.writable ? 66306 : 66305);
    this.mode = number(facts.mode);
    this.nlink = number(facts.isDirectory ? 2 : 1);
    this.uid = number(facts.writable ? 993 : 0);
    this.gid = number(facts.writable ? 990 : 0);
    this.rdev = number(0);
    this.blksize = number(4096);
    this.ino = number(facts.inode);
    this.size = number(facts.size);
    this.blocks = number(Math.ceil(facts.size / 4096) * 8);
    for (const [name, time] of [["atime", facts.modified], ["mtime", facts.modified], ["ctime", facts.modified], ["birthtime", facts.created]]) {
      this[`${name}Ms`] = number(time);
      if (big) this[`${name}Ns`] = BigInt(Math.floor(time)) * 1_000_000n;
      Object.defineProperty(this, name, { value: new Date(time), writable: true, enumerable: true, configurable: true });
    }
  }
  isDirectory() {
    return (Number(this.mode) & constants.S_IFMT) === constants.S_IFDIR;
  }
  isFile() {
    return (Number(this.mode) & constants.S_IFMT) === constants.S_IFREG;
  }
  isBlockDevice() {
    return false;
  }
  isCharacterDevice() {
    return false;
  }
  isSymbolicLink() {
    return false;
  }
  isFIFO() {
    return false;
  }
  isSocket() {
    return false;
  }
}

function look(syscall) {
  return (path, options = {}) => {
    const place = pathOf(path);
    const facts = factsOf(place);
    if (options?.throwIfNoEntry === false && (facts === "ENOENT" || facts === "ENOTDIR")) return undefined;
    return new Stats(checked(facts, syscall, place.text), options?.bigint);
  };
}
const statSync = Object.defineProperty(look("stat"), "name", { value: "statSync" });
const lstatSync = Object.defineProperty(look("lstat"), "name", { value: "lstatSync" });

function fstatSync(fd, options = {}) {
  return new Stats(JSON.parse(checked(binding.fsStat(descriptor(fd, "fstat").path), "fstat")), options?.bigint);
}

function existsSync(path) {
  try {
    return typeof factsOf(pathOf(path)) !== "string";
  } catch {
    // Node answers false to what is no path, too.
    return false;
  }
}

function accessSync(path, mode = constants.F_OK) {
  const place = pathOf(path);
  validateInteger(mode, "mode", 0, 7);
  const facts = checked(factsOf(place), "access", place.text);
  if (mode & constants.W_OK && !facts.writable) throw fsError("EROFS", "access", place.text);
  if (mode & constants.X_OK && (facts.mode & 0o111) === 0) throw fsError("EACCES", "access", place.text);
}

function realpathSync(path, options) {
  const place = pathOf(path);
  checked(factsOf(place), "lstat", place.absolute);
  const encoding = typeof options === "string" ? options : options?.encoding;
  return encoding === "buffer" ? Buffer.from(place.absolute) : place.absolute;
}
realpathSync.native = realpathSync;

const kType = Symbol("type");

class Dirent {
  constructor(name, parentPath, isDirectory) {
    this.name = name;
    this.parentPath = parentPath;
    this[kType] = isDirectory ? constants.UV_DIRENT_DIR : constants.UV_DIRENT_FILE;
  }
  isDirectory() {
    return this[kType] === constants.UV_DIRENT_DIR;
  }
  isFile() {
    return this[kType] === constants.UV_DIRENT_FILE;
  }
  isBlockDevice() {
    return false;
  }
  isCharacterDevice() {
    return false;
  }
  isSymbolicLink() {
    return false;
  }
  isFIFO() {
    return false;
  }
  isSocket() {
    return false;
  }
}

function readdirSync(path, options) {
  const { withFileTypes = false, recursive = false } = optionsOf(options);
  validateBoolean(recursive, "options.recursive");
  const place = pathOf(path);
  const encoding = typeof options === "string" ? options : options?.encoding;
  const found = [];
  const walk = (absolute, shown, prefix) => {
    for (const { name, isDirectory } of JSON.parse(checked(binding.fsList(absolute), "scandir", shown))) {
      const listed = withFileTypes ? name : prefix + name;
      const text = encoding === "buffer" ? Buffer.from(listed) : listed;
      found.push(withFileTypes ? new Dirent(text, shown, isDirectory) : text);
      if (recursive && isDirectory) walk(`${absolute === "/" ? "" : absolute}/${name}`, `${shown === "/" ? "" : shown}/${name}`, `${prefix}${name}/`);
    }
  };
  checked(place.absolute === "" ? "ENOENT" : "", "scandir", place.text);
  walk(place.absolute, place.text.length > 1 ? place.text.replace(/\/$/, "") : place.text, "");
  return found;
}

// ── Making and removing ──────────────────────────────────────────────────────────────────────────────────────────────────────

function mkdirSync(path, options) {
  const given = typeof options === "number" || typeof options === "string" ? { mode: options } : (options ?? {});
  const { recursive = false } = given;
  validateBoolean(recursive, "options.recursive");
  const mode = masked(modeOf(given.mode, 0o777));
  const place = pathOf(path);
  if (!recursive) {
    checked(place.absolute === "" ? "ENOENT" : binding.fsMakeDirectory(place.absolute, mode), "mkdir", place.text);
    return undefined;
  }
  let first;
  let at = "";
  for (const name of place.absolute.split("/").slice(1)) {
    at += `/${name}`;
    const answer = at === "/" ? "EEXIST" : binding.fsMakeDirectory(at, mode);
    if (answer === "") first ??= at;
    else if (answer !== "EEXIST") throw fsError(answer, "mkdir", place.text);
    else if (!JSON.parse(binding.fsStat(at)).isDirectory) throw fsError(at === place.absolute ? "EEXIST" : "ENOTDIR", "mkdir", place.text);
  }
  return first;
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function mkdtempSync(prefix, options) {
  const place = pathOf(prefix, "prefix");
  // Not resolved: "/tmp/" and "/tmp" are different prefixes.
  const start = place.text.startsWith("/") ? place.text : `${process.cwd()}/${place.text}`;
  let suffix = "";
  for (let letter = 0; letter < 6; letter += 1) suffix += LETTERS[binding.random() % LETTERS.length];
  checked(binding.fsMakeDirectory(require("path").normalize(start + suffix), 0o700), "mkdtemp", `${place.text}XXXXXX`);
  return (typeof options === "string" ? options : options?.encoding) === "buffer" ? Buffer.from(place.text + suffix) : place.text + suffix;
}

function unlinkSync(path) {
  const place = pathOf(path);
  checked(binding.fsRemoveFile(place.absolute), "unlink", place.text);
}

function rmdirSync(path) {
  const place = pathOf(path);
  checked(binding.fsRemoveDirectory(place.absolute), "rmdir", place.text);
}

function rmSync(path, options = {}) {
  const { recursive = false, force = false } = options ?? {};
  validateBoolean(recursive, "options.recursive");
  validateBoolean(force, "options.force");
  const place = pathOf(path);
  const facts = factsOf(place);
  if (facts === "ENOENT" && force) return;
  checked(facts, "lstat", place.text);
  if (!facts.isDirectory) {
    checked(binding.fsRemoveFile(place.absolute), "rm", place.text);
    return;
  }
  if (!recursive) throw systemError("ERR_FS_EISDIR", "Path is a directory", "EISDIR", "is a directory", "rm", place.text);
  removeTree(place.absolute, place.text);
}

function removeTree(absolute, shown) {
  for (const { name, isDirectory } of JSON.parse(checked(binding.fsList(absolute), "scandir", shown))) {
    if (isDirectory) removeTree(`${absolute}/${name}`, `${shown}/${name}`);
    else checked(binding.fsRemoveFile(`${absolute}/${name}`), "unlink", `${shown}/${name}`);
  }
  checked(binding.fsRemoveDirectory(absolute), "rmdir", shown);
}

function renameSync(from, to) {
  const [source, target] = [pathOf(from, "oldPath"), pathOf(to, "newPath")];
  checked(binding.fsRename(source.absolute, target.absolute), "rename", source.text, target.text);
}

function cpSync(from, to, options = {}) {
  const { recursive = false, force = true, errorOnExist = false, filter = () => true } = options ?? {};
  const [source, target] = [pathOf(from, "src"), pathOf(to, "dest")];
  const copy = (a, b) => {
    if (!filter(a, b)) return;
    const facts = factsOf(pathOf(a));
    checked(facts, "cp", a);
    if (facts.isDirectory) {
      if (!recursive) throw systemError("ERR_FS_EISDIR", "Recursive option not enabled, cannot copy a directory", "EISDIR", `${a} is a directory (not copied)`, "cp", a);
      mkdirSync(b, { recursive: true });
      for (const name of readdirSync(a)) copy(`${a}/${name}`, `${b}/${name}`);
    } else if (!existsSync(b) || force) copyFileSync(a, b);
    else if (errorOnExist) throw systemError("ERR_FS_CP_EEXIST", "Target already exists", "EEXIST", `${b} already exists`, "cp", b);
  };
  copy(source.text, target.text);
}

function chmodSync(path, mode) {
  const place = pathOf(path);
  checked(binding.fsChangeMode(place.absolute, modeOf(mode, 0)), "chmod", place.text);
}

function utimesSync(path, _accessed, modified) {
  const place = pathOf(path);
  const time = modified instanceof Date ? modified.getTime() : Number(modified) * 1000;
  if (!Number.isFinite(time)) throw new codes.ERR_INVALID_ARG_TYPE("mtime", ["Date", "Time in seconds"], modified);
  checked(binding.fsChangeTime(place.absolute, time), "utime", place.text);
}

function opendirSync(path) {
  const entries = readdirSync(path, { withFileTypes: true });
  const place = pathOf(path);
  return {
    path: place.text,
    readSync: () => entries.shift() ?? null,
    read: async () => entries.shift() ?? null,
    closeSync() {},
    async close() {},
    async *[Symbol.asyncIterator]() {
      yield* entries;
    },
  };
}

const fsyncSync = (fd) => void descriptor(fd, "fsync");
const fdatasyncSync = (fd) => void descriptor(fd, "fdatasync");

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
      const callback = args.pop();
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

for (const name of ["createReadStream", "createWriteStream", "link", "linkSync", "readlink", "readlinkSync", "symlink", "symlinkSync", "watch", "watchFile", "unwatchFile", "statfs", "statfsSync", "openAsBlob"]) {
  const refuse = () => {
    throw unsupported(`fs.${name}`);
  };
  fs[name] = Object.defineProperty(refuse, "name", { value: name });
}
Object.defineProperty(fs, "promises", { configurable: true, enumerable: true, get: () => require("fs/promises") });

export { fs as "module.exports" };
