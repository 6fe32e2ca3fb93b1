/** node:path/posix. */
import path from "../path.js";

export { path as "module.exports" };
