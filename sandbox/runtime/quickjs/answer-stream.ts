/**
 * The connection on which a process streams its answer to Lambda. Lambda's end of it takes what the bandwidth allows and closes
 * the door at the answer's limit; the guest's end is library/internal/response-stream.js.
 */
import { type StreamBandwidth, streamBandwidth } from "../../lambda/stream-bandwidth.ts";
import type { Instant } from "../../time/instant.ts";
import type { ProcessChunk } from "../runtime.ts";

/** What `write` answers where the answer was cut off. */
export const CUT_OFF = -1;

export class AnswerStream {
  readonly #limit: number;
  readonly #send: (chunk: ProcessChunk) => void;
  readonly #bandwidth: StreamBandwidth = streamBandwidth();
  /** Taken, and not sent on: what is written at a time goes together. */
  #taken: Uint8Array[] = [];
  #bytes = 0;

  constructor(limit: number, send: (chunk: ProcessChunk) => void) {
    this.#limit = limit;
    this.#send = send;
  }

  /** Takes as many of the bytes as it may now, and says how many. They are copied. */
  write(at: Instant, bytes: Uint8Array): number {
    const room = this.#limit - this.#bytes;
    const taken = this.#bandwidth.take(at, Math.min(bytes.length, room));
    if (taken > 0) this.#taken.push(bytes.slice(0, taken));
    this.#bytes += taken;
    return bytes.length > room && taken === room ? CUT_OFF : taken;
  }

  flush(at: Instant): void {
    if (this.#taken.length === 0) return;
    const bytes = this.#taken.length === 1 ? this.#taken[0] : joined(this.#taken);
    this.#taken = [];
    if (bytes !== undefined) this.#send({ at, bytes });
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
