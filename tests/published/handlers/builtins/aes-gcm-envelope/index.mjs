import { createCipheriv, createDecipheriv, scryptSync, randomBytes } from "node:crypto";

const key = (password, salt) => scryptSync(password, salt, 32, { N: 1024 });

export function encrypt(text, password) {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(password, salt), iv);
  cipher.setAAD(Buffer.from("v1"));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([salt, iv, cipher.getAuthTag(), body]).toString("base64url");
}

export function decrypt(token, password) {
  const raw = Buffer.from(token, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key(password, raw.subarray(0, 16)), raw.subarray(16, 28));
  decipher.setAAD(Buffer.from("v1"));
  decipher.setAuthTag(raw.subarray(28, 44));
  return decipher.update(raw.subarray(44), undefined, "utf8") + decipher.final("utf8");
}

export const handler = async ({ password, text }) => {
  const token = encrypt(text, password);
  const bad = (token[60] === "A" ? "B" : "A");
  let tampered;
  try {
    tampered = decrypt(token.slice(0, 60) + bad + token.slice(61), password);
  } catch (error) {
    tampered = [error.name, error.message, error.code ?? "no code"];
  }
  return { length: token.length, back: decrypt(token, password), tampered };
};
