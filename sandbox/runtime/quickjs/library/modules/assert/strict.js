/** node:assert/strict. */
import assert from "../assert.js";

const { strict } = assert;

export { strict as "module.exports" };
