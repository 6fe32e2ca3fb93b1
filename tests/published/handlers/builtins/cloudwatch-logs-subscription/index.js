const zlib = require("zlib");
const { promisify } = require("util");
const gunzip = promisify(zlib.gunzip);

exports.handler = async (event) => {
  const payload = Buffer.from(event.awslogs.data, "base64");
  console.log("compressed", payload.length, "magic", payload.readUInt16BE(0).toString(16));
  try {
    const text = (await gunzip(payload)).toString("utf8");
    console.log(text.length);
    return text;
  } catch (err) {
    console.error(err.name, err.message, err.code, err.errno);
    throw err;
  }
};
