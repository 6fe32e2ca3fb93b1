/**
 * Keys and what is done with them. The guest keeps a key as DER bytes, SPKI or PKCS#8 (library/internal/crypto/keys.js), and
 * hands them over with each call: nothing of a handler's stays behind in the host.
 */
import { ed25519, x25519 } from "@noble/curves/ed25519.js";
import { base64Encode } from "../binding/text.ts";
import { type Codec, type CodecArguments, CodecRefusal } from "../codec.ts";
import { digestAlgorithm } from "./digest/algorithms.ts";
import * as der from "./keys/der.ts";
import { encrypted } from "./keys/encrypted.ts";
import {
  curveOrKind,
  fromJwk,
  type Means,
  privateFromDer,
  privateFromPem,
  publicFromDer,
  publicFromPem,
  publicFromRaw,
} from "./keys/formats.ts";
import { generateRsa } from "./keys/generate-rsa.ts";
import * as keys from "./keys/key.ts";
import * as padding from "./keys/padding.ts";
import { notHere, openssl, refuse, unsupportedKey } from "./keys/refusals.ts";
import { bitLength, compare, modulusFits, privatePower, publicPower, toBig } from "./keys/rsa.ts";

const PKCS1 = 1;
const NO_PADDING = 3;
const OAEP = 4;
const PSS = 6;
/** Counts of a multiplication on Curve25519, of its base point and of another. */
const OKP_BASE = 80_000;
const OKP_POINT = 330_000;

