/**
 * What Node's own files of crypto (node-groups.ts) require. The larger ones are kept out of the way of the smaller: a handler
 * that hashes a text loads neither keys nor streams.
 */
import { HASHES } from "./crypto/digest-names.js";
import { CryptoJob, kCryptoJobAsync, kCryptoJobSync, kCryptoJobWebCrypto } from "./crypto/job.js";
import { lazyStream } from "./crypto/lazy-stream.js";
import { kSignJobModeSign, kSignJobModeVerify } from "./crypto-digests.js";

const DIGESTS = ["Hash", "Hmac", "HashJob", "HmacJob", "PBKDF2Job", "HKDFJob", "ScryptJob", "oneShotDigest"];
const NATIVE =
  `AESCipherJob ChaCha20Poly1305CipherJob CipherBase getCipherInfo getCiphers getCurves publicEncrypt publicDecrypt privateEncrypt
  privateDecrypt KeyObjectHandle createNativeKeyObjectClass getKeyObjectSlots createCryptoKeyClass getCryptoKeySlots Sign Verify
  SignJob RSACipherJob DHBitsJob SecretKeyGenJob EcKeyPairGenJob NidKeyPairGenJob RsaKeyPairGenJob DsaKeyPairGenJob
  DhKeyPairGenJob DiffieHellman DiffieHellmanGroup ECDH ECDHConvertKey kSigEncDER kSigEncP1363 kKeyVariantRSA_SSA_PKCS1_v1_5
  kKeyVariantRSA_PSS kKeyVariantRSA_OAEP kWebCryptoCipherEncrypt kWebCryptoCipherDecrypt EVP_PKEY_ED25519 EVP_PKEY_ED448
  EVP_PKEY_X25519 EVP_PKEY_X448 kKeyTypeSecret kKeyTypePublic kKeyTypePrivate kKeyFormatDER kKeyFormatPEM kKeyFormatJWK
  kKeyFormatRawPublic kKeyFormatRawPrivate kKeyFormatRawSeed kKeyFormatStore kKeyEncodingPKCS1 kKeyEncodingPKCS8
  kKeyEncodingSPKI kKeyEncodingSEC1`.split(/\s+/);

/** internalBinding('crypto'). What is not in it, Node takes for something that this build of OpenSSL lacks. */
function nativeSide() {
  const side = {
    CryptoJob,
    kCryptoJobAsync,
    kCryptoJobSync,
    kCryptoJobWebCrypto,
    kSignJobModeSign,
    kSignJobModeVerify,
    kWebCryptoKeyFormatRaw: 0,
    kWebCryptoKeyFormatPKCS8: 1,
    kWebCryptoKeyFormatSPKI: 2,
    RSA_PKCS1_PSS_PADDING: 6,
    OPENSSL_EC_NAMED_CURVE: 1,
    OPENSSL_EC_EXPLICIT_CURVE: 0,
    getHashes: () => [...HASHES],
    getCachedAliases: () => ({ __proto__: null }),
    getOpenSSLSecLevelCrypto: () => 1,
    secureHeapUsed: () => 0,
  };
  for (const variant of ["CTR", "CBC", "GCM", "KW"]) {
    for (const bits of [128, 192, 256]) side[`kKeyVariantAES_${variant}_${bits}`] = `AES-${variant}`;
  }
  later(side, DIGESTS, () => require("internal/crypto-digests"));
  later(side, NATIVE, () => require("internal/crypto-native"));
  return side;
}

function later(object, names, load) {
  for (const name of names) Object.defineProperty(object, name, { get: () => load()[name], enumerable: true });
}

/** Functions of a module that is loaded when one of them is called. */
function delegating(object, names, load) {
  for (const name of names) object[name] ??= (...args) => load()[name](...args);
}

const utilities = () => require("internal/crypto-keys")("internal/crypto/util");
const keyFile = () => require("internal/crypto-keys")("internal/crypto/keys");

