/**
 * What of a streamed answer is kept while it goes by: for a caller of InvokeWithResponseStream its pieces, for a caller of Invoke
 * the whole.
 *
 * Simplified: of a long stream the trace keeps so many pieces and so much text; what follows is counted, and the reader is told.
 */
import type { ProcessChunk } from "../runtime/runtime.ts";
import type { InvokeApi } from "../scenario.ts";
import type { Instant } from "../time/instant.ts";
import { RESPONSE_PAYLOAD_BYTES } from "./quotas.ts";

const KEPT: Readonly<Record<InvokeApi, { readonly pieces: number; readonly bytes: number }>> = {
  Invoke: { pieces: Number.POSITIVE_INFINITY, bytes: RESPONSE_PAYLOAD_BYTES },
  InvokeWithResponseStream: { pieces: 1_000, bytes: 262_144 },
};

export interface Piece {
  /** When it left the environment. */
  readonly at: Instant;
  readonly bytes: number;
  /** As UTF-8: a character that two pieces share is in the second. */
  readonly text: string;
}

export class StreamedAnswer {
  bytes = 0;
  /** When the first byte left, and the last one so far. */
  firstAt: Instant | undefined;
  lastAt: Instant | undefined;
  /** Bytes whose text was not kept. */
  unkept = 0;
  readonly #kept: { readonly pieces: number; readonly bytes: number };
  readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  readonly #texts: string[] = [];

  constructor(api: InvokeApi) {
    this.#kept = KEPT[api];
  }

  /** Undefined: the piece is only counted. */
  add({ at, bytes }: ProcessChunk): Piece | undefined {
    const isListed = this.#texts.length < this.#kept.pieces;
    const kept = isListed ? Math.max(0, Math.min(bytes.length, this.#kept.bytes - this.bytes)) : 0;
    this.bytes += bytes.length;
    this.unkept += bytes.length - kept;
    this.firstAt ??= at;
    this.lastAt = at;
    if (!isListed) return undefined;
    const text = this.#decoder.decode(bytes.subarray(0, kept), { stream: true });
    this.#texts.push(text);
    return { at, bytes: bytes.length, text };
  }

  text(): string {
    return this.#texts.join("");
  }
}
