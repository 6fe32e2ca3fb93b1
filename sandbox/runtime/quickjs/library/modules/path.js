/** node:path. The algorithms are path-browserify's, which are Node's own; checks, errors and what came later are added here. */
import posix from "path-browserify";
import { codes } from "../internal/errors.js";
import { validateObject, validateString } from "../internal/validators.js";

const strings = (args, name) => {
  for (let index = 0; index < args.length; index += 1) {
    if (typeof args[index] !== "string") throw new codes.ERR_INVALID_ARG_TYPE(name(index), "string", args[index]);
  }
};

const path = {
  resolve(...args) {
    // From the right, and only as far as an absolute path, as Node looks at them.
    for (let index = args.length - 1; index >= 0; index -= 1) {
      validateString(args[index], `paths[${index}]`);
      if (args[index].startsWith("/")) break;
    }
    return posix.resolve(...args);
  },
  normalize(text) {
    validateString(text, "path");
    return posix.normalize(text);
  },
  isAbsolute(text) {
    validateString(text, "path");
    return posix.isAbsolute(text);
  },
  join(...args) {
    strings(args, () => "path");
    return posix.join(...args);
  },
  relative(from, to) {
    validateString(from, "from");
    validateString(to, "to");
    return posix.relative(from, to);
  },
  toNamespacedPath: (text) => text,
  dirname(text) {
    validateString(text, "path");
    return posix.dirname(text);
  },
  basename(text, suffix) {
    if (suffix !== undefined) validateString(suffix, "suffix");
    validateString(text, "path");
    return suffix === undefined ? posix.basename(text) : posix.basename(text, suffix);
  },
  extname(text) {
    validateString(text, "path");
    return posix.extname(text);
  },
  format(pathObject) {
    validateObject(pathObject, "pathObject");
    const { root, ext } = pathObject;
    const directory = pathObject.dir || root;
    const base = pathObject.base || `${pathObject.name || ""}${ext ? `${ext[0] === "." ? "" : "."}${ext}` : ""}`;
    if (!directory) return base;
    return directory === root ? `${directory}${base}` : `${directory}/${base}`;
  },
  parse(text) {
    validateString(text, "path");
    return posix.parse(text);
  },
  sep: "/",
  delimiter: ":",
};
path.posix = path;
path._makeLong = path.toNamespacedPath;

// Paths of Windows are Node's own code, which a function that runs on Linux hardly ever asks for.
Object.defineProperty(path, "win32", {
  configurable: true,
  enumerable: true,
  get() {
    const { win32 } = require("internal/node-path")("path");
    win32.posix = path;
    Object.defineProperty(path, "win32", { value: win32, writable: true });
    return win32;
  },
});

export { path as "module.exports" };
