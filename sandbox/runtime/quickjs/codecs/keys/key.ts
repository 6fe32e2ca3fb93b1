/** A key as the host works on it, and the two DER forms in which the guest keeps keys: SPKI (public) and PKCS#8 (private). */
import type { Curve } from "./curves.ts";
import { CURVES } from "./curves.ts";
import * as der from "./der.ts";

/** Whole numbers are magnitudes: a handler may bring any, and only what calculates with one decides how large it may be. */
export interface RsaPublic {
  readonly kind: "rsa";
  readonly n: Uint8Array;
  readonly e: Uint8Array;
}
export interface RsaPrivate extends RsaPublic {
  /** d, p, q, d mod p − 1, d mod q − 1, 1/q mod p: the order of PKCS#1. */
  readonly secrets: readonly Uint8Array[];
}
export interface EcPublic {
  readonly kind: "ec";
  readonly curve: Curve;
  /** Uncompressed, on the curve. */
  readonly point: Uint8Array;
}
export interface EcPrivate extends EcPublic {
  readonly secret: Uint8Array;
}
export interface OkpPublic {
  readonly kind: "ed25519" | "x25519";
  readonly public: Uint8Array;
}
export interface OkpPrivate extends OkpPublic {
  readonly secret: Uint8Array;
}
export type PublicKey = RsaPublic | EcPublic | OkpPublic;
export type PrivateKey = RsaPrivate | EcPrivate | OkpPrivate;

export const RSA = "2a864886f70d010101";
export const RSA_PSS = "2a864886f70d01010a";
const EC = "2a8648ce3d0201";
const OKP = { "2b6570": "ed25519", "2b656e": "x25519" } as const;

/** What only calculating tells. Each is paid for by the one who passes it. */
export interface Arithmetic {
  /** An uncompressed point; throws DerError where it is none of the curve's. */
  readonly point: (curve: Curve, encoded: Uint8Array) => Uint8Array;
  readonly publicOf: (key: { readonly curve: Curve | OkpPublic["kind"]; readonly secret: Uint8Array }) => Uint8Array;
}

/** A kind of key, or a curve, that OpenSSL knows and the simulator does not. */
export class UnknownKind extends Error {}

export function readPublic(spki: Uint8Array, arithmetic: Arithmetic): PublicKey {
  const [algorithm, key, ...more] = der.children(der.readOne(spki));
  if (more.length > 0) throw new der.DerError("more than two fields");
  const [id, parameters] = der.children(der.expectTag(algorithm, der.SEQUENCE));
  const bytes = der.bits(key);
  const kind = der.oid(id);
  if (kind === RSA) return readRsaPublic(bytes);
  if (kind === EC) {
    const curve = curveOf(parameters);
    return { kind: "ec", curve, point: arithmetic.point(curve, bytes) };
  }
  return { kind: okp(kind), public: exactly(32, bytes) };
}

export function readPrivate(pkcs8: Uint8Array, arithmetic: Arithmetic): PrivateKey {
  const [version, algorithm, key] = der.children(der.readOne(pkcs8));
  if (der.small(version) > 1) throw new der.DerError("another version");
  const [id, parameters] = der.children(der.expectTag(algorithm, der.SEQUENCE));
  const { body } = der.expectTag(key, der.OCTET_STRING);
  const kind = der.oid(id);
  if (kind === RSA) return readRsaPrivate(body);
  if (kind === EC) return readSec1(body, arithmetic, curveOf(parameters));
  const name = okp(kind);
  const secret = exactly(32, der.readOne(body, der.OCTET_STRING).body);
  return { kind: name, secret, public: arithmetic.publicOf({ curve: name, secret }) };
}

/** PKCS#1. */
export function readRsaPublic(bytes: Uint8Array): RsaPublic {
  const [n, e, ...more] = der.children(der.readOne(bytes));
  if (more.length > 0) throw new der.DerError("more than two numbers");
  return { kind: "rsa", n: der.unsigned(n), e: der.unsigned(e) };
}

/** PKCS#1. */
export function readRsaPrivate(bytes: Uint8Array): RsaPrivate {
  const [version, n, e, ...secrets] = der.children(der.readOne(bytes));
  if (der.small(version) !== 0 || secrets.length !== 6) throw new der.DerError("another version");
  return { kind: "rsa", n: der.unsigned(n), e: der.unsigned(e), secrets: secrets.map(der.unsigned) };
}

