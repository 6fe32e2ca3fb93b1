/** node:util/types. */
import * as types from "../../internal/types.js";

const { isSharedArrayBuffer, ...rest } = types;
const all = { ...rest, isSharedArrayBuffer };

export { all as "module.exports" };
