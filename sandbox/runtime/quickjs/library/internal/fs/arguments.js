/** What a caller of fs passes: paths, options, flags, modes; and the refusals of the host as Node throws them. */
import { codes } from "../errors.js";
import { validateInteger } from "../validators.js";
import { fsError } from "./errors.js";

export const CREATE = 1;
export const EXCLUSIVE = 2;
export const TRUNCATE = 4;

export const constants = {
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
export function pathOf(path, name = "path") {
  let text = path;
  if (typeof path === "object" && path instanceof URL) text = require("url").fileURLToPath(path);
  else if (ArrayBuffer.isView(path)) text = Buffer.from(path).toString();
  if (typeof text !== "string") throw new codes.ERR_INVALID_ARG_TYPE(name, ["string", "Buffer", "URL"], path);
  if (text.includes("\0")) throw new codes.ERR_INVALID_ARG_VALUE(name, path, "must be a string, Uint8Array, or URL without null bytes");
  const absolute = text === "" ? "" : require("path").resolve(text);
  return { text, absolute, slash: text.length > 1 && text.endsWith("/") };
}

/** Throws the host's refusal, if the answer is one. An empty path is never anything. */
export function checked(answer, syscall, path, dest) {
  if (typeof answer === "string" && answer.startsWith("E")) throw fsError(answer, syscall, path, dest);
  return answer;
}

export const factsOf = ({ absolute, slash }) => {
  const answer = absolute === "" ? "ENOENT" : binding.fsStat(absolute);
  if (answer.startsWith("E")) return answer;
  const facts = JSON.parse(answer);
  return slash && !facts.isDirectory ? "ENOTDIR" : facts;
};

export function optionsOf(options, defaults = {}) {
  if (options === null || options === undefined || typeof options === "function") return defaults;
  if (typeof options === "string") return { ...defaults, encoding: options };
  if (typeof options !== "object") throw new codes.ERR_INVALID_ARG_TYPE("options", ["string", "Object"], options);
  if (options.encoding != null && options.encoding !== "buffer" && !Buffer.isEncoding(options.encoding))
    throw unknownEncoding(options.encoding);
  return { ...defaults, ...options };
}

function unknownEncoding(encoding) {
  return new codes.ERR_INVALID_ARG_VALUE("encoding", encoding, "is invalid encoding");
}

export function encodingOf(options) {
  const { encoding } = optionsOf(options);
  if (encoding != null && encoding !== "buffer" && !Buffer.isEncoding(encoding)) throw unknownEncoding(encoding);
  return encoding === "buffer" ? undefined : encoding;
}

export const decoded = (buffer, encoding) => (encoding ? buffer.toString(encoding) : buffer);

/** "w+", 0o1101 …: what may be done with a descriptor, and how the file is opened. */
export function flagsOf(flags) {
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

export function modeOf(mode, otherwise) {
  if (mode === undefined || mode === null) return otherwise;
  if (typeof mode === "string" && !/^[0-7]+$/.test(mode)) {
    throw new codes.ERR_INVALID_ARG_VALUE("mode", mode, "must be a 32-bit unsigned integer or an octal string");
  }
  const number = typeof mode === "string" ? Number.parseInt(mode, 8) : mode;
  validateInteger(number, "mode", 0, 4294967295);
  return number;
}

// Lambda's umask.
export const masked = (mode) => mode & 0o7777 & ~0o022;
