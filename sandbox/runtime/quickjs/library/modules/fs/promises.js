/** node:fs/promises: node:fs, each call answered in a later turn of the event loop. */
import { later } from "../../internal/fs/later.js";
import fs from "../fs.js";

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

const fileHandle = () => require("internal/file-handle").FileHandle;

/** The descriptor of a FileHandle; anything else is a path. */
const opened = (path) => (typeof path === "object" && path !== null && "fd" in path && path instanceof fileHandle() ? path.fd : path);

export const constants = fs.constants;
export const access = promised("access", fs.accessSync);
export const appendFile = promised("appendFile", fs.appendFileSync);
export const chmod = promised("chmod", fs.chmodSync);
export const copyFile = promised("copyFile", fs.copyFileSync);
export const cp = promised("cp", fs.cpSync);
export const lstat = promised("lstat", fs.lstatSync);
export const mkdir = promised("mkdir", fs.mkdirSync);
export const mkdtemp = promised("mkdtemp", fs.mkdtempSync);
export const open = promised("open", (...args) => new (fileHandle())(fs.openSync(...args)));
export const opendir = promised("opendir", fs.opendirSync);
export const readFile = promised("readFile", (path, options) => fs.readFileSync(opened(path), options));
export const readdir = promised("readdir", fs.readdirSync);
export const realpath = promised("realpath", fs.realpathSync);
export const rename = promised("rename", fs.renameSync);
export const rm = promised("rm", fs.rmSync);
export const rmdir = promised("rmdir", fs.rmdirSync);
export const stat = promised("stat", fs.statSync);
export const truncate = promised("truncate", fs.truncateSync);
export const unlink = promised("unlink", fs.unlinkSync);
export const utimes = promised("utimes", fs.utimesSync);
export const writeFile = promised("writeFile", (path, data, options) => fs.writeFileSync(opened(path), data, options));
