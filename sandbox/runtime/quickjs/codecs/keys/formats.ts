/** The forms in which keys arrive: PEM, DER, JWK and bare bytes. */
import { base64Decode } from "../../binding/text.ts";
import { CodecRefusal } from "../../codec.ts";
import { type Curve, curveNamed } from "./curves.ts";
import * as der from "./der.ts";
import { decrypted, decryptedTraditionally } from "./encrypted.ts";
import {
  type Arithmetic,
  type OkpPublic,
  type PrivateKey,
  type PublicKey,
  paddedTo,
  publicPart,
  readPrivate,
  readPublic,
  readRsaPrivate,
  readRsaPublic,
  readSec1,
} from "./key.ts";
import { openssl, refuse, unsupportedKey } from "./refusals.ts";
import type { Spend } from "./rsa.ts";

export interface Means extends Arithmetic {
  readonly spend: Spend;
  /** Undefined where the key came without one. */
  readonly passphrase: Uint8Array | undefined;
}

interface Block {
  readonly label: string;
  readonly info: string | undefined;
  readonly bytes: Uint8Array;
}

/** What a block may be called; others, such as EC PARAMETERS, stand before keys and are passed over. */
const LABELS = ["PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "PUBLIC KEY", "RSA PUBLIC KEY", "CERTIFICATE"];

export function privateFromPem(text: string, means: Means): PrivateKey {
  const block = blockOf(text);
  if (block === undefined) throw unsupportedKey();
  const bytes = block.info === undefined ? block.bytes : decryptedTraditionally(block.info, block.bytes, passphrase(means), means.spend);
  switch (block.label) {
    case "PRIVATE KEY":
      return readPrivate(bytes, means);
    case "ENCRYPTED PRIVATE KEY":
      return readPrivate(decrypted(bytes, passphrase(means), means.spend), means);
    case "RSA PRIVATE KEY":
      return readRsaPrivate(bytes);
    case "EC PRIVATE KEY":
      return readSec1(bytes, means);
    default:
      throw unsupportedKey();
  }
}

/** A public key, or the public half of a certificate's or of a private one. */
export function publicFromPem(text: string, means: Means): PublicKey {
  const block = blockOf(text);
  switch (block?.label) {
    case "PUBLIC KEY":
      return readPublic(block.bytes, means);
    case "RSA PUBLIC KEY":
      return readRsaPublic(block.bytes);
    case "CERTIFICATE":
      return publicFromCertificate(block.bytes, means);
    default:
      return publicPart(privateFromPem(text, means));
  }
}

export function privateFromDer(bytes: Uint8Array, type: string, means: Means): PrivateKey {
  if (type === "pkcs1") return readRsaPrivate(bytes);
  if (type === "sec1") return readSec1(bytes, means);
  const [first] = der.children(der.readOne(bytes));
  return readPrivate(first?.tag === der.SEQUENCE ? decrypted(bytes, passphrase(means), means.spend) : bytes, means);
}

export function publicFromDer(bytes: Uint8Array, type: string, means: Means): PublicKey {
  return type === "pkcs1" ? readRsaPublic(bytes) : readPublic(bytes, means);
}

/** RFC 5280 §4.1: the key is the sixth field of what is signed, not counting the version. */
function publicFromCertificate(bytes: Uint8Array, means: Means): PublicKey {
  const [signed] = der.children(der.readOne(bytes));
  const fields = der.children(der.expectTag(signed, der.SEQUENCE)).filter(({ tag }) => tag !== der.tagged(0));
  return readPublic(der.expectTag(fields[5], der.SEQUENCE).whole, means);
}

type Jwk = Readonly<Record<string, string>>;

const RSA_SECRETS = ["d", "p", "q", "dp", "dq", "qi"];

/** A JWK whose fields are strings; without secrets where `only` says public. */
export function fromJwk(jwk: Jwk, only: "public" | "any", means: Means): PublicKey | PrivateKey {
  if (jwk.kty === "RSA") {
    const [n, e] = [magnitude(jwk.n), magnitude(jwk.e)];
    if (n === undefined || e === undefined) return badJwk("RSA");
    if (only === "public" || jwk.d === undefined) return { kind: "rsa", n, e };
    const secrets = RSA_SECRETS.map((name) => magnitude(jwk[name]) ?? badJwk("RSA"));
    return { kind: "rsa", n, e, secrets };
  }
  if (jwk.kty === "EC") return ecFromJwk(jwk, only, means);
  const kind = jwk.crv?.toLowerCase();
  if (kind !== "ed25519" && kind !== "x25519") return badJwk("OKP");
  const [x, secret] = [base64Decode(jwk.x ?? ""), base64Decode(jwk.d ?? "")];
  if (x.length !== 32) return badJwk("OKP");
  if (only === "public" || jwk.d === undefined) return { kind, public: x };
  return secret.length === 32 ? { kind, secret, public: means.publicOf({ curve: kind, secret }) } : badJwk("OKP");
}

function ecFromJwk(jwk: Jwk, only: "public" | "any", means: Means): PublicKey | PrivateKey {
  const curve = curveNamed(jwk.crv ?? "");
  if (curve === undefined) return refuse("TypeError", "ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
  const [x, y] = [magnitude(jwk.x), magnitude(jwk.y)];
  if (x === undefined || y === undefined) return badJwk("EC");
  try {
    const point = means.point(curve, der.concat(Uint8Array.of(4), paddedTo(curve.size, x), paddedTo(curve.size, y)));
    if (only === "public" || jwk.d === undefined) return { kind: "ec", curve, point };
    const secret = paddedTo(curve.size, magnitude(jwk.d) ?? badJwk("EC"));
    return curve.ecdsa.utils.isValidSecretKey(secret) ? { kind: "ec", curve, point, secret } : badJwk("EC");
  } catch (thrown) {
    if (thrown instanceof der.DerError) return badJwk("EC");
    throw thrown;
  }
}

/** A curve's point, or 32 bytes of Ed25519 or X25519. */
export function publicFromRaw(name: string, bytes: Uint8Array, means: Means): PublicKey {
  const found = curveOrKind(name);
  if (typeof found !== "string") return { kind: "ec", curve: found, point: means.point(found, bytes) };
  if (bytes.length !== 32) throw new der.DerError("another length");
  return { kind: found, public: bytes };
}

/** A curve, or the name of one that has a way of its own. */
export function curveOrKind(name: string): Curve | OkpPublic["kind"] {
  if (name === "ed25519" || name === "x25519") return name;
  return curveNamed(name) ?? refuse("TypeError", "ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
}

const badJwk = (kty: string): never => refuse("TypeError", "ERR_CRYPTO_INVALID_JWK", `Invalid JWK ${kty} key`);

const magnitude = (text: string | undefined) => (text === undefined ? undefined : der.withoutZeros(base64Decode(text)));

/** Searched for without a regular expression: handlers may write anything here, and none of it may make the host search for long. */
function blockOf(text: string): Block | undefined {
  for (let at = 0; ; ) {
    const start = text.indexOf("-----BEGIN ", at);
    const labelEnd = text.indexOf("-----", start + 11);
    if (start < 0 || labelEnd < 0) return undefined;
    const label = text.slice(start + 11, labelEnd);
    at = labelEnd + 5;
    if (!LABELS.includes(label)) continue;
    const end = text.indexOf(`-----END ${label}-----`, at);
    if (end < 0) return undefined;
    const body = text.slice(at, end);
    const info = /^\s*Proc-Type: *4,ENCRYPTED\r?\nDEK-Info: *(\S+)\r?\n/.exec(body);
    return { label, info: info?.[1], bytes: base64Decode(body.slice(info?.[0].length ?? 0)) };
  }
}

function passphrase(means: Means): Uint8Array {
  if (means.passphrase !== undefined) return means.passphrase;
  const stack = ["error:04800068:PEM routines::bad password read", "error:07880109:common libcrypto routines::interrupted or cancelled"];
  const error = openssl("07880109", "common libcrypto routines", "interrupted or cancelled", stack);
  throw new CodecRefusal({ ...error, fields: { ...error.fields, code: "ERR_OSSL_CRYPTO_INTERRUPTED_OR_CANCELLED" } });
}
