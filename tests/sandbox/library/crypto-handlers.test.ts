/** Handlers as they are published, run whole by the simulator and by Node 24: both return the same. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { nodeRuntime } from "../../../sandbox/node/library.ts";
import type { Scenario } from "../../../sandbox/scenario.ts";
import { simulate } from "../../../sandbox/simulate.ts";
import { invocationRecords } from "../../../sandbox/trace/invocations.ts";
import { KEYS } from "./crypto-keys.ts";

const folder = mkdtempSync(join(tmpdir(), "lambda-lab-crypto-"));
afterAll(() => rmSync(folder, { recursive: true }));
const runtime = nodeRuntime();

const JWT = `import { createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
const PEM = ${JSON.stringify(KEYS.rsa)};
const JWKS = { keys: [{ ...createPublicKey(PEM).export({ format: "jwk" }), kid: "2026", use: "sig", alg: "RS256" }] };
const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");
const issue = (claims) => {
  const message = encode({ alg: "RS256", typ: "JWT", kid: "2026" }) + "." + encode(claims);
  return message + "." + sign("RSA-SHA256", Buffer.from(message), createPrivateKey(PEM)).toString("base64url");
};
const authorize = (token) => {
  const [header, payload, signature] = token.split(".");
  const { kid, alg } = JSON.parse(Buffer.from(header, "base64url"));
  const jwk = JWKS.keys.find((key) => key.kid === kid && key.alg === alg);
  if (!jwk) throw new Error("Unauthorized");
  const key = createPublicKey({ key: jwk, format: "jwk" });
  const isValid = verify("RSA-SHA256", Buffer.from(header + "." + payload), key, Buffer.from(signature, "base64url"));
  if (!isValid) throw new Error("Unauthorized");
  return JSON.parse(Buffer.from(payload, "base64url"));
};
export const handler = async (event) => {
  const token = issue(event.claims);
  const answers = [authorize(token)];
  try { authorize(token.slice(0, -4) + "AAAA"); } catch (error) { answers.push(error.message); }
  return { token, answers };
};`;

const WEBHOOKS = `const crypto = require("crypto");
const secret = "whsec_test";
function stripe(header, body) {
  const { t, v1 } = Object.fromEntries(header.split(",").map((part) => part.split("=")));
  const expected = crypto.createHmac("sha256", secret).update(t + "." + body, "utf8").digest("hex");
  return expected.length === v1.length && crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(v1));
}
function github(header, body) {
  const expected = "sha256=" + crypto.createHmac("sha256", secret).update(body).digest("hex");
  return crypto.timingSafeEqual(Buffer.from(expected), Buffer.from(header));
}
function slack(signature, timestamp, body) {
  const mine = "v0=" + crypto.createHmac("sha256", secret).update("v0:" + timestamp + ":" + body).digest("hex");
  return crypto.timingSafeEqual(Buffer.from(mine, "utf8"), Buffer.from(signature, "utf8"));
}
function shopify(header, body) {
  return crypto.createHmac("sha256", secret).update(body, "utf8").digest("base64") === header;
}
exports.handler = async ({ body }) => {
  const mac = (text, encoding) => crypto.createHmac("sha256", secret).update(text).digest(encoding);
  return [
    stripe("t=1700000000,v1=" + mac("1700000000." + body, "hex"), body),
    stripe("t=1700000001,v1=" + mac("1700000000." + body, "hex"), body),
    github("sha256=" + mac(body, "hex"), body),
    github("sha256=" + mac(body + " ", "hex"), body),
    slack("v0=" + mac("v0:1700000000:" + body, "hex"), "1700000000", body),
    shopify(mac(body, "base64"), body),
  ];
};`;

const PASSWORDS = `import { randomBytes, scrypt as scryptCallback, timingSafeEqual, pbkdf2Sync } from "node:crypto";
import { promisify } from "node:util";
const scrypt = promisify(scryptCallback);
async function hash(password, salt = randomBytes(16).toString("hex")) {
  return salt + ":" + (await scrypt(password, salt, 64)).toString("hex");
}
async function verify(password, stored) {
  const [salt, key] = stored.split(":");
  return timingSafeEqual(Buffer.from(key, "hex"), await scrypt(password, salt, 64));
}
export const handler = async ({ password }) => {
  const stored = await hash(password);
  return [await verify(password, stored), await verify(password + "x", stored), await hash(password, "fixed"),
    pbkdf2Sync(password, "salt", 100000, 64, "sha512").toString("base64"), stored.length];
};`;

const ENCRYPTION = `import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
const key = createHash("sha256").update("비밀 열쇠").digest();
function encrypt(text, iv = randomBytes(12)) {
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
}
function decrypt(text) {
  const bytes = Buffer.from(text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
}
export const handler = async ({ text }) => {
  const fixed = encrypt(text, Buffer.alloc(12, 1));
  let refused;
  try { decrypt(fixed.slice(0, -4) + "AAAA"); } catch (error) { refused = error.message; }
  return [decrypt(encrypt(text)), fixed, refused];
};`;

const SIGV4 = `import { createHash, createHmac } from "node:crypto";
const hash = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const hmac = (key, text) => createHmac("sha256", key).update(text, "utf8").digest();
export const handler = async ({ bucket, key, region, date }) => {
  const day = date.slice(0, 8), scope = [day, region, "s3", "aws4_request"].join("/");
  const query = new URLSearchParams({
    "X-Amz-Algorithm": "AWS4-HMAC-SHA256", "X-Amz-Credential": "AKIAIOSFODNN7EXAMPLE/" + scope,
    "X-Amz-Date": date, "X-Amz-Expires": "86400", "X-Amz-SignedHeaders": "host",
  });
  query.sort();
  const canonical = ["GET", "/" + key, query.toString(), "host:" + bucket + ".s3.amazonaws.com", "", "host", "UNSIGNED-PAYLOAD"].join("\\n");
  const signing = ["s3", "aws4_request"].reduce(hmac, hmac(hmac("AWS4wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", day), region));
  const signature = hmac(signing, ["AWS4-HMAC-SHA256", date, scope, hash(canonical)].join("\\n")).toString("hex");
  return "https://" + bucket + ".s3.amazonaws.com/" + key + "?" + query + "&X-Amz-Signature=" + signature;
};`;

const SUBTLE = `const text = new TextEncoder();
const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
export const handler = async ({ body, secret }) => {
  const key = await crypto.subtle.importKey("raw", text.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  const mac = await crypto.subtle.sign("HMAC", key, text.encode(body));
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, text.encode(body));
  return [
    hex(await crypto.subtle.digest("SHA-256", text.encode(body))), hex(mac),
    await crypto.subtle.verify("HMAC", key, mac, text.encode(body)), await crypto.subtle.verify("HMAC", key, mac, text.encode(body + "!")),
    await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, pair.publicKey, signature, text.encode(body)),
  ];
};`;

const FILES = `import { createHash } from "node:crypto";
import { createReadStream, writeFileSync } from "node:fs";
import { pipeline } from "node:stream/promises";
export const handler = async ({ megabytes }) => {
  const path = (process.env.WORK ?? "/tmp") + "/big.bin";
  writeFileSync(path, Buffer.alloc(megabytes * 1e6, "가나다"));
  const hash = createHash("md5"), piped = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  await pipeline(createReadStream(path), piped);
  return [hash.digest("base64"), piped.digest("hex")];
};`;

const HANDLERS = [
  {
    name: "a JWT authorizer with RS256 keys of a JWKS",
    file: "index.mjs",
    source: JWT,
    event: { claims: { sub: "user-1", 이름: "홍길동" } },
  },
  { name: "webhooks of Stripe, GitHub, Slack and Shopify", file: "index.cjs", source: WEBHOOKS, event: { body: '{"id":"evt_1","값":1}' } },
  { name: "passwords under scrypt and PBKDF2", file: "index.mjs", source: PASSWORDS, event: { password: "correct horse 배터리" } },
  { name: "encryption with AES-256-GCM", file: "index.mjs", source: ENCRYPTION, event: { text: "주민등록번호 000000-0000000" } },
  {
    name: "a presigned URL of S3 by hand",
    file: "index.mjs",
    source: SIGV4,
    event: { bucket: "examplebucket", key: "test.txt", region: "us-east-1", date: "20130524T000000Z" },
  },
  { name: "Web Crypto", file: "index.mjs", source: SUBTLE, event: { body: "a=1&b=2", secret: "s3cret" } },
  { name: "a file's digests, as a stream", file: "index.mjs", source: FILES, event: { megabytes: 1 } },
] as const;

describe.each(HANDLERS)("$name", ({ file, source, event }) => {
  const run = (seed = 1) => {
    const scenario: Scenario = {
      seed,
      startsAt: "2026-11-22T07:00:00.000Z",
      functions: [
        { FunctionName: "f", Runtime: "nodejs24.x", Handler: "index.handler", MemorySize: 1769, Timeout: 10, files: { [file]: source } },
      ],
      stimuli: [{ type: "invoke", FunctionName: "f", Payload: JSON.stringify(event) }],
    };
    return simulate(scenario, runtime);
  };

  test("returns in the simulator what it returns in Node", async () => {
    const path = join(folder, `${Math.abs(source.length)}-${file}`);
    writeFileSync(path, source);
    process.env.WORK = folder;
    const { handler } = (await import(pathToFileURL(path).href)) as { readonly handler: (event: unknown) => Promise<unknown> };
    const [record] = invocationRecords(run());
    expect(record?.payload).toEqual(JSON.parse(JSON.stringify(await handler(event))));
  });

  test("does the same again from the same seed", () => {
    expect(run(7)).toEqual(run(7));
  });
});
