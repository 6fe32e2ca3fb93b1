/** Signatures, encryption with RSA, agreement on secrets, and new keys: Node's classes and jobs around the host's (codecs/keys.ts). */
import { Hash, kSignJobModeSign, requiredDigest } from "../crypto-digests.js";
import { nativeCoded } from "../errors.js";
import { digestName } from "./digest-names.js";
import { bytesOf, CryptoJob, kCryptoJobWebCrypto, opensslError } from "./job.js";
import {
  cryptoKey,
  derOf,
  encodedPoint,
  host,
  KeyObjectHandle,
  kKeyFormatJWK,
  kKeyTypePrivate,
  kKeyTypePublic,
  kKeyTypeSecret,
  notHere,
} from "./keys.js";

export const kSigEncDER = 0;
export const kSigEncP1363 = 1;
export const kKeyVariantRSA_SSA_PKCS1_v1_5 = 0;
export const kKeyVariantRSA_PSS = 1;
export const kKeyVariantRSA_OAEP = 2;
export const kWebCryptoCipherEncrypt = 0;
export const kWebCryptoCipherDecrypt = 1;
export const EVP_PKEY_ED25519 = 1087;
export const EVP_PKEY_ED448 = 1088;
export const EVP_PKEY_X25519 = 1034;
export const EVP_PKEY_X448 = 1035;
const PKCS1 = 1;
const NO_PADDING = 3;
const OAEP = 4;
const PSS = 6;
const AUTO = -2;

const unsupportedOperation = () =>
  bare(
    opensslError(
      "03000096",
      "digital envelope routines",
      "operation not supported for this keytype",
      "ERR_OSSL_EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE",
    ),
  );

function bare(error) {
  delete error.opensslErrorStack;
  return error;
}

const detailsOf = (side, der) => JSON.parse(host("details", side, der));

/** A digest that is signed, by the key that it is signed with. */
function signDigest(der, { type }, name, digest, { padding, saltLength, encoding }) {
  if (type === "rsa") return host("rsaSign", der, name, digest, checkedPadding(padding, name), saltLength ?? AUTO, "");
  return host("ecSign", der, digest, encoding === kSigEncP1363 ? "ieee-p1363" : "der");
}

function verifyDigest(der, { type }, name, digest, { padding, saltLength, encoding }, signature) {
  if (type === "rsa") {
    return host("rsaVerify", der, name, digest, checkedPadding(padding, name), saltLength ?? AUTO, "", signature) === 1;
  }
  return host("ecVerify", der, digest, encoding === kSigEncP1363 ? "ieee-p1363" : "der", signature) === 1;
}

function checkedPadding(padding = PKCS1, name = "") {
  if (padding === NO_PADDING)
    throw bare(opensslError("1C8000A8", "Provider routines", "invalid padding mode", "ERR_OSSL_INVALID_PADDING_MODE"));
  if (padding !== PKCS1 && padding !== PSS) {
    throw bare(
      opensslError("1C8000A5", "Provider routines", "illegal or unsupported padding mode", "ERR_OSSL_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE"),
    );
  }
  if (name.startsWith("shake") || name.startsWith("blake")) {
    throw bare(opensslError("1C8000AE", "Provider routines", "digest not allowed", "ERR_OSSL_DIGEST_NOT_ALLOWED"));
  }
  return padding;
}

