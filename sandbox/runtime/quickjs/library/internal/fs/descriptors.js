/** Open files. A descriptor is a path, a position and what may be done; the content stays with the host. */
import { codes } from "../errors.js";
import { validateInteger } from "../validators.js";
import { checked, factsOf, flagsOf, masked, modeOf, pathOf } from "./arguments.js";
import { fsError } from "./errors.js";

const descriptors = new Map();

export function openSync(path, flags = "r", mode = 0o666) {
  const place = pathOf(path);
  const how = flagsOf(flags ?? "r");
  const facts = factsOf(place);
  if (how.write) {
    if (place.slash && typeof facts === "string") throw fsError(facts === "ENOENT" ? "EISDIR" : facts, "open", place.text);
    checked(
      place.absolute === "" ? "ENOENT" : binding.fsOpenForWriting(place.absolute, how.open, masked(modeOf(mode, 0o666))),
      "open",
      place.text,
    );
  } else checked(facts, "open", place.text);
  let fd = 3;
  while (descriptors.has(fd)) fd += 1;
  descriptors.set(fd, { path: place.absolute, ...how, position: 0 });
  return fd;
}

export function descriptor(fd, syscall) {
  validateInteger(fd, "fd", 0, 2147483647);
  const open = descriptors.get(fd);
  if (open === undefined) throw fsError("EBADF", syscall);
  return open;
}

export function closeSync(fd) {
  descriptor(fd, "close");
  descriptors.delete(fd);
}

export function contentOf(open, syscall = "read") {
  return new Uint8Array(checked(binding.fsRead(open.path), syscall));
}

/** What lies between two positions, as far as the file goes. */
function partOf(open, from, to) {
  return new Uint8Array(checked(binding.fsRead(open.path, from, to), "read"));
}

export function readSync(fd, buffer, offsetOrOptions, length, position) {
  const options =
    typeof offsetOrOptions === "object" && offsetOrOptions !== null ? offsetOrOptions : { offset: offsetOrOptions, length, position };
  const target = viewOf(buffer);
  const offset = options.offset ?? 0;
  const most = options.length ?? target.length - offset;
  const open = descriptor(fd, "read");
  if (!open.read) throw fsError("EBADF", "read");
  if (!Number.isInteger(offset) || offset < 0) validateInteger(offset, "offset", 0);
  if (most < 0 || most > target.length - offset) throw new codes.ERR_OUT_OF_RANGE("length", `<= ${target.length - offset}`, most);
  const at =
    typeof options.position === "number" && options.position >= 0
      ? options.position
      : typeof options.position === "bigint"
        ? Number(options.position)
        : open.position;
  const part = partOf(open, at, at + most);
  target.set(part, offset);
  if (at === open.position && typeof options.position !== "number") open.position += part.length;
  return part.length;
}

function viewOf(buffer) {
  if (ArrayBuffer.isView(buffer)) return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  throw new codes.ERR_INVALID_ARG_TYPE("buffer", ["Buffer", "TypedArray", "DataView"], buffer);
}

/** What a write takes: a string with its encoding, or bytes. */
export function bytesOf(data, encoding, name = "data") {
  if (typeof data === "string") return Buffer.from(data, encoding ?? "utf8");
  if (ArrayBuffer.isView(data)) return viewOf(data);
  throw new codes.ERR_INVALID_ARG_TYPE(name, ["string", "Buffer", "TypedArray", "DataView"], data);
}

export function writeSync(fd, data, offsetOrOptions, length, position) {
  const open = descriptor(fd, "write");
  if (!open.write) throw fsError("EBADF", "write");
  if (typeof data === "string") return put(open, bytesOf(data, length), offsetOrOptions);
  const options =
    typeof offsetOrOptions === "object" && offsetOrOptions !== null ? offsetOrOptions : { offset: offsetOrOptions, length, position };
  const bytes = bytesOf(data, undefined, "buffer");
  const offset = options.offset ?? 0;
  return put(open, bytes.subarray(offset, offset + (options.length ?? bytes.length - offset)), options.position);
}

export function put(open, bytes, position) {
  const given = typeof position === "number";
  const at = open.append ? -1 : given ? position : open.position;
  checked(binding.fsWrite(open.path, bytes, at), "write");
  if (!given) open.position = open.append ? JSON.parse(binding.fsStat(open.path)).size : at + bytes.length;
  return bytes.length;
}

/** Several buffers one after the other; the bytes that were read or written in all. */
function vectored(one, fd, buffers, position) {
  let count = 0;
  for (const buffer of buffers) {
    const done = one(fd, buffer, 0, buffer.byteLength, typeof position === "number" ? position + count : null);
    count += done;
    if (done < buffer.byteLength) break;
  }
  return count;
}

export const readvSync = (fd, buffers, position) => vectored(readSync, fd, buffers, position);
export const writevSync = (fd, buffers, position) => vectored(writeSync, fd, buffers, position);

export function ftruncateSync(fd, length = 0) {
  const open = descriptor(fd, "ftruncate");
  if (!open.write) throw fsError("EINVAL", "ftruncate");
  checked(binding.fsTruncate(open.path, Math.max(0, length)), "ftruncate");
}

export const fsyncSync = (fd) => void descriptor(fd, "fsync");
export const fdatasyncSync = (fd) => void descriptor(fd, "fdatasync");
