/**
 * The files that a function sees on Lambda: everything read-only but /tmp, which has a size (512 MB unless configured; AWS's
 * quotas page). Answers are values; a refusal is the name of Linux's error, such as "ENOENT", which the guest's `fs` puts into
 * Node's words.
 *
 * Simplified: no symbolic or hard links, no special files, and the files of a deployment package are as old as a ZIP's epoch.
 */

import type { Instant } from "../../../time/instant.ts";
import type { Disk } from "../../runtime.ts";

export type Refusal = `E${string}`;

export interface FileSystem {
  /** Where `path` leads, or why nowhere. Paths are absolute and normalized throughout. */
  stat(path: string): FileFacts | Refusal;
  /** The content of a file, not to be changed. */
  read(path: string): Uint8Array | Refusal;
  /** Makes the file where `mayCreate`, empties it where `truncate`; what open(2) refuses, it refuses. */
  openForWriting(
    path: string,
    options: { readonly mayCreate: boolean; readonly exclusive: boolean; readonly truncate: boolean; readonly mode: number },
  ): Refusal | "";
  /** `position` -1: at the end. */
  write(path: string, bytes: Uint8Array, position: number): Refusal | "";
  truncate(path: string, length: number): Refusal | "";
  list(path: string): readonly { readonly name: string; readonly isDirectory: boolean }[] | Refusal;
  makeDirectory(path: string, mode: number): Refusal | "";
  removeFile(path: string): Refusal | "";
  removeDirectory(path: string): Refusal | "";
  rename(from: string, to: string): Refusal | "";
  changeMode(path: string, mode: number): Refusal | "";
  changeTime(path: string, modified: Instant): Refusal | "";
}

export interface FileFacts {
  readonly isDirectory: boolean;
  readonly size: number;
  readonly mode: number;
  readonly modified: Instant;
  readonly created: Instant;
  readonly inode: number;
  readonly writable: boolean;
}

