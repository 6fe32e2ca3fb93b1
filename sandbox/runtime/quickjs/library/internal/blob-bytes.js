/**
 * What a Blob's bytes are kept in, as Node's internal/blob.js asks its C++ half for it: a list of parts that are never changed,
 * so that slices and Blobs made of Blobs share them.
 */
const EOS = 0;
const CONTINUE = 1;

class BlobBytes {
  #parts;
  constructor(parts) {
    this.#parts = parts;
  }
  get parts() {
    return this.#parts;
  }
  slice(start, end) {
    const parts = [];
    let at = 0;
    for (const part of this.#parts) {
      const from = Math.max(0, start - at);
      const to = Math.min(part.length, end - at);
      if (from < to) parts.push(part.subarray(from, to));
      at += part.length;
    }
    return new BlobBytes(parts);
  }
  /** Gives one part a pull. */
  getReader() {
    const parts = this.#parts;
    let next = 0;
    return {
      setWakeup: () => undefined,
      pull(callback) {
        const part = parts[next];
        next += 1;
        if (part === undefined) callback(EOS);
        else callback(CONTINUE, part.slice().buffer);
      },
    };
  }
}

export function createBlob(sources) {
  const parts = sources.flatMap((source) => (source instanceof BlobBytes ? source.parts : [source]));
  return new BlobBytes(parts.filter(({ length }) => length > 0));
}

export function concat(buffers) {
  const views = buffers.map((buffer) => (ArrayBuffer.isView(buffer) ? buffer : new Uint8Array(buffer)));
  const whole = new Uint8Array(views.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of views) {
    whole.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return whole.buffer;
}

/** `URL.createObjectURL` keeps them; the simulator has no such store. */
export const getDataObject = () => undefined;
