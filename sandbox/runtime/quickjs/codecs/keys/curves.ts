/**
 * The elliptic curves: @noble/curves, made without the blinding for which it would ask the host for random bytes. Blinding
 * hides a key from someone who measures time, of which there is nobody here.
 */
import { type ECDSA, ecdsa, weierstrass } from "@noble/curves/abstract/weierstrass.js";
import { p256, p384, p521 } from "@noble/curves/nist.js";
import { secp256k1 } from "@noble/curves/secp256k1.js";
import { sha512 } from "@noble/hashes/sha2.js";

export interface Curve {
  /** OpenSSL's name. */
  readonly name: string;
  readonly jwk: string;
  readonly oid: string;
  readonly ecdsa: ECDSA;
  /** Bytes of a coordinate, and of a private key. */
  readonly size: number;
  /** Counts: a multiplication of the base point, and one of any point. */
  readonly ofBase: number;
  readonly ofPoint: number;
}

const noRandomBytes = (): never => {
  throw new Error("codecs: nothing draws random bytes of the host");
};

const make = (name: string, jwk: string, oid: string, from: ECDSA, [size, ofBase, ofPoint]: readonly [number, number, number]): Curve => {
  const point = weierstrass(from.Point.CURVE(), { randomBytes: noRandomBytes });
  // Its hash makes nonces (RFC 6979); messages come hashed.
  return { name, jwk, oid, size, ofBase, ofPoint, ecdsa: ecdsa(point, sha512, { randomBytes: noRandomBytes }) };
};

export const CURVES: readonly Curve[] = [
  make("prime256v1", "P-256", "2a8648ce3d030107", p256, [32, 120_000, 500_000]),
  make("secp384r1", "P-384", "2b81040022", p384, [48, 220_000, 1_100_000]),
  make("secp521r1", "P-521", "2b81040023", p521, [66, 380_000, 2_100_000]),
  make("secp256k1", "secp256k1", "2b8104000a", secp256k1, [32, 110_000, 500_000]),
];

/** The other names by which a curve is asked for. */
const ALIASES: Readonly<Record<string, string>> = { "p-256": "prime256v1", "p-384": "secp384r1", "p-521": "secp521r1" };

export function curveNamed(name: string): Curve | undefined {
  const own = ALIASES[name.toLowerCase()] ?? name;
  return CURVES.find((curve) => curve.name === own);
}