const functions: Codec = {
  /** (pem | pkcs1 | spki, bytes, passphrase?): SPKI. */
  importPublic: (args) => {
    const [format, bytes] = [args.string(0), read(args, 1)];
    return keys.writePublic(
      format === "pem" ? publicFromPem(latin(args, bytes), means(args, 2)) : publicFromDer(bytes, format, means(args, 2)),
    );
  },
  /** (pem | pkcs1 | pkcs8 | sec1, bytes, passphrase?): PKCS#8. */
  importPrivate: (args) => {
    const [format, bytes] = [args.string(0), read(args, 1)];
    return keys.writePrivate(
      format === "pem" ? privateFromPem(latin(args, bytes), means(args, 2)) : privateFromDer(bytes, format, means(args, 2)),
    );
  },
  /** (public | private, a JWK as JSON): SPKI or PKCS#8. */
  importJwk: (args) => {
    const only = args.string(0) === "public" ? "public" : "any";
    args.spend(args.string(1).length);
    const key = fromJwk(JSON.parse(args.string(1)) as Record<string, string>, only, means(args));
    return isPrivate(key) ? keys.writePrivate(key) : keys.writePublic(key);
  },
  /** (curve, bytes): SPKI. */
  importRaw: (args) => keys.writePublic(publicFromRaw(args.string(0), read(args, 1), means(args))),
  /** (PKCS#8): SPKI. */
  publicOf: (args) => keys.writePublic(keys.publicPart(privateKey(args, 0))),
  /** (public | private, DER): what `asymmetricKeyType` and `asymmetricKeyDetails` say, as JSON. */
  details: (args) => JSON.stringify(detailsOf(keyAt(args, 0))),
  /** (public | private, DER): a JWK as JSON. */
  exportJwk: (args) => JSON.stringify(jwkOf(keyAt(args, 0))),
  /** (public, DER, compressed or not): a curve's point, or 32 bytes. */
  exportRaw: (args) => {
    const key = publicKey(args, 0);
    if (key.kind === "rsa") return refuse("Error", "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS", "RSA keys have no raw form");
    return key.kind === "ec" ? key.curve.ecdsa.Point.fromBytes(key.point).toBytes(args.number(1) === 1) : key.public;
  },
  /** (DER of a public key): PKCS#1. */
  exportPkcs1Public: (args) => keys.writeRsaPublic(rsaOnly(publicKey(args, 0))),
  exportPkcs1Private: (args) => keys.writeRsaPrivate(rsaOnly(privateKey(args, 0))),
  exportSec1: (args) => {
    const key = privateKey(args, 0);
    const refusal = () =>
      refuse("Error", "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS", "The selected key encoding sec1 can only be used for EC keys.");
    return key.kind === "ec" ? keys.writeSec1(key, true) : refusal();
  },
  /** (PKCS#8, key length, passphrase): EncryptedPrivateKeyInfo. */
  encrypt: (args) => encrypted(read(args, 0), args.number(1), read(args, 2), drawing(args), args.spend),

  /** (PKCS#8, digest, bytes, padding, salt length, mask's digest) */
  rsaSign: (args) => {
    const key = rsaOnly(privateKey(args, 0));
    const bits = bitLength(key.n);
    if (args.number(3) === PSS) {
      const by = masks(args, 1, 5);
      const most = Math.ceil((bits - 1) / 8) - by.digest.outputLength - 2;
      const block = padding.pssBlock(by, read(args, 2), bits - 1, drawing(args)(saltLength(args.number(4), by, most)));
      if (block === undefined) throw tooLargeForKey();
      return privatePower(key, block, args.spend);
    }
    const block = args.string(1) === "" ? padding.typeOneBlock(read(args, 2), key.n.length) : signatureBlock(args, key.n.length);
    if (block === undefined) throw new CodecRefusal(openssl("02000070", "rsa routines", "digest too big for rsa key", PROVIDER_STACK));
    return privatePower(key, block, args.spend);
  },
  /** (SPKI, digest, bytes, padding, salt length, mask's digest, signature): 1 or 0. */
  rsaVerify: (args) => {
    const key = rsaOnly(publicKey(args, 0));
    const signature = read(args, 6);
    if (!modulusFits(key) || signature.length !== key.n.length || compare(signature, key.n) >= 0) return 0;
    const block = publicPower(key, signature, args.spend);
    if (args.number(3) === PSS) {
      const by = masks(args, 1, 5);
      const bits = bitLength(key.n) - 1;
      const given = args.number(4);
      const expected = given === -1 ? by.digest.outputLength : given === -2 ? undefined : given;
      const unused = block.length - Math.ceil(bits / 8);
      if (unused > 0 && block[0] !== 0) return 0;
      return padding.isPssBlock(by, read(args, 2), bits, block.subarray(unused), expected) ? 1 : 0;
    }
    const expected = args.string(1) === "" ? padding.typeOneBlock(read(args, 2), key.n.length) : signatureBlock(args, key.n.length);
    return expected !== undefined && padding.same(expected, block) ? 1 : 0;
  },
  /** (SPKI, padding, digest, mask's digest, label, bytes) */
  rsaEncrypt: (args) => {
    const key = rsaOnly(publicKey(args, 0));
    if (!modulusFits(key)) throw new CodecRefusal(openssl("02000069", "rsa routines", "modulus too large"));
    const block = encryptionBlock(args, key.n.length);
    if (compare(der.withoutZeros(block), key.n) >= 0) throw tooLargeForModulus();
    return publicPower(key, block, args.spend);
  },
  /** (PKCS#8, padding, digest, mask's digest, label, bytes) */
  rsaDecrypt: (args) => {
    const key = rsaOnly(privateKey(args, 0));
    const bytes = read(args, 5);
    const wrong = () => new CodecRefusal(openssl("02000079", "rsa routines", "oaep decoding error"));
    if (args.number(1) === OAEP && bytes.length !== key.n.length) throw wrong();
    if (bytes.length > key.n.length || compare(der.withoutZeros(bytes), key.n) >= 0) throw tooLargeForModulus();
    const block = privatePower(key, bytes, args.spend);
    if (args.number(1) === NO_PADDING) return block;
    if (args.number(1) === OAEP) {
      const found = padding.fromOaepBlock(masks(args, 2, 3), read(args, 4), block);
      if (found === undefined) throw wrong();
      return found;
    }
    // What is no block decrypts to bytes of chance since OpenSSL 3.2, so that nobody learns from the refusal.
    return padding.fromTypeTwoBlock(block) ?? drawing(args)(args.random.next() % Math.max(1, key.n.length - 10));
  },
  /** privateEncrypt: (PKCS#8, padding, bytes) */
  rsaPrivate: (args) => {
    const key = rsaOnly(privateKey(args, 0));
    const bytes = read(args, 2);
    const block = args.number(1) === NO_PADDING ? exactly(bytes, key.n.length) : padding.typeOneBlock(bytes, key.n.length);
    if (block === undefined) throw tooLargeForKey();
    if (compare(der.withoutZeros(block), key.n) >= 0) throw tooLargeForModulus();
    return privatePower(key, block, args.spend);
  },
  /** publicDecrypt: (SPKI, padding, bytes) */
  rsaPublic: (args) => {
    const key = rsaOnly(publicKey(args, 0));
    const bytes = read(args, 2);
    if (!modulusFits(key)) throw new CodecRefusal(openssl("02000069", "rsa routines", "modulus too large"));
    if (bytes.length > key.n.length || compare(der.withoutZeros(bytes), key.n) >= 0) throw tooLargeForModulus();
    const block = publicPower(key, bytes, args.spend);
    const found = args.number(1) === NO_PADDING ? block : padding.fromTypeOneBlock(block);
    if (found === undefined) throw new CodecRefusal(openssl("0200008A", "rsa routines", "invalid padding", PROVIDER_STACK));
    return found;
  },

  /** (PKCS#8, digest's bytes, der | ieee-p1363) */
  ecSign: (args) => {
    const key = ecOnly(privateKey(args, 0));
    args.spend(key.curve.ofBase * 1.3);
    const extraEntropy = drawing(args)(key.curve.size);
    return key.curve.ecdsa.sign(read(args, 1), key.secret, { prehash: false, lowS: false, extraEntropy, format: form(args, 2) });
  },
  /** (SPKI, digest's bytes, der | ieee-p1363, signature): 1 or 0. */
  ecVerify: (args) => {
    const key = ecOnly(publicKey(args, 0));
    args.spend(key.curve.ofPoint);
    const options = { prehash: false, lowS: false, format: form(args, 2) } as const;
    try {
      return key.curve.ecdsa.verify(read(args, 3), read(args, 1), key.point, options) ? 1 : 0;
    } catch {
      // The package throws where the bytes are no signature.
      return 0;
    }
  },
  /** (PKCS#8, message) */
  edSign: (args) => {
    const key = edOnly(privateKey(args, 0));
    const message = read(args, 1);
    args.spend(OKP_BASE * 2 + message.length * 4);
    return ed25519.sign(message, key.secret);
  },
  /** (SPKI, message, signature): 1 or 0. */
  edVerify: (args) => {
    const key = edOnly(publicKey(args, 0));
    const [message, signature] = [read(args, 1), read(args, 2)];
    args.spend(OKP_POINT + message.length * 4);
    try {
      return ed25519.verify(signature, message, key.public, { zip215: false }) ? 1 : 0;
    } catch {
      // The package throws where the bytes are no signature, or the key is no point.
      return 0;
    }
  },
  /** (PKCS#8, SPKI): the secret that both have in common. */
  agree: (args) => {
    const [own, other] = [privateKey(args, 0), publicKey(args, 1)];
    if (own.kind === "ec" && other.kind === "ec" && own.curve === other.curve) {
      args.spend(own.curve.ofPoint);
      return own.curve.ecdsa.getSharedSecret(own.secret, other.point).subarray(1, own.curve.size + 1);
    }
    if (own.kind === "ec" && other.kind === "ec") {
      throw new CodecRefusal(openssl("1C8000CB", "Provider routines", "mismatching domain parameters"));
    }
    if (own.kind === "x25519" && other.kind === "x25519") {
      args.spend(OKP_POINT);
      try {
        return x25519.getSharedSecret(own.secret, other.public);
      } catch {
        // A point of low order: the secret would be zero.
        throw new CodecRefusal(openssl("1C8000DE", "Provider routines", "failed during derivation"));
      }
    }
    return refuse("Error", "ERR_CRYPTO_INCOMPATIBLE_KEY", `Incompatible key types for Diffie-Hellman: ${own.kind} and ${other.kind}`);
  },
  /** (curve): PKCS#8 of a new key. */
  generate: (args) => {
    const curve = curveOrKind(args.string(0));
    for (;;) {
      const secret = drawing(args)(typeof curve === "string" ? 32 : curve.size);
      if (typeof curve === "string") return keys.writePrivate({ kind: curve, secret, public: means(args).publicOf({ curve, secret }) });
      if (curve.jwk === "P-521") secret[0] = (secret[0] ?? 0) & 1;
      if (!curve.ecdsa.utils.isValidSecretKey(secret)) continue;
      return keys.writePrivate({ kind: "ec", curve, secret, point: means(args).publicOf({ curve, secret }) });
    }
  },
  /** (bits, exponent): PKCS#8 of a new RSA key. */
  generateRsa: (args) => keys.writePrivate(generateRsa(args.number(0), args.number(1), drawing(args), args.spend)),
  /** (curve, private key's bytes): PKCS#8. */
  privateFromScalar: (args) => {
    const curve = curveOrKind(args.string(0));
    const bytes = der.withoutZeros(read(args, 1));
    const invalid = () => refuse("RangeError", "ERR_CRYPTO_INVALID_KEYTYPE", "Private key is not valid for specified curve.");
    if (typeof curve === "string" || bytes.length > curve.size) return invalid();
    const secret = keys.paddedTo(curve.size, bytes);
    if (!curve.ecdsa.utils.isValidSecretKey(secret)) return invalid();
    return keys.writePrivate({ kind: "ec", curve, secret, point: means(args).publicOf({ curve, secret }) });
  },
  /** (PKCS#8): a curve's private key as bytes. */
  scalar: (args) => {
    const key = privateKey(args, 0);
    return key.kind === "rsa" ? new Uint8Array() : key.secret;
  },
};

