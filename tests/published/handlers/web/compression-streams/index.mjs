import { gunzipSync } from "node:zlib";

const through = async (input, transform) => {
  const chunks = [];
  for await (const chunk of new Blob([input]).stream().pipeThrough(transform)) chunks.push(chunk);
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
};

export const handler = async ({ lines }) => {
  const text = Array.from({ length: lines }, (_, i) => `line ${i}`).join("\n");
  const sizes = {};
  for (const format of ["gzip", "deflate", "deflate-raw"]) {
    const packed = await through(text, new CompressionStream(format));
    const back = new TextDecoder().decode(await through(packed, new DecompressionStream(format)));
    sizes[format] = [packed.length < text.length / 2, back === text];
    if (format === "gzip") sizes.node = gunzipSync(packed).length;
  }
  let unknown;
  try {
    new CompressionStream("zip");
  } catch (error) {
    unknown = [error.name, error.code];
  }
  return { sizes, unknown };
};