export interface FileSystemOptions {
  /** The deployment package, the layers, the runtime: absolute path → content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly tmp: Disk;
  readonly tmpBytes: number;
  readonly now: () => Instant;
}

const READ_ONLY_MODIFIED: Instant = 315_532_800_000;
const ROOT_DIRECTORIES = ["/", "/dev", "/etc", "/opt", "/proc", "/tmp", "/usr", "/var", "/var/lang", "/var/runtime", "/var/task"];
const DIRECTORY_MODE = 0o040000;
const FILE_MODE = 0o100000;

interface Entry {
  mode: number;
  modified: Instant;
  readonly created: Instant;
  readonly inode: number;
}

/** Modes and times of what lies in a /tmp, for as long as that /tmp lives: it outlives a process (runtime.ts, `Disk`). */
const entriesOf = new WeakMap<Disk, Map<string, Entry>>();

export function fileSystem(options: FileSystemOptions): FileSystem {
  const { files, tmp, now } = options;
  const entries = entriesOf.get(tmp) ?? new Map<string, Entry>();
  entriesOf.set(tmp, entries);
  const directories = directoriesOf(files);
  let used = 0;
  for (const content of tmp.files.values()) used += content?.length ?? 0;

  const content = (path: string): Uint8Array | null | undefined => {
    if (path === "/tmp") return null;
    if (isTmp(path)) return tmp.files.get(path);
    return files.get(path) ?? (directories.has(path) ? null : undefined);
  };
  /** Why nothing can be at `path`, going by the folders on the way to it. */
  const missing = (path: string): Refusal => {
    for (let parent = parentOf(path); parent !== "/"; parent = parentOf(parent)) {
      const found = content(parent);
      if (found !== undefined) return found === null ? "ENOENT" : "ENOTDIR";
    }
    return "ENOENT";
  };
  const look = (path: string): Uint8Array | null | Refusal => content(path) ?? (content(path) === null ? null : missing(path));
  const touch = (path: string, mode: number): Entry => {
    const known = entries.get(path);
    const entry = known ?? { mode, modified: now(), created: now(), inode: 2 + entries.size };
    entry.modified = now();
    entries.set(path, entry);
    return entry;
  };
  /** A new name in the folder that `path` is in: may it be? */
  const mayAdd = (path: string): Refusal | "" => {
    if (content(path) !== undefined) return "EEXIST";
    if (content(parentOf(path)) !== null) return missing(path);
    return isTmp(path) ? "" : "EROFS";
  };
  /** May a file that is `old` now become `length` bytes long? */
  const fits = (old: Uint8Array | undefined, length: number) => used - (old?.length ?? 0) + length <= options.tmpBytes;
  const put = (path: string, bytes: Uint8Array): Refusal | "" => {
    const before = tmp.files.get(path) ?? undefined;
    if (!fits(before, bytes.length)) return "ENOSPC";
    used += bytes.length - (before?.length ?? 0);
    tmp.files.set(path, bytes);
    touch(path, FILE_MODE | 0o644);
    return "";
  };
  const forget = (path: string) => {
    used -= tmp.files.get(path)?.length ?? 0;
    tmp.files.delete(path);
    entries.delete(path);
    touch(parentOf(path), DIRECTORY_MODE | 0o755);
  };
  /** A file of /tmp that is there already. */
  const writable = (path: string): Uint8Array | Refusal => {
    const found = look(path);
    if (typeof found === "string") return found;
    if (found === null) return "EISDIR";
    return isTmp(path) ? found : "EROFS";
  };

  return {
    stat(path) {
      const found = look(path);
      if (typeof found === "string") return found;
      const isDirectory = found === null;
      const size = found?.length ?? 4096;
      const entry = entries.get(path);
      if (isTmp(path) && entry) return { isDirectory, size, ...entry, writable: true };
      const mode = path === "/tmp" ? DIRECTORY_MODE | 0o1777 : isDirectory ? DIRECTORY_MODE | 0o755 : FILE_MODE | 0o644;
      const modified = entry?.modified ?? READ_ONLY_MODIFIED;
      return { isDirectory, size, mode, modified, created: READ_ONLY_MODIFIED, inode: 1, writable: path === "/tmp" || isTmp(path) };
    },
    read(path) {
      const found = look(path);
      return found === null ? "EISDIR" : found;
    },
    openForWriting(path, { mayCreate, exclusive, truncate, mode }) {
      const found = look(path);
      if (found === "ENOENT" && mayCreate) {
        const refusal = mayAdd(path);
        if (refusal !== "") return refusal;
        touch(parentOf(path), DIRECTORY_MODE | 0o755);
        touch(path, FILE_MODE | mode);
        return put(path, new Uint8Array());
      }
      if (typeof found === "string") return found;
      if (exclusive) return "EEXIST";
      if (found === null) return "EISDIR";
      if (!isTmp(path)) return "EROFS";
      return truncate ? put(path, new Uint8Array()) : "";
    },
    write(path, bytes, position) {
      const old = writable(path);
      if (typeof old === "string") return old;
      const start = position < 0 ? old.length : position;
      const length = Math.max(old.length, start + bytes.length);
      if (!fits(old, length)) return "ENOSPC";
      const whole = resized(old, length);
      whole.set(bytes, start);
      return put(path, whole);
    },
    truncate(path, length) {
      const old = writable(path);
      if (typeof old === "string") return old;
      return fits(old, length) ? put(path, resized(old, length)) : "ENOSPC";
    },
    list(path) {
      const found = look(path);
      if (typeof found === "string") return found;
      if (found !== null) return "ENOTDIR";
      const inside = new Map<string, boolean>();
      const prefix = path === "/" ? "/" : `${path}/`;
      const add = (other: string, isDirectory: boolean) => {
        if (!other.startsWith(prefix) || other === prefix) return;
        const rest = other.slice(prefix.length);
        if (!rest.includes("/")) inside.set(rest, isDirectory);
      };
      for (const directory of directories) add(directory, true);
      for (const file of files.keys()) add(file, false);
      for (const [file, bytes] of tmp.files) add(file, bytes === null);
      return [...inside].map(([name, isDirectory]) => ({ name, isDirectory })).sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    makeDirectory(path, mode) {
      const refusal = mayAdd(path);
      if (refusal !== "") return refusal;
      tmp.files.set(path, null);
      touch(parentOf(path), DIRECTORY_MODE | 0o755);
      touch(path, DIRECTORY_MODE | mode);
      return "";
    },
    removeFile(path) {
      const found = look(path);
      if (typeof found === "string") return found;
      if (!isTmp(path)) return found === null ? "EISDIR" : "EROFS";
      if (found === null) return "EISDIR";
      forget(path);
      return "";
    },
    removeDirectory(path) {
      const found = look(path);
      if (typeof found === "string") return found;
      if (found !== null) return "ENOTDIR";
      if (!isTmp(path)) return path === "/tmp" ? "EBUSY" : "EROFS";
      for (const other of tmp.files.keys()) if (other.startsWith(`${path}/`)) return "ENOTEMPTY";
      forget(path);
      return "";
    },
    rename(from, to) {
      const found = look(from);
      if (typeof found === "string") return found;
      if (content(parentOf(to)) !== null) return missing(to);
      if (isTmp(from) !== isTmp(to)) return isTmp(from) && from !== "/tmp" ? "EROFS" : "EXDEV";
      if (!isTmp(from)) return "EROFS";
      const target = content(to);
      if (from === to) return "";
      if (`${to}/`.startsWith(`${from}/`)) return "EINVAL";
      if (target === null && found !== null) return "EISDIR";
      if (target !== undefined && target !== null && found === null) return "ENOTDIR";
      for (const other of tmp.files.keys()) if (target === null && other.startsWith(`${to}/`)) return "ENOTEMPTY";
      if (target !== undefined) forget(to);
      for (const [other, bytes] of [...tmp.files]) {
        if (other !== from && !other.startsWith(`${from}/`)) continue;
        const moved = to + other.slice(from.length);
        const entry = entries.get(other);
        tmp.files.delete(other);
        entries.delete(other);
        tmp.files.set(moved, bytes);
        if (entry) entries.set(moved, entry);
      }
      return "";
    },
    changeMode(path, mode) {
      const found = look(path);
      if (typeof found === "string") return found;
      if (!isTmp(path)) return path === "/tmp" ? "EPERM" : "EROFS";
      const entry = entries.get(path) ?? touch(path, 0);
      entry.mode = (found === null ? DIRECTORY_MODE : FILE_MODE) | (mode & 0o7777);
      return "";
    },
    changeTime(path, modified) {
      const found = look(path);
      if (typeof found === "string") return found;
      if (!isTmp(path)) return path === "/tmp" ? "EPERM" : "EROFS";
      (entries.get(path) ?? touch(path, FILE_MODE | 0o644)).modified = modified;
      return "";
    },
  };
}

/** Buffers with room after the file that is in them; all zeros there. */
const roomy = new WeakSet<ArrayBufferLike>();

/** A file's bytes cut or filled up with zeros. A file that grows line by line is given room, so as not to be copied at every line. */
function resized(old: Uint8Array, length: number): Uint8Array {
  if (!roomy.has(old.buffer) || length > old.buffer.byteLength) {
    const moved = new Uint8Array(old.length === 0 ? length : Math.ceil(length * 1.25));
    moved.set(old.subarray(0, length));
    roomy.add(moved.buffer);
    return moved.subarray(0, length);
  }
  old.fill(0, length);
  return new Uint8Array(old.buffer, 0, length);
}

const isTmp = (path: string) => path.startsWith("/tmp/");

function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

function directoriesOf(files: ReadonlyMap<string, Uint8Array>): ReadonlySet<string> {
  const found = new Set(ROOT_DIRECTORIES);
  for (const file of files.keys()) for (let parent = parentOf(file); !found.has(parent); parent = parentOf(parent)) found.add(parent);
  return found;
}
