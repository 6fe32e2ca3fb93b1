const { Buffer } = require("buffer");

function decode(frame) {
  const buf = Buffer.from(frame, "base64");
  return { version: buf.readUInt8(0), type: buf[1], value: buf.readInt32BE(2), temperature: Number(buf.readFloatBE(6).toFixed(2)), name: buf.toString("ascii", 10) };
}

function encode({ version, type, value, temperature, name }) {
  const buf = Buffer.allocUnsafe(10 + Buffer.byteLength(name));
  let at = buf.writeUInt8(version, 0);
  at = buf.writeUInt8(type, at);
  at = buf.writeInt32BE(value, at);
  at = buf.writeFloatBE(temperature, at);
  buf.write(name, at, "ascii");
  return buf;
}

exports.handler = async (event) => {
  const decoded = decode(event.frame);
  const again = encode(decoded);
  const shared = again.subarray(10);
  shared[0] = 0x54;
  const errors = [];
  for (const attempt of [() => again.readUInt32LE(200), () => Buffer.alloc(-1), () => Buffer.from(5), () => again.writeUInt8(256, 0), () => Buffer.concat("x")]) {
    try {
      attempt();
    } catch (error) {
      errors.push(`${error.name} [${error.code}] ${error.message}`);
    }
  }
  console.log(again, again.toString("hex"), errors.join("\n"));
  return {
    decoded,
    json: again.subarray(0, 3),
    equal: Buffer.compare(Buffer.from("a"), Buffer.from("b")),
    index: again.indexOf("emp"),
    big: Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]).readBigUInt64LE().toString(),
    swapped: Buffer.from([1, 2, 3, 4]).swap16(),
    latin: Buffer.from("é ü 한", "latin1").toString("utf8"),
    url: Buffer.from([251, 255]).toString("base64url"),
    utf16: Buffer.from("hi", "utf16le").length,
    isUtf8: require("buffer").isUtf8(Buffer.from([0xff])),
    filled: Buffer.alloc(7, "ab").toString(),
  };
};
