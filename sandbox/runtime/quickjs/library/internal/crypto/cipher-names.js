/** Which ciphers there are, under the names by which OpenSSL finds them. */
import { notHere } from "./keys.js";

const MODES = { cbc: [16, 16], ctr: [1, 16], ecb: [16, undefined], gcm: [1, 12] };
const NIDS = {
  128: { ecb: 418, cbc: 419, gcm: 895, ctr: 904 },
  192: { ecb: 422, cbc: 423, gcm: 898, ctr: 905 },
  256: { ecb: 426, cbc: 427, gcm: 901, ctr: 906 },
};
const CHACHA = { mode: "stream", name: "chacha20-poly1305", nid: 1018, ivLength: 12, keyLength: 32, isAuthenticated: true };

/** A cipher's facts; undefined where OpenSSL has none of that name. */
export function cipherCalled(given) {
  const name = given.toLowerCase();
  if (name === CHACHA.name) return CHACHA;
  const [, bits, mode = "cbc"] = /^(?:id-aes|aes-?)(128|192|256)(?:-(cbc|ctr|ecb|gcm))?$/.exec(name) ?? [];
  if (bits === undefined) {
    if (CIPHERS.includes(name) || CIPHERS.includes(given)) throw notHere(`암호 알고리즘 ${given}`);
    return undefined;
  }
  const [blockSize, ivLength] = MODES[mode];
  const shown = mode === "gcm" ? `id-aes${bits}-gcm` : `aes-${bits}-${mode}`;
  return { mode, name: shown, nid: NIDS[bits][mode], blockSize, ivLength, keyLength: bits / 8, isAuthenticated: mode === "gcm" };
}

/** crypto.getCipherInfo(). */
export function getCipherInfo(into, nameOrNid, keyLength, ivLength) {
  const cipher = typeof nameOrNid === "number" ? ALL.find(({ nid }) => nid === nameOrNid) : cipherCalled(nameOrNid);
  if (cipher === undefined || (keyLength !== undefined && keyLength !== cipher.keyLength)) return undefined;
  const isFree = cipher.mode === "gcm" && ivLength > 0;
  if (ivLength !== undefined && ivLength !== cipher.ivLength && !isFree) return undefined;
  const { mode, name, nid, blockSize } = cipher;
  const info = Object.assign(into, { mode, name, nid });
  if (blockSize !== undefined) info.blockSize = blockSize;
  if (cipher.ivLength !== undefined) info.ivLength = ivLength ?? cipher.ivLength;
  return Object.assign(info, { keyLength: cipher.keyLength });
}

/** What crypto.getCiphers() lists in Node 24. */
export const CIPHERS =
  "aes-128-cbc aes-128-cbc-hmac-sha1 aes-128-cbc-hmac-sha256 aes-128-ccm aes-128-cfb aes-128-cfb1 aes-128-cfb8 aes-128-ctr aes-128-ecb aes-128-gcm aes-128-ocb aes-128-ofb aes-128-xts aes-192-cbc aes-192-ccm aes-192-cfb aes-192-cfb1 aes-192-cfb8 aes-192-ctr aes-192-ecb aes-192-gcm aes-192-ocb aes-192-ofb aes-256-cbc aes-256-cbc-hmac-sha1 aes-256-cbc-hmac-sha256 aes-256-ccm aes-256-cfb aes-256-cfb1 aes-256-cfb8 aes-256-ctr aes-256-ecb aes-256-gcm aes-256-ocb aes-256-ofb aes-256-xts aes128 aes128-wrap aes128-wrap-pad aes192 aes192-wrap aes192-wrap-pad aes256 aes256-wrap aes256-wrap-pad aria-128-cbc aria-128-ccm aria-128-cfb aria-128-cfb1 aria-128-cfb8 aria-128-ctr aria-128-ecb aria-128-gcm aria-128-ofb aria-192-cbc aria-192-ccm aria-192-cfb aria-192-cfb1 aria-192-cfb8 aria-192-ctr aria-192-ecb aria-192-gcm aria-192-ofb aria-256-cbc aria-256-ccm aria-256-cfb aria-256-cfb1 aria-256-cfb8 aria-256-ctr aria-256-ecb aria-256-gcm aria-256-ofb aria128 aria192 aria256 camellia-128-cbc camellia-128-cfb camellia-128-cfb1 camellia-128-cfb8 camellia-128-ctr camellia-128-ecb camellia-128-ofb camellia-192-cbc camellia-192-cfb camellia-192-cfb1 camellia-192-cfb8 camellia-192-ctr camellia-192-ecb camellia-192-ofb camellia-256-cbc camellia-256-cfb camellia-256-cfb1 camellia-256-cfb8 camellia-256-ctr camellia-256-ecb camellia-256-ofb camellia128 camellia192 camellia256 chacha20 chacha20-poly1305 des-ede des-ede-cbc des-ede-cfb des-ede-ecb des-ede-ofb des-ede3 des-ede3-cbc des-ede3-cfb des-ede3-cfb1 des-ede3-cfb8 des-ede3-ecb des-ede3-ofb des3 des3-wrap id-aes128-CCM id-aes128-GCM id-aes128-wrap id-aes128-wrap-pad id-aes192-CCM id-aes192-GCM id-aes192-wrap id-aes192-wrap-pad id-aes256-CCM id-aes256-GCM id-aes256-wrap id-aes256-wrap-pad id-smime-alg-CMS3DESwrap sm4 sm4-cbc sm4-cfb sm4-ctr sm4-ecb sm4-ofb".split(
    " ",
  );

const ALL = [CHACHA, ...[128, 192, 256].flatMap((bits) => Object.keys(MODES).map((mode) => cipherCalled(`aes-${bits}-${mode}`)))];
