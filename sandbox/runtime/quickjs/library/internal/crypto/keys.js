/** KeyObjectHandle: a key as the guest keeps it. A secret key is its bytes; others are DER that the host has read (codecs/keys.ts). */
import { nativeCoded } from "../errors.js";
import { bytesOf, output } from "./job.js";

export const kKeyTypeSecret = 0;
export const kKeyTypePublic = 1;
export const kKeyTypePrivate = 2;
export const kKeyFormatDER = 0;
export const kKeyFormatPEM = 1;
export const kKeyFormatJWK = 2;
export const kKeyFormatRawPublic = 3;
export const kKeyFormatRawPrivate = 4;
export const kKeyFormatRawSeed = 5;
export const kKeyFormatStore = 6;
export const kKeyEncodingPKCS1 = 0;
export const kKeyEncodingPKCS8 = 1;
export const kKeyEncodingSPKI = 2;
export const kKeyEncodingSEC1 = 3;
const ENCODINGS = ["pkcs1", "pkcs8", "spki", "sec1"];
const COMPRESSED = 2;
const HYBRID = 6;

export const host = (name, ...args) => binding.codec("keys", name, ...args);

const sides = ["secret", "public", "private"];

export class KeyObjectHandle {
  #type;
  /** Secret bytes, SPKI or PKCS#8. */
  #bytes;
  #details;

  init(type, data, format, encoding, passphrase, namedCurve) {
    this.#type = type;
    if (type !== kKeyTypeSecret) this.#bytes = derOf(type, data, format, encoding, passphrase, namedCurve);
    else if (format === kKeyFormatJWK) this.#bytes = secretOfJwk(data);
    else this.#bytes = data instanceof KeyObjectHandle ? data.#bytes : bytesOf(data).slice();
  }

  /** A handle around DER that the host has made. */
  static of(type, bytes) {
    const handle = new KeyObjectHandle();
    handle.#type = type;
    handle.#bytes = new Uint8Array(bytes);
    return handle;
  }

