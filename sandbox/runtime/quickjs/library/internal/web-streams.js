/** The classes of web streams as globals: each loads what it needs, which for most is less than all of node:stream/web. */
import core from "internal/webstreams";

const FILES = {
  queuingstrategies: ["ByteLengthQueuingStrategy", "CountQueuingStrategy"],
  readablestream: [
    "ReadableByteStreamController",
    "ReadableStream",
    "ReadableStreamBYOBReader",
    "ReadableStreamBYOBRequest",
    "ReadableStreamDefaultController",
    "ReadableStreamDefaultReader",
  ],
  transformstream: ["TransformStream", "TransformStreamDefaultController"],
  writablestream: ["WritableStream", "WritableStreamDefaultController", "WritableStreamDefaultWriter"],
  encoding: ["TextDecoderStream", "TextEncoderStream"],
};

const classes = {};
const define = (name, get) => Object.defineProperty(classes, name, { get });
for (const [file, names] of Object.entries(FILES)) for (const name of names) define(name, () => core(`internal/webstreams/${file}`)[name]);
for (const name of ["CompressionStream", "DecompressionStream"])
  define(name, () => require("internal/webstreams-node")("internal/webstreams/compression")[name]);

export { classes as "module.exports" };
