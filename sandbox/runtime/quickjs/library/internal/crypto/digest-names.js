/** Under which names OpenSSL finds a digest. */

/** What the host computes (codecs/digest/algorithms.ts). */
const COMPUTED = new Set(
  "md5 sha1 ripemd160 sha224 sha256 sha384 sha512 sha512-224 sha512-256 sha3-224 sha3-256 sha3-384 sha3-512 shake128 shake256 blake2b512 blake2s256".split(
    " ",
  ),
);
export const EXTENDABLE = ["shake128", "shake256"];
/** Known to OpenSSL; not computed here. */
const OTHERS = ["sm3", "md5-sha1"];

const OTHER_NAMES = {
  __proto__: null,
  "sha-1": "sha1",
  "sha1-2": "sha1",
  "sha-224": "sha224",
  "sha2-224": "sha224",
  "sha-256": "sha256",
  "sha2-256": "sha256",
  "sha-384": "sha384",
  "sha2-384": "sha384",
  "sha-512": "sha512",
  "sha2-512": "sha512",
  "sha512/224": "sha512-224",
  "sha-512/224": "sha512-224",
  "sha2-512/224": "sha512-224",
  "sha512/256": "sha512-256",
  "sha-512/256": "sha512-256",
  "sha2-512/256": "sha512-256",
  "shake-128": "shake128",
  "shake-256": "shake256",
  "blake2b-512": "blake2b512",
  "blake2s-256": "blake2s256",
  ripemd: "ripemd160",
  rmd160: "ripemd160",
  "ripemd-160": "ripemd160",
  ripemd160withrsa: "ripemd160",
  "ssl3-md5": "md5",
  "ssl3-sha1": "sha1",
};

/** The host's name of a digest; undefined where OpenSSL has none of that name. */
export function digestName(name) {
  const lower = String(name).toLowerCase();
  const plain = lower.replace(/^rsa-|^id-rsassa-pkcs1-v1_5-with-/, "").replace(/withrsaencryption$/, "");
  const found = OTHER_NAMES[plain] ?? plain;
  if (COMPUTED.has(found)) return found;
  if (OTHERS.includes(found)) {
    throw new Error(`람다 랩의 시뮬레이터는 해시 알고리즘 ${name}을(를) 지원하지 않습니다. 실제 AWS Lambda에서는 사용할 수 있습니다.`);
  }
  return undefined;
}

/** What crypto.getHashes() lists in Node 24. */
export const HASHES =
  "RSA-MD5 RSA-RIPEMD160 RSA-SHA1 RSA-SHA1-2 RSA-SHA224 RSA-SHA256 RSA-SHA3-224 RSA-SHA3-256 RSA-SHA3-384 RSA-SHA3-512 RSA-SHA384 RSA-SHA512 RSA-SHA512/224 RSA-SHA512/256 RSA-SM3 blake2b512 blake2s256 id-rsassa-pkcs1-v1_5-with-sha3-224 id-rsassa-pkcs1-v1_5-with-sha3-256 id-rsassa-pkcs1-v1_5-with-sha3-384 id-rsassa-pkcs1-v1_5-with-sha3-512 md5 md5-sha1 md5WithRSAEncryption ripemd ripemd160 ripemd160WithRSA rmd160 sha1 sha1WithRSAEncryption sha224 sha224WithRSAEncryption sha256 sha256WithRSAEncryption sha3-224 sha3-256 sha3-384 sha3-512 sha384 sha384WithRSAEncryption sha512 sha512-224 sha512-224WithRSAEncryption sha512-256 sha512-256WithRSAEncryption sha512WithRSAEncryption shake128 shake256 sm3 sm3WithRSAEncryption ssl3-md5 ssl3-sha1".split(
    " ",
  );