/** Bytes that are no key end in OpenSSL's refusal, whatever it was that did not fit. */
export const codec: Codec = Object.fromEntries(
  Object.entries(functions).map(([name, call]) => [
    name,
    (args: CodecArguments) => {
      try {
        return call(args);
      } catch (thrown) {
        if (thrown instanceof keys.UnknownKind) throw notHere("이 종류의 키");
        if (thrown instanceof der.DerError) throw unsupportedKey();
        throw thrown;
      }
    },
  ]),
);

const PROVIDER_STACK = [
  "error:030000EA:digital envelope routines::provider signature failure",
  "error:1C880004:Provider routines::RSA lib",
];

const tooLargeForKey = () => new CodecRefusal(openssl("0200006E", "rsa routines", "data too large for key size"));
const tooLargeForModulus = () => new CodecRefusal(openssl("02000084", "rsa routines", "data too large for modulus"));

/** The bytes, paid for and out of reach of the guest's memory. */
function read(args: CodecArguments, index: number): Uint8Array {
  const bytes = args.bytes(index);
  args.spend(bytes.length >> 2);
  return bytes.slice();
}

function means(args: CodecArguments, passphrase = Number.POSITIVE_INFINITY): Means {
  return {
    spend: args.spend,
    passphrase: passphrase < args.length ? read(args, passphrase) : undefined,
    point(curve, encoded) {
      args.spend(curve.ofBase / 4);
      try {
        return curve.ecdsa.Point.fromBytes(encoded).toBytes(false);
      } catch {
        // Whatever the package says of them, these bytes are no point of the curve.
        throw new der.DerError("no point of the curve");
      }
    },
    publicOf({ curve, secret }) {
      args.spend(typeof curve === "string" ? OKP_BASE : curve.ofBase);
      if (curve === "ed25519") return ed25519.getPublicKey(secret);
      return curve === "x25519" ? x25519.getPublicKey(secret) : curve.ecdsa.getPublicKey(secret, false);
    },
  };
}

