/** zlib for node:zlib: zlib's own calls, on states that lie in the guest's memory (compression/stream.ts). */
import crc32 from "pako/lib/zlib/crc32.js";
import PakoStream from "pako/lib/zlib/zstream.js";
import type { Codec, CodecArguments } from "../codec.ts";
import {
  type DeflateParameters,
  deflateAgain,
  deflateBytes,
  deflateDictionary,
  deflateStart,
  deflateStep,
  deflateTuned,
} from "./compression/deflating.ts";
import { inflateAgain, inflateBytes, inflateDictionary, inflateStart, inflateStep } from "./compression/inflating.ts";
import type { ZStream } from "./compression/stream.ts";

const COUNTS_PER_STATE = 4_000;

export const codec: Codec = {
  /** windowBits, level, memLevel, strategy → how many bytes of memory a state takes. */
  deflateBytes: (args) => deflateBytes(parametersAt(args, 0)),
  /** memory, windowBits, level, memLevel, strategy */
  deflateStart: (args) => {
    args.spend(COUNTS_PER_STATE);
    deflateStart(args.memory(0), parametersAt(args, 1));
    return 0;
  },
  /** memory, windowBits, level, memLevel, strategy, flush, input, output → "answer availIn availOut adler message" */
  deflate: (args) => {
    const stream = streamOf(args.memory(6), args.memory(7));
    const answer = deflateStep(args.memory(0), parametersAt(args, 1), stream, args.number(5), args.spend);
    return told(answer, stream);
  },
  deflateReset: (args) => deflateAgain(args.memory(0), parametersAt(args, 1)),
  /** memory, windowBits, level, memLevel, strategy, the new level, the new strategy */
  deflateParams: (args) => deflateTuned(args.memory(0), parametersAt(args, 1), args.number(5), args.number(6)),
  deflateDictionary: (args) => deflateDictionary(args.memory(0), parametersAt(args, 1), args.bytes(5)),

  inflateBytes: () => inflateBytes(),
  /** memory, windowBits */
  inflateStart: (args) => {
    args.spend(COUNTS_PER_STATE);
    inflateStart(args.memory(0), args.number(1));
    return 0;
  },
  /** memory, flush, input, output → as `deflate` */
  inflate: (args) => {
    const stream = streamOf(args.memory(2), args.memory(3));
    return told(inflateStep(args.memory(0), stream, args.number(1), args.spend), stream);
  },
  inflateReset: (args) => inflateAgain(args.memory(0)),
  inflateDictionary: (args) => inflateDictionary(args.memory(0), args.bytes(1)),

  /** bytes, the value so far */
  crc32: (args) => {
    const bytes = args.bytes(0);
    return crc32(args.number(1), bytes, bytes.length, 0) >>> 0;
  },
};

function parametersAt({ number }: CodecArguments, index: number): DeflateParameters {
  return { windowBits: number(index), level: number(index + 1), memLevel: number(index + 2), strategy: number(index + 3) };
}

function streamOf(input: Uint8Array, output: Uint8Array): ZStream {
  return Object.assign(new PakoStream(), {
    input,
    next_in: 0,
    avail_in: input.length,
    output,
    next_out: 0,
    avail_out: output.length,
  });
}

const told = (answer: number, { avail_in, avail_out, msg }: ZStream) => `${answer} ${avail_in} ${avail_out} ${msg}`;
