/** 2,000 generated calls to node:zlib in the guest and in the Node that runs the tests: what one makes, the other reads. */
import zlib from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guest } from "../library/guest.ts";

const CALLS = 2_000;
const AT_ONCE = 100;
const FORMATS = [
  ["gzipSync", "gunzipSync"],
  ["deflateSync", "inflateSync"],
  ["deflateRawSync", "inflateRawSync"],
  ["gzipSync", "unzipSync"],
  ["deflateSync", "unzipSync"],
] as const;

/** Random bytes, and what compresses well: few letters, and pieces said again. */
const content = fc.oneof(
  fc.uint8Array({ maxLength: 3_000, size: "max" }),
  fc.array(fc.integer({ min: 97, max: 100 }), { maxLength: 3_000, size: "max" }).map((codes) => Uint8Array.from(codes)),
  fc
    .array(fc.string({ maxLength: 30, unit: "grapheme" }), { minLength: 1, maxLength: 8 })
    .chain((words) => fc.array(fc.constantFrom(...words), { maxLength: 200, size: "max" }).map((text) => Buffer.from(text.join(" ")))),
);

const options = fc.record(
  {
    level: fc.integer({ min: 0, max: 9 }),
    memLevel: fc.integer({ min: 1, max: 9 }),
    windowBits: fc.integer({ min: 9, max: 15 }),
    strategy: fc.integer({ min: 0, max: 4 }),
    chunkSize: fc.constantFrom(64, 1_000, 16_384),
  },
  { requiredKeys: [] },
);

interface Call {
  readonly bytes: Uint8Array;
  readonly options: zlib.ZlibOptions;
  readonly format: (typeof FORMATS)[number];
}

const call: fc.Arbitrary<Call> = fc.record({ bytes: content, options, format: fc.constantFrom(...FORMATS) });
const calls = fc.sample(call, { numRuns: CALLS, seed: 20_261_122 });

/** In the guest: what it makes of each content, and what it reads of what Node made of it. */
function inGuest(batch: readonly Call[]): readonly (readonly [string, string])[] {
  const asked = batch.map(({ bytes, options, format: [compress, decompress] }) => [
    compress,
    decompress,
    Buffer.from(bytes).toString("base64"),
    options,
    zlib[compress](bytes, options).toString("base64"),
  ]);
  const answer = guest().run(`
    const zlib = require("zlib");
    return ${JSON.stringify(asked)}.map(([compress, decompress, bytes, options, made]) => [
      zlib[compress](Buffer.from(bytes, "base64"), options).toString("base64"),
      zlib[decompress](Buffer.from(made, "base64")).toString("base64"),
    ]);`);
  return answer as [string, string][];
}

const batches = Array.from({ length: CALLS / AT_ONCE }, (_, index) => calls.slice(index * AT_ONCE, (index + 1) * AT_ONCE));
let equal = 0;

batches.forEach((batch, index) => {
  test(`calls ${index * AT_ONCE} to ${index * AT_ONCE + AT_ONCE - 1} give the same content on both sides`, () => {
    const answers = inGuest(batch);
    batch.forEach(({ bytes, options, format: [compress, decompress] }, at) => {
      const [made, read] = answers[at] ?? ["", ""];
      const compressed = Buffer.from(made, "base64");
      expect(zlib[decompress](compressed).equals(bytes)).toBe(true);
      expect(Buffer.from(read, "base64").equals(bytes)).toBe(true);
      if (compressed.equals(zlib[compress](bytes, options))) equal += 1;
    });
  });
});

/** Node's zlib is Chromium's, which hashes four bytes where zlib hashes three, and so finds other matches now and then. */
test("most of the compressed bytes are Node's own too", () => {
  expect(equal).toBeGreaterThan(CALLS * 0.7);
});
