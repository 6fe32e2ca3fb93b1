/**
 * A digest that has begun, as bytes: the guest keeps them between two updates, so that they are part of its memory, its limit
 * and its images, and nothing of a handler's stays behind in the host.
 *
 *   Merkle–Damgård and BLAKE2:  words of the chaining value │ length so far (float64) │ bytes of the block that is not full
 *   Keccak:                     the 200 bytes of its state  │ position in the block
 */
import type { Hash } from "@noble/hashes/utils.js";
import type { DigestAlgorithm } from "./algorithms.ts";

/** What the package's classes have inside. Not in their types, but what their own `clone` copies. */
interface Chained {
  get(): number[];
  set(...words: number[]): void;
  readonly buffer: Uint8Array;
  pos: number;
  length: number;
}

interface Sponge {
  readonly state: Uint8Array;
  pos: number;
}

const SPONGE_BYTES = 200;

export function saved(running: Hash<Hash<unknown>>): Uint8Array {
  const inside = running as unknown as Chained | Sponge;
  if ("state" in inside) return Uint8Array.of(...inside.state, inside.pos);
  const words = inside.get();
  const bytes = new Uint8Array(words.length * 4 + 8 + inside.pos);
  const view = new DataView(bytes.buffer);
  for (const [index, word] of words.entries()) view.setUint32(index * 4, word);
  view.setFloat64(words.length * 4, inside.length);
  bytes.set(inside.buffer.subarray(0, inside.pos), words.length * 4 + 8);
  return bytes;
}

/** A computation that goes on where `saved` left it; from its beginning where `bytes` is empty. */
export function resumed(algorithm: DigestAlgorithm, bytes: Uint8Array, outputLength?: number): Hash<Hash<unknown>> {
  const running = algorithm.start(outputLength);
  if (bytes.length === 0) return running;
  const inside = running as unknown as Chained | Sponge;
  if ("state" in inside) {
    inside.state.set(bytes.subarray(0, SPONGE_BYTES));
    inside.pos = bytes[SPONGE_BYTES] ?? 0;
    return running;
  }
  const count = inside.get().length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  inside.set(...Array.from({ length: count }, (_, index) => view.getUint32(index * 4)));
  const rest = bytes.slice(count * 4 + 8);
  inside.length = view.getFloat64(count * 4) - rest.length;
  return running.update(rest) as Hash<Hash<unknown>>;
}
