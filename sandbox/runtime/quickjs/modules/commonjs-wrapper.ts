/**
 * What the engine gets before and after the text of a CommonJS file: Node's parameters, in one line, so that only columns of
 * the first line move.
 */
export const COMMONJS_WRAPPER: readonly [string, string] = ["(function (exports, require, module, __filename, __dirname) { ", "\n})"];
