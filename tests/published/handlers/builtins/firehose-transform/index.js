const { StringDecoder } = require("string_decoder");
const { deflateSync, inflateSync, crc32, brotliDecompressSync, constants } = require("zlib");

function decode(bytes) {
  const decoder = new StringDecoder("utf8");
  let text = "";
  for (const byte of bytes) text += decoder.write(Buffer.from([byte])) + "|";
  return text + decoder.end();
}

exports.handler = async (event) => {
  const records = event.records.map(({ recordId, data }) => {
    const bytes = Buffer.from(data, "base64");
    const text = decode(bytes);
    console.log(recordId, text, text.includes("\ufffd"));
    if (text.includes("\ufffd")) return { recordId, result: "ProcessingFailed", data };
    if (text.startsWith("i")) return { recordId, result: "Dropped", data };
    const packed = deflateSync(bytes.toString().repeat(40), { level: constants.Z_BEST_COMPRESSION });
    return { recordId, result: "Ok", crc: crc32(bytes), data: inflateSync(packed).subarray(0, 6).toString("base64") };
  });
  return { records };
};
