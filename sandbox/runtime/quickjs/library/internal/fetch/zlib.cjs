/** node:zlib, loaded when an answer is compressed. */
const zlib = () => require("zlib");

module.exports = {
  get constants() {
    return zlib().constants;
  },
  createGunzip: (...args) => zlib().createGunzip(...args),
  createInflate: (...args) => zlib().createInflate(...args),
  createInflateRaw: (...args) => zlib().createInflateRaw(...args),
  createBrotliDecompress: (...args) => zlib().createBrotliDecompress(...args),
};