/** RFC 5915. The curve is named inside, or around it where it is part of PKCS#8. */
export function readSec1(bytes: Uint8Array, arithmetic: Arithmetic, around?: Curve): EcPrivate {
  const [version, key, ...optional] = der.children(der.readOne(bytes));
  if (der.small(version) !== 1) throw new der.DerError("another version");
  const field = (n: number) => optional.find(({ tag }) => tag === der.tagged(n));
  const named = field(0);
  const curve = around ?? curveOf(named && der.readFirst(named.body));
  const secret = paddedTo(curve.size, der.expectTag(key, der.OCTET_STRING).body);
  if (!curve.ecdsa.utils.isValidSecretKey(secret)) throw new der.DerError("no private key of the curve");
  const point = field(1);
  return {
    kind: "ec",
    curve,
    secret,
    point: point ? arithmetic.point(curve, der.bits(der.readFirst(point.body))) : arithmetic.publicOf({ curve, secret }),
  };
}

export function writePublic(key: PublicKey): Uint8Array {
  if (key.kind === "rsa") return der.sequence(der.sequence(der.identifier(RSA), der.nothing), der.bitString(writeRsaPublic(key)));
  if (key.kind === "ec") return der.sequence(ecAlgorithm(key.curve), der.bitString(key.point));
  return der.sequence(der.sequence(okpIdentifier(key.kind)), der.bitString(key.public));
}

export function writePrivate(key: PrivateKey): Uint8Array {
  const zero = der.integer(Uint8Array.of(0));
  if (key.kind === "rsa") {
    return der.sequence(zero, der.sequence(der.identifier(RSA), der.nothing), der.octets(writeRsaPrivate(key)));
  }
  if (key.kind === "ec") return der.sequence(zero, ecAlgorithm(key.curve), der.octets(writeSec1(key, false)));
  return der.sequence(zero, der.sequence(okpIdentifier(key.kind)), der.octets(der.octets(key.secret)));
}

export const writeRsaPublic = ({ n, e }: RsaPublic) => der.sequence(der.integer(n), der.integer(e));

export const writeRsaPrivate = ({ n, e, secrets }: RsaPrivate) =>
  der.sequence(der.integer(Uint8Array.of(0)), der.integer(n), der.integer(e), ...secrets.map(der.integer));

export function writeSec1({ curve, secret, point }: EcPrivate, names: boolean): Uint8Array {
  const named = names ? [der.write(der.tagged(0), der.identifier(curve.oid))] : [];
  return der.sequence(der.integer(Uint8Array.of(1)), der.octets(secret), ...named, der.write(der.tagged(1), der.bitString(point)));
}

export function publicPart(key: PrivateKey): PublicKey {
  if (key.kind === "rsa") return { kind: "rsa", n: key.n, e: key.e };
  if (key.kind === "ec") return { kind: "ec", curve: key.curve, point: key.point };
  return { kind: key.kind, public: key.public };
}

export function paddedTo(length: number, bytes: Uint8Array): Uint8Array {
  const magnitude = der.withoutZeros(bytes);
  if (magnitude.length > length) throw new der.DerError("too long");
  return der.concat(new Uint8Array(length - magnitude.length), magnitude);
}

const ecAlgorithm = (curve: Curve) => der.sequence(der.identifier(EC), der.identifier(curve.oid));

const okpIdentifier = (kind: OkpPublic["kind"]) => der.identifier(kind === "ed25519" ? "2b6570" : "2b656e");

function okp(id: string): OkpPublic["kind"] {
  if (id === "2b6570" || id === "2b656e") return OKP[id];
  throw new UnknownKind(id);
}

function curveOf(parameters: der.Element | undefined): Curve {
  const id = der.oid(parameters);
  const curve = CURVES.find(({ oid }) => oid === id);
  if (curve === undefined) throw new UnknownKind(id);
  return curve;
}

function exactly(length: number, bytes: Uint8Array): Uint8Array {
  if (bytes.length !== length) throw new der.DerError("another length");
  return bytes;
}
