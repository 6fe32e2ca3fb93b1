/** Node's jobs (src/crypto/crypto_util.h): computed at once, or after the caller has returned and a turn of the event loop has begun. */

export const kCryptoJobAsync = 0;
export const kCryptoJobSync = 1;
export const kCryptoJobWebCrypto = 2;

/** A job computes bytes, a flag or keys; how they are handed over depends on who asked. */
export class CryptoJob {
  #mode;
  #compute;
  #forWeb;

  /** `forWeb`: what a promise of crypto.subtle is fulfilled with. */
  constructor(mode, compute, forWeb = (result) => result) {
    this.#mode = mode;
    this.#compute = compute;
    this.#forWeb = forWeb;
  }

  run() {
    if (this.#mode === kCryptoJobSync) {
      try {
        return [undefined, this.#compute()];
      } catch (error) {
        return [error, undefined];
      }
    }
    if (this.#mode === kCryptoJobWebCrypto) return this.#promise();
    setImmediate(() => {
      let error;
      let result;
      try {
        result = this.#compute();
      } catch (thrown) {
        error = thrown;
      }
      this.ondone(error, result);
    });
    return undefined;
  }

  #promise() {
    const { promise, resolve, reject } = Promise.withResolvers();
    setImmediate(() => {
      try {
        resolve(this.#forWeb(this.#compute()));
      } catch (error) {
        reject(operationError(error));
      }
    });
    return promise;
  }
}

function operationError(cause) {
  const error = new DOMException("The operation failed for an operation-specific reason", "OperationError");
  return Object.defineProperty(error, "cause", { value: cause, configurable: true, enumerable: false, writable: true });
}

/** Any kind of bytes as a Uint8Array over the same memory. */
export function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return value === undefined || value === null ? NOTHING : new Uint8Array(value);
}

export const NOTHING = new Uint8Array(0);

export function concat(...parts) {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** `data` as update() takes it: bytes, or text in an encoding, which is UTF-8 where there is none of that name. */
export function inputBytes(data, encoding) {
  if (typeof data !== "string") return bytesOf(data);
  return bytesOf(Buffer.from(data, Buffer.isEncoding(encoding) ? encoding : "utf8"));
}

/** A Buffer over the same memory, whatever became of Buffer.from. */
export const bufferOver = (arrayBuffer) => new Buffer[Symbol.species](arrayBuffer);

/** Bytes as Node's native side returns them: text where an encoding is asked for that there is. */
export function output(arrayBuffer, encoding) {
  const bytes = bufferOver(arrayBuffer);
  return encoding && encoding !== "buffer" && Buffer.isEncoding(encoding) ? bytes.toString(encoding) : bytes;
}

/** An error of OpenSSL's, with the properties that Node takes out of its text. */
export function opensslError(number, library, reason, code) {
  const message = `error:${number}:${library}::${reason}`;
  return Object.assign(new Error(message), { opensslErrorStack: [message], library, reason, code });
}