function util() {
  const { validateString } = require("internal/validators");
  const light = {
    kHandle: Symbol("kHandle"),
    getCachedHashId: () => -1,
    getHashCache: () => undefined,
    getStringOption(options, key) {
      const value = options?.[key];
      if (value != null) validateString(value, `options.${key}`);
      return value;
    },
    toBuf: (value, encoding) => (typeof value === "string" ? Buffer.from(value, encoding === "buffer" ? "utf8" : encoding) : value),
    getArrayBufferOrView(value, name, encoding) {
      if (typeof value === "string") return Buffer.from(value, encoding === "buffer" ? "utf8" : encoding);
      return isBytes(value) ? value : utilities().getArrayBufferOrView(value, name, encoding);
    },
  };
  const others = `getBufferSourceByteLength getBufferSourceBytes getDataViewOrTypedArrayBuffer getOptionalByteLength normalizeAlgorithm
    hasAnyNotIn validateByteSource validateKeyOps jobPromise jobPromiseThen cleanupWebCryptoResult prepareWebCryptoResult
    validateMaxBufferLength numBitsToBytes truncateToBitLength bigIntArrayToUnsignedBigInt bigIntArrayToUnsignedInt getBlockSize
    getDigestSizeInBytes getUsagesMask getUsagesFromMask toUsagesSet hasUsage secureHeapUsed getOpenSSLSecLevel getCiphers
    getCurves getHashes setEngine`;
  delegating(light, others.split(/\s+/), utilities);
  const normalizeHashName = (...args) => utilities().normalizeHashName(...args);
  const contexts = ["Node", "WebCrypto", "JwkRsa", "JwkRsaPss", "JwkRsaOaep", "JwkHmac"].map((context) => `kContext${context}`);
  later(normalizeHashName, contexts, () => utilities().normalizeHashName);
  light.normalizeHashName = normalizeHashName;
  later(light, ["kNamedCurveAliases", "kSupportedAlgorithms"], utilities);
  return light;
}

function keys() {
  const light = {
    prepareSecretKey(key, encoding, bufferOnly) {
      if (typeof key === "string") return Buffer.from(key, encoding === "buffer" ? "utf8" : encoding);
      return isBytes(key) ? key : keyFile().prepareSecretKey(key, encoding, bufferOnly);
    },
    // Whoever has a key has loaded their file.
    isKeyObject: (value) => typeof value === "object" && value !== null && !isBytes(value) && keyFile().isKeyObject(value),
  };
  const others = `createSecretKey createPublicKey createPrivateKey parsePublicKeyEncoding parsePrivateKeyEncoding parseKeyEncoding
    toPublicCryptoKey preparePrivateKey preparePublicOrPrivateKey getKeyObjectType getKeyObjectHandle getKeyObjectSymmetricKeySize
    getKeyObjectAsymmetricKeyType getKeyObjectAsymmetricKeyDetails isCryptoKey getCryptoKeyType getCryptoKeyExtractable
    getCryptoKeyAlgorithm getCryptoKeyUsages getCryptoKeyUsagesMask hasCryptoKeyUsage getCryptoKeyHandle importGenericSecretKey`;
  delegating(light, others.split(/\s+/), keyFile);
  later(light, ["KeyObject", "CryptoKey", "InternalCryptoKey", "SecretKeyObject", "PublicKeyObject", "PrivateKeyObject"], keyFile);
  return light;
}

const isBytes = (value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer;

const PARTS = {
  __proto__: null,
  "binding:crypto": nativeSide,
  "internal/crypto/util": util,
  "internal/crypto/keys": keys,
  "internal/crypto/random": () => require("internal/webcrypto"),
  "internal/crypto/lazy-writable": () => ({ Writable: lazyStream("Writable") }),
  "internal/streams/lazy_transform": () => lazyStream("Transform"),
};
const made = { __proto__: null };

/** What `require(id)` gives in one of Node's files; undefined where it is looked for elsewhere. */
export function find(id) {
  if (id in PARTS) made[id] ??= PARTS[id]();
  return made[id];
}
