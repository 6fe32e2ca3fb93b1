import { Readable, Transform, Writable, Duplex, PassThrough, addAbortSignal, compose } from "node:stream";
import { pipeline, finished } from "node:stream/promises";
import { text, json, buffer } from "node:stream/consumers";

const batch = (size) =>
  new Transform({
    objectMode: true,
    construct(callback) {
      this.items = [];
      callback();
    },
    transform(item, _, callback) {
      this.items.push(item);
      if (this.items.length === size) this.push(this.items.splice(0));
      callback();
    },
    flush(callback) {
      if (this.items.length) this.push(this.items);
      callback();
    },
  });

export const handler = async ({ numbers }) => {
  const batches = [];
  await pipeline(
    Readable.from(numbers),
    async function* (source) {
      for await (const n of source) yield n * n;
    },
    batch(3),
    new Writable({ objectMode: true, write: (chunk, _, done) => (batches.push(chunk), done()) }),
  );
  const evens = await Readable.from(numbers).filter((n) => n % 2 === 0).map(async (n) => n + 1).take(3).toArray();
  const sum = await Readable.from(numbers).reduce((a, b) => a + b, 0);
  const upper = compose(async function* (source) {
    for await (const chunk of source) yield String(chunk).toUpperCase();
  });
  upper.end("shout");
  const broken = new PassThrough();
  setImmediate(() => broken.destroy(new Error("cut")));
  const cut = await finished(broken).catch((error) => error.message);
  const premature = await pipeline(Readable.from(["x"]), new PassThrough().destroy()).catch((error) => [error.code, error.message]);
  console.log(await text(upper), await json(Readable.from(['{"a":', "1}"])), (await buffer(Readable.from([Buffer.from("ab")]))).length);
  const early = new Writable({ write() {} });
  early.end();
  const afterEnd = await new Promise((resolve) => early.on("error", (error) => resolve([error.code, error.message])).write("x"));
  return { batches, evens, sum, cut, premature, afterEnd };
};
