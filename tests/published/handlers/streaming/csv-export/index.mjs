import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

function* orders(from, to) {
  for (let id = from; id <= to; id++) {
    yield { id, customer: `Customer "${id}"`, total: id * 1250.5, paid: id % 2 === 0, note: id === 3 ? "fragile, glass" : null };
  }
}

const escape = (value) => {
  if (value === null || value === undefined) return "";
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

class CsvTransform extends Transform {
  #header = true;
  constructor() {
    super({ writableObjectMode: true });
  }
  _transform(row, _encoding, callback) {
    if (this.#header) {
      this.push(Object.keys(row).join(",") + "\n");
      this.#header = false;
    }
    callback(null, Object.values(row).map(escape).join(",") + "\n");
  }
  _flush(callback) {
    this.push("# end\n");
    callback();
  }
}

export const handler = awslambda.streamifyResponse(async (event, responseStream, _context) => {
  responseStream.setContentType("text/csv");
  await pipeline(Readable.from(orders(event.from, event.to)), new CsvTransform(), responseStream);
});
