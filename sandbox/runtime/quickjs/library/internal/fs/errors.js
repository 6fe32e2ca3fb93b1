/** The file system's refusals in libuv's words, as Node throws them. */
const ERRNO = {
  EPERM: [-1, "operation not permitted"],
  ENOENT: [-2, "no such file or directory"],
  EBADF: [-9, "bad file descriptor"],
  EACCES: [-13, "permission denied"],
  EBUSY: [-16, "resource busy or locked"],
  EEXIST: [-17, "file already exists"],
  EXDEV: [-18, "cross-device link not permitted"],
  ENOTDIR: [-20, "not a directory"],
  EISDIR: [-21, "illegal operation on a directory"],
  EINVAL: [-22, "invalid argument"],
  ENOSPC: [-28, "no space left on device"],
  EROFS: [-30, "read-only file system"],
  ENAMETOOLONG: [-36, "name too long"],
  ENOTEMPTY: [-39, "directory not empty"],
};

export function fsError(code, syscall, path = undefined, dest = undefined) {
  const [errno, words] = ERRNO[code];
  const places = `${path === undefined ? "" : ` '${path}'`}${dest === undefined ? "" : ` -> '${dest}'`}`;
  const error = new Error(`${code}: ${words}, ${syscall}${places}`);
  Object.assign(error, { errno, code, syscall });
  if (path !== undefined) error.path = path;
  if (dest !== undefined) error.dest = dest;
  return error;
}

/** Node's SystemError, which rm and cp throw for directories. */
export function systemError(code, words, errorCode, message, syscall, path) {
  const error = new Error(`${words}: ${syscall} returned ${errorCode} (${message}) ${path}`);
  Object.defineProperty(error, "name", { value: "SystemError", writable: true, enumerable: false, configurable: true });
  if (typeof error.stack === "string") {
    const stack = error.stack.replace(/^Error/, `SystemError [${code}]`);
    Object.defineProperty(error, "stack", { value: stack, writable: true, enumerable: false, configurable: true });
  }
  const [errno] = ERRNO[errorCode];
  return Object.assign(error, { code, info: { code: errorCode, message, path, syscall, errno: -errno }, errno: -errno, syscall, path });
}
