import { brotliDecompressSync, deflateSync, gunzipSync, gzipSync, inflateSync } from "zlib";
export const handler = async ({ value }) => {
  const json = JSON.stringify(value);
  const stored = deflateSync(json).toString("base64");
  return { stored, back: JSON.parse(inflateSync(Buffer.from(stored, "base64"))), gzip: gunzipSync(gzipSync(json)).toString() === json, brotli: typeof brotliDecompressSync };
};