/** What both Sign and Verify do until the key is known. */
class Signing {
  #hash;
  #name;
  init(algorithm) {
    this.#name = digestName(algorithm);
    if (this.#name === undefined) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_DIGEST", "Invalid digest");
    this.#hash = new Hash(this.#name);
  }
  update(data, encoding) {
    if (this.#hash === undefined) throw nativeCoded(Error, "ERR_CRYPTO_INVALID_STATE", "Not initialised");
    this.#hash.update(data, encoding);
  }
  finish(key) {
    if (this.#hash === undefined) throw nativeCoded(Error, "ERR_CRYPTO_INVALID_STATE", "Not initialised");
    if (key.type === "ed25519" || key.type === "x25519") {
      throw nativeCoded(Error, "ERR_CRYPTO_UNSUPPORTED_OPERATION", "Unsupported crypto operation");
    }
    const digest = this.#hash.digest();
    this.#hash = undefined;
    return [this.#name, digest];
  }
}

export class Sign extends Signing {
  sign(data, format, type, passphrase, namedCurve, padding, saltLength, encoding) {
    const der = derOf(kKeyTypePrivate, data, format, type, passphrase, namedCurve);
    const key = detailsOf("private", der);
    return Buffer.from(signDigest(der, key, ...this.finish(key), { padding, saltLength, encoding }));
  }
}

export class Verify extends Signing {
  verify(data, format, type, passphrase, namedCurve, signature, padding, saltLength, encoding) {
    const der = derOf(kKeyTypePublic, data, format, type, passphrase, namedCurve);
    const key = detailsOf("public", der);
    return verifyDigest(der, key, ...this.finish(key), { padding, saltLength, encoding }, bytesOf(signature));
  }
}

export class SignJob extends CryptoJob {
  constructor(
    mode,
    kind,
    data,
    format,
    type,
    passphrase,
    namedCurve,
    message,
    algorithm,
    saltLength,
    padding,
    encoding,
    _context,
    signature,
  ) {
    const isSigning = kind === kSignJobModeSign;
    const der = derOf(isSigning ? kKeyTypePrivate : kKeyTypePublic, data, format, type, passphrase, namedCurve);
    const key = detailsOf(isSigning ? "private" : "public", der);
    const name = algorithm == null ? undefined : requiredDigest(algorithm);
    const [bytes, given] = [bytesOf(message).slice(), bytesOf(signature).slice()];
    if (key.type === "x25519") throw unsupportedOperation();
    super(mode, () => {
      if (key.type === "ed25519") {
        if (name !== undefined) throw bare(opensslError("1C80007A", "Provider routines", "invalid digest", "ERR_OSSL_INVALID_DIGEST"));
        return isSigning ? host("edSign", der, bytes) : host("edVerify", der, bytes, given) === 1;
      }
      // OpenSSL's default where none is named.
      const hash = new Hash(name ?? "sha256");
      hash.update(bytes);
      const options = { padding, saltLength, encoding };
      const digest = hash.digest();
      if (isSigning) return signDigest(der, key, name ?? "sha256", digest, options);
      return verifyDigest(der, key, name ?? "sha256", digest, options, given);
    });
  }
}

function rsaKey(side, args) {
  const [data, format, type, passphrase, namedCurve] = args;
  const der = derOf(side, data, format, type, passphrase, namedCurve);
  if (detailsOf(side === kKeyTypePrivate ? "private" : "public", der).type !== "rsa") throw unsupportedOperation();
  return der;
}

function oaepDigest(padding, oaepHash) {
  if (padding !== OAEP) return "sha1";
  const name = digestName(oaepHash ?? "sha1");
  if (name === undefined) throw nativeCoded(Error, "ERR_OSSL_EVP_INVALID_DIGEST", "Invalid digest used");
  return name;
}

export function publicEncrypt(...args) {
  const [, , , , , buffer, padding, oaepHash, label] = args;
  const der = rsaKey(kKeyTypePublic, args);
  return Buffer.from(host("rsaEncrypt", der, padding, oaepDigest(padding, oaepHash), "", bytesOf(label), bytesOf(buffer)));
}

export function privateDecrypt(...args) {
  const [, , , , , buffer, padding, oaepHash, label] = args;
  const der = rsaKey(kKeyTypePrivate, args);
  return Buffer.from(host("rsaDecrypt", der, padding, oaepDigest(padding, oaepHash), "", bytesOf(label), bytesOf(buffer)));
}

export function privateEncrypt(...args) {
  return Buffer.from(host("rsaPrivate", rsaKey(kKeyTypePrivate, args), args[6], bytesOf(args[5])));
}

export function publicDecrypt(...args) {
  return Buffer.from(host("rsaPublic", rsaKey(kKeyTypePublic, args), args[6], bytesOf(args[5])));
}

export class RSACipherJob extends CryptoJob {
  constructor(mode, direction, key, data, _variant, hash, label) {
    const bytes = bytesOf(data).slice();
    const encrypts = direction === kWebCryptoCipherEncrypt;
    super(mode, () => {
      const der = encrypts ? key.publicDer() : key.privateDer();
      return host(encrypts ? "rsaEncrypt" : "rsaDecrypt", der, OAEP, hash, "", bytesOf(label), bytes);
    });
  }
}

export class DHBitsJob extends CryptoJob {
  constructor(mode, ...keys) {
    const other = derOf(kKeyTypePublic, ...keys.slice(0, 5));
    const own = derOf(kKeyTypePrivate, ...keys.slice(5));
    super(mode, () => host("agree", own, other));
  }
}

export class SecretKeyGenJob extends CryptoJob {
  constructor(mode, bits, algorithm, usages, extractable) {
    const make = () => {
      const handle = new KeyObjectHandle();
      const bytes = new Uint8Array(binding.randomBytes(Math.ceil(bits / 8)));
      if (mode === kCryptoJobWebCrypto && bits % 8 !== 0) bytes[bytes.length - 1] &= 0xff << (8 - (bits % 8));
      handle.init(kKeyTypeSecret, mode === kCryptoJobWebCrypto ? bytes : bytes.subarray(0, Math.floor(bits / 8)));
      return handle;
    };
    super(mode, make, (handle) => cryptoKey(handle, algorithm, usages, extractable));
  }
}

/** A job that makes both halves of a key pair; `rest` is how they are encoded, or what their CryptoKeys say. */
class KeyPairJob extends CryptoJob {
  constructor(mode, generate, rest) {
    const handles = () => {
      const secret = KeyObjectHandle.of(kKeyTypePrivate, generate());
      return [KeyObjectHandle.of(kKeyTypePublic, secret.publicDer()), secret];
    };
    const [publicFormat, publicType, privateFormat, privateType, cipher, passphrase] = rest;
    const encoded = (handle, format, ...settings) => {
      if (format === undefined) return handle;
      return format === kKeyFormatJWK ? handle.exportJwk({}) : handle.export(format, ...settings);
    };
    const isWeb = mode === kCryptoJobWebCrypto;
    super(
      mode,
      () => {
        const [publicKey, privateKey] = handles();
        if (isWeb) return [publicKey, privateKey];
        return [encoded(publicKey, publicFormat, publicType), encoded(privateKey, privateFormat, privateType, cipher, passphrase)];
      },
      ([publicKey, privateKey]) => {
        const [algorithm, publicUsages, privateUsages, extractable] = rest;
        return {
          publicKey: cryptoKey(publicKey, algorithm, publicUsages, true),
          privateKey: cryptoKey(privateKey, algorithm, privateUsages, extractable),
        };
      },
    );
  }
}

export class EcKeyPairGenJob extends KeyPairJob {
  constructor(mode, namedCurve, _parameters, ...rest) {
    if (!isCurve(namedCurve)) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
    super(mode, () => host("generate", namedCurve), rest);
  }
}

const CURVES = ["prime256v1", "secp384r1", "secp521r1", "secp256k1", "P-256", "P-384", "P-521"];
const isCurve = (name) => CURVES.includes(name) || CURVES.includes(name.toUpperCase()) || refusedCurve(name);

/** Curves that OpenSSL has and the simulator does not. */
function refusedCurve(name) {
  if (!ALL_CURVES.includes(name)) return false;
  throw notHere(`타원 곡선 ${name}`);
}

/** What crypto.getCurves() lists in Node 24. */
export const ALL_CURVES =
  "Oakley-EC2N-3 Oakley-EC2N-4 SM2 brainpoolP160r1 brainpoolP160t1 brainpoolP192r1 brainpoolP192t1 brainpoolP224r1 brainpoolP224t1 brainpoolP256r1 brainpoolP256t1 brainpoolP320r1 brainpoolP320t1 brainpoolP384r1 brainpoolP384t1 brainpoolP512r1 brainpoolP512t1 c2pnb163v1 c2pnb163v2 c2pnb163v3 c2pnb176v1 c2pnb208w1 c2pnb272w1 c2pnb304w1 c2pnb368w1 c2tnb191v1 c2tnb191v2 c2tnb191v3 c2tnb239v1 c2tnb239v2 c2tnb239v3 c2tnb359v1 c2tnb431r1 prime192v1 prime192v2 prime192v3 prime239v1 prime239v2 prime239v3 prime256v1 secp112r1 secp112r2 secp128r1 secp128r2 secp160k1 secp160r1 secp160r2 secp192k1 secp224k1 secp224r1 secp256k1 secp384r1 secp521r1 sect113r1 sect113r2 sect131r1 sect131r2 sect163k1 sect163r1 sect163r2 sect193r1 sect193r2 sect233k1 sect233r1 sect239k1 sect283k1 sect283r1 sect409k1 sect409r1 sect571k1 sect571r1 wap-wsg-idm-ecid-wtls1 wap-wsg-idm-ecid-wtls10 wap-wsg-idm-ecid-wtls11 wap-wsg-idm-ecid-wtls12 wap-wsg-idm-ecid-wtls3 wap-wsg-idm-ecid-wtls4 wap-wsg-idm-ecid-wtls5 wap-wsg-idm-ecid-wtls6 wap-wsg-idm-ecid-wtls7 wap-wsg-idm-ecid-wtls8 wap-wsg-idm-ecid-wtls9".split(
    " ",
  );

export class NidKeyPairGenJob extends KeyPairJob {
  constructor(mode, nid, ...rest) {
    const name = { [EVP_PKEY_ED25519]: "ed25519", [EVP_PKEY_X25519]: "x25519" }[nid];
    if (name === undefined) throw notHere("Ed448과 X448");
    super(mode, () => host("generate", name), rest);
  }
}

export class RsaKeyPairGenJob extends KeyPairJob {
  constructor(mode, variant, bits, exponent, ...rest) {
    if (variant === kKeyVariantRSA_PSS) throw notHere("rsa-pss 형식의 키");
    super(mode, () => host("generateRsa", bits, exponent), rest);
  }
}

/** Kinds of keys that nobody makes in a handler. */
const refusing = (what) =>
  class {
    constructor() {
      throw notHere(what);
    }
  };
export const DsaKeyPairGenJob = refusing("DSA 키");
export const DhKeyPairGenJob = refusing("Diffie-Hellman 키");
export const DiffieHellman = refusing("createDiffieHellman");
export const DiffieHellmanGroup = refusing("getDiffieHellman");

const invalidPublicKey = () => nativeCoded(Error, "ERR_CRYPTO_ECDH_INVALID_PUBLIC_KEY", "Public key is not valid for specified curve");

/** crypto.createECDH(). */
export class ECDH {
  #curve;
  #own;
  #public;
  constructor(curve) {
    if (!isCurve(curve)) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
    this.#curve = curve;
  }
  generateKeys() {
    this.#own = new Uint8Array(host("generate", this.#curve));
    this.#public = new Uint8Array(host("publicOf", this.#own));
  }
  setPrivateKey(bytes) {
    this.#own = new Uint8Array(host("privateFromScalar", this.#curve, bytesOf(bytes)));
    this.#public = new Uint8Array(host("publicOf", this.#own));
  }
  setPublicKey(bytes) {
    this.#public = this.#read(bytes);
  }
  getPublicKey(form) {
    if (this.#public === undefined) throw nativeCoded(Error, "ERR_CRYPTO_OPERATION_FAILED", "Failed to get ECDH public key");
    return Buffer.from(encodedPoint(this.#public, form));
  }
  getPrivateKey() {
    if (this.#own === undefined) throw nativeCoded(Error, "ERR_CRYPTO_OPERATION_FAILED", "Failed to get ECDH private key");
    return Buffer.from(host("scalar", this.#own));
  }
  computeSecret(bytes) {
    let other;
    try {
      other = this.#read(bytes);
    } catch {
      // What is no point: Node's own side says so.
      return "invalid";
    }
    if (this.#own === undefined) throw nativeCoded(Error, "ERR_CRYPTO_OPERATION_FAILED", "Failed to compute ECDH key");
    return Buffer.from(host("agree", this.#own, other));
  }
  #read(bytes) {
    return point(this.#curve, bytes);
  }
}

export function ECDHConvertKey(bytes, curve, form) {
  if (!isCurve(curve)) throw nativeCoded(TypeError, "ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
  return Buffer.from(encodedPoint(point(curve, bytes), form));
}

function point(curve, bytes) {
  try {
    return new Uint8Array(host("importRaw", curve, bytesOf(bytes)));
  } catch (error) {
    if (error.code !== "ERR_OSSL_UNSUPPORTED") throw error;
    throw invalidPublicKey();
  }
}
