const crypto = require("node:crypto");
const { promisify } = require("node:util");
const scrypt = promisify(crypto.scrypt);

exports.handler = async ({ password }) => {
  const salt = "0123456789abcdef";
  const derived = await scrypt(password, salt, 32, { N: 1024, r: 8, p: 1 });
  const older = crypto.pbkdf2Sync(password, salt, 1000, 24, "sha512").toString("hex");
  const hkdf = Buffer.from(crypto.hkdfSync("sha256", password, salt, "info", 16)).toString("hex");
  const id = crypto.randomUUID();
  const errors = [];
  for (const attempt of [() => crypto.createHash("md99"), () => crypto.timingSafeEqual(Buffer.from("a"), Buffer.from("ab")), () => crypto.createHmac("sha1"), () => crypto.randomBytes(-1), () => crypto.createHash("md5").update(5)]) {
    try {
      attempt();
    } catch (error) {
      errors.push(`${error.name} ${error.code}: ${error.message}`);
    }
  }
  console.log(errors.join("\n"));
  const hash = crypto.createHash("sha1");
  hash.write("streamed ");
  hash.end("content");
  return {
    derived: derived.toString("base64"),
    older,
    hkdf,
    uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id),
    int: crypto.randomInt(5, 6),
    bytes: crypto.randomBytes(8).toString("hex").length,
    oneShot: crypto.hash("sha256", "x", "base64"),
    streamed: hash.read().toString("hex"),
    copy: crypto.createHash("md5").update("a").copy().update("b").digest("latin1").length,
    known: crypto.getHashes().includes("sha512") && crypto.getCiphers().includes("aes-256-gcm"),
  };
};
