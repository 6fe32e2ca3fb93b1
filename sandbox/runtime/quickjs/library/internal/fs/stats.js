/** What is at a path. */

import { validateInteger } from "../validators.js";
import { checked, constants, factsOf, pathOf } from "./arguments.js";
import { descriptor } from "./descriptors.js";
import { fsError } from "./errors.js";

const TIMES = ["atime", "mtime", "ctime", "birthtime"];

export class Stats {
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
    const times = TIMES.map((name) => [name, name === "birthtime" ? facts.created : facts.modified]);
    for (const [name, time] of times) this[`${name}Ms`] = number(time);
    if (big) for (const [name, time] of times) this[`${name}Ns`] = BigInt(Math.floor(time)) * 1_000_000n;
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

// A date is made when it is asked for, and is a property from then on.
for (const name of TIMES) {
  Object.defineProperty(Stats.prototype, name, {
    enumerable: true,
    configurable: true,
    get() {
      this[name] = new Date(Number(this[`${name}Ms`]));
      return this[name];
    },
    set(value) {
      Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true });
    },
  });
}

function look(syscall) {
  return (path, options = {}) => {
    const place = pathOf(path);
    const facts = factsOf(place);
    if (options?.throwIfNoEntry === false && (facts === "ENOENT" || facts === "ENOTDIR")) return undefined;
    return new Stats(checked(facts, syscall, place.text), options?.bigint);
  };
}
export const statSync = Object.defineProperty(look("stat"), "name", { value: "statSync" });
export const lstatSync = Object.defineProperty(look("lstat"), "name", { value: "lstatSync" });

export function fstatSync(fd, options = {}) {
  return new Stats(JSON.parse(checked(binding.fsStat(descriptor(fd, "fstat").path), "fstat")), options?.bigint);
}

export function existsSync(path) {
  try {
    return typeof factsOf(pathOf(path)) !== "string";
  } catch {
    // Node answers false to what is no path, too.
    return false;
  }
}

export function accessSync(path, mode = constants.F_OK) {
  const place = pathOf(path);
  validateInteger(mode, "mode", 0, 7);
  const facts = checked(factsOf(place), "access", place.text);
  if (mode & constants.W_OK && !facts.writable) throw fsError("EROFS", "access", place.text);
  if (mode & constants.X_OK && (facts.mode & 0o111) === 0) throw fsError("EACCES", "access", place.text);
}

export function realpathSync(path, options) {
  const place = pathOf(path);
  checked(factsOf(place), "lstat", place.absolute);
  const encoding = typeof options === "string" ? options : options?.encoding;
  return encoding === "buffer" ? Buffer.from(place.absolute) : place.absolute;
}
realpathSync.native = realpathSync;