const publicKey = (args: CodecArguments, index: number) => keys.readPublic(read(args, index), means(args));
const privateKey = (args: CodecArguments, index: number) => keys.readPrivate(read(args, index), means(args));

const keyAt = (args: CodecArguments, index: number) =>
  args.string(index) === "public" ? publicKey(args, index + 1) : privateKey(args, index + 1);

const isPrivate = (key: keys.PublicKey | keys.PrivateKey): key is keys.PrivateKey => "secrets" in key || "secret" in key;

const drawing = (args: CodecArguments) => (length: number) => {
  args.spend(length * 4);
  return Uint8Array.from({ length }, () => args.random.next() & 255);
};

function rsaOnly<T extends keys.PublicKey | keys.PrivateKey>(key: T): Extract<T, { kind: "rsa" }> {
  if (key.kind !== "rsa") return wrongKind();
  // A union told apart by `kind`, which TypeScript does not follow through a type parameter.
  return key as Extract<T, { kind: "rsa" }>;
}

function ecOnly<T extends keys.PublicKey | keys.PrivateKey>(key: T): Extract<T, { kind: "ec" }> {
  return key.kind === "ec" ? (key as Extract<T, { kind: "ec" }>) : wrongKind();
}

function edOnly<T extends keys.PublicKey | keys.PrivateKey>(key: T): Extract<T, { kind: "ed25519" | "x25519" }> {
  return key.kind === "ed25519" ? (key as Extract<T, { kind: "ed25519" | "x25519" }>) : wrongKind();
}

