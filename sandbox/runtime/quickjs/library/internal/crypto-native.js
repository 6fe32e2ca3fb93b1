/** What Node's keys.js, sig.js, cipher.js, keygen.js, diffiehellman.js and webcrypto.js have on the native side. */
import { AESCipherJob, ChaCha20Poly1305CipherJob, CipherBase } from "./crypto/cipher.js";
import { CIPHERS, getCipherInfo } from "./crypto/cipher-names.js";
import * as keys from "./crypto/keys.js";
import * as signatures from "./crypto/signatures.js";

const native = {
  ...keys,
  ...signatures,
  AESCipherJob,
  ChaCha20Poly1305CipherJob,
  CipherBase,
  getCipherInfo,
  getCiphers: () => [...CIPHERS],
  getCurves: () => [...signatures.ALL_CURVES],
};

export { native as "module.exports" };
