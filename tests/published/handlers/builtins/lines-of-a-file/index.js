const fs = require("fs");
const readline = require("readline");
const path = "/tmp/access.log";

async function write(lines) {
  const out = fs.createWriteStream(path, { flags: "w" });
  for (let i = 0; i < lines; i++) {
    const line = `10.0.0.${i % 7} GET /items/${i} ${i % 5 === 0 ? 500 : 200}\n`;
    if (!out.write(line)) await new Promise((resolve) => out.once("drain", resolve));
  }
  await new Promise((resolve, reject) => out.end((err) => (err ? reject(err) : resolve())));
}

exports.handler = async (event) => {
  await write(event.lines);
  const counts = {};
  const rl = readline.createInterface({ input: fs.createReadStream(path, { highWaterMark: 512 }), crlfDelay: Infinity });
  for await (const line of rl) {
    const [ip, , , status] = line.split(" ");
    const key = `${ip} ${status}`;
    counts[key] = (counts[key] || 0) + 1;
  }
  const tail = fs.createReadStream(path, { start: fs.statSync(path).size - 20, encoding: "latin1" });
  let last = "";
  tail.on("data", (chunk) => (last += chunk));
  await new Promise((resolve) => tail.on("close", resolve));
  fs.unlinkSync(path);
  console.log(Object.keys(counts).length, JSON.stringify(last));
  return counts;
};