  secret() {
    return this.#bytes;
  }
  /** PKCS#8; a public key has none. */
  privateDer() {
    if (this.#type === kKeyTypePrivate) return this.#bytes;
    throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_KEY_OBJECT_TYPE", `Invalid key object type ${sides[this.#type]}, expected private.`);
  }
  /** SPKI, also of a private key. */
  publicDer() {
    return this.#type === kKeyTypePrivate ? new Uint8Array(host("publicOf", this.#bytes)) : this.#bytes;
  }
  getKeyType() {
    return this.#type;
  }
  getSymmetricKeySize() {
    return this.#bytes.length;
  }
  getAsymmetricKeyType() {
    return this.details().type;
  }
  details() {
    this.#details ??= JSON.parse(host("details", sides[this.#type], this.#bytes));
    return this.#details;
  }
  keyDetail(into) {
    const { namedCurve, modulusLength, publicExponent } = this.details();
    if (modulusLength === undefined) return Object.assign(into, { namedCurve });
    let digits = BigInt(publicExponent).toString(16);
    if (digits.length % 2 === 1) digits = `0${digits}`;
    const bytes = Buffer.from(digits, "hex");
    return Object.assign(into, { modulusLength, publicExponent: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
  }
  /** What the host has read lies on its curve. */
  checkEcKeyData() {
    return true;
  }
  equals(other) {
    return Buffer.from(this.#bytes).equals(other.#bytes);
  }
  exportJwk(into) {
    if (this.#type === kKeyTypeSecret) return Object.assign(into, { kty: "oct", k: Buffer.from(this.#bytes).toString("base64url") });
    return Object.assign(into, JSON.parse(host("exportJwk", sides[this.#type], this.#bytes)));
  }
  exportECPublicRaw(form) {
    return Buffer.from(encodedPoint(this.publicDer(), form));
  }
  exportECPrivateRaw() {
    return Buffer.from(host("scalar", this.#bytes));
  }
  rawPublicKey() {
    this.#refuseRaw();
    return Buffer.from(host("exportRaw", this.publicDer(), 0));
  }
  rawPrivateKey() {
    this.#refuseRaw();
    return Buffer.from(host("scalar", this.#bytes));
  }
  rawSeed() {
    throw incompatible("The selected key format raw-seed is not supported for this key type.");
  }
  #refuseRaw() {
    if (this.details().modulusLength !== undefined) throw incompatible("RSA keys have no raw form");
  }
  export(format, encoding, cipher, passphrase) {
    if (this.#type === kKeyTypeSecret) return Buffer.from(this.#bytes);
    return exported(this, this.#type === kKeyTypePublic, format, encoding, cipher, passphrase);
  }
}

const incompatible = (message) => nativeCoded(Error, "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS", message);

export function encodedPoint(spki, form) {
  const point = host("exportRaw", spki, form === COMPRESSED ? 1 : 0);
  if (form !== HYBRID) return point;
  const bytes = new Uint8Array(point);
  bytes[0] = 6 | (bytes.at(-1) & 1);
  return point;
}

function exported(handle, isPublic, format, encoding, cipher, passphrase) {
  if (format === kKeyFormatJWK) return handle.exportJwk({});
  if (format === kKeyFormatRawPublic) return handle.details().type === "ec" ? handle.exportECPublicRaw(encoding) : handle.rawPublicKey();
  if (format === kKeyFormatRawPrivate) return handle.rawPrivateKey();
  const der = isPublic ? handle.publicDer() : handle.privateDer();
  const bytes = written(der, isPublic, encoding);
  if (cipher == null) return format === kKeyFormatPEM ? pem(labelOf(isPublic, encoding), bytes) : Buffer.from(bytes);
  const keyLength = /^(?:id-)?aes-?(128|192|256)(?:-cbc)?$/i.exec(cipher)?.[1];
  if (keyLength === undefined) throw nativeCoded(Error, "ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
  if (encoding !== kKeyEncodingPKCS8) throw notHere("pkcs1과 sec1 형식의 개인 키를 암호화해 내보내는 기능");
  const sealed = host("encrypt", der, keyLength / 8, bytesOf(passphrase));
  return format === kKeyFormatPEM ? pem("ENCRYPTED PRIVATE KEY", sealed) : Buffer.from(sealed);
}

function written(der, isPublic, encoding) {
  if (encoding === kKeyEncodingPKCS1) return host(isPublic ? "exportPkcs1Public" : "exportPkcs1Private", der);
  return encoding === kKeyEncodingSEC1 ? host("exportSec1", der) : der;
}

function labelOf(isPublic, encoding) {
  if (encoding === kKeyEncodingPKCS1) return isPublic ? "RSA PUBLIC KEY" : "RSA PRIVATE KEY";
  if (encoding === kKeyEncodingSEC1) return "EC PRIVATE KEY";
  return isPublic ? "PUBLIC KEY" : "PRIVATE KEY";
}

const pem = (label, bytes) =>
  `-----BEGIN ${label}-----\n${output(bytes, "base64").replace(/(.{64})(?!$)/g, "$1\n")}\n-----END ${label}-----\n`;

export const notHere = (what) =>
  new Error(`람다 랩의 시뮬레이터는 ${what}을(를) 지원하지 않습니다. 실제 AWS Lambda에서는 사용할 수 있습니다.`);

/** SPKI or PKCS#8 of a key in any form. */
export function derOf(type, data, format, encoding, passphrase, namedCurve) {
  if (data instanceof KeyObjectHandle) return type === kKeyTypePublic ? data.publicDer() : data.privateDer();
  return new Uint8Array(
    type === kKeyTypePublic
      ? publicOf(data, format, encoding, passphrase, namedCurve)
      : privateOf(data, format, encoding, passphrase, namedCurve),
  );
}

function publicOf(data, format, encoding, passphrase, namedCurve) {
  if (format === kKeyFormatJWK) return host("importJwk", "public", checkedJwk(data));
  if (format === kKeyFormatRawPublic) return rawPublic(encoding, data, namedCurve);
  if (format === kKeyFormatRawPrivate || format === kKeyFormatRawSeed)
    return host("publicOf", privateOf(data, format, encoding, passphrase, namedCurve));
  if (format === kKeyFormatPEM) return host("importPublic", "pem", bytesOf(data), ...passed(passphrase));
  if (encoding === kKeyEncodingPKCS8 || encoding === kKeyEncodingSEC1) {
    return host("publicOf", privateOf(data, format, encoding, passphrase));
  }
  try {
    return host("importPublic", ENCODINGS[encoding], bytesOf(data));
  } catch (error) {
    if (error.code !== "ERR_OSSL_UNSUPPORTED") throw error;
    // Node looks for a private key where DER is no public one, and reports that there is none either.
    throw new Error("Failed to read asymmetric key");
  }
}

function privateOf(data, format, encoding, passphrase, namedCurve) {
  if (format === kKeyFormatStore) throw notHere("OpenSSL STORE의 URI로 가리킨 키");
  if (format === kKeyFormatJWK) {
    const jwk = checkedJwk(data);
    if (data.d === undefined) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_JWK", "JWK does not contain private key material");
    return host("importJwk", "any", jwk);
  }
  if (format === kKeyFormatRawPrivate && encoding === "ec") return host("privateFromScalar", namedCurve, bytesOf(data));
  if (format === kKeyFormatRawPrivate || format === kKeyFormatRawSeed) throw notHere("이 형식의 개인 키");
  return host("importPrivate", format === kKeyFormatPEM ? "pem" : ENCODINGS[encoding], bytesOf(data), ...passed(passphrase));
}

const passed = (passphrase) => (passphrase == null ? [] : [bytesOf(passphrase)]);

function rawPublic(kind, data, namedCurve) {
  const name = kind === "ec" ? namedCurve : kind.toLowerCase();
  try {
    return host("importRaw", name, bytesOf(data));
  } catch (error) {
    if (error.code !== "ERR_OSSL_UNSUPPORTED") throw error;
    throw nativeCoded(TypeError, "ERR_INVALID_ARG_VALUE", "Invalid key data");
  }
}

const JWK_FIELDS = ["kty", "crv", "n", "e", "d", "p", "q", "dp", "dq", "qi", "x", "y"];
const NEEDED = { RSA: ["n", "e"], EC: ["x", "y"], OKP: ["x"] };

/** A JWK as JSON with nothing but text in it. */
function checkedJwk(jwk) {
  const { kty } = jwk;
  if (typeof kty !== "string") throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_JWK", "Invalid JWK format");
  const needed = NEEDED[kty];
  if (needed === undefined) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_JWK", `${kty} is not a supported JWK key type`);
  const plain = {};
  for (const field of JWK_FIELDS) {
    const value = jwk[field];
    if (value === undefined && !needed.includes(field)) continue;
    if (typeof value !== "string") throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_JWK", `Invalid JWK ${kty} key`);
    plain[field] = value;
  }
  return JSON.stringify(plain);
}

function secretOfJwk({ kty, k }) {
  if (kty !== "oct" || typeof k !== "string") throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_JWK", "Invalid JWK data");
  return bytesOf(Buffer.from(k, "base64url"));
}

const slots = new WeakMap();

export function createNativeKeyObjectClass(make) {
  return make(
    class NativeKeyObject {
      constructor(handle) {
        slots.set(this, handle);
      }
    },
  );
}

export function getKeyObjectSlots(key) {
  const handle = slots.get(key);
  if (handle === undefined) throw nativeCoded(TypeError, "ERR_INVALID_THIS", 'Value of "this" must be of type KeyObject');
  return [handle.getKeyType(), handle];
}

const cryptoKeys = new WeakMap();
let makeCryptoKey;

export function createCryptoKeyClass(make) {
  const classes = make(
    class NativeCryptoKey {
      constructor(handle, algorithm, usages, extractable) {
        cryptoKeys.set(this, { handle, algorithm, usages, extractable });
      }
    },
  );
  makeCryptoKey = classes[1];
  return classes;
}

export function getCryptoKeySlots(key) {
  const known = cryptoKeys.get(key);
  if (known === undefined) throw nativeCoded(TypeError, "ERR_INVALID_THIS", 'Value of "this" must be of type CryptoKey');
  return [known.handle.getKeyType(), known.extractable, known.algorithm, known.usages, known.handle];
}

/** What a promise of crypto.subtle gives for a handle. */
export const cryptoKey = (handle, algorithm, usages, extractable) => new makeCryptoKey(handle, algorithm, usages, extractable);

/** From now on there can be keys for util.types to know. */
for (const types of [require("internal/types"), require("util/types")]) {
  types.isKeyObject = (value) => slots.has(value);
  types.isCryptoKey = (value) => cryptoKeys.has(value);
}
