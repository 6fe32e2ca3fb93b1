import zlib from "node:zlib";
import { promisify } from "node:util";
import { Readable } from "node:stream";
import { createReadStream, createWriteStream } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

const [gzip, unzip, deflateRaw, inflateRaw] = [zlib.gzip, zlib.unzip, zlib.deflateRaw, zlib.inflateRaw].map((f) => promisify(f));

export const handler = async ({ repeat }) => {
  const text = "All work and no play. ".repeat(repeat);
  const packed = await gzip(text, { level: 6 });
  const raw = await deflateRaw(text);
  await pipeline(Readable.from([text]), zlib.createGzip(), createWriteStream("/tmp/text.gz"));
  await pipeline(createReadStream("/tmp/text.gz"), zlib.createGunzip(), createWriteStream("/tmp/text.txt"));
  const copied = await readFile("/tmp/text.txt", "utf8");
  await Promise.all([rm("/tmp/text.gz"), rm("/tmp/text.txt")]);
  const failures = [];
  for (const attempt of [
    () => unzip(Buffer.from("not zipped at all")),
    () => unzip(packed.subarray(0, 20)),
    () => unzip(packed, { maxOutputLength: 100 }),
    () => zlib.inflateSync("x"),
    () => zlib.gzipSync(5),
    () => zlib.createGzip({ level: 99 }),
  ]) {
    try {
      await attempt();
    } catch (error) {
      failures.push([error.name, error.code, error.message]);
    }
  }
  const brotli = zlib.brotliDecompressSync(Buffer.from("CwWAaGVsbG8gd29ybGQD", "base64")).toString();
  return { smaller: packed.length < text.length / 10, same: (await unzip(packed)).toString() === text, raw: (await inflateRaw(raw)).length, copied: copied.length, failures, brotli };
};