function wrongKind(): never {
  throw new CodecRefusal(openssl("03000096", "digital envelope routines", "operation not supported for this keytype"));
}

const form = (args: CodecArguments, index: number) => (args.string(index) === "der" ? "der" : "compact");

function masks(args: CodecArguments, digest: number, mask: number): padding.MaskedBy {
  args.spend(20_000);
  const name = args.string(digest);
  return { digest: digestAlgorithm(name), mask: digestAlgorithm(args.string(mask) || name) };
}

function saltLength(asked: number, by: padding.MaskedBy, most: number): number {
  const length = asked === -1 ? by.digest.outputLength : asked === -2 ? most : asked;
  if (length > most || most < 0) {
    throw new CodecRefusal(openssl("0200006E", "rsa routines", "data too large for key size", PROVIDER_STACK));
  }
  return length;
}

function signatureBlock(args: CodecArguments, length: number): Uint8Array | undefined {
  return padding.signatureBlock(args.string(1), read(args, 2), length);
}

function encryptionBlock(args: CodecArguments, length: number): Uint8Array {
  const bytes = read(args, 5);
  const kind = args.number(1);
  if (kind === NO_PADDING) return exactly(bytes, length);
  if (kind !== PKCS1 && kind !== OAEP) throw new CodecRefusal(openssl("02000076", "rsa routines", "unknown padding type"));
  const block = kind === PKCS1 ? padding.typeTwoBlock(bytes, length, () => args.random.next() & 255) : oaepBlock(args, bytes, length);
  if (block === undefined) throw tooLargeForKey();
  return block;
}

function oaepBlock(args: CodecArguments, bytes: Uint8Array, length: number): Uint8Array | undefined {
  const by = masks(args, 2, 3);
  return padding.oaepBlock(by, read(args, 4), bytes, length, drawing(args)(by.digest.outputLength));
}

function exactly(bytes: Uint8Array, length: number): Uint8Array {
  if (bytes.length > length) throw tooLargeForKey();
  if (bytes.length < length) throw new CodecRefusal(openssl("0200007A", "rsa routines", "data too small for key size"));
  return bytes;
}

function detailsOf(key: keys.PublicKey | keys.PrivateKey) {
  // Writing a number in decimal takes the square of its length.
  if (key.kind === "rsa" && key.e.length > 2048) throw notHere("이렇게 큰 공개 지수");
  if (key.kind === "rsa") return { type: "rsa", modulusLength: bitLength(key.n), publicExponent: String(toBig(key.e)) };
  return key.kind === "ec" ? { type: "ec", namedCurve: key.curve.name } : { type: key.kind };
}

/** Fields in Node's order. */
function jwkOf(key: keys.PublicKey | keys.PrivateKey) {
  const text = (bytes: Uint8Array) => base64Encode(bytes, true);
  if (key.kind === "rsa") {
    const [d, p, q, dp, dq, qi] = "secrets" in key ? key.secrets.map(text) : [];
    return { kty: "RSA", n: text(key.n), e: text(key.e), d, p, q, dp, dq, qi };
  }
  const d = "secret" in key ? text(key.secret) : undefined;
  if (key.kind === "ec") {
    const { size, jwk } = key.curve;
    return { kty: "EC", x: text(key.point.subarray(1, size + 1)), y: text(key.point.subarray(size + 1)), crv: jwk, d };
  }
  return { crv: key.kind === "ed25519" ? "Ed25519" : "X25519", d, x: text(key.public), kty: "OKP" };
}

/** PEM is ASCII; what is not is no PEM. */
function latin(args: CodecArguments, bytes: Uint8Array): string {
  args.spend(bytes.length * 4);
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
