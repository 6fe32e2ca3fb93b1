/** 2,000 generated calls each: what node:crypto computes is equal here and in Node 24, and what one signs or seals the other takes. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { KEYS } from "../library/crypto-keys.ts";
import { type Guest, guest, inNode } from "../library/guest.ts";

const BOUNDS = { seed: 20_261, numRuns: 2_000 };
let shared: Guest = guest();
let uses = 0;
/** A new one now and then: what an engine has compiled stays in its memory. */
const theGuest = () => {
  uses += 1;
  if (uses % 500 === 0) shared = guest();
  return shared;
};

const PRELUDE = `const c = require("crypto"); const b = (hex) => Buffer.from(hex, "hex"); const KEYS = ${JSON.stringify(KEYS)};`;

const both = (body: string, ...args: readonly unknown[]) => {
  const whole = `${PRELUDE} const args = ${JSON.stringify(args)}; ${body}`;
  expect(theGuest().run(whole)).toEqual(inNode(whole));
};
const here = (body: string, ...args: readonly unknown[]) => theGuest().run(`${PRELUDE} const args = ${JSON.stringify(args)}; ${body}`);
const node = (body: string, ...args: readonly unknown[]) => inNode(`${PRELUDE} const args = ${JSON.stringify(args)}; ${body}`);

const DIGESTS = [
  "md5",
  "sha1",
  "sha224",
  "sha256",
  "sha384",
  "sha512",
  "sha512-256",
  "sha3-256",
  "sha3-512",
  "ripemd160",
  "blake2b512",
  "blake2s256",
];
const hex = (maxLength: number, minLength = 0) =>
  fc.uint8Array({ minLength, maxLength }).map((bytes) => Buffer.from(bytes).toString("hex"));
const exactly = (length: number) => hex(length, length);
const pieces = fc.array(hex(150), { maxLength: 5 });

test("2,000 digests and MACs of messages in pieces are those of Node", () => {
  fc.assert(
    fc.property(fc.constantFrom(...DIGESTS), pieces, hex(200), (name, parts, key) =>
      both(
        `const h = c.createHash(args[0]), m = c.createHmac(args[0], b(args[2]));
        for (const part of args[1]) { h.update(b(part)); m.update(b(part)); }
        return [h.copy().digest("hex"), h.digest("base64"), m.digest("base64url")];`,
        name,
        parts,
        key,
      ),
    ),
    BOUNDS,
  );
}, 120_000);

test("2,000 keys derived from passwords are those of Node", () => {
  const kind = fc.constantFrom("pbkdf2", "hkdf", "scrypt");
  fc.assert(
    fc.property(
      kind,
      fc.constantFrom("sha1", "sha256", "sha512"),
      hex(80),
      hex(80),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 100 }),
      (how, name, key, salt, rounds, length) =>
        both(
          `const [how, name, key, salt, rounds, length] = args;
          if (how === "pbkdf2") return c.pbkdf2Sync(b(key), b(salt), rounds, length, name).toString("hex");
          if (how === "hkdf") return Buffer.from(c.hkdfSync(name, b(key), b(salt), "info" + rounds, length)).toString("hex");
          return c.scryptSync(b(key), b(salt), length, { N: 2 ** (1 + rounds % 5), r: 1 + rounds % 4, p: 1 + rounds % 2 }).toString("hex");`,
          how,
          name,
          key,
          salt,
          rounds,
          length,
        ),
    ),
    BOUNDS,
  );
}, 120_000);

test("2,000 messages sealed in pieces are Node's, and come back", () => {
  const cipher = fc
    .constantFrom("cbc", "ctr", "ecb", "gcm")
    .chain((mode) => fc.constantFrom(128, 192, 256).map((bits) => ({ mode, bits })));
  fc.assert(
    fc.property(cipher, exactly(32), exactly(16), pieces, hex(60), ({ mode, bits }, key, iv, parts, data) =>
      both(
        `const [mode, bits, key, iv, parts, data] = args;
        const name = "aes-" + bits + "-" + mode, k = b(key).subarray(0, bits / 8), n = mode === "ecb" ? null : mode === "gcm" ? b(iv).subarray(0, 12) : b(iv);
        const seal = c.createCipheriv(name, k, n), open = c.createDecipheriv(name, k, n);
        if (mode === "gcm") { seal.setAAD(b(data)); open.setAAD(b(data)); }
        const sealed = [...parts.map((part) => seal.update(b(part))), seal.final()];
        if (mode === "gcm") open.setAuthTag(seal.getAuthTag());
        const opened = [...sealed.map((part) => open.update(part)), open.final()];
        const hexed = (list) => list.map((part) => part.toString("hex"));
        return [hexed(sealed), hexed(opened), mode === "gcm" ? seal.getAuthTag().toString("hex") : "", Buffer.concat(opened).toString("hex") === parts.join("")];`,
        mode,
        bits,
        key,
        iv,
        parts,
        data,
      ),
    ),
    BOUNDS,
  );
}, 120_000);

const SIGN = `const [key, name, message, options] = args;
  return c.sign(key === "ed25519" ? null : name, b(message), { key: KEYS[key], ...options }).toString("hex");`;
const VERIFY = `const [key, name, message, options, signature] = args;
  return c.verify(key === "ed25519" ? null : name, b(message), { key: KEYS[key], ...options }, b(signature));`;

test("2,000 signatures made on either side are taken by the other, and not for another message", () => {
  const options = fc.constantFrom<Record<string, unknown>>(
    {},
    { padding: 6 },
    { padding: 6, saltLength: 20 },
    { dsaEncoding: "ieee-p1363" },
  );
  const key = fc.constantFrom("smallRsa", "smallRsa", "p256", "k256", "ed25519", "p384");
  fc.assert(
    fc.property(
      key,
      fc.constantFrom("sha1", "sha256", "sha384"),
      hex(100),
      options,
      fc.boolean(),
      (which, name, message, how, fromHere) => {
        const [sign, verify] = fromHere ? [here, node] : [node, here];
        const signature = sign(SIGN, which, name, message, how);
        expect(verify(VERIFY, which, name, message, how, signature)).toBe(true);
        expect(verify(VERIFY, which, name, `${message}00`, how, signature)).toBe(false);
        const isFixed = which === "ed25519" || (which === "smallRsa" && how.padding === undefined);
        if (isFixed) expect(here(SIGN, which, name, message, how)).toBe(node(SIGN, which, name, message, how));
      },
    ),
    BOUNDS,
  );
}, 300_000);
