import { createPrivateKey, createPublicKey, createSign, createVerify, sign, verify, generateKeyPairSync } from "node:crypto";

const encode = (value) => Buffer.from(JSON.stringify(value)).toString("base64url");

const ec = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = ec.privateKey.export({ type: "pkcs8", format: "pem" });

function token(payload) {
  const head = `${encode({ alg: "ES256", typ: "JWT" })}.${encode(payload)}`;
  const signature = sign("sha256", Buffer.from(head), { key: createPrivateKey(pem), dsaEncoding: "ieee-p1363" });
  return `${head}.${signature.toString("base64url")}`;
}

function check(jwt) {
  const [head, body, signature] = jwt.split(".");
  const ok = verify("sha256", Buffer.from(`${head}.${body}`), { key: createPublicKey(pem), dsaEncoding: "ieee-p1363" }, Buffer.from(signature, "base64url"));
  return ok ? JSON.parse(Buffer.from(body, "base64url")) : null;
}

export const handler = async (event) => {
  const jwt = token({ sub: event.sub, iat: 1_700_000_000 });
  const der = createSign("SHA256").update("hello").sign(ec.privateKey);
  return {
    claims: check(jwt),
    forged: check(jwt.replace(/\.[^.]+\./, `.${encode({ sub: "admin" })}.`)),
    signatureBytes: Buffer.from(jwt.split(".")[2], "base64url").length,
    der: createVerify("SHA256").update("hello").verify(ec.publicKey, der),
    type: ec.privateKey.asymmetricKeyType,
    details: ec.publicKey.asymmetricKeyDetails,
    pem: pem.split("\n")[0],
    jwk: Object.keys(ec.publicKey.export({ format: "jwk" })),
  };
};
