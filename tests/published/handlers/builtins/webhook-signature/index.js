const crypto = require("crypto");

const verify = (secret, payload, header) => {
  const expected = Buffer.from("sha256=" + crypto.createHmac("sha256", secret).update(payload).digest("hex"), "utf8");
  const actual = Buffer.from(header || "", "utf8");
  return crypto.timingSafeEqual(expected, actual);
};

exports.handler = async (event) => {
  const payload = Buffer.from(event.body, event.isBase64Encoded ? "base64" : "utf8");
  const signature = event.headers["x-hub-signature-256"];
  if (!verify(process.env.WEBHOOK_SECRET, payload, signature)) {
    console.warn("bad signature", signature.slice(0, 15));
    return { statusCode: 401, body: "Unauthorized" };
  }
  return { statusCode: 200, body: `got ${payload.byteLength} bytes` };
};
