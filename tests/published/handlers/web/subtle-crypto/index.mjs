const { subtle } = globalThis.crypto;
const bytes = (text) => new TextEncoder().encode(text);
const hex = (buffer) => [...new Uint8Array(buffer)].map((b) => b.toString(16).padStart(2, "0")).join("");

export const handler = async ({ message }) => {
  const hmac = await subtle.importKey("raw", bytes("secret"), { name: "HMAC", hash: "SHA-256" }, false, ["sign", "verify"]);
  const signature = await subtle.sign("HMAC", hmac, bytes(message));
  const base = await subtle.importKey("raw", bytes("password"), "PBKDF2", false, ["deriveKey", "deriveBits"]);
  const aes = await subtle.deriveKey({ name: "PBKDF2", salt: bytes("salt"), iterations: 1000, hash: "SHA-256" }, base, { name: "AES-GCM", length: 256 }, true, ["encrypt", "decrypt"]);
  const iv = new Uint8Array(12).fill(7);
  const sealed = await subtle.encrypt({ name: "AES-GCM", iv }, aes, bytes(message));
  const opened = new TextDecoder().decode(await subtle.decrypt({ name: "AES-GCM", iv }, aes, sealed));
  const pair = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const ecdsa = await subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes(message));
  const failures = [];
  for (const attempt of [
    () => subtle.exportKey("raw", hmac),
    () => subtle.encrypt({ name: "AES-GCM", iv }, hmac, bytes("x")),
    () => subtle.digest("MD5", bytes("x")),
    () => subtle.decrypt({ name: "AES-GCM", iv }, aes, new Uint8Array(20)),
  ]) failures.push(await attempt().then(() => "fine", (error) => `${error.name}: ${error.message}`));
  console.log(aes.algorithm, aes.usages, hmac.extractable);
  return {
    digest: hex(await subtle.digest("SHA-512", bytes(message))).slice(0, 32),
    signature: hex(signature),
    valid: await subtle.verify("HMAC", hmac, signature, bytes(message)),
    sealed: hex(sealed),
    opened,
    key: hex(await subtle.exportKey("raw", aes)),
    ecdsa: await subtle.verify({ name: "ECDSA", hash: "SHA-256" }, pair.publicKey, ecdsa, bytes(message)),
    jwk: (await subtle.exportKey("jwk", pair.publicKey)).crv,
    failures,
  };
};
