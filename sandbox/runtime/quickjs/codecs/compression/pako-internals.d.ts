/** pako's port of zlib's own functions, which the package exports without types. */
declare module "pako/lib/zlib/zstream.js" {
  const ZStream: new () => import("./stream.ts").ZStream;
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default ZStream;
}
declare module "pako/lib/zlib/deflate.js" {
  type Z = import("./stream.ts").ZStream;
  export function deflateInit2(strm: Z, level: number, method: number, windowBits: number, memLevel: number, strategy: number): number;
  export function deflate(strm: Z, flush: number): number;
  export function deflateReset(strm: Z): number;
  export function deflateSetDictionary(strm: Z, dictionary: Uint8Array): number;
}
declare module "pako/lib/zlib/inflate.js" {
  type Z = import("./stream.ts").ZStream;
  export function inflateInit2(strm: Z, windowBits: number): number;
  export function inflate(strm: Z, flush: number): number;
  export function inflateReset(strm: Z): number;
  export function inflateSetDictionary(strm: Z, dictionary: Uint8Array): number;
}
declare module "pako/lib/zlib/crc32.js" {
  function crc32(crc: number, bytes: Uint8Array, length: number, position: number): number;
  // biome-ignore lint/style/noDefaultExport: it is what the package has
  export default crc32;
}
