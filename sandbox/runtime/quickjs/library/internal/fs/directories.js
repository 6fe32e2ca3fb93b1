/** Folders: what is in them, and making them. */

import { validateBoolean } from "../validators.js";
import { checked, constants, masked, modeOf, optionsOf, pathOf } from "./arguments.js";
import { fsError } from "./errors.js";

const kType = Symbol("type");

export class Dirent {
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

export function readdirSync(path, options) {
  const { withFileTypes = false, recursive = false } = optionsOf(options);
  validateBoolean(recursive, "options.recursive");
  const place = pathOf(path);
  const encoding = typeof options === "string" ? options : options?.encoding;
  const found = [];
  const walk = (absolute, shown, prefix) => {
    const inside = `${shown}${shown.endsWith("/") ? "" : "/"}`;
    for (const { name, isDirectory } of JSON.parse(checked(binding.fsList(absolute), "scandir", shown))) {
      const listed = withFileTypes ? name : prefix + name;
      const text = encoding === "buffer" ? Buffer.from(listed) : listed;
      found.push(withFileTypes ? new Dirent(text, shown, isDirectory) : text);
      if (recursive && isDirectory) walk(`${absolute === "/" ? "" : absolute}/${name}`, inside + name, `${prefix}${name}/`);
    }
  };
  checked(place.absolute === "" ? "ENOENT" : "", "scandir", place.text);
  walk(place.absolute, place.text, "");
  return found;
}

export function mkdirSync(path, options) {
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

export function mkdtempSync(prefix, options) {
  const place = pathOf(prefix, "prefix");
  // Not resolved: "/tmp/" and "/tmp" are different prefixes.
  const start = place.text.startsWith("/") ? place.text : `${process.cwd()}/${place.text}`;
  let suffix = "";
  for (let letter = 0; letter < 6; letter += 1) suffix += LETTERS[binding.random() % LETTERS.length];
  checked(binding.fsMakeDirectory(require("path").normalize(start + suffix), 0o700), "mkdtemp", `${place.text}XXXXXX`);
  return (typeof options === "string" ? options : options?.encoding) === "buffer" ? Buffer.from(place.text + suffix) : place.text + suffix;
}

export function opendirSync(path) {
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
