/** Private keys under a passphrase: PBES2 (RFC 8018), as OpenSSL writes it, and the older headers inside PEM. */
import { cbc } from "@noble/ciphers/aes.js";
import { md5 } from "@noble/hashes/legacy.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { CodecRefusal } from "../../codec.ts";
import { digestAlgorithm } from "../digest/algorithms.ts";
import * as der from "./der.ts";
import { notHere, openssl } from "./refusals.ts";
import type { Spend } from "./rsa.ts";

const PBES2 = "2a864886f70d01050d";
const PBKDF2 = "2a864886f70d01050c";
/** hmacWithSHA1 is what is meant where none is named. */
const PRFS: Readonly<Record<string, string>> = {
  "2a864886f70d0207": "sha1",
  "2a864886f70d0208": "sha224",
  "2a864886f70d0209": "sha256",
  "2a864886f70d020a": "sha384",
  "2a864886f70d020b": "sha512",
};
const HMAC_SHA256 = "2a864886f70d0209";
const AES_CBC: Readonly<Record<string, number>> = {
  "608648016503040102": 16,
  "608648016503040116": 24,
  "60864801650304012a": 32,
};
/** OpenSSL's PKCS5_DEFAULT_ITER. */
const ITERATIONS = 2048;

/** What EncryptedPrivateKeyInfo holds: PKCS#8. */
export function decrypted(bytes: Uint8Array, passphrase: Uint8Array, spend: Spend): Uint8Array {
  const [algorithm, data] = der.children(der.readOne(bytes));
  const [id, parameters] = der.children(der.expectTag(algorithm, der.SEQUENCE));
  if (der.oid(id) !== PBES2) throw notHere("이 방식으로 암호화된 개인 키");
  const [derivation, scheme] = der.children(der.expectTag(parameters, der.SEQUENCE));
  const [kdf, settings] = der.children(der.expectTag(derivation, der.SEQUENCE));
  const [cipher, iv] = der.children(der.expectTag(scheme, der.SEQUENCE));
  const keyLength = AES_CBC[der.oid(cipher)];
  if (der.oid(kdf) !== PBKDF2 || keyLength === undefined) throw notHere("이 방식으로 암호화된 개인 키");
  const [salt, iterations, ...rest] = der.children(der.expectTag(settings, der.SEQUENCE));
  const prf = rest.find(({ tag }) => tag === der.SEQUENCE);
  const name = prf === undefined ? "sha1" : PRFS[der.oid(der.children(prf)[0])];
  if (name === undefined) throw notHere("이 방식으로 암호화된 개인 키");
  const secret = derived(name, passphrase, der.expectTag(salt, der.OCTET_STRING).body, der.small(iterations), keyLength, spend);
  return opened(secret, der.expectTag(iv, der.OCTET_STRING).body, der.expectTag(data, der.OCTET_STRING).body, spend);
}

/** EncryptedPrivateKeyInfo; a key of 16, 24 or 32 bytes. */
export function encrypted(
  pkcs8: Uint8Array,
  keyLength: number,
  passphrase: Uint8Array,
  random: (length: number) => Uint8Array,
  spend: Spend,
) {
  const [salt, iv] = [random(16), random(16)];
  const [cipher = ""] = Object.entries(AES_CBC).find(([, length]) => length === keyLength) ?? [];
  const secret = derived("sha256", passphrase, salt, ITERATIONS, keyLength, spend);
  spend(pkcs8.length * 2);
  const prf = der.sequence(der.identifier(HMAC_SHA256), der.nothing);
  const settings = der.sequence(der.octets(salt), der.integer(Uint8Array.of(ITERATIONS >> 8, ITERATIONS & 255)), prf);
  const derivation = der.sequence(der.identifier(PBKDF2), settings);
  const scheme = der.sequence(der.identifier(cipher), der.octets(iv));
  const algorithm = der.sequence(der.identifier(PBES2), der.sequence(derivation, scheme));
  return der.sequence(algorithm, der.octets(cbc(secret, iv).encrypt(pkcs8)));
}

/** `Proc-Type: 4,ENCRYPTED` and `DEK-Info` inside a PEM block: a key out of MD5 (OpenSSL's EVP_BytesToKey). */
export function decryptedTraditionally(info: string, bytes: Uint8Array, passphrase: Uint8Array, spend: Spend): Uint8Array {
  const [, size, iv = ""] = /^AES-(128|192|256)-CBC,([0-9A-Fa-f]{32})$/.exec(info) ?? [];
  if (size === undefined) throw notHere("이 방식으로 암호화된 개인 키");
  const salt = der.fromHex(iv).subarray(0, 8);
  spend(3 * (1000 + passphrase.length * 3));
  let secret = new Uint8Array();
  let last = new Uint8Array();
  while (secret.length < Number(size) / 8) {
    last = Uint8Array.from(md5(der.concat(last, passphrase, salt)));
    secret = Uint8Array.from([...secret, ...last]);
  }
  return opened(secret.subarray(0, Number(size) / 8), der.fromHex(iv), bytes, spend);
}

function derived(name: string, passphrase: Uint8Array, salt: Uint8Array, c: number, dkLen: number, spend: Spend): Uint8Array {
  const { hash, perRound, outputLength } = digestAlgorithm(name);
  if (c < 1 || c >= 2 ** 31) throw new der.DerError("a number of rounds that is none");
  spend((c + 1) * perRound * Math.ceil(dkLen / outputLength) + (passphrase.length + salt.length) * 3);
  return pbkdf2(hash, passphrase, salt, { c, dkLen });
}

function opened(secret: Uint8Array, iv: Uint8Array, data: Uint8Array, spend: Spend): Uint8Array {
  spend(1000 + data.length * 2);
  const stack = ["error:11800074:PKCS12 routines::pkcs12 cipherfinal error", "error:1C800064:Provider routines::bad decrypt"];
  const wrong = () => new CodecRefusal(openssl("1C800064", "Provider routines", "bad decrypt", stack));
  if (iv.length !== 16 || data.length === 0 || data.length % 16 !== 0) throw wrong();
  try {
    return cbc(Uint8Array.from(secret), Uint8Array.from(iv)).decrypt(Uint8Array.from(data));
  } catch {
    // The padding is wrong, which is all that a wrong passphrase shows.
    throw wrong();
  }
}
